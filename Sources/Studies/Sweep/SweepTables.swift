internal import Randomness
internal import Scenarios
internal import SurveyDesign
internal import Surveys
public import Tables

/// The tables of a sweep.
public enum SweepTables {
  /// The schema of `sweep.csv` for some varied parameters: one row per cell, definition and group.
  public static func sweep(varying paths: [String]) -> TableSchema {
    TableSchema(
      name: "sweep",
      columns: [
        Column("cell", .integer, "The cell, from 0; 0 is what the others are compared to.", .required)
      ]
        + paths.map { Column($0, .string, "What the cell sets \($0) to.") }
        + [
          Column("scenario", .string, "The name of the cell's scenario.", .required),
          Column("definition", .string, "The definition of reached.", .required),
          Column("by", .string, "What the group is made by.", .required),
          Column("group", .string, "The group.", .required),
          Column("replications", .integer, "Simulated surveys of the cell.", .required),
          Column("rate", .number, "The true share not reached."),
          Column("monte_carlo_se", .number, "Its Monte Carlo standard error."),
          Column("difference", .number, "That share less the first cell's."),
          Column(
            "paired_se", .number, "The difference's standard error, from differences within replications."),
          Column("unpaired_se", .number, "What it would be with independent random numbers in each cell."),
          Column("mean_estimate", .number, "The mean of the surveys' estimates of the share."),
          Column("mean_estimate_se", .number, "Its Monte Carlo standard error."),
          Column(
            "displaced_per_1000_practice_days", .number,
            "Callers displaced to the out-of-hours service, per 1,000 practice-days."),
          Column("displaced_se", .number, "Its Monte Carlo standard error."),
          Column("displaced_difference", .number, "Those less the first cell's."),
          Column(
            "displaced_paired_se", .number,
            "That difference's standard error, from differences within replications."),
          Column("displaced_unpaired_se", .number, "What it would be with independent random numbers."),
          Column("answered_within_target", .number, "The share of patients' calls answered within target."),
          Column("mean_wait_seconds", .number, "The mean wait of patients' calls that were answered."),
          Column("interviewer_hours", .number, "Interviewers' hours per survey; the same for every group."),
        ],
      primaryKey: ["cell", "definition", "by", "group"])
  }

  /// The schema of `cells.csv`: one row per cell.
  public static func cells(varying paths: [String]) -> TableSchema {
    TableSchema(
      name: "cells",
      columns: [Column("cell", .integer, "The cell, from 0.", .required)]
        + paths.map { Column($0, .string, "What the cell sets \($0) to.") }
        + [
          Column("scenario", .string, "The name of its scenario.", .required),
          Column("title", .string, "Its title."),
          Column("sha256", .string, "The digest of the complete scenario.", .required),
        ],
      primaryKey: ["cell"])
  }

  /// Appends the rows of `sweep.csv`.
  ///
  /// - Parameters:
  ///   - result: The sweep.
  ///   - values: What each cell sets the varied parameters to, in their order.
  ///   - writer: Writes the rows.
  ///   - bytes: Where the rows go.
  public static func append(
    _ result: SweepResult, values: [[String]], using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    guard let baseline = result.cells.first else { return }
    for (number, cell) in result.cells.enumerated() {
      for (definition, named) in cell.study.scenario.survey.definitions.enumerated() {
        for (place, group) in cell.study.groups.enumerated() {
          guard let row = cell.row(definition: definition, group: place, baseline: baseline) else { continue }
          writer.field(number, to: &bytes)
          for value in values[number] { writer.field(value, to: &bytes) }
          writer.field(cell.study.scenario.name, to: &bytes)
          writer.field(named.name, to: &bytes)
          writer.field(group.by, to: &bytes)
          writer.field(group.label, to: &bytes)
          writer.field(result.replications, to: &bytes)
          for value in row.numbers { writer.field(value, decimals: 6, to: &bytes) }
          writer.endRow(to: &bytes)
        }
      }
    }
  }
}

extension SweepRow {
  /// The numbers in the order of the columns from `rate` on.
  fileprivate var numbers: [Double?] {
    [
      rate.value, rate.standardError, difference?.value, difference?.standardError, unpairedError,
      meanEstimate?.value, meanEstimate?.standardError, displaced.value, displaced.standardError,
      displacedDifference?.value, displacedDifference?.standardError, displacedUnpairedError,
      answeredWithinTarget, meanWaitSeconds, interviewerHours?.value,
    ]
  }
}
