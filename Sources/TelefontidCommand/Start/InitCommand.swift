import Drawing
import Files
import Tables
import Terminal

/// `init`: a file to start from, which passes `check` and runs as it is.
struct InitCommand: Command {
  @Argument("WHAT", "The kind of file.", reading: .choice) var kind: Kind
  @Option(.outputFile("The file to write, instead of standard output.")) var output: String?
  @Option(.language(of: "comments, headers and words", changesResults: true)) var language: ReportLanguage
  @Option(.csv) var format: TableFormat

  /// Kinds of files that people begin.
  enum Kind: String, CaseIterable { case scenario, frame, codes, calls }

  static let spec = CommandSpec(
    name: "init", summary: "Write a scenario, a list of practices, codes or calls to start from.",
    discussion: """
      What is written passes check and runs as it is: change it line by line. A scenario has comments and extends a shipped \
      one; tables have a column of remarks, which no command needs.
      """,
    examples: [
      .init(
        command: "telefontid init scenario -o mine.json", purpose: "A scenario of your own, with comments:"),
      .init(
        command: "telefontid init frame --language da --csv excel-da -o praksis.csv",
        purpose: "A list of practices for Danish Excel:"),
    ])

  func validate(_ faults: inout [String]) {
    if kind == .scenario, $format.isGiven { faults.append("'--csv' is for tables; a scenario is JSON") }
  }

  func run(in context: Context) async throws {
    let bytes =
      switch kind {
      case .scenario: Array(StartingScenario.text(language).utf8)
      case .frame: StartingTables.frame(language, format)
      case .codes: StartingTables.codes(language, format)
      case .calls: StartingTables.calls(language, format)
      }
    if let output { try ReplacedFile.check(output) }
    guard let output, output != "-" else {
      return try context.printData(String(decoding: bytes, as: UTF8.self))
    }
    // A file that is begun may have been gone on with: nothing takes its place unless it is the same.
    try $output.file?.refuseToLose(kind == .scenario ? nil : bytes)
    var file = try ReplacedFile(output)
    file.file.pending += bytes
    try file.commit()
    try context.print(Phrase.written(output).escapingAllButLineEnds)
    context.suggest(Self.next(kind, output))
  }

  /// What people run next with such a file.
  private static func next(_ kind: Kind, _ file: String) -> [String] {
    let name = Program.name
    let file = file.asWord
    return switch kind {
    case .scenario: ["\(name) check \(file)", "\(name) simulate \(file)"]
    case .frame:
      ["\(name) check \(file)", "\(name) draw --frame \(file) --first-date 2026-09-01 -o calls.csv"]
    case .codes: ["\(name) estimate CALLS.csv --dispositions \(file)"]
    case .calls: ["\(name) check \(file)", "\(name) estimate \(file)"]
    }
  }

  /// The command that writes the file which a command did not find, by the parameter that named it; `nil` for others.
  static func way(for file: String, _ command: GivenCommand) -> String? {
    let kind: Kind? =
      switch command.arguments.parameter(of: file)?.typedName {
      case "--frame": .frame
      case "--dispositions": .codes
      case "CALLS": .calls
      case _: nil
      }
    return kind.map {
      "\(Program.name) \(spec.name) \($0.rawValue) -o \(file.asWord)  # one to start from"
    }
  }
}
