/// The probabilities of the Poisson distribution, computed without cancellation.
@usableFromInline
enum PoissonProbability {
  /// The logarithm of P(K = k) for a whole number k ≥ 0 and a mean ≥ 10.
  ///
  /// Source: Loader (2000), "Fast and accurate computation of binomial probabilities": ln P = −D(k, mean) −
  /// δ(k) − ½ ln(2πk), where D is the deviance part and δ the error of Stirling's formula.
  @usableFromInline
  static func logarithm(of k: Double, mean: Double) -> Double {
    if k == 0 { return -mean }
    return -deviance(k, mean) - stirlingError(k) - 0.5 * PortableMath.log(2 * .pi * k)
  }

  /// k ln(k/mean) + mean − k.
  static func deviance(_ k: Double, _ mean: Double) -> Double {
    let difference = k - mean
    let sum = k + mean
    if difference.magnitude < 0.1 * sum {
      // k ln(k/mean) = 2k · artanh(v) with v = (k − mean)/(k + mean); the first term cancels against mean − k.
      let v = difference / sum
      let square = v * v
      var power = 2 * k * v
      var total = difference * v
      var divisor = 3.0
      while divisor < 60 {
        power *= square
        let next = total + power / divisor
        if next == total { break }
        total = next
        divisor += 2
      }
      return total
    }
    return k * PortableMath.log(k / mean) + mean - k
  }

  /// ln k! − ln(√(2πk) · (k/e)ᵏ), for k ≥ 1.
  static func stirlingError(_ k: Double) -> Double {
    if k < 16 { return smallStirlingErrors[Int(k)] }
    let square = k * k
    // Stirling's series; the first term left out is below 10⁻¹⁶ for k ≥ 16.
    var series = 1.0 / 1680 - 1.0 / 1188 / square
    series = 1.0 / 1260 - series / square
    series = 1.0 / 360 - series / square
    return (1.0 / 12 - series / square) / k
  }

  /// The error of Stirling's formula for k below 16; the entry for 0 is not used.
  ///
  /// Python, mpmath with 50 digits: `loggamma(k + 1) - (log(2 * pi * k) / 2 + k * log(k) - k)`.
  private static let smallStirlingErrors: InlineArray<16, Double> = [
    0.0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834,
    0.020790672103765093, 0.016644691189821193, 0.013876128823070748, 0.01189670994589177,
    0.010411265261972096, 0.009255462182712733, 0.00833056343336287, 0.007573675487951841,
    0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
  ]
}
