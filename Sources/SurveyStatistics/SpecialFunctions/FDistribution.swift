/// Fisher's F distribution with any positive, also fractional, degrees of freedom.
///
/// Degrees that are not a positive finite number make every value NaN.
package struct FDistribution: Sendable, Equatable {
  /// Degrees of freedom above the fraction line.
  package let numerator: Double
  /// Degrees of freedom below the fraction line.
  package let denominator: Double

  /// Any two numbers; invalid ones become NaN.
  package init(numerator: Double, denominator: Double) {
    let valid = numerator > 0 && denominator > 0 && numerator.isFinite && denominator.isFinite
    self.numerator = valid ? numerator : .nan
    self.denominator = valid ? denominator : .nan
  }

  /// Probability of a value up to f; 0 for a negative f.
  ///
  /// The regularized incomplete beta function. O(√ν).
  package func cdf(_ f: Double) -> Double { tails(f).lower }

  /// Probability of a value above f, accurate in relative terms where it is small: the p-value of a statistic f.
  package func upperTail(_ f: Double) -> Double { tails(f).upper }

  /// The f below which a value falls with the given probability; ∞ at 1, NaN outside [0, 1].
  package func quantile(_ probability: Double) -> Double {
    guard !numerator.isNaN, probability >= 0, probability <= 1 else { return .nan }
    let (x, y) = IncompleteBeta.inverse(
      0.5 * numerator, 0.5 * denominator, lower: probability, upper: 1 - probability)
    return x / y * (denominator / numerator)
  }

  /// I_x(ν₁/2, ν₂/2) at x = ν₁f/(ν₁f + ν₂) (Abramowitz and Stegun 1964, 26.6.2), and its complement.
  private func tails(_ f: Double) -> (lower: Double, upper: Double) {
    guard !numerator.isNaN, !f.isNaN else { return (.nan, .nan) }
    guard f > 0 else { return (0, 1) }
    guard f < .infinity else { return (1, 0) }
    let ratio = f * (numerator / denominator)
    guard ratio < .infinity else { return (1, 0) }
    return IncompleteBeta.tails(
      0.5 * numerator, 0.5 * denominator, x: ratio / (1 + ratio), y: 1 / (1 + ratio))
  }
}
