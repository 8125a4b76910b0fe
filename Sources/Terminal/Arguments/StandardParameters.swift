package import Drawing
import Foundation
package import Tables

/// The parameters that every command has.
package enum StandardParameters {
  package static let quiet = flag("quiet", "q", "Show no progress and no remarks; errors are still shown.")
  static let force = flag(
    "force", nil,
    "Let outputs replace files that were not written by this program, or that were changed since.")
  /// The language of what is printed; a command that writes for people into files has it with ``Option/language(of:changesResults:)``.
  static let language = ParameterCollector.$current.withValue(nil) {
    Option<ReportLanguage>.language(of: nil).spec
  }
  static let help = flag("help", "h", "Show this help.")
  package static let version = flag("version", nil, "Show the version.")

  /// Of help: everything that it knows, for programs.
  static let json = flag("json", nil, "Print it as JSON, for programs.")

  /// What stands at the end of every command's options.
  package static let all = [quiet, help, version]

  /// The long names of the options that say where a command writes; a command that writes has one of them.
  static let outputNames = ["output", "unknown-codes"]

  private static func flag(_ name: String, _ short: Character?, _ help: String) -> ParameterSpec {
    ParameterSpec(form: .flag, name: name, short: short, help: help, changesResults: false)
  }
}

extension Option where Value == String? {
  /// `-o DIR`: where a folder of results goes.
  package static func outputFolder(absent: String) -> Option {
    Option(
      "output", short: "o", "DIR",
      "The folder to write; results of an earlier run there are replaced as a whole.",
      reading: .folder, absent: absent, changesResults: false)
  }

  /// `-o FILE`: where a table goes besides, or instead of, standard output.
  package static func outputFile(_ help: String) -> Option {
    Option("output", short: "o", "FILE", help, reading: .outputFile, changesResults: false)
  }
}

extension Option where Value == ReportLanguage {
  /// `--language`: of tables, sentences and remarks, and of files for people; what programs read has none.
  ///
  /// Unless it is given, what is printed speaks the language of the environment and files speak English: they must not depend on
  /// where they are made.
  ///
  /// - Parameters:
  ///   - files: The files that a command writes for people; `nil` for none.
  ///   - changesResults: Whether the language is part of what makes a result, so that a manifest's command has it.
  package static func language(of files: String?, changesResults: Bool = false)
    -> Option<ReportLanguage>
  {
    let printed = "that of \(Speech.variable), then of the locale"
    return Option(
      "language", "LANGUAGE",
      files.map { "The language of \($0) and of what is printed." }
        ?? "The language of what is printed; files stay as they are.", reading: .choice, default: .english,
      shown: files == nil ? printed : "en in files; of what is printed \(printed)",
      changesResults: changesResults)
  }
}

extension Option where Value == Int {
  /// `-j J`: how many replications run at the same time; as many as there are cores unless said otherwise.
  package static var jobs: Option {
    Option(
      "jobs", short: "j", "J", "Surveys simulated at the same time; the results are the same for any number.",
      reading: .integer(in: 1...1024), default: ProcessInfo.processInfo.activeProcessorCount,
      shown: "all cores", changesResults: false)
  }
}

extension Option where Value == TableFormat {
  /// `--csv`: how CSV files are written.
  package static var csv: Option { csv(changesResults: true) }

  /// The same, of a command whose folder holds no table in that style.
  package static func csv(changesResults: Bool) -> Option {
    Option(
      "csv", "STYLE",
      "How CSV files are written; excel-da has semicolons, decimal commas and a byte order mark.",
      reading: ValueReader<CSVStyle>.choice.map(\.format), default: .standard,
      shown: CSVStyle.standard.rawValue, changesResults: changesResults)
  }
}

/// The styles in which CSV files are written.
package enum CSVStyle: String, CaseIterable {
  case standard
  case excelDanish = "excel-da"

  /// The style as the writer takes it.
  package var format: TableFormat {
    switch self {
    case .standard: .standard
    case .excelDanish: .excelDanish
    }
  }
}
