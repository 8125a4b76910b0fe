import Reports
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

  /// The scenario's title, in Danish where it is a shipped one.
  private var title: String { Phrase.title(study.scenario.title) }

  /// The tables, in the order in which they are read.
  var tables: [TextTable] {
    [
      survey, reached, result.replications > 1 ? worth : nil, result.regions.count > 1 ? regions : nil,
      traffic(
        result.traffic, head: said("Patients' calls", "Patienternes opkald"),
        title: said(
          "What happened to patients' calls, per practice and day",
          "Hvordan det gik patienternes opkald, pr. praksis og dag")),
      result.professionals.map {
        traffic(
          $0, head: said("Professionals' calls", "Fagfolks opkald"),
          title: said(
            "What happened to professionals' calls, per practice and day",
            "Hvordan det gik fagfolks opkald, pr. praksis og dag"))
      },
    ].compactMap { $0 }
  }

  /// What one survey would have shown, under the first definition.
  private var survey: TextTable? {
    guard let first, let estimates = first.estimates.first else { return nil }
    let survey = study.scenario.survey
    let sketch = IntervalSketch(scale: 0...scaleEnd(estimates), width: 24, for: ability)
    let rule = Phrase.rule(survey.definition.name, survey.definition)
    var columns: [TextTable.Column] = [
      .text("Slot", "Tidsrum"), .number("Calls", "Opkald"), .number("Not reached", "Uden kontakt"),
      .number("Rate", "Andel"), .number(Phrase.interval(survey.confidence)),
      .number("Mean wait", "Middelventetid"),
    ]
    if sketch != nil { columns.append(.fixed("")) }
    var table = TextTable(
      columns,
      title: said(
        "\(study.scenario.title): one simulated survey, not reached by \(rule)",
        "\(title): én simuleret undersøgelse, uden kontakt efter \(rule)"),
      notes: notes(estimates))
    for (group, estimate) in zip(study.groups, estimates) {
      let target = study.target(of: group)
      var cells = [
        Phrase.group(group.label, by: group.by), "\(estimate.calls)", "\(estimate.unreached)",
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
    let method = survey.interval.rawValue
    var notes = [
      said(
        "Interval: \(method). Mean wait: of the calls that a person answered.",
        "Interval: \(method). Middelventetid: for de opkald, en person besvarede.")
    ]
    let invalid = zip(study.groups, estimates).first { $0.0.by == "all" }?.1.invalid ?? 0
    if invalid > 0 {
      notes.append(
        said(
          "\(invalid) calls were not valid and stand beside these counts.",
          "\(invalid) opkald var ugyldige og indgår ikke i tallene."))
    }
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
        .text("Slot", "Tidsrum"), .number("Truth", "Sand andel"), .number(Phrase.monteCarlo),
        .number("Mean estimate", "Middel-estimat"), .number("Bias", "Skævhed"), .number(Phrase.monteCarlo),
        .number("SD", "Spredning"), .number("Coverage", "Dækning"), .number(Phrase.monteCarlo),
        .number("Meets", "Opfyldt"), .number("Undecided", "Uafklaret"), .number("Fails", "Ikke opfyldt"),
      ],
      title: said(
        "What such a survey is worth: \(result.replications) replications",
        "Hvad sådan en undersøgelse er værd: \(result.replications) gentagelser")
        + (result.regions.count > 1
          ? said(
            " in each of \(result.regions.count) regions", " i hver af \(result.regions.count) regioner")
          : ""),
      notes: [
        Phrase.monteCarloNote
          + said(
            " Truth: the share not reached by calls at every minute and day, under the same protocol.",
            " Sand andel: andelen uden kontakt, når der ringes i hvert minut alle dage, efter samme regler.")
      ] + targetNote)
    for (number, group) in study.groups.enumerated() {
      guard let row = result.summary(definition: 0, group: number) else { continue }
      let cells = [
        Phrase.group(group.label, by: group.by), Self.percent(row.truth.value),
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
      [
        .text("Reached", "Opnået kontakt"), .number("Share of calls", "Andel af opkald"),
        .number(Phrase.monteCarlo),
      ],
      title: said(
        "When calls reached their practice: \(rounds.count) rounds",
        "Hvornår opkald fik kontakt: \(rounds.count) runder"),
      notes: [
        said(
          "A round rings again those that the rounds before it left open; the last attempt says how a call ended.",
          "En runde ringer igen til dem, de tidligere runder lod stå åbne; det sidste forsøg afgør, hvordan et opkald endte."
        )
      ])
    for (number, step) in result.outline.steps.enumerated() {
      let share = result.reachedBy(definition: 0, step: number)
      table.append([step.name, Self.percent(share?.value), Self.points(share?.standardError)])
    }
    return table
  }

  /// Which target the verdicts are about, and whose word it is; nothing without a target.
  private var targetNote: [String] {
    let target: String
    switch study.scenario.survey.target {
    case nil: return []
    case .everywhere(let rate):
      let most = RealSurveyText.percent(rate)
      target = said("at most \(most) not reached", "højst \(most) uden kontakt")
    case .within(let asked): target = Phrase.name(of: asked)
    case .bySlot: target = said("the scenario's target for each slot", "scenariets mål for hvert tidsrum")
    }
    let entry = DocumentPath("survey.target").flatMap(study.scenario.provenance.entry)
    let basis =
      Phrase.name(of: entry?.basis ?? .assumed)
      + (entry.map { ": \(Speech.language.word($0.source) ?? $0.source)" } ?? "")
    return [
      said(
        "Meets, Undecided, Fails: how often such a survey says so of the target, \(target) (\(basis)).",
        "Opfyldt, Uafklaret, Ikke opfyldt: hvor ofte sådan en undersøgelse siger det om målet, \(target) (\(basis))."
      )
    ]
  }

  /// How much regions with the same shares differ.
  private var regions: TextTable {
    var table = TextTable(
      [
        .text("Slot", "Tidsrum"), .number("Truth", "Sand andel"), .number(Phrase.monteCarlo),
        .number("± regions", "± regioner"), .number("Lowest", "Lavest"), .number("Highest", "Højest"),
      ],
      title: said(
        "How much \(result.regions.count) regions with the same shares differ",
        "Hvor meget \(result.regions.count) regioner med de samme andele afviger fra hinanden"),
      notes: [
        said(
          "Regions: practices.seed \(study.scenario.regionSeed) and those behind it. ± MC: Monte Carlo standard error of the mean over these regions. ± regions: standard deviation between regions, Monte Carlo error taken off.",
          "Regioner: practices.seed \(study.scenario.regionSeed) og de følgende. ± MC: Monte Carlo-standardfejl for gennemsnittet over regionerne. ± regioner: spredningen mellem regioner, uden Monte Carlo-fejl."
        )
      ])
    for (number, group) in study.groups.enumerated() {
      guard let truth = result.truth(0, number) else { continue }
      let cells = [
        Phrase.group(group.label, by: group.by), Self.percent(truth.mean.value),
        Self.points(truth.mean.standardError), Self.points(truth.spread?.standardDeviation),
        Self.percent(truth.spread?.lowest), Self.percent(truth.spread?.highest),
      ]
      if group.by == "slot" { table.append(cells) } else { table.appendFooter(cells) }
    }
    return table
  }

  /// What happened to patients' calls or to professionals', per practice-day.
  private func traffic(_ traffic: TrafficSummary, head: String, title: String) -> TextTable {
    let total = traffic.total
    // Few regions have these.
    let (hasMenus, hasCallbacks) = (total.endedInMenu > 0, total.calledBack + total.calledBackInVain > 0)
    var columns: [TextTable.Column] = [
      .text(head), .number("First tries", "Førstegangs-opkald"), .number("Redials", "Genopkald"),
    ]
    if hasMenus { columns.append(.number("In menu", "I menu")) }
    columns.append(.number("Answered", "Besvaret"))
    if hasCallbacks { columns.append(.number("Rung back", "Ringet tilbage")) }
    columns += [
      .number("Hung up", "Lagt på"), .number("Busy tone", "Optaget"),
      .number("Telephone off", "Intet personligt svar"), .number("To out-of-hours", "Til lægevagten"),
      .number("Mean wait", "Middelventetid"), .number("Occupancy", "Belægning"),
    ]
    var table = TextTable(
      columns, title: title,
      notes: [
        said(
          "\(traffic.practiceDays) practice-days. Hung up: in the queue, at its message, or while it rang. Telephone off: a message or no answer.",
          "\(traffic.practiceDays) praksisdage. Lagt på: i telefonkøen, ved dens besked, eller mens det ringede. Intet personligt svar: en besked, eller ingen tog telefonen."
        )
      ])
    let days = Double(max(traffic.practiceDays, 1))
    for row in traffic.rows {
      let counts = row.counts
      let numbers =
        [counts.freshCalls, counts.redials] + (hasMenus ? [counts.endedInMenu] : []) + [counts.answered]
        + (hasCallbacks ? [counts.calledBack + counts.calledBackInVain] : [])
        + [counts.abandoned + counts.balked, counts.blocked, counts.off, counts.displaced]
      let cells =
        [Phrase.group(row.label)] + numbers.map { spoken(Double($0) / days, decimals: 2) } + [
          Self.wait(counts.meanWaitSeconds), Self.percent(counts.occupancy),
        ]
      if row.label == "all" { table.appendFooter(cells) } else { table.append(cells) }
    }
    return table
  }

  private static func percent(_ share: Double?) -> String {
    share.map { spoken($0 * 100, decimals: 1) + " %" } ?? "–"
  }

  /// A difference of shares in percentage points.
  private static func points(_ difference: Double?) -> String {
    difference.map { spoken($0 * 100, decimals: 2) } ?? "–"
  }

  private static func wait(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    let whole = Int(seconds + 0.5)
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }
}

extension ReachingStep {
  /// The step as a row of a table names it.
  fileprivate var name: String {
    switch by {
    case .attempt: said("at attempt \(label)", "i forsøg \(label)")
    case .round: Phrase.inRound(label)
    case .way:
      switch Way(rawValue: label) {
      case .firstAttempt: Phrase.atFirstAttempt
      case .afterRedialling: Phrase.afterRedialling
      case .never, nil: Phrase.never
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
