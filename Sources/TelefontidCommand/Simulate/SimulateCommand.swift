import Studies
import Tables
import Terminal

/// `simulate`: surveys of one region that never took place.
struct SimulateCommand: Command {
  @Argument("SCENARIO", "The scenario: a file, or the name of a shipped one.", reading: .scenarioFile)
  var file: String
  @Option(.outputFolder(absent: "results/NAME")) var folder: String?
  @Option(
    "replications", "N", "How many surveys: a number, or an inclusive range FIRST-LAST.",
    reading: .replications, absent: "the scenario's") var replications: Replications?
  @Option(.regions) var regions: Int
  @Option(
    "precision", "P",
    "Runs until the Monte Carlo standard error of every truth and mean estimate is at or below P, such as 0.002.",
    reading: .positive, absent: "runs all replications") var precision: Double?
  @Option(.scenarioSeed) var seed: UInt64?
  @Option(.scenarioParameters) var assignments: [Assignment]
  @Option(.jobs) var jobs: Int
  @Flag(
    "resume", "Goes on from where an interrupted run stopped; begins anew where there is nothing.",
    changesResults: false) var resumes
  @Option(
    "keep-calls", "WHICH", "Which replications' calls to write: the first, or all.", reading: .choice,
    default: .first) var keepCalls: KeptCalls
  @Option(
    "trace", "PRACTICE",
    "Prints everything that happens on one practice's telephone in the first replication, and writes nothing.",
    reading: .text) var tracedPractice: String?
  @Option(.csv) var format: TableFormat

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

      With --precision the result is looked at after \(PrecisionRule.firstLook) replications, twice as many, and so on. The \
      run ends at the first look at which every truth and every mean estimate of slots, pooled slots and all calls is \
      sure enough, or after --replications, \(PrecisionRule.most) if none are given.

      Ctrl-C or SIGTERM keeps the finished replications; --resume goes on from there. A second one ends the run at \
      once and leaves the folder as it was.
      """,
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

  func validate(_ faults: inout [String]) {
    if regions > 1, keepCalls == .all {
      faults.append("'--keep-calls all' keeps the calls of one region: simulate each with its practices.seed")
    }
    if regions > 1, tracedPractice != nil {
      faults.append("'--trace' follows a practice of one region: leave '--regions' out")
    }
    if tracedPractice != nil, folder != nil {
      faults.append("'--trace' prints and writes no folder: leave '-o' out")
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

  /// One more than the largest number: far more than is ever run, and far from overflow.
  static let most: UInt64 = 1_000_000_000
}

extension ValueReader where Value == Replications {
  /// A number of replications, or an inclusive range of them.
  static let replications = ValueReader(
    expecting: "a number from 1 to \(Replications.most - 1), or an inclusive range such as 0-499",
    read: Replications.init)
}

extension Option where Value == UInt64? {
  /// `--seed`: another seed than the scenario's.
  static var scenarioSeed: Option {
    Option(
      "seed", "S", "What happens in the region, by chance; practices.seed says which region.", reading: .seed,
      absent: "the scenario's")
  }
}

extension Option where Value == [Assignment] {
  /// `--set`: parameters of the scenario by their paths.
  static var scenarioParameters: Option {
    Option(
      "set", "PATH=VALUE", "Sets a parameter of the scenario, such as survey.attempts=6.",
      readingEach: .assignment)
  }
}

extension Option where Value == Int {
  /// `--regions`: in how many of the regions that a scenario can draw the same is done.
  static var regions: Option {
    Option(
      "regions", "K",
      "In how many regions: that of practices.seed, of the seed behind it, and so on; shows how much they differ.",
      reading: .regions, default: 1)
  }
}

extension ValueReader where Value == Int {
  /// A number of regions: far more than it takes to see how much they differ, and few enough to be held.
  static var regions: ValueReader { .integer(in: 1...1000) }
}
