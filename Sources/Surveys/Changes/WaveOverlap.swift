internal import SurveyDesign
internal import SurveyStatistics

/// One of two surveys that are compared: the design of its valid calls, of which every group is a domain.
struct Wave {
  let design: CallDesign
  /// The practices with a valid call, by their numbers in both surveys and in this one, in ascending order.
  let practices: [(common: Int, own: Int)]

  /// - Parameter numbers: What the survey's practices are called in both surveys.
  init(
    _ analysis: SurveyAnalysis, _ numbers: [Int], _ definition: ReachedDefinition,
    _ replication: SurveyCalls.Replication
  ) {
    let calls = analysis.samples(1, definition, in: replication) { _ in 0 }[0].observations
    design = CallDesign(calls, margins: analysis.margins, keepsPractices: true)
    practices = Set(calls.map(\.practice)).map { (common: numbers[$0], own: $0) }
      .sorted { $0.common < $1.common }
  }
}

/// The practices of two surveys that are in both: what makes their shares hang together.
///
/// The covariance of two domains' shares is the sum over the shared practices of the products of their linearised scores in the two
/// surveys, each less the mean of its stratum and times √(n/(n − 1)) of its n practices: with one call to each of n₁ and n₂ practices
/// m S₁₂/(n₁n₂), with S₁₂ from the m in both. Kish (1965), Survey Sampling, section 12.4; Qualité and Tillé (2008), Survey
/// Methodology 34:173, for stratified samples.
struct WaveOverlap {
  private let first: Wave
  private let second: Wave
  /// The shared practices with their numbers in both, in the order of those that they have in common.
  private let shared: [(first: Int, second: Int)]

  init(_ first: Wave, _ second: Wave) {
    self.first = first
    self.second = second
    let others = Dictionary(second.practices.map { ($0.common, $0.own) }) { one, _ in one }
    shared = first.practices.compactMap { practice in
      others[practice.common].map { (practice.own, $0) }
    }
  }

  /// The correlation of the shares of two domains; 0 without a shared practice or where a share does not vary.
  ///
  /// - Parameters:
  ///   - calls: The first survey's calls in the domain.
  ///   - otherCalls: The second survey's calls.
  /// - Complexity: O(*p* + *c* log *c*) for *p* practices and *c* calls.
  func correlation(
    _ calls: [RateEstimator.Observation], _ otherCalls: [RateEstimator.Observation]
  ) -> Double {
    guard !shared.isEmpty, let share = first.design.share(of: calls),
      let otherShare = second.design.share(of: otherCalls)
    else { return 0 }
    let scale = share.standardError * otherShare.standardError
    guard scale > 0, scale.isFinite else { return 0 }
    let scores = first.design.deviations(of: calls, around: share.value)
    let others = second.design.deviations(of: otherCalls, around: otherShare.value)
    let products = shared.map { practice in
      scores[first.design.number(of: practice.first)] * others[second.design.number(of: practice.second)]
    }
    // The order of the products is that of a file's rows.
    return products.sorted().reduce(0, +) / scale
  }
}
