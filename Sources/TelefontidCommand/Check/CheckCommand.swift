import Files
import Reports
import Scenarios
import Studies
import SurveyDesign
import Surveys
import Tables
import TelephoneAccess
import Terminal

/// `check`: everything that is wrong with a file, before anything is done with it.
struct CheckCommand: Command {
  @Argument(
    "FILE", "Scenarios (.json, or a shipped one's name), frames and calls files (.csv).",
    readingEach: .inputFile)
  var files: [String]
  @Option(
    "set", "PATH=VALUE", "Sets a parameter of every scenario before it is checked.",
    readingEach: .assignment)
  var assignments: [Assignment]
  @Options var tables: TableFileOptions
  @Option(
    "unknown-codes", "FILE",
    "Writes the codes that are not known, so that what they mean can be filled in for --dispositions.",
    reading: .outputFile, changesResults: false)
  var codesFile: String?
  @Flag("print", "Prints the complete scenario, every default filled in, as JSON.") var prints
  @Flag("inputs", "Prints the name of every file that is read, one a line, for make and its like.")
  var listsInputs

  static let spec = CommandSpec(
    name: "check", summary: "Say everything that is wrong with a scenario, a frame or a calls file.",
    discussion: """
      Prints every fault with its place and ends with 65, or says that all is well. A scenario is checked with \
      everything it names: the file that it extends, its frame, its population and its plan of calls. A CSV file with \
      slots, times or dispositions is a calls file: every row that cannot be right is named with its line. Keys of a \
      scenario that can have no effect, such as balking where every telephone has a busy tone, are remarked on.
      """,
    examples: [
      .init(command: "telefontid check scenarios/*.json", purpose: "Check every scenario:"),
      .init(
        command: "telefontid check scenarios/midtjylland-2015.json --print",
        purpose: "Print a scenario with every default:"),
      .init(
        command: "telefontid check --inputs scenarios/midtjylland-2015.json",
        purpose: "Print on which files a result depends:"),
      .init(
        command: "telefontid check opkald.csv --frame practices.csv",
        purpose: "Check what the interviewers typed:"),
    ])

  func validate(_ faults: inout [String]) {
    if prints, listsInputs { faults.append("'--print' and '--inputs' print different things: leave one out") }
    if prints, files.count > 1 { faults.append("'--print' prints one scenario: name one file") }
    if prints || !assignments.isEmpty, files.contains(where: { !Self.isScenario($0) }) {
      faults.append("'--print' and '--set' are for scenarios, whose names end in .json")
    }
  }

  func run(in context: Context) async throws {
    let inputs = [tables.frameFile, tables.dispositionsFile].compactMap(\.self) + files
    try FileUse.check(outputs: [$codesFile.file], inputs: inputs.map { FileUse($files.spec, $0) })
    var faults: [Fault] = []
    var status = ExitStatus.done
    var report = ""
    var unknownCodes: [String] = []
    for file in files {
      do {
        report += try check(file, unknownCodes: &unknownCodes)
      } catch {
        let error = CommandError(error)
        faults += error.faults
        // A file that is not there says more than one that is wrong.
        if status != .noInput { status = error.status }
      }
    }
    if let codesFile, !unknownCodes.isEmpty { try write(unknownCodes, to: codesFile) }
    guard status == .done else { throw CommandError(status, faults) }
    if listsInputs { report = (CommandFiles.current?.names ?? []).map { $0 + "\n" }.joined() }
    if prints { try context.printData(report) } else { try context.print(report) }
  }

  /// What there is to say of a file without a fault.
  private func check(_ file: String, unknownCodes: inout [String]) throws -> String {
    guard Self.isScenario(file) else {
      return try TableFileCheck.report(on: file, options: tables, unknownCodes: &unknownCodes)
    }
    let scenario = try ScenarioLoader.scenario(file, assignments: assignments)
    if prints { return scenario.canonicalText }
    let study = try ScenarioLoader.study(scenario, file: file)
    let practices = PlanText.count(study.population.frame.count, .practice)
    let calls = PlanText.count(study.plan(replication: 0).calls.count, .call)
    let slots = PlanText.count(scenario.survey.slots.slots.count, .slot)
    let days = PlanText.count(scenario.survey.days.count, .day)
    var text =
      "\(file): \(Phrase.title(scenario.title)): "
      + said(
        "\(practices), \(calls) in \(slots) on \(days); no faults\n",
        "\(practices), \(calls) i \(slots) på \(days); ingen fejl\n")
    let unsaid = scenario.parametersWithoutProvenance
    if !unsaid.isEmpty {
      let shown = unsaid.prefix(Self.mostUnsaid).map(\.description).joined(separator: ", ")
      let more = unsaid.count - Self.mostUnsaid
      let rest = more > 0 ? said(" and \(more) more", " og \(more) til") : ""
      text += said("  No source is given for these: ", "  Uden kilde: ") + "\(shown)\(rest)\n"
    }
    for key in study.keysWithoutEffect {
      text += said("  Without effect: ", "  Uden virkning: ") + "\(key.path): \(key.reason)\n"
    }
    return text
  }

  /// Parameters without provenance that are named before the rest is counted.
  private static let mostUnsaid = 5

  /// Writes codes as a file for `--dispositions`, in which their dispositions are to be filled in.
  private func write(_ codes: [String], to path: String) throws {
    var file = try ReplacedFile(path)
    var writer = CSVWriter()
    writer.header(["code", SurveyColumn.disposition.rawValue], to: &file.file.pending)
    for code in codes {
      writer.field(code, to: &file.file.pending)
      writer.emptyField(to: &file.file.pending)
      writer.endRow(to: &file.file.pending)
    }
    try file.commit()
  }

  private static func isScenario(_ file: String) -> Bool {
    let file = ShippedFiles.located(file).lowercased()
    return file.hasSuffix(".json") || file.hasSuffix(".json5")
  }
}
