/// The normal distribution's upper tail.
enum NormalTail {
  /// The probability that a standard normal number is above `z`, for `z` from −6 up.
  ///
  /// It is off by at most 3 · 10⁻¹³ of itself up to 35, most of all just below 3; above 38 it is 0.
  ///
  /// Source: Abramowitz & Stegun (1964), "Handbook of Mathematical Functions": below 3 the series 26.2.11 of
  /// the distribution function, above it the continued fraction 26.2.14.
  static func probability(_ z: Double) -> Double {
    let density = PortableMath.exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    if z < 3 {
      var (term, sum, divisor) = (z, z, 1.0)
      while term.magnitude > 1e-17 * sum.magnitude {
        divisor += 2
        term *= z * z / divisor
        sum += term
      }
      return 0.5 - density * sum
    }
    // From 3 up, 120 levels are more than a double can tell from all of them.
    var fraction = z
    for depth in stride(from: 120.0, through: 1, by: -1) { fraction = z + depth / fraction }
    return density / fraction
  }
}
