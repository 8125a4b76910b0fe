@testable import SurveyStatistics

/// The bare formulas, which some rows of the reference file have.
extension ProportionInterval {
  /// The interval exactly as its author's formula gives it: not clipped, and collapsing where the formula does.
  ///
  /// For comparison with textbooks and other programs: wald of 0 of 20 is [0, 0] here. Nil where `interval` is nil,
  /// for `hypergeometric`, and where the formula is not defined (logit and cloglog at 0 or n successes).
  static func textbook(
    successes: Int, trials: Int, method: IntervalMethod, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard trials > 0, successes >= 0, successes <= trials,
      let tail = ConfidenceLevel.tail(confidence, alternative)
    else { return nil }
    let counts = Counts(successes: Double(successes), failures: Double(trials - successes))
    guard let both = counts.bounds(method, tail: tail, z: Normal.quantile(upperTail: tail)),
      !both.lower.isNaN, !both.upper.isNaN
    else {
      return nil
    }
    return oneSided(both, alternative)
  }
}
