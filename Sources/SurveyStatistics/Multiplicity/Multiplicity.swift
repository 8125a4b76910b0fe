/// How p-values are adjusted for being many.
public enum Multiplicity: String, Sendable, Hashable, CaseIterable {
  /// Step-down; keeps the chance of any wrong rejection below the error, always: Holm (1979, Scand. J. Stat. 6:65).
  case holm
  /// Step-up; as Holm but needs independent or positively dependent tests: Hochberg (1988, Biometrika 75:800).
  case hochberg
  /// Every p-value times their number: never better than Holm.
  case bonferroni
  /// Keeps the expected share of wrong rejections below the error: Benjamini and Hochberg (1995, JRSS B 57:289).
  case benjaminiHochberg = "benjamini-hochberg"
  /// The same under any dependence: Benjamini and Yekutieli (2001, Annals of Statistics 29:1165).
  case benjaminiYekutieli = "benjamini-yekutieli"

  /// The adjusted p-values in the order given, each to be compared with the error itself; R's `p.adjust`.
  ///
  /// Nil when one of them is not in [0, 1]. O(n log n).
  public func adjusted(_ pValues: [Double]) -> [Double]? {
    guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    let count = pValues.count
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = pValues
    func raised(_ rank: Int, _ factor: Double) -> Double { min(1, factor * pValues[order[rank]]) }
    switch self {
    case .bonferroni:
      for rank in 0..<count { result[order[rank]] = raised(rank, Double(count)) }
    case .holm:
      var greatest = 0.0
      for rank in 0..<count {
        greatest = max(greatest, raised(rank, Double(count - rank)))
        result[order[rank]] = greatest
      }
    case .hochberg: stepUp { Double(count - $0) }
    case .benjaminiHochberg: stepUp { Double(count) / Double($0 + 1) }
    case .benjaminiYekutieli:
      let harmonic = (0..<count).reduce(0) { $0 + 1 / Double($1 + 1) }
      stepUp { Double(count) * harmonic / Double($0 + 1) }
    }
    return result

    func stepUp(_ factor: (_ rank: Int) -> Double) {
      var smallest = 1.0
      for rank in (0..<count).reversed() {
        smallest = min(smallest, raised(rank, factor(rank)))
        result[order[rank]] = smallest
      }
    }
  }
}
