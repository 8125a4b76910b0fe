/// The regularized incomplete beta function I_x(a, b) and its inverse.
enum IncompleteBeta {
  /// Both tails at once, the smaller one accurate in relative terms: I_x(a, b) and 1 − I_x(a, b) = I_y(b, a).
  ///
  /// `y` is 1 − x, passed by itself so that neither end loses digits. The continued fraction and the choice of tail
  /// are BFRAC of Didonato and Morris (1992), ACM TOMS 18:360; the prefix is the saddle point's. O(√max(a, b)) terms.
  static func tails(_ a: Double, _ b: Double, x: Double, y: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    let density = logitDensity(a, b, x: x, y: y)
    let excess = SaddlePoint.excess(a, remainder: b, p: x, q: y)
    if excess >= 0 {
      let lower = density / fraction(a, b, x: x, y: y, excess: excess)
      return (lower, 1 - lower)
    }
    let upper = density / fraction(b, a, x: y, y: x, excess: -excess)
    return (1 - upper, upper)
  }

  /// The density x^(a−1) y^(b−1)/B(a, b) times xy: the derivative of I_x(a, b) by log(x/y).
  static func logitDensity(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    exp(SaddlePoint.logBinomialMass(a, remainder: b, p: x, q: y)) * a * (b / (a + b))
  }

  /// The x with I_x(a, b) = lower, and y = 1 − x; `upper` must be 1 − lower.
  ///
  /// Newton's method for the logarithm of the smaller tail as a function of log(x/y), kept inside a bracket: both x
  /// and y come out with full relative accuracy, however near 0 they are. About ten evaluations.
  static func inverse(_ a: Double, _ b: Double, lower: Double, upper: Double) -> (x: Double, y: Double) {
    guard lower > 0 else { return (0, 1) }
    guard upper > 0 else { return (1, 0) }
    let aimsLow = lower <= upper
    let target = log(aimsLow ? lower : upper)
    var low = -750.0
    var high = 750.0
    var logit = min(max(log(a / b), low + 1), high - 1)
    for _ in 0..<maximumSteps {
      let (x, y) = point(logit)
      let tails = tails(a, b, x: x, y: y)
      let tail = aimsLow ? tails.lower : tails.upper
      let excess = tail > 0 ? log(tail) - target : -Double.infinity
      if excess == 0 { break }
      if (excess > 0) == aimsLow { high = logit } else { low = logit }
      let slope = logitDensity(a, b, x: x, y: y) / tail
      var next = aimsLow ? logit - excess / slope : logit + excess / slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      let step = abs(next - logit)
      logit = next
      if step <= 4 * Double.ulpOfOne * max(1, abs(logit)) { break }
    }
    return point(logit)
  }

  /// Enough for bisection alone to exhaust the bracket.
  private static let maximumSteps = 100

  /// Reached only by parameters above about 1e10, where the fraction is accurate long before.
  private static let maximumTerms = 100_000

  /// The x and y = 1 − x with the given log(x/y).
  static func point(_ logit: Double) -> (x: Double, y: Double) {
    let odds = exp(-abs(logit))
    let larger = 1 / (1 + odds)
    return logit < 0 ? (odds * larger, larger) : (larger, odds * larger)
  }

  /// The continued fraction below x^a y^b/B(a, b), for excess = a − (a + b) x ≥ 0, by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, x: Double, y: Double, excess: Double) -> Double {
    var product = a / (a + 1) * (excess + 1)
    var c = product
    var d = 0.0
    for step in 1...maximumTerms {
      let n = Double(step)
      let middle = a + 2 * n - 1
      let numerator = (a + n - 1) / middle * ((a + b + n - 1) / middle) * n * (b - n) * x * x
      let denominator =
        n + n * (b - n) * x / middle + (a + n) / (middle + 2) * (excess + 1 + n * (1 + y))
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      let factor = c * d
      product *= factor
      if abs(factor - 1) <= 8 * Double.ulpOfOne || !factor.isFinite { break }
    }
    return product
  }
}
