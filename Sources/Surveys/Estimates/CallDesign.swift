internal import SurveyStatistics

/// The design of a survey as all its valid calls show it: which practices were rung, with which weights, in which strata.
///
/// A group of calls is a domain of it, never a survey of its own: a practice without a call in the group still counts among the
/// practices of its stratum.
public struct CallDesign: Sendable {
  /// Whether the survey is nothing but independent calls: equal weights, one stratum, no practice twice.
  public let isBinomial: Bool
  /// How many strata have a valid call.
  package let strataCount: Int
  /// How many of them have valid calls to a single practice.
  package var loneStrata: Int { clusters?.clustersInStratum.count { $0 == 1 } ?? 0 }
  /// Whether some practice has several valid calls.
  package let hasClusters: Bool
  /// Whether practices have different weights.
  package let hasWeights: Bool

  /// How many calls each stratum has.
  private let callsInStratum: [Int]
  private let numbers: PracticeNumbers
  /// `nil` where calls are independent, which need none.
  private let clusters: ClusterDesign?

  /// The design of some valid calls.
  ///
  /// A practice has the stratum and the weight of its first call: all its calls have the same.
  /// - Complexity: O(*n*) for *n* calls, O(*n* log *n*) when the numbers of practices lie far apart.
  public init(_ observations: [RateEstimator.Observation]) {
    let first = observations.first
    let isOneStratum = observations.allSatisfy { $0.stratum == first?.stratum }
    guard !isOneStratum || !RateEstimator.isBinomial(observations) else {
      isBinomial = true
      (hasClusters, hasWeights) = (false, false)
      strataCount = first == nil ? 0 : 1
      callsInStratum = []
      numbers = PracticeNumbers([])
      clusters = nil
      return
    }
    isBinomial = false
    numbers = PracticeNumbers(observations)
    hasClusters = numbers.count < observations.count
    hasWeights = observations.contains { $0.weight != first?.weight }
    var places: [Int: Int] = [:]
    for stratum in Set(observations.lazy.map(\.stratum)).sorted() { places[stratum] = places.count }
    strataCount = places.count
    var weights = [Double](repeating: 0, count: numbers.count)
    var strata = [Int](repeating: 0, count: numbers.count)
    var lastStratum = first?.stratum ?? 0
    var lastPlace = places[lastStratum] ?? 0
    var calls = [Int](repeating: 0, count: places.count)
    for observation in observations.reversed() {
      let number = numbers.number(of: observation.practice)
      if observation.stratum != lastStratum {
        lastStratum = observation.stratum
        lastPlace = places[lastStratum] ?? 0
      }
      weights[number] = observation.weight
      strata[number] = lastPlace
      calls[lastPlace] += 1
    }
    callsInStratum = calls
    clusters = ClusterDesign(weights: weights, strata: strata)
  }

  /// The share not reached among some of the calls; `nil` for none, and where calls are independent.
  ///
  /// - Complexity: O(*k* log *k*) for *k* calls.
  func share(of observations: [RateEstimator.Observation]) -> SurveyEstimate? {
    shares(of: observations)?.linearised
  }

  /// The same, and how it is over strata if these are all calls of two strata or more.
  func shares(
    of observations: [RateEstimator.Observation]
  ) -> (linearised: SurveyEstimate, overStrata: StratifiedShare?)? {
    guard let clusters else { return nil }
    let counts = counts(observations)
    guard let linearised = clusters.share(of: counts) else { return nil }
    var isTouched = [Bool](repeating: false, count: callsInStratum.count)
    for count in counts { isTouched[clusters.strata[count.cluster]] = true }
    let whole = zip(callsInStratum, isTouched).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    return (
      linearised, whole == observations.count ? clusters.stratifiedShare(of: counts) : nil
    )
  }

  /// How many calls each practice of a group had, and how many of them did not reach it.
  private func counts(_ observations: [RateEstimator.Observation]) -> [ClusterDesign.Count] {
    var counts: [ClusterDesign.Count] = []
    counts.reserveCapacity(observations.count)
    for observation in observations {
      counts.append(
        .init(
          cluster: numbers.number(of: observation.practice), trials: 1,
          successes: observation.isUnreached ? 1 : 0))
    }
    if !zip(counts, counts.dropFirst()).allSatisfy({ $0.cluster < $1.cluster }) {
      counts.sort { $0.cluster < $1.cluster }
    }
    var merged: [ClusterDesign.Count] = []
    for count in counts {
      if merged.last?.cluster == count.cluster {
        merged[merged.count - 1].trials += count.trials
        merged[merged.count - 1].successes += count.successes
      } else {
        merged.append(count)
      }
    }
    return merged
  }
}

/// Practices numbered without gaps, whatever numbers they have.
private struct PracticeNumbers: Sendable {
  private let least: Int
  /// The number of each practice from the least on, where they lie close together.
  private let marks: [Int32]
  private let sparse: [Int: Int]
  let count: Int

  init(_ observations: [RateEstimator.Observation]) {
    let practices = observations.lazy.map(\.practice)
    guard let least = practices.min(), let most = practices.max() else {
      (self.least, marks, sparse, count) = (0, [], [:], 0)
      return
    }
    self.least = least
    let (span, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, span / RateEstimator.marksPerNumber <= observations.count else {
      var numbers: [Int: Int] = [:]
      for practice in Set(practices).sorted() { numbers[practice] = numbers.count }
      (marks, sparse, count) = ([], numbers, numbers.count)
      return
    }
    var marks = [Int32](repeating: -1, count: span + 1)
    for practice in practices { marks[practice - least] = 0 }
    var next: Int32 = 0
    for place in marks.indices where marks[place] == 0 {
      marks[place] = next
      next += 1
    }
    (self.marks, sparse, count) = (marks, [:], Int(next))
  }

  func number(of practice: Int) -> Int {
    marks.isEmpty ? sparse[practice] ?? 0 : Int(marks[practice - least])
  }
}
