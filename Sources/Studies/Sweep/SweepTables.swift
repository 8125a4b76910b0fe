internal import Scenarios
internal import SurveyDesign
package import Tables

/// The tables of a sweep: every column once.
package enum SweepTables {
  /// `sweep.csv` for some varied parameters: one row per cell, definition and group.
  ///
  /// Where professionals call too, two columns say how their calls fared. Of several regions the last columns say how much they differ.
  package static func sweep(
    varying paths: [String], regions: Int, professionals: Bool = false
  ) -> RowTable<Row> {
    RowTable(
      "sweep", primaryKey: ["cell", "definition", "by", "group"],
      [
        RowColumn("cell", .integer, "The cell, from 0; 0 is what the others are compared to.", .required) {
          .integer($0.cell)
        }
      ],
      paths.enumerated().map { place, path in
        .optionalText(path, "What the cell sets \(path) to.") { $0.values[place] }
      },
      [
        .text("scenario", "The name of the cell's scenario.") { $0.scenario },
        .text("definition", "The definition of reached.") { $0.definition },
        .text("by", "What the group is made by.") { $0.group.by },
        .text("group", "The group.") { $0.group.label },
        RowColumn("replications", .integer, "Simulated surveys of the cell.", .required) {
          .integer($0.replications)
        },
        .number("rate", "The true share not reached.", decimals: 6) { $0.row.rate.value },
        .number("monte_carlo_se", "Its Monte Carlo standard error.", decimals: 6) {
          $0.row.rate.standardError
        },
        .number("difference", "That share less the first cell's.", decimals: 6) { $0.row.difference?.value },
        .number(
          "paired_se", "The difference's standard error, from differences within replications.", decimals: 6
        ) { $0.row.difference?.standardError },
        .number("unpaired_se", "What it would be with independent random numbers in each cell.", decimals: 6)
        {
          $0.row.unpairedError
        },
        .number("mean_estimate", "The mean of the surveys' estimates of the share.", decimals: 6) {
          $0.row.meanEstimate?.value
        },
        .number("mean_estimate_se", "Its Monte Carlo standard error.", decimals: 6) {
          $0.row.meanEstimate?.standardError
        },
        .number(
          "displaced_per_1000_practice_days",
          "Callers displaced to the out-of-hours service, per 1,000 practice-days.", decimals: 6
        ) { $0.row.displaced.value },
        .number("displaced_se", "Its Monte Carlo standard error.", decimals: 6) {
          $0.row.displaced.standardError
        },
        .number("displaced_difference", "Those less the first cell's.", decimals: 6) {
          $0.row.displacedDifference?.value
        },
        .number(
          "displaced_paired_se", "That difference's standard error, from differences within replications.",
          decimals: 6
        ) { $0.row.displacedDifference?.standardError },
        .number("displaced_unpaired_se", "What it would be with independent random numbers.", decimals: 6) {
          $0.row.displacedUnpairedError
        },
        .number(
          "answered_within_target", "The share of patients' calls answered within target.", decimals: 6
        ) { $0.row.answeredWithinTarget },
        .number("mean_wait_seconds", "The mean wait of patients' calls that were answered.", decimals: 6) {
          $0.row.meanWaitSeconds
        },
        .number("interviewer_hours", "Interviewers' hours per survey; the same for every group.", decimals: 6)
        {
          $0.row.interviewerHours?.value
        },
      ],
      professionals ? professionalColumns : [], regions > 1 ? regionalColumns : [])
  }

  private static let professionalColumns: [RowColumn<Row>] = [
    .number(
      "professionals_answered_within_target", "The share of professionals' calls answered within target.",
      decimals: 6
    ) { $0.row.professionalsAnsweredWithinTarget },
    .number(
      "professionals_mean_wait_seconds", "The mean wait of professionals' calls that were answered.",
      decimals: 6
    ) { $0.row.professionalsMeanWaitSeconds },
  ]

  private static let regionalColumns: [RowColumn<Row>] = [
    .count("regions", "Regions that the figures are means over.") { $0.regions },
    .number(
      "between_regions_sd",
      "Standard deviation of the rate between regions, Monte Carlo error taken off.",
      decimals: 6
    ) { $0.row.rateSpread?.standardDeviation },
    .number("lowest_region", "The lowest rate of a region.", decimals: 6) { $0.row.rateSpread?.lowest },
    .number("highest_region", "The highest rate of a region.", decimals: 6) { $0.row.rateSpread?.highest },
    .number(
      "difference_between_regions_sd",
      "Standard deviation of the difference between regions, Monte Carlo error taken off.",
      decimals: 6
    ) { $0.row.differenceSpread?.standardDeviation },
    .number("lowest_difference", "The lowest difference of a region.", decimals: 6) {
      $0.row.differenceSpread?.lowest
    },
    .number("highest_difference", "The highest difference of a region.", decimals: 6) {
      $0.row.differenceSpread?.highest
    },
  ]

  /// A row of `sweep.csv`.
  package struct Row: Sendable {
    var cell: Int
    /// What the cell sets the varied parameters to, in their order.
    var values: [String]
    var scenario: String
    var definition: String
    var group: StudyGroup
    var replications: Int
    var regions: Int
    var row: SweepRow
  }

  /// The rows of `sweep.csv`.
  ///
  /// - Parameters:
  ///   - result: The sweep.
  ///   - values: What each cell sets the varied parameters to, in their order.
  package static func rows(of result: SweepResult, values: [[String]]) -> [Row] {
    guard let baseline = result.cells.first else { return [] }
    var rows: [Row] = []
    for (number, cell) in result.cells.enumerated() {
      for (definition, named) in cell.study.scenario.survey.definitions.enumerated() {
        for (place, group) in cell.study.groups.enumerated() {
          guard let row = cell.row(definition: definition, group: place, baseline: baseline) else { continue }
          rows.append(
            Row(
              cell: number, values: values[number], scenario: cell.study.scenario.name,
              definition: named.name, group: group, replications: result.replications,
              regions: cell.regionCount, row: row))
        }
      }
    }
    return rows
  }

  /// `cells.csv`: one row per cell.
  package static func cells(varying paths: [String]) -> RowTable<CellRow> {
    RowTable(
      "cells", primaryKey: ["cell"],
      [RowColumn("cell", .integer, "The cell, from 0.", .required) { .integer($0.cell) }],
      paths.enumerated().map { place, path in
        .optionalText(path, "What the cell sets \(path) to.") { $0.values[place] }
      },
      [
        .text("scenario", "The name of its scenario.") { $0.scenario },
        .optionalText("title", "Its title.") { $0.title },
        .text("sha256", "The digest of the complete scenario.") { $0.sha256 },
      ])
  }

  /// A row of `cells.csv`.
  package struct CellRow: Sendable {
    var cell: Int
    var values: [String]
    var scenario: String
    var title: String
    var sha256: String

    /// Puts a row together.
    package init(cell: Int, values: [String], scenario: String, title: String, sha256: String) {
      self.cell = cell
      self.values = values
      self.scenario = scenario
      self.title = title
      self.sha256 = sha256
    }
  }
}
