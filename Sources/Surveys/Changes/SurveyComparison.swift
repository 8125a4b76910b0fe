package import SurveyDesign
internal import SurveyStatistics

/// Compares two surveys of practices, of which some were called in both.
package struct SurveyComparison: Sendable {
  /// The survey before.
  package let baseline: SurveyAnalysis
  /// The survey after.
  package let followUp: SurveyAnalysis
  /// Which interval and test are used.
  package let methods: ChangeMethods

  /// The number that stands for each practice in both surveys.
  private let baselineNumbers: [Int]
  private let followUpNumbers: [Int]

  /// Matches the practices of two surveys by their numbers; leading zeros, which spreadsheets drop, make no difference unless one
  /// survey has practices that differ in nothing else.
  package init(baseline: SurveyAnalysis, followUp: SurveyAnalysis, methods: ChangeMethods = ChangeMethods()) {
    self.methods = methods
    self.baseline = baseline
    self.followUp = followUp
    var practices: [String: Int] = [:]
    let spelling = Self.spelling(baseline.calls.practices, followUp.calls.practices)
    baselineNumbers = Self.numbers(baseline.calls.practices.map(spelling), &practices)
    followUpNumbers = Self.numbers(followUp.calls.practices.map(spelling), &practices)
  }

  /// How practices' numbers are compared: without leading zeros if no survey has two that are then the same.
  private static func spelling(_ before: [String], _ after: [String]) -> (String) -> String {
    let isSafe = [before, after].allSatisfy { Set($0.map(PracticeNames.unpadded)).count == $0.count }
    if isSafe { return PracticeNames.unpadded }
    return { $0 }
  }

  /// The number of each name, new names being numbered in order.
  private static func numbers(_ names: [String], _ known: inout [String: Int]) -> [Int] {
    names.map { name in
      let number = known[name] ?? known.count
      known[name] = number
      return number
    }
  }

  /// Practices of the frames, or else practices called: in both, only before, only after.
  package struct FrameChange: Equatable, Sendable {
    /// Practices in both.
    package var common: Int
    /// Practices in the baseline only, in natural order.
    package var gone: [String]
    /// Practices in the follow-up only, in natural order.
    package var new: [String]
  }

  /// How the practices changed.
  package var frameChange: FrameChange {
    func practices(_ analysis: SurveyAnalysis) -> Set<String> {
      if let frame = analysis.frame { return Set(frame.practices.map(\.id)) }
      return Set(analysis.calls.calls.map { analysis.calls.practices[$0.practice] })
    }
    let (before, after) = (practices(baseline), practices(followUp))
    let spelling = Self.spelling(Array(before), Array(after))
    let (earlier, later) = (Set(before.map(spelling)), Set(after.map(spelling)))
    return FrameChange(
      common: earlier.intersection(later).count,
      gone: NaturalOrder.sorted(before.filter { !later.contains(spelling($0)) }),
      new: NaturalOrder.sorted(after.filter { !earlier.contains(spelling($0)) }))
  }

  /// The change in every group that either survey has, matched by its name; p-values of several groups are adjusted by Holm's method.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package func changes(
    _ before: SurveyGrouping, _ after: SurveyGrouping, _ definition: ReachedDefinition,
    in replications: (baseline: SurveyCalls.Replication, followUp: SurveyCalls.Replication)
  ) -> [SurveyChange] {
    let baselineSamples = baseline.samples(before, definition, in: replications.baseline)
    let followUpSamples = followUp.samples(after, definition, in: replications.followUp)
    let waves = (
      baseline: Wave(baseline, baselineNumbers, definition, replications.baseline),
      followUp: Wave(followUp, followUpNumbers, definition, replications.followUp)
    )
    let overlap = WaveOverlap(waves.followUp, waves.baseline)
    let earlier = Dictionary(zip(before.labels, baselineSamples)) { first, _ in first }
    let later = Dictionary(zip(after.labels, followUpSamples)) { first, _ in first }
    var changes = Self.labels(before, after).map { label in
      change(by: before.by, group: label, earlier[label] ?? .init(), later[label] ?? .init(), waves, overlap)
    }
    if before.by != "pooled", before.by != "all" { Self.adjust(&changes) }
    return changes
  }

  /// Holm's correction: the chance of concluding anything wrongly of any group is at most the error.
  private static func adjust(_ changes: inout [SurveyChange]) {
    let tested = changes.indices.filter { changes[$0].pValue != nil }
    let adjusted = Multiplicity.holm(tested.compactMap { changes[$0].pValue }) ?? []
    for (place, value) in zip(tested, adjusted) { changes[place].adjustedPValue = value }
  }

  /// The names of the groups of both, in natural order unless they are the same already.
  private static func labels(_ before: SurveyGrouping, _ after: SurveyGrouping) -> [String] {
    before.labels == after.labels ? before.labels : NaturalOrder.sorted(before.labels + after.labels)
  }

  private func change(
    by: String, group: String, _ before: SurveyAnalysis.Sample, _ after: SurveyAnalysis.Sample,
    _ waves: (baseline: Wave, followUp: Wave), _ overlap: WaveOverlap
  ) -> SurveyChange {
    let baselineRate = baseline.estimator.estimate(
      before.observations, in: waves.baseline.design, invalid: before.invalid)
    let followUpRate = followUp.estimator.estimate(
      after.observations, in: waves.followUp.design, invalid: after.invalid)
    let earlier = Self.numbered(before.observations, baselineNumbers)
    let later = Self.numbered(after.observations, followUpNumbers)
    let shared = Set(earlier.map(\.practice)).intersection(later.map(\.practice))
    var change = SurveyChange(
      by: by, group: group, baseline: baselineRate, followUp: followUpRate, sharedPractices: shared.count)
    guard baselineRate.calls > 0, followUpRate.calls > 0 else { return change }
    let isSimple = baselineRate.effectiveCalls == nil && followUpRate.effectiveCalls == nil
    change.design =
      isSimple
      ? Self.simple(earlier, later, baselineRate, followUpRate, shared)
      : Self.clustered(
        baselineRate, followUpRate, overlap.correlation(after.observations, before.observations))
    change.methods = methods
    change.test()
    return change
  }

  /// The observations with the numbers of practices that both surveys share.
  private static func numbered(
    _ observations: [RateEstimator.Observation], _ numbers: [Int]
  ) -> [RateEstimator.Observation] {
    observations.map { observation in
      var observation = observation
      observation.practice = numbers[observation.practice]
      return observation
    }
  }

  /// One call to each practice in either survey.
  private static func simple(
    _ earlier: [RateEstimator.Observation], _ later: [RateEstimator.Observation],
    _ before: RateEstimate, _ after: RateEstimate, _ shared: Set<Int>
  ) -> SurveyChange.Design? {
    guard let baseline = Tally(successes: before.unreached, trials: before.calls),
      let followUp = Tally(successes: after.unreached, trials: after.calls)
    else { return nil }
    let pairs = pairs(earlier, later, shared)
    if let pairs, shared.count == before.calls, shared.count == after.calls { return .paired(pairs) }
    guard pairs != nil else { return .disjoint(followUp: followUp, baseline: baseline) }
    return OverlappingWaves(first: followUp, second: baseline, shared: pairs).map { .overlapping($0) }
  }

  /// How the practices called in both fell out, the follow-up first.
  private static func pairs(
    _ earlier: [RateEstimator.Observation], _ later: [RateEstimator.Observation], _ shared: Set<Int>
  ) -> PairedCounts? {
    var wasUnreached: [Int: Bool] = [:]
    for observation in earlier { wasUnreached[observation.practice] = observation.isUnreached }
    var counts = [0, 0, 0, 0]
    for observation in later {
      guard let before = wasUnreached[observation.practice] else { continue }
      counts[(observation.isUnreached ? 0 : 2) + (before ? 0 : 1)] += 1
    }
    return PairedCounts(
      both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
  }

  /// Practices as clusters: each survey's own share and interval, and the correlation that practices in both give the two.
  private static func clustered(
    _ before: RateEstimate, _ after: RateEstimate, _ correlation: Double
  ) -> SurveyChange.Design? {
    guard let baseline = before.basis, let followUp = after.basis else { return nil }
    return .clustered(ClusteredWaves(first: followUp, second: baseline, correlation: correlation))
  }
}
