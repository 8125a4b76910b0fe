package import Studies
package import SurveyStatistics

/// What a slot design is worth by formula, given how often each practice is not reached in each slot.
///
/// The practices are a simple random sample, each rung once in k of the s slots so that slots and pairs of slots come up
/// equally often, and calls are independent but for whom they go to. Then a slot's calls are a simple random sample of
/// practices, and the covariance of the shares of two slots is S₁₂ (m/(n₁n₂) − 1/N), with m practices in both and S₁₂ the
/// covariance of the practices' own shares (Kish 1965, section 12.4). Interviewers are never late.
package struct DesignTheory: Sendable {
  /// How often each practice is not reached.
  package let profile: PracticeProfile
  /// Practices that are rung, 1 or more.
  package let practices: Int
  /// Slots in which each is rung, 1 or more.
  package let perPractice: Int

  private let rates: [Double]
  /// The distribution of the count of unreached calls in each slot, for the smaller and the larger number of calls.
  private let counts: [[Counts]]

  /// The count of unreached calls when there are so many.
  private struct Counts: Sendable {
    /// The chance that the slot has this number of calls.
    var weight: Double
    var calls: Int
    var chances: [Double]
  }

  /// Works a design out.
  ///
  /// - Complexity: that of `SampledCount.distribution`, twice for each slot.
  package init(_ profile: PracticeProfile, practices: Int, perPractice: Int) {
    precondition(practices >= 1 && perPractice >= 1, "a practice is rung")
    self.profile = profile
    self.practices = practices
    self.perPractice = perPractice
    rates = (0..<profile.slots).map { profile.rate(in: $0) }
    let (whole, rest) = (practices * perPractice).quotientAndRemainder(dividingBy: profile.slots)
    let share = Double(rest) / Double(profile.slots)
    counts = (0..<profile.slots).map { slot in
      [(whole, 1 - share), (whole + 1, share)].filter { $0.1 > 0 && $0.0 > 0 }.map { calls, weight in
        Counts(weight: weight, calls: calls, chances: Self.chances(calls, profile, slot))
      }
    }
  }

  private static func chances(_ calls: Int, _ profile: PracticeProfile, _ slot: Int) -> [Double] {
    if let exact = SampledCount.distribution(probabilities: profile.rates(in: slot), draws: calls) {
      return exact
    }
    // Too many practices to go through: as if none of them could be drawn twice anyway.
    let binomial = Binomial(trials: calls, probability: min(max(profile.rate(in: slot), 0), 1))
    return (0...calls).map { binomial.pmf($0) }
  }

  /// Calls in a slot, on average.
  package var callsPerSlot: Double { Double(practices * perPractice) / Double(profile.slots) }

  /// Practices rung in both of two slots, on average.
  package var sharedPractices: Double {
    let slots = Double(profile.slots)
    guard slots > 1 else { return Double(practices) }
    return Double(practices) * Double(perPractice) * Double(perPractice - 1) / (slots * (slots - 1))
  }

  /// The mean width of a slot's interval, exact for the practices' own shares; `nil` where the method has none.
  package func meanWidth(slot: Int, method: IntervalMethod, confidence: Double) -> Double? {
    expectation(slot: slot) { count, calls in
      ProportionInterval.interval(successes: count, trials: calls, method: method, confidence: confidence)?
        .width
    }
  }

  /// The probability of a verdict on a slot, exact for the practices' own shares; `nil` for a target that is none.
  package func probability(of verdict: Verdict, slot: Int, target: Double, error: Double = 0.05) -> Double? {
    var rules: [Int: VerdictRule] = [:]
    for counts in counts[slot] {
      rules[counts.calls] = VerdictRule(trials: counts.calls, target: target, error: error)
    }
    return expectation(slot: slot) { count, calls in
      rules[calls].map { $0.verdict(unreached: count) == verdict ? 1 : 0 }
    }
  }

  private func expectation(slot: Int, _ value: (_ count: Int, _ calls: Int) -> Double?) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for counts in counts[slot] {
      for (count, chance) in counts.chances.enumerated() where chance > 0 {
        guard let value = value(count, counts.calls) else { return nil }
        sum += counts.weight * chance * value
      }
      weight += counts.weight
    }
    return weight > 0 ? sum / weight : nil
  }

  /// The variance of a slot's share, or the covariance of those of two slots.
  package func covariance(_ first: Int, _ second: Int) -> Double {
    let population = Double(profile.practices)
    let spread = profile.covariance(first, second)
    guard first != second else {
      let between = (callsPerSlot - 1) / population * spread
      return max(0, rates[first] * (1 - rates[first]) - between) / callsPerSlot
    }
    return spread * (sharedPractices / (callsPerSlot * callsPerSlot) - 1 / population)
  }

  /// The standard deviation of the share over all calls, every slot with the same number of them.
  package var standardDeviationOfAll: Double {
    let slots = profile.slots
    var sum = 0.0
    for first in 0..<slots { for second in 0..<slots { sum += covariance(first, second) } }
    return max(0, sum).squareRoot() / Double(slots)
  }

  /// The standard deviation of the difference between the shares of two slots.
  package func standardDeviationOfDifference(_ first: Int, _ second: Int) -> Double {
    max(0, covariance(first, first) + covariance(second, second) - 2 * covariance(first, second)).squareRoot()
  }

  /// The power of the two-sided test of no difference between two slots, by normal approximation.
  ///
  /// The test is the score test of `OverlappingWaves`: pooled variance, with the correlation of the practices in both slots. As for
  /// Fleiss, Tytun and Ury (1980, Biometrics 36:343), the difference has its true variance and the test its pooled one. Both tails count.
  package func power(between first: Int, and second: Int, error: Double = 0.05) -> Double {
    let pooled = 0.5 * (rates[first] + rates[second])
    let spread = [first, second].map { (rates[$0] * (1 - rates[$0])).squareRoot() }
    let scale = spread[0] * spread[1]
    // Pairs of calls to the same practice are correlated as the practices' own shares are.
    let correlation =
      scale > 0
      ? profile.covariance(first, second) * Double(profile.practices - 1) / Double(profile.practices) / scale
      : 0
    let weight = 2 / callsPerSlot - 2 * sharedPractices * correlation / (callsPerSlot * callsPerSlot)
    let under = Normal.quantile(upperTail: 0.5 * error) * max(0, pooled * (1 - pooled) * weight).squareRoot()
    let at = standardDeviationOfDifference(first, second)
    let difference = abs(rates[first] - rates[second])
    guard at > 0 else { return difference > under ? 1 : 0 }
    return Normal.upperTail((under - difference) / at) + Normal.upperTail((under + difference) / at)
  }
}
