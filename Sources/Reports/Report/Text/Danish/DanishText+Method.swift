internal import Drawing
internal import SurveyDesign

extension DanishText {
  func question(_ findings: SurveyFindings?, target: Double?) -> String {
    let asked = "Hvor stor en andel af opkaldene til almen praksis ender uden kontakt?"
    guard let target else { return asked }
    return "\(asked) Er det højst \(short(target))?"
  }

  var questionAboutHours: String { "Og hvordan afhænger det af tidspunktet på dagen?" }

  func rehearsalQuestion(replications: Int) -> String {
    "Før der ringes til nogen: Hvad ville sådan en undersøgelse vise, hvor langt fra sandheden, og hvor sikker kunne "
      + "man være? Undersøgelsen blev simuleret \(number(replications, "gang", "gange"))."
  }

  var whatIfQuestion: String {
    "Hvad ville ændre sig, hvis praksisserne, telefonerne eller undersøgelsen var anderledes? Hver mulighed er "
      + "simuleret med de samme tilfældige tal, så forskellene er kendt bedre end andelene selv."
  }

  var practicesTerm: String { "Praksisser" }

  func practices(_ facts: FieldworkFacts) -> String {
    guard let frame = facts.practicesInFrame else {
      return "\(number(facts.practicesCalled, "praksis", "praksisser")) blev ringet op"
    }
    return facts.practicesCalled == frame
      ? "\(number(frame, "praksis, som blev ringet op", "praksisser, alle blev ringet op"))"
      : "\(count(facts.practicesCalled)) af \(number(frame, "praksis", "praksisser")) blev ringet op"
  }

  var callsTerm: String { "Opkald" }

  func calls(_ facts: FieldworkFacts) -> String {
    let calls = "\(count(facts.calls))\u{A0}opkald"
    let made =
      facts.rows == facts.calls
      ? calls : "\(calls) fordelt på \(number(facts.rows, "opkaldsforsøg", "opkaldsforsøg"))"
    guard facts.unmadeRows > 0 else { return made }
    return "\(made); \(count(facts.unmadeRows)) var planlagt, men blev ikke foretaget"
  }

  var daysTerm: String { "Dage" }

  func days(_ facts: FieldworkFacts) -> String {
    guard let days = facts.days else { return "Filen har ingen datoer." }
    return
      "\(language.dates(days.lowerBound, days.upperBound)), opkald på \(number(facts.dayCount, "dag", "dage"))"
  }

  var samplingTerm: String { "Stikprøve" }

  func sampling(_ design: SamplingDesign) -> String {
    switch design {
    case .census: "Alle praksisser (totaltælling)"
    case .simpleRandom(let count): "Simpel tilfældig stikprøve på \(number(count, "praksis", "praksisser"))"
    case .stratified(let stratified):
      "Tilfældig stikprøve på \(number(stratified.count, "praksis", "praksisser")), stratificeret efter "
        + name(ofGrouping: stratified.column)
    case .systematic(let count, _): "Systematisk stikprøve på \(number(count, "praksis", "praksisser"))"
    case .proportionalToSize(let count, let column):
      "Stikprøve på \(number(count, "praksis", "praksisser")), udvalgssandsynlighed proportional med \(column)"
    }
  }

  var slotsTerm: String { "Tidsrum" }

  func slots(_ labels: [String], perPractice: SlotDesign?) -> String {
    let names = "Kl.\u{A0}" + language.list(labels.map(language.group))
    switch perPractice {
    case nil: return names
    case .onePerPractice: return "\(names); hver praksis ringes op i ét af dem"
    case .rotation(let count): return "\(names); hver praksis ringes op i \(count) af dem på skift"
    case .allSlots: return "\(names); hver praksis ringes op i dem alle"
    }
  }

  var interviewersTerm: String { "Interviewere" }
  func interviewers(_ count: Int) -> String { self.count(count) }
  var protocolTerm: String { "Et opkald" }

  func protocolWords(_ facts: ProtocolFacts) -> String {
    var text = "Ringer i højst \(language.duration(seconds: facts.ringLimitSeconds)) og venter i telefonkø i "
    text += "højst \(language.duration(seconds: facts.holdLimitSeconds)). "
    text +=
      facts.attempts == 1
      ? "Ét forsøg."
      : "Op til \(count(facts.attempts)) forsøg med \(language.duration(seconds: facts.attemptGapSeconds)) imellem."
    text += facts.followsReferrals ? " En stedfortræder, som en besked nævner, ringes også op." : ""
    return text.withoutDoubleStops
  }

  var reachedTerm: String { "Opnået kontakt" }
  var invalidTerm: String { "Ugyldige opkald" }
  var invalidRule: String {
    "Forkerte numre og opkald, der ikke blev foretaget, tælles med for sig, men indgår ikke i andelene."
  }
  var intervalTerm: String { "Konfidensinterval" }

  func intervalRule(method: String, confidence: Double) -> String {
    "Konfidensniveau \(language.roundPercent(confidence)), metode »\(method)«; praksisser, der er ringet op flere gange, "
      + "regnes som klynger"
  }

  var verdictTerm: String { "Målopfyldelse" }

  func verdictRule(error: Double) -> String {
    "Opfyldt eller ikke opfyldt kun, hvor en eksakt ensidet test viser det, med en fejlrisiko på "
      + "\(language.roundPercent(error)) til hver side; ellers uafklaret"
  }

  var simulationTerm: String { "Simulation" }

  func simulation(replications: Int, seed: UInt64?, shown: FieldworkFacts.ShownReplication?) -> String {
    let runs = number(replications, "simuleret undersøgelse", "simulerede undersøgelser")
    return runs + (seed.map { ", startværdi (seed) \($0)" } ?? "")
      + (shown.map { "; opkaldene er dem i gentagelse \($0.number)" } ?? "")
  }

  var reachedColumnMeaning: String {
    "Som filen siger: Den har ja eller nej for hvert opkald, men ikke, hvordan opkaldet endte."
  }
}
