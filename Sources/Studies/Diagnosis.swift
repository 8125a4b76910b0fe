internal import Scenarios
public import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// What a survey is worth, over replications: bias, spread, coverage, verdicts, lateness, hours.
public struct Diagnosis: Sendable {
  private let targets: [Double?]
  private var cells: [[Cell]]
  private var late: [Lateness]
  private var rules: [Int: [Double: VerdictRule]] = [:]
  /// Interviewers' hours on the telephone and at the desk, per replication.
  public private(set) var interviewerHours = RunningMoments()
  /// Days with at least one attempt, per replication.
  public private(set) var daysUsed = RunningMoments()

  /// One definition and group.
  struct Cell: Sendable {
    var estimates = RunningMoments()
    /// Estimate less the share of probes not reached in the same replication.
    var differences = RunningMoments()
    var widths = RunningMoments()
    /// How often each interval came out.
    var intervals: [ConfidenceInterval: Int] = [:]
    var verdicts: [Verdict: Int] = [:]
  }

  /// Calls of one group that came late or not at all, per replication.
  struct Lateness: Sendable {
    var lateShare = RunningMoments()
    var notAttemptedShare = RunningMoments()
  }

  /// Creates a diagnosis of nothing.
  ///
  /// - Parameter targets: The target of each group; `nil` for none.
  public init(definitions: Int, targets: [Double?]) {
    self.targets = targets
    cells = .init(repeating: .init(repeating: Cell(), count: targets.count), count: definitions)
    late = .init(repeating: Lateness(), count: targets.count)
  }

  /// Adds a replication and what its probes met.
  public mutating func add(_ replicate: Replicate, probed: [[Double?]], groups: [StudyGroup], slots: [Slot]) {
    for (definition, estimates) in replicate.estimates.enumerated() {
      for (group, estimate) in estimates.enumerated() {
        guard let rate = estimate.rate else { continue }
        cells[definition][group].estimates.add(rate)
        if let truth = probed[definition][group] { cells[definition][group].differences.add(rate - truth) }
        if let interval = estimate.interval {
          cells[definition][group].intervals[interval, default: 0] += 1
          cells[definition][group].widths.add(interval.width)
        }
        if let verdict = verdict(on: estimate, target: targets[group]) {
          cells[definition][group].verdicts[verdict, default: 0] += 1
        }
      }
    }
    addFieldwork(of: replicate, groups: groups, slots: slots)
  }

  private mutating func verdict(on estimate: RateEstimate, target: Double?) -> Verdict? {
    guard let target else { return nil }
    if let rule = rules[estimate.calls]?[target] { return rule.verdict(unreached: estimate.unreached) }
    guard let rule = VerdictRule(trials: estimate.calls, target: target) else { return nil }
    rules[estimate.calls, default: [:]][target] = rule
    return rule.verdict(unreached: estimate.unreached)
  }

  private mutating func addFieldwork(of replicate: Replicate, groups: [StudyGroup], slots: [Slot]) {
    let first = replicate.fieldwork.attempts.filter { $0.attempt == 1 }
    for (place, group) in groups.enumerated() {
      let calls = first.filter { group.contains(practice: $0.practice, slot: $0.slot) }
      guard !calls.isEmpty else { continue }
      let missed = calls.count { $0.dialled == nil }
      let late = calls.count { call in call.dialled.map { $0 - call.due >= Self.lateAfter } ?? false }
      self.late[place].lateShare.add(Double(late) / Double(calls.count))
      self.late[place].notAttemptedShare.add(Double(missed) / Double(calls.count))
    }
    interviewerHours.add(Double(replicate.fieldwork.interviewerTime) / 3_600_000)
    daysUsed.add(
      Double(Set(replicate.fieldwork.attempts.lazy.filter { $0.dialled != nil }.map(\.date)).count))
  }

  /// A call dialled a minute or more after it was due is late.
  private static let lateAfter = 60_000

  /// The row of `summary.csv` for a definition and a group; `nil` if no replication had an estimate.
  ///
  /// - Parameters:
  ///   - truth: The true share under the protocol.
  ///   - openTruth: The share that a caller without a protocol would not reach.
  public func row(
    definition: Int, group: Int, truth: MonteCarloMean, openTruth: MonteCarloMean?
  ) -> DiagnosisRow? {
    let cell = cells[definition][group]
    let count = cell.estimates.count
    guard count > 0 else { return nil }
    let bias = cell.estimates.mean - truth.value
    let spread = cell.estimates.standardDeviation
    let intervals = cell.intervals.values.reduce(0, +)
    let covering = cell.intervals.reduce(0) { $1.key.contains(truth.value) ? $0 + $1.value : $0 }
    func probability(_ verdict: Verdict) -> MonteCarloMean? {
      targets[group] == nil ? nil : .share(of: cell.verdicts[verdict] ?? 0, among: count)
    }
    let falseVerdict = targets[group].map { truth.value < $0 ? Verdict.fails : .meets }
    return DiagnosisRow(
      replications: count, truth: truth, meanEstimate: cell.estimates.mean, bias: bias,
      biasStandardError: cell.differences.standardError,
      standardDeviation: spread,
      rootMeanSquareError: spread.map { ($0 * $0 + bias * bias).squareRoot() },
      coverage: intervals > 0 ? .share(of: covering, among: intervals) : nil,
      width: cell.widths.count > 0
        ? MonteCarloMean(value: cell.widths.mean, standardError: cell.widths.standardError ?? 0) : nil,
      meets: probability(.meets), undecided: probability(.undecided), fails: probability(.fails),
      falseVerdict: falseVerdict.flatMap(probability),
      protocolBias: openTruth.map { truth.value - $0.value },
      late: .init(late[group].lateShare), notAttempted: .init(late[group].notAttemptedShare))
  }
}

/// A row of `summary.csv`: what the estimates of one definition and group were worth.
public struct DiagnosisRow: Hashable, Sendable {
  /// Replications with an estimate.
  public var replications: Int
  /// The true share not reached.
  public var truth: MonteCarloMean
  /// The mean of the estimates.
  public var meanEstimate: Double
  /// Mean estimate less truth: what sampling, slots and lateness do.
  public var bias: Double
  /// The Monte Carlo standard error of the bias, from differences within replications.
  public var biasStandardError: Double?
  /// The standard deviation of the estimates.
  public var standardDeviation: Double?
  /// The root of the mean square error.
  public var rootMeanSquareError: Double?
  /// The share of intervals that cover the truth.
  public var coverage: MonteCarloMean?
  /// The mean width of the intervals.
  public var width: MonteCarloMean?
  /// The share of replications with the verdict "meets".
  public var meets: MonteCarloMean?
  /// The share of replications with the verdict "undecided".
  public var undecided: MonteCarloMean?
  /// The share of replications with the verdict "fails".
  public var fails: MonteCarloMean?
  /// The share of replications with the verdict that the truth forbids.
  public var falseVerdict: MonteCarloMean?
  /// Truth under the protocol less the truth for a caller who waits for ever and rings once.
  public var protocolBias: Double?
  /// The share of calls dialled a minute or more late.
  public var late: MonteCarloMean?
  /// The share of calls never dialled.
  public var notAttempted: MonteCarloMean?
}

extension MonteCarloMean {
  /// A share of replications, with its binomial standard error.
  static func share(of count: Int, among total: Int) -> MonteCarloMean {
    let share = Double(count) / Double(total)
    return MonteCarloMean(value: share, standardError: (share * (1 - share) / Double(total)).squareRoot())
  }

  /// The mean of numbers over replications; `nil` for none.
  init?(_ moments: RunningMoments) {
    guard moments.count > 0 else { return nil }
    self.init(value: moments.mean, standardError: moments.standardError ?? 0)
  }
}
