package import SurveyStatistics

/// The design of a survey as all its valid calls show it: which practices were rung, with which weights, in which strata.
///
/// A group of calls is a domain of it, never a survey of its own: a practice without a call in the group still counts among the
/// practices of its stratum.
package struct CallDesign: Sendable {
  /// Whether the survey is nothing but independent calls: equal weights, one stratum, no practice twice.
  package let isBinomial: Bool
  /// How many strata have a valid call.
  package let strataCount: Int
  /// How many of them have valid calls to a single practice.
  package var loneStrata: Int { clusters?.clustersInStratum.count { $0 == 1 } ?? 0 }
  /// Whether some practice has several valid calls.
  package let hasClusters: Bool
  /// Whether practices have different weights, before raking.
  package let hasWeights: Bool
  /// Why weights could not be raked; `nil` where they were, or were not to be.
  ///
  /// Without them there is no estimate.
  package private(set) var rakingFailure: Raking.Failure?

  /// How many calls each stratum has.
  private let callsInStratum: [Int]
  private let numbers: PracticeNumbers
  /// `nil` where calls are independent, which need none, and where weights could not be raked.
  private let clusters: ClusterDesign?
  private let hasPopulations: Bool
  private let margins: RakedMargins?

  /// Whether weights are raked to the frame's margins.
  package var isRaked: Bool { margins != nil }

  /// The design of some valid calls.
  ///
  /// A practice has the stratum and the weight of its first call: all its calls have the same.
  /// - Parameters:
  ///   - observations: The calls.
  ///   - populations: For the finite population correction, how many practices each stratum has, by its number.
  ///   - margins: What weights are raked to.
  ///   - keepsPractices: Whether independent calls are to be known by practice, too, for `deviations(of:around:)`.
  /// - Complexity: O(*n*) for *n* calls, O(*n* log *n*) when the numbers of practices lie far apart.
  package init(
    _ observations: [RateEstimator.Observation], populations: [Int: Double]? = nil,
    margins: RakedMargins? = nil, keepsPractices: Bool = false
  ) {
    let first = observations.first
    let isOneStratum = observations.allSatisfy { $0.stratum == first?.stratum }
    self.margins = margins
    hasPopulations = populations != nil
    isBinomial = margins == nil && isOneStratum && RateEstimator.isBinomial(observations)
    guard !isBinomial || keepsPractices, first != nil else {
      (hasClusters, hasWeights) = (false, false)
      strataCount = first == nil ? 0 : 1
      callsInStratum = []
      numbers = PracticeNumbers([])
      clusters = nil
      return
    }
    numbers = PracticeNumbers(observations)
    hasClusters = numbers.count < observations.calls
    hasWeights = observations.contains { $0.weight != first?.weight }
    var places: [Int: Int] = [:]
    let stratumNumbers =
      isOneStratum ? [first?.stratum ?? 0] : Set(observations.lazy.map(\.stratum)).sorted()
    for stratum in stratumNumbers { places[stratum] = places.count }
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
      calls[lastPlace] += observation.count
    }
    callsInStratum = calls
    var raking: Raking?
    if let margins {
      do throws(Raking.Failure) {
        raking = try margins.raking(observations, weights) { [numbers] in numbers.number(of: $0) }
      } catch {
        rakingFailure = error
        clusters = nil
        return
      }
    }
    clusters = ClusterDesign(
      weights: weights, strata: strata,
      populations: populations.map { sizes in stratumNumbers.map { sizes[$0] ?? 0 } },
      raking: raking)
  }

  /// Whether a group of calls is as good as independent ones, or better for the strata: it keeps the interval of these.
  func isBinomial(_ observations: [RateEstimator.Observation]) -> Bool {
    isBinomial || margins == nil && !hasPopulations && RateEstimator.isBinomial(observations)
  }

  /// The share not reached among some of the calls; `nil` for none, and where calls are independent.
  ///
  /// - Complexity: O(*k* log *k*) for *k* calls.
  func share(of observations: [RateEstimator.Observation]) -> SurveyEstimate? {
    clusters?.share(of: counts(observations))
  }

  /// The same, and how it is over strata if these are all calls of two strata or more.
  func shares(
    of observations: [RateEstimator.Observation], drawn: ClusterDesign.Drawing
  ) -> (linearised: SurveyEstimate, overStrata: StratifiedShare?)? {
    guard let clusters else { return nil }
    let counts = counts(observations)
    guard let linearised = clusters.share(of: counts, drawn: drawn) else { return nil }
    // No mark for every stratum: of thousands of groups in thousands of strata each has few calls.
    let touched = Set(counts.lazy.map { clusters.strata[$0.cluster] })
    let whole = touched.reduce(0) { $0 + callsInStratum[$1] }
    return (linearised, whole == observations.calls ? clusters.stratifiedShare(of: counts) : nil)
  }

  /// A number for each practice of the survey, whose products with those of another survey sum to the shares' covariance.
  func deviations(of observations: [RateEstimator.Observation], around share: Double) -> [Double] {
    clusters?.deviations(of: counts(observations), around: share) ?? []
  }

  /// The number that a practice has among those of the survey, of which it must be one.
  func number(of practice: Int) -> Int { numbers.number(of: practice) }

  /// What the weights that the calls have after raking cost: (n Σ*w*²)/(Σ*w*)² of *n* calls (Kish 1965); `nil` unless weights are raked.
  func weightsEffect(of observations: [RateEstimator.Observation]) -> Double? {
    guard margins != nil, let clusters, !observations.isEmpty else { return nil }
    let counts = counts(observations)
    let sum = counts.reduce(0) { $0 + Double($1.trials) * clusters.weights[$1.cluster] }
    let squares = counts.reduce(0) {
      $0 + Double($1.trials) * clusters.weights[$1.cluster] * clusters.weights[$1.cluster]
    }
    return Double(observations.calls) * squares / (sum * sum)
  }

  /// Some calls, one an observation, as a sample of clusters within strata, for tests of several groups; `nil` where weights could not be raked.
  func sample(_ observations: [RateEstimator.Observation]) -> SurveySample? {
    let weights = observations.map(\.weight)
    let raking: Raking?
    do throws(Raking.Failure) { raking = try margins?.raking(observations, weights) } catch { return nil }
    return try? SurveySample(
      count: observations.count, weights: weights, strata: observations.map(\.stratum),
      clusters: observations.map(\.practice), raking: raking)
  }

  /// How many calls each practice of a group had, and how many of them did not reach it.
  ///
  /// In the order of the practices: a large group's are counted in one place for each practice, a small one's are sorted.
  private func counts(_ observations: [RateEstimator.Observation]) -> [ClusterDesign.Count] {
    if numbers.count <= observations.count {
      var counts = (0..<numbers.count).map { ClusterDesign.Count(cluster: $0, trials: 0, successes: 0) }
      for observation in observations {
        let number = numbers.number(of: observation.practice)
        counts[number].trials += observation.count
        if observation.isUnreached { counts[number].successes += observation.count }
      }
      counts.removeAll { $0.trials == 0 }
      return counts
    }
    var counts: [ClusterDesign.Count] = []
    counts.reserveCapacity(observations.count)
    for observation in observations {
      counts.append(
        .init(
          cluster: numbers.number(of: observation.practice), trials: observation.count,
          successes: observation.isUnreached ? observation.count : 0))
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
