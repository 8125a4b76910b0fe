extension RandomNumberGenerator {
  /// Draws from the gamma distribution with the given shape and scale 1.
  ///
  /// The result is finite and not negative. For a shape far below 1 most of the distribution lies below the smallest
  /// double, and the result is then often 0.
  ///
  /// Source: Marsaglia & Tsang (2000), "A simple method for generating gamma variables", ACM Transactions on
  /// Mathematical Software 26(3), with their power of a uniform for shapes below 1.
  ///
  /// - Precondition: `shape` is positive and finite.
  @inlinable
  public mutating func standardGamma(shape: Double) -> Double {
    precondition(shape > 0 && shape.isFinite, "the shape must be positive and finite")
    if shape < 1 {
      // U^(1/shape) as exp(−E/shape): a uniform's negative logarithm is exponential.
      let factor = PortableMath.exp(-standardExponential() / shape)
      return factor * gammaOfShapeAtLeastOne(shape + 1)
    }
    return gammaOfShapeAtLeastOne(shape)
  }

  /// Draws from the gamma distribution with mean shape · scale.
  ///
  /// - Precondition: `shape` is positive and finite.
  @inlinable
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    scale * standardGamma(shape: shape)
  }

  @inlinable
  mutating func gammaOfShapeAtLeastOne(_ shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    for _ in 0..<Rejection.limit {
      let x = standardNormal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = openUnitUniform()
      let square = x * x
      if u < 1 - 0.0331 * (square * square) { return d * v }
      if PortableMath.log(u) < 0.5 * square + d * (1 - v + PortableMath.log(v)) { return d * v }
    }
    return d
  }
}
