/// How often an interval holds the true share, by exact enumeration of every possible count.
package enum Coverage {
  /// The probability that the interval from a binomial count contains the true share.
  ///
  /// Nil without trials or with more than 10⁹, for a share outside [0, 1], or for a method or confidence that gives no
  /// interval. Brown, L. D., Cai, T. T., DasGupta, A. (2001), Statistical Science 16:101. O(√trials) intervals.
  package static func exact(
    of method: IntervalMethod, trials: Int, probability: Double, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> Double? {
    exact(trials: trials, probability: probability) {
      ProportionInterval.interval(
        successes: $0, trials: trials, method: method, confidence: confidence, alternative: alternative)
    }
  }

  /// The same for any rule that turns a count of successes into an interval; nil when it gives none for some count.
  static func exact(
    trials: Int, probability: Double, interval: (_ successes: Int) -> ConfidenceInterval?
  ) -> Double? {
    enumerate(trials: trials, probability: probability) {
      interval($0).map { $0.contains(probability) ? 1 : 0 }
    }
  }

  /// The mean width of the interval over the binomial counts at a true share; nil as for the coverage.
  package static func meanWidth(
    of method: IntervalMethod, trials: Int, probability: Double, confidence: Double = ConfidenceLevel.usual
  ) -> Double? {
    enumerate(trials: trials, probability: probability) {
      ProportionInterval.interval(
        successes: $0, trials: trials, method: method, confidence: confidence)?.width
    }
  }

  /// The expectation of a value over the binomial counts, leaving out those that cannot matter.
  private static func enumerate(
    trials: Int, probability: Double, value: (_ successes: Int) -> Double?
  ) -> Double? {
    guard trials > 0, trials <= mostTrials, probability >= 0, probability <= 1 else { return nil }
    let distribution = Binomial(trials: trials, probability: probability)
    let mode = min(Int(distribution.mean), trials)
    var total = 0.0
    // From the mode outwards: the masses only fall, so each direction may stop when they no longer count.
    for step in [1, -1] {
      var count = step > 0 ? mode : mode - 1
      while count >= 0, count <= trials {
        let mass = distribution.pmf(count)
        if mass < negligibleMass { break }
        guard let value = value(count) else { return nil }
        total += mass * value
        count += step
      }
    }
    return total
  }

  /// Far below the last bit of a probability near 1, even summed over a million counts.
  private static let negligibleMass = 1e-30

  /// More would take minutes.
  private static let mostTrials = 1_000_000_000
}
