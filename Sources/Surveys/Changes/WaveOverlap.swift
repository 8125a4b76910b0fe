internal import SurveyDesign
internal import SurveyStatistics

/// One of two surveys that are compared: the design of its valid calls, of which every group is a domain.
struct Wave {
  let design: CallDesign
  /// The practices with a valid call and the stratum of each, by their common numbers, in ascending order.
  let practices: [(number: Int, stratum: Int)]
  /// How many of these practices each stratum has.
  let practicesInStratum: [Int: Int]

  /// - Parameter numbers: What the survey's practices are called in both surveys.
  init(
    _ analysis: SurveyAnalysis, _ numbers: [Int], _ definition: ReachedDefinition,
    _ replication: SurveyCalls.Replication
  ) {
    let calls = analysis.samples(1, definition, in: replication) { _ in 0 }[0].observations
    design = CallDesign(calls)
    var strata: [Int: Int] = [:]
    for call in calls { strata[numbers[call.practice]] = call.stratum }
    practices = strata.map { (number: $0.key, stratum: $0.value) }.sorted { $0.number < $1.number }
    practicesInStratum = practices.reduce(into: [:]) { $0[$1.stratum, default: 0] += 1 }
  }

  /// The share of a group, as a domain; `nil` without a call.
  func share(of observations: [RateEstimator.Observation]) -> SurveyEstimate? {
    design.share(of: observations) ?? RateEstimator.share(observations)
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
  /// The shared practices with their strata in both, in the order of their numbers.
  private let shared: [(number: Int, first: Int, second: Int)]

  init(_ first: Wave, _ second: Wave) {
    self.first = first
    self.second = second
    let strata = Dictionary(second.practices.map { ($0.number, $0.stratum) }) { one, _ in one }
    shared = first.practices.compactMap { practice in
      strata[practice.number].map { (practice.number, practice.stratum, $0) }
    }
  }

  /// The correlation of the shares of two domains; 0 without a shared practice or where a share does not vary.
  ///
  /// - Parameters:
  ///   - share: The first survey's.
  ///   - calls: The first survey's calls in the domain, practices by their common numbers.
  ///   - otherShare: The second survey's.
  ///   - otherCalls: The second survey's calls.
  /// - Complexity: O(*p* + *c*) for *p* practices and *c* calls.
  func correlation(
    _ share: SurveyEstimate, _ calls: [RateEstimator.Observation],
    _ otherShare: SurveyEstimate, _ otherCalls: [RateEstimator.Observation]
  ) -> Double {
    let scale = share.standardError * otherShare.standardError
    guard !shared.isEmpty, scale > 0, scale.isFinite else { return 0 }
    let scores = Scores(calls, of: first, around: share.value)
    let others = Scores(otherCalls, of: second, around: otherShare.value)
    let products = shared.map { practice in
      scores.score(of: practice.number, in: practice.first)
        * others.score(of: practice.number, in: practice.second)
    }
    let covariance = Self.sum(products)
    return covariance / scale
  }

  /// A sum that does not depend on the order of what is summed, which is that of a file's rows.
  private static func sum(_ values: [Double]) -> Double { values.sorted().reduce(0, +) }

  /// The linearised scores of one survey's practices for the share of a domain.
  private struct Scores {
    private var ofPractice: [Int: Double] = [:]
    private var meanOfStratum: [Int: Double] = [:]
    private let practicesInStratum: [Int: Int]

    init(_ calls: [RateEstimator.Observation], of wave: Wave, around share: Double) {
      practicesInStratum = wave.practicesInStratum
      var counts: [Int: (weight: Double, stratum: Int, calls: Double, unreached: Double)] = [:]
      for call in calls {
        var count = counts[call.practice] ?? (call.weight, call.stratum, 0, 0)
        count.calls += 1
        if call.isUnreached { count.unreached += 1 }
        counts[call.practice] = count
      }
      let weight = WaveOverlap.sum(counts.values.map { $0.weight * $0.calls })
      var ofStratum: [Int: [Double]] = [:]
      for (practice, count) in counts {
        let score = count.weight * (count.unreached - count.calls * share) / weight
        ofPractice[practice] = score
        ofStratum[count.stratum, default: []].append(score)
      }
      for (stratum, scores) in ofStratum {
        let practices = wave.practicesInStratum[stratum] ?? 1
        // A practice alone in its stratum is compared with 0, as in the variance.
        meanOfStratum[stratum] = practices > 1 ? WaveOverlap.sum(scores) / Double(practices) : 0
      }
    }

    /// A practice without a call in the domain has a score of 0 before its stratum's mean is taken off.
    func score(of practice: Int, in stratum: Int) -> Double {
      let practices = Double(practicesInStratum[stratum] ?? 1)
      let factor = practices > 1 ? (practices / (practices - 1)).squareRoot() : 1
      return ((ofPractice[practice] ?? 0) - (meanOfStratum[stratum] ?? 0)) * factor
    }
  }
}
