package import Scenarios
package import SurveyDesign

extension SurveyPlan {
  /// The planner of this survey's calls to the practices of a frame.
  ///
  /// - Throws: `DesignFaults` or `DesignFault` when the frame cannot be surveyed like this.
  package func planner(for frame: Frame) throws -> CallPlanner {
    try CallWishes(self, frame: frame).planner()
  }
}

/// Everything that planned calls hang on: surveys with equal wishes plan the same calls.
struct CallWishes: Equatable, Sendable {
  private let frame: Frame
  private let sampling: SamplingDesign
  private let slots: SlotGrid
  private let slotDesign: SlotDesign
  private let days: [CalendarDate]
  private let interviewers: Int
  private let reserves: Reserves?

  /// The wishes of a survey of the practices of a frame.
  ///
  /// - Throws: `DesignFault` when the frame has no such strata.
  init(_ survey: SurveyPlan, frame: Frame) throws {
    self.frame = try frame.stratified(by: survey.slotsBalancedBy)
    sampling = survey.sampling
    slots = survey.slots
    slotDesign = survey.slotDesign
    days = survey.days
    interviewers = survey.interviewers
    reserves = survey.reserves
  }

  /// The planner; that it balances slots, days and interviewers is what costs time.
  func planner() throws -> CallPlanner {
    try CallPlanner(
      frame: frame, sampling: sampling, slots: slots, slotDesign: slotDesign, days: days,
      interviewers: interviewers, reserves: reserves)
  }
}
