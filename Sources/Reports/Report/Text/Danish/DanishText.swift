internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys

/// A report in Danish.
struct DanishText: ReportText {
  let language = ReportLanguage.danish

  func place(_ group: GroupFinding) -> String {
    if group.by == "all" { return "alle opkald" }
    let isTime = group.by == "slot" || group.by == "pooled"
    return (isTime ? "kl.\u{A0}" : "") + name(of: group)
  }

  func counted(_ group: GroupFinding) -> String {
    "\(count(group.unreached)) af \(number(group.calls, "opkald", "opkald")) (\(percent(group.rate)))"
  }

  /// A number with its noun.
  func number(_ number: Int, _ one: String, _ many: String) -> String {
    "\(count(number))\u{A0}\(number == 1 ? one : many)"
  }

  /// `5 ud af 100`, or `færre end 1 ud af 100`.
  func inAHundred(_ probability: Double) -> String {
    if probability < 0.005 { return "færre end 1 ud af 100" }
    if probability > 0.995 { return "mere end 99 ud af 100" }
    return "\(language.number(probability * 100)) ud af 100"
  }
}

extension DanishText {
  var generalTitle: String { "Undersøgelse af telefonisk tilgængelighed" }
  var simulatedKind: String { "Simuleret undersøgelse" }
  var madeKind: String { "Undersøgelse" }
  var whatIfKind: String { "Hvad nu hvis" }
  var contents: String { "Indhold" }
  var inShort: String { "Kort fortalt" }
  var asked: String { "Hvad blev der spurgt om?" }
  var done: String { "Sådan blev det gjort" }
  var found: String { "Hvad viste det?" }
  var patientsCalls: String { "Patienternes opkald i modellen" }
  var practiceDay: String { "En dag i én praksis" }
  var sure: String { "Hvor sikkert er det?" }
  var change: String { "Hvad er ændret siden basismålingen?" }
  var limits: String { "Hvad rapporten ikke kan sige noget om" }
  var parameters: String { "Forudsætninger, og hvor de kommer fra" }
  var checklist: String { "Tjekliste: STRESS-DES" }
  var aboutFiles: String { "Filer, og hvordan det gentages" }
  var showNumbers: String { "Tallene bag figuren" }
  var hours: String { "Tidsrum" }
  var calls: String { "Opkald" }
  var notReached: String { "Uden kontakt" }
  var share: String { "Andel" }
  var verdict: String { "Målopfyldelse" }
  var meetsIfAtMost: String { "Opfyldt ved højst" }
  var failsIfAtLeast: String { "Ikke opfyldt fra" }
  var never: String { "aldrig" }
  var definition: String { "Definition af opnået kontakt" }
  var parameter: String { "Forudsætning" }
  var value: String { "Værdi" }
  var basis: String { "Grundlag" }
  var source: String { "Kilde eller begrundelse" }
  var item: String { "Punkt" }
  var answer: String { "I denne undersøgelse" }
  var file: String { "Fil" }
  var size: String { "Størrelse" }
  var state: String { "Tilstand" }
  var together: String { "samlet" }
  var allCalls: String { "Alle opkald" }
  var trueShare: String { "Sand andel" }
  var meanEstimate: String { "Gennemsnitligt estimat" }
  var coverage: String { "Intervaller, der rummer sandheden" }

  func intervalHead(_ confidence: Double) -> String { "\(language.roundPercent(confidence))-interval" }

  func word(for verdict: Verdict) -> String {
    switch verdict {
    case .meets: "opfyldt"
    case .fails: "ikke opfyldt"
    case .undecided: "uafklaret"
    }
  }

  func name(ofGrouping by: String) -> String {
    language.list(SurveyGrouping.columns(of: by).map(name(ofColumn:)))
  }

  private func name(ofColumn column: String) -> String {
    switch column {
    case "slot": "tidsrum"
    case "pooled": "samlet tidsrum"
    case "all": "alle opkald"
    case "municipality": "kommune"
    case "gps": "antal læger"
    case "cluster": "kvalitetsklynge"
    case "stratum": "stratum"
    case "listed_patients": "antal tilmeldte patienter"
    case "system": "telefonsystem"
    case "lines": "antal linjer"
    case "acute_line": "akutlinje"
    case "lunch": "frokostlukning"
    case "last_answer": "sidste personlige svar"
    case "when_off": "tilstand, når ingen svarer"
    case "partner": "stedfortræder"
    case let other: other
    }
  }

  func name(ofValue value: String, in column: String) -> String? {
    switch (column, value) {
    case ("gps", _): Int(value).map { number($0, "læge", "læger") }
    case ("system", "queue"): "telefonkø"
    case ("system", "busy-tone"): "optagettone"
    case ("lines", "unlimited"): "ubegrænset antal linjer"
    case ("lines", _): Int(value).map { number($0, "linje", "linjer") }
    case ("acute_line", "yes"): "med akutlinje"
    case ("acute_line", "no"): "uden akutlinje"
    case ("lunch", "none"): "ingen frokostlukning"
    case ("last_answer", "none"): "til lukketid"
    case ("last_answer", _): (try? TimeOfDay(parsing: value)).map(language.time)
    case ("when_off", _): states(value, word: word(inParameter:))
    default: nil
    }
  }

  func names(ofGrouping by: String) -> String {
    switch by {
    case "municipality": "kommuner"
    case "gps": "praksisser efter antal læger"
    case "cluster": "kvalitetsklynger"
    case "stratum": "strata"
    case _: name(ofGrouping: by)
    }
  }

  func name(of disposition: Disposition) -> String { disposition.danishName }

  func name(of definition: ReachedDefinition) -> String {
    if definition == .agreement { return "overenskomstens regel" }
    if definition == .person { return "en person i praksis" }
    if let limit = definition.waitLimitSeconds, definition.name.hasPrefix("person-within") {
      return "en person inden for \(language.duration(seconds: limit))"
    }
    return "»\(definition.name)«"
  }

  func meaning(of definition: ReachedDefinition) -> String {
    if definition == .agreement {
      return
        "En person i praksis svarede, opkaldet blev viderestillet og besvaret, en akutlinje blev besvaret, eller "
        + "en besked henviste til en navngiven stedfortræder: overenskomstens regel. "
        + "Der er også opnået kontakt, når den, der svarede, ikke ønskede at deltage."
    }
    if definition == .person {
      return "En læge eller en fra personalet svarede på praksis’ almindelige nummer."
    }
    let ways = language.list(definition.dispositions.map(\.danishName))
    guard let limit = definition.waitLimitSeconds else { return "Opkaldet endte sådan: \(ways)." }
    return "Opkaldet endte sådan inden for \(language.duration(seconds: limit)): \(ways)."
  }
}
