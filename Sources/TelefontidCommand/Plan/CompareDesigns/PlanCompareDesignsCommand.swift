import Experiments
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
    let trials = try await simulate(regional.flatMap(\.regions), between: pair, context)
    // What the practices of a region are like is known from the probes of all designs.
    let profiles = (0..<regions).map { region in
      trials.indices.filter { $0 % regions == region && $0 != region }.reduce(into: trials[region].profile) {
        $0.add(trials[$1].profile)
      }
    }
    let tables = PlanCompareDesignsTables(
      study: study,
      designs: zip(designs, regional).enumerated().map { number, design in
        RegionalComparison(
          zip(design.1.regions, profiles).enumerated().map { region, part in
            DesignComparison(
              part.0, practices: design.0.practices, perPractice: design.0.perPractice,
              trial: trials[number * regions + region].trial, profile: part.1, between: pair)
          })
      }, budget: budget, dropped: dropped)
    try output.deliver(tables.answer, in: context)
  }

  /// Tries designs in their regions, in turns.
  private func simulate(
    _ studies: [Study], between pair: (Int, Int)?, _ context: Context
  ) async throws -> [(trial: DesignTrial, profile: PracticeProfile)] {
    var progress = context.progressLine(
      of: numbers.count * studies.count, unit: said("surveys", "undersøgelser"))
    var done = 0
    let trials = try await DesignTrial.run(
      studies, between: pair, numbers, jobs: jobs, until: { Interruption.isRequested },
      advanced: {
        done += 1
        progress.show(done: done)
      })
    progress.finish()
    guard done == numbers.count * studies.count else { throw Self.stopped }
    return trials
  }

  private static let stopped = CommandError.interrupted("stopped; nothing was written")

  /// Replications that are looked at beforehand, to see which slots differ most.
  private static let pilots: UInt64 = 32

  /// The slots that are told apart, by position.
  private func pair(_ study: Study) async throws -> (Int, Int)? {
    let slots = study.scenario.survey.slots
    guard let between else {
      guard slots.slots.count > 1 else { return nil }
      let pilot = numbers.prefix(Int(Self.pilots))
      let run = try await DesignTrial.run(
        [study], between: nil, 0..<UInt64(pilot.count), jobs: jobs, until: { Interruption.isRequested })
      guard run[0].trial.replications == pilot.count else { throw Self.stopped }
      return run[0].profile.mostDifferentSlots
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
