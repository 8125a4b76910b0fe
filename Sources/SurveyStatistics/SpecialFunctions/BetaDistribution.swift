/// The beta distribution on [0, 1] with positive shapes a and b.
///
/// A shape that is not a positive finite number makes every value NaN.
package struct BetaDistribution: Sendable, Equatable {
  /// The shape that pulls towards 1: successes, in a posterior.
  package let a: Double
  /// The shape that pulls towards 0: failures, in a posterior.
  package let b: Double

  /// Any two shapes; invalid ones become NaN.
  package init(_ a: Double, _ b: Double) {
    let valid = a > 0 && b > 0 && a.isFinite && b.isFinite
    self.a = valid ? a : .nan
    self.b = valid ? b : .nan
  }

  /// a/(a + b).
  package var mean: Double { a / (a + b) }

  /// ab/((a + b)²(a + b + 1)).
  package var variance: Double { a / (a + b) * (b / (a + b)) / (a + b + 1) }

  /// Density at x; 0 outside [0, 1], infinite at an end whose shape is below 1.
  package func pdf(_ x: Double) -> Double {
    guard !a.isNaN, !x.isNaN else { return .nan }
    guard x >= 0, x <= 1 else { return 0 }
    if x == 0 { return a < 1 ? .infinity : a == 1 ? b : 0 }
    if x == 1 { return b < 1 ? .infinity : b == 1 ? a : 0 }
    return IncompleteBeta.logitDensity(a, b, x: x, y: 1 - x) / (x * (1 - x))
  }

  /// Probability of a value up to x: the regularized incomplete beta function I_x(a, b).
  ///
  /// Relative error about 1e-13 down to 1e-300. O(√max(a, b)).
  package func cdf(_ x: Double) -> Double {
    guard !a.isNaN, !x.isNaN else { return .nan }
    return IncompleteBeta.tails(a, b, x: x, y: 1 - x).lower
  }

  /// Probability of a value above x, accurate in relative terms where it is small.
  package func upperTail(_ x: Double) -> Double {
    guard !a.isNaN, !x.isNaN else { return .nan }
    return IncompleteBeta.tails(a, b, x: x, y: 1 - x).upper
  }

  /// The x below which a value falls with the given probability; NaN for a probability outside [0, 1].
  ///
  /// Relative error about 1e-13, also next to 0. O(√max(a, b)).
  package func quantile(_ probability: Double) -> Double {
    guard !a.isNaN, probability >= 0, probability <= 1 else { return .nan }
    return IncompleteBeta.inverse(a, b, lower: probability, upper: 1 - probability).x
  }

  /// The x that is exceeded with the given probability, without the rounding of 1 − p.
  package func quantile(upperTail probability: Double) -> Double {
    guard !a.isNaN, probability >= 0, probability <= 1 else { return .nan }
    return IncompleteBeta.inverse(a, b, lower: 1 - probability, upper: probability).x
  }
}
