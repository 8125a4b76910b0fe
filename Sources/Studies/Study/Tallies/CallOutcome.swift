package import SurveyDesign
package import TelephoneAccess

/// How one call of a survey ended, all its attempts together: what an estimator sees.
package struct CallOutcome: Equatable, Sendable {
  /// The practice, as a position in the frame.
  package var practice: Int
  /// The slot the call counts for, where it was first tried, as a position in the list of slots.
  package var slot: Int
  /// What came of the last attempt.
  package var disposition: Disposition
  /// The waiting time of the last attempt, in seconds; `nil` if the interviewer did not write it down.
  package var waitSeconds: Double?
  /// The number of that attempt, from 1 over all rounds.
  package var attempt = 1
  /// The round of that attempt, from 1.
  package var round = 1
  /// Whether the practice was released from the reserve.
  package var isReserve = false

  /// Creates an outcome.
  package init(practice: Int, slot: Int, disposition: Disposition, waitSeconds: Double?) {
    self.practice = practice
    self.slot = slot
    self.disposition = disposition
    self.waitSeconds = waitSeconds
  }

  /// The outcomes of some attempts of one round: the last attempt of every call, in the order of those.
  ///
  /// A call is what one practice was rung for in one slot on one day; interviewers stop once they have got through, so
  /// that the last attempt says how the call ended.
  ///
  /// - Complexity: O(*a*) for *a* attempts.
  package static func outcomes(of attempts: [CallAttempt]) -> [CallOutcome] {
    guard attempts.contains(where: { $0.attempt > 1 }) else { return attempts.map(CallOutcome.init) }
    struct Call: Hashable {
      var practice, slot: Int
      var date: CalendarDate
    }
    var last: [Call: Int] = [:]
    for (position, attempt) in attempts.enumerated() {
      let call = Call(practice: attempt.practice, slot: attempt.slot, date: attempt.date)
      if let known = last[call], attempts[known].attempt > attempt.attempt { continue }
      last[call] = position
    }
    return last.values.sorted().map { CallOutcome(attempts[$0]) }
  }

  private init(_ attempt: CallAttempt) {
    self.init(
      practice: attempt.practice, slot: attempt.slot, disposition: attempt.disposition,
      waitSeconds: Double(attempt.wait) / 1000)
    self.attempt = attempt.attempt
    round = attempt.round
  }

  /// A call to a practice that is released from the reserve and not rung yet.
  static func reserve(_ call: OpenCall) -> CallOutcome {
    var outcome = CallOutcome(
      practice: call.practiceIndex, slot: call.homeSlot, disposition: .notAttempted, waitSeconds: nil)
    outcome.attempt = 0
    outcome.isReserve = true
    return outcome
  }

  /// Takes over what a later attempt came to; one that was never dialled changes nothing.
  mutating func take(_ attempt: CallAttempt) {
    guard attempt.dialled != nil, attempt.attempt > self.attempt else { return }
    let (slot, isReserve) = (slot, isReserve)
    self = CallOutcome(attempt)
    self.slot = slot
    self.isReserve = isReserve
  }
}
