package import SurveyStatistics

/// The share of calls not reached in a group, and how sure it is.
package struct RateEstimate: Equatable, Sendable {
  /// Valid calls: those not to a wrong number and really attempted.
  package var calls: Int
  /// Of these, the calls that did not reach anybody.
  package var unreached: Int
  /// Calls that were not valid, beside the denominator.
  package var invalid: Int
  /// The estimated share not reached; `nil` without a valid call, or in a total over hours without one in some slot.
  package var rate: Double?
  /// Its standard error; `nil` without a valid call, and where nothing is known of how practices differ, because no stratum has a
  /// second practice and no practice differs from the survey's rate.
  package var standardError: Double?
  /// The interval; `nil` where there is none.
  package var interval: ConfidenceInterval?
  /// The variance over that of as many independent calls; `nil` for independent calls, and where it is not known.
  package var designEffect: Double?
  /// How many independent calls would be as precise; `nil` for independent calls, and without a rate.
  package var effectiveCalls: Double?
  /// What is known of the rate, and the interval of Wilson's kind that it has by itself; `nil` without a valid call.
  package var basis: ShareBasis?
  /// The variance that different weights alone would bring, over that of equal ones (Kish 1965); `nil` unless weights are raked.
  package var weightsEffect: Double?
  /// Whether all its calls went to a single practice, as far as that matters: not for independent calls.
  package var isOfOnePractice = false
  /// Practices less strata: how well that number is known; `nil` for independent calls, and where it is assumed.
  package var degreesOfFreedom: Int?

  /// The strata of a rate over all calls of several strata, whose interval and verdict are those of the score test; else `nil`.
  package var overStrata: StratifiedShare? {
    guard case .overStrata(let share) = basis else { return nil }
    return share
  }

  /// Puts an estimate together; by default it has counts and no rate.
  package init(
    calls: Int, unreached: Int, invalid: Int, rate: Double? = nil, standardError: Double? = nil,
    interval: ConfidenceInterval? = nil, designEffect: Double? = nil, effectiveCalls: Double? = nil,
    degreesOfFreedom: Int? = nil
  ) {
    self.calls = calls
    self.unreached = unreached
    self.invalid = invalid
    self.rate = rate
    self.standardError = standardError
    self.interval = interval
    self.designEffect = designEffect
    self.effectiveCalls = effectiveCalls
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// How rates are estimated.
package struct RateEstimator: Equatable, Sendable {
  /// The method for intervals; Wilson's is the score test over strata where a rate is over several.
  package var method: IntervalMethod
  /// The confidence of intervals, two-sided.
  package var confidence: Double

  /// Creates an estimator.
  package init(method: IntervalMethod = .wilson, confidence: Double = ConfidenceLevel.usual) {
    self.method = method
    self.confidence = confidence
  }

  /// One valid call, or several to a practice that ended alike, reduced to what matters here.
  package struct Observation: Equatable, Sendable {
    /// The practice that was rung: the cluster.
    package var practice: Int
    /// One over its inclusion probability, or anything in proportion to that.
    package var weight: Double
    /// Half as long as it looks from outside: an observation then has 24 bytes, and there may be one for every call.
    private var storedStratum: Int32
    /// How many calls it is, below zero where they were not reached.
    private var storedCount: Int32

    /// Creates an observation.
    package init(practice: Int, stratum: Int, weight: Double, isUnreached: Bool, count: Int = 1) {
      self.practice = practice
      storedStratum = Int32(stratum)
      storedCount = Int32(isUnreached ? -count : count)
      self.weight = weight
    }

    /// Its stratum.
    package var stratum: Int {
      get { Int(storedStratum) }
      set { storedStratum = Int32(newValue) }
    }

    /// Whether the call was not reached.
    package var isUnreached: Bool { storedCount < 0 }

    /// How many calls it is.
    package var count: Int { abs(Int(storedCount)) }

    /// Takes up further calls to the same practice that ended alike; false for any others.
    mutating func join(_ other: Observation) -> Bool {
      guard practice == other.practice, isUnreached == other.isUnreached else { return false }
      storedCount += other.storedCount
      return true
    }
  }

  /// Estimates the share not reached from the valid calls of a group, as a domain of the survey.
  ///
  /// A survey of equal weights, one stratum and one call per practice is binomial. Otherwise practices are clusters within strata,
  /// weights are used, and the variance comes from linearisation over the whole design. Intervals then go by effective calls, at
  /// most the calls made, with Student's t of the strata's degrees of freedom. Where a group's calls weigh alike and each went to
  /// another practice, the strata can only lower the variance: its interval and its verdict are those of independent calls. A rate
  /// over all calls of several strata has the interval of the score test over strata, where the method is Wilson's. With raked weights
  /// and finite populations groups are never independent calls; the hypergeometric interval is then Wilson's, too.
  ///
  /// - Parameters:
  ///   - observations: The valid calls of the group.
  ///   - design: Of all valid calls of the survey; `nil` when the group is the survey.
  ///   - drawn: How the group came into the sample, which only a finite population correction asks.
  ///   - invalid: The group's calls that were not valid.
  /// - Complexity: O(*n* log *n*) for *n* calls.
  package func estimate(
    _ observations: [Observation], in design: CallDesign? = nil,
    drawn: ClusterDesign.Drawing = .ofClusters, invalid: Int
  ) -> RateEstimate {
    let calls = observations.calls
    let unreached = observations.unreached
    var estimate = RateEstimate(calls: calls, unreached: unreached, invalid: invalid)
    guard let tally = Tally(successes: unreached, trials: calls) else { return estimate }
    let design = design ?? CallDesign(observations)
    if design.isBinomial(observations) {
      let linearised = design.isBinomial ? nil : design.share(of: observations)
      estimate.rate = linearised?.value ?? tally.share
      estimate.standardError =
        linearised?.standardError ?? (tally.share * (1 - tally.share) / Double(calls)).squareRoot()
      estimate.basis = .independent(tally)
      estimate.interval = ProportionInterval.interval(
        successes: unreached, trials: calls, method: method, confidence: confidence)
    } else if let (linearised, overStrata) = design.shares(of: observations, drawn: drawn) {
      let limited = linearised.withinItsObservations
      let share = limited.moderated
      estimate.rate = share.value
      // Without a second practice in any stratum a zero is the formula's, not the survey's.
      let isKnown = share.degreesOfFreedom > 0 || share.standardError > 0 || share.effectiveSize == .infinity
      estimate.standardError = isKnown ? share.standardError : nil
      estimate.designEffect = share.designEffect
      estimate.effectiveCalls = share.effectiveSize
      estimate.degreesOfFreedom = share.degreesOfFreedom
      estimate.isOfOnePractice = share.clusters == 1
      estimate.weightsEffect = design.weightsEffect(of: observations)
      let basis = overStrata.map { ShareBasis.overStrata($0) } ?? .linearised(share)
      estimate.basis = basis
      estimate.interval =
        method(of: estimate) == .wilson
        ? basis.interval(confidence: confidence)
        : limited.shareInterval(method: method, confidence: confidence)
    }
    return estimate
  }

  /// How the interval of an estimate is computed: the hypergeometric one is for independent calls alone.
  package func method(of estimate: RateEstimate) -> IntervalMethod {
    method == .hypergeometric && estimate.effectiveCalls != nil ? .wilson : method
  }

  /// Whether calls are independent or, within strata, at least as precise: equal weights, and no practice twice.
  static func isBinomial(_ observations: [Observation]) -> Bool {
    let weight = observations.first?.weight
    return observations.allSatisfy { $0.weight == weight && $0.count == 1 }
      && areDistinct(observations.lazy.map(\.practice))
  }

  /// Whether no number stands there twice.
  private static func areDistinct(_ numbers: some Collection<Int>) -> Bool {
    guard let least = numbers.min(), let most = numbers.max() else { return true }
    let (span, overflow) = most.subtractingReportingOverflow(least)
    // Places in a frame lie close together: a mark for each is quicker than sorting. Other numbers may lie anywhere.
    guard !overflow, span / marksPerNumber <= numbers.count else {
      return Set(numbers).count == numbers.count
    }
    var isMarked = [Bool](repeating: false, count: span + 1)
    for number in numbers {
      if isMarked[number - least] { return false }
      isMarked[number - least] = true
    }
    return true
  }

  /// So many marks are set up more quickly than one number is looked up in a set.
  static let marksPerNumber = 64

  /// Practices as clusters within strata, with weights, each observation being one call; `nil` only for weights that are none.
  static func sample(_ observations: [Observation]) -> SurveySample? {
    try? SurveySample(
      count: observations.count, weights: observations.map(\.weight), strata: observations.map(\.stratum),
      clusters: observations.map(\.practice))
  }
}

extension [RateEstimator.Observation] {
  /// How many calls they are.
  var calls: Int { reduce(0) { $0 + $1.count } }
  /// How many of these did not reach the practice.
  var unreached: Int { reduce(0) { $0 + ($1.isUnreached ? $1.count : 0) } }
}
