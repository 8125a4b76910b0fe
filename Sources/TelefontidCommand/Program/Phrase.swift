import Drawing
import Reports
import Scenarios
import SurveyDesign
import SurveyStatistics
import Surveys
import Terminal

/// Words that several commands print, in the language in which they speak.
///
/// Sentences that only one table has stand there, both wordings side by side; what reports call a thing, tables call it too.
enum Phrase {
  /// What stands where nothing is known.
  static var unknown: String { ReportLanguage.missing }

  static var all: String { said("all", "alle") }
  static var monteCarlo: String { "± MC" }
  static var monteCarloNote: String {
    said(
      "± MC: Monte Carlo standard error of the number before it.",
      "± MC: Monte Carlo-standardfejl for tallet foran.")
  }

  /// A group as a row names it: pooled stretches are marked, and so is a group without a name.
  static func group(_ label: String, by grouping: String = "") -> String {
    if label == "all" { return all }
    if label.isEmpty { return said("(empty)", "(tom)") }
    return grouping == "pooled" ? said("\(label) together", "\(label) samlet") : label
  }

  /// The head of a column of intervals: `95 % interval`.
  static func interval(_ confidence: Double) -> String {
    let level = RealSurveyText.confidence(confidence)
    return said("\(level) interval", "\(level)-interval")
  }

  /// That files have been written, as a line.
  static func written(_ files: [String]) -> String {
    said(
      "Written to \(files.joined(separator: " and ")).\n", "Skrevet til \(files.joined(separator: " og ")).\n"
    )
  }

  /// The same of one file.
  static func written(_ file: String) -> String { written([file]) }

  static func name(of verdict: Verdict) -> String {
    switch verdict {
    case .meets: said("meets", "opfyldt")
    case .fails: said("fails", "ikke opfyldt")
    case .undecided: said("undecided", "uafklaret")
    }
  }

  /// The word of the files in English, what people call it in Danish.
  static func name(of disposition: Disposition) -> String {
    said(disposition.rawValue, disposition.danishName)
  }

  /// What a target asks, as a part of a sentence.
  static func name(of target: AccessTarget) -> String {
    guard Speech.language == .danish, let wait = target.withinSeconds else { return target.description }
    let reached = RealSurveyText.share(1 - target.rate)
    return "\(reached) inden for \(ReportLanguage.danish.duration(seconds: wait))"
  }

  static func name(of basis: Provenance.Basis) -> String {
    switch basis {
    case .observed: said("observed", "offentliggjort")
    case .derived: said("derived", "afledt")
    case .assumed: said("assumed", "antagelse")
    }
  }

  /// A definition of reached, or the column that says who was reached, as a title names it.
  static func rule(_ label: String, _ definition: ReachedDefinition) -> String {
    switch Speech.language {
    case .english: "\"\(label)\""
    case .danish:
      if label == SurveyColumn.reached.rawValue {
        "kolonnen »\(label)«"
      } else if definition == .person {
        "reglen »\(name(of: definition))«"
      } else if definition == .agreement {
        name(of: definition)
      } else {
        "reglen »\(definition.name)«"
      }
    }
  }

  /// A definition of reached in the middle of a sentence.
  private static func name(of definition: ReachedDefinition) -> String {
    ReportLanguage.danish.definition(definition)
  }

  /// The title or the description of a scenario, in Danish where it is a shipped one.
  static func title(_ title: String) -> String { Speech.language.title(title) }

  static var atFirstAttempt: String { said("at the first attempt", "i første forsøg") }
  static var afterRedialling: String { said("after redialling", "efter genopkald") }
  static func inRound(_ round: String) -> String { said("in round \(round)", "i runde \(round)") }
  static var never: String { said("never", "aldrig") }

  static var yes: String { said("yes", "ja") }
  static var no: String { said("no", "nej") }
}
