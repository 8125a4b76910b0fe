/// Confidence intervals for a share, from a count of successes among trials.
package enum ProportionInterval {
  /// The interval by the given method, always inside [0, 1] and never empty of width at 0 or n successes.
  ///
  /// Two-sided intervals have half the error at each end. With no success the lower bound is 0, with no failure the
  /// upper bound is 1, whatever the method; methods whose formula collapses there (wald, wald-cc, logit, cloglog) then take
  /// the other bound from Clopper–Pearson. `kornGraubard` without a design is Clopper–Pearson.
  ///
  ///     ProportionInterval.interval(successes: 5, trials: 52)   // 0.04177…0.20610
  ///
  /// Nil when there are no trials, more successes than trials, a negative count, a confidence outside (0, 1) (or
  /// below ½ for a one-sided bound), and for `hypergeometric`, which is ``FinitePopulation``'s.
  /// O(1), or O(√trials) for the exact methods.
  package static func interval(
    successes: Int, trials: Int, method: IntervalMethod = .wilson, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard trials > 0, successes >= 0, successes <= trials else { return nil }
    return interval(
      counts: Counts(successes: Double(successes), failures: Double(trials - successes)), method: method,
      confidence: confidence, alternative: alternative)
  }

  /// The interval of a share that is worth a fractional number of trials, as a weighted or clustered sample is.
  ///
  /// Everything is as for whole counts, with proportion × effective size successes. Nil when the proportion is not in
  /// [0, 1], the effective size is not positive and finite, or the method is `hypergeometric`.
  package static func interval(
    proportion: Double, effectiveSize: Double, method: IntervalMethod = .wilson,
    confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard proportion >= 0, proportion <= 1, effectiveSize > 0, effectiveSize.isFinite else { return nil }
    let counts = Counts(successes: proportion * effectiveSize, failures: (1 - proportion) * effectiveSize)
    return interval(counts: counts, method: method, confidence: confidence, alternative: alternative)
  }

  private static func interval(
    counts: Counts, method: IntervalMethod, confidence: Double, alternative: Alternative
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    return interval(
      counts: counts, method: method, tail: tail, z: Normal.quantile(upperTail: tail),
      alternative: alternative)
  }

  /// The honest interval with a given error and normal deviate per end, which a design may replace by Student's t.
  static func interval(
    counts: Counts, method: IntervalMethod, tail: Double, z: Double, alternative: Alternative
  ) -> ConfidenceInterval? {
    let isAtEdge = counts.successes == 0 || counts.failures == 0
    let usable = isAtEdge && method.collapsesAtEdges ? IntervalMethod.clopperPearson : method
    guard let raw = counts.bounds(usable, tail: tail, z: z) else { return nil }
    let clipped = raw.clippedToShares()
    let both = ConfidenceInterval(
      lower: counts.successes == 0 ? 0 : clipped.lower, upper: counts.failures == 0 ? 1 : clipped.upper)
    return oneSided(both, alternative)
  }

  static func oneSided(_ both: ConfidenceInterval, _ alternative: Alternative) -> ConfidenceInterval {
    switch alternative {
    case .twoSided: both
    case .less: ConfidenceInterval(lower: 0, upper: both.upper)
    case .greater: ConfidenceInterval(lower: both.lower, upper: 1)
    }
  }
}

extension IntervalMethod {
  /// Whether the formula gives no number, or no width worth the name, when there is no success or no failure.
  ///
  /// `interval` then has Clopper and Pearson's bound.
  package var collapsesAtEdges: Bool {
    switch self {
    case .wald, .waldCC, .logit, .cloglog: true
    case .wilson, .wilsonCC, .clopperPearson, .midP, .jeffreys, .agrestiCoull, .likelihoodRatio, .arcsine,
      .hypergeometric, .kornGraubard:
      false
    }
  }
}
