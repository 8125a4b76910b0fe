/// What an interviewer does with a telephone in hand.
///
/// ```swift
/// var fieldwork = FieldworkProtocol()
/// fieldwork.attempts = 6
/// fieldwork.attemptGap = 600_000  // ten minutes
/// ```
package struct FieldworkProtocol: Equatable, Sendable {
  /// As whom the interviewer rings: which number, and with which priority.
  package var caller = SurveyCaller.patient
  /// How long it rings before the interviewer hangs up, in milliseconds.
  package var ringLimit = 60_000
  /// How long the interviewer stays in a queue, in milliseconds.
  package var holdLimit = 900_000
  /// The most attempts at one call, 1 or more.
  package var attempts = 1
  /// The pause from the end of one attempt to the next, in milliseconds.
  package var attemptGap = 600_000
  /// What becomes of a call that cannot be dialled in its slot.
  package var lateRule = LateRule.dialLate
  /// Whether the substitute named by a message is rung too.
  package var followsReferrals = false
  /// Whether an interviewer who is offered to be rung back accepts, and notes the promise.
  package var acceptsCallbacks = false
  /// How long the interviewer talks to the person who answers.
  package var talk = DurationDistribution.lognormal(mean: 80, sd: 45)
  /// How long an answering machine's message lasts.
  package var message = DurationDistribution.constant(seconds: 30)
  /// How long the interviewer writes afterwards.
  package var wrapUp = DurationDistribution.constant(seconds: 60)
  /// The share of those answering who refuse to take part, 0…1.
  package var refusalShare = 0.0
  /// The share of those who wait whose connection breaks at a random moment before the limit, 0…1.
  package var cutOffShare = 0.0

  /// Creates the default protocol; set what differs.
  package init() {}
}

/// As whom interviewers ring.
package enum SurveyCaller: String, CaseIterable, Equatable, Sendable {
  /// As a patient, on the ordinary number.
  case patient
  /// As a professional: on their own number where a practice has one, with priority where it gives that.
  case professional
}

/// What becomes of a call whose slot is over before an interviewer is free.
package enum LateRule: String, CaseIterable, Equatable, Sendable {
  /// It is dialled late and stays in its planned slot; after 48:00 it is not dialled.
  case dialLate = "dial-late"
  /// It is dialled late and recorded in the slot it was dialled in; outside every slot it is not dialled.
  case recordActualSlot = "record-actual-slot"
  /// It moves to the same time on the next survey day; after the last day it is not dialled.
  case moveToNextDay = "move-to-next-day"
}
