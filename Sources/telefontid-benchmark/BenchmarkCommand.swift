import Reports
import Tables
import TelefontidCommand

/// `telefontid-benchmark`: how fast the program is, and how much memory it takes.
struct BenchmarkCommand: Command {
  static let only = Parameter<[String]>.options(
    "only", "NAME", "Measures only this; may be given several times.",
    reading: ValueReader(
      expecting: "the name of a benchmark, see --list", allowed: Benchmark.all.map(\.name),
      read: { name in Benchmark.all.contains { $0.name == name } ? name : nil }))
  static let list = Parameter<Bool>.flag("list", "Shows the names of the benchmarks and measures nothing.")
  static let quick = Parameter<Bool>.flag("quick", "A tenth of the work, and fewer runs.")
  static let compare = Parameter<String?>.option(
    "compare", "OLD.csv", "Shows each value divided by that of an earlier run, written with -o.",
    reading: .inputFile)
  static let scenario = Parameter<String>.option(
    "scenario", "FILE", "The scenario of the full practice model.", reading: .inputFile,
    default: "scenarios/midtjylland-2015.json", shown: "scenarios/midtjylland-2015.json")
  static let peakMemory = Parameter<Int?>.option(
    "peak-memory", "N",
    "Runs N replications, prints the most memory used in megabytes, and nothing else.",
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
      only.spec, list.spec, quick.spec, compare.spec, output.spec, scenario.spec, peakMemory.spec, peer.spec,
      days.spec, seed.spec,
    ],
    examples: [
      .init(command: "telefontid-benchmark -o now.csv", purpose: "Measure everything and keep it:"),
      .init(
        command: "telefontid-benchmark --only queue --compare now.csv",
        purpose: "Is it faster now?"),
    ])

  let names: [String]
  let listsOnly: Bool
  let effort: Effort
  let earlier: String?
  let scenarioFile: String
  let replicationsForMemory: Int?
  let peerRun: PeerRun?
  let outputFile: String?

  init(_ arguments: inout Arguments) throws {
    names = arguments.take(Self.only)
    listsOnly = arguments.take(Self.list)
    effort = arguments.take(Self.quick) ? .quick : .full
    earlier = arguments.take(Self.compare)
    scenarioFile = arguments.take(Self.scenario)
    replicationsForMemory = arguments.take(Self.peakMemory)
    let (peer, days, seed) = (arguments.take(Self.peer), arguments.take(Self.days), arguments.take(Self.seed))
    peerRun = peer.map { PeerRun(model: $0, days: days, seed: seed) }
    outputFile = arguments.take(Self.output)
  }

  func run(in context: Context) async throws {
    if listsOnly {
      var table = TextTable([.text("Name"), .text("What is measured")])
      for benchmark in Benchmark.all { table.append([benchmark.name, benchmark.summary]) }
      return try context.print(table)
    }
    if let peerRun {
      return try context.print(String(decoding: peerRun.table().bytes(), as: UTF8.self))
    }
    let laboratory = try Laboratory(scenarioFile: scenarioFile, effort: effort)
    if let replicationsForMemory {
      try await laboratory.runReplications(replicationsForMemory, jobs: 1)
      return try context.print(PeakMemory.megabytes.map { "\($0)\n" } ?? "")
    }
    let before = try earlier.map(EarlierRun.init(file:))
    var notebook = Notebook()
    for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
      context.remark("measuring \(benchmark.name)")
      try await benchmark.measure(laboratory, &notebook)
    }
    let tables = MeasurementTables(measurements: notebook.measurements, earlier: before)
    if let outputFile {
      var written = try ReplacedFile(outputFile)
      written.file.pending += tables.csv
      try written.commit()
      if outputFile == "-" { return }
    }
    try context.print(tables.text)
  }
}
