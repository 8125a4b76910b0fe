package import Scenarios
package import SurveyDesign

extension SurveyPlan {
  /// The planner of this survey's calls to the practices of a frame.
  ///
  /// - Throws: `DesignFaults` or `DesignFault` when the frame cannot be surveyed like this.
  package func planner(for frame: Frame) throws -> CallPlanner {
    try CallPlanner(
      frame: try frame.stratified(by: slotsBalancedBy), sampling: sampling, slots: slots,
      slotDesign: slotDesign, days: days, interviewers: interviewers, reserves: reserves)
  }
}
