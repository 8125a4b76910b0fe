import Studies
import Tables
import Terminal

/// `simulate`: surveys of one region that never took place.
struct SimulateCommand: Command {
  static let scenario = Parameter<String>.positional("SCENARIO", "The scenario file.", reading: .scenarioFile)
  static let replications = Parameter<Replications?>.option(
    "replications", "N", "How many surveys: a number, or an inclusive range FIRST-LAST.",
    reading: .replications, absent: "the scenario's")
  static let seed = Parameter<UInt64?>.option(
    "seed", "S", "What happens in the region, by chance; practices.seed says which region.", reading: .seed,
    absent: "the scenario's")
  static let set = Parameter<[Assignment]>.options(
    "set", "PATH=VALUE", "Sets a parameter of the scenario, such as survey.attempts=6.", reading: .assignment)
  static let regions = Parameter<Int>.option(
    "regions", "K",
    "How many regions to simulate: that of practices.seed, of the seed behind it, and so on; shows how much they differ.",
    reading: .integer(in: 1...mostRegions), default: 1, shown: "1")
  static let jobs = StandardParameters.jobs
  static let keepCalls = Parameter<KeptCalls>.option(
    "keep-calls", "WHICH", "Which replications' calls to write: the first, or all.", reading: .choice,
    default: .first, shown: "first")
  static let precision = Parameter<Double?>.option(
    "precision", "P",
    "Runs until the Monte Carlo standard error of every truth and mean estimate is at or below P, such as 0.002.",
    reading: .positive, absent: "runs all replications")
  static let resume = Parameter<Bool>.flag(
    "resume", "Goes on from where an interrupted run stopped; begins anew where there is nothing.",
    changesResults: false)
  static let trace = Parameter<String?>.option(
    "trace", "PRACTICE",
    "Prints everything that happens on one practice's telephone in the first replication, and writes nothing.",
    reading: .text)
  static let csv = StandardParameters.csv
  static let output = StandardParameters.outputFolder(absent: "results/NAME")

  /// Far more regions than anybody needs to see how much they differ, and few enough to be held.
  static let mostRegions = 1000

  /// Which replications' calls are written.
  enum KeptCalls: String, CaseIterable { case first, all }

  static let spec = CommandSpec(
    name: "simulate",
    summary: "Rehearse a survey: simulate the telephones and the interviewers who ring them.",
    discussion: """
      Prints what one survey would have shown and, with several replications, what such surveys are worth. Writes a \
      folder of results, which replaces the one of an earlier run as a whole.

      The same scenario, seed and version give the same bytes, for any number of jobs, whether or not the run was \
      interrupted and resumed, and whether or not it was made in parts and merged.

      With --regions every replication is made in so many regions that the scenario can draw, with the same shares and \
      other practices behind them. The tables then have means over regions and, apart from their Monte Carlo error, how \
      much regions differ; calls.csv and practices.csv are those of the first region.

      With --precision the result is looked at after \(StoppingRule.firstLook) replications, twice as many, and so on. The \
      run ends at the first look at which every truth and every mean estimate of slots, pooled slots and all calls is \
      sure enough, or after --replications, \(StoppingRule.most) if none are given.

      Ctrl-C or SIGTERM keeps the finished replications; --resume goes on from there. A second one ends the run at \
      once and leaves the folder as it was.
      """,
    parameters: [
      scenario.spec, output.spec, replications.spec, regions.spec, precision.spec, seed.spec, set.spec,
      jobs.spec,
      resume.spec,
      keepCalls.spec, trace.spec, csv.spec,
    ],
    examples: [
      .init(command: "telefontid simulate scenarios/midtjylland-2015.json", purpose: "Simulate a survey:"),
      .init(
        command: "telefontid simulate scenarios/midtjylland-2015.json --set survey.attempts=6 -o results/six",
        purpose: "The same with five redials:"),
      .init(
        command: "telefontid simulate scenarios/midtjylland-2015.json --replications 0-499 -o shards/0",
        purpose: "The first part of a run that other machines share, to be merged:"),
      .init(
        command: "telefontid simulate scenarios/midtjylland-2015.json --trace P001",
        purpose: "Follow one practice's telephone through its day:"),
    ])

  let file: String
  let replications: Replications?
  let regions: Int
  let precision: Double?
  let resumes: Bool
  let seed: UInt64?
  let assignments: [Assignment]
  let jobs: Int
  let keepCalls: KeptCalls
  let tracedPractice: String?
  let format: TableFormat
  let folder: String?

  init(_ arguments: inout Arguments) throws {
    file = arguments.take(Self.scenario)
    replications = arguments.take(Self.replications)
    regions = arguments.take(Self.regions)
    precision = arguments.take(Self.precision)
    resumes = arguments.take(Self.resume)
    seed = arguments.take(Self.seed)
    assignments = arguments.take(Self.set)
    jobs = arguments.takeJobs()
    keepCalls = arguments.take(Self.keepCalls)
    tracedPractice = arguments.take(Self.trace)
    format = arguments.take(Self.csv).format
    folder = arguments.take(Self.output)
    if regions > 1, keepCalls == .all {
      arguments.reject(
        "'--keep-calls all' keeps the calls of one region: simulate each with its practices.seed")
    }
    if regions > 1, tracedPractice != nil {
      arguments.reject("'--trace' follows a practice of one region: leave '--regions' out")
    }
    if tracedPractice != nil, folder != nil {
      arguments.reject("'--trace' prints and writes no folder: leave '-o' out")
    }
  }
}

/// Numbers of replications, as `--replications` has them.
struct Replications: Equatable, Sendable {
  /// The numbers, from 0.
  var range: Range<UInt64>

  init(count: Int) { range = 0..<UInt64(max(count, 0)) }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt64($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 < Self.most }) else { return nil }
    if numbers.count == 1, numbers[0] > 0 {
      range = 0..<numbers[0]
    } else if numbers.count == 2, numbers[0] <= numbers[1] {
      range = numbers[0]..<numbers[1] + 1
    } else {
      return nil
    }
  }

  /// One more than the largest number: far more than anybody runs, and far from overflow.
  static let most: UInt64 = 1_000_000_000
}

extension ValueReader where Value == Replications {
  /// A number of replications, or an inclusive range of them.
  static let replications = ValueReader(
    expecting: "a number from 1 to \(Replications.most - 1), or an inclusive range such as 0-499",
    read: Replications.init)
}
