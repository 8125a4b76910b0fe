import Drawing
import Files
import Tables
import Terminal

/// Where the answer of a `plan` command goes.
struct PlanOutput: Sendable {
  static let csv = StandardParameters.csv
  static let output = StandardParameters.outputFile(
    "The CSV file to write besides the tables; - instead of them.")
  static let svg = Parameter<String?>.option(
    "svg", "FILE",
    "Also draws the answer, as a picture for reports and slides, with its numbers as CSV beside it.",
    reading: .outputFile,
    changesResults: false)
  static let language = Parameter<ReportLanguage>.option(
    "language", "LANGUAGE", "The language of the picture.", reading: .choice, default: .english, shown: "en",
    changesResults: false)

  /// The options in the order in which help lists them.
  static let specs = [csv.spec, output.spec, svg.spec, language.spec]

  private let format: TableFormat
  private let file: String?
  private let figureFile: String?
  private let language: ReportLanguage

  /// Takes the options.
  init(_ arguments: inout Arguments) {
    format = arguments.take(Self.csv).format
    file = arguments.take(Self.output)
    figureFile = arguments.take(Self.svg)
    language = arguments.take(Self.language)
    if file == "-", figureFile == "-" {
      arguments.reject("'--output' and '--svg' both write to standard output; give one a file of its own")
    }
  }

  /// The file of the numbers behind the picture; `nil` where it has none, or where the answer's own CSV is to stand there.
  private var numbers: String? {
    guard let figureFile, figureFile != "-" else { return nil }
    let numbers = ReportCommand.numbers(beside: figureFile)
    return numbers == file ? nil : numbers
  }

  /// Refuses to write over a file that the command reads, or twice to one file.
  func check(inputs: [FileUse] = []) throws {
    let outputs = [
      file.map { FileUse(Self.output.spec, $0) }, figureFile.map { FileUse(Self.svg.spec, $0) },
      numbers.map { FileUse(Self.svg.spec, $0) },
    ]
    try FileUse.check(outputs: outputs.compactMap { $0 }, inputs: inputs)
  }

  /// Writes what was asked for, then prints.
  func deliver(_ answer: PlanAnswer, in context: Context) throws {
    try check()
    var files = ReplacedFiles()
    var written: [String] = []
    if let file {
      try files.write(answer.csv(format), to: file)
      written.append(file)
    }
    if let figureFile, let figure = answer.sourcedFigure(language) {
      try files.write(Array(figure.svg(language: language).utf8), to: figureFile)
      written.append(figureFile)
      if let numbers { try files.write(figure.dataTable(language: language).csv, to: numbers) }
    }
    try files.commit()
    if written.contains("-") { return }
    for (place, table) in answer.tables.enumerated() {
      if place > 0 { try context.print("\n") }
      try context.print(table)
    }
    if !written.isEmpty { try context.print("\nWritten to \(written.joined(separator: " and ")).\n") }
  }
}
