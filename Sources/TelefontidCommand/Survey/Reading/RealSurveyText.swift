import Drawing
import Files
import Reports
import SurveyDesign
import SurveyStatistics
import Surveys
import Terminal

/// How rates, intervals and p-values of real surveys are written in tables.
enum RealSurveyText {
  /// A share as a percentage with one decimal.
  static func percent(_ share: Double?) -> String {
    share.map { spoken($0 * 100, decimals: 1) + " %" } ?? "–"
  }

  /// A share that was chosen, with as many decimals as it needs.
  static func share(_ share: Double) -> String { PlanText.percent(share) }

  /// A difference of shares in percentage points, with its sign.
  static func points(_ difference: Double?) -> String {
    guard let difference else { return "–" }
    let text = spoken(abs(difference) * 100, decimals: 1)
    guard text != spoken(0, decimals: 1), difference != 0 else { return text }
    return difference < 0 ? "-\(text)" : "+\(text)"
  }

  /// An interval of a share; one that reaches to 0 or 100 % because no call, or every call, was unreached is one bound.
  static func interval(_ interval: ConfidenceInterval?, rate: Double?) -> String {
    guard let interval else { return "–" }
    let (lower, upper) = (percent(interval.lower), percent(interval.upper))
    if rate == 0, interval.lower == 0 { return said("at most \(upper)", "højst \(upper)") }
    if rate == 1, interval.upper == 1 { return said("at least \(lower)", "mindst \(lower)") }
    return "\(lower)–\(upper)"
  }

  /// A confidence as people write it.
  static func confidence(_ confidence: Double) -> String {
    let percent = confidence * 100
    return spoken(percent, decimals: (percent - percent.rounded()).magnitude < 1e-9 ? 0 : 1) + " %"
  }

  /// A p-value with three decimals, or what is smaller.
  static func pValue(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value < 0.001 ? "<" + spoken(0.001, decimals: 3) : spoken(value, decimals: 3)
  }

  /// A group's name in a table; one with few calls is marked.
  static func label(_ rate: SurveyRate) -> String {
    let name = Phrase.group(rate.group, by: rate.by)
    return rate.isSmall ? "\(name) *" : name
  }

  /// The header over the groups of a grouping.
  static func header(_ by: String) -> String {
    if by == "calls" { return said("Calls", "Opkald") }
    let words = SurveyGrouping.columns(of: by).map { column in
      let name = said(column, ReportLanguage.danish.grouping(column))
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    return words.joined(separator: SurveyGrouping.crossing)
  }

  /// What to say below a table about the design: only what is so.
  static func notes(
    on survey: RealSurvey, _ analysis: SurveyAnalysis, _ definition: ReachedDefinition,
    in replication: SurveyCalls.Replication, design: CallDesign
  ) -> [String] {
    var notes: [String] = []
    if design.hasClusters {
      notes.append(
        said(
          "Practices called several times are clusters.",
          "Praksisser, der er ringet op flere gange, er klynger."))
    }
    if survey.calls.hasDifferentWeights {
      notes.append(
        said("Weights are those in the calls file.", "Vægtene er dem, der står i filen med opkald."))
    } else if survey.calls.weights == nil, design.hasWeights, survey.frame?.hasDifferentWeights ?? false {
      notes.append(said("Weights are those of the frame.", "Vægtene er stikprøverammens."))
    }
    if let margins = analysis.margins {
      let columns = margins.columns.joined(separator: ", ")
      let units =
        analysis.total == .patients
        ? said("listed patients", "tilmeldte patienter") : said("numbers of practices", "antal praksisser")
      notes.append(
        said(
          "Weights are raked to the frame's \(units) by \(columns).",
          "Vægtene er afpasset (raking) efter stikprøverammens \(units) pr. \(columns)."))
      notes.append(
        said(
          "Weights' effect: the variance that different weights alone would bring, over that of equal ones; what the columns explain is taken off again.",
          "Vægtenes virkning: den varians, som forskellige vægte alene ville give, i forhold til ens vægte; det, kolonnerne forklarer, går fra igen."
        ))
    }
    guard design.strataCount > 1 else { return notes }
    let strata = design.strataCount
    notes.append(
      survey.calls.strata == nil
        ? said(
          "The calls are of \(strata) strata, those of the frame; each group is a part of that survey.",
          "Opkaldene er fra \(strata) strata, stikprøverammens; hver gruppe er en del af den undersøgelse.")
        : said(
          "The calls are of \(strata) strata, those in the calls file; each group is a part of that survey.",
          "Opkaldene er fra \(strata) strata, dem i filen med opkald; hver gruppe er en del af den undersøgelse."
        ))
    let lone = design.loneStrata
    if lone == 1 {
      notes.append(
        said(
          "1 stratum has valid calls to a single practice, which tell nothing of how practices differ there: in standard errors it is compared with the whole.",
          "1 stratum har kun gyldige opkald til en enkelt praksis, og de siger intet om forskelle mellem praksisser dér: I standardfejl sammenlignes det med helheden."
        ))
    } else if lone > 1 {
      notes.append(
        said(
          "\(lone) strata have valid calls to a single practice, which tell nothing of how practices differ there: in standard errors they are compared with the whole, in the interval over all strata they are put together.",
          "\(lone) strata har kun gyldige opkald til en enkelt praksis, og de siger intet om forskelle mellem praksisser dér: I standardfejl sammenlignes de med helheden, i intervallet over alle strata lægges de sammen."
        ))
    }
    return notes + invalidNotes(survey, analysis, definition, in: replication)
  }

  /// What became of calls that are not valid, where there are strata.
  private static func invalidNotes(
    _ survey: RealSurvey, _ analysis: SurveyAnalysis, _ definition: ReachedDefinition,
    in replication: SurveyCalls.Replication
  ) -> [String] {
    guard analysis.hasInvalidCalls(definition, in: replication) else { return [] }
    guard analysis.invalidCalls == .madeGood else {
      return [
        said(
          "Calls that are not valid are left out, as the weights in the calls file may have been made for the others; --invalid made-good lets the others of their stratum stand for them.",
          "Ugyldige opkald er udeladt, da vægtene i filen med opkald kan være lavet til de andre; --invalid made-good lader de andre i samme stratum træde i stedet."
        )
      ]
    }
    let empty = analysis.strataWithoutValidCall(definition, in: replication).map { "'\($0.stratum)'" }
    let names = empty.joined(separator: ", ")
    return [
      said(
        "Calls that are not valid are made good by the valid ones of their stratum.",
        "For ugyldige opkald træder de gyldige i samme stratum i stedet.")
    ]
      + (empty.isEmpty
        ? []
        : [
          said(
            "Not represented, without a valid call: \(empty.count == 1 ? "stratum" : "strata") \(names). Put what is alike into one stratum.",
            "Ikke repræsenteret, uden et gyldigt opkald: stratum \(names). Læg det, der ligner hinanden, i ét stratum."
          )
        ])
  }

  /// What to say below a table about the file itself.
  static func notes(on survey: RealSurvey, rates: RateFacts) -> [String] {
    var notes: [String] = []
    if rates.hasSmall {
      let few = SurveyRate.fewCalls
      notes.append(
        said(
          "* Fewer than \(few) calls: too few to mean anything by themselves; '\(Program.name) plan margin' says how many it takes.",
          "* Færre end \(few) opkald: for få til at sige noget i sig selv; '\(Program.name) plan margin' siger, hvor mange der skal til."
        ))
    }
    let invalid = rates.invalidOfLast
    if invalid > 0 {
      notes.append(
        said(
          "\(invalid) \(invalid == 1 ? "call was" : "calls were") not valid (wrong number, not made, or without the wait that the definition needs): beside the rates, not in them.",
          "\(invalid) opkald var \(invalid == 1 ? "ugyldigt" : "ugyldige") (forkert nummer, ikke foretaget, eller uden den ventetid, definitionen kræver): ved siden af andelene, ikke i dem."
        ))
    }
    let (unmade, rows) = (survey.calls.unmadeRows, survey.calls.rows)
    if unmade > 0 {
      notes.append(
        said(
          "\(unmade) of \(rows) rows have no outcome yet: counted as not-attempted, beside the rates.",
          "\(unmade) af \(rows) rækker har endnu intet udfald: regnet som ikke foretaget, ved siden af andelene."
        ))
    }
    for vague in survey.calls.vagueWords {
      let (count, meaning) = (PlanText.count(vague.rows, .row), Phrase.name(of: vague.disposition))
      notes.append(
        said(
          "'\(vague.word)' (\(count)) was read as \(meaning); --dispositions FILE can say otherwise.",
          "»\(vague.word)« (\(count)) er læst som \(meaning); --dispositions FIL kan sige noget andet."))
    }
    notes += survey.remarks.map(\.sentence)
    if let frame = survey.frame {
      let silent = frame.count - survey.calls.practicesCalled
      if silent > 0 {
        notes.append(
          said(
            "\(silent) of the frame's \(frame.count) practices have no call.",
            "\(silent) af stikprøverammens \(frame.count) praksisser har intet opkald."))
      }
    }
    if survey.replications.count > 1, let first = survey.replications.first {
      let count = survey.replications.count
      notes.append(
        said(
          "Replication \(first.number) of \(count) simulated surveys; the CSV has all.",
          "Gentagelse \(first.number) af \(count) simulerede undersøgelser; CSV-filen har dem alle."))
    }
    return notes
  }
}
