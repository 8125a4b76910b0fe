internal import SurveyDesign

/// What an element of `survey.rounds` says; what it leaves out is that of the survey.
struct StatedRound: Equatable, Sendable {
  var days: [CalendarDate]?
  var whom: SurveyRound.Whom?
  var slotRule = SurveyRound.SlotRule.same
  var attempts: Int?
  var attemptGap: Int?
}

extension Form<StatedRound> {
  static var round: Form {
    .object(
      StatedRound(),
      [
        .absentOr(
          "days", \.days, .days,
          "The days of the round: after those of the round before. The first round may leave them to survey.days."
        ),
        .absentOr(
          "rings", \.whom, .word,
          "Whom a later round rings: all, those not-reached (the standard), or the calls that were not-valid."
        ),
        .optional(
          "slot", \.slotRule, .word, or: .same,
          "In which slot a later round rings: the same, other ones than those tried, or any."),
        .absentOr(
          "attempts", \.attempts, .whole(1...100),
          "The most attempts at one call within the round; survey.attempts when it is absent."),
        .absentOr(
          "attempt_gap_seconds", \.attemptGap, .wholeSeconds,
          "The pause between them, in seconds; survey.attempt_gap_seconds when it is absent."),
      ])
  }
}
