/// One round of a survey: when it rings, whom of those rung before, in which slots, and how often.
///
/// ```swift
/// var again = SurveyRound(days: secondWeek)
/// again.whom = .notReached
/// again.rings(ending: .noAnswer, waitSeconds: 60, under: .agreement)  // true
/// ```
///
/// A survey is a list of rounds. The first rings the sample; each further one rings again what those before it left open.
package struct SurveyRound: Equatable, Sendable {
  /// The days, in order, each once; no round shares a day with another or begins before the one before it has ended.
  package var days: [CalendarDate]
  /// Whom it rings; without meaning in the first round, which rings all.
  package var whom = Whom.all
  /// In which slots it rings; without meaning in the first round, whose slots the design deals out.
  package var slotRule = SlotRule.same
  /// The most attempts at one call within this round, 1 or more.
  package var attempts = 1
  /// The pause from the end of one attempt to the next within a slot, in milliseconds.
  package var attemptGap = 600_000
  /// The most attempts at one call in all rounds together: one that has had so many is left alone; `nil` for no limit.
  package var attemptsInAll: Int?

  /// The most rounds that a survey may have.
  package static let most = 100

  /// A round of one attempt at every call, in the same slots.
  package init(days: [CalendarDate]) { self.days = days }

  /// Which of the calls made before a round rings again.
  package enum Whom: String, CaseIterable, Equatable, Sendable {
    /// Every call.
    case all
    /// The calls that have not reached their practice: those that failed and those that were never dialled.
    case notReached = "not-reached"
    /// The calls that say nothing about access: wrong numbers and calls that were never dialled.
    case notValid = "not-valid"
  }

  /// Which slots a round may ring a practice in.
  package enum SlotRule: String, CaseIterable, Equatable, Sendable {
    /// The slot that the call was drawn for.
    case same
    /// Any slot in which this call has not been tried; any at all once it was tried in each.
    case other
    /// Any slot.
    case any
  }

  /// Whether the round rings again after what a call has come to: the one rule for interviewers, probes and lists.
  ///
  /// A wrong number is no failure to reach: only a round for calls that are not valid tries it again.
  ///
  /// - Parameters:
  ///   - attempts: How many attempts there were.
  ///   - disposition: What came of the last attempt that was made.
  ///   - waitSeconds: Its wait; `nil` if it was not noted.
  ///   - definition: What counts as reached.
  package func rings(
    afterAttempts attempts: Int = 1, ending disposition: Disposition, waitSeconds: Double?,
    under definition: ReachedDefinition
  ) -> Bool {
    if let most = attemptsInAll, attempts >= most { return false }
    switch whom {
    case .all: return true
    case .notValid: return !disposition.isValidCall
    case .notReached:
      guard disposition.isValidCall else { return disposition == .notAttempted }
      return definition.isReached(disposition: disposition, waitSeconds: waitSeconds) == false
    }
  }
}
