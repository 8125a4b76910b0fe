package import SurveyStatistics

/// The independent calls that a verdict on a rate is about, and how many of them count as unreached.
///
/// Calls that are not independent are judged as the number that would be as precise, at most as many as were made; it need not be whole
/// (the binomial tails are incomplete beta functions). Few practices tell little of how much practices differ: the number is
/// multiplied by (t with n − 1 / t with the design's degrees of freedom)² at the verdict's error, as Korn and Graubard (1998, Survey
/// Methodology 24:193) do for intervals.
///
/// A rate over several strata is judged by the score test over strata, whose interval it has; its number of calls is then only what
/// such a rate is worth.
package struct JudgedCalls {
  /// How many, rounded down.
  package let trials: Int
  /// The unreached calls; `nil` where they are not whole, because calls are not independent.
  private let unreached: Int?
  private let effective: (trials: Double, unreached: Double)
  private let overStrata: StratifiedShare?

  /// Nil where nothing can be judged: no call, or nothing known of how calls of other practices would have ended, as with a single
  /// practice or strata of one.
  package init?(_ estimate: RateEstimate, error: Double) {
    guard let share = estimate.rate else { return nil }
    overStrata = estimate.overStrata
    guard let size = estimate.effectiveCalls else {
      trials = estimate.calls
      unreached = estimate.unreached
      effective = (Double(estimate.calls), Double(estimate.unreached))
      return
    }
    guard estimate.interval != nil else { return nil }
    let calls = min(size, Double(estimate.calls)) * Self.shrinkage(estimate, error: error)
    trials = Int(calls)
    guard trials > 0 else { return nil }
    unreached = nil
    effective = (calls, share * calls)
  }

  private static func shrinkage(_ estimate: RateEstimate, error: Double) -> Double {
    guard let degrees = estimate.degreesOfFreedom, degrees > 0, error < 0.5 else { return 1 }
    let known = StudentT(degreesOfFreedom: Double(max(estimate.calls - 1, degrees))).quantile(
      upperTail: error)
    let ratio = known / StudentT(degreesOfFreedom: Double(degrees)).quantile(upperTail: error)
    return ratio * ratio
  }

  /// The p-value of "not below the target": small when so few unreached calls are unlikely at it.
  package func pValueOfMeeting(_ rule: VerdictRule) -> Double {
    if let unreached { return rule.pValueOfMeeting(unreached: unreached) }
    if let overStrata { return overStrata.pValue(target: rule.target, alternative: .less) }
    let rest = effective.trials - effective.unreached
    return rest > 0 ? BetaDistribution(effective.unreached + 1, rest).upperTail(rule.target) : 1
  }

  /// The p-value of "not above the target": small when so many unreached calls are unlikely at it.
  package func pValueOfFailing(_ rule: VerdictRule) -> Double {
    if let unreached { return rule.pValueOfFailing(unreached: unreached) }
    if let overStrata { return overStrata.pValue(target: rule.target, alternative: .greater) }
    let rest = effective.trials - effective.unreached
    return effective.unreached > 0
      ? BetaDistribution(effective.unreached, rest + 1).cdf(rule.target) : 1
  }

  /// The verdict by a rule for so many calls.
  package func verdict(by rule: VerdictRule) -> Verdict {
    if let unreached { return rule.verdict(unreached: unreached) }
    if pValueOfMeeting(rule) <= rule.error { return .meets }
    return pValueOfFailing(rule) <= rule.error ? .fails : .undecided
  }
}
