/// An exact test that a share lies between two limits: two one-sided binomial tests.
///
/// Schuirmann (1987). As statsmodels' `binom_tost_reject_interval` and `power_binom_tost`.
public struct EquivalencePlan: Sendable, Hashable {
  /// How many trials.
  public let trials: Int
  /// The counts that show equivalence; nil when no count can.
  public let equivalentCounts: ClosedRange<Int>?

  /// Nil for negative trials, unless 0 ≤ lower < upper ≤ 1, or for an error outside (0, ½].
  ///
  /// A count counts when P(X ≥ count) at the lower limit and P(X ≤ count) at the upper limit are at most the error.
  /// O(√trials · log trials).
  public init?(trials: Int, lower: Double, upper: Double, error: Double = 0.05) {
    guard trials >= 0, trials <= Tally.mostTrials, lower >= 0, lower < upper, upper <= 1, error > 0,
      error <= 0.5
    else { return nil }
    self.trials = trials
    let atLower = Binomial(trials: trials, probability: lower)
    let atUpper = Binomial(trials: trials, probability: upper)
    let first = BinarySearch.firstIndex(in: 0..<(trials + 1)) { atLower.upperTail($0) <= error }
    let last = BinarySearch.firstIndex(in: 0..<(trials + 1)) { atUpper.cdf($0) > error } - 1
    equivalentCounts = first <= last ? first...last : nil
  }

  /// The probability of showing equivalence at a true share; NaN for one outside [0, 1].
  public func power(atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    guard let equivalentCounts else { return 0 }
    let distribution = Binomial(trials: trials, probability: rate)
    return max(
      0, distribution.cdf(equivalentCounts.upperBound) - distribution.cdf(equivalentCounts.lowerBound - 1))
  }
}
