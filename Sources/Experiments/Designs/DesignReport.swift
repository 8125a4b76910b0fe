internal import Scenarios
internal import Studies
internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys
internal import TelephoneAccess

/// What one replication says of its design, under the survey's first definition of reached.
struct DesignReport: Sendable {
  var slots: [RateEstimate]
  var all: RateEstimate
  var verdicts: [Verdict?]
  var difference: Double?
  /// Whether the test told the two slots apart; no when no call, or every call, was reached.
  var isRejected: Bool?
  var attemptsPerPractice: Double
  var hours: Double
  var late: Double?
  var probes: [ProbeResult]

  /// The risk of the test to see a difference that is not there.
  static let error = 0.05

  init(_ replicate: Replicate, of study: Study, between pair: (Int, Int)?) {
    let isSlot = study.groups.map { $0.by == "slot" }
    let estimates = replicate.estimates.first ?? []
    slots = zip(estimates, isSlot).filter(\.1).map(\.0)
    all =
      zip(estimates, study.groups).first { $1.by == "all" }?.0
      ?? RateEstimate(calls: 0, unreached: 0, invalid: 0)
    verdicts = zip(replicate.facts.verdicts.first ?? [], isSlot).filter(\.1).map(\.0)
    let dialled = replicate.fieldwork.attempts.count { $0.dialled != nil }
    let rung = Set(replicate.outcomes.map(\.practice)).count
    attemptsPerPractice = Double(dialled) / Double(max(rung, 1))
    hours = Double(replicate.fieldwork.interviewerTime) / Double(TimeOfDay.millisecondsPerHour)
    let calls = zip(replicate.facts.timeliness, study.groups).first { $1.by == "all" }?.0
    late = calls.flatMap { $0.calls > 0 ? Double($0.late + $0.notAttempted) / Double($0.calls) : nil }
    probes = replicate.fieldwork.probes
    guard let pair, let waves = Self.waves(replicate.outcomes, pair, study.scenario.survey.definition) else {
      return
    }
    difference = waves.change
    isRejected = waves.scoreTest().map { $0.pValue <= Self.error } ?? false
  }

  /// The calls of two slots, with the practices that were rung in both.
  private static func waves(
    _ outcomes: [CallOutcome], _ pair: (Int, Int), _ definition: ReachedDefinition
  ) -> OverlappingWaves? {
    var first: [Int: Bool] = [:]
    var second: [Int: Bool] = [:]
    for outcome in outcomes where outcome.slot == pair.0 || outcome.slot == pair.1 {
      let isReached = definition.isReached(disposition: outcome.disposition, waitSeconds: outcome.waitSeconds)
      guard let isReached else { continue }
      if outcome.slot == pair.0 {
        first[outcome.practice] = !isReached
      } else {
        second[outcome.practice] = !isReached
      }
    }
    // Counts of dictionaries do not depend on their order.
    var (both, firstOnly, secondOnly, neither) = (0, 0, 0, 0)
    for (practice, wasUnreached) in first {
      guard let isUnreached = second[practice] else { continue }
      switch (wasUnreached, isUnreached) {
      case (true, true): both += 1
      case (true, false): firstOnly += 1
      case (false, true): secondOnly += 1
      case (false, false): neither += 1
      }
    }
    guard let one = Tally(successes: first.count { $0.value }, trials: first.count),
      let other = Tally(successes: second.count { $0.value }, trials: second.count)
    else { return nil }
    return OverlappingWaves(
      first: one, second: other,
      shared: PairedCounts(both: both, firstOnly: firstOnly, secondOnly: secondOnly, neither: neither))
  }
}
