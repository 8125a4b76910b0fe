/// How p-values are adjusted for being many.
package enum Multiplicity {
  /// The p-values adjusted step-down, in the order given, each to be compared with the error itself.
  ///
  /// Keeps the chance of any wrong rejection below the error, always: Holm (1979, Scand. J. Stat. 6:65); R's `p.adjust`. Nil when one of
  /// them is not in [0, 1]. O(n log n).
  package static func holm(_ pValues: [Double]) -> [Double]? {
    guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = pValues
    var greatest = 0.0
    for (rank, place) in order.enumerated() {
      greatest = max(greatest, min(1, Double(pValues.count - rank) * pValues[place]))
      result[place] = greatest
    }
    return result
  }
}
