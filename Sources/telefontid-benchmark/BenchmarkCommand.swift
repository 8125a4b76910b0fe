import Reports
import Scenarios
import Studies
import SurveyDesign
import TelefontidCommand
import TelephoneAccess
import Terminal

/// `telefontid-benchmark`: how fast the program is, and how much memory it takes.
struct BenchmarkCommand: Command {
  static let only = Parameter<[String]>.options(
    "only", "NAME", "Measures only this; may be given several times.",
    reading: ValueReader(
      expecting: "the name of a benchmark, see --list", allowed: Benchmark.all.map { $0.name },
      read: { name in Benchmark.all.contains { $0.name == name } ? name : nil }))
  static let list = Parameter<Bool>.flag("list", "Shows the names of the benchmarks and measures nothing.")
  static let quick = Parameter<Bool>.flag("quick", "A tenth of the work, and fewer runs.")
  static let check = Parameter<Bool>.flag(
    "check",
    "Checks that nothing is allocated per call and that memory does not grow; ends with status 1 if not.")
  static let compare = Parameter<String?>.option(
    "compare", "OLD.csv", "Shows each value divided by that of an earlier run, written with -o.",
    reading: .inputFile)
  static let markdown = Parameter<Bool>.flag("markdown", "Prints the table as Markdown, for a document.")
  static let scenario = Parameter<String>.option(
    "scenario", "FILE", "The scenario of the full practice model.", reading: .inputFile,
    default: "scenarios/midtjylland-2015.json", shown: "scenarios/midtjylland-2015.json")
  static let peakMemory = Parameter<Int?>.option(
    "peak-memory", "N",
    "Prints the most memory in megabytes that N replications take, and nothing else.",
    reading: .integer(in: 1...1_000_000))
  static let allocations = Parameter<Int?>.option(
    "allocations", "DAYS",
    "Prints the allocations per call over so many days of the region, and nothing else; --check says how it starts this.",
    reading: .integer(in: 1...1_000_000))
  static let peer = Parameter<PeerModel?>.option(
    "peer", "MODEL", "Simulates a model of Tests/Peers, prints its counts and times, and nothing else.",
    reading: .choice)
  static let days = Parameter<Int>.option(
    "days", "N", "How many days of it.", reading: .integer(in: PeerRun.fewestDays...1_000_000_000),
    default: 1000,
    shown: "1000")
  static let seed = Parameter<UInt64>.option(
    "seed", "S", "Its seed.", reading: .seed, default: 1, shown: "1")
  static let output = StandardParameters.outputFile(
    "The CSV file to write besides the table; - instead of it.")

  static let spec = CommandSpec(
    name: "telefontid-benchmark",
    summary: "Measure how fast telefontid is and how much memory it takes.",
    discussion: """
      Build it with 'swift build -c release': numbers of a debug build mean nothing. Each number is the median of several \
      runs beside the smallest and the largest. Times per call are processor time.
      """,
    parameters: [
      only.spec, list.spec, quick.spec, check.spec, compare.spec, markdown.spec, output.spec, scenario.spec,
      peakMemory.spec,
      allocations.spec, peer.spec,
      days.spec, seed.spec,
    ],
    examples: [
      .init(command: "telefontid-benchmark -o now.csv", purpose: "Measure everything and keep it:"),
      .init(
        command: "telefontid-benchmark --only queue --compare now.csv",
        purpose: "Is it faster now?"),
    ])

  /// What is asked for.
  enum Work: Sendable {
    /// The names of all benchmarks.
    case list
    /// Some of them measured, or all if none is named.
    case measure([String])
    /// The check of memory.
    case check
    /// One number, for the process that started this one.
    case peakMemory(replications: Int)
    case allocations(days: Int)
    /// A peer's model.
    case peer(PeerRun)
  }

  let work: Work
  let effort: Effort
  let earlier: String?
  let printsMarkdown: Bool
  let scenarioFile: String
  let outputFile: String?

  init(_ arguments: inout Arguments) throws {
    effort = arguments.take(Self.quick) ? .quick : .full
    earlier = arguments.take(Self.compare)
    printsMarkdown = arguments.take(Self.markdown)
    scenarioFile = arguments.take(Self.scenario)
    outputFile = arguments.take(Self.output)
    let names = arguments.take(Self.only)
    let (lists, checks) = (arguments.take(Self.list), arguments.take(Self.check))
    let (memory, allocations) = (arguments.take(Self.peakMemory), arguments.take(Self.allocations))
    let (peer, days, seed) = (arguments.take(Self.peer), arguments.take(Self.days), arguments.take(Self.seed))
    var asked: [Work] = []
    if lists { asked.append(.list) }
    if checks { asked.append(.check) }
    if let memory { asked.append(.peakMemory(replications: memory)) }
    if let allocations { asked.append(.allocations(days: allocations)) }
    if let peer { asked.append(.peer(PeerRun(model: peer, days: days, seed: seed))) }
    if asked.count > 1 {
      arguments.reject(
        "'--list', '--check', '--peak-memory', '--allocations' and '--peer' exclude each other")
    }
    work = asked.first ?? .measure(names)
  }
}
