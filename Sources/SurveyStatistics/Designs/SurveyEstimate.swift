/// An estimate from a survey sample, with what is known about its precision.
public struct SurveyEstimate: Sendable, Hashable {
  /// The estimated mean, share, total or ratio.
  public let value: Double
  /// Its linearised standard error.
  public let standardError: Double
  /// Clusters minus strata, counting those with observations in the domain; 0 when a variance cannot be estimated.
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

  /// The estimate plus and minus t standard errors, not clipped; nil without degrees of freedom.
  ///
  /// Student's t with the design's degrees of freedom. One-sided bounds reach to infinity. Nil too for a confidence
  /// outside (0, 1), or below ½ when one-sided.
  public func interval(
    confidence: Double = 0.95, alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard degreesOfFreedom > 0, let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    let half = StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile(upperTail: tail) * standardError
    return ConfidenceInterval(
      lower: alternative == .less ? -.infinity : value - half,
      upper: alternative == .greater ? .infinity : value + half)
  }
}
