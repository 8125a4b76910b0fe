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

  /// What the names of rows of the professionals' calls begin with.
  static let professionalsPrefix = "professionals-"

  /// Verdicts and the rows that count them.
  static let verdictQuantities: [(Quantity, Verdict)] = [
    (.meets, .meets), (.undecided, .undecided), (.fails, .fails),
  ]

  /// The file; of several regions the last column says whose row it is.
  package static func table(regions: Int) -> RowTable<SumRow> {
    RowTable(
      "tallies",
      [
        .text("quantity", "What is counted or summed; traffic times are in milliseconds") {
          $0.name.quantity
        },
        .optionalText("definition", "Definition of reached; empty where it plays no part") {
          $0.name.definition
        },
        .optionalText("by", "What the group is made by; slot for traffic; empty where there is no group") {
          $0.name.by
        },
        .optionalText("group", "The group, the slot, or empty") { $0.name.group },
        .number(
          "lower",
          "Lower bound of the interval, or of the waits in seconds, that are counted; the target itself for a target"
        ) { $0.lower },
        .number(
          "upper", "Upper bound of the interval, or of the waits in seconds, that are counted"
        ) { $0.upper },
        RowColumn("count", .integer, "How many; for sums, the replications that are summed over") {
          .integer($0.count)
        },
        RowColumn(
          "sum", .integer,
          "Sum over replications, each rounded to a multiple of 2^-32, in units of 2^-32; of spread-… the sum of a count's products with what it is divided by"
        ) { .text($0.sum.map { "\($0)" }) },
        RowColumn(
          "sum_of_squares", .integer,
          "Sum of the squares of these, in units of 2^-64; of spread-… that of the count's squares"
        ) { .text($0.sumOfSquares.map { "\($0)" }) },
      ],
      regions > 1
        ? [RowColumn("region", .integer, "Number of the region, from 0", .required) { .integer($0.study) }]
        : [])
  }

  /// The bytes of the file.
  package static func bytes(of result: RegionalResult, format: TableFormat = .standard) -> [UInt8] {
    var writer = SumWriter(table(regions: result.regions.count), format: format)
    for (number, var region) in result.regions.enumerated() {
      writer.study = number
      region.visit(&writer)
    }
    return writer.bytes
  }
}

extension SumWriter: StudySumVisitor {
  /// A row for each bin with a wait in it.
  mutating func visit(bins: inout [Int], _ name: SumName) {
    for (bin, count) in bins.enumerated() where count > 0 {
      write(
        SumRow(
          study: study, name: name, lower: Double(WaitBins.lower(of: bin)) / 1000,
          upper: WaitBins.upper(of: bin).map { Double($0) / 1000 }, count: count))
    }
  }

  /// A row for each interval, in order: a dictionary's changes from run to run.
  mutating func visit(intervals: inout [ConfidenceInterval: Int], _ name: SumName) {
    let sorted = intervals.sorted { ($0.key.lower, $0.key.upper) < ($1.key.lower, $1.key.upper) }
    for (interval, count) in sorted {
      write(SumRow(study: study, name: name, lower: interval.lower, upper: interval.upper, count: count))
    }
  }

  mutating func visit(squares: inout Int128, products: inout Int128?, _ name: SumName) {
    write(SumRow(study: study, name: name, sum: products, sumOfSquares: squares))
  }

  /// A row for a target, where there is one.
  mutating func visit(target: Double?, _ name: SumName) {
    if let target { write(SumRow(study: study, name: name, lower: target)) }
  }
}
