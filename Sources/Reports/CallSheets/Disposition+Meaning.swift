package import Drawing
package import SurveyDesign

extension Disposition {
  /// When an interviewer notes it, in a sentence.
  package var meaning: Words {
    switch self {
    case .answeredByDoctor: Words("A doctor of the practice answered.", "En læge i praksis svarede.")
    case .answeredByStaff:
      Words("Someone of the practice's staff answered.", "En af praksis' ansatte svarede.")
    case .forwardedAnswered:
      Words(
        "The call was forwarded, and a person answered there.",
        "Opkaldet blev viderestillet, og et menneske svarede dér.")
    case .acuteLineAnswered: Words("The acute line was answered.", "Akutlinjen blev besvaret.")
    case .referralMessage:
      Words(
        "A message named a substitute or a number to ring.",
        "En besked nævnte en stedfortræder eller et nummer at ringe til.")
    case .messageWithoutReferral:
      Words("A message named no one else to ring.", "En besked nævnte ingen anden at ringe til.")
    case .messageToOutOfHours:
      Words("A message referred to the out-of-hours service.", "En besked henviste til lægevagten.")
    case .referralUnanswered:
      Words(
        "The number that a message named was rung without an answer.",
        "Nummeret, som beskeden nævnte, blev ringet op uden svar.")
    case .busy: Words("The line was busy.", "Der var optaget.")
    case .noAnswer:
      Words("It rang until the limit, without an answer.", "Det ringede til grænsen uden svar.")
    case .holdLimit:
      Words("Still in the queue at the limit.", "Stadig i telefonkø ved grænsen.")
    case .cutOff: Words("The connection broke before an answer.", "Forbindelsen blev afbrudt før svar.")
    case .callbackPromised:
      Words("A machine promised to ring back.", "En telefonsvarer lovede at ringe tilbage.")
    case .refused:
      Words("A person answered and would not take part.", "Et menneske svarede og ville ikke deltage.")
    case .wrongNumber:
      Words("The number is not the practice's.", "Nummeret er ikke praksis'.")
    case .notAttempted: Words("The call was not made.", "Der blev ikke ringet.")
    }
  }

  /// The name in a language.
  func name(in language: ReportLanguage) -> String { language.words(englishName, danishName) }
}
