/// Power and size of tests of two shares from separate samples, by normal approximation.
///
/// All return nil for shares outside (0, 1), an error outside (0, ½], or sizes that are not positive; sizes also for
/// equal shares or a power not between the error and 1. One-sided tests look in the direction in which the shares
/// differ.
public enum TwoSharePlan {
  /// The power of the pooled z test (Pearson's chi-square).
  ///
  /// As R's `power.prop.test`, for unequal groups as statsmodels. `countsBothTails` adds the chance to reject in the
  /// wrong direction: R's `strict = TRUE`, Stata. Fleiss, Tytun and Ury (1980, Biometrics 36:343).
  public static func power(
    first: Double, second: Double, firstTrials: Double, secondTrials: Double, error: Double = 0.05,
    isTwoSided: Bool = true, countsBothTails: Bool = false
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), firstTrials > 0,
      secondTrials > 0,
      firstTrials.isFinite, secondTrials.isFinite
    else { return nil }
    let pooled = (firstTrials * first + secondTrials * second) / (firstTrials + secondTrials)
    let under = (pooled * (1 - pooled) * (1 / firstTrials + 1 / secondTrials)).squareRoot()
    let at = (first * (1 - first) / firstTrials + second * (1 - second) / secondTrials).squareRoot()
    let difference = abs(first - second)
    let near = tail(difference - z * under, at)
    guard isTwoSided, countsBothTails else { return near }
    return near + tail(-difference - z * under, at)
  }

  /// The size n₀ of the first group at which the pooled z test has the power; the second has `ratio` times as many.
  ///
  ///     TwoSharePlan.size(first: 0.10, second: 0.06)   // 720.917: 721 per group
  ///
  /// R's `power.prop.test`. Fleiss, Levin and Paik (2003), chapter 4.
  public static func size(
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

  /// The size n₀ per group with the unpooled variance throughout: (z_α + z_β)²(p₁q₁ + p₂q₂)/δ².
  ///
  /// The difference to be shown is stated by itself and may differ from p₁ − p₂ (R's samplesize4surveys `ss4dpH`); for
  /// non-inferiority it is the distance of the true difference from the margin (Chow, Shao and Wang 2008, 4.2).
  public static func unpooledSize(
    first: Double, second: Double, difference: Double, power: Double = 0.8, error: Double = 0.05,
    isTwoSided: Bool = true
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), difference != 0,
      difference.isFinite, power > error, power < 1
    else { return nil }
    let root = (z + Normal.quantile(power)) / difference
    return root * root * (first * (1 - first) + second * (1 - second))
  }

  /// The size n₀ per group to show that the first share is not greater than the second by the margin or more.
  ///
  /// One-sided, (z_α + z_β)²(p₁q₁ + p₂q₂)/(p₁ − p₂ − margin)². For shares of which small is bad, swap the groups. Nil
  /// also when p₁ − p₂ is not below the margin: then there is nothing to show. Chow, Shao and Wang (2008), 4.2.
  public static func nonInferioritySize(
    first: Double, second: Double, margin: Double, power: Double = 0.8, error: Double = 0.05
  ) -> Double? {
    guard first - second < margin else { return nil }
    return unpooledSize(
      first: first, second: second, difference: first - second - margin, power: power, error: error,
      isTwoSided: false)
  }

  /// The power by Cohen's (1988) arcsine approximation, both tails counted: R's `pwr.2p2n.test`.
  public static func arcsinePower(
    first: Double, second: Double, firstTrials: Double, secondTrials: Double, error: Double = 0.05,
    isTwoSided: Bool = true
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), firstTrials > 0,
      secondTrials > 0
    else { return nil }
    let size = 1 / (1 / firstTrials + 1 / secondTrials)
    let shift = abs(arcsineEffect(first, second)) * size.squareRoot()
    return Normal.cdf(shift - z) + (isTwoSided ? Normal.cdf(-shift - z) : 0)
  }

  /// The size n₀ per group at which the arcsine approximation has the power: R's `pwr.2p.test`.
  public static func arcsineSize(
    first: Double, second: Double, power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true
  ) -> Double? {
    guard let z = critical(error, isTwoSided), isShare(first), isShare(second), first != second,
      power > error,
      power < 1
    else { return nil }
    let effect = abs(arcsineEffect(first, second))
    // One tail alone needs a little more than both: it bounds the answer from above.
    let root = (z + Normal.quantile(power)) / effect
    let oneTail = 2 * root * root
    guard isTwoSided else { return oneTail }
    return RootFinder.root(from: 1e-9 * oneTail, to: oneTail * (1 + 1e-9)) { size in
      let shift = effect * (0.5 * size).squareRoot()
      return Normal.cdf(shift - z) + Normal.cdf(-shift - z) - power
    }
  }

  /// The probability that a normal deviate of a spread, possibly none at all, stays below an excess.
  static func tail(_ excess: Double, _ spread: Double) -> Double {
    spread > 0 ? Normal.cdf(excess / spread) : excess > 0 ? 1 : 0
  }

  /// Cohen's h: 2 arcsin √p₁ − 2 arcsin √p₂.
  static func arcsineEffect(_ first: Double, _ second: Double) -> Double {
    2 * asin(first.squareRoot()) - 2 * asin(second.squareRoot())
  }

  /// The standard normal value beyond which the test rejects; nil for an error outside (0, ½].
  static func critical(_ error: Double, _ isTwoSided: Bool) -> Double? {
    guard error > 0, error <= 0.5 else { return nil }
    return Normal.quantile(upperTail: isTwoSided ? 0.5 * error : error)
  }

  private static func isShare(_ share: Double) -> Bool { share > 0 && share < 1 }
}
