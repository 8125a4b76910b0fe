internal import Tables  // TableHeader.names

/// What a cell of a sweep comes to, for one definition and group, as `sweep.csv` has it.
public struct SweepFinding: Hashable, Sendable {
  /// The cell's number; 0 is what the others are compared to.
  public var cell: Int
  /// The definition of reached.
  public var definition: String
  /// What the group is made by.
  public var by: String
  /// The group.
  public var group: String
  /// Simulated surveys.
  public var replications: Int
  /// The true share not reached.
  public var rate: WorthRow.Measured
  /// That share less the first cell's, with the paired standard error.
  public var difference: WorthRow.Measured
  /// Callers displaced to the out-of-hours service, per 1,000 practice-days.
  public var displaced: WorthRow.Measured
  /// Those less the first cell's, with the paired standard error.
  public var displacedDifference: WorthRow.Measured
  /// What the standard error of ``difference`` would be with independent random numbers.
  public var unpairedError: Double?
  /// The same for ``displacedDifference``.
  public var displacedUnpairedError: Double?
}

/// A cell of a sweep: what was varied, and which scenario it is.
public struct SweepCellName: Hashable, Sendable {
  /// A varied parameter and what the cell sets it to.
  public struct Value: Hashable, Sendable {
    /// The parameter's path.
    public var path: String
    /// The value as it was typed.
    public var text: String
  }

  /// The cell's number.
  public var cell: Int
  /// The varied parameters.
  public var values: [Value]
  /// The scenario's name.
  public var scenario: String
  /// The scenario's title.
  public var title: String
}

extension RowCollector<SweepFinding> {
  /// For `sweep.csv`.
  static var sweep: RowCollector {
    RowCollector(needing: ["cell", "definition", "by", "group", "rate", "difference", "paired_se"]) { row in
      guard let cell = row.integer("cell"), let replications = row.integer("replications") else { return nil }
      let key = row.key
      func pair(_ value: String, _ error: String) -> WorthRow.Measured {
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
