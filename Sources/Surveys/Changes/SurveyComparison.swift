public import SurveyDesign
internal import SurveyStatistics

/// Compares two surveys of practices, of which some were called in both.
public struct SurveyComparison: Sendable {
  /// The survey before.
  public let baseline: SurveyAnalysis
  /// The survey after.
  public let followUp: SurveyAnalysis

  /// The number that stands for each practice in both surveys.
  private let baselineNumbers: [Int]
  private let followUpNumbers: [Int]
  private let baselineStrata: [Int]
  private let followUpStrata: [Int]

  /// Matches the practices of two surveys by their numbers.
  public init(baseline: SurveyAnalysis, followUp: SurveyAnalysis) {
    self.baseline = baseline
    self.followUp = followUp
    var practices: [String: Int] = [:]
    baselineNumbers = Self.numbers(baseline.calls.practices, &practices)
    followUpNumbers = Self.numbers(followUp.calls.practices, &practices)
    var strata: [String: Int] = [:]
    baselineStrata = Self.numbers(baseline.strataLabels, &strata)
    followUpStrata = Self.numbers(followUp.strataLabels, &strata)
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
  public struct FrameChange: Hashable, Sendable {
    /// Practices in both.
    public var common: Int
    /// Practices in the baseline only, in natural order.
    public var gone: [String]
    /// Practices in the follow-up only, in natural order.
    public var new: [String]
  }

  /// How the practices changed.
  public var frameChange: FrameChange {
    func practices(_ analysis: SurveyAnalysis) -> Set<String> {
      if let frame = analysis.frame { return Set(frame.practices.map(\.id)) }
      return Set(analysis.calls.calls.map { analysis.calls.practices[$0.practice] })
    }
    let (before, after) = (practices(baseline), practices(followUp))
    return FrameChange(
      common: before.intersection(after).count, gone: NaturalOrder.sorted(before.subtracting(after)),
      new: NaturalOrder.sorted(after.subtracting(before)))
  }

  /// The change in every group that either survey has, matched by its name.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  public func changes(
    _ before: SurveyGrouping, _ after: SurveyGrouping, _ definition: ReachedDefinition,
    in replications: (baseline: SurveyCalls.Replication, followUp: SurveyCalls.Replication)
  ) -> [SurveyChange] {
    let baselineSamples = baseline.samples(before, definition, in: replications.baseline)
    let followUpSamples = followUp.samples(after, definition, in: replications.followUp)
    let designs = (
      baseline: baseline.design(definition, in: replications.baseline),
      followUp: followUp.design(definition, in: replications.followUp)
    )
    let earlier = Dictionary(zip(before.labels, baselineSamples)) { first, _ in first }
    let later = Dictionary(zip(after.labels, followUpSamples)) { first, _ in first }
    return Self.labels(before, after).map { label in
      change(by: before.by, group: label, earlier[label] ?? .init(), later[label] ?? .init(), designs)
    }
  }

  /// The names of the groups of both, in natural order unless they are the same already.
  private static func labels(_ before: SurveyGrouping, _ after: SurveyGrouping) -> [String] {
    before.labels == after.labels ? before.labels : NaturalOrder.sorted(before.labels + after.labels)
  }

  private func change(
    by: String, group: String, _ before: SurveyAnalysis.Sample, _ after: SurveyAnalysis.Sample,
    _ designs: (baseline: CallDesign, followUp: CallDesign)
  ) -> SurveyChange {
    let baselineRate = baseline.estimator.estimate(
      before.observations, in: designs.baseline, invalid: before.invalid)
    let followUpRate = followUp.estimator.estimate(
      after.observations, in: designs.followUp, invalid: after.invalid)
    let earlier = Self.numbered(before.observations, baselineNumbers, baselineStrata)
    let later = Self.numbered(after.observations, followUpNumbers, followUpStrata)
    let shared = Set(earlier.map(\.practice)).intersection(later.map(\.practice))
    var change = SurveyChange(
      by: by, group: group, baseline: baselineRate, followUp: followUpRate, sharedPractices: shared.count)
    guard baselineRate.calls > 0, followUpRate.calls > 0 else { return change }
    let isSimple = baselineRate.effectiveCalls == nil && followUpRate.effectiveCalls == nil
    change.design =
      isSimple
      ? Self.simple(earlier, later, baselineRate, followUpRate, shared)
      : clustered(before.observations, after.observations, earlier, later, shared, designs)
    return change
  }

  /// The observations with the numbers of practices and strata that both surveys share.
  private static func numbered(
    _ observations: [RateEstimator.Observation], _ numbers: [Int], _ strata: [Int]
  ) -> [RateEstimator.Observation] {
    observations.map { observation in
      var observation = observation
      observation.stratum = strata[observation.practice]
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

  /// Practices as clusters: each survey's own share, and the correlation that practices in both give the two.
  private func clustered(
    _ before: [RateEstimator.Observation], _ after: [RateEstimator.Observation],
    _ earlier: [RateEstimator.Observation], _ later: [RateEstimator.Observation], _ shared: Set<Int>,
    _ designs: (baseline: CallDesign, followUp: CallDesign)
  ) -> SurveyChange.Design? {
    guard let followUp = designs.followUp.share(of: after) ?? RateEstimator.share(after),
      let baseline = designs.baseline.share(of: before) ?? RateEstimator.share(before)
    else { return nil }
    let correlation = shared.isEmpty ? 0 : Self.correlation(of: later, and: earlier)
    return .clustered(ClusteredWaves(first: followUp, second: baseline, correlation: correlation))
  }

  /// The correlation of the shares of two surveys, from both as one sample in which a practice is a cluster over both: the variance of
  /// the difference is less than the sum of the variances by twice the covariance.
  private static func correlation(
    of later: [RateEstimator.Observation], and earlier: [RateEstimator.Observation]
  ) -> Double {
    // A practice keeps the stratum of the follow-up, so that it stays one cluster.
    var strata: [Int: Int] = [:]
    var all = later + earlier
    for number in all.indices {
      all[number].stratum = strata[all[number].practice] ?? all[number].stratum
      strata[all[number].practice] = all[number].stratum
    }
    let isLater = all.indices.map { $0 < later.count }
    let isEarlier = isLater.map { !$0 }
    let values = all.map { $0.isUnreached ? 1.0 : 0 }
    guard let sample = RateEstimator.sample(all),
      let one = try? sample.mean(of: values, where: isLater)?.standardError,
      let other = try? sample.mean(of: values, where: isEarlier)?.standardError,
      let both = try? sample.difference(of: values, between: isLater, and: isEarlier)?.standardError,
      one > 0, other > 0
    else { return 0 }
    return (one * one + other * other - both * both) / (2 * one * other)
  }
}
