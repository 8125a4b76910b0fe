import Reports
import Scenarios
import Studies
import SurveyDesign
import TelefontidCommand
import TelephoneAccess
import Terminal

/// `telefontid-benchmark`: how fast the program is, and how much memory it takes.
struct BenchmarkCommand: Command {
  @Option(
    "only", "NAME", "Measures only this; may be given several times.",
    readingEach: ValueReader(
      expecting: "the name of a benchmark, see --list", allowed: Benchmark.all.map { $0.name },
      read: { name in Benchmark.all.contains { $0.name == name } ? name : nil })) private var names: [String]
  @Flag("list", "Shows the names of the benchmarks and measures nothing.") private var lists
  @Flag("quick", "A tenth of the work, and fewer runs.") private var isQuick
  @Flag(
    "check",
    "Checks that nothing is allocated per call and that memory does not grow; ends with status 1 if not.")
  private var checks
  @Option(
    "compare", "OLD.csv", "Shows each value divided by that of an earlier run, written with -o.",
    reading: .inputFile) var earlier: String?
  @Flag("markdown", "Prints the table as Markdown, for a document.") var printsMarkdown
  @Option(.outputFile("The CSV file to write besides the table; - instead of it.")) var outputFile: String?
  @Option(
    "scenario", "FILE", "The scenario of the full practice model.", reading: .inputFile,
    default: "scenarios/midtjylland-2015.json", shown: "scenarios/midtjylland-2015.json") var scenarioFile:
    String
  @Option(
    "peak-memory", "N",
    "Prints the most memory in megabytes that N replications take, and nothing else.",
    reading: .integer(in: 1...1_000_000)) private var peakMemory: Int?
  @Option(
    "allocations", "DAYS",
    "Prints the allocations per call over so many days of the region, and nothing else; --check says how it starts this.",
    reading: .integer(in: 1...1_000_000)) private var allocations: Int?
  @Option(
    "peer", "MODEL", "Simulates a model of Tests/Peers, prints its counts and times, and nothing else.",
    reading: .choice) private var peer: PeerModel?
  @Option(
    "days", "N", "How many days of it.", reading: .integer(in: PeerRun.fewestDays...1_000_000_000),
    default: 1000) private var days: Int
  @Option("seed", "S", "Its seed.", reading: .seed, default: 1) private var seed: UInt64

  static var speaks: Bool { false }

  static let spec = CommandSpec(
    name: "telefontid-benchmark",
    summary: "Measure how fast telefontid is and how much memory it takes.",
    discussion: """
      Build it with 'swift build -c release': numbers of a debug build mean nothing. Each number is the median of several \
      runs beside the smallest and the largest. Times per call are processor time.
      """,
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

  var effort: Effort { isQuick ? .quick : .full }
  var work: Work { asked.first ?? .measure(names) }

  func validate(_ faults: inout [String]) {
    if asked.count > 1 {
      faults.append(
        "'--list', '--check', '--peak-memory', '--allocations' and '--peer' exclude each other")
    }
  }

  /// What is asked for besides measuring; at most one makes sense.
  private var asked: [Work] {
    [
      lists ? .list : nil, checks ? .check : nil, peakMemory.map { .peakMemory(replications: $0) },
      allocations.map { .allocations(days: $0) },
      peer.map { .peer(PeerRun(model: $0, days: days, seed: seed)) },
    ].compactMap(\.self)
  }
}
