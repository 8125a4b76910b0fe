internal import SurveyDesign

/// When a survey call that was not answered is tried again within its slot: the one rule for interviewers and for probes.
///
/// Whether another round rings again is `SurveyRound.rings`, in all of them too.
///
///     let rule = AttemptRule(most: 2, gap: 600_000)  // 2 attempts, 600 s apart
///     rule.next(after: 1, ending: .busy, at: end, slotEnd: nine)  // 600 s after `end`, if that is before nine
///     rule.next(after: 2, ending: .busy, at: end, slotEnd: nine)  // nil: that was the last attempt
struct AttemptRule: BitwiseCopyable {
  /// The most attempts at one call.
  private let most: Int
  /// The pause from the end of one attempt to the next, in milliseconds.
  private let gap: Int

  /// The rule of a round; more attempts and longer gaps than a day has room for count as the most it has.
  init(most: Int, gap: Int) {
    self.most = min(most, Int(UInt16.max))
    self.gap = min(gap, CallerTables.longestLimit)
  }

  /// When the next attempt is due; `nil` if there is none.
  ///
  /// A call that rang in vain, was cut off or met a busy tone or a queue too long is tried again, as long as attempts are
  /// left and the next one still begins within its slot. A message is an answer, and so is a refusal.
  ///
  /// - Parameters:
  ///   - attempt: Which attempt of the round has ended, from 1.
  ///   - disposition: How it ended.
  ///   - end: When it ended.
  ///   - slotEnd: When the slot that it counts for ends; this instant is not in the slot.
  func next(
    after attempt: Int, ending disposition: Disposition, at end: Instant, slotEnd: Instant
  ) -> Instant? {
    guard disposition.isWorthRedialling, attempt < most else { return nil }
    let next = end + gap
    return next < slotEnd ? next : nil
  }
}

extension Disposition {
  /// Whether an interviewer with attempts left tries again: the telephone gave no answer of any kind.
  fileprivate var isWorthRedialling: Bool {
    switch self {
    case .busy, .noAnswer, .holdLimit, .cutOff: true
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage,
      .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .callbackPromised, .refused,
      .wrongNumber, .notAttempted:
      false
    }
  }
}
