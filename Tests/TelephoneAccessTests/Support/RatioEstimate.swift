/// A ratio of sums over independent days, with the standard error that the days' variance gives it.
///
/// Source: Cochran, Sampling Techniques (1977), section 6.3: the linearised variance of a ratio.
struct RatioEstimate {
  let value: Double
  let standardError: Double

  private init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  init(_ days: [(numerator: Double, denominator: Double)]) {
    let numerator = days.reduce(0) { $0 + $1.numerator }
    let denominator = days.reduce(0) { $0 + $1.denominator }
    value = numerator / denominator
    let ratio = value
    let squares = days.reduce(0) { sum, day in
      let residual = day.numerator - ratio * day.denominator
      return sum + residual * residual
    }
    let count = Double(days.count)
    standardError = (squares / (count - 1) * count).squareRoot() / denominator
  }

  /// The same ratio in another unit.
  func scaled(by factor: Double) -> RatioEstimate {
    RatioEstimate(value: value * factor, standardError: standardError * factor)
  }

  /// Whether a value lies within three standard errors, which are at most 1 % of it: a chance of 0.3 % to say no to
  /// the truth; seeds are fixed, so that a test that has passed passes again.
  func agrees(with expected: Double) -> Bool {
    abs(value - expected) <= 3 * standardError && standardError <= 0.01 * expected
  }
}
