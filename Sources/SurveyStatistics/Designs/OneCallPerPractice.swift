/// A survey that rings each sampled practice once, about the long-run rate of practices that differ.
///
/// Each practice has its own probability of not being reached. Ringing n different ones of N spreads the calls over
/// practices more evenly than chance would, which lowers the variance a little; by how much depends on ρ, the share of
/// the variance of a call, P(1 − P), that lies between practices. ρ = 0 is the binomial variance, the conservative
/// default; ρ = 1 (each practice always or never reached) is the finite population correction.
package struct OneCallPerPractice: Sendable, Equatable {
  /// How many practices are rung, once each.
  package let calls: Int
  /// How many practices there are.
  package let practices: Int
  /// ρ, the share of the variance of a call that lies between practices, 0…1.
  package let betweenShare: Double

  /// A design; nil unless 1 ≤ calls ≤ practices and 0 ≤ ρ ≤ 1.
  package init?(calls: Int, practices: Int, betweenShare: Double = 0) {
    guard calls >= 1, calls <= practices, betweenShare >= 0, betweenShare <= 1 else { return nil }
    self.calls = calls
    self.practices = practices
    self.betweenShare = betweenShare
  }

  /// The factor 1 − ρ(n − 1)/(N − 1) on the binomial variance; 1 for a single call.
  package var varianceFactor: Double {
    guard calls > 1 else { return 1 }
    return 1 - betweenShare * (Double(calls - 1) / Double(practices - 1))
  }

  /// How many independent calls would be as precise; infinite for a census of practices that never vary.
  package var effectiveSize: Double { Double(calls) / varianceFactor }

  /// The variance P(1 − P)/n · [1 − ρ(n − 1)/(N − 1)] of the share not reached; NaN for a rate outside [0, 1].
  package func variance(rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    return rate * (1 - rate) / Double(calls) * varianceFactor
  }

  /// The interval for the rate, from the effective number of calls; nil for a count outside 0…calls.
  ///
  /// With ρ = 0 it is that of so many independent calls. A census of practices that never vary (ρ = 1) knows the rate.
  /// Nil too where `ProportionInterval.interval` is.
  package func interval(
    unreached: Int, method: IntervalMethod = .wilson, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard unreached >= 0, unreached <= calls else { return nil }
    guard varianceFactor < 1 else {
      return ProportionInterval.interval(
        successes: unreached, trials: calls, method: method, confidence: confidence, alternative: alternative)
    }
    let rate = Double(unreached) / Double(calls)
    guard varianceFactor > 0 else {
      return method == .hypergeometric || ConfidenceLevel.tail(confidence, alternative) == nil
        ? nil : ProportionInterval.oneSided(ConfidenceInterval(lower: rate, upper: rate), alternative)
    }
    return ProportionInterval.interval(
      proportion: rate, effectiveSize: effectiveSize, method: method, confidence: confidence,
      alternative: alternative)
  }
}
