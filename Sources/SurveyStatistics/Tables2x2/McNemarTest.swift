/// McNemar's test whether two paired shares are equal; only the discordant pairs matter.
///
/// McNemar (1947, Psychometrika 12:153). `greater` asks whether the first share is greater.
package enum McNemarTest {
  /// The exact test: given the discordant pairs, the first-only ones are binomial with probability ½.
  ///
  /// Two-sided is twice the smaller side, at most 1 (for ½ the same as minimum likelihood). The statistic is the count
  /// of first-only pairs. Without discordant pairs the p-value is 1. O(√pairs).
  package static func exact(_ counts: PairedCounts, alternative: Alternative = .twoSided) -> TestResult {
    result(counts, alternative, isMidP: false)
  }

  /// The exact test with half the probability of the count seen; the usual choice (Fagerland, Lydersen, Laake 2013).
  ///
  /// Everything else as for the exact test, but that equal counts give a two-sided p-value of 1 − ½·P(X = b): the exact one
  /// is cut to 1 before the half is taken off (Fagerland, Lydersen, Laake 2013, BMC Med. Res. Methodol. 13:91; their R package
  /// contingencytables). Without discordant pairs that is ½.
  package static func midP(_ counts: PairedCounts, alternative: Alternative = .twoSided) -> TestResult {
    result(counts, alternative, isMidP: true)
  }

  /// The large-sample test z = (b − c)/√(b + c), with b and c the first-only and second-only pairs; z² is chi-square.
  ///
  /// With the continuity correction |b − c| is lessened by 1 (Edwards 1948), as R's `mcnemar.test` does. Without
  /// discordant pairs z is 0.
  package static func asymptotic(
    _ counts: PairedCounts, isCorrected: Bool = false, alternative: Alternative = .twoSided
  ) -> TestResult {
    let (b, c) = (Double(counts.firstOnly), Double(counts.secondOnly))
    var excess = b - c
    if isCorrected { excess -= excess.signum }
    let z = excess == 0 ? 0 : excess / (b + c).squareRoot()
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  private static func result(
    _ counts: PairedCounts, _ alternative: Alternative, isMidP: Bool
  ) -> TestResult {
    let count = counts.firstOnly
    let distribution = Binomial(trials: count + counts.secondOnly, probability: 0.5)
    let half = isMidP ? 0.5 * distribution.pmf(count) : 0
    let less = distribution.cdf(count) - half
    let greater = distribution.upperTail(count) - half
    let pValue =
      switch alternative {
      case .less: less
      case .greater: greater
      case .twoSided: counts.firstOnly == counts.secondOnly ? 1 - half : 2 * min(less, greater)
      }
    return TestResult(statistic: Double(count), pValue: pValue)
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate var signum: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
