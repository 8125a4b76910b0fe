public import Scenarios
public import SurveyDesign
internal import TelephoneAccess

extension SurveyPlan {
  /// The planner of this survey's calls to the practices of a frame.
  ///
  /// - Throws: `DesignFaults` or `DesignFault` when the frame cannot be surveyed like this.
  public func planner(for frame: Frame) throws -> CallPlanner {
    try CallPlanner(
      frame: try frame.stratified(by: slotsBalancedBy), sampling: sampling, slots: slots,
      slotDesign: slotDesign, days: days, interviewers: interviewers)
  }
}

extension Frame {
  /// The frame whose strata are the groups of a column; as it is without a column, or if it has none of that name.
  public func stratified(by column: String?) throws -> Frame {
    guard let column, let values = values(of: column) else { return self }
    let practices = zip(practices, values).map { practice, value in
      var practice = practice
      practice.stratum = value
      return practice
    }
    return try Frame(
      practices, extraColumns: extraColumns, absentColumns: absentColumns.filter { $0 != .stratum })
  }
}

extension Sampler {
  /// A frame whose weights are its own divided by the probabilities with which the design samples its practices.
  ///
  /// - Throws: `DesignFaults` when a weight would become too large for a frame.
  func weighted(_ frame: Frame) throws -> Frame {
    let practices = zip(frame.practices, inclusionProbabilities).map { practice, probability in
      var practice = practice
      practice.weight /= max(probability, .ulpOfOne)
      return practice
    }
    return try Frame(
      practices, extraColumns: frame.extraColumns, absentColumns: frame.absentColumns.filter { $0 != .weight }
    )
  }
}
