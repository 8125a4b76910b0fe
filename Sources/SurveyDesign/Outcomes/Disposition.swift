/// How one call attempt of the survey ended.
///
/// The list is closed. The raw value is the word that stands in the `disposition` column of every file.
public enum Disposition: String, CaseIterable, Equatable, Sendable, BitwiseCopyable {
  /// A doctor of the practice answered.
  case answeredByDoctor = "answered-by-doctor"
  /// A member of the practice's staff answered.
  case answeredByStaff = "answered-by-staff"
  /// The call was forwarded to another practice, and a person answered there.
  case forwardedAnswered = "forwarded-answered"
  /// The ordinary line was off, and the acute line was answered.
  case acuteLineAnswered = "acute-line-answered"
  /// A message named a substitute or a number where one can be reached.
  case referralMessage = "referral-message"
  /// A message named no substitute who could be rung instead.
  case messageWithoutReferral = "message-without-referral"
  /// A message sent the caller to the out-of-hours service during the day.
  case messageToOutOfHours = "message-to-out-of-hours"
  /// The number that a referral named was rung, and no person answered there.
  case referralUnanswered = "referral-unanswered"
  /// Every line was taken.
  case busy
  /// The telephone rang until the ring limit, and no answerer took the call.
  case noAnswer = "no-answer"
  /// The interviewer waited in the queue until the hold limit.
  case holdLimit = "hold-limit"
  /// The connection broke before a person had answered.
  case cutOff = "cut-off"
  /// A machine promised to ring back, and no person was spoken to.
  case callbackPromised = "callback-promised"
  /// A person answered and would not take part.
  case refused
  /// The number does not belong to the practice.
  case wrongNumber = "wrong-number"
  /// The planned call was never dialled.
  case notAttempted = "not-attempted"

  /// Whether the call says anything about access: a wrong number and a call never dialled do not.
  ///
  /// What is not valid leaves the denominator of every rate, and is counted by itself.
  @inlinable public var isValidCall: Bool {
    switch self {
    case .wrongNumber, .notAttempted: false
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage,
      .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .busy, .noAnswer, .holdLimit,
      .cutOff, .callbackPromised, .refused:
      true
    }
  }

  /// The place in `allCases`, from 0 to 15, for counting without a dictionary.
  @inlinable public var ordinal: Int {
    switch self {
    case .answeredByDoctor: 0
    case .answeredByStaff: 1
    case .forwardedAnswered: 2
    case .acuteLineAnswered: 3
    case .referralMessage: 4
    case .messageWithoutReferral: 5
    case .messageToOutOfHours: 6
    case .referralUnanswered: 7
    case .busy: 8
    case .noAnswer: 9
    case .holdLimit: 10
    case .cutOff: 11
    case .callbackPromised: 12
    case .refused: 13
    case .wrongNumber: 14
    case .notAttempted: 15
    }
  }
}

extension Disposition {
  /// Reads the kebab-case word, in any letter case and with white space around it.
  ///
  /// - Throws: ``DesignFault`` that lists the sixteen words.
  public init(parsing text: some StringProtocol) throws {
    let word = TextScanner(text).remainder.lowercased()
    guard let disposition = Disposition(rawValue: word) else {
      let words = Disposition.allCases.map(\.rawValue).joined(separator: ", ")
      throw DesignFault("\(quoted(text)) is not a disposition: the words are \(words)")
    }
    self = disposition
  }
}
