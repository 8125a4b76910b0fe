/// The standard normal distribution: mean 0, standard deviation 1.
package enum Normal {
  /// Density at z; 0 at ±∞.
  package static func pdf(_ z: Double) -> Double {
    exp(-0.5 * z * z) * 0.398942280401432677939946059934381868
  }

  /// Probability of a value up to z, accurate in relative terms down to 1e-300.
  package static func cdf(_ z: Double) -> Double {
    0.5 * erfc(-z * 0.707106781186547524400844362104849039)
  }

  /// Probability of a value above z, accurate in relative terms where it is small.
  package static func upperTail(_ z: Double) -> Double {
    cdf(-z)
  }

  /// The z below which a value falls with the given probability; ±∞ at 0 and 1, NaN outside [0, 1].
  ///
  /// Wichura, M. J. (1988), Algorithm AS 241, Applied Statistics 37:477–484, then one Newton step. O(1).
  package static func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    if probability == 0.5 { return 0 }
    return probability < 0.5 ? lowerQuantile(probability) : -lowerQuantile(1 - probability)
  }

  /// The z that is exceeded with the given probability: −quantile(probability), without the rounding of 1 − p.
  package static func quantile(upperTail probability: Double) -> Double {
    -quantile(probability)
  }

  /// For 0 ≤ p < ½.
  private static func lowerQuantile(_ p: Double) -> Double {
    guard p > 0 else { return -.infinity }
    let z = wichura(p)
    let density = pdf(z)
    // Below the smallest normal number the density has too few bits left to improve anything.
    guard density > 1e-290 else { return z }
    return z - (cdf(z) - p) / density
  }

  private static func wichura(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(centralNumerator, r) / polynomial(centralDenominator, r)
    }
    let r = (-log(p)).squareRoot()
    if r <= 5 {
      return -polynomial(middleNumerator, r - 1.6) / polynomial(middleDenominator, r - 1.6)
    }
    return -polynomial(farNumerator, r - 5) / polynomial(farDenominator, r - 5)
  }

  /// Horner's scheme, constant coefficient first.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for coefficient in coefficients.reversed() { sum = sum * x + coefficient }
    return sum
  }

  private static let centralNumerator = [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ]
  private static let centralDenominator = [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
    21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
  ]
  private static let middleNumerator = [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ]
  private static let middleDenominator = [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
    0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ]
  private static let farNumerator = [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ]
  private static let farDenominator = [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
    7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ]
}
