/// The number of successes in trials whose common probability is itself beta distributed.
///
/// A negative number of trials or a shape that is not a positive finite number makes every value NaN.
package struct BetaBinomial: Sendable, Equatable {
  /// How many trials.
  package let trials: Int
  /// Where their common probability comes from.
  package let prior: BetaDistribution

  /// Any number of trials; a negative one makes every value NaN.
  package init(trials: Int, prior: BetaDistribution) {
    self.trials = trials
    self.prior = trials >= 0 ? prior : BetaDistribution(.nan, .nan)
  }

  /// Trials times the prior mean.
  package var mean: Double { Double(trials) * prior.mean }

  /// Probability of exactly k successes; 0 outside 0…trials.
  ///
  /// Relative error about 1e-13. O(1).
  package func pmf(_ k: Int) -> Double {
    guard !prior.a.isNaN else { return .nan }
    guard k >= 0, k <= trials else { return 0 }
    return exp(Self.logMass(Double(k), remainder: Double(trials - k), prior))
  }

  /// The logarithm of C(n, k) B(k + a, n − k + b)/B(a, b), for 0 ≤ k ≤ n.
  ///
  /// Written as three binomial masses at the posterior mean, whose p and q cancel: no large logarithms are subtracted.
  /// Successes and failures need not be whole.
  static func logMass(_ successes: Double, remainder failures: Double, _ prior: BetaDistribution) -> Double {
    let a = prior.a
    let b = prior.b
    let total = a + b + successes + failures
    let p = (successes + a) / total
    let q = (failures + b) / total
    return SaddlePoint.logBinomialMass(successes, remainder: failures, p: p, q: q)
      + SaddlePoint.logBinomialMass(a, remainder: b, p: p, q: q)
      - SaddlePoint.logBinomialMass(a + successes, remainder: b + failures, p: p, q: q)
      + log(a / (a + successes)) + log(b / (b + failures)) + log(total / (a + b))
  }
}
