extension RandomNumberGenerator {
  /// Draws from the Poisson distribution, for every mean from 0 to 10¹⁵; a mean of 0 gives 0.
  ///
  /// Below 10 the arrivals of a Poisson process are counted, at and above 10 it is transformed rejection with squeeze:
  /// Hörmann (1993), "The transformed rejection method for generating Poisson random variables", Insurance:
  /// Mathematics and Economics 12(1), algorithm PTRS. The acceptance test uses the saddle-point form of the
  /// probability (Loader 2000), which loses no digits for large means. Exact up to rounding; above a mean of 10⁹
  /// neighbouring results may be confused by the rounding of the proposal.
  ///
  /// - Precondition: 0 ≤ `mean` ≤ 10¹⁵.
  /// - Complexity: O(1 + min(*mean*, 10)) expected.
  @inlinable
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e15, "the mean must lie between 0 and 1e15")
    return mean < 10 ? poissonByCounting(mean: mean) : poissonByRejection(mean: mean)
  }

  /// Counts the arrivals of a process of rate 1 up to time `mean` < 10.
  @inlinable
  mutating func poissonByCounting(mean: Double) -> Int {
    var count = 0
    var time = standardExponential()
    // P(count > limit) < 10⁻²⁰⁰ for a sound generator; one that only yields tiny gaps must stop too.
    while time < mean && count < Rejection.limit {
      count += 1
      time += standardExponential()
    }
    return count
  }

  @inlinable
  mutating func poissonByRejection(mean: Double) -> Int {
    // The constants are those of the paper's algorithm PTRS.
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.024_83 * b
    let inverseAlpha = 1.123_9 + 1.132_8 / (b - 3.4)
    let squeeze = 0.927_7 - 3.622_4 / (b - 2)
    for _ in 0..<Rejection.limit {
      let u = openUnitUniform() - 0.5
      let v = openUnitUniform()
      let edge = 0.5 - u.magnitude
      let k = ((2 * a / edge + b) * u + mean + 0.43).rounded(.down)
      if edge >= 0.07 && v <= squeeze { return Int(k) }
      if k < 0 || (edge < 0.013 && v > edge) { continue }
      let height = v * inverseAlpha / (a / (edge * edge) + b)
      if PortableMath.log(height) <= PoissonProbability.logarithm(of: k, mean: mean) { return Int(k) }
    }
    return Int(mean)
  }
}
