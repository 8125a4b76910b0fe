internal import Randomness
internal import SurveyStatistics
package import Tables
internal import TelephoneAccess

/// `tallies.csv`: a study's result as exact sums, from which runs are resumed and parts of a run are merged.
///
/// All sums are whole numbers, so nothing is lost on the way through the file.
package enum StudyTallies {
  /// What a row holds.
  enum Quantity: String, CaseIterable {
    /// Replications.
    case replications
    case practiceDays = "practice-days"
    case interviewerHours = "interviewer-hours"
    case daysUsed = "days-used"
    /// A group's target, which stands as the lower bound.
    case target
    case truth
    case openTruth = "open-truth"
    case protocolEffect = "protocol-effect"
    case probes
    case openProbes = "open-probes"
    /// How many probes waited so long and were answered, or were not.
    case probeWaitAnswered = "probe-wait-answered"
    case probeWaitCensored = "probe-wait-censored"
    case estimate
    /// Estimate less truth in the same replication.
    case difference
    case width
    case meets
    case undecided
    case fails
    /// How often an interval came out.
    case interval
    case late
    case notAttempted = "not-attempted"
    /// Of several rounds, the share of valid calls that took a step.
    case reachedBy = "reached-by"
  }

  /// The name of the rows of a traffic count: `traffic-fresh-calls`.
  static let trafficPrefix = "traffic-"

  /// The traffic counts by name.
  static let trafficCounts: [(name: String, path: any (WritableKeyPath<TrafficCounts, Int> & Sendable))] = [
    ("fresh-calls", \.freshCalls), ("redials", \.redials), ("ended-in-menu", \.endedInMenu),
    ("answered", \.answered),
    ("called-back", \.calledBack), ("called-back-in-vain", \.calledBackInVain),
    ("called-back-wait", \.calledBackWait), ("abandoned", \.abandoned), ("blocked", \.blocked),
    ("balked", \.balked), ("off", \.off),
    ("still-waiting", \.stillWaiting), ("forwarded", \.forwarded), ("displaced", \.displaced),
    ("answered-within-target", \.answeredWithinTarget), ("wait", \.wait),
    ("abandoned-wait", \.abandonedWait), ("urgent-answered", \.urgentAnswered),
    ("urgent-wait", \.urgentWait), ("busy", \.busy), ("on-duty", \.onDuty),
  ]

  /// The names of the rows that count waits.
  static let waitCounts: [(name: String, path: any (WritableKeyPath<WaitCounts, [Int]> & Sendable))] = [
    ("wait-answered", \.answered), ("wait-abandoned", \.abandoned),
  ]

  /// What the names of such rows of the professionals' calls begin with.
  static let professionalsPrefix = "professionals-"

  /// The names of the rows from which errors in `traffic.csv` come: of its columns, and of what these are divided by.
  static let spreadPrefix = "spread-"
  static let basePrefix = "spread-by-"

  /// What the names of the rows with quantiles of probes' waits begin with.
  static let probePrefix = "probe-"

  /// The columns; of several regions the last one says whose row it is.
  package static func schema(regions: Int) -> TableSchema {
    TableSchema(name: name, columns: regions > 1 ? columns + [regionColumn] : columns)
  }

  /// The name of the table.
  package static let name = "tallies"

  private static let regionColumn = Column("region", .integer, "Number of the region, from 0", .required)

  private static let columns = [
    Column(
      "quantity", .string,
      "What is counted or summed; traffic times are in milliseconds", .required),
    Column("definition", .string, "Definition of reached; empty where it plays no part"),
    Column(
      "by", .string, "What the group is made by; slot for traffic; empty where there is no group"),
    Column("group", .string, "The group, the slot, or empty"),
    Column(
      "lower", .number,
      "Lower bound of the interval, or of the waits in seconds, that are counted; the target itself for a target"
    ),
    Column("upper", .number, "Upper bound of the interval, or of the waits in seconds, that are counted"),
    Column("count", .integer, "How many; for sums, the replications that are summed over"),
    Column(
      "sum", .integer,
      "Sum over replications, each rounded to a multiple of 2^-32, in units of 2^-32; of spread-… the sum of a count's products with what it is divided by"
    ),
    Column(
      "sum_of_squares", .integer,
      "Sum of the squares of these, in units of 2^-64; of spread-… that of the count's squares"),
  ]

  /// Appends the rows of a result, without the header.
  package static func append(
    _ result: RegionalResult, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    var rows = Rows(writer: writer, bytes: bytes)
    bytes = []
    for (number, region) in result.regions.enumerated() {
      rows.region = result.regions.count > 1 ? number : nil
      rows.append(region)
    }
    writer = rows.writer
    bytes = rows.bytes
  }

  private struct Rows {
    var writer: CSVWriter
    var bytes: [UInt8]
    /// The region whose rows are written, if there are several.
    var region: Int?

    mutating func append(_ result: StudyResult) {
      let outline = result.outline
      append(.replications, count: result.replications)
      append(.practiceDays, count: result.traffic.practiceDays)
      append(.interviewerHours, moments: result.diagnosis.interviewerHours)
      append(.daysUsed, moments: result.diagnosis.daysUsed)
      append(result.traffic, prefix: "")
      if let professionals = result.professionals { append(professionals, prefix: professionalsPrefix) }
      for (place, group) in outline.groups.enumerated() where place < outline.estimated {
        if let target = group.target { append(.target, group, lower: target) }
        let timeliness = result.diagnosis.timeliness[place]
        append(.late, group, moments: timeliness.late)
        append(.notAttempted, group, moments: timeliness.notAttempted)
        append(result.probeWaits[place], group)
      }
      for (number, definition) in outline.definitions.enumerated() {
        for (place, group) in outline.groups.enumerated() {
          append(result.truth.cells[number][place], definition, group)
          if place < outline.estimated { append(result.diagnosis.cells[number][place], definition, group) }
        }
        for (place, step) in outline.steps.enumerated() {
          let moments = result.diagnosis.reachedBy[number][place]
          append(
            Quantity.reachedBy.rawValue, definition, by: step.by.rawValue, step.label, count: moments.count,
            sum: moments.sum, squares: moments.sumOfSquares)
        }
      }
    }

    /// What became of calls, how long callers waited, by bin with a call in it, and what the errors of traffic figures come from.
    private mutating func append(_ traffic: TrafficSummary, prefix: String) {
      let labels = traffic.labels + [TrafficSummary.outside]
      for (label, counts) in zip(labels, traffic.counts) {
        for (name, path) in trafficCounts {
          append(prefix + trafficPrefix + name, by: "slot", label, count: counts[keyPath: path])
        }
      }
      for (label, waits) in zip(labels, traffic.waits) {
        for (name, path) in waitCounts {
          for (bin, count) in waits[keyPath: path].enumerated() where count > 0 {
            append(
              prefix + name, by: "slot", label, lower: Double(WaitBins.lower(of: bin)) / 1000,
              upper: WaitBins.upper(of: bin).map { Double($0) / 1000 }, count: count)
          }
        }
      }
      for (label, spread) in zip(labels + ["all"], traffic.spreads) {
        for (place, base) in TrafficBase.allCases.enumerated() {
          append(prefix + basePrefix + base.rawValue, by: "slot", label, squares: spread.baseSquares[place])
        }
        for (place, figure) in TrafficFigure.all.enumerated() {
          append(
            prefix + spreadPrefix + figure.name, by: "slot", label, sum: spread.products[place],
            squares: spread.squares[place])
        }
        for (place, quantile) in TrafficQuantile.allCases.enumerated() {
          let moments = spread.quantiles[place]
          append(
            prefix + spreadPrefix + quantile.rawValue, by: "slot", label, count: moments.count,
            sum: moments.sum,
            squares: moments.sumOfSquares)
        }
      }
    }

    /// How long a group's probes waited, by bin with a probe in it, and the quantiles of replications.
    private mutating func append(_ waits: ProbeWaits, _ group: StudyOutline.Group) {
      let ends = [
        (Quantity.probeWaitAnswered, waits.waits.answered), (.probeWaitCensored, waits.waits.abandoned),
      ]
      for (quantity, bins) in ends {
        for (bin, count) in bins.enumerated() where count > 0 {
          append(
            quantity.rawValue, by: group.by, group.label, lower: Double(WaitBins.lower(of: bin)) / 1000,
            upper: WaitBins.upper(of: bin).map { Double($0) / 1000 }, count: count)
        }
      }
      for (place, quantile) in TrafficQuantile.allCases.enumerated() {
        let moments = waits.quantiles[place]
        append(
          probePrefix + quantile.rawValue, by: group.by, group.label, count: moments.count, sum: moments.sum,
          squares: moments.sumOfSquares)
      }
    }

    private mutating func append(
      _ cell: TruthTally.Cell, _ definition: String, _ group: StudyOutline.Group
    ) {
      append(.truth, definition, group, moments: cell.rates)
      append(.openTruth, definition, group, moments: cell.openRates)
      append(.protocolEffect, definition, group, moments: cell.protocolEffects)
      append(.probes, definition, group, count: cell.probes)
      append(.openProbes, definition, group, count: cell.openProbes)
    }

    private mutating func append(
      _ cell: Diagnosis.Cell, _ definition: String, _ group: StudyOutline.Group
    ) {
      append(.estimate, definition, group, moments: cell.estimates)
      append(.difference, definition, group, moments: cell.differences)
      append(.width, definition, group, moments: cell.widths)
      for (quantity, verdict) in verdictQuantities {
        append(quantity, definition, group, count: cell.verdicts[verdict] ?? 0)
      }
      // Sorted: a dictionary's order changes from run to run.
      for (interval, count) in cell.intervals.sorted(by: {
        ($0.key.lower, $0.key.upper) < ($1.key.lower, $1.key.upper)
      }) {
        append(.interval, definition, group, lower: interval.lower, upper: interval.upper, count: count)
      }
    }

    private mutating func append(
      _ quantity: Quantity, _ definition: String? = nil, _ group: StudyOutline.Group? = nil,
      lower: Double? = nil, upper: Double? = nil, count: Int? = nil, moments: RunningMoments? = nil
    ) {
      append(
        quantity.rawValue, definition, by: group?.by, group?.label, lower: lower, upper: upper,
        count: count ?? moments?.count, sum: moments?.sum, squares: moments?.sumOfSquares)
    }

    private mutating func append(
      _ quantity: Quantity, _ group: StudyOutline.Group, lower: Double? = nil, moments: RunningMoments? = nil
    ) {
      append(quantity, nil, group, lower: lower, moments: moments)
    }

    private mutating func append(
      _ quantity: String, _ definition: String? = nil, by: String?, _ group: String?, lower: Double? = nil,
      upper: Double? = nil, count: Int? = nil, sum: Int128? = nil, squares: Int128? = nil
    ) {
      for text in [quantity, definition, by, group] { writer.field(text, to: &bytes) }
      writer.field(lower, to: &bytes)
      writer.field(upper, to: &bytes)
      writer.field(count, to: &bytes)
      writer.field(sum.map { "\($0)" }, to: &bytes)
      writer.field(squares.map { "\($0)" }, to: &bytes)
      if let region { writer.field(region, to: &bytes) }
      writer.endRow(to: &bytes)
    }
  }

  /// Verdicts and the rows that count them.
  static let verdictQuantities: [(Quantity, Verdict)] = [
    (.meets, .meets), (.undecided, .undecided), (.fails, .fails),
  ]
}
