internal import SurveyStatistics
internal import Surveys

/// What a survey is worth, over replications: bias, spread, coverage, verdicts, lateness, hours.
package struct Diagnosis: Sendable {
  let targets: [Double?]
  var cells: [[Cell]]
  var timeliness: [Timeliness]
  /// The shares of valid calls that took each step, by definition and then by step, per replication; of several rounds only.
  var reachedBy: [[RunningMoments]]
  /// Interviewers' hours on the telephone and at the desk, per replication.
  package internal(set) var interviewerHours = RunningMoments()
  /// Days with at least one attempt, per replication.
  package internal(set) var daysUsed = RunningMoments()

  /// One definition and group.
  struct Cell: Equatable, Sendable {
    var estimates = RunningMoments()
    /// Estimate less the share of probes not reached in the same replication.
    var differences = RunningMoments()
    var widths = RunningMoments()
    /// How often each interval came out: few different ones with one call per practice and equal weights, up to one per
    /// replication otherwise.
    var intervals: [ConfidenceInterval: Int] = [:]
    var verdicts: [Verdict: Int] = [:]
  }

  /// Shares of one group's calls that came late or not at all, per replication.
  struct Timeliness: Equatable, Sendable {
    var late = RunningMoments()
    var notAttempted = RunningMoments()
  }

  /// Creates a diagnosis of nothing.
  ///
  /// - Parameters:
  ///   - definitions: The number of definitions of reached.
  ///   - targets: The target of each group; `nil` for none.
  ///   - steps: The number of steps by which a call may have reached its practice.
  package init(definitions: Int, targets: [Double?], steps: Int = 0) {
    self.targets = targets
    cells = .init(repeating: .init(repeating: Cell(), count: targets.count), count: definitions)
    timeliness = .init(repeating: Timeliness(), count: targets.count)
    reachedBy = .init(repeating: .init(repeating: RunningMoments(), count: steps), count: definitions)
  }

  /// Adds a replication.
  package mutating func add(_ facts: ReplicateFacts) {
    for (definition, estimates) in facts.estimates.enumerated() {
      for (group, estimate) in estimates.enumerated() {
        cells[definition][group].add(
          estimate, verdict: facts.verdicts[definition][group],
          truth: facts.probes[definition][group].rate)
      }
    }
    for (group, calls) in facts.timeliness.enumerated() where calls.calls > 0 {
      timeliness[group].late.add(Double(calls.late) / Double(calls.calls))
      timeliness[group].notAttempted.add(Double(calls.notAttempted) / Double(calls.calls))
    }
    for (definition, shares) in facts.reachedBy.enumerated() {
      for (step, share) in shares.enumerated() {
        if let share { reachedBy[definition][step].add(share) }
      }
    }
    interviewerHours.add(Double(facts.interviewerTime) / 3_600_000)
    daysUsed.add(Double(facts.daysUsed))
  }

  /// Adds other replications of the same study.
  mutating func add(_ other: Diagnosis) {
    for definition in cells.indices {
      for group in cells[definition].indices { cells[definition][group].add(other.cells[definition][group]) }
    }
    for group in timeliness.indices {
      timeliness[group].late.add(other.timeliness[group].late)
      timeliness[group].notAttempted.add(other.timeliness[group].notAttempted)
    }
    for definition in reachedBy.indices {
      for step in reachedBy[definition].indices {
        reachedBy[definition][step].add(other.reachedBy[definition][step])
      }
    }
    interviewerHours.add(other.interviewerHours)
    daysUsed.add(other.daysUsed)
  }

  /// The mean of a group's estimates and its Monte Carlo standard error; `nil` if no replication had an estimate.
  package func meanEstimate(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    MonteCarloMean(cells[definition][group].estimates)
  }

  /// The row of `summary.csv` for a definition and a group; `nil` if no replication had an estimate.
  ///
  /// - Parameters:
  ///   - definition: The definition, by position.
  ///   - group: The group, by position.
  ///   - truth: The true share under the protocol.
  ///   - protocolEffect: That share less the share that a caller without a protocol would not reach.
  package func row(
    definition: Int, group: Int, truth: MonteCarloMean, protocolEffect: MonteCarloMean?
  ) -> DiagnosisRow? {
    let cell = cells[definition][group]
    guard let meanEstimate = MonteCarloMean(cell.estimates) else { return nil }
    let count = cell.estimates.count
    func probability(_ verdicts: [Verdict]) -> MonteCarloMean? {
      guard targets[group] != nil else { return nil }
      return .share(of: verdicts.reduce(0) { $0 + (cell.verdicts[$1] ?? 0) }, among: count)
    }
    let bias = meanEstimate.value - truth.value
    let spread = DiagnosisRow.Spread(cell.estimates, bias: bias)
    return DiagnosisRow(
      replications: count, truth: truth, meanEstimate: meanEstimate.value,
      meanEstimateStandardError: cell.estimates.standardError, bias: bias,
      biasStandardError: cell.differences.standardError, protocolBias: protocolEffect,
      standardDeviation: spread?.standardDeviation, rootMeanSquareError: spread?.rootMeanSquareError,
      coverage: cell.coverage(of: truth.value), width: MonteCarloMean(cell.widths),
      meets: probability([.meets]), undecided: probability([.undecided]), fails: probability([.fails]),
      falseVerdict: targets[group].flatMap {
        probability(Self.falseVerdicts(truth: truth.value, target: $0))
      },
      late: MonteCarloMean(timeliness[group].late),
      notAttempted: MonteCarloMean(timeliness[group].notAttempted))
  }

  /// The verdicts that a true share makes wrong: "meets" says that it is below the target, "fails" that it is above.
  static func falseVerdicts(truth: Double, target: Double) -> [Verdict] {
    (truth >= target ? [.meets] : []) + (truth <= target ? [.fails] : [])
  }
}

extension Diagnosis.Cell {
  mutating func add(_ estimate: RateEstimate, verdict: Verdict?, truth: Double?) {
    guard let rate = estimate.rate else { return }
    estimates.add(rate)
    if let truth { differences.add(rate - truth) }
    if let interval = estimate.interval {
      intervals[interval, default: 0] += 1
      widths.add(interval.width)
    }
    if let verdict { verdicts[verdict, default: 0] += 1 }
  }

  mutating func add(_ other: Diagnosis.Cell) {
    estimates.add(other.estimates)
    differences.add(other.differences)
    widths.add(other.widths)
    // Sums of whole numbers, so the order of a dictionary does not show.
    intervals.merge(other.intervals) { $0 &+ $1 }
    verdicts.merge(other.verdicts) { $0 &+ $1 }
  }

  /// The share of intervals that hold a value; `nil` without an interval.
  func coverage(of value: Double) -> MonteCarloMean? {
    let all = intervals.values.reduce(0, &+)
    return .share(of: intervals.reduce(0) { $1.key.contains(value) ? $0 &+ $1.value : $0 }, among: all)
  }
}
