@testable import Terminal

/// A command with a parameter of every kind, which prints what it was given or ends as it is told.
struct SurveyCommand: Command {
  @Argument("FILE", "The file to read.", reading: .inputFile) var file: String
  @Argument("OTHER", "More files.", readingEach: .inputFile, isRequired: false) var others: [String]
  @Option("seed", short: "s", "S", "The seed of every random draw.", reading: .seed, absent: "the scenario's")
  var seed: UInt64?
  @Option("confidence", "LEVEL", "The confidence of intervals.", reading: .probability, default: 0.95)
  var confidence: Double
  @Option("rate", "RATE", "A rate.", reading: .share) var rate: Double?
  @Option("slots", "N", "How many slots.", reading: .integer(in: 1...24)) var slots: Int?
  @Option("set", "PATH=VALUE", "Sets a value.", readingEach: .assignment) var set: [Assignment]
  @Option("by", "COLUMN", "The columns of a crossing.", reading: .list(of: .text)) var by: [String]?
  @Option("end", "HOW", "How to end.", reading: .choice, default: .done) var end: Ending
  @Flag("all", "Everything.") var isAll
  @Option(.outputFile("The file to write.")) var output: String?

  enum Ending: String, CaseIterable {
    case done, data, broken, bug, interrupted
  }

  static let spec = CommandSpec(
    name: "survey", summary: "Says what it was given.",
    discussion:
      "A command for tests. It reads nothing and writes nothing but one line.\n\nIt has two paragraphs.",
    examples: [.init(command: "telefontid survey a.csv --seed 7", purpose: "Say it with a seed:")],
    notes: ["Files are named as they are typed."])

  func validate(_ faults: inout [String]) {
    if rate == 0, slots == 1 { faults.append("'--rate 0' cannot be seen in one slot") }
    if $by.isGiven, slots == 1 { faults.append("'--by' needs more than one slot") }
  }

  private var line: String {
    var parts = [file] + others
    parts += seed.map { ["seed \($0)"] } ?? []
    parts.append("confidence \(confidence)")
    parts += rate.map { ["rate \($0)"] } ?? []
    parts += slots.map { ["slots \($0)"] } ?? []
    parts += set.map { "\($0.path) is <\($0.value)>" }
    parts += by.map { ["by \($0.joined(separator: " and "))"] } ?? []
    parts += isAll ? ["all"] : []
    parts += output.map { ["to \($0)"] } ?? []
    return parts.joined(separator: "; ")
  }

  func run(in context: Context) async throws {
    switch end {
    case .done:
      try context.print(line + "\n" + context.commandLine.joined(separator: " ") + "\n")
      context.remark("remarked")
    case .data:
      throw CommandError.data([
        Fault("expected a time, found '25:00'", file: "a.csv", line: 3, column: 7),
        Fault("must be 1 or more", file: "s.json", path: "survey.attempts"),
      ])
    case .broken: throw CommandError(.inputOutput, [Fault("No space left on device", file: "out/calls.csv")])
    case .bug: throw Surprise()
    case .interrupted: throw CommandError.interrupted("3 of 10 replications are kept")
    }
  }

  struct Surprise: Error {}
}

/// A command with one option.
struct ForgetfulCommand: Command {
  @Option("depth", "N", "Ignored.", reading: .integer(in: 1...2)) var depth: Int?

  static let spec = CommandSpec(name: "forgetful", summary: "Forgets.")

  func run(in context: Context) async throws {}
}

extension CommandGroup {
  /// The program the tests drive.
  static let tests = CommandGroup(
    name: "telefontid", summary: "A program for tests.",
    entries: [
      .command(SurveyCommand.self),
      .group(
        CommandGroup(name: "plan", summary: "Plans.", entries: [.command(ForgetfulCommand.self)])),
    ])
}

/// What a run left behind.
struct Ending: Equatable {
  var status: Terminal.ExitStatus
  var output: String
  var error: String
}

/// Runs the test program in this process.
func run(_ words: [String], columns: Int? = nil) async -> Ending {
  let (output, error) = (OutputStream.Capture(), OutputStream.Capture())
  let console = Console(
    output: .capture(output), error: .capture(error), outputAbility: .init(columns: columns))
  let status = await Application.run(words, commands: .tests, console: console)
  return Ending(status: status, output: output.text, error: error.text)
}
