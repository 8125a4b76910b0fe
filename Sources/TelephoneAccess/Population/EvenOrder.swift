/// Practices in an order in which every class of them is spread evenly from the first to the last.
///
/// Whoever takes places that stand one after the other takes of each class as many as its share of all comes to, but for one
/// or two. Practices are classed by several things at once, the first being the most important: last answer and size, say. The
/// next place always goes to the class that is furthest behind its share of the places up to there; within it to the class
/// of the next thing that is furthest behind, its share of the class and its share of all practices taken together; and so on.
///
/// Source: Tijdeman (1980), The chairman assignment problem, Discrete Mathematics 32, 323–330.
struct EvenOrder {
  /// A class, or one within it.
  private struct Node {
    var label: Int
    /// Where the class of the same label stands among those of all practices at this level.
    var margin: Int
    var size = 0
    var taken = 0
    /// The classes within, in ascending order of their labels.
    var inner: [Int] = []
    /// Its practices, the next one last, if there are no classes within.
    var members: [Int] = []
  }

  /// How many practices have a label at a level, and how many of them have a place.
  private struct Margin {
    var size = 0
    var taken = 0
  }

  private var nodes = [Node(label: 0, margin: 0)]
  private var margins: [Margin] = []

  /// Classes practices.
  ///
  /// - Parameters:
  ///   - practices: Which practices.
  ///   - classes: What each practice is classed by; as many things for every practice.
  ///   - precedes: Which of two practices of the same classes comes first.
  init(_ practices: [Int], classes: [[Int]], precedes: (Int, Int) -> Bool) {
    var places: [[Int: Int]] = []
    for practice in practices.sorted(by: precedes).reversed() {
      var node = 0
      nodes[0].size += 1
      for (level, label) in classes[practice].enumerated() {
        if level == places.count { places.append([:]) }
        let margin = places[level][label] ?? margins.count
        if margin == margins.count { margins.append(Margin()) }
        places[level][label] = margin
        margins[margin].size += 1
        node = inner(label, of: node, margin: margin)
        nodes[node].size += 1
      }
      nodes[node].members.append(practice)
    }
  }

  /// The class of a label within another; a new one if there is none yet.
  private mutating func inner(_ label: Int, of node: Int, margin: Int) -> Int {
    if let known = nodes[node].inner.first(where: { nodes[$0].label == label }) { return known }
    let place = nodes[node].inner.firstIndex { nodes[$0].label > label } ?? nodes[node].inner.count
    nodes.append(Node(label: label, margin: margin))
    nodes[node].inner.insert(nodes.count - 1, at: place)
    return nodes.count - 1
  }

  /// The practices in order.
  ///
  /// - Complexity: O(*p* · *k*) for *p* practices and *k* classes within one.
  consuming func practices() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(nodes[0].size)
    for _ in 0..<nodes[0].size { order.append(next()) }
    return order
  }

  /// Gives the next place away.
  private mutating func next() -> Int {
    nodes[0].taken += 1
    let progress = Double(nodes[0].taken) / Double(nodes[0].size)
    var node = 0
    while let furthest = furthestBehind(within: node, progress: progress) {
      node = furthest
      nodes[node].taken += 1
      margins[nodes[node].margin].taken += 1
    }
    return nodes[node].members.removeLast()
  }

  /// The class within another that is furthest behind its share; of several the one of the smallest label; `nil` for none.
  private func furthestBehind(within node: Int, progress: Double) -> Int? {
    let own = Double(nodes[node].taken) / Double(nodes[node].size)
    var found: (node: Int, deficit: Double)?
    for inner in nodes[node].inner where nodes[inner].taken < nodes[inner].size {
      var deficit = Double(nodes[inner].size) * own - Double(nodes[inner].taken)
      if node > 0 {
        let margin = margins[nodes[inner].margin]
        deficit += Double(margin.size) * progress - Double(margin.taken)
      }
      if deficit > found?.deficit ?? -.infinity { found = (inner, deficit) }
    }
    return found?.node
  }
}
