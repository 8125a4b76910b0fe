import Experiments
import Files
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
  @Options var keeping: PlanKeeping
  @Options var output: PlanOutput

  static let spec = CommandSpec(
    name: "fieldwork", summary: "Interviewers, days and hours that a survey's calls take, by simulation.",
    discussion: """
      Simulates the survey with teams of different sizes, under common random numbers, and finds the smallest team that \
      dials all but a few calls when they are due. An interviewer rings one practice at a time, for as long as queues, \
      talks and writing up last, so a call whose interviewer is busy comes late. Late is a call dialled a minute or more after \
      it was due, on a later day, or never. Of a survey in rounds a second table says what each round takes and what it buys, in points.

      With --keep a folder keeps what has been simulated. After Ctrl-C --resume goes on from there. A part looks for the smallest team \
      by its own replications; parts that other machines made are put together by the same command with --take, which simulates what \
      none of them has. The answer is the same in every case.
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
    keeping.refuseAnswer(output, &faults)
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
    let lengths = try (lengths ?? [scenario.survey.days.count]).map { length in
      let days = Self.days(length, of: scenario.survey.days)
      guard days.count == length else {
        throw CommandError.usage("'--days \(length)': the calendar ends after \(days.count) working days")
      }
      return days
    }
    var teams = TeamRehearsals()
    var manifest = keeping.manifest(scenario, replications: count, context)
    let own = try keeping.parts.numbers(of: numbers)
    let folder = try keeping.begin(manifest) { table in
      try teams.add(table) { number in
        let (length, team) = number.quotientAndRemainder(dividingBy: largest)
        guard number >= 0, length < lengths.count else { return nil }
        return TeamRehearsal(try study(team + 1, lengths[length], of: scenario))
      }
    }
    var found: [Length] = []
    for (place, days) in lengths.enumerated() {
      func rehearse(_ team: Int) async throws -> TeamRehearsal? {
        try await self.rehearse(
          team, try study(team, days, of: scenario), number: place * largest + team - 1, own, &teams,
          in: context)
      }
      let known = scenario.survey.interviewers
      guard
        let outcome = try await search.run(
          known: known <= largest ? try await rehearse(known) : nil, rehearse)
      else { break }
      let all = rounds > 1 ? scenario.survey.rounds.flatMap(\.days) : days
      found.append(Length(days: all, outcome: outcome))
    }
    manifest.replications?.done = teams.replications
    manifest.isComplete = found.count == lengths.count && keeping.parts.part == nil
    if teams.count > 0 { try keeping.commit(teams.sums, manifest, to: folder) }
    guard found.count == lengths.count else {
      let tried = teams.count == 1 ? "1 team" : "\(teams.count) teams"
      throw keeping.stopped(after: teams.count > 0 ? "rehearsing \(tried)" : nil)
    }
    guard keeping.parts.part == nil else { return try keeping.printPart(own, of: count, in: context) }
    let tables = PlanFieldworkTables(
      title: scenario.title, lengths: found, limit: limit, largest: largest, costPerHour: costPerHour,
      survey: scenario.survey, seed: scenario.seed)
    try output.deliver(tables.answer, in: context)
  }

  /// The survey by a team, in so many days.
  private func study(_ team: Int, _ days: [CalendarDate], of scenario: Scenario) throws -> Study {
    var changed = scenario
    changed.survey.interviewers = team
    changed.survey.days = days
    return try ScenarioLoader.study(changed, file: file)
  }

  /// Simulates a team; `nil` if it was broken off.
  private func rehearse(
    _ team: Int, _ study: Study, number: Int, _ own: Range<UInt64>, _ teams: inout TeamRehearsals,
    in context: Context
  ) async throws -> TeamRehearsal? {
    var progress: ProgressLine?
    var done = 0
    let rehearsal = try await teams.run(
      study, number: number, own, jobs: jobs, until: { Interruption.isRequested },
      beginning: {
        progress = context.progressLine(
          of: $0, unit: said("surveys by ", "undersøgelser med ") + PlanText.count(team, .interviewer))
      },
      advanced: {
        done += 1
        progress?.show(done: done)
      })
    progress?.finish()
    return rehearsal.done.missing(in: own).isEmpty ? rehearsal : nil
  }

  /// So many of a survey's days, and working days after its last where it has too few.
  static func days(_ count: Int, of days: [CalendarDate]) -> [CalendarDate] {
    guard count > days.count, let last = days.last, last < CalendarDate.last else {
      return Array(days.prefix(count))
    }
    return days + DanishCalendar.workingDays(count - days.count, from: last.adding(days: 1))
  }
}
