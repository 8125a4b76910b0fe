public import Tables

/// A published figure that a scenario is to reproduce.
public struct CalibrationTarget: Hashable, Sendable {
  /// Which figure it is.
  public enum Statistic: String, CaseIterable, Sendable {
    /// The true share not reached under the protocol, from probes.
    case notReached = "not-reached"
    /// One less that.
    case reached
    /// The share of the survey's valid calls that a person of the practice answers at the first attempt without a wait.
    case answeredAtOnce = "answered-at-once"
    /// The same after a wait in the queue.
    case answeredAfterQueue = "answered-after-queue"
    /// The share that a person of the practice answers at a later attempt.
    case answeredAfterRedial = "answered-after-redial"
    /// The mean wait of those answered at the first attempt after a wait, in seconds.
    case meanQueueWait = "mean-queue-wait-seconds"

    /// What it can be.
    var range: ClosedRange<Double> {
      self == .meanQueueWait ? 0...Double.greatestFiniteMagnitude : 0...1
    }

    /// Whether it depends on a definition of reached.
    public var needsDefinition: Bool {
      switch self {
      case .notReached, .reached: true
      case .answeredAtOnce, .answeredAfterQueue, .answeredAfterRedial, .meanQueueWait: false
      }
    }
  }

  /// The definition of reached; empty where the statistic needs none.
  public var definition: String
  /// What the group is made by, such as `slot`.
  public var by: String
  /// The group, such as `15:00-16:00`.
  public var group: String
  /// The figure.
  public var statistic: Statistic
  /// Its published value: a share 0…1, or seconds.
  public var target: Double
  /// How far off it may be, above 0, in the same unit.
  public var tolerance: Double
  /// Who published it.
  public var source: String
}

/// Takes the rows of a targets file as a `CSVReader` finds them.
///
/// The columns are `definition`, `by`, `group`, `statistic`, `target`, `tolerance` and `source`, in any order.
public struct CalibrationTargetReader: TableConsumer, Sendable {
  /// The targets taken so far, in the order of the file.
  public private(set) var targets: [CalibrationTarget] = []
  private var fields: [Int] = []

  private static let columns = ["definition", "by", "group", "statistic", "target", "tolerance", "source"]

  /// A reader for one file.
  public init() {}

  /// Finds the columns; all are required.
  public mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    let found = Self.columns.map { header.requiredIndex(of: $0, faults: &faults) }
    fields = found.compactMap(\.self)
  }

  /// Checks one target and keeps it.
  public mutating func take(_ row: TableRow, faults: inout TableFaults) {
    guard fields.count == Self.columns.count else { return }
    let statistic = CalibrationTarget.Statistic(rawValue: row.trimmed(fields[3]))
    if statistic == nil {
      let words = CalibrationTarget.Statistic.allCases.map(\.rawValue).joined(separator: ", ")
      faults.add(
        "\(row.described(fields[3])) is no statistic; allowed are \(words)", in: row, field: fields[3])
    }
    let target = row.number(fields[4], faults: &faults)
    let tolerance = row.number(fields[5], faults: &faults)
    let faultsBefore = faults.count
    if let tolerance, !(tolerance > 0) {
      faults.add("a tolerance must be above 0", in: row, field: fields[5])
    }
    if let statistic, let target, !statistic.range.contains(target) {
      let what = statistic.range.upperBound == 1 ? "a share from 0 to 1" : "a number of seconds, 0 or more"
      faults.add("\(row.described(fields[4])) is not \(what)", in: row, field: fields[4])
    }
    guard faults.count == faultsBefore else { return }
    guard let statistic, let target, let tolerance else { return }
    targets.append(
      CalibrationTarget(
        definition: row.trimmed(fields[0]), by: row.trimmed(fields[1]), group: row.trimmed(fields[2]),
        statistic: statistic, target: target, tolerance: tolerance, source: row.trimmed(fields[6])))
  }
}
