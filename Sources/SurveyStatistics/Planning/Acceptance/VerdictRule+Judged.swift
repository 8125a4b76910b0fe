extension VerdictRule {
  /// The probability of a verdict when the rule's trials are what more calls, which are not independent, are judged as.
  ///
  /// `evaluate` multiplies the share of the calls by the trials, and rounds against whatever is to be shown. So the target is met with at
  /// most ⌊c·n/m⌋ of n calls unreached, m being the trials and c the critical count, and failed with at least ⌈c·n/m⌉. The count of
  /// unreached calls is spread as one of m independent ones, taken between whole numbers. NaN for a rate outside [0, 1].
  public func probability(of verdict: Verdict, atRate rate: Double, calls: Int) -> Double {
    guard calls > trials, trials > 0, rate >= 0, rate <= 1 else {
      return probability(of: verdict, atRate: rate)
    }
    let scale = Double(trials) / Double(calls)
    let distribution = Binomial(trials: trials, probability: rate)
    /// The chance of at most so many of the calls.
    func atMost(_ unreached: Double) -> Double {
      let count = scale * (unreached + 0.5) - 0.5
      guard count > 0 else { return max(0, count + 1) * distribution.pmf(0) }
      let whole = min(Int(count), trials)
      return min(1, distribution.cdf(whole) + (count - Double(whole)) * distribution.pmf(whole + 1))
    }
    let meets = meetsIfAtMost.map { atMost((Double($0) / scale + Self.rounding).rounded(.down)) } ?? 0
    let fails = failsIfAtLeast.map { 1 - atMost((Double($0) / scale - Self.rounding).rounded(.up) - 1) } ?? 0
    switch verdict {
    case .meets: return meets
    case .fails: return fails
    case .undecided: return max(0, 1 - meets - fails)
    }
  }

  /// A count that division has moved off a whole number is that number.
  private static let rounding = 1e-9
}
