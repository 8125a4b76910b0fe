import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Surveys
import Tables
import TelephoneAccess
import Terminal

/// What `simulate` prints: one survey, the worth of such surveys, and the patients' day.
struct SimulationTables {
  let study: Study
  let result: RegionalResult
  let first: Replicate?
  let ability: Console.Ability

  /// The tables, in the order in which they are read.
  var tables: [TextTable] {
    [
      survey, reached, result.replications > 1 ? worth : nil, result.regions.count > 1 ? regions : nil,
      traffic(result.traffic, of: "patients'"),
      result.professionals.map { traffic($0, of: "professionals'") },
    ].compactMap { $0 }
  }

  /// What one survey would have shown, under the first definition.
  private var survey: TextTable? {
    guard let first, let estimates = first.estimates.first else { return nil }
    let survey = study.scenario.survey
    let sketch = IntervalSketch(scale: 0...scaleEnd(estimates), width: 24, for: ability)
    var columns: [TextTable.Column] = [
      .text("Slot"), .number("Calls"), .number("Not reached"), .number("Rate"),
      .number("\(RealSurveyText.confidence(survey.confidence)) interval"), .number("Mean wait"),
    ]
    if sketch != nil { columns.append(.fixed("")) }
    var table = TextTable(
      columns,
      title: "\(study.scenario.title): one simulated survey, not reached by \"\(survey.definition)\"",
      notes: notes(estimates))
    for (group, estimate) in zip(study.groups, estimates) {
      let target = study.target(of: group)
      var cells = [
        group.by == "pooled" ? "\(group.label) together" : group.label, "\(estimate.calls)",
        "\(estimate.unreached)",
        Self.percent(estimate.rate),
        estimate.interval.map { "\(Self.percent($0.lower))–\(Self.percent($0.upper))" } ?? "–",
        Self.wait(meanWait(of: group)),
      ]
      if let sketch {
        let drawn = estimate.interval.map {
          sketch.interval(lower: $0.lower, estimate: estimate.rate ?? $0.lower, upper: $0.upper, mark: target)
        }
        cells.append(drawn ?? "")
      }
      if group.by == "slot" { table.append(cells) } else { table.appendFooter(cells) }
    }
    return table
  }

  private func notes(_ estimates: [RateEstimate]) -> [String] {
    let survey = study.scenario.survey
    var notes = ["Interval: \(survey.interval.rawValue). Mean wait: of the calls that a person answered."]
    let invalid = zip(study.groups, estimates).first { $0.0.by == "all" }?.1.invalid ?? 0
    if invalid > 0 { notes.append("\(invalid) calls were not valid and stand beside these counts.") }
    return notes
  }

  private func scaleEnd(_ estimates: [RateEstimate]) -> Double {
    min(1, max(0.1, estimates.compactMap { $0.interval?.upper }.max() ?? 1))
  }

  /// The mean wait of the first survey's calls in a group that a person answered, in seconds.
  private func meanWait(of group: StudyGroup) -> Double? {
    let waits = (first?.outcomes ?? [])
      .filter { $0.disposition.isAnswer && group.contains(practice: $0.practice, slot: $0.slot) }
      .compactMap(\.waitSeconds)
    return waits.isEmpty ? nil : waits.reduce(0, +) / Double(waits.count)
  }

  /// What such surveys are worth, over replications.
  private var worth: TextTable {
    var table = TextTable(
      [
        .text("Slot"), .number("Truth"), .number("± MC"), .number("Mean estimate"), .number("Bias"),
        .number("± MC"),
        .number("SD"), .number("Coverage"), .number("± MC"), .number("Meets"), .number("Undecided"),
        .number("Fails"),
      ],
      title: "What such a survey is worth: \(result.replications) replications"
        + (result.regions.count > 1 ? " in each of \(result.regions.count) regions" : ""),
      notes: [
        "± MC: Monte Carlo standard error of the number before it. Truth: the share not reached by calls at every minute and day, under the same protocol."
      ] + targetNote)
    for (number, group) in study.groups.enumerated() {
      guard let row = result.summary(definition: 0, group: number) else { continue }
      let cells = [
        group.by == "pooled" ? "\(group.label) together" : group.label, Self.percent(row.truth.value),
        Self.points(row.truth.standardError), Self.percent(row.meanEstimate), Self.points(row.bias),
        Self.points(row.biasStandardError), Self.points(row.standardDeviation?.value),
        Self.percent(row.coverage?.value), Self.points(row.coverage?.standardError),
        Self.percent(row.meets?.value), Self.percent(row.undecided?.value), Self.percent(row.fails?.value),
      ]
      if group.by == "slot" { table.append(cells) } else { table.appendFooter(cells) }
    }
    return table
  }

  /// When calls reached their practice, in a survey of several rounds.
  private var reached: TextTable? {
    guard result.outline.hasRounds else { return nil }
    let rounds = study.scenario.survey.rounds
    var table = TextTable(
      [.text("Reached"), .number("Share of calls"), .number("± MC")],
      title: "When calls reached their practice: \(rounds.count) rounds",
      notes: [
        "A round rings again those that the rounds before it left open; the last attempt says how a call ended."
      ])
    for (number, step) in result.outline.steps.enumerated() {
      let share = result.reachedBy(definition: 0, step: number)
      table.append([step.words, Self.percent(share?.value), Self.points(share?.standardError)])
    }
    return table
  }

  /// Which target the verdicts are about, and whose word it is; nothing without a target.
  private var targetNote: [String] {
    let target: String
    switch study.scenario.survey.target {
    case nil: return []
    case .everywhere(let rate): target = "at most \(RealSurveyText.percent(rate)) not reached"
    case .within(let asked): target = asked.description
    case .bySlot: target = "the scenario's target for each slot"
    }
    let entry = DocumentPath("survey.target").flatMap(study.scenario.provenance.entry)
    let basis = (entry?.basis ?? .assumed).rawValue + (entry.map { ": \($0.source)" } ?? "")
    return ["Meets, Undecided, Fails: how often such a survey says so of the target, \(target) (\(basis))."]
  }

  /// How much regions with the same shares differ.
  private var regions: TextTable {
    var table = TextTable(
      [
        .text("Slot"), .number("Truth"), .number("± MC"), .number("± regions"), .number("Lowest"),
        .number("Highest"),
      ],
      title: "How much \(result.regions.count) regions with the same shares differ",
      notes: [
        "Regions: practices.seed \(study.scenario.regionSeed) and those behind it. ± MC: Monte Carlo standard error of the mean over these regions. ± regions: standard deviation between regions, Monte Carlo error taken off."
      ])
    for (number, group) in study.groups.enumerated() {
      guard let truth = result.truth(0, number) else { continue }
      let cells = [
        group.by == "pooled" ? "\(group.label) together" : group.label, Self.percent(truth.mean.value),
        Self.points(truth.mean.standardError), Self.points(truth.spread?.standardDeviation),
        Self.percent(truth.spread?.lowest), Self.percent(truth.spread?.highest),
      ]
      if group.by == "slot" { table.append(cells) } else { table.appendFooter(cells) }
    }
    return table
  }

  /// What happened to patients' calls or to professionals', per practice-day.
  private func traffic(_ traffic: TrafficSummary, of callers: String) -> TextTable {
    let total = traffic.total
    // Few regions have these.
    let (hasMenus, hasCallbacks) = (total.endedInMenu > 0, total.calledBack + total.calledBackInVain > 0)
    var columns: [TextTable.Column] = [
      .text("\(callers.prefix(1).uppercased() + callers.dropFirst()) calls"), .number("First tries"),
      .number("Redials"),
    ]
    if hasMenus { columns.append(.number("In menu")) }
    columns.append(.number("Answered"))
    if hasCallbacks { columns.append(.number("Rung back")) }
    columns += [
      .number("Hung up"), .number("Busy tone"), .number("Telephone off"), .number("To out-of-hours"),
      .number("Mean wait"), .number("Occupancy"),
    ]
    var table = TextTable(
      columns, title: "What happened to \(callers) calls, per practice and day",
      notes: [
        "\(traffic.practiceDays) practice-days. Hung up: in the queue, at its message, or while it rang. Telephone off: a message or no answer."
      ])
    let days = Double(max(traffic.practiceDays, 1))
    for row in traffic.rows {
      let counts = row.counts
      let numbers =
        [counts.freshCalls, counts.redials] + (hasMenus ? [counts.endedInMenu] : []) + [counts.answered]
        + (hasCallbacks ? [counts.calledBack + counts.calledBackInVain] : [])
        + [counts.abandoned + counts.balked, counts.blocked, counts.off, counts.displaced]
      let cells =
        [row.label] + numbers.map { NumberText.format(Double($0) / days, decimals: 2) } + [
          Self.wait(counts.meanWaitSeconds), Self.percent(counts.occupancy),
        ]
      if row.label == "all" { table.appendFooter(cells) } else { table.append(cells) }
    }
    return table
  }

  private static func percent(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 1) + " %" } ?? "–"
  }

  /// A difference of shares in percentage points.
  private static func points(_ difference: Double?) -> String {
    difference.map { NumberText.format($0 * 100, decimals: 2) } ?? "–"
  }

  private static func wait(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    let whole = Int(seconds + 0.5)
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }
}

extension ReachingStep {
  /// The step as a row of a table names it.
  fileprivate var words: String {
    switch by {
    case .attempt: "at attempt \(label)"
    case .round: "in round \(label)"
    case .way:
      switch Way(rawValue: label) {
      case .firstAttempt: "at the first attempt"
      case .afterRedialling: "after redialling"
      case .never, nil: "never"
      }
    }
  }
}

extension Disposition {
  /// Whether a person took the call.
  fileprivate var isAnswer: Bool {
    switch self {
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .refused: true
    case .referralMessage, .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .busy,
      .noAnswer,
      .holdLimit, .cutOff, .callbackPromised, .wrongNumber, .notAttempted:
      false
    }
  }
}
