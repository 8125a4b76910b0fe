package import SurveyStatistics
internal import Surveys

/// What a survey says of one group: an hour, a municipality, all calls.
package struct GroupFinding: Equatable, Sendable {
  /// What the group is made by: `slot`, `pooled`, `all` or a column.
  package var by: String
  /// The group.
  package var group: String
  /// Valid calls.
  package var calls: Int
  /// Of these, the calls that were not reached.
  package var unreached: Int
  /// Calls that were not valid.
  package var invalid = 0
  /// The share not reached; `nil` without a valid call.
  package var rate: Double?
  /// Its interval.
  package var interval: ConfidenceInterval?
  /// How many independent calls would say as much; `nil` where the calls are independent.
  package var effectiveCalls: Double?
  /// Whether the interval is that of the score test over several strata.
  package var isOverStrata = false
  /// Practices of the frame in the group; `nil` where it is not known.
  package var practices: Int?
  /// The share not reached that must not be exceeded; `nil` for none.
  package var target: Double?
  /// What the calls say about the target; `nil` without a target, or where the folder does not tell.
  package var verdict: Verdict?
  /// The rule that the verdict comes from.
  package var rule: VerdictRule?
  /// Whether the group is named as failing when all groups of the grouping are judged at once (Holm).
  package var isNamedFailing = false

  /// The verdict as a report may tell it: a group that misses the target by itself is undecided unless Holm names it.
  package var toldVerdict: Verdict? { isUnnamedFailure ? .undecided : verdict }

  /// Whether the group misses the target by itself, but cannot be named once all groups are judged at the same time.
  package var isUnnamedFailure: Bool { verdict == .fails && !isNamedFailing }

  /// Whether the share is not that of the counts, because calls have weights or strata.
  package var isWeighted: Bool {
    guard let rate, calls > 0 else { return false }
    return abs(rate - Double(unreached) / Double(calls)) > 1e-6
  }

  /// Whether there are too few calls to show a rate by itself.
  package var isSmall: Bool { calls < SurveyRate.fewCalls }
}

extension GroupFinding {
  /// A group of a calls file.
  init(_ rate: SurveyRate) {
    self.init(
      by: rate.by, group: rate.group, calls: rate.estimate.calls, unreached: rate.estimate.unreached,
      invalid: rate.estimate.invalid, rate: rate.estimate.rate, interval: rate.estimate.interval,
      effectiveCalls: rate.estimate.effectiveCalls, isOverStrata: rate.estimate.overStrata != nil,
      practices: rate.population)
  }

  /// A group as a folder of results has it.
  init(_ row: EstimateRow) {
    self.init(
      by: row.by, group: row.group, calls: row.calls, unreached: row.unreached, rate: row.rate,
      interval: row.interval)
  }

  /// The group with what its verdict says; the rate and the interval stay.
  mutating func judge(_ verdict: SurveyVerdict, error: Double) {
    target = verdict.target
    self.verdict = verdict.verdict
    rule = verdict.rule
    isNamedFailing = verdict.adjustedPValueOfFailing.map { $0 <= error } ?? false
  }
}
