import Experiments
import Files
import Scenarios
import Studies
import SurveyDesign
import TelephoneAccess
import Terminal

/// `plan compare-designs`: one call each to many practices, or several to few.
struct PlanCompareDesignsCommand: Command {

  @Argument("SCENARIO", "The scenario whose survey is to be planned.", reading: .scenarioFile) var file:
    String
  @Option(
    "calls", "N", "The calls that every design may make at most.", reading: .integer(in: 1...100_000_000),
    absent: "one for each practice") var calls: Int?
  @Option(
    "slots-per-practice", "K,...", "The designs: in how many slots each practice is rung, or all.",
    reading: .list(of: .slotDesign), absent: "1,2,4,all, as far as they can be") var wished: [SlotDesign]?
  @Option(
    "between", "FROM-TO,FROM-TO", "The two slots that are to be told apart.", reading: .list(of: .stretch),
    absent: "the two that differ most") var between: [Slot]?
  @Option(
    "target", "RATE", "The greatest share not reached that is acceptable, such as 0.10.",
    reading: .probability, absent: "the scenario's") var target: Double?
  @Option(
    "replications", "N", "How many surveys of each design are simulated.",
    reading: .integer(in: 2...1_000_000), default: 400) private var count: Int
  @Option(.regions) var regions: Int
  @Option(.scenarioParameters) var assignments: [Assignment]
  @Option(.scenarioSeed) var seed: UInt64?
  @Option(.jobs) var jobs: Int
  @Options var keeping: PlanKeeping
  @Options var output: PlanOutput

  static let spec = CommandSpec(
    name: "compare-designs",
    summary: "Designs with the same number of calls: what each can show, by simulation and formula.",
    discussion: """
      The same number of calls can go to many practices once each, or to fewer practices several times. Designs cost the \
      same when they make the same number of calls in the first round: n practices in k slots each, n times k as near to --calls as it \
      comes without going above. The practices are a simple random sample, and slots rotate among them in balance.

      Of a survey in rounds a table says what each round costs in calls and hours, and what it buys in points. Practices in reserve are \
      released as they would be.

      Widths, spreads and verdicts are simulated, and worked out from how often each practice is not reached. Where the two \
      disagree by more than a few Monte Carlo errors, interviewers came late, or an approximation is at its end.

      With --keep a folder keeps what has been simulated. After Ctrl-C --resume goes on from there. Parts that other machines made are \
      put together by the same command with --take. The answer is the same in every case.
      """,
    examples: [
      .init(
        command: "telefontid plan compare-designs scenarios/midtjylland-2015.json",
        purpose: "420 calls in 1, 2, 4 or all of 8 slots:"),
      .init(
        command:
          "telefontid plan compare-designs scenarios/midtjylland-2015.json --calls 840 --slots-per-practice 2,8 --between 13-14,15-16",
        purpose: "840 calls, to tell two hours apart:"),
    ])

  private var numbers: Range<UInt64> { 0..<UInt64(count) }

  func validate(_ faults: inout [String]) {
    if let between, between.count != 2 || between[0] == between[1] {
      faults.append("'--between' takes two different slots, such as 13:00-14:00,15:00-16:00")
    }
    if let wished, Set(wished).count < wished.count {
      faults.append("'--slots-per-practice' names a design twice")
    }
    keeping.refuseAnswer(output, &faults)
  }

  func run(in context: Context) async throws {
    try output.check(inputs: [$file.file])
    var scenario = try ScenarioLoader.scenario(file, assignments: assignments, seed: seed)
    if let target { scenario.survey.target = .everywhere(target) }
    let study = try ScenarioLoader.study(scenario, file: file)
    if case .byStratum? = scenario.survey.reserves {
      throw CommandError.usage(
        "survey.reserves is by stratum, and designs are compared as simple random samples: give a share, such as '--set survey.reserves=0.2'"
      )
    }
    let budget = calls ?? study.population.frame.count
    let (designs, dropped) = try SlotDesignChoice.designs(
      wished, calls: budget, practices: study.population.frame.count, of: study.scenario.survey)
    // The scenario has been read, and what it names is known now.
    try output.check()
    Interruption.listen()
    let pair = try await pair(study)
    let choices = designs.map { $0.applied(to: scenario, practices: study.population.frame.count) }
    let regional = try choices.map { try ScenarioLoader.study($0, regions: regions, file: file) }
    var trials = DesignTrials(regional, between: pair)
    var manifest = keeping.manifest(scenario, regions: regions, replications: count, context)
    let own = try keeping.parts.numbers(of: numbers)
    let folder = try keeping.begin(manifest) { try trials.add($0) }
    try await simulate(&trials, own, of: regional.count * regions, context)
    let isDone = trials.done.missing(in: own).isEmpty
    manifest.replications?.done = trials.replications
    manifest.isComplete = trials.done.missing(in: numbers).isEmpty
    if trials.replications > 0 { try keeping.commit(trials.sums, manifest, to: folder) }
    guard isDone else {
      let done = trials.replications
      throw keeping.stopped(after: done > 0 ? "\(done) of \(count) replications of every design" : nil)
    }
    guard keeping.parts.part == nil else { return try keeping.printPart(own, of: count, in: context) }
    let tables = PlanCompareDesignsTables(
      study: study,
      designs: zip(designs, regional).enumerated().map { number, design in
        RegionalComparison(
          design.1.regions.enumerated().map { region, study in
            DesignComparison(
              study, practices: design.0.practices, perPractice: design.0.perPractice,
              trial: trials.trials[number][region], profile: trials.profiles[region], between: pair)
          })
      }, budget: budget, dropped: dropped)
    try output.deliver(tables.answer, in: context)
  }

  /// Tries designs in their regions, in turns.
  private func simulate(
    _ trials: inout DesignTrials, _ own: Range<UInt64>, of studies: Int, _ context: Context
  ) async throws {
    let missing = trials.done.missing(in: own).reduce(0) { $0 + $1.count }
    var progress = context.progressLine(of: missing * studies, unit: said("surveys", "undersøgelser"))
    var done = 0
    try await trials.run(
      own, jobs: jobs, until: { Interruption.isRequested },
      advanced: {
        done += 1
        progress.show(done: done)
      })
    progress.finish()
  }

  /// Replications that are looked at beforehand, to see which slots differ most.
  private static let pilots: UInt64 = 32

  /// The slots that are told apart, by position.
  private func pair(_ study: Study) async throws -> (Int, Int)? {
    let slots = study.scenario.survey.slots
    guard let between else {
      guard slots.slots.count > 1 else { return nil }
      var pilot = DesignTrials([RegionalStudy(study)], between: nil)
      try await pilot.run(
        0..<min(Self.pilots, numbers.upperBound), jobs: jobs, until: { Interruption.isRequested })
      guard !Interruption.isRequested else { throw keeping.stopped(after: nil) }
      return pilot.profiles[0].mostDifferentSlots
    }
    let places = try between.map { slot in
      guard let place = slots.index(of: slot) else {
        let names = slots.slots.map(\.label).joined(separator: ", ")
        throw CommandError.usage("'--between': \(slot) is no slot of the survey; there are \(names)")
      }
      return place
    }
    return (places[0], places[1])
  }
}
