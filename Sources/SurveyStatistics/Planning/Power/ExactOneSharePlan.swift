/// An exact one-sided binomial test with a given number of trials: critical count, true error and power.
package struct ExactOneSharePlan: Sendable, Equatable {
  /// How many trials.
  package let trials: Int
  /// The share that the test tries to refute.
  package let null: Double
  /// The share at which the power is stated.
  package let share: Double
  /// The count from which (for a greater share) or up to which (for a smaller one) the test rejects.
  package let criticalCount: Int
  /// The true probability of rejecting at the null value, at most the error asked for.
  package let error: Double
  /// The probability of rejecting at the share.
  package let power: Double

  /// Nil for negative trials, shares outside [0, 1] or equal, an error outside (0, ½], or when no count could reject.
  ///
  /// O(√trials · log trials).
  package init?(trials: Int, null: Double, share: Double, error: Double = 0.05) {
    guard trials >= 0, trials <= Tally.mostTrials, null >= 0, null <= 1, share >= 0, share <= 1,
      null != share,
      error > 0, error <= 0.5
    else { return nil }
    self.trials = trials
    self.null = null
    self.share = share
    let under = Binomial(trials: trials, probability: null)
    let at = Binomial(trials: trials, probability: share)
    if share > null {
      criticalCount = BinarySearch.firstIndex(in: 0..<(trials + 1)) { under.upperTail($0) <= error }
      guard criticalCount <= trials else { return nil }
      self.error = under.upperTail(criticalCount)
      power = at.upperTail(criticalCount)
    } else {
      criticalCount = BinarySearch.firstIndex(in: 0..<(trials + 1)) { under.cdf($0) > error } - 1
      guard criticalCount >= 0 else { return nil }
      self.error = under.cdf(criticalCount)
      power = at.cdf(criticalCount)
    }
  }

  /// The plan with the fewest trials in a range that has the power asked for; nil when there is none.
  ///
  /// The range must lie within 0…10,000,000, else nil too. Power moves in a saw-tooth. `isConservative` asks that all
  /// greater numbers in the range have it too, as R's `gsDesign::nBinomial1Sample` does; the answer then depends on
  /// where the range ends. O(range) plans.
  package static func smallest(
    in range: ClosedRange<Int>, null: Double, share: Double, power: Double = 0.8, error: Double = 0.05,
    isConservative: Bool = true
  ) -> ExactOneSharePlan? {
    guard range.lowerBound >= 0, range.upperBound <= mostTrials else { return nil }
    var found: ExactOneSharePlan?
    for step in 0..<range.count {
      let trials = isConservative ? range.upperBound - step : range.lowerBound + step
      let plan = ExactOneSharePlan(trials: trials, null: null, share: share, error: error)
      let isEnough = (plan?.power ?? 0) >= power
      if isConservative {
        guard isEnough else { return found }
        found = plan
      } else if isEnough {
        return plan
      }
    }
    return found
  }

  private static let mostTrials = 10_000_000
}
