import Experiments
import Studies
import Tables

extension PlanCompareDesignsTables {
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
    .text("group", "A slot, all, the mean of slots, every slot, two slots with / between them, or a round.") {
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
