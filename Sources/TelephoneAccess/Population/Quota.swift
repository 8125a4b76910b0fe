/// How many of some practices each share of them is, and which places in an even order they take.
enum Quota {
  /// Whole numbers for shares that add up to at most 1, by largest remainders; what is left belongs to none.
  ///
  /// A share is never more than one practice off, and 0.0688 of 420 is 29. Of equal remainders the earlier share's counts first.
  ///
  /// Source: Hamilton's method, in Balinski and Young (1982), Fair Representation.
  static func counts(_ shares: [Double], of total: Int) -> [Int] {
    let exact = shares.map { min(max($0, 0), 1) * Double(total) }
    let rest = max(Double(total) - exact.reduce(0, +), 0)
    var counts = exact.map { Int($0 + tolerance) }
    let left = total - counts.reduce(0, +) - Int(rest + tolerance)
    let remainders = zip(exact, counts).map { $0 - Double($1) } + [rest - Double(Int(rest + tolerance))]
    let first = remainders.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for place in first.prefix(max(left, 0)) where place < counts.count { counts[place] += 1 }
    return counts
  }

  /// What sums of decimals are off by.
  private static let tolerance = 1e-6

  /// The category in each of so many places, one after the other; `nil` where none is.
  static func inTurn(_ counts: [Int], of total: Int) -> [Int?] {
    let filled = counts.enumerated().flatMap { [Int?](repeating: $0, count: $1) }
    return filled + [Int?](repeating: nil, count: max(total - filled.count, 0))
  }

  /// The category in each of so many places, each category beginning at a place of its own; `nil` where none is.
  ///
  /// Every category has a sector of the same width, which it fills from the beginning. What does not fit into it takes places
  /// that are still free, from the last one backwards. So a category that grows takes free places, or those of one that
  /// shrinks, and the others stay where they are.
  static func inSectors(_ counts: [Int], of total: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: total)
    var over: [(category: Int, count: Int)] = []
    for (category, count) in counts.enumerated() {
      let sector = category * total / counts.count..<(category + 1) * total / counts.count
      let fits = min(count, sector.count)
      for place in sector.prefix(fits) { places[place] = category }
      over.append((category, count - fits))
    }
    var free = places.indices.filter { places[$0] == nil }
    for (category, count) in over {
      for _ in 0..<count { if let place = free.popLast() { places[place] = category } }
    }
    return places
  }

  /// The state when off in each of so many places; a message with a referral is what the others leave.
  ///
  /// Forwarding fills places from the first on. An acute line spreads out on both sides of a place two thirds of the way. A message
  /// without referral begins where that ends, and ringing out goes backwards from where it begins; the message to the
  /// out-of-hours service goes backwards from the last place. So what a state gains from, or loses to, a referral, or an acute line
  /// from the two states around it, leaves the others where they are. A place that is taken is passed over.
  static func states(_ count: (OffState) -> Int, of total: Int) -> [OffState] {
    var places = [OffState](repeating: .referralMessage, count: total)
    guard total > 0 else { return places }
    func fill(_ state: OffState, _ place: (Int) -> Int) {
      var left = count(state)
      for step in 0..<total where left > 0 {
        let next = ((place(step) % total) + total) % total
        guard places[next] == .referralMessage else { continue }
        places[next] = state
        left -= 1
      }
    }
    let centre = total * 2 / 3
    let (before, behind) = (count(.acuteLine) / 2, (count(.acuteLine) + 1) / 2)
    fill(.acuteLine) { centre + ($0 % 2 == 0 ? $0 / 2 : -($0 + 1) / 2) }
    fill(.forwarding) { $0 }
    fill(.messageWithoutReferral) { centre + behind + $0 }
    fill(.ringsOut) { centre - before - 1 - $0 }
    fill(.messageToOutOfHours) { -1 - $0 }
    return places
  }
}
