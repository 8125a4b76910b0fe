import Experiments
import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Tables
import TelephoneAccess
import Terminal

/// What `plan compare-designs` prints and writes.
struct PlanCompareDesignsTables {
  let study: Study
  let designs: [RegionalComparison]
  /// The calls that every design may make at most.
  let budget: Int
  /// Why some designs are not among them.
  let dropped: [String]

  var answer: PlanAnswer {
    let rows = designs.flatMap { design in design.figures.map { Row(design: design, figure: $0) } }
    let picture = figure
    return PlanAnswer(
      tables: [cost, precision, power, verdicts].compactMap { $0 }, Self.table(regions: regions),
      rows: { rows },
      source: .simulated(
        study.scenario.title, replications: replications, seed: study.scenario.seed),
      figure: { picture })
  }

  private var slots: Int { study.scenario.survey.slots.slots.count }

  /// How many regions every design is tried in.
  private var regions: Int { designs.first?.regions.count ?? 1 }

  private func label(_ design: RegionalComparison) -> String { "\(design.first.perPractice) of \(slots)" }

  private var cost: TextTable {
    var table = TextTable(
      [
        .fixed("Slots"), .number("Practices"), .number("Of all"), .number("Calls"), .number("Calls a slot"),
        .number("Rings each"), .number("± MC"), .number("Hours"), .number("± MC"), .number("Late"),
        .number("± MC"),
      ],
      title: "\(study.scenario.title): designs of equal cost, at most \(PlanText.count(budget, "call"))",
      notes: [
        "Slots: in how many of them each practice is rung. Equal cost: the same number of calls; interviewers' hours stand beside it.",
        "Rings each: the burden, attempts at each practice in the survey. Late: dialled a minute or more late, or never, by \(PlanText.count(study.scenario.survey.interviewers, "interviewer")).",
        "\(replications) replications of each design, seed \(study.scenario.seed), \(regionNames). ± MC: Monte Carlo standard error of the number before it.",
      ] + weighted + dropped.map { "Left out: \($0)." }
        + (hasTarget ? [] : ["No verdicts: the scenario has no target; name one with '--target'."]))
    for design in designs {
      let first = design.first
      table.append(
        [
          label(design), "\(first.practices)",
          RealSurveyText.percent(Double(first.practices) / Double(study.population.frame.count)),
          "\(first.practices * first.perPractice)",
          PlanText.trimmed(first.theory.callsPerSlot, decimals: 1),
        ] + Self.cells(design.mean(\.attemptsPerPractice), decimals: 2)
          + Self.cells(design.mean(\.interviewerHours), decimals: 1)
          + Self.percents(design.mean(\.lateShare)))
    }
    return table
  }

  private var precision: TextTable {
    var table = TextTable(
      [
        .fixed("Slots"), .number("Width, a slot"), .number("± MC"), .number("Formula"), .number("Width, all"),
        .number("± MC"),
        .number("Spread, all"), .number("± MC"), .number("Formula"),
      ],
      title:
        "How wide the \(RealSurveyText.confidence(study.scenario.survey.confidence)) intervals are, in points",
      notes: [
        "Width: mean width of the \(study.scenario.survey.interval.rawValue) interval, of one slot (the mean over slots) and of all calls. Spread: standard deviation of the estimate from all calls.",
        "Formula: exact for a simple random sample of practices whose own shares not reached are those that \(replications) probes to each practice, slot and design met.",
      ])
    for design in designs {
      table.append(
        [label(design)] + Self.points(design.figure(\.width)) + Self.points(design.mean(\.meanWidthOfAll))
          + Self.points(design.figure(\.spreadOfAll)))
    }
    return table
  }

  private var power: TextTable? {
    guard let design = designs.first, let pair = design.first.pair else { return nil }
    let first = design.first
    let rates = [pair.0, pair.1].map { slot in
      let rates = design.regions.map { $0.theory.profile.rate(in: slot) }
      return RealSurveyText.percent(rates.reduce(0, +) / Double(rates.count))
    }
    var columns: [TextTable.Column] = [
      .fixed("Slots"), .number("Practices in both"), .number("Spread of the difference"), .number("± MC"),
      .number("Formula"), .number("Power"), .number("± MC"), .number("Formula"),
    ]
    if regions > 1 { columns += [.number("± regions"), .number("Lowest"), .number("Highest")] }
    var table = TextTable(
      columns,
      title:
        "Telling \(first.slots[pair.0]) (\(rates[0]) not reached) from \(first.slots[pair.1]) (\(rates[1]))",
      notes: [
        "Two-sided test at 5 % that uses the practices rung in both slots. Formula of the power: normal approximation, rough where few calls are unreached."
      ]
        + (regions > 1
          ? ["± regions: standard deviation of the power between regions, Monte Carlo error taken off."] : [])
    )
    for design in designs {
      table.append(
        [label(design), PlanText.trimmed(design.first.theory.sharedPractices, decimals: 1)]
          + Self.points(design.figure(\.spreadOfDifference)) + Self.percents(design.figure(\.power))
          + (regions > 1 ? Self.spread(design.figure(\.power)?.spread) : []))
    }
    return table
  }

  private var verdicts: TextTable? {
    guard hasTarget else { return nil }
    var table = TextTable(
      [.fixed("Slots")]
        + ["Meets", "Undecided", "Fails"].flatMap {
          [.number($0), .number("± MC"), .number("Formula")]
        } + [.number("All meet"), .number("± MC")],
      title: "Verdicts on a slot, the mean over slots\(target)",
      notes: [
        "Exact verdicts with a risk of 5 % to either side. All meet: the target is shown to be met in every slot. -o writes each slot."
      ])
    for design in designs {
      table.append(
        [label(design)]
          + [Verdict.meets, .undecided, .fails].flatMap { verdict in
            Self.percents(design.figure { $0.meanProbability(of: verdict) })
          } + Self.percents(design.mean { $0.probabilityEverywhere(of: .meets) }))
    }
    return table
  }

  /// What to say of formulas where practices do not count the same.
  private var weighted: [String] {
    guard Set(study.population.frame.practices.map(\.weight)).count > 1 else { return [] }
    return ["The frame's practices have different weights: the simulation uses them, the formulas do not."]
  }

  /// Whether there is anything to give verdicts on.
  var hasTarget: Bool { designs.contains { $0.first.meanProbability(of: .meets) != nil } }

  /// The target where it is the same everywhere.
  private var target: String {
    if case .everywhere(let rate) = study.scenario.survey.target {
      return ": at most \(PlanText.percent(rate)) not reached?"
    }
    return ""
  }

  private static func cells(_ mean: MonteCarloMean?, decimals: Int) -> [String] {
    [
      mean.map { NumberText.format($0.value, decimals: decimals) } ?? "–",
      mean?.standardError.map { NumberText.format($0, decimals: 2) } ?? "–",
    ]
  }

  private static func percents(_ mean: MonteCarloMean?) -> [String] {
    [
      RealSurveyText.percent(mean?.value),
      mean?.standardError.map { NumberText.format($0 * 100, decimals: 1) } ?? "–",
    ]
  }

  /// A number with its error, and by formula.
  private static func percents(_ figure: RegionalFigure?) -> [String] {
    percents(figure?.figure.simulated) + [RealSurveyText.percent(figure?.figure.analytic)]
  }

  /// A number with its error, and by formula, in points.
  private static func points(_ figure: RegionalFigure?) -> [String] {
    points(figure?.figure.simulated) + [points(figure?.figure.analytic)]
  }

  private static func spread(_ spread: RegionalSpread?) -> [String] {
    [points(spread?.standardDeviation)]
      + [spread?.lowest, spread?.highest].map { RealSurveyText.percent($0) }
  }

  /// Replications of each design in each region.
  var replications: Int { designs.first?.first.trial.replications ?? 0 }

  private var regionNames: String {
    let seed = study.scenario.regionSeed
    return regions > 1
      ? "in each of \(regions) regions, practices.seed \(seed) and those behind" : "region \(seed)"
  }

  private static func points(_ mean: MonteCarloMean?) -> [String] {
    [points(mean?.value), points(mean?.standardError)]
  }

  private static func points(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 2) } ?? "–"
  }

  /// One number about one design.
  struct Row: Sendable {
    var design: RegionalComparison
    var figure: RegionalFigure
  }

  /// One row per design, measure and group; of several regions the last columns say how much they differ.
  static func table(regions: Int) -> RowTable<Row> {
    RowTable(
      "plan-compare-designs", primaryKey: ["slots_per_practice", "measure", "group"], columns,
      regions > 1 ? regionalColumns : [])
  }

  private static let columns: [RowColumn<Row>] = [
    .optionalCount("slots_per_practice", "Slots in which each practice is rung") {
      $0.design.first.perPractice
    },
    .optionalCount("practices", "Practices in the survey") { $0.design.first.practices },
    .optionalCount("calls", "Calls") { $0.design.first.practices * $0.design.first.perPractice },
    .choice("measure", "What the number is about.", DesignComparison.Measure.allCases.map(\.rawValue)) {
      $0.figure.figure.measure.rawValue
    },
    .text("group", "A slot, all, the mean of slots, every slot, or two slots with / between them.") {
      $0.figure.figure.group
    },
    .number("simulated", "The number by simulation; empty: there is none", .positive) {
      $0.figure.figure.simulated?.value
    },
    .number("monte_carlo_se", "Its Monte Carlo standard error", .positive) {
      $0.figure.figure.simulated?.standardError
    },
    .number("analytic", "The number by formula; empty: there is none", .positive) {
      $0.figure.figure.analytic
    },
    .optionalCount("replications", "Simulated surveys of the design") {
      $0.design.first.trial.replications
    },
  ]

  private static let regionalColumns: [RowColumn<Row>] = [
    .optionalCount("regions", "Regions that the numbers are means over, each with so many replications") {
      $0.design.regions.count
    },
    .number(
      "between_regions_sd",
      "Standard deviation of what was simulated between regions, Monte Carlo error taken off", .positive
    ) { $0.figure.spread?.standardDeviation },
    .number("lowest_region", "The lowest of a region", .positive) { $0.figure.spread?.lowest },
    .number("highest_region", "The highest of a region", .positive) { $0.figure.spread?.highest },
  ]
}
