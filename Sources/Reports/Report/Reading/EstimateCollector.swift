internal import SurveyStatistics
internal import Tables

/// Keeps of `estimates.csv` the rows of the first replication and, of every replication, the rate of all calls.
///
/// The file has a row for every replication and group: what is kept grows with replications only.
struct EstimateCollector: TableConsumer {
  /// The first replication's rows.
  private(set) var first: [EstimateRow] = []
  /// Rates of all calls together under the first definition, by replication.
  private(set) var rates: [Double] = []
  /// The method of the intervals, as the file names it.
  private(set) var method = ""
  /// Their confidence.
  private(set) var confidence: Double?

  private var header = TableHeader([])
  private var fields = [Int](repeating: 0, count: Self.columns.count)
  /// Where the number of the region stands, if there are several: the first one's rows are kept.
  private var region: Int?
  private var firstReplication: Int?
  private var firstDefinition: String?

  private static let columns = [
    "replication", "definition", "by", "group", "calls", "unreached", "rate", "lower", "upper", "interval",
    "confidence",
  ]

  /// More calls than any survey makes, and far from overflow.
  private static let mostCalls = 1_000_000_000

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    self.header = header
    fields = Self.columns.map { header.requiredIndex(of: $0, faults: &faults) ?? 0 }
    region = header.names.firstIndex(of: "region")
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    guard let replication = row.integer(fields[0], faults: &faults) else { return }
    let start = firstReplication ?? replication
    firstReplication = start
    let definition = firstDefinition ?? row.trimmed(fields[1])
    firstDefinition = definition
    if row.matches(fields[2], "all"), row.matches(fields[1], definition), let rate = row.number(fields[6]) {
      rates.append(rate)
    }
    guard replication == start, region.map({ row.matches($0, "0") }) ?? true else { return }
    if method.isEmpty {
      method = row.trimmed(fields[9])
      confidence = row.number(fields[10])
    }
    guard let calls = row.integer(fields[4], faults: &faults),
      let unreached = row.integer(fields[5], faults: &faults)
    else { return }
    guard (0...Self.mostCalls).contains(calls), (0...calls).contains(unreached) else {
      return faults.add("\(unreached) of \(calls) calls cannot be", in: row, field: fields[5])
    }
    var interval: ConfidenceInterval?
    if let lower = row.number(fields[7]), let upper = row.number(fields[8]) {
      interval = ConfidenceInterval(lower: lower, upper: upper)
    }
    first.append(
      EstimateRow(
        definition: row.trimmed(fields[1]), by: row.trimmed(fields[2]), group: row.trimmed(fields[3]),
        calls: calls, unreached: unreached, rate: row.number(fields[6]), interval: interval))
  }
}
