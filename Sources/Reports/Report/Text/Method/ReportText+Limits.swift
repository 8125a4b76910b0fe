internal import Surveys

/// What the report cannot say.
extension ReportText {
  var oneCall: String {
    words(
      "Anything about a single practice. One call is one moment: a good practice can be missed, a bad "
        + "one reached.",
      "En enkelt praksis. Ét opkald er ét øjeblik: En god praksis kan være svær at få fat i netop da, "
        + "og en dårlig let.")
  }
  /// The same where practices were rung several times.
  var fewCalls: String {
    words(
      "Anything about a single practice. A few calls are a few moments: a good practice can be missed, a bad one reached.",
      "En enkelt praksis. Få opkald er få øjeblikke: En god praksis kan være svær at få fat i netop da, og en dårlig let."
    )
  }
  /// The same of a survey of one practice.
  var onePractice: String {
    words(
      "Anything about other practices, or this one on other days: all calls are of one practice.",
      "Andre praksisser, eller denne på andre dage: Alle opkald er til én praksis.")
  }
  var equalWeights: String {
    words(
      "What a patient meets on average. Every call counts the same here, whatever the hour, while "
        + "patients ring mostly in the morning.",
      "Hvad en patient møder i gennemsnit. Hvert opkald tæller lige meget her uanset klokkeslæt, mens "
        + "patienterne mest ringer om formiddagen.")
  }
  /// The same of a survey whose calls weigh by their design.
  var designWeights: String {
    words(
      "What a patient meets on average. Calls weigh here by how practices were drawn, not by how many patients ring at "
        + "their hour, and patients ring mostly in the morning.",
      "Hvad en patient møder i gennemsnit. Opkaldene er vægtet efter, hvordan praksisserne er udtrukket, og ikke efter, hvor "
        + "mange patienter der ringer på den tid; de ringer mest om formiddagen.")
  }
  var reachedIsARule: String {
    words(
      "Whether the caller was helped. A message that names a substitute can count as reached, without "
        + "a person having been spoken to.",
      "Hvorvidt den, der ringede, blev hjulpet. En besked, der henviser til en stedfortræder, kan tælle "
        + "som kontakt, uden at man har talt med nogen.")
  }
  var callerIsNoPatient: String {
    words(
      "How long a patient would have waited. An interviewer hangs up, and tries again, by the rules "
        + "of the survey; patients by their own.",
      "Hvor længe en patient ville have ventet. En interviewer lægger på og prøver igen efter "
        + "undersøgelsens regler; patienterne har deres egne.")
  }
  var calibrated: String {
    words(
      "That the model is right because it gives a published share: where it was fitted to that share, "
        + "the share comes out because it was put in.",
      "Om modellen er rigtig. Hvor den er tilpasset en offentliggjort andel, kommer andelen ud, fordi "
        + "den er lagt ind.")
  }
  var noCause: String {
    words(
      "Why anything is as it is, or what would change it.",
      "Hvorfor noget er, som det er, eller hvad der ville ændre det.")
  }
  var modelIsNoRegion: String {
    words(
      "How many calls a region would see. Differences inside a model tell which way a change pulls, and "
        + "how hard compared to another.",
      "Hvor mange opkald en region ville se. Forskelle i en model viser, hvilken vej en ændring "
        + "trækker, og hvor meget i forhold til en anden.")
  }

  func smallGroups(_ least: Int) -> String {
    words(
      "Much about small groups. In a group of seven practices, one missed call moves the share by 14 points; below "
        + "\(least) calls no share is shown.",
      "Små grupper. I en gruppe på syv praksisser flytter ét opkald uden kontakt andelen 14 procentpoint; "
        + "under \(least) opkald vises ingen andel.")
  }

  func silentPractices(_ count: Int, of all: Int) -> String {
    let (silent, all) = (self.count(count), self.count(all))
    return count == 1
      ? words(
        "Anything about the one practice of \(all) that has no call.",
        "Den ene af \(all) praksisser, der ikke har noget opkald.")
      : words(
        "Anything about the \(silent) of \(all) practices that have no call.",
        "De \(silent) af \(all) praksisser, der ikke har noget opkald.")
  }

  func vagueWord(_ word: SurveyCalls.VagueWord) -> String {
    let (rows, disposition) = (number(word.rows, .row), name(of: word.disposition))
    return words(
      "What “\(word.word)” meant in \(rows): it was read as “\(disposition)”.",
      "Hvad »\(word.word)« betød i \(rows): Det er læst som »\(disposition)«.")
  }

  func assumptions(assumed: Int, of all: Int) -> String {
    let (assumed, all) = (count(assumed), number(all, .parameter))
    return words(
      "More than its assumptions: \(assumed) of \(all) are assumed, because no source was found. They are marked below.",
      "Virkeligheden ud over forudsætningerne: \(assumed) af \(all) er antagelser, fordi der ikke er fundet nogen kilde. "
        + "De er markeret nedenfor.")
  }
}
