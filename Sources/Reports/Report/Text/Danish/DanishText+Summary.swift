internal import Drawing
internal import Scenarios
internal import SurveyDesign

extension DanishText {
  func headline(_ findings: SurveyFindings, isSimulated: Bool, saysOnlyReached: Bool) -> String {
    let all = findings.all
    guard all.calls > 0 else { return "Ingen af undersøgelsens opkald kan bedømmes." }
    let outcome = saysOnlyReached ? "uden kontakt" : outcome(of: findings.definition)
    let sentence =
      isSimulated
      ? "I én simuleret undersøgelse endte \(counted(all)) \(outcome)." : "\(counted(all)) endte \(outcome)."
    return sentence.withoutDoubleStops
  }

  /// How a call that did not reach the practice ended.
  private func outcome(of definition: ReachedDefinition) -> String {
    if definition == .agreement { return "uden kontakt efter overenskomstens regel" }
    if definition == .person { return "uden kontakt med en person i praksis" }
    if let limit = definition.waitLimitSeconds, definition.name.hasPrefix("person-within") {
      return "uden kontakt med en person i praksis inden for \(language.duration(seconds: limit))"
    }
    return "uden kontakt efter definitionen »\(definition.name)«"
  }

  func uncertainty(_ all: GroupFinding, confidence: Double) -> String {
    guard all.interval != nil else { return "Hvor sikkert det er, kan ikke beregnes ud fra opkaldene." }
    if all.rate == 0 || all.rate == 1 { return "Den sande andel er sandsynligvis \(interval(all))." }
    return "Den sande andel kan godt ligge hvor som helst i intervallet \(interval(all))."
  }

  var rateTile: String { "Uden kontakt, alle opkald" }

  func rateNote(_ all: GroupFinding, confidence: Double) -> String {
    "\(intervalHead(confidence)): \(interval(all))"
  }

  func targetTile(_ target: Double) -> String { "Mål: højst \(short(target)) uden kontakt" }
  var targetsDiffer: String { "Mål pr. tidsrum" }

  func targetNote(_ findings: SurveyFindings) -> String { byTimeOfDay(findings).capitalisedFirst }

  /// `uafklaret i alle 8 tidsrum`, or `opfyldt i 3 og uafklaret i 5 af 8 tidsrum`.
  private func byTimeOfDay(_ findings: SurveyFindings) -> String {
    let counts = findings.verdictCounts
    let total = "\(count(findings.slots.count))\u{A0}tidsrum"
    if let only = counts.first, counts.count == 1 {
      switch findings.slots.count {
      case 1: return "\(word(for: only.verdict)) i det ene tidsrum"
      case 2: return "\(word(for: only.verdict)) i begge tidsrum"
      case _: return "\(word(for: only.verdict)) i alle \(total)"
      }
    }
    return language.list(counts.map { "\(word(for: $0.verdict)) i \(count($0.count))" }) + " af \(total)"
  }

  var marginTile: String { "Usikkerhed i ét tidsrum" }
  func margin(_ points: Double) -> String { "±\u{A0}\(language.number(points * 100))" }

  func marginNote(calls: ClosedRange<Int>) -> String {
    calls.lowerBound == calls.upperBound
      ? "procentpoint med \(count(calls.lowerBound))\u{A0}opkald"
      : "procentpoint med \(count(calls.lowerBound)) til \(count(calls.upperBound))\u{A0}opkald"
  }

  var truthTile: String { "Sand andel i modellen" }

  func truthNote(_ truth: TruthRow, replications: Int?) -> String {
    let runs =
      replications.map { ", fra \(number($0, "simuleret undersøgelse", "simulerede undersøgelser"))" } ?? ""
    return "±\u{A0}\(language.number(truth.error * 100, decimals: 2)) procentpoint simulationsfejl\(runs)"
  }

  func hoursRange(lowest: GroupFinding, highest: GroupFinding, pValue: Double?) -> String {
    let range =
      "Andelen går fra \(percent(lowest.rate)) (\(place(lowest))) til \(percent(highest.rate)) "
      + "(\(place(highest)))."
    guard let pValue else { return range }
    return pValue <= 0.05
      ? "\(range) Det er mere, end tilfældigheder alene forklarer: Så store forskelle opstår tilfældigt i "
        + "\(inAHundred(pValue)) undersøgelser."
      : "\(range) Så store forskelle opstår ved tilfældigheder alene i \(inAHundred(pValue)) undersøgelser: "
        + "Tidsrummene kan ikke rangordnes."
  }

  func verdicts(_ findings: SurveyFindings) -> String {
    guard let target = findings.target else { return "Målene er \(byTimeOfDay(findings))." }
    let all = findings.all.verdict.map { "\(word(for: $0)) for alle opkald under ét; det er " } ?? ""
    return "Målet om højst \(short(target)) uden kontakt er \(all)\(byTimeOfDay(findings))."
  }

  var noTarget: String {
    "Der er ikke angivet noget mål, så rapporten siger intet om målopfyldelse. `--target 0.10` holder opkaldene op mod "
      + "10\u{A0}%."
  }

  func strength(_ strength: SurveyStrength, inHour: Bool) -> String {
    let word =
      switch strength.word {
      case .weak: "svag"
      case .middling: "middelstærk"
      case .strong: "stærk"
      }
    let scope =
      inHour
      ? "I et enkelt tidsrum er undersøgelsen \(word)" : "For alle opkald under ét er undersøgelsen \(word)"
    let calls = "\(count(strength.calls))\u{A0}opkald"
    return
      "\(scope): Var andelen uden kontakt i virkeligheden \(percent(strength.target / 2)), ville \(calls) vise målet "
      + "opfyldt i \(inAHundred(strength.meetsAtHalf)) undersøgelser; var den \(percent(strength.target * 1.5)), ville de "
      + "vise målet ikke opfyldt i \(inAHundred(strength.failsAtOneAndAHalf))."
  }

  var rehearsal: String {
    "Undersøgelsen har aldrig fundet sted. Den er simuleret for at se, hvad sådan en undersøgelse ville vise; tallene "
      + "siger intet om virkelige praksisser."
  }

  func onlyReplication(_ shown: FieldworkFacts.ShownReplication) -> String {
    "Filen rummer \(number(shown.count, "simuleret undersøgelse", "simulerede undersøgelser")); rapporten viser kun "
      + "opkaldene i gentagelse \(shown.number). `--replication` vælger en anden."
  }

  func coverageSentence(_ row: WorthRow, confidence: Double) -> String {
    "I \(percent(row.coverage.value)) af \(number(row.replications, "simuleret undersøgelse", "simulerede undersøgelser")) "
      + "rummede \(language.roundPercent(confidence))-konfidensintervallet for alle opkald den sande andel."
  }

  func faultsSentence(_ count: Int) -> String {
    count == 1
      ? "Der mangler noget i rapporten; se sidste afsnit."
      : "Der mangler \(count) ting i rapporten; se sidste afsnit."
  }
}
