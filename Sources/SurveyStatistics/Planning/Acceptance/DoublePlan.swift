/// Lot quality assurance in two steps: a first sample decides clear cases, a second one the rest.
///
/// Accept after the first n₁ calls when at most c₁ are unreached, refuse from r₁ on; else call n₂ more and accept when
/// at most c₂ are unreached in all. Dodge and Romig (1944).
package struct DoublePlan: Sendable, Equatable {
  /// How many calls the first sample has.
  package let firstCalls: Int
  /// How many calls the second sample has.
  package let secondCalls: Int
  /// The greatest count of the first sample that is accepted at once.
  package let firstAcceptIfAtMost: Int
  /// The smallest count of the first sample that is refused at once.
  package let firstRefuseIfAtLeast: Int
  /// The greatest count of both samples together that is accepted in the end.
  package let finalAcceptIfAtMost: Int
  /// How many practices there are; nil when draws do not exhaust them.
  package let population: Int?

  /// Nil for negative counts, more calls than the population, or a first sample that would refuse what it accepts.
  package init?(
    firstCalls: Int, secondCalls: Int, firstAcceptIfAtMost: Int, firstRefuseIfAtLeast: Int,
    finalAcceptIfAtMost: Int, population: Int? = nil
  ) {
    guard firstCalls >= 0, secondCalls >= 0, firstCalls <= Self.mostCalls, secondCalls <= Self.mostCalls,
      firstCalls + secondCalls <= population ?? Int.max, population ?? 0 <= Tally.mostTrials,
      firstAcceptIfAtMost >= 0, finalAcceptIfAtMost >= 0,
      firstRefuseIfAtLeast > firstAcceptIfAtMost
    else { return nil }
    self.firstCalls = firstCalls
    self.secondCalls = secondCalls
    self.firstAcceptIfAtMost = firstAcceptIfAtMost
    self.firstRefuseIfAtLeast = firstRefuseIfAtLeast
    self.finalAcceptIfAtMost = finalAcceptIfAtMost
    self.population = population
  }

  /// The operating characteristic: the probability of accepting at a true share; NaN for one outside [0, 1].
  ///
  /// With a population the share is that of the nearest whole count. O(undecided counts) tail probabilities.
  package func acceptance(atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    return acceptance(rate, unreached: population.map { Int((Double($0) * rate).rounded()) } ?? 0)
  }

  /// The average sample number: the calls expected at a true share; NaN for one outside [0, 1].
  package func expectedCalls(atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    let unreached = population.map { Int((Double($0) * rate).rounded()) } ?? 0
    let second = undecided.reduce(0) { $0 + firstMass($1, rate, unreached) }
    return Double(firstCalls) + Double(secondCalls) * second
  }

  /// The plan with the fewest expected calls at the good share among those that keep both risks.
  ///
  /// The family: both samples have the same size, and the first refuses what the end would refuse (r₁ = c₂ + 1), with
  /// c₂ up to three above the number allowed by the smallest single plan. Ties go to fewer calls in all. With a
  /// population, good and bad are whole counts as in `AcceptancePlan.smallest`. Nil where that is nil, or when no plan of
  /// the family has at most `mostCalls` calls.
  package static func smallest(
    good: Double, bad: Double, producerRisk: Double = 0.05, consumerRisk: Double = 0.10,
    population: Int? = nil, mostCalls: Int = 100_000
  ) -> DoublePlan? {
    guard
      let single = AcceptancePlan.smallest(
        good: good, bad: bad, producerRisk: producerRisk, consumerRisk: consumerRisk, population: population,
        mostCalls: mostCalls)
    else { return nil }
    let most = min(mostCalls, population ?? mostCalls) / 2
    let badCount = population.map { AcceptancePlan.count(bad, of: $0, .up) } ?? 0
    let goodCount = population.map { AcceptancePlan.count(good, of: $0, .down) } ?? 0
    var best: (plan: DoublePlan, calls: Double)?
    for final in 1...(single.acceptIfAtMost + 3) {
      for first in 0..<final {
        func plan(_ calls: Int) -> DoublePlan? {
          DoublePlan(
            firstCalls: calls, secondCalls: calls, firstAcceptIfAtMost: first,
            firstRefuseIfAtLeast: final + 1, finalAcceptIfAtMost: final, population: population)
        }
        // More calls accept less, whatever the share.
        let calls = BinarySearch.firstIndex(in: 1..<(most + 1)) {
          (plan($0)?.acceptance(bad, unreached: badCount) ?? 0) <= consumerRisk
        }
        guard calls <= most, let found = plan(calls),
          1 - found.acceptance(good, unreached: goodCount) <= producerRisk
        else { continue }
        let expected = found.expectedCalls(atRate: good)
        if let best, best.calls <= expected { continue }
        best = (found, expected)
      }
    }
    return best?.plan
  }

  /// The counts of the first sample that ask for the second.
  private var undecided: Range<Int> {
    (firstAcceptIfAtMost + 1)..<max(firstAcceptIfAtMost + 1, min(firstRefuseIfAtLeast, firstCalls + 1))
  }

  private func acceptance(_ rate: Double, unreached: Int) -> Double {
    guard let population else { return binomialAcceptance(rate) }
    let atOnce = Hypergeometric(population: population, successes: unreached, draws: firstCalls)
      .cdf(firstAcceptIfAtMost)
    return undecided.reduce(atOnce) { sum, count in
      let mass = firstMass(count, rate, unreached)
      guard mass > 0 else { return sum }
      let left = finalAcceptIfAtMost - count
      let rest = Hypergeometric(
        population: population - firstCalls, successes: unreached - count, draws: secondCalls)
      return sum + mass * rest.cdf(left)
    }
  }

  /// The sum over the first sample, with the second's distribution built up as its limit rises.
  private func binomialAcceptance(_ rate: Double) -> Double {
    let left = BinomialMasses(trials: firstCalls, probability: rate)
    let right = BinomialMasses(trials: secondCalls, probability: rate)
    var total = Binomial(trials: firstCalls, probability: rate).cdf(firstAcceptIfAtMost)
    var below = 0.0
    var next = right.range.lowerBound
    for first in undecided.reversed() {
      while next <= finalAcceptIfAtMost - first && next < right.range.upperBound {
        below += right[next]
        next += 1
      }
      total += left[first] * below
    }
    return min(total, 1)
  }

  private func firstMass(_ count: Int, _ rate: Double, _ unreached: Int) -> Double {
    guard let population else { return Binomial(trials: firstCalls, probability: rate).pmf(count) }
    return Hypergeometric(population: population, successes: unreached, draws: firstCalls).pmf(count)
  }

  private static let mostCalls = 1 << 40
}
