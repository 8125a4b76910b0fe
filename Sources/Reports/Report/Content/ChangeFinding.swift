package import SurveyDesign
package import SurveyStatistics
package import Surveys

/// What changed in one group from a baseline to this survey.
package struct ChangeFinding: Equatable, Sendable {
  /// The group before.
  package var before: GroupFinding
  /// The group now.
  package var after: GroupFinding
  /// The share not reached now less that before; negative is better.
  package var change: Double?
  /// Its interval.
  package var interval: ConfidenceInterval?
  /// The two-sided p-value of no change, of a slot after Holm's correction for all slots.
  package var pValue: Double?
  /// Whether the change is shown, and to which side.
  package var conclusion: SurveyChange.Conclusion
}

/// What changed since a baseline survey.
package struct ChangeFindings: Equatable, Sendable {
  /// The earlier survey.
  package var baseline: SurveyOrigin
  /// The later one.
  package var followUp: SurveyOrigin
  /// Every slot.
  package var slots: [ChangeFinding]
  /// All calls together; `nil` only when neither survey has a group.
  package var all: ChangeFinding?
  /// Practices in both surveys, only before, and only now.
  package var practices: (common: Int, gone: Int, new: Int) {
    (commonPractices, gonePractices, newPractices)
  }

  private var commonPractices: Int
  private var gonePractices: Int
  private var newPractices: Int

  /// Compares two surveys by slot and as a whole.
  ///
  /// - Parameters:
  ///   - comparison: Both surveys.
  ///   - origins: Where the surveys come from; what their calls say of the fieldwork is filled in.
  ///   - definition: What counts as reached, in both.
  ///   - confidence: The confidence of the intervals.
  ///   - error: The error probability of a conclusion.
  ///   - replications: Which calls of either file.
  package init(
    _ comparison: SurveyComparison, of origins: (baseline: SurveyOrigin, followUp: SurveyOrigin),
    definition: ReachedDefinition, confidence: Double, error: Double,
    in replications: (baseline: SurveyCalls.Replication, followUp: SurveyCalls.Replication)
  ) throws {
    let (before, after) = (comparison.baseline, comparison.followUp)
    func changes(_ earlier: SurveyGrouping, _ later: SurveyGrouping) -> [ChangeFinding] {
      comparison.changes(earlier, later, definition, in: replications).map {
        ChangeFinding(
          before: GroupFinding($0.baseline, by: $0.by, group: $0.group),
          after: GroupFinding($0.followUp, by: $0.by, group: $0.group), change: $0.change,
          interval: $0.interval(confidence: confidence), pValue: $0.adjustedPValue ?? $0.pValue,
          conclusion: $0.conclusion(error: error))
      }
    }
    baseline = origins.baseline
    followUp = origins.followUp
    baseline.fieldwork = SurveyFindings.facts(before.calls, before.frame, replications.baseline)
    followUp.fieldwork = SurveyFindings.facts(after.calls, after.frame, replications.followUp)
    let slot = [SurveyColumn.slot.rawValue]
    slots = changes(
      try before.calls.grouped(by: slot, frame: before.frame),
      try after.calls.grouped(by: slot, frame: after.frame))
    all = changes(before.calls.allTogether, after.calls.allTogether).first
    let frame = comparison.frameChange
    (commonPractices, gonePractices, newPractices) = (frame.common, frame.gone.count, frame.new.count)
  }
}

extension GroupFinding {
  fileprivate init(_ estimate: RateEstimate, by: String, group: String) {
    self.init(
      by: by, group: group, calls: estimate.calls, unreached: estimate.unreached, invalid: estimate.invalid,
      rate: estimate.rate, interval: estimate.interval, effectiveCalls: estimate.effectiveCalls)
  }
}
