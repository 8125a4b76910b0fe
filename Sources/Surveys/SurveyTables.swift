internal import SurveyStatistics
public import Tables

/// The tables that the evaluation of a survey writes: what stands in each column, and how a row is written.
public enum SurveyTables {
  /// `estimates.csv`: one row per replication, definition and group.
  public static let estimates = TableSchema(
    name: "estimates",
    columns: [
      .count("replication", "Number of the replication, from 0"),
      Column("definition", .string, "Definition of reached", .required),
      Column(
        "by", .string, "What the group is made by: slot, pooled, all, or a column of the frame", .required),
      Column("group", .string, "The group", .required),
      .count("calls", "Valid calls"),
      .count("unreached", "Valid calls that reached nobody"),
      .share("rate", "Estimated share not reached; empty without a valid call"),
      .share("standard_error", "Standard error of the rate"),
      .share("lower", "Lower bound of the interval"),
      .share("upper", "Upper bound of the interval"),
      Column("interval", .string, "Method of the interval", .required),
      .share("confidence", "Confidence of the interval, two-sided"),
    ], primaryKey: ["replication", "definition", "by", "group"])

  /// Appends the fields of one row of `estimates.csv`; the caller ends the row, after further columns if it likes.
  public static func append(
    _ estimate: RateEstimate, replication: Int, definition: String, by: String, group: String,
    estimator: RateEstimator, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    writer.field(replication, to: &bytes)
    writer.field(definition, to: &bytes)
    writer.field(by, to: &bytes)
    writer.field(group, to: &bytes)
    writer.field(estimate.calls, to: &bytes)
    writer.field(estimate.unreached, to: &bytes)
    writer.field(estimate.rate, to: &bytes)
    writer.field(estimate.standardError, to: &bytes)
    writer.field(estimate.interval?.lower, to: &bytes)
    writer.field(estimate.interval?.upper, to: &bytes)
    writer.field(estimator.method.rawValue, to: &bytes)
    writer.field(estimator.confidence, to: &bytes)
  }
}

extension Column {
  package static func share(_ name: String, _ description: String, maximum: Int? = 1) -> Column {
    Column(
      name, .number, description,
      .init(minimum: .integer(0), maximum: maximum.map { JSONText.integer($0) }))
  }

  package static func count(_ name: String, _ description: String) -> Column {
    Column(name, .integer, description, .init(required: true, minimum: .integer(0)))
  }
}
