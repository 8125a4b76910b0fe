package import Drawing
package import SurveyStatistics
internal import Tables

/// A row of `truth.csv`: what a caller really meets in the model.
package struct TruthRow: Equatable, Sendable {
  /// The definition of reached.
  package var definition: String
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// The true share not reached.
  package var rate: Double
  /// Its Monte Carlo standard error.
  package var error: Double

  /// The share with its error.
  package var measured: Measured { Measured(value: rate, error: error) }
}

/// A row of `summary.csv`: what such a survey is worth, over replications.
package struct WorthRow: Equatable, Sendable {
  /// The definition of reached.
  package var definition: String
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// Replications with an estimate.
  package var replications: Int
  /// The share not reached that must not be exceeded; `nil` for none.
  package var target: Double?
  /// The true share not reached.
  package var truth: Measured
  /// The mean of the estimates.
  package var meanEstimate: Measured
  /// Mean estimate less truth.
  package var bias: Measured
  /// The standard deviation of the estimates.
  package var deviation: Measured
  /// The share of intervals that cover the truth.
  package var coverage: Measured
  /// The mean width of the intervals.
  package var width: Measured
  /// The shares of replications with each verdict.
  package var meets: Measured
  /// As ``meets``, for undecided.
  package var undecided: Measured
  /// As ``meets``, for fails.
  package var fails: Measured
  /// The share of calls dialled a minute or more late.
  package var late: Measured
  /// Interviewers' hours, in the row of all calls.
  package var interviewerHours: Measured
}

/// A row of `traffic.csv`: patients' calls per practice and day; errors where the table has them.
package struct TrafficRow: Equatable, Sendable {
  /// The slot, `outside` or `all`.
  package var slot: String
  /// Whether patients' calls are counted, and not professionals'.
  package var isOfPatients = true
  /// First tries.
  package var freshCalls: Measured
  /// Later tries.
  package var redials: Measured
  /// Answered by a person.
  package var answered: Measured
  /// Hung up while waiting or at the queue message; the error is at most that of the two together.
  package var abandoned: Measured
  /// Met the busy tone.
  package var blocked: Measured
  /// Met a message or rang out.
  package var off: Measured
  /// Turned to the out-of-hours service.
  package var displaced: Measured
  /// The mean wait of those answered, in seconds.
  package var meanWait: Measured
  /// The share answered within target.
  package var withinTarget: Measured
}

/// A row of `estimates.csv` of the first replication.
package struct EstimateRow: Equatable, Sendable {
  /// The definition of reached.
  package var definition: String
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// Valid calls.
  package var calls: Int
  /// Of these, the calls that were not reached.
  package var unreached: Int
  /// The estimate; `nil` without a call.
  package var rate: Double?
  /// Its interval.
  package var interval: ConfidenceInterval?
}

/// Reads rows by the names of their columns; a table that lacks one is damaged.
struct NamedRow {
  let row: TableRow
  let header: TableHeader

  func text(_ column: String) -> String { header.index(of: column).map(row.trimmed) ?? "" }
  func number(_ column: String) -> Double? { header.index(of: column).flatMap { row.number($0) } }
  func integer(_ column: String) -> Int? { header.index(of: column).flatMap { row.integer($0) } }

  func measured(_ column: String) -> Measured {
    .init(value: number(column), error: number(column + "_se"))
  }

  var key: (definition: String, by: String, group: String) {
    (text("definition"), text("by"), text("group"))
  }
}

/// Makes rows of one kind from a table, in memory.
struct RowCollector<Element>: TableConsumer {
  /// Columns that a table must have.
  let columns: [String]
  /// A row as a value; `nil` for one that cannot be.
  let make: (NamedRow) -> Element?
  private(set) var elements: [Element] = []
  private var header = TableHeader([])

  init(needing columns: [String], make: @escaping (NamedRow) -> Element?) {
    self.columns = columns
    self.make = make
  }

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    self.header = header
    for column in columns { _ = header.requiredIndex(of: column, faults: &faults) }
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    if let element = make(NamedRow(row: row, header: header)) {
      elements.append(element)
    } else {
      faults.add("a number is missing or is none", in: row)
    }
  }
}

extension RowCollector<TruthRow> {
  /// For `truth.csv`.
  static var truth: RowCollector {
    RowCollector(needing: ["definition", "by", "group", "rate", "monte_carlo_se"]) { row in
      guard let rate = row.number("rate"), let error = row.number("monte_carlo_se") else { return nil }
      let key = row.key
      return TruthRow(definition: key.definition, by: key.by, group: key.group, rate: rate, error: error)
    }
  }
}

extension RowCollector<WorthRow> {
  /// For `summary.csv`.
  static var worth: RowCollector {
    RowCollector(needing: ["definition", "by", "group", "replications", "truth", "coverage"]) { row in
      guard let replications = row.integer("replications") else { return nil }
      let key = row.key
      return WorthRow(
        definition: key.definition, by: key.by, group: key.group, replications: replications,
        target: row.number("target"), truth: row.measured("truth"),
        meanEstimate: row.measured("mean_estimate"), bias: row.measured("bias"),
        deviation: row.measured("sd"), coverage: row.measured("coverage"),
        width: row.measured("mean_width"), meets: row.measured("p_meets"),
        undecided: row.measured("p_undecided"), fails: row.measured("p_fails"),
        late: row.measured("late_share"), interviewerHours: row.measured("interviewer_hours"))
    }
  }
}

extension RowCollector<TrafficRow> {
  /// For `traffic.csv`.
  static var traffic: RowCollector {
    RowCollector(needing: ["slot", "fresh_calls", "answered"]) { row in
      guard row.number("fresh_calls") != nil, row.number("redials") != nil,
        row.number("displaced_to_out_of_hours") != nil, row.number("answered") != nil,
        let abandoned = row.number("abandoned"), let balked = row.number("balked"),
        row.number("blocked") != nil, row.number("off") != nil
      else { return nil }
      let errors = (row.number("abandoned_se"), row.number("balked_se"))
      return TrafficRow(
        slot: row.text("slot"), isOfPatients: row.text("caller") != "professional",
        freshCalls: row.measured("fresh_calls"), redials: row.measured("redials"),
        answered: row.measured("answered"),
        abandoned: .init(
          value: abandoned + balked, error: errors.0.flatMap { left in errors.1.map { left + $0 } }),
        blocked: row.measured("blocked"), off: row.measured("off"),
        displaced: row.measured("displaced_to_out_of_hours"),
        meanWait: row.measured("mean_wait_seconds"), withinTarget: row.measured("answered_within_target"))
    }
  }
}
