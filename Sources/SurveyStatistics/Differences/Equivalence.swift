/// Whether a difference is shown to lie within margins that make no practical difference.
///
/// Two one-sided tests (Schuirmann 1987), equivalent to asking whether the interval with twice the error lies inside
/// the margins.
package struct Equivalence: Sendable, Equatable {
  /// The estimated difference.
  package let difference: Double
  /// The interval of confidence 1 − 2 × error: 90 % for an error of 5 %.
  package let interval: ConfidenceInterval
  /// The p-value of the test that the difference is not above the lower margin.
  package let pValueAboveLower: Double
  /// The p-value of the test that the difference is not below the upper margin.
  package let pValueBelowUpper: Double
  /// The error probability that was allowed.
  package let error: Double

  /// The greater of the two p-values: the one that equivalence must show.
  package var pValue: Double { max(pValueAboveLower, pValueBelowUpper) }

  /// Whether both one-sided tests reject.
  package var isShown: Bool { pValue <= error }
}

extension ProportionDifference {
  /// Whether the first share is shown to differ from the second by less than the margins, by two score tests.
  ///
  /// The tests are those of Farrington and Manning (1990, Statistics in Medicine 9:1447), with the factor N/(N − 1)
  /// when `isUnbiased`; the interval inverts them. Margins are differences such as −0.05 and 0.05. Nil unless
  /// −1 ≤ lower < upper ≤ 1 and 0 < error ≤ ½.
  package static func equivalence(
    _ first: Tally, minus second: Tally, lowerMargin: Double, upperMargin: Double, error: Double = 0.05,
    isUnbiased: Bool = true
  ) -> Equivalence? {
    guard lowerMargin >= -1, lowerMargin < upperMargin, upperMargin <= 1, error > 0, error <= 0.5 else {
      return nil
    }
    func z(_ null: Double) -> Double {
      scoreStatistic(first, second, null: null, isUnbiased: isUnbiased)
    }
    return Equivalence(
      difference: first.share - second.share,
      interval: scoreInterval(
        first, second, z: Normal.quantile(upperTail: error), isUnbiased: isUnbiased),
      pValueAboveLower: Normal.upperTail(z(lowerMargin)), pValueBelowUpper: Normal.cdf(z(upperMargin)),
      error: error)
  }

  /// The test that the first share is not worse than the second by the margin or more, worse meaning greater.
  ///
  /// For shares not reached, where small is good: rejects first − second ≥ margin. The margin is positive for
  /// non-inferiority, 0 for superiority, negative for superiority by an amount. The statistic is the score z. Nil for
  /// a margin outside [−1, 1]. Farrington and Manning (1990), with N/(N − 1) when `isUnbiased`.
  package static func nonInferiority(
    _ first: Tally, minus second: Tally, margin: Double, isUnbiased: Bool = true
  ) -> TestResult? {
    scoreTest(first, minus: second, null: margin, alternative: .less, isUnbiased: isUnbiased)
  }
}
