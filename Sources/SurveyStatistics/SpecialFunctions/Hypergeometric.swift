/// The number of successes among draws without replacement from a population with known successes.
///
/// Counts that cannot be (negative, or more successes or draws than the population) make every value NaN.
package struct Hypergeometric: Sendable, Equatable {
  /// How many there are.
  package let population: Int
  /// How many of them are successes.
  package let successes: Int
  /// How many are drawn.
  package let draws: Int

  /// Any three counts; impossible ones make every value NaN.
  package init(population: Int, successes: Int, draws: Int) {
    self.population = population
    self.successes = successes
    self.draws = draws
  }

  /// The counts that can occur; empty when the parameters cannot be.
  package var support: Range<Int> {
    guard isValid else { return 0..<0 }
    return max(0, draws - (population - successes))..<(min(draws, successes) + 1)
  }

  /// Draws times the share of successes; 0 for an empty population.
  package var mean: Double {
    guard isValid else { return .nan }
    guard population > 0 else { return 0 }
    return Double(draws) * (Double(successes) / Double(population))
  }

  /// Probability of exactly k successes among the draws; 0 outside the support.
  ///
  /// Three binomial masses (Loader 2000). Relative error about 1e-14. O(1).
  package func pmf(_ k: Int) -> Double {
    guard isValid else { return .nan }
    guard support.contains(k) else { return 0 }
    guard population > 0 else { return 1 }
    let p = Double(draws) / Double(population)
    let q = Double(population - draws) / Double(population)
    let undrawn = Double(successes - k)
    let failuresDrawn = Double(draws - k)
    let failuresUndrawn = Double(population - successes - (draws - k))
    return exp(
      SaddlePoint.logBinomialMass(Double(k), remainder: undrawn, p: p, q: q)
        + SaddlePoint.logBinomialMass(failuresDrawn, remainder: failuresUndrawn, p: p, q: q)
        - SaddlePoint.logBinomialMass(Double(draws), remainder: Double(population - draws), p: p, q: q))
  }

  /// Probability of at most k successes, accurate in relative terms where it is small.
  ///
  /// O(min(draws, successes)) at worst; the sum stops when its terms no longer count.
  package func cdf(_ k: Int) -> Double {
    tails(below: k).lower
  }

  /// Probability of at least k successes, accurate in relative terms where it is small.
  ///
  /// Cost as for the lower tail.
  package func upperTail(_ k: Int) -> Double {
    k <= 0 ? tails(below: -1).upper : tails(below: k - 1).upper
  }

  private var isValid: Bool {
    population >= 0 && successes >= 0 && draws >= 0 && successes <= population && draws <= population
  }

  /// P(X ≤ k) and P(X > k), the smaller one summed term by term from its largest term outwards.
  private func tails(below k: Int) -> (lower: Double, upper: Double) {
    guard isValid else { return (.nan, .nan) }
    let support = self.support
    guard k >= support.lowerBound else { return (0, 1) }
    guard k < support.upperBound - 1 else { return (1, 0) }
    if Double(k) < mean {
      let lower = pmf(k) * sumOfRatios(from: k, step: -1)
      return (lower, 1 - lower)
    }
    let upper = pmf(k + 1) * sumOfRatios(from: k + 1, step: 1)
    return (1 - upper, upper)
  }

  /// The sum 1 + P(k ± 1)/P(k) + P(k ± 2)/P(k) + … up to the end of the support.
  private func sumOfRatios(from start: Int, step: Int) -> Double {
    let failures = population - successes
    var sum = 1.0
    var term = 1.0
    var k = start
    while term > sum * Double.ulpOfOne * 0.1 {
      if step < 0 {
        term *= Double(k) / Double(successes - k + 1) * (Double(failures - draws + k) / Double(draws - k + 1))
      } else {
        term *= Double(successes - k) / Double(k + 1) * (Double(draws - k) / Double(failures - draws + k + 1))
      }
      sum += term
      k += step
    }
    return sum
  }
}
