/// Probabilities of being sampled, proportional to size, without replacement.
package enum InclusionProbabilities {
  /// The probabilities n·x/Σx, with those of one or more set to one and the rest recomputed until none is left.
  ///
  /// - Parameters:
  ///   - sizes: the size of each unit, x, above zero and finite, with a finite sum.
  ///   - count: how many units are sampled, n, from 0 to the number of units.
  /// - Returns: one probability per unit, above 0 and at most 1 when `count` is above 0; their sum is `count`.
  /// - Complexity: O(N·r) for N units and r rounds, at most as many as there are certain units.
  /// - Source: the definition that R's `sampling::inclusionprobabilities` follows; Tillé, Sampling Algorithms (2006),
  ///   section 2.10.
  package static func proportionalToSize(_ sizes: [Double], count: Int) -> [Double] {
    precondition((0...sizes.count).contains(count), "no more units can be sampled than there are")
    var isCertain = [Bool](repeating: false, count: sizes.count)
    var certain = 0
    while true {
      let rest = zip(sizes, isCertain).reduce(0) { $1.1 ? $0 : $0 + $1.0 }
      let left = Double(count - certain)
      let probabilities = zip(sizes, isCertain).map { size, certain in certain ? 1 : left * size / rest }
      let before = certain
      for unit in sizes.indices where !isCertain[unit] && probabilities[unit] >= 1 {
        isCertain[unit] = true
        certain += 1
      }
      if certain == before || certain == sizes.count { return probabilities.map { min($0, 1) } }
    }
  }
}
