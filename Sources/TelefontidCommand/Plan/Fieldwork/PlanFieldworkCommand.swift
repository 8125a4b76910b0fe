import Experiments
import Reports
import Scenarios
import Studies
import SurveyDesign
import Terminal

/// `plan fieldwork`: how many interviewers, for how many days, a survey takes.
struct PlanFieldworkCommand: Command {

  @Argument("SCENARIO", "The scenario whose survey is to be carried out.", reading: .scenarioFile) var file:
    String
  @Option(
    "late", "SHARE", "The greatest share of calls that may be dialled late.", reading: .share, default: 0.05)
  var limit: Double
  @Option(
    "days", "N,...", "Lengths to compare, in working days from the scenario's first day on.",
    reading: .list(of: .integer(in: 1...CallPlanner.mostDays)), absent: "the scenario's days") var lengths:
    [Int]?
  @Option(
    "largest-team", "N", "The largest team that is tried.",
    reading: .integer(in: 1...CallPlanner.mostInterviewers), default: 64) private var largest: Int
  @Option(
    "cost-per-hour", "COST", "What an interviewer's hour of attendance costs, in any currency.",
    reading: .number(in: 0...1_000_000)) var costPerHour: Double?
  @Option(
    "replications", "N", "How many surveys of each team are simulated.", reading: .integer(in: 2...1_000_000),
    default: 100) private var count: Int
  @Option(.scenarioParameters) var assignments: [Assignment]
  @Option(.scenarioSeed) var seed: UInt64?
  @Option(.jobs) var jobs: Int
  @Options var output: PlanOutput

  static let spec = CommandSpec(
    name: "fieldwork", summary: "Interviewers, days and hours that a survey's calls take, by simulation.",
    discussion: """
      Simulates the survey with teams of different sizes, under common random numbers, and finds the smallest team that \
      dials all but a few calls when they are due. An interviewer rings one practice at a time, for as long as queues, \
      talks and writing up last, so a call whose interviewer is busy comes late. Late is a call dialled a minute or more after \
      it was due, on a later day, or never. Of a survey in rounds a second table says what each round takes and what it buys, in points.
      """,
    examples: [
      .init(
        command: "telefontid plan fieldwork scenarios/midtjylland-2015.json --days 5,10,20",
        purpose: "How large a team, for one, two or four weeks:"),
      .init(
        command:
          "telefontid plan fieldwork scenarios/midtjylland-2015.json --set survey.slots_per_practice=all --late 0.1 --cost-per-hour 300",
        purpose: "Eight calls to each practice, and what they cost:"),
    ])

  private var search: TeamSearch { TeamSearch(limit: limit, largest: largest) }
  private var numbers: Range<UInt64> { 0..<UInt64(count) }

  func validate(_ faults: inout [String]) {
    if limit == 1 {
      faults.append(
        "'--late 1': if every call may be late, any team will do; ask with less than 1, such as 0.05")
    }
    if let lengths, Set(lengths).count < lengths.count || lengths.count > Self.mostLengths {
      faults.append("'--days': give up to \(Self.mostLengths) different lengths at a time")
    }
  }

  private static let mostLengths = 20

  /// The teams that were tried for one length of the survey.
  struct Length: Sendable {
    /// Its days, of all rounds.
    var days: [CalendarDate]
    var outcome: TeamSearch.Outcome
  }

  func run(in context: Context) async throws {
    try output.check(inputs: [$file.file])
    let scenario = try ScenarioLoader.scenario(file, assignments: assignments, seed: seed)
    let rounds = scenario.survey.rounds.count
    if rounds > 1, lengths != nil {
      throw CommandError.usage(
        "'--days': the survey has \(rounds) rounds, each with days of its own; change them with '--set survey.rounds[0].days=…'"
      )
    }
    // The scenario has been read, and what it names is known now.
    try output.check()
    Interruption.listen()
    var found: [Length] = []
    for length in lengths ?? [scenario.survey.days.count] {
      let days = Self.days(length, of: scenario.survey.days)
      guard days.count == length else {
        throw CommandError.usage("'--days \(length)': the calendar ends after \(days.count) working days")
      }
      let own = scenario.survey.interviewers
      let known = own <= search.largest ? try await rehearse(own, days, of: scenario, in: context) : nil
      let outcome = try await search.run(known: known) {
        try await rehearse($0, days, of: scenario, in: context)
      }
      guard let outcome else { throw CommandError.interrupted("stopped; nothing was written") }
      let all = rounds > 1 ? scenario.survey.rounds.flatMap(\.days) : days
      found.append(Length(days: all, outcome: outcome))
    }
    let tables = PlanFieldworkTables(
      title: scenario.title, lengths: found, limit: limit, largest: search.largest, costPerHour: costPerHour,
      survey: scenario.survey, seed: scenario.seed)
    try output.deliver(tables.answer, in: context)
  }

  /// Simulates a team; `nil` if it was broken off.
  private func rehearse(
    _ team: Int, _ days: [CalendarDate], of scenario: Scenario, in context: Context
  ) async throws -> TeamRehearsal? {
    var changed = scenario
    changed.survey.interviewers = team
    changed.survey.days = days
    let study = try ScenarioLoader.study(changed, file: file)
    var progress = context.progressLine(
      of: numbers.count,
      unit: said("surveys by ", "undersøgelser med ") + PlanText.count(team, .interviewer))
    var done = 0
    let rehearsal = try await TeamRehearsal.run(
      study, numbers, jobs: jobs, until: { Interruption.isRequested },
      advanced: {
        done += 1
        progress.show(done: done)
      })
    progress.finish()
    return rehearsal.replications == numbers.count ? rehearsal : nil
  }

  /// So many of a survey's days, and working days after its last where it has too few.
  static func days(_ count: Int, of days: [CalendarDate]) -> [CalendarDate] {
    guard count > days.count, let last = days.last, last < CalendarDate.last else {
      return Array(days.prefix(count))
    }
    return days + DanishCalendar.workingDays(count - days.count, from: last.adding(days: 1))
  }
}
