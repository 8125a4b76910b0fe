/// Lot quality assurance: call n practices, accept when at most c are not reached.
///
/// Without a population the calls are binomial; with one they are draws without replacement (hypergeometric).
/// Dodge and Romig (1929); Lemeshow and Taber (1991, World Health Statistics Quarterly 44:115).
package struct AcceptancePlan: Sendable, Equatable {
  /// How many calls are made.
  package let calls: Int
  /// The greatest count of unreached calls that is accepted.
  package let acceptIfAtMost: Int
  /// How many practices there are; nil when draws do not exhaust them.
  package let population: Int?

  /// Nil for negative counts, more calls than the population, or counts above 2⁵³.
  package init?(calls: Int, acceptIfAtMost: Int, population: Int? = nil) {
    let most = population ?? Tally.mostTrials
    guard calls >= 0, calls <= most, most <= Tally.mostTrials, acceptIfAtMost >= 0 else { return nil }
    self.calls = calls
    self.acceptIfAtMost = acceptIfAtMost
    self.population = population
  }

  /// The operating characteristic: the probability of accepting at a true share.
  ///
  /// With a population the share is that of the nearest whole count of practices. NaN for one outside [0, 1].
  package func acceptance(atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    guard let population else {
      return Binomial(trials: calls, probability: rate).cdf(acceptIfAtMost)
    }
    return acceptance(unreached: Int((Double(population) * rate).rounded()), of: population)
  }

  /// The calls expected when ringing stops as soon as the answer is certain, in either direction.
  ///
  /// NaN for a share outside [0, 1]. O(calls · acceptance number).
  package func expectedCallsWhenCurtailed(atRate rate: Double) -> Double {
    SequentialRule.curtailed(calls: calls, acceptIfAtMost: acceptIfAtMost)
      .characteristics(atRate: rate, population: population)?.expectedCalls ?? .nan
  }

  /// The smallest plan that keeps both risks: fewest calls, then the acceptance number that goes with them.
  ///
  /// Good shares (up to `good`) are refused with at most the producer's risk, bad ones (from `bad`) accepted with at
  /// most the consumer's. With a population both limits are the whole counts inside them: at most ⌊N·good⌋, at least
  /// ⌈N·bad⌉ practices.
  ///
  ///     AcceptancePlan.smallest(good: 0.05, bad: 0.15, producerRisk: 0.10, consumerRisk: 0.10, population: 420)
  ///     // 50 calls, at most 4 not reached
  ///
  /// As R's `AcceptanceSampling::find.plan` (Guenther 1969, J. Quality Technology 1:100). Nil unless 0 ≤ good < bad ≤ 1
  /// and both risks lie in (0, 1), or when more than `mostCalls` would be needed. O(calls) tail probabilities.
  package static func smallest(
    good: Double, bad: Double, producerRisk: Double = 0.05, consumerRisk: Double = 0.10,
    population: Int? = nil, mostCalls: Int = 100_000
  ) -> AcceptancePlan? {
    guard good >= 0, good < bad, bad <= 1, producerRisk > 0, producerRisk < 1, consumerRisk > 0,
      consumerRisk < 1, population.map({ $0 > 0 }) ?? true
    else { return nil }
    let limit = min(mostCalls, population ?? mostCalls)
    var calls = 1
    for allowed in 0..<max(limit, 0) {
      calls = max(calls, allowed)
      // More calls with the same number allowed: stricter. The consumer sets the fewest calls.
      while true {
        guard calls <= limit else { return nil }
        guard let plan = AcceptancePlan(calls: calls, acceptIfAtMost: allowed, population: population) else {
          return nil
        }
        if plan.acceptanceOfBad(bad) <= consumerRisk {
          if plan.refusalOfGood(good) <= producerRisk { return plan }
          break
        }
        calls += 1
      }
    }
    return nil
  }

  /// The fewest calls with which a given number of unreached calls still shows the share to be tolerable.
  ///
  /// Attribute sampling in audits: P(X ≤ c) at the tolerable share is at most 1 − confidence. R's PracTools
  /// `nAuditAttr`; GAO/PCIE Financial Audit Manual, figure 450.1. Nil for a negative number, a tolerable share or
  /// confidence outside (0, 1), or when no sample of the population suffices. O(log calls) tail probabilities.
  package static func audit(
    acceptIfAtMost: Int, tolerable: Double, confidence: Double = 0.90, population: Int? = nil
  ) -> AcceptancePlan? {
    guard acceptIfAtMost >= 0, tolerable > 0, tolerable < 1, confidence > 0, confidence < 1,
      population.map({ $0 > 0 && $0 <= Tally.mostTrials }) ?? true
    else { return nil }
    func suffices(_ calls: Int) -> Bool {
      AcceptancePlan(calls: calls, acceptIfAtMost: acceptIfAtMost, population: population)
        .map { $0.acceptanceOfBad(tolerable) <= 1 - confidence } ?? false
    }
    let most = population ?? mostAuditCalls
    let calls = BinarySearch.firstIndex(in: 1..<(most + 1), where: suffices)
    guard calls <= most else { return nil }
    return AcceptancePlan(calls: calls, acceptIfAtMost: acceptIfAtMost, population: population)
  }

  /// The probability of accepting the least bad of all bad populations; NaN for a share outside [0, 1].
  package func acceptanceOfBad(_ bad: Double) -> Double {
    guard bad >= 0, bad <= 1 else { return .nan }
    guard let population else { return acceptance(atRate: bad) }
    return acceptance(unreached: Self.count(bad, of: population, .up), of: population)
  }

  /// The probability of refusing the worst of all good populations; NaN for a share outside [0, 1].
  package func refusalOfGood(_ good: Double) -> Double {
    guard good >= 0, good <= 1 else { return .nan }
    guard let population else {
      return Binomial(trials: calls, probability: good).upperTail(acceptIfAtMost + 1)
    }
    return Hypergeometric(
      population: population, successes: Self.count(good, of: population, .down), draws: calls
    ).upperTail(acceptIfAtMost + 1)
  }

  /// A share of the population as a count, rounded one way except for what rounding of doubles has added.
  static func count(_ share: Double, of population: Int, _ rule: FloatingPointRoundingRule) -> Int {
    let exact = share * Double(population)
    let nearest = exact.rounded()
    let count = abs(exact - nearest) < 1e-9 * max(1, exact) ? nearest : exact.rounded(rule)
    return min(max(Int(count), 0), population)
  }

  private func acceptance(unreached: Int, of population: Int) -> Double {
    Hypergeometric(population: population, successes: unreached, draws: calls).cdf(acceptIfAtMost)
  }

  private static let mostAuditCalls = 1 << 40
}
