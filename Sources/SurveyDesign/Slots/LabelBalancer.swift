/// Gives each of many items one of a few labels, so that the labels are even within every group of items.
///
/// An item belongs to several groups at once (its slot, its stratum, its practice, …), each with a weight that says how
/// much evenness matters there. Unevenness is the weighted sum of the squared numbers of items per group and label;
/// for a given size of a group it is least when the numbers differ by one at most. The search moves items to
/// other labels and exchanges the labels of two items as long as that makes the sum smaller. It is deterministic and
/// bounded in work.
struct LabelBalancer {
  /// The label of each item, from 0 to `labelCount − 1`.
  private(set) var labels: [Int]

  private let labelCount: Int
  private let groups: [[Group]]
  private var counts: [Int]
  private var workLeft = LabelBalancer.mostComparisons

  /// A group that an item belongs to.
  struct Group {
    /// The group's number, counted over groups of all kinds.
    var number: Int
    /// How much evenness matters here, per squared count.
    var weight: Int
  }

  /// The search ends after so many comparisons, a fraction of a second, however large the survey is.
  private static let mostComparisons = 1_000_000

  /// Starts from labels that are already fairly even.
  ///
  /// - Parameter groups: the groups of each item, listed in the same order of kinds for every item.
  init(labels: [Int], labelCount: Int, groups: [[Group]], groupCount: Int) {
    self.labels = labels
    self.labelCount = labelCount
    self.groups = groups
    counts = [Int](repeating: 0, count: groupCount * labelCount)
    for (item, label) in labels.enumerated() {
      for group in groups[item] { counts[group.number * labelCount + label] += 1 }
    }
  }

  /// Moves and exchanges until nothing helps any more.
  ///
  /// - Parameters:
  ///   - cells: lists of items; only items of one list exchange labels.
  ///   - moves: whether an item may also take a new label by itself, which changes how often the labels are used.
  mutating func improve(exchangingWithin cells: [[Int]], moves: Bool) {
    var hasImproved = true
    while hasImproved, workLeft > 0 {
      hasImproved = false
      if moves {
        for item in labels.indices where move(item) { hasImproved = true }
      }
      for cell in cells where exchange(within: cell) { hasImproved = true }
    }
  }

  /// Gives an item the label that suits it best; whether that was another one.
  private mutating func move(_ item: Int) -> Bool {
    workLeft -= labelCount
    guard workLeft > 0 else { return false }
    let old = labels[item]
    var best = (label: old, gain: 0)
    for new in 0..<labelCount where new != old {
      let gain = gain(item, from: old, to: new)
      if gain > best.gain { best = (new, gain) }
    }
    guard best.label != old else { return false }
    relabel(item, as: best.label)
    return true
  }

  private mutating func exchange(within cell: [Int]) -> Bool {
    var hasImproved = false
    for (place, first) in cell.enumerated() {
      for second in cell[(place + 1)...] where labels[first] != labels[second] {
        workLeft -= 1
        guard workLeft > 0 else { return hasImproved }
        guard gain(exchanging: first, second) > 0 else { continue }
        let label = labels[first]
        relabel(first, as: labels[second])
        relabel(second, as: label)
        hasImproved = true
      }
    }
    return hasImproved
  }

  /// Half of how much the sum of squares shrinks when an item changes its label.
  private func gain(_ item: Int, from old: Int, to new: Int) -> Int {
    groups[item].reduce(0) { sum, group in
      let row = group.number * labelCount
      return sum + group.weight * (counts[row + old] - counts[row + new] - 1)
    }
  }

  /// Half of how much the sum of squares shrinks when two items exchange labels; groups they share do not change.
  private func gain(exchanging first: Int, _ second: Int) -> Int {
    let (old, new) = (labels[first], labels[second])
    var sum = 0
    for (group, other) in zip(groups[first], groups[second]) where group.number != other.number {
      let row = group.number * labelCount
      let otherRow = other.number * labelCount
      sum += group.weight * (counts[row + old] - counts[row + new] - 1)
      sum += other.weight * (counts[otherRow + new] - counts[otherRow + old] - 1)
    }
    return sum
  }

  private mutating func relabel(_ item: Int, as new: Int) {
    let old = labels[item]
    for group in groups[item] {
      counts[group.number * labelCount + old] -= 1
      counts[group.number * labelCount + new] += 1
    }
    labels[item] = new
  }
}
