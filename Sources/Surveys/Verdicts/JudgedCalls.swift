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
  /// The valid calls.
  package let calls: Int
  /// How many independent ones they are judged as.
  package let worth: Double
  /// How many of the calls count as unreached: not whole where practices weigh differently.
  private let unreached: Double
  private let overStrata: StratifiedShare?

  /// The unreached calls on which alone, with the rule, the p-values hang; `nil` where strata matter, too.
  var tally: Double? { overStrata == nil ? unreached : nil }

  /// Nil where nothing can be judged: no call, or nothing known of how calls of other practices would have ended, as with a single
  /// practice or strata of one.
  package init?(_ estimate: RateEstimate, error: Double) {
    guard let share = estimate.rate else { return nil }
    calls = estimate.calls
    overStrata = estimate.overStrata
    guard let size = estimate.effectiveCalls else {
      worth = Double(calls)
      unreached = Double(estimate.unreached)
      return
    }
    guard estimate.interval != nil else { return nil }
    worth = min(size, Double(calls)) * Self.shrinkage(estimate, error: error)
    guard worth >= 1 else { return nil }
    unreached = share * Double(calls)
  }

  private static func shrinkage(_ estimate: RateEstimate, error: Double) -> Double {
    guard let degrees = estimate.degreesOfFreedom, degrees > 0, error < 0.5 else { return 1 }
    let known = StudentT(degreesOfFreedom: Double(max(estimate.calls - 1, degrees))).quantile(
      upperTail: error)
    let ratio = known / StudentT(degreesOfFreedom: Double(degrees)).quantile(upperTail: error)
    return ratio * ratio
  }

  /// The rule for a target; the counts that it names are for calls that all weigh alike.
  package func rule(target: Double, error: Double) -> VerdictRule? {
    VerdictRule(calls: calls, worth: worth, target: target, error: error)
  }

  /// The p-value of "not below the target": small when so few unreached calls are unlikely at it.
  package func pValueOfMeeting(_ rule: VerdictRule) -> Double {
    overStrata?.pValue(target: rule.target, isBelow: true) ?? rule.pValueOfMeeting(unreached: unreached)
  }

  /// The p-value of "not above the target": small when so many unreached calls are unlikely at it.
  package func pValueOfFailing(_ rule: VerdictRule) -> Double {
    overStrata?.pValue(target: rule.target, isBelow: false) ?? rule.pValueOfFailing(unreached: unreached)
  }

  /// The verdict by a rule for so many calls.
  package func verdict(by rule: VerdictRule) -> Verdict {
    if overStrata == nil, let whole = Int(exactly: unreached) { return rule.verdict(unreached: whole) }
    if pValueOfMeeting(rule) <= rule.error { return .meets }
    return pValueOfFailing(rule) <= rule.error ? .fails : .undecided
  }
}
