extension GammaFunction {
  /// The lower regularized incomplete gamma function P(a, x) = γ(a, x)/Γ(a), for a > 0 and x ≥ 0.
  ///
  /// NaN outside that range. Relative error about 1e-13. Series below a + 1, Lentz's continued fraction above
  /// (Gautschi 1979, ACM TOMS 5:466). O(√a + 30) terms.
  package static func regularizedLower(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return 0 }
    guard x < .infinity else { return 1 }
    return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
  }

  /// The upper regularized incomplete gamma function Q(a, x) = 1 − P(a, x), kept accurate where it is small.
  ///
  /// NaN unless a > 0 and x ≥ 0. Method and cost as for the lower one.
  package static func regularizedUpper(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
  }

  /// x^a e^(−x)/Γ(a+1) · Σ x^k / ((a+1)…(a+k)), for 0 < x < a + 1.
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for step in 1...maximumTerms {
      term *= x / (a + Double(step))
      sum += term
      if term <= sum * Double.ulpOfOne * 0.25 { break }
    }
    return SaddlePoint.poissonMass(a, mean: x) * sum
  }

  /// Legendre's continued fraction for Q(a, x), for x ≥ a + 1.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = Double.leastNormalMagnitude
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var product = d
    for step in 1...maximumTerms {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      product *= factor
      if abs(factor - 1) <= 8 * Double.ulpOfOne || !factor.isFinite { break }
    }
    return SaddlePoint.poissonMass(a, mean: x) * a * product
  }

  /// Reached only by parameters above about 1e10, where neither sum nor fraction could end otherwise.
  private static let maximumTerms = 1_000_000
}
