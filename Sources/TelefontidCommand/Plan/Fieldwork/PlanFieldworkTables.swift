import Experiments
import Scenarios
import Studies
import SurveyDesign
import Tables
import TelephoneAccess
import Terminal

/// What `plan fieldwork` prints and writes.
struct PlanFieldworkTables {
  let title: String
  let lengths: [PlanFieldworkCommand.Length]
  let limit: Double
  let largest: Int
  let costPerHour: Double?
  let survey: SurveyPlan
  let seed: UInt64

  var answer: PlanAnswer {
    let rows = lengths.flatMap { length in
      length.outcome.teams.map { Row(team: $0, length: length, cost: cost($0), limit: limit) }
    }
    let picture = figure
    return PlanAnswer(
      tables: [teams], Self.table, rows: { rows },
      source: .simulated(
        title, replications: lengths.first?.outcome.teams.first?.replications ?? 0, seed: seed),
      figure: { picture })
  }

  private var teams: TextTable {
    let all = lengths.flatMap(\.outcome.teams)
    var table = TextTable(
      [
        .number("Days"), .number("Interviewers"), .number("Late"), .number("± MC"), .number("Never dialled"),
        .number("Longest delay"), .number("Hours at work"), .number("± MC"), .number("Hours present"),
        .number("Busy"),
      ] + (costPerHour == nil ? [] : [.number("Cost")]) + [.text("")],
      title:
        "\(title): \(PlanText.count(all.first?.calls ?? 0, "call")), at most \(PlanText.percent(limit)) late",
      notes: lengths.map(finding) + notes)
    for length in lengths {
      for team in length.outcome.teams { table.append(cells(team, length)) }
    }
    return table
  }

  private func cells(_ team: TeamRehearsal, _ length: PlanFieldworkCommand.Length) -> [String] {
    let isSmallest = team.interviewers == length.outcome.smallest?.interviewers
    let marks =
      (isSmallest ? ["smallest"] : []) + (team.interviewers == survey.interviewers ? ["the scenario's"] : [])
    let busy = team.workingHours.map { $0.value / max(team.attendanceHours, .leastNormalMagnitude) }
    return [
      "\(team.days)", "\(team.interviewers)", RealSurveyText.percent(team.late?.value),
      Self.number(team.late?.standardError.map { $0 * 100 }, decimals: 2),
      RealSurveyText.percent(team.neverDialled?.value),
      Self.number(team.longestDelay?.value, decimals: 0) + " min",
      Self.number(team.workingHours?.value, decimals: 1),
      Self.number(team.workingHours?.standardError, decimals: 2),
      Self.number(team.attendanceHours, decimals: 1), RealSurveyText.percent(busy),
    ] + (cost(team).map { [Self.number($0, decimals: 0)] } ?? []) + [marks.joined(separator: ", ")]
  }

  private func cost(_ team: TeamRehearsal) -> Double? { costPerHour.map { $0 * team.attendanceHours } }

  private static func number(_ value: Double?, decimals: Int) -> String {
    value.map { NumberText.format($0, decimals: decimals) } ?? "–"
  }

  /// What was found for one length, in a sentence.
  private func finding(_ length: PlanFieldworkCommand.Length) -> String {
    let days = PlanText.count(length.days.count, "day")
    guard let team = length.outcome.smallest, let late = team.late else {
      let best = length.outcome.teams.last?.late.map { RealSurveyText.percent($0.value) } ?? "–"
      return
        "\(days): not even \(PlanText.count(largest, "interviewer")) keep to it (\(best) late). Give more days, a higher '--late', or a larger '--largest-team'."
    }
    var text =
      "\(days): \(PlanText.count(team.interviewers, "interviewer")), \(RealSurveyText.percent(late.value)) late"
    let next = length.outcome.teams.last { $0.interviewers < team.interviewers }?.late
    let isNear = [late, next].contains { near in
      guard let near, let error = near.standardError else { return false }
      return abs(near.value - limit) < 2 * error
    }
    text += isNear ? "; so near the limit that more replications could tell otherwise." : "."
    return text
  }

  /// What each round of a survey in several rounds buys, in a sentence.
  private var rounds: [String] {
    let rounds = lengths.first?.outcome.teams.last?.rounds ?? []
    guard rounds.count > 1 else { return [] }
    let parts = rounds.enumerated().map { place, round in
      let calls = NumberText.format(round.calls?.value ?? 0, decimals: 0)
      return
        "round \(place + 1): \(calls) calls, which reach \(RealSurveyText.percent(round.reached?.value)) of all"
    }
    return ["What the rounds buy, with the largest team that was tried: \(parts.joined(separator: "; "))."]
  }

  private var notes: [String] {
    let limits =
      "ring limit \(survey.fieldwork.ringLimit / 1000) s, hold limit \(survey.fieldwork.holdLimit / 1000) s"
    return rounds + [
      "Late: dialled a minute or more after it was due, on a later day, or never. Longest delay: on its day, the mean over surveys.",
      "Hours at work: on the telephone and writing up. Hours present: everybody from \(survey.slots.slots.first?.from.hoursAndMinutes ?? "") to \(survey.slots.slots.last?.to.hoursAndMinutes ?? "") on every day\(costPerHour == nil ? "" : "; they are what costs").",
      "Assumed: the scenario's practices and patients; \(limits), \(PlanText.count(survey.fieldwork.attempts, "attempt")), late calls: \(survey.fieldwork.lateRule.rawValue); minutes drawn at random, not arranged to suit interviewers.",
      "\(lengths.first?.outcome.teams.first?.replications ?? 0) replications of each team, seed \(seed). ± MC: Monte Carlo standard error of the number before it, of Late in points.",
    ]
  }

  /// One team in a survey of one length.
  struct Row: Sendable {
    var team: TeamRehearsal
    var length: PlanFieldworkCommand.Length
    var cost: Double?
    var limit: Double
  }

  /// One row per length and team.
  static let table = RowTable<Row>(
    "plan-fieldwork", primaryKey: ["days", "interviewers"],
    [
      .optionalCount("days", "Days of the survey") { $0.team.days },
      RowColumn("first_date", .date, "The first day.") { .text($0.length.days.first?.description ?? "") },
      RowColumn("last_date", .date, "The last day.") { .text($0.length.days.last?.description ?? "") },
      .optionalCount("interviewers", "Interviewers") { $0.team.interviewers },
      .optionalCount("calls", "Planned calls") { $0.team.calls },
      .share("late", "Share of calls dialled a minute or more late, on a later day, or never") {
        $0.team.late?.value
      },
      .number("late_se", "Its Monte Carlo standard error", .positive) { $0.team.late?.standardError },
      .share("never_dialled", "Share of calls never dialled") { $0.team.neverDialled?.value },
      .number("never_dialled_se", "Its Monte Carlo standard error", .positive) {
        $0.team.neverDialled?.standardError
      },
      .number("longest_delay_minutes", "Longest delay on the planned day, mean over replications", .positive)
      {
        $0.team.longestDelay?.value
      },
      .number("longest_delay_se", "Its Monte Carlo standard error", .positive) {
        $0.team.longestDelay?.standardError
      },
      .number("working_hours", "Hours on the telephone and writing up, all interviewers", .positive) {
        $0.team.workingHours?.value
      },
      .number("working_hours_se", "Its Monte Carlo standard error", .positive) {
        $0.team.workingHours?.standardError
      },
      .number("attendance_hours", "Hours present, all interviewers", .positive) { $0.team.attendanceHours },
      .number("cost", "Hours present times the cost per hour; empty: no cost given", .positive) { $0.cost },
      .share("limit", "Greatest share of late calls that is allowed") { $0.limit },
      RowColumn("within_limit", .boolean, "Whether the team keeps to it.") {
        .truth($0.team.isLate(atMost: $0.limit) ?? false)
      },
      RowColumn("smallest", .boolean, "Whether it is the smallest such team that was found.") {
        .truth($0.team.interviewers == $0.length.outcome.smallest?.interviewers)
      },
      .optionalCount("replications", "Simulated surveys") { $0.team.replications },
    ])
}
