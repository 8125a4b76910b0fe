/// Tests whether a share equals a given value, from a count of successes among trials.
///
/// All return nil when there are no trials, the count is not between 0 and the trials, or the null value is not in
/// [0, 1].
public enum ProportionTest {
  /// The exact binomial test.
  ///
  /// Two-sided by minimum likelihood, as R's `binom.test` and SciPy's `binomtest`: the p-value is the probability of
  /// all counts that are no likelier than the one seen, with a relative fuzz of 1e-7 for ties. The statistic is the
  /// count. O(√trials).
  public static func exact(
    successes: Int, trials: Int, null: Double, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isValid(successes, trials, null) else { return nil }
    let distribution = Binomial(trials: trials, probability: null)
    let pValue =
      switch alternative {
      case .less: distribution.cdf(successes)
      case .greater: distribution.upperTail(successes)
      case .twoSided: minimumLikelihood(successes, distribution)
      }
    return TestResult(statistic: Double(successes), pValue: pValue)
  }

  /// The exact binomial test with half the probability of the count seen.
  ///
  /// Two-sided is twice the smaller side, so that it agrees with the mid-p interval. Less conservative than the exact
  /// test, and no longer guaranteed (Lancaster 1961, JASA 56:223). The statistic is the count. O(√trials).
  public static func midP(
    successes: Int, trials: Int, null: Double, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isValid(successes, trials, null) else { return nil }
    let distribution = Binomial(trials: trials, probability: null)
    let half = 0.5 * distribution.pmf(successes)
    let less = (successes > 0 ? distribution.cdf(successes - 1) : 0) + half
    let greater = distribution.upperTail(successes + 1) + half
    let pValue =
      switch alternative {
      case .less: less
      case .greater: greater
      case .twoSided: 2 * min(less, greater)
      }
    return TestResult(statistic: Double(successes), pValue: pValue)
  }

  /// The score test, whose standard error is that of the null value; the one that Wilson's interval inverts.
  ///
  /// The statistic is z = (p̂ − p₀)/√(p₀q₀/n); infinite when the null value is 0 or 1 and the count says otherwise.
  public static func score(
    successes: Int, trials: Int, null: Double, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isValid(successes, trials, null) else { return nil }
    let counts = ProportionInterval.Counts(
      successes: Double(successes), failures: Double(trials - successes))
    let excess = SaddlePoint.excess(
      counts.successes, remainder: counts.failures, p: null, q: 1 - null)
    let z = excess == 0 ? 0 : excess / (counts.trials * null * (1 - null)).squareRoot()
    return TestResult(statistic: z, pValue: normalPValue(z, alternative))
  }

  /// The likelihood-ratio test; the one that the likelihood-ratio interval inverts.
  ///
  /// The statistic is twice the drop of the log-likelihood, with one degree of freedom; one-sided p-values use its
  /// signed square root (Wilks 1938).
  public static func likelihoodRatio(
    successes: Int, trials: Int, null: Double, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isValid(successes, trials, null) else { return nil }
    let counts = ProportionInterval.Counts(
      successes: Double(successes), failures: Double(trials - successes))
    let drop = counts.likelihoodDrop(p: null, q: 1 - null)
    let root = counts.share < null ? -drop.squareRoot() : drop.squareRoot()
    return TestResult(statistic: drop, degreesOfFreedom: 1, pValue: normalPValue(root, alternative))
  }

  private static func isValid(_ successes: Int, _ trials: Int, _ null: Double) -> Bool {
    trials > 0 && trials < Int.max && successes >= 0 && successes <= trials && null >= 0 && null <= 1
  }

  private static func normalPValue(_ z: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .less: Normal.cdf(z)
    case .greater: Normal.upperTail(z)
    case .twoSided: 2 * Normal.upperTail(abs(z))
    }
  }

  private static func minimumLikelihood(_ successes: Int, _ distribution: Binomial) -> Double {
    let mean = distribution.mean
    if Double(successes) == mean { return 1 }
    let threshold = distribution.pmf(successes) * (1 + 1e-7)
    if Double(successes) < mean {
      // On the far side of the mean the masses fall: the counts no likelier than the one seen are an upper tail.
      let start = min(Int(mean.rounded(.up)), distribution.trials)
      let first = BinarySearch.firstIndex(in: start..<(distribution.trials + 1)) {
        distribution.pmf($0) <= threshold
      }
      return distribution.cdf(successes) + distribution.upperTail(first)
    }
    let end = Int(mean.rounded(.down))
    let last = BinarySearch.firstIndex(in: 0..<(end + 1)) { distribution.pmf($0) > threshold } - 1
    return distribution.upperTail(successes) + distribution.cdf(last)
  }
}
