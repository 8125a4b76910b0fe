import Foundation
package import Tables

/// The parameters that every command has, and those that several share word for word.
package enum StandardParameters {
  package static let quiet = Parameter<Bool>.flag(
    "quiet", short: "q", "Show no progress and no remarks; errors are still shown.", changesResults: false)
  static let force = Parameter<Bool>.flag(
    "force", "Let outputs replace files that were not written by this program, or that were changed since.",
    changesResults: false)
  static let help = Parameter<Bool>.flag("help", short: "h", "Show this help.", changesResults: false)
  package static let version = Parameter<Bool>.flag("version", "Show the version.", changesResults: false)

  /// What stands at the end of every command's options.
  package static let all = [quiet.spec, help.spec, version.spec]

  /// The long names of the options that say where a command writes; a command that writes has one of them.
  static let outputNames = ["output", "unknown-codes"]

  /// `-o DIR`: where a folder of results goes.
  package static func outputFolder(absent: String) -> Parameter<String?> {
    .option(
      "output", short: "o", "DIR",
      "The folder to write; results of an earlier run there are replaced as a whole.",
      reading: .folder, absent: absent, changesResults: false)
  }

  /// `-o FILE`: where a table goes besides, or instead of, standard output.
  package static func outputFile(_ help: String) -> Parameter<String?> {
    .option("output", short: "o", "FILE", help, reading: .outputFile, changesResults: false)
  }

  /// `-j J`: how many replications run at the same time; ``Arguments/takeJobs()`` reads it.
  package static let jobs = Parameter<Int?>.option(
    "jobs", short: "j", "J", "Surveys simulated at the same time; the results are the same for any number.",
    reading: .integer(in: 1...1024), absent: "all cores", changesResults: false)

  /// `--csv`: how CSV files are written.
  package static let csv = Parameter<CSVStyle>.option(
    "csv", "STYLE",
    "How CSV files are written; excel-da has semicolons, decimal commas and a byte order mark.",
    reading: .choice, default: .standard, shown: "standard")
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
  package static var csv: Option {
    Option(
      "csv", "STYLE",
      "How CSV files are written; excel-da has semicolons, decimal commas and a byte order mark.",
      reading: ValueReader<CSVStyle>.choice.map(\.format), default: .standard,
      shown: CSVStyle.standard.rawValue)
  }
}

extension Arguments {
  /// The value of ``StandardParameters/jobs``: as many as there are cores unless said otherwise.
  package mutating func takeJobs() -> Int {
    take(StandardParameters.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
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
