/// The number of successes in independent trials with one probability.
///
/// A negative number of trials or a probability outside [0, 1] makes every value NaN.
package struct Binomial: Sendable, Equatable {
  /// How many trials.
  package let trials: Int
  /// The success probability of each, NaN when the parameters cannot be.
  package let probability: Double

  /// Any two numbers; impossible ones make the probability NaN.
  package init(trials: Int, probability: Double) {
    self.trials = trials
    self.probability = trials >= 0 && probability >= 0 && probability <= 1 ? probability : .nan
  }

  /// Trials times probability.
  package var mean: Double { Double(trials) * probability }

  /// Trials times p(1 − p).
  package var variance: Double { mean * (1 - probability) }

  /// Probability of exactly k successes; 0 outside 0…trials.
  ///
  /// Loader, C. (2000), Fast and accurate computation of binomial probabilities. Relative error about 1e-14. O(1).
  package func pmf(_ k: Int) -> Double {
    guard !probability.isNaN else { return .nan }
    guard k >= 0, k <= trials else { return 0 }
    return exp(
      SaddlePoint.logBinomialMass(
        Double(k), remainder: Double(trials - k), p: probability, q: 1 - probability))
  }

  /// Probability of at most k successes.
  ///
  /// Through the incomplete beta function, accurate in relative terms where it is small. O(√trials).
  package func cdf(_ k: Int) -> Double {
    tails(below: k).lower
  }

  /// Probability of at least k successes, accurate in relative terms where it is small.
  ///
  /// O(√trials).
  package func upperTail(_ k: Int) -> Double {
    // k = Int.min has no predecessor; everything up to 0 is certain anyway.
    k <= 0 ? tails(below: -1).upper : tails(below: k - 1).upper
  }

  /// P(X ≤ k) and P(X > k).
  private func tails(below k: Int) -> (lower: Double, upper: Double) {
    guard !probability.isNaN else { return (.nan, .nan) }
    guard k >= 0 else { return (0, 1) }
    guard k < trials else { return (1, 0) }
    let beta = IncompleteBeta.tails(
      Double(k) + 1, Double(trials - k), x: probability, y: 1 - probability)
    return (beta.upper, beta.lower)
  }
}
