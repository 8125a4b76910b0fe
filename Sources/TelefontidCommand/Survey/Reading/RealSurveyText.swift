import Files
import SurveyDesign
import SurveyStatistics
import Surveys
import Tables

/// How rates, intervals and p-values of real surveys are written in tables.
enum RealSurveyText {
  /// A share as a percentage with one decimal.
  static func percent(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 1) + " %" } ?? "–"
  }

  /// A difference of shares in percentage points, with its sign.
  static func points(_ difference: Double?) -> String {
    guard let difference else { return "–" }
    let text = NumberText.format(abs(difference) * 100, decimals: 1)
    return difference < 0 && text != "0.0" ? "-\(text)" : difference > 0 && text != "0.0" ? "+\(text)" : text
  }

  /// An interval of a share; one that reaches to 0 or 100 % because no call, or every call, was unreached is one bound.
  static func interval(_ interval: ConfidenceInterval?, rate: Double?) -> String {
    guard let interval else { return "–" }
    if rate == 0, interval.lower == 0 { return "at most \(percent(interval.upper))" }
    if rate == 1, interval.upper == 1 { return "at least \(percent(interval.lower))" }
    return "\(percent(interval.lower))–\(percent(interval.upper))"
  }

  /// A confidence as people write it.
  static func confidence(_ confidence: Double) -> String {
    let percent = confidence * 100
    return NumberText.format(percent, decimals: (percent - percent.rounded()).magnitude < 1e-9 ? 0 : 1) + " %"
  }

  /// A p-value with three decimals, or what is smaller.
  static func pValue(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value < 0.001 ? "<0.001" : NumberText.format(value, decimals: 3)
  }

  /// A group's name in a table; one with few calls is marked.
  static func label(_ rate: SurveyRate) -> String {
    let name = rate.by == "pooled" ? "\(rate.group) together" : rate.group.isEmpty ? "(empty)" : rate.group
    return rate.isSmall ? "\(name) *" : name
  }

  /// The header over the groups of a grouping.
  static func header(_ by: String) -> String {
    let words = SurveyGrouping.columns(of: by).map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return words.joined(separator: SurveyGrouping.crossing)
  }

  /// What to say below a table about the design: only what is so.
  static func notes(
    on survey: RealSurvey, _ analysis: SurveyAnalysis, _ definition: ReachedDefinition,
    in replication: SurveyCalls.Replication, design: CallDesign
  ) -> [String] {
    var notes: [String] = []
    if design.hasClusters { notes.append("Practices called several times are clusters.") }
    if survey.calls.hasDifferentWeights {
      notes.append("Weights are those in the calls file.")
    } else if survey.calls.weights == nil, design.hasWeights, survey.frame?.hasDifferentWeights ?? false {
      notes.append("Weights are those of the frame.")
    }
    if let margins = analysis.margins {
      let units = analysis.total == .patients ? "listed patients" : "numbers of practices"
      notes.append("Weights are raked to the frame's \(units) by \(margins.columns.joined(separator: ", ")).")
      notes.append(
        "Weights' effect: the variance that different weights alone would bring, over that of equal ones; what the columns explain is taken off again."
      )
    }
    guard design.strataCount > 1 else { return notes }
    let source = survey.calls.strata == nil ? "of the frame" : "in the calls file"
    notes.append(
      "The calls are of \(design.strataCount) strata, those \(source); each group is a part of that survey.")
    let lone = design.loneStrata
    if lone > 0 {
      notes.append(
        "\(lone) \(lone == 1 ? "stratum has" : "strata have") valid calls to a single practice, which tell nothing of how practices differ there: "
          + "in standard errors \(lone == 1 ? "it is" : "they are") compared with the whole"
          + (lone > 1 ? ", in the interval over all strata they are put together." : "."))
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
        "Calls that are not valid are left out, as the weights in the calls file may have been made for the others; --invalid made-good lets the others of their stratum stand for them."
      ]
    }
    let empty = analysis.strataWithoutValidCall(definition, in: replication).map { "'\($0.stratum)'" }
    return ["Calls that are not valid are made good by the valid ones of their stratum."]
      + (empty.isEmpty
        ? []
        : [
          "Not represented, without a valid call: \(empty.count == 1 ? "stratum" : "strata") \(empty.joined(separator: ", ")). Put what is alike into one stratum."
        ])
  }

  /// What to say below a table about the file itself.
  static func notes(on survey: RealSurvey, rates: RateFacts) -> [String] {
    var notes: [String] = []
    if rates.hasSmall {
      notes.append(
        "* Fewer than \(SurveyRate.fewCalls) calls: too few to mean anything by themselves; '\(Program.name) plan margin' says how many it takes."
      )
    }
    let invalid = rates.invalidOfLast
    if invalid > 0 {
      notes.append(
        "\(invalid) \(invalid == 1 ? "call was" : "calls were") not valid (wrong number, not made, or without the wait that the definition needs): beside the rates, not in them."
      )
    }
    let unmade = survey.calls.unmadeRows
    if unmade > 0 {
      notes.append(
        "\(unmade) of \(survey.calls.rows) rows have no outcome yet: counted as not-attempted, beside the rates."
      )
    }
    for vague in survey.calls.vagueWords {
      notes.append(
        "'\(vague.word)' (\(vague.rows) \(vague.rows == 1 ? "row" : "rows")) was read as \(vague.disposition.rawValue); --dispositions FILE can say otherwise."
      )
    }
    notes += survey.remarks.map(\.sentence)
    if let frame = survey.frame {
      let silent = frame.count - survey.calls.practicesCalled
      if silent > 0 { notes.append("\(silent) of the frame's \(frame.count) practices have no call.") }
    }
    if survey.replications.count > 1, let first = survey.replications.first {
      notes.append(
        "Replication \(first.number) of \(survey.replications.count) simulated surveys; the CSV has all.")
    }
    return notes
  }
}
