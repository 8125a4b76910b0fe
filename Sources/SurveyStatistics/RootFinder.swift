/// Zeros of continuous functions of one variable.
enum RootFinder {
  /// A zero of f between two points where f has different signs, to the last bit or two; nil when the signs agree.
  ///
  /// Brent, R. P. (1973), Algorithms for Minimization without Derivatives, chapter 4. About ten evaluations for a
  /// smooth f, at most a few hundred for any. Infinite values are allowed, NaN ends the search with nil.
  static func root(from start: Double, to end: Double, of f: (Double) -> Double) -> Double? {
    var a = start
    var b = end
    var fa = f(a)
    var fb = f(b)
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard (fa < 0) != (fb < 0), !fa.isNaN, !fb.isNaN else { return nil }
    var c = a
    var fc = fa
    var step = b - a
    var previousStep = step
    for _ in 0..<maximumSteps {
      if abs(fc) < abs(fb) {
        (a, b, c) = (b, c, b)
        (fa, fb, fc) = (fb, fc, fb)
      }
      let tolerance = Double.ulpOfOne * abs(b) + Double.leastNormalMagnitude
      let half = 0.5 * (c - b)
      if abs(half) <= tolerance || fb == 0 { return b }
      if abs(previousStep) >= tolerance && abs(fa) > abs(fb) && fa.isFinite && fc.isFinite {
        let s = fb / fa
        var p: Double
        var q: Double
        if a == c {
          p = 2 * half * s
          q = 1 - s
        } else {
          let ratio = fa / fc
          let r = fb / fc
          p = s * (2 * half * ratio * (ratio - r) - (b - a) * (r - 1))
          q = (ratio - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        if 2 * p < min(3 * half * q - abs(tolerance * q), abs(previousStep * q)) {
          previousStep = step
          step = p / q
        } else {
          step = half
          previousStep = half
        }
      } else {
        step = half
        previousStep = half
      }
      a = b
      fa = fb
      b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
      fb = f(b)
      if fb.isNaN { return nil }
      if (fb < 0) == (fc < 0) {
        c = a
        fc = fa
        step = b - a
        previousStep = step
      }
    }
    return b
  }

  private static let maximumSteps = 300
}
