/// What a caller meets while the practice does not answer: a trait of the practice, not a coin toss per call.
package enum OffState: String, CaseIterable, Equatable, Sendable, BitwiseCopyable {
  /// A message that names a substitute who can be reached: valid under the collective agreement.
  case referralMessage = "referral-message"
  /// The call goes on to the partner's telephone.
  case forwarding
  /// A message that gives the acute line's number; the acute line is answered.
  case acuteLine = "acute-line"
  /// A message that names no substitute.
  case messageWithoutReferral = "message-without-referral"
  /// A message that sends the caller to the out-of-hours service.
  case messageToOutOfHours = "message-to-out-of-hours"
  /// It rings until the caller hangs up.
  case ringsOut = "rings-out"
}
