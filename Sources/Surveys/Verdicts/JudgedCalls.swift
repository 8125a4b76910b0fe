package import SurveyStatistics

/// The independent calls that a verdict on a rate is about, and how many of them count as unreached.
///
/// Calls that are not independent are judged at the number that would be as precise, rounded down, and the unreached among them
/// rounded against whatever is to be shown. More precise than independent calls counts as independent. Few practices tell little
/// of how much practices differ: the number is multiplied by (t with n − 1 / t with the design's degrees of freedom)² at the
/// verdict's error, as Korn and Graubard (1998, Survey Methodology 24:193) do for intervals.
///
/// A rate over several strata is judged by the score test over strata, whose interval it has; its number of calls is then only what
/// such a rate is worth.
package struct JudgedCalls: Hashable {
  /// How many.
  package let trials: Int
  /// The unreached, rounded up: the count that must be small to show that a target is met.
  private let most: Int
  /// The unreached, rounded down: the count that must be great to show that it is not.
  private let least: Int
  private let overStrata: StratifiedShare?

  /// Nil where nothing can be judged: no call, or nothing known of how calls of other practices would have ended, as with a single
  /// practice or strata of one.
  package init?(_ estimate: RateEstimate, error: Double) {
    guard let share = estimate.rate else { return nil }
    overStrata = estimate.overStrata
    guard let effective = estimate.effectiveCalls else {
      trials = estimate.calls
      (most, least) = (estimate.unreached, estimate.unreached)
      return
    }
    guard estimate.interval != nil else { return nil }
    let calls = min(effective, Double(estimate.calls))
    trials = Int(calls * Self.shrinkage(estimate, error: error))
    guard trials > 0 else { return nil }
    let unreached = share * Double(trials)
    most = min(trials, Int(unreached.rounded(.up)))
    least = Int(unreached.rounded(.down))
  }

  private static func shrinkage(_ estimate: RateEstimate, error: Double) -> Double {
    guard let degrees = estimate.degreesOfFreedom, degrees > 0, error < 0.5 else { return 1 }
    let known = StudentT(degreesOfFreedom: Double(max(estimate.calls - 1, degrees))).quantile(
      upperTail: error)
    let ratio = known / StudentT(degreesOfFreedom: Double(degrees)).quantile(upperTail: error)
    return ratio * ratio
  }

  /// The p-value of "not below the target".
  func pValueOfMeeting(_ rule: VerdictRule) -> Double {
    overStrata?.pValue(target: rule.target, alternative: .less) ?? rule.pValueOfMeeting(unreached: most)
  }

  /// The p-value of "not above the target".
  func pValueOfFailing(_ rule: VerdictRule) -> Double {
    overStrata?.pValue(target: rule.target, alternative: .greater) ?? rule.pValueOfFailing(unreached: least)
  }

  /// The verdict by a rule for so many calls.
  package func verdict(by rule: VerdictRule) -> Verdict {
    guard overStrata == nil else {
      if pValueOfMeeting(rule) <= rule.error { return .meets }
      return pValueOfFailing(rule) <= rule.error ? .fails : .undecided
    }
    if rule.verdict(unreached: most) == .meets { return .meets }
    return rule.verdict(unreached: least) == .fails ? .fails : .undecided
  }
}
