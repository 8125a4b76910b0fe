package import Drawing
internal import Tables  // TableHeader.names

/// What a cell of a sweep comes to, for one definition and group, as `sweep.csv` has it.
package struct SweepFinding: Equatable, Sendable {
  /// The cell's number; 0 is what the others are compared to.
  package var cell: Int
  /// The definition of reached.
  package var definition: String
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// Simulated surveys.
  package var replications: Int
  /// The true share not reached.
  package var rate: Measured
  /// That share less the first cell's, with the paired standard error.
  package var difference: Measured
  /// Callers displaced to the out-of-hours service, per 1,000 practice-days.
  package var displaced: Measured
  /// Those less the first cell's, with the paired standard error.
  package var displacedDifference: Measured
  /// What the standard error of ``difference`` would be with independent random numbers.
  package var unpairedError: Double?
  /// The same for ``displacedDifference``.
  package var displacedUnpairedError: Double?
}

/// A cell of a sweep: what was varied, and which scenario it is.
package struct SweepCellName: Equatable, Sendable {
  /// A varied parameter and what the cell sets it to.
  package struct Value: Equatable, Sendable {
    /// The parameter's path.
    package var path: String
    /// The value as it was typed.
    package var text: String
  }

  /// The cell's number.
  package var cell: Int
  /// The varied parameters.
  package var values: [Value]
  /// The scenario's name.
  package var scenario: String
  /// The scenario's title.
  package var title: String
}

extension RowCollector<SweepFinding> {
  /// For `sweep.csv`.
  static var sweep: RowCollector {
    RowCollector(needing: ["cell", "definition", "by", "group", "rate", "difference", "paired_se"]) { row in
      guard let cell = row.integer("cell"), let replications = row.integer("replications") else { return nil }
      let key = row.key
      func pair(_ value: String, _ error: String) -> Measured {
        .init(value: row.number(value), error: row.number(error))
      }
      return SweepFinding(
        cell: cell, definition: key.definition, by: key.by, group: key.group, replications: replications,
        rate: pair("rate", "monte_carlo_se"), difference: pair("difference", "paired_se"),
        displaced: pair("displaced_per_1000_practice_days", "displaced_se"),
        displacedDifference: pair("displaced_difference", "displaced_paired_se"),
        unpairedError: row.number("unpaired_se"), displacedUnpairedError: row.number("displaced_unpaired_se"))
    }
  }
}

extension RowCollector<SweepCellName> {
  /// For `cells.csv`.
  static var cells: RowCollector {
    let known = ["cell", "scenario", "title", "sha256"]
    return RowCollector(needing: known) { row in
      guard let cell = row.integer("cell") else { return nil }
      let values = row.header.names.filter { !known.contains($0) }.map {
        SweepCellName.Value(path: $0, text: row.text($0))
      }
      return SweepCellName(
        cell: cell, values: values, scenario: row.text("scenario"), title: row.text("title"))
    }
  }
}
