import Drawing
import Files
import Tables
import Terminal

/// Where the answer of a `plan` command goes.
struct PlanOutput: OptionGroup {
  @Options private var tables: TableOutput
  @Option(
    "svg", "FILE",
    "Also draws the answer, as a picture for reports and slides, with its numbers as CSV beside it.",
    reading: .outputFile,
    changesResults: false) private var figureFile: String?
  @Option(.language(of: "the picture")) private var language: ReportLanguage

  private var file: String? { tables.path }

  /// The first of its options by which an answer is asked for elsewhere than in tables, as it was typed.
  var nameIfGiven: String? { tables.nameIfGiven ?? $figureFile.nameIfGiven }

  func validate(_ faults: inout [String]) {
    tables.refuseIdleStyle(&faults)
    if file == "-", figureFile == "-" {
      faults.append("'--output' and '--svg' both write to standard output; give one a file of its own")
    }
  }

  /// The file of the numbers behind the picture; `nil` where it has none, or where the answer's own CSV is to stand there.
  private var numbers: String? {
    guard let figureFile, figureFile != "-" else { return nil }
    let numbers = ReportCommand.numbers(beside: figureFile)
    return numbers == file ? nil : numbers
  }

  /// Refuses to write over a file that the command reads, or twice to one file.
  func check(inputs: [FileUse?] = []) throws {
    let numbers = numbers.map { FileUse($figureFile.spec, $0) }
    try FileUse.check(outputs: [tables.use, $figureFile.file, numbers], inputs: inputs)
  }

  /// Writes what was asked for, then prints.
  func deliver(_ answer: PlanAnswer, in context: Context) throws {
    try check()
    let figure = figureFile == nil ? nil : answer.sourcedFigure(language)
    var outputs: [(path: String, bytes: [UInt8])] = []
    if let file { outputs.append((file, answer.csv(tables.format))) }
    if let figureFile, let figure {
      outputs.append((figureFile, Array(figure.svg(language: language).utf8)))
    }
    let written = outputs.map(\.path)
    if let numbers, let figure { outputs.append((numbers, figure.dataTable(language: language).csv)) }
    var files = ReplacedFiles()
    for output in outputs where output.path != "-" { try files.write(output.bytes, to: output.path) }
    try files.commit()
    let printed = outputs.first { $0.path == "-" }?.bytes
    if let printed { return try context.printData(String(decoding: printed, as: UTF8.self)) }
    for (place, table) in answer.tables.enumerated() {
      if place > 0 { try context.print("\n") }
      try context.print(table)
    }
    if !written.isEmpty { try context.print("\n" + Phrase.written(written)) }
  }
}
