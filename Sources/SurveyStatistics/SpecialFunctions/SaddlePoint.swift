/// Loader's saddle-point form of the binomial and Poisson masses, extended to real arguments.
///
/// Every mass, density and incomplete-function prefix in this module goes through it, because it never subtracts
/// large logarithms. Loader, C. (2000), Fast and accurate computation of binomial probabilities.
enum SaddlePoint {
  /// The deviance part x log(x/m) + m − x, for x > 0 and m > 0; zero exactly when they are equal.
  ///
  /// The excess x − m is passed by itself because it is often known to more digits than that difference would have.
  static func deviance(_ x: Double, mean: Double, excess: Double) -> Double {
    let sum = x + mean
    if abs(excess) < 0.1 * sum {
      // Series in v = (x − m)/(x + m): at most twenty terms, no cancellation.
      let v = excess / sum
      let square = v * v
      var total = excess * v
      var power = 2 * x * v
      var j = 1.0
      while true {
        power *= square
        let next = total + power / (2 * j + 1)
        if next == total { return next }
        total = next
        j += 1
      }
    }
    let relative = -excess / x
    return abs(relative) < 0.5 ? x * (relative - log1p(relative)) : x * log(x / mean) - excess
  }

  /// How far x lies above n p, from whichever of p and q = 1 − p is the smaller: exact but for the final rounding.
  static func excess(_ x: Double, remainder: Double, p: Double, q: Double) -> Double {
    let n = x + remainder
    return p <= q ? x.addingProduct(-n, p) : (-remainder).addingProduct(n, q)
  }

  /// The logarithm of Γ(n+1)/(Γ(x+1)Γ(n−x+1)) · p^x · q^(n−x), for real 0 ≤ x ≤ n and q = 1 − p given by itself.
  ///
  /// `remainder` is n − x, passed so that the caller decides which of the three numbers is rounded.
  static func logBinomialMass(_ x: Double, remainder: Double, p: Double, q: Double) -> Double {
    let n = x + remainder
    if x == 0 {
      guard remainder > 0 else { return 0 }
      return p < q ? remainder * log1p(-p) : remainder * log(q)
    }
    if remainder == 0 { return q < p ? x * log1p(-q) : x * log(p) }
    guard p > 0, q > 0 else { return -.infinity }
    let excess = excess(x, remainder: remainder, p: p, q: q)
    return 0.5 * log(n / (2 * Double.pi * x * remainder))
      + GammaFunction.stirlingError(n) - GammaFunction.stirlingError(x)
      - GammaFunction.stirlingError(remainder)
      - deviance(x, mean: n * p, excess: excess) - deviance(remainder, mean: n * q, excess: -excess)
  }

  /// The Poisson mass m^x e^(−m)/Γ(x+1) for real x ≥ 0 and m ≥ 0.
  static func poissonMass(_ x: Double, mean: Double) -> Double {
    guard mean > 0 else { return x == 0 ? 1 : 0 }
    guard x > 0 else { return exp(-mean) }
    return exp(-GammaFunction.stirlingError(x) - deviance(x, mean: mean, excess: x - mean))
      / (2 * Double.pi * x).squareRoot()
  }
}
