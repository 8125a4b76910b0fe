internal import Drawing
internal import SurveyStatistics
internal import Surveys

extension DanishText {
  func feedback(by: String) -> String { "Tilbagemelding pr. \(name(ofGrouping: by))" }

  func feedbackIntroduction(by: String, least: Int) -> String {
    "Til samtaler i kvalitetsklynger, ikke til karakterer. Rækkefølgen i figuren er ingen rangliste: Læs intervallet, "
      + "ikke punktet. Grupper med færre end \(least) opkald har ingen andel."
  }

  func groupSentence(_ group: GroupFinding, overall: GroupFinding) -> String {
    "\(counted(group)) endte uden kontakt (konfidensinterval \(interval(group))). \(comparison(group, overall))"
  }

  private func comparison(_ group: GroupFinding, _ overall: GroupFinding) -> String {
    guard let interval = group.interval, let rate = overall.rate else { return "" }
    if interval.contains(rate) {
      return "Ingen forskel fra alle opkald under ét (\(percent(rate))) er vist."
    }
    return rate > interval.upper
      ? "Alle opkald under ét, \(percent(rate)), ligger over det."
      : "Alle opkald under ét, \(percent(rate)), ligger under det."
  }

  func tooFew(_ group: GroupFinding, least: Int) -> String {
    "\(count(group.calls))\u{A0}opkald: for få til at sige noget. Der skal mindst \(least) opkald til en andel."
  }

  func oneMiss(_ group: GroupFinding) -> String {
    "Ét opkald mere eller mindre uden kontakt flytter andelen "
      + "\(language.number(100 / Double(max(group.calls, 1)), decimals: 1)) procentpoint."
  }

  func groupsDiffer(_ pValue: Double) -> String {
    pValue <= 0.05
      ? "Grupperne er mere forskellige, end tilfældigheder alene forklarer: Så store forskelle opstår tilfældigt i "
        + "\(inAHundred(pValue)) undersøgelser."
      : "Så store forskelle mellem grupper opstår ved tilfældigheder alene i \(inAHundred(pValue)) undersøgelser."
  }

  var toDiscuss: String { "At tale om" }

  var questions: [String] {
    [
      "Hvornår har vores patienter sværest ved at komme igennem, og var det da, undersøgelsen ringede?",
      "Hvad siger vores telefonsvarer, og nævner den nogen, man kan få fat i?",
      "Hvem tager telefonen fra 8 til 9, i frokosten og efter 15, og hvad sker der, når den person er væk?",
      "Hvad ville vi selv tælle i en måned for at vide mere, end disse opkald kan fortælle?",
    ]
  }

  func suppressed(_ count: Int, least: Int) -> String {
    count == 1
      ? "Én gruppe har færre end \(least) opkald; dens andel er udeladt."
      : "\(self.count(count)) grupper har færre end \(least) opkald; deres andele er udeladt."
  }

  func sweepHeadline(_ best: SweepFinding, name: String, group: String, baseline: Double) -> String {
    "Af det, der er prøvet, sænker »\(name)« andelen uden kontakt mest: med "
      + "\(points(best.difference.value)) procentpoint "
      + "(±\u{A0}\(language.number((best.difference.error ?? .nan) * 100, decimals: 2))) fra \(percent(baseline)), \(group)."
  }

  func noChange(cells: Int) -> String {
    "Intet af det, der er prøvet, sænker påviseligt andelen uden kontakt; \(number(cells, "mulighed", "muligheder")) er "
      + "sammenlignet."
  }

  func sweepIntroduction(replications: Int, baseline: String) -> String {
    "Hver mulighed er simuleret \(number(replications, "gang", "gange")) og sammenlignet med »\(baseline)«. ± er fejlen "
      + "i simulationen; fordi de samme tilfældige tal er brugt, er den lille for forskelle. Den siger intet om, hvor "
      + "rigtige forudsætningerne er."
  }

  func sweepCaption(_ group: String) -> String { "Hver mulighed i forhold til den første: \(group)" }
  var cell: String { "Mulighed" }
  var changeInPoints: String { "Ændring, procentpoint" }
  var displaced: String { "Til lægevagten, pr. 1.000 praksisdage" }
  var paired: String { "±" }
  var sweepCaution: String {
    "Det er forskelle i en model med mange antagelser: De viser, hvilken vej en ændring trækker, og hvor meget i "
      + "forhold til en anden, ikke hvor mange opkald en region ville se."
  }
  var toOutOfHours: String { "Til lægevagten" }
  var percentagePoints: String { "procentpoint" }
  var perThousandDays: String { "opkald pr. 1.000 praksisdage" }

  func displacedSentence(_ finding: SweepFinding, name: String) -> String {
    let change = finding.displacedDifference.value ?? 0
    guard finding.displacedDifference.isShown else {
      return "Der er ikke vist nogen ændring i opkaldene til lægevagten: »\(name)« afviger med "
        + "\(language.signed(change)) (±\u{A0}\(language.number(finding.displacedDifference.error, decimals: 1))) pr. 1.000 praksisdage."
    }
    return "»\(name)« \(change < 0 ? "sparer" : "giver") lægevagten "
      + "\(change < 0 ? "for " : "")\(meanCount(abs(change))) opkald\(change < 0 ? "" : " mere") pr. 1.000 praksisdage."
  }

  func word(for basis: ParameterBasis) -> String {
    switch basis {
    case .observed: "offentliggjort"
    case .derived: "afledt"
    case .assumed: "antagelse"
    case .unsaid: "ikke oplyst"
    }
  }

  func parametersIntroduction(_ counts: [(basis: ParameterBasis, count: Int)]) -> String {
    let words = counts.filter { $0.count > 0 }.map { entry in
      switch entry.basis {
      case .observed: "\(number(entry.count, "offentliggjort", "offentliggjorte"))"
      case .derived: "\(number(entry.count, "afledt", "afledte")) af noget offentliggjort"
      case .assumed: number(entry.count, "antagelse", "antagelser")
      case .unsaid: "\(count(entry.count)) uden oplyst grundlag"
      }
    }
    return "Hvert tal i modellen, og hvad det bygger på: \(language.list(words))."
  }

  var parametersCaption: String { "Scenariets forudsætninger; kilderne står med scenariefilens egne ord" }
  var noScenario: String { "Scenariet var ikke tilgængeligt, så forudsætningerne er ikke opført." }
  var yes: String { "ja" }
  var no: String { "nej" }
  var none: String { "ingen" }
}
