extension SurveyEstimate {
  /// The interval of an estimated share, inside [0, 1] and never without width unless every cluster was taken.
  ///
  /// The share counts as p·m successes among its effective size m. Methods built on the normal distribution use
  /// Student's t with the design's degrees of freedom instead: `wald`, `logit`, `likelihoodRatio` (Rao and Scott 1984)
  /// and `arcsine` (of √p itself, without Anscombe's correction) are R's `svyciprop` with `mean`, `logit`,
  /// `likelihood` and `asin`; `wilson` and `agrestiCoull` are those of Dean and Pagano (2015). Exact methods use m
  /// times (t with n − 1 / t with the design's degrees)², as Korn and Graubard (1998, Survey Methodology 24:193) do;
  /// `kornGraubard` and `clopperPearson` are the same and R's `beta`. A design cannot make the interval of 0 of n
  /// collapse: see `effectiveSize`.
  ///
  /// Nil when the value is not in [0, 1], there are no degrees of freedom, the confidence is outside (0, 1) (below ½
  /// when one-sided), or for `hypergeometric`.
  package func shareInterval(
    method: IntervalMethod = .wilson, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard value >= 0, value <= 1, degreesOfFreedom > 0, method != .hypergeometric,
      let tail = ConfidenceLevel.tail(confidence, alternative)
    else { return nil }
    guard effectiveSize.isFinite else {
      return ProportionInterval.oneSided(ConfidenceInterval(lower: value, upper: value), alternative)
    }
    let t = StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile(upperTail: tail)
    var size = effectiveSize
    if method.usesBinomialTails || (method.collapsesAtEdges && (value == 0 || value == 1)) {
      let simple = StudentT(degreesOfFreedom: Double(max(observations - 1, 1))).quantile(upperTail: tail)
      // At 50 % one-sided both are zero. A domain may have more degrees of freedom than observations: that adds nothing.
      if t > 0, simple < t { size *= (simple / t) * (simple / t) }
    }
    if method == .likelihoodRatio {
      // R divides the deviance by Pearson's dispersion, which is n/(n − 1) for a share.
      size *= Double(observations - 1) / Double(observations)
    }
    let counts = ProportionInterval.Counts(successes: size * value, failures: size * (1 - value))
    if method == .arcsine && value > 0 && value < 1 {
      return ProportionInterval.oneSided(plainArcsine(t), alternative)
    }
    return ProportionInterval.interval(
      counts: counts, method: method, tail: tail, z: t, alternative: alternative)
  }

  /// Wald's interval for arcsin √p, whose standard error is half that of p over √(pq).
  private func plainArcsine(_ t: Double) -> ConfidenceInterval {
    let centre = asin(value.squareRoot())
    let half = 0.5 * t / effectiveSize.squareRoot()
    let low = sin(max(centre - half, 0))
    let high = sin(min(centre + half, 0.5 * Double.pi))
    return ConfidenceInterval(lower: low * low, upper: high * high)
  }
}

extension IntervalMethod {
  /// Whether the method looks at binomial or beta probabilities rather than at a normal deviate.
  fileprivate var usesBinomialTails: Bool {
    switch self {
    case .clopperPearson, .midP, .jeffreys, .kornGraubard: true
    case .wilson, .wilsonCC, .agrestiCoull, .logit, .cloglog, .likelihoodRatio, .arcsine, .wald, .waldCC,
      .hypergeometric:
      false
    }
  }
}
