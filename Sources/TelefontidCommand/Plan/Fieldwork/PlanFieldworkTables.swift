import Experiments
import Reports
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
      tables: [teams, rounds].compactMap(\.self), Self.table, rows: { rows },
      source: .simulated(
        title, replications: lengths.first?.outcome.teams.first?.replications ?? 0, seed: seed),
      figure: { picture })
  }

  private var teams: TextTable {
    let calls = PlanText.count(lengths.first?.outcome.teams.first?.calls ?? 0, .call)
    let most = PlanText.percent(limit)
    var table = TextTable(
      [
        .number("Days", "Dage"), .number("Interviewers", "Interviewere"), .number("Late", "For sent"),
        .number(Phrase.monteCarlo), .number("Never dialled", "Aldrig ringet op"),
        .number("Longest delay", "Længste forsinkelse"), .number("Hours at work", "Arbejdstimer"),
        .number(Phrase.monteCarlo), .number("Hours present", "Timer til stede"), .number("Busy", "I gang"),
      ] + (costPerHour == nil ? [] : [.number("Cost", "Pris")]) + [.text("")],
      title: "\(Phrase.title(title)): "
        + said("\(calls), at most \(most) late", "\(calls), højst \(most) for sent"),
      notes: lengths.map(finding) + notes)
    for length in lengths {
      for team in length.outcome.teams { table.append(cells(team, length)) }
    }
    return table
  }

  private func cells(_ team: TeamRehearsal, _ length: PlanFieldworkCommand.Length) -> [String] {
    let isSmallest = team.interviewers == length.outcome.smallest?.interviewers
    let marks =
      (isSmallest ? [said("smallest", "mindst")] : [])
      + (team.interviewers == survey.interviewers ? [said("the scenario's", "scenariets")] : [])
    let busy = team.workingHours.map { $0.value / max(team.attendanceHours, .leastNormalMagnitude) }
    return [
      "\(team.days)", "\(team.interviewers)", RealSurveyText.percent(team.late?.value),
      Self.number(team.late?.standardError.map { $0 * 100 }, decimals: 2),
      RealSurveyText.percent(team.neverDialled?.value),
      Self.number(team.longestDelay?.value, decimals: 0) + said(" min", " min."),
      Self.number(team.workingHours?.value, decimals: 1),
      Self.number(team.workingHours?.standardError, decimals: 2),
      Self.number(team.attendanceHours, decimals: 1), RealSurveyText.percent(busy),
    ] + (cost(team).map { [Self.number($0, decimals: 0)] } ?? []) + [marks.joined(separator: ", ")]
  }

  private func cost(_ team: TeamRehearsal) -> Double? { costPerHour.map { $0 * team.attendanceHours } }

  private static func number(_ value: Double?, decimals: Int) -> String {
    value.map { spoken($0, decimals: decimals) } ?? "–"
  }

  /// What was found for one length, in a sentence.
  private func finding(_ length: PlanFieldworkCommand.Length) -> String {
    let days = PlanText.count(length.days.count, .day)
    guard let team = length.outcome.smallest, let late = team.late else {
      let best = length.outcome.teams.last?.late.map { RealSurveyText.percent($0.value) } ?? "–"
      let team = PlanText.count(largest, .interviewer)
      return said(
        "\(days): not even \(team) keep to it (\(best) late). Give more days, a higher '--late', or a larger '--largest-team'.",
        "\(days): Ikke engang \(team) holder den (\(best) for sent). Giv flere dage, et højere '--late' eller et større '--largest-team'."
      )
    }
    let (people, share) = (
      PlanText.count(team.interviewers, .interviewer), RealSurveyText.percent(late.value)
    )
    var text = said("\(days): \(people), \(share) late", "\(days): \(people), \(share) for sent")
    let next = length.outcome.teams.last { $0.interviewers < team.interviewers }?.late
    let isNear = [late, next].contains { near in
      guard let near, let error = near.standardError else { return false }
      return abs(near.value - limit) < 2 * error
    }
    text +=
      isNear
      ? said(
        "; so near the limit that more replications could tell otherwise.",
        "; så tæt på grænsen, at flere gentagelser kunne vise noget andet.") : "."
    return text
  }

  /// What each round of a survey in several costs and buys; `nil` of a survey of one round.
  private var rounds: TextTable? {
    guard let outcome = lengths.first?.outcome, let team = outcome.smallest ?? outcome.teams.last,
      team.rounds.count > 1
    else { return nil }
    let people = PlanText.count(team.interviewers, .interviewer)
    var table = TextTable(
      [
        .number("Round", "Runde"), .number("Days", "Dage"), .number("Calls", "Opkald"),
        .number(Phrase.monteCarlo), .number("Hours at work", "Arbejdstimer"), .number(Phrase.monteCarlo),
        .number("Hours present", "Timer til stede"), .number("Reached in it", "Kontakt i den"),
        .number(Phrase.monteCarlo), .number("By then", "Indtil da"), .number(Phrase.monteCarlo),
      ],
      title: said("What the rounds buy, by \(people)", "Hvad runderne giver, med \(people)"),
      notes: [
        said(
          "Reached in it: of all valid calls of the survey, those that the round reached: the points that it adds. By then: in it or in a round before.",
          "Kontakt i den: af alle undersøgelsens gyldige opkald dem, som runden gav kontakt: de procentpoint, den lægger til. Indtil da: i den eller i en tidligere runde."
        )
      ])
    for (place, round) in team.rounds.enumerated() {
      func share(_ mean: MonteCarloMean?) -> [String] {
        [
          RealSurveyText.percent(mean?.value),
          Self.number(mean?.standardError.map { $0 * 100 }, decimals: 2),
        ]
      }
      table.append(
        [
          "\(place + 1)", "\(round.days)", Self.number(round.calls?.value, decimals: 1),
          Self.number(round.calls?.standardError, decimals: 2),
          Self.number(round.hours?.value, decimals: 1),
          Self.number(round.hours?.standardError, decimals: 2),
          Self.number(Double(team.interviewers * round.days) * team.hoursADay, decimals: 1),
        ] + share(round.reached) + share(round.reachedByThen))
    }
    return table
  }

  private var notes: [String] {
    let (ring, hold) = (survey.fieldwork.ringLimit / 1000, survey.fieldwork.holdLimit / 1000)
    let slots = survey.slots.slots
    let (from, to) = (
      slots.first?.from.hoursAndMinutes ?? "", slots.last?.to.hoursAndMinutes ?? ""
    )
    let (attempts, rule) = (
      PlanText.count(survey.fieldwork.attempts, .attempt), survey.fieldwork.lateRule.rawValue
    )
    let replications = lengths.first?.outcome.teams.first?.replications ?? 0
    return [
      said(
        "Late: dialled a minute or more after it was due, on a later day, or never. Longest delay: on its day, the mean over surveys.",
        "For sent: ringet op et minut eller mere for sent, en senere dag eller aldrig. Længste forsinkelse: på dagen, gennemsnit over undersøgelser."
      ),
      said(
        "Hours at work: on the telephone and writing up. Hours present: everybody from \(from) to \(to) on every day",
        "Arbejdstimer: ved telefonen og med notater. Timer til stede: alle fra \(from) til \(to) hver dag")
        + (costPerHour == nil ? "." : said("; they are what costs.", "; det er dem, der koster.")),
      said(
        "Assumed: the scenario's practices and patients; ring limit \(ring) s, hold limit \(hold) s, \(attempts), late calls: \(rule); minutes drawn at random, not arranged to suit interviewers.",
        "Antaget: scenariets praksisser og patienter; lader det ringe højst \(ring) sek., venter højst \(hold) sek., \(attempts), forsinkede opkald: \(Speech.language.word(rule) ?? rule); minutter trukket tilfældigt, ikke lagt til rette for interviewerne."
      ),
      said(
        "\(replications) replications of each team, seed \(seed). ± MC: Monte Carlo standard error of the number before it, of Late in points.",
        "\(replications) gentagelser med hvert hold, startværdi \(seed). ± MC: Monte Carlo-standardfejl for tallet foran, for For sent i procentpoint."
      ),
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
