/// Power and size of tests of two shares from separate samples, by normal approximation.
///
/// All return nil for shares outside (0, 1), an error outside (0, ½], or sizes that are not positive; sizes also for
/// equal shares or a power not between the error and 1. One-sided tests look in the direction in which the shares
/// differ.
package enum TwoSharePlan {
  /// The power of the pooled z test (Pearson's chi-square).
  ///
  /// As R's `power.prop.test`, for unequal groups as statsmodels; the chance to reject in the wrong direction is left out. Fleiss, Tytun and Ury (1980, Biometrics 36:343).
  package static func power(
    first: Double, second: Double, firstTrials: Double, secondTrials: Double, error: Double = 0.05,
    isTwoSided: Bool = true
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), firstTrials > 0,
      secondTrials > 0,
      firstTrials.isFinite, secondTrials.isFinite
    else { return nil }
    let pooled = (firstTrials * first + secondTrials * second) / (firstTrials + secondTrials)
    let under = (pooled * (1 - pooled) * (1 / firstTrials + 1 / secondTrials)).squareRoot()
    let at = (first * (1 - first) / firstTrials + second * (1 - second) / secondTrials).squareRoot()
    let difference = abs(first - second)
    return tail(difference - z * under, at)
  }

  /// The size n₀ of the first group at which the pooled z test has the power; the second has `ratio` times as many.
  ///
  ///     TwoSharePlan.size(first: 0.10, second: 0.06)   // 720.917: 721 per group
  ///
  /// R's `power.prop.test`. Fleiss, Levin and Paik (2003), chapter 4.
  package static func size(
    first: Double, second: Double, power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true,
    ratio: Double = 1
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), first != second,
      power > error,
      power < 1, ratio > 0, ratio.isFinite
    else { return nil }
    let pooled = (first + ratio * second) / (1 + ratio)
    let under = (pooled * (1 - pooled) * (1 + 1 / ratio)).squareRoot()
    let at = (first * (1 - first) + second * (1 - second) / ratio).squareRoot()
    let root = (z * under + Normal.quantile(power) * at) / (first - second)
    return root * root
  }

  /// The probability that a normal deviate of a spread, possibly none at all, stays below an excess.
  static func tail(_ excess: Double, _ spread: Double) -> Double {
    spread > 0 ? Normal.cdf(excess / spread) : excess > 0 ? 1 : 0
  }

  /// The standard normal value beyond which the test rejects; nil for an error outside (0, ½].
  static func critical(_ error: Double, _ isTwoSided: Bool) -> Double? {
    guard error > 0, error <= 0.5 else { return nil }
    return Normal.quantile(upperTail: isTwoSided ? 0.5 * error : error)
  }

  private static func isShare(_ share: Double) -> Bool { share > 0 && share < 1 }
}
