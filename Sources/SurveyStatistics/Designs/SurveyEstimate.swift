/// An estimate from a survey sample, with what is known about its precision.
public struct SurveyEstimate: Sendable, Hashable {
  /// The estimated mean, share, total or ratio.
  public let value: Double
  /// Its linearised standard error.
  public let standardError: Double
  /// Clusters minus strata, counting the strata in which the domain has observations; 0 when a variance cannot be estimated.
  ///
  /// Stata's rule for subpopulations: a cluster of such a stratum tells something even if none of its observations is in the domain.
  public let degreesOfFreedom: Int
  /// Observations in the domain.
  public let observations: Int
  /// Clusters with observations in the domain.
  public let clusters: Int
  /// The variance over that of a simple random sample of as many observations (Kish 1965); nil when that is zero,
  /// and for totals and ratios.
  public let designEffect: Double?
  /// How many independent observations would be as precise: the values' variance over the estimate's variance.
  ///
  /// For a share p(1 − p)/variance (Korn and Graubard 1998). Where the variance is estimated as zero, as for 0 of n,
  /// it says nothing, and the effective number of clusters (ΣW)²/ΣW², W the weight of a cluster, stands here.
  /// Infinite when every cluster of the population was taken.
  public let effectiveSize: Double

  /// The same with an effective size of at most its observations.
  ///
  /// Few observations can look more precise than independent ones by chance: a stratum that was all reached seems known for sure. The
  /// limit is that of the standards for proportions of the National Center for Health Statistics (Parker and others 2017, Vital and
  /// Health Statistics 2:175). Not for estimates with a finite population correction.
  public var withinItsObservations: SurveyEstimate {
    SurveyEstimate(
      value: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      observations: observations, clusters: clusters, designEffect: designEffect,
      effectiveSize: min(effectiveSize, Double(observations)))
  }

  /// The estimate plus and minus t standard errors, not clipped; nil without degrees of freedom.
  ///
  /// Student's t with the design's degrees of freedom. One-sided bounds reach to infinity. Nil too for a confidence
  /// outside (0, 1), or below ½ when one-sided.
  public func interval(
    confidence: Double = ConfidenceLevel.usual, alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard degreesOfFreedom > 0, let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    let half = StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile(upperTail: tail) * standardError
    return ConfidenceInterval(
      lower: alternative == .less ? -.infinity : value - half,
      upper: alternative == .greater ? .infinity : value + half)
  }
}

/// How much of a design a domain touches.
struct DomainReach {
  var observations = 0
  var clusters = 0
  var degreesOfFreedom = 0
  /// (ΣW)²/ΣW², W the weight of a cluster.
  var effectiveClusters = 0.0
}

extension SurveyEstimate {
  /// Puts an estimate together; `spread` is the values' weighted variance where a design effect makes sense.
  init(
    _ value: Double, variance: Double, spread: Double?, weight: Double, reach: DomainReach,
    undrawnShare: [Double]
  ) {
    let variance = max(0, variance)
    var designEffect: Double?
    if let spread, reach.observations > 1 {
      let size = Double(reach.observations)
      var simple = spread / (size - 1)
      // The reference sample is without replacement when the design is.
      if undrawnShare.contains(where: { $0 < 1 }) { simple *= max(0, weight - size) / weight }
      if simple > 0 { designEffect = variance / simple }
    }
    var effectiveSize = reach.effectiveClusters
    if let spread, variance > spread * Self.negligibleVariance {
      effectiveSize = spread / variance
    } else if !undrawnShare.isEmpty, undrawnShare.allSatisfy({ $0 == 0 }) {
      effectiveSize = .infinity
    }
    self.init(
      value: value, standardError: variance.squareRoot(), degreesOfFreedom: reach.degreesOfFreedom,
      observations: reach.observations, clusters: reach.clusters, designEffect: designEffect,
      effectiveSize: effectiveSize)
  }

  /// A variance below this share of the values' variance is rounding: no survey is worth 1e20 calls.
  private static let negligibleVariance = 1e-20
}
