extension SlotRotation {
  /// The sets in an order that gives every stratum each slot as equally often as can be had.
  ///
  /// The smallest stratum chooses first, always the set that keeps its own slots and pairs most even, and among
  /// equals the one of which most are left. Then practices of different strata exchange sets as long as that helps. Which
  /// sets are used how often in all does not change.
  /// - Parameter sizes: the sizes of the strata; they add up to the number of sets.
  /// - Returns: one set per practice, stratum after stratum in the given order.
  func dealt(toStrataOf sizes: [Int], slots: Int) -> [[Int]] {
    guard sizes.count > 1, let first = sets.first, first.count > 1, first.count < slots else { return sets }
    var hands = chosen(byStrataOf: sizes, slots: slots)
    exchange(&hands, slots: slots)
    return hands.flatMap(\.self)
  }

  /// Choosing compares every practice with every different set; with more comparisons the given order is kept.
  private static let mostComparisons = 2_000_000

  private func chosen(byStrataOf sizes: [Int], slots: Int) -> [[[Int]]] {
    var different: [[Int]] = []
    var left: [Int] = []
    for set in sets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if different.last == set {
        left[left.count - 1] += 1
      } else {
        different.append(set)
        left.append(1)
      }
    }
    var hands = [[[Int]]](repeating: [], count: sizes.count)
    guard different.count * sets.count <= Self.mostComparisons else {
      var rest = sets[...]
      for (stratum, size) in sizes.enumerated() {
        hands[stratum] = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      return hands
    }
    for stratum in sizes.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      var meetings = SlotMeetings(slots: slots)
      for _ in 0..<sizes[stratum] {
        var best: (place: Int, cost: Int)?
        for place in different.indices where left[place] > 0 {
          let cost = meetings.costOfAdding(different[place])
          if let found = best, (found.cost, -left[found.place]) <= (cost, -left[place]) { continue }
          best = (place, cost)
        }
        guard let place = best?.place else { break }
        left[place] -= 1
        meetings.add(different[place])
        hands[stratum].append(different[place])
      }
    }
    return hands
  }

  /// Exchanges sets between strata as long as that makes slots more even within them.
  private func exchange(_ hands: inout [[[Int]]], slots: Int) {
    var uses = hands.map { hand in
      hand.reduce(into: [Int](repeating: 0, count: slots)) { counts, set in
        for slot in set { counts[slot] += 1 }
      }
    }
    var workLeft = Self.mostComparisons
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for first in hands.indices {
        for second in hands.indices where second > first {
          for place in hands[first].indices {
            for otherPlace in hands[second].indices {
              workLeft -= 1
              guard workLeft > 0 else { return }
              let (set, other) = (hands[first][place], hands[second][otherPlace])
              guard Self.gain(exchanging: set, other, uses[first], uses[second]) > 0 else { continue }
              for slot in set {
                uses[first][slot] -= 1
                uses[second][slot] += 1
              }
              for slot in other {
                uses[first][slot] += 1
                uses[second][slot] -= 1
              }
              hands[first][place] = other
              hands[second][otherPlace] = set
              hasImproved = true
            }
          }
        }
      }
    }
  }

  /// Half of how much the sums of squared uses in two strata shrink when they exchange two sets.
  private static func gain(exchanging set: [Int], _ other: [Int], _ uses: [Int], _ otherUses: [Int]) -> Int {
    var gain = 0
    for slot in set where !other.contains(slot) { gain += uses[slot] - otherUses[slot] - 1 }
    for slot in other where !set.contains(slot) { gain += otherUses[slot] - uses[slot] - 1 }
    return gain
  }
}
