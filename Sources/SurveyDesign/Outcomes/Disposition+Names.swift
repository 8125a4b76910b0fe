extension Disposition {
  /// The name in English, as a table or a report prints it.
  package var englishName: String { names.english }

  /// The name in Danish, as a table or a report prints it.
  package var danishName: String { names.danish }

  /// The nearest final disposition code of AAPOR, as a label only: no rate of ours is computed from it.
  ///
  /// Every unit of the survey is a known practice, so the codes for eligible units are used where AAPOR has both.
  /// Source: The American Association for Public Opinion Research, Standard Definitions, 9th edition (2016), table 1.
  package var aaporCode: String { names.aapor }

  private var names: (english: String, danish: String, aapor: String) {
    switch self {
    case .answeredByDoctor: ("answered by a doctor", "besvaret af læge", "1.1")
    case .answeredByStaff: ("answered by staff", "besvaret af personale", "1.1")
    case .forwardedAnswered: ("forwarded and answered", "viderestillet og besvaret", "1.2")
    case .acuteLineAnswered: ("acute line answered", "akutlinje besvaret", "1.2")
    case .referralMessage: ("message with referral", "besked med henvisning til stedfortræder", "2.22")
    case .messageWithoutReferral: ("message without referral", "besked uden henvisning", "2.22")
    case .messageToOutOfHours:
      ("message to the out-of-hours service", "besked med henvisning til lægevagten", "2.22")
    case .referralUnanswered: ("referral not answered", "henvisning ikke besvaret", "2.20")
    case .busy: ("busy", "optaget", "3.12")
    case .noAnswer: ("no answer", "intet svar", "3.13")
    case .holdLimit: ("hold limit reached", "opgivet i telefonkø", "2.20")
    case .cutOff: ("cut off", "afbrudt", "3.16")
    case .callbackPromised: ("callback promised", "lovet at blive ringet op", "2.21")
    case .refused: ("refused", "ønsker ikke at deltage", "2.11")
    case .wrongNumber: ("wrong number", "forkert nummer", "4.10")
    case .notAttempted: ("not attempted", "ikke ringet op", "3.11")
    }
  }
}
