extension Disposition {
  /// The name in English, as a table or a report prints it.
  package var englishName: String { names.english }

  /// The name in Danish, as a table or a report prints it.
  package var danishName: String { names.danish }

  private var names: (english: String, danish: String) {
    switch self {
    case .answeredByDoctor: ("answered by a doctor", "besvaret af læge")
    case .answeredByStaff: ("answered by staff", "besvaret af personale")
    case .forwardedAnswered: ("forwarded and answered", "viderestillet og besvaret")
    case .acuteLineAnswered: ("acute line answered", "akutlinje besvaret")
    case .referralMessage: ("message with referral", "besked med henvisning til stedfortræder")
    case .messageWithoutReferral: ("message without referral", "besked uden henvisning")
    case .messageToOutOfHours:
      ("message to the out-of-hours service", "besked med henvisning til lægevagten")
    case .referralUnanswered: ("referral not answered", "henvisning ikke besvaret")
    case .busy: ("busy", "optaget")
    case .noAnswer: ("no answer", "intet svar")
    case .holdLimit: ("hold limit reached", "opgivet i telefonkø")
    case .cutOff: ("cut off", "afbrudt")
    case .callbackPromised: ("callback promised", "lovet at blive ringet op")
    case .refused: ("refused", "ønsker ikke at deltage")
    case .wrongNumber: ("wrong number", "forkert nummer")
    case .notAttempted: ("not attempted", "ikke ringet op")
    }
  }
}
