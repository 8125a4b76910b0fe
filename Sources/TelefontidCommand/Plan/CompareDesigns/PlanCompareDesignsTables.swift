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
  let designs: [DesignComparison]
  /// The calls that every design may make at most.
  let budget: Int
  /// Why some designs are not among them.
  let dropped: [String]

  var answer: PlanAnswer {
    let rows = designs.flatMap { design in design.figures.map { Row(design: design, figure: $0) } }
    let picture = figure
    return PlanAnswer(
      tables: [cost, precision, power, verdicts].compactMap { $0 }, Self.table, rows: { rows },
      source: .simulated(
        study.scenario.title, replications: designs.first?.trial.replications ?? 0, seed: study.scenario.seed),
      figure: { picture })
  }

  private var slots: Int { study.scenario.survey.slots.slots.count }

  private func label(_ design: DesignComparison) -> String { "\(design.perPractice) of \(slots)" }

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
        "\(designs.first?.trial.replications ?? 0) replications of each design, seed \(study.scenario.seed), region \(study.scenario.regionSeed). ± MC: Monte Carlo standard error of the number before it.",
      ] + weighted + dropped.map { "Left out: \($0)." }
        + (hasTarget ? [] : ["No verdicts: the scenario has no target; name one with '--target'."]))
    for design in designs {
      let trial = design.trial
      table.append(
        [
          label(design), "\(design.practices)",
          RealSurveyText.percent(Double(design.practices) / Double(study.population.frame.count)),
          "\(design.practices * design.perPractice)",
          PlanText.trimmed(design.theory.callsPerSlot, decimals: 1),
        ] + Self.cells(trial.attemptsPerPractice, decimals: 2)
          + Self.cells(trial.interviewerHours, decimals: 1)
          + Self.percents(trial.lateShare))
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
        "Formula: exact for a simple random sample of practices whose own shares not reached are those that \(designs.first?.trial.replications ?? 0) probes to each practice, slot and design met.",
      ])
    for design in designs {
      table.append(
        [label(design)] + Self.points(design.width.simulated) + [Self.points(design.width.analytic)]
          + Self.points(design.trial.meanWidthOfAll)
          + Self.points(design.spreadOfAll.simulated) + [Self.points(design.spreadOfAll.analytic)])
    }
    return table
  }

  private var power: TextTable? {
    guard let first = designs.first, let pair = first.pair else { return nil }
    let rates = [pair.0, pair.1].map { RealSurveyText.percent(first.theory.profile.rate(in: $0)) }
    var table = TextTable(
      [
        .fixed("Slots"), .number("Practices in both"), .number("Spread of the difference"), .number("± MC"),
        .number("Formula"),
        .number("Power"), .number("± MC"), .number("Formula"),
      ],
      title:
        "Telling \(first.slots[pair.0]) (\(rates[0]) not reached) from \(first.slots[pair.1]) (\(rates[1]))",
      notes: [
        "Two-sided test at 5 % that uses the practices rung in both slots. Formula of the power: normal approximation, rough where few calls are unreached."
      ])
    for design in designs {
      table.append(
        [label(design), PlanText.trimmed(design.theory.sharedPractices, decimals: 1)]
          + Self.points(design.spreadOfDifference?.simulated) + [
            Self.points(design.spreadOfDifference?.analytic)
          ]
          + Self.percents(design.power?.simulated) + [RealSurveyText.percent(design.power?.analytic)])
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
      let figures = [Verdict.meets, .undecided, .fails].map { design.meanProbability(of: $0) }
      table.append(
        [label(design)]
          + figures.flatMap { Self.percents($0?.simulated) + [RealSurveyText.percent($0?.analytic)] }
          + Self.percents(design.trial.probabilityEverywhere(of: .meets)))
    }
    return table
  }

  /// What to say of formulas where practices do not count the same.
  private var weighted: [String] {
    guard Set(study.population.frame.practices.map(\.weight)).count > 1 else { return [] }
    return ["The frame's practices have different weights: the simulation uses them, the formulas do not."]
  }

  /// Whether there is anything to give verdicts on.
  private var hasTarget: Bool { designs.contains { $0.meanProbability(of: .meets) != nil } }

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

  private static func points(_ mean: MonteCarloMean?) -> [String] {
    [points(mean?.value), points(mean?.standardError)]
  }

  private static func points(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 2) } ?? "–"
  }

  /// One number about one design.
  struct Row: Sendable {
    var design: DesignComparison
    var figure: DesignComparison.Figure
  }

  /// One row per design, measure and group.
  static let table = RowTable<Row>(
    "plan-compare-designs", primaryKey: ["slots_per_practice", "measure", "group"],
    [
      .optionalCount("slots_per_practice", "Slots in which each practice is rung") { $0.design.perPractice },
      .optionalCount("practices", "Practices in the survey") { $0.design.practices },
      .optionalCount("calls", "Calls") { $0.design.practices * $0.design.perPractice },
      .choice("measure", "What the number is about.", DesignComparison.Measure.allCases.map(\.rawValue)) {
        $0.figure.measure.rawValue
      },
      .text("group", "A slot, all, the mean of slots, every slot, or two slots with / between them.") {
        $0.figure.group
      },
      .number("simulated", "The number by simulation; empty: there is none", .positive) {
        $0.figure.simulated?.value
      },
      .number("monte_carlo_se", "Its Monte Carlo standard error", .positive) {
        $0.figure.simulated?.standardError
      },
      .number("analytic", "The number by formula; empty: there is none", .positive) { $0.figure.analytic },
      .optionalCount("replications", "Simulated surveys of the design") { $0.design.trial.replications },
    ])
}
