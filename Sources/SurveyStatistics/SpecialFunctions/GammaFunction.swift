/// Logarithms of the gamma function, of factorials and of binomial coefficients.
///
/// Written here because the C library's `lgamma` writes a global and is inaccurate near 1 and 2.
package enum GammaFunction {
  /// The natural logarithm of Γ(x), for x > 0, with a relative error below 1e-13.
  ///
  /// Infinite at 0; NaN for a negative x. Around 1 and 2, where the value is zero, the relative accuracy is kept by
  /// the zeta series (Abramowitz and Stegun 1964, 6.1.33); above 10 by Stirling's series (6.1.40); between by
  /// recurrence. O(1).
  package static func logGamma(_ x: Double) -> Double {
    guard x >= 0 else { return .nan }
    guard x > 0 else { return .infinity }
    if x >= stirlingThreshold {
      return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingRemainder(x)
    }
    if x < 0.5 { return logGammaNearTwo(x) - log1p(x) - log(x) }
    if x < 1.5 { return logGammaNearTwo(x - 1) - log1p(x - 1) }
    var argument = x
    var product = 1.0
    while argument >= 2.5 {
      argument -= 1
      product *= argument
    }
    return log(product) + logGammaNearTwo(argument - 2)
  }

  /// What Stirling's formula leaves over: log x! − [(x + ½) log x − x + ½ log 2π], for x > 0.
  ///
  /// Loader, C. (2000), Fast and accurate computation of binomial probabilities.
  static func stirlingError(_ x: Double) -> Double {
    if x >= stirlingThreshold { return stirlingRemainder(x) }
    return logGamma(x + 1) - (x + 0.5) * log(x) + x - halfLogTwoPi
  }

  static let halfLogTwoPi = 0.918938533204672741780329736405617640

  /// From here on eight terms of Stirling's series are exact to the last bit of a Double.
  private static let stirlingThreshold = 10.0

  /// log Γ(x) − [(x − ½) log x − x + ½ log 2π], for x of at least 10.
  static func stirlingRemainder(_ x: Double) -> Double {
    let inverseSquare = 1 / (x * x)
    var sum = 0.0
    for coefficient in stirlingCoefficients.reversed() {
      sum = sum * inverseSquare + coefficient
    }
    return sum / x
  }

  /// B₂ₖ / (2k(2k − 1)) for k = 1…8, B the Bernoulli numbers.
  private static let stirlingCoefficients: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
  ]

  /// log Γ(2 + z) for |z| ≤ ½, as (1 − γ)z + Σ (−1)^k (ζ(k) − 1) z^k / k.
  private static func logGammaNearTwo(_ z: Double) -> Double {
    var sum = 0.0
    var k = zetaMinusOne.count + 1
    for value in zetaMinusOne.reversed() {
      sum = value / Double(k) - z * sum
      k -= 1
    }
    return z * (oneMinusEulerGamma + z * sum)
  }

  private static let oneMinusEulerGamma = 0.422784335098467139393487909917597569

  /// ζ(k) − 1 for k = 2…30, from mpmath 1.3: `mp.dps = 40; [zeta(k) - 1 for k in range(2, 31)]`.
  private static let zetaMinusOne: [Double] = [
    0.64493406684822643647, 0.2020569031595942854, 0.082323233711138191516, 0.036927755143369926331,
    0.017343061984449139715, 0.0083492773819228268398, 0.0040773561979443393787, 0.0020083928260822144179,
    0.00099457512781808533715, 0.0004941886041194645587, 0.00024608655330804829864, 0.00012271334757848914675,
    0.000061248135058704829259, 0.000030588236307020493552, 0.000015282259408651871733,
    7.6371976378997622736e-6,
    3.8172932649998398565e-6, 1.9082127165539389257e-6, 9.5396203387279611315e-7, 4.7693298678780646312e-7,
    2.3845050272773299e-7, 1.1921992596531107307e-7, 5.9608189051259479612e-8, 2.9803503514652280186e-8,
    1.4901554828365041235e-8, 7.450711789835429492e-9, 3.7253340247884570548e-9, 1.8626597235130490064e-9,
    9.3132743241966818287e-10,
  ]
}
