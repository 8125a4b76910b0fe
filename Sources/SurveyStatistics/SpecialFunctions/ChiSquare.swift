/// The chi-square distribution with any positive, also fractional, degrees of freedom.
///
/// Degrees that are not a positive finite number make every value NaN.
package struct ChiSquare: Sendable, Equatable {
  /// The degrees of freedom ν, NaN when they were not positive and finite.
  package let degreesOfFreedom: Double

  /// Any number; one that is not positive and finite becomes NaN.
  package init(degreesOfFreedom: Double) {
    let valid = degreesOfFreedom > 0 && degreesOfFreedom.isFinite
    self.degreesOfFreedom = valid ? degreesOfFreedom : .nan
  }

  /// Probability of a value up to x; 0 for a negative x.
  ///
  /// The regularized incomplete gamma function P(ν/2, x/2). O(√ν).
  package func cdf(_ x: Double) -> Double {
    GammaFunction.regularizedLower(0.5 * degreesOfFreedom, x < 0 ? 0 : 0.5 * x)
  }

  /// Probability of a value above x, accurate in relative terms where it is small: the p-value of a statistic x.
  package func upperTail(_ x: Double) -> Double {
    GammaFunction.regularizedUpper(0.5 * degreesOfFreedom, x < 0 ? 0 : 0.5 * x)
  }

  /// The x below which a value falls with the given probability; ∞ at 1, NaN outside [0, 1].
  package func quantile(_ probability: Double) -> Double {
    inverse(lower: probability, upper: 1 - probability)
  }

  /// The x that is exceeded with the given probability, without the rounding of 1 − p.
  package func quantile(upperTail probability: Double) -> Double {
    inverse(lower: 1 - probability, upper: probability)
  }

  /// Newton's method for the logarithm of the smaller tail as a function of log x, inside a bracket.
  private func inverse(lower: Double, upper: Double) -> Double {
    guard !degreesOfFreedom.isNaN, lower >= 0, upper >= 0 else { return .nan }
    guard lower > 0 else { return 0 }
    guard upper > 0 else { return .infinity }
    let shape = 0.5 * degreesOfFreedom
    let aimsLow = lower <= upper
    let target = log(aimsLow ? lower : upper)
    var low = -1000.0
    var high = 700.0
    var position = log(shape)
    for _ in 0..<100 {
      let x = exp(position)
      let tail =
        aimsLow ? GammaFunction.regularizedLower(shape, x) : GammaFunction.regularizedUpper(shape, x)
      let excess = tail > 0 ? log(tail) - target : -Double.infinity
      if excess == 0 { break }
      if (excess > 0) == aimsLow { high = position } else { low = position }
      let slope = SaddlePoint.poissonMass(shape, mean: x) * shape / tail
      var next = aimsLow ? position - excess / slope : position + excess / slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      let step = abs(next - position)
      position = next
      if step <= 4 * Double.ulpOfOne * max(1, abs(position)) { break }
    }
    return 2 * exp(position)
  }
}
