internal import Drawing
internal import SurveyDesign
internal import Surveys

/// What groups, their columns, dispositions and definitions are called.
extension ReportText {
  /// What groups are made by: `kommune`, `municipality`.
  func name(ofGrouping by: String) -> String {
    language.list(SurveyGrouping.columns(of: by).map(name(ofColumn:)))
  }

  private func name(ofColumn column: String) -> String {
    switch column {
    case "slot": words("slot", "tidsrum")
    case "pooled": words("longer stretch of the day", "samlet tidsrum")
    case "all": words("all calls", "alle opkald")
    case "municipality": words("municipality", "kommune")
    case "gps": words("number of GPs", "antal læger")
    case "cluster": words("quality cluster", "kvalitetsklynge")
    case "stratum": words("stratum", "stratum")
    case "listed_patients": words("number of listed patients", "antal tilmeldte patienter")
    case "system": words("telephone system", "telefonsystem")
    case "lines": words("number of lines", "antal linjer")
    case "acute_line": words("acute line", "akutlinje")
    case "lunch": words("closing at lunch", "frokostlukning")
    case "last_answer": words("last answer by a person", "sidste personlige svar")
    case "when_off":
      words("what is heard when the practice does not answer", "hvad man hører, når praksis ikke svarer")
    case "partner": words("substitute", "stedfortræder")
    case "calls_factor": words("calls per patient", "opkald pr. patient")
    case "callback": words("offers to ring back", "tilbagering")
    case "professional_number": words("number of their own for professionals", "særligt nummer for fagfolk")
    case "professional_priority": words("priority for professionals", "forrang for fagfolk")
    case let other: other
    }
  }

  /// The same in the plural, in small letters.
  func names(ofGrouping by: String) -> String {
    switch by {
    case "municipality": words("municipalities", "kommuner")
    case "gps": words("practices by number of GPs", "praksisser efter antal læger")
    case "cluster": words("quality clusters", "kvalitetsklynger")
    case "stratum": words("strata", "strata")
    case _: words("groups by \(name(ofGrouping: by))", "grupper efter \(name(ofGrouping: by))")
    }
  }

  /// What telefontid's own column calls a value, in words; `nil` for values that speak for themselves.
  func name(ofValue value: String, in column: String) -> String? {
    switch (column, value) {
    case ("gps", _): Int(value).map { number($0, .doctor) }
    case ("system", "queue"): words("queue", "telefonkø")
    case ("system", "busy-tone"): words("no queue: busy", "ingen kø: optaget")
    case ("lines", "unlimited"): words("any number of lines", "ubegrænset antal linjer")
    case ("lines", _): Int(value).map { number($0, .line) }
    case ("acute_line", "yes"): words("with an acute line", "med akutlinje")
    case ("acute_line", "no"): words("without an acute line", "uden akutlinje")
    case ("professional_number", "yes"):
      words("with a number of their own for professionals", "med særligt nummer for fagfolk")
    case ("professional_number", "no"):
      words("without a number of their own for professionals", "uden særligt nummer for fagfolk")
    case ("professional_priority", "yes"): words("with priority for professionals", "med forrang for fagfolk")
    case ("professional_priority", "no"):
      words("without priority for professionals", "uden forrang for fagfolk")
    case ("lunch", "none"): words("open at lunch", "ingen frokostlukning")
    case ("last_answer", "none"): words("until closing", "til lukketid")
    case ("last_answer", _): (try? TimeOfDay(parsing: value)).map(language.time)
    case ("when_off", _): states(value)
    default: nil
    }
  }

  /// What a telephone does at one time of day after the other, as `when_off` has it; `nil` where a word is unknown.
  private func states(_ value: String) -> String? {
    let states = value.split(separator: "|").map { word(inParameter: String($0)) }
    guard !states.isEmpty, !states.contains(nil) else { return nil }
    return states.compactMap(\.self).joined(separator: words(", then ", ", derefter "))
  }

  /// The disposition as people say it.
  func name(of disposition: Disposition) -> String { words(disposition.englishName, disposition.danishName) }

  func name(of definition: ReachedDefinition) -> String {
    switch Rule(definition) {
    case .agreement: return words("the agreement’s rule", "overenskomstens regel")
    case .person: return words("a person of the practice", "en person i praksis")
    case .personWithin(let seconds):
      let limit = language.duration(seconds: seconds)
      return words("a person within \(limit)", "en person inden for \(limit)")
    case .own: return words("“\(definition.name)”", "»\(definition.name)«")
    }
  }

  /// The definition as a sentence.
  func meaning(of definition: ReachedDefinition) -> String {
    if definition == .agreement {
      return words(
        "A person of the practice answered, the call was forwarded and answered, an acute line was answered, "
          + "or a message named a substitute: the rule of the collective agreement. "
          + "A person who answered and would not take part was reached, too.",
        "En person i praksis svarede, opkaldet blev viderestillet og besvaret, en akutlinje blev besvaret, eller "
          + "en besked henviste til en navngiven stedfortræder: overenskomstens regel. "
          + "Der er også opnået kontakt, når den, der svarede, ikke ønskede at deltage.")
    }
    if definition == .person {
      return words(
        "A doctor or a member of the staff answered on the practice’s ordinary line.",
        "En læge eller en fra personalet svarede på praksis’ almindelige nummer.")
    }
    let limit = definition.waitLimitSeconds.map { language.duration(seconds: $0) }
    if case .personWithin = Rule(definition), let limit {
      return words(
        "A doctor or a member of the staff answered on the practice’s ordinary line within \(limit).",
        "En læge eller en fra personalet svarede på praksis’ almindelige nummer inden for \(limit)."
      ).withoutDoubleStops
    }
    let ways = language.list(definition.dispositions.map { words("“\(name(of: $0))”", "»\(name(of: $0))«") })
    guard let limit else {
      return words(
        "The call ended in one of these ways: \(ways).", "Opkaldet endte på en af disse måder: \(ways).")
    }
    return words(
      "The call ended in one of these ways within \(limit): \(ways).",
      "Opkaldet endte inden for \(limit) på en af disse måder: \(ways).")
  }

  /// The kinds of definition that have words of their own.
  enum Rule {
    case agreement, person, own
    case personWithin(seconds: Double)

    init(_ definition: ReachedDefinition) {
      if definition == .agreement {
        self = .agreement
      } else if definition == .person {
        self = .person
      } else if let limit = definition.waitLimitSeconds, definition.isPersonWithin {
        self = .personWithin(seconds: Double(limit))
      } else {
        self = .own
      }
    }
  }
}
