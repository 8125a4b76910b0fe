@testable import Terminal

/// A command with a parameter of every kind, which prints what it was given or ends as it is told.
struct SurveyCommand: Command {
  static let file = Parameter<String>.positional("FILE", "The file to read.", reading: .inputFile)
  static let others = Parameter<[String]>.positionals(
    "OTHER", "More files.", reading: .inputFile, isRequired: false)
  static let seed = Parameter<UInt64?>.option(
    "seed", short: "s", "S", "The seed of every random draw.", reading: .seed, absent: "the scenario's")
  static let confidence = Parameter<Double>.option(
    "confidence", "LEVEL", "The confidence of intervals.", reading: .probability, default: 0.95, shown: "0.95"
  )
  static let rate = Parameter<Double?>.option("rate", "RATE", "A rate.", reading: .share)
  static let slots = Parameter<Int?>.option("slots", "N", "How many slots.", reading: .integer(in: 1...24))
  static let set = Parameter<[Assignment]>.options("set", "PATH=VALUE", "Sets a value.", reading: .assignment)
  static let by = Parameter<[String]?>.option(
    "by", "COLUMN", "The columns of a crossing.", reading: .list(of: .text))
  static let end = Parameter<Ending>.option(
    "end", "HOW", "How to end.", reading: .choice, default: .done, shown: "done")
  static let all = Parameter<Bool>.flag("all", "Everything.")
  static let output = StandardParameters.outputFile("The file to write.")

  enum Ending: String, CaseIterable {
    case done, data, broken, bug, interrupted
  }

  static let spec = CommandSpec(
    name: "survey", summary: "Says what it was given.",
    discussion:
      "A command for tests. It reads nothing and writes nothing but one line.\n\nIt has two paragraphs.",
    parameters: [
      file.spec, others.spec, seed.spec, confidence.spec, rate.spec, slots.spec, set.spec, by.spec, end.spec,
      all.spec, output.spec,
    ],
    examples: [.init(command: "telefontid survey a.csv --seed 7", purpose: "Say it with a seed:")],
    notes: ["Files are named as they are typed."])

  let line: String
  let end: Ending

  init(_ arguments: inout Arguments) throws {
    let rate = arguments.take(Self.rate)
    let slots = arguments.take(Self.slots)
    if rate == 0, slots == 1 { arguments.reject("'--rate 0' cannot be seen in one slot") }
    if arguments.isGiven(Self.by), slots == 1 { arguments.reject("'--by' needs more than one slot") }
    var parts = [arguments.take(Self.file)] + arguments.take(Self.others)
    parts += arguments.take(Self.seed).map { ["seed \($0)"] } ?? []
    parts.append("confidence \(arguments.take(Self.confidence))")
    parts += rate.map { ["rate \($0)"] } ?? []
    parts += slots.map { ["slots \($0)"] } ?? []
    parts += arguments.take(Self.set).map { "\($0.path) is <\($0.value)>" }
    parts += arguments.take(Self.by).map { ["by \($0.joined(separator: " and "))"] } ?? []
    parts += arguments.take(Self.all) ? ["all"] : []
    parts += arguments.take(Self.output).map { ["to \($0)"] } ?? []
    line = parts.joined(separator: "; ")
    end = arguments.take(Self.end)
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

/// A command that declares an option and forgets it.
struct ForgetfulCommand: Command {
  static let depth = Parameter<Int?>.option("depth", "N", "Ignored.", reading: .integer(in: 1...2))
  static let spec = CommandSpec(name: "forgetful", summary: "Forgets.", parameters: [depth.spec])

  init(_ arguments: inout Arguments) throws {}
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
