extension RandomNumberGenerator {
  /// Draws a number whose natural logarithm is normal with the given mean and standard deviation.
  ///
  /// The result is infinite or 0 where the exponential function over- or underflows.
  @inlinable
  public mutating func lognormal(logMean: Double, logSD: Double) -> Double {
    PortableMath.exp(logMean + logSD * standardNormal())
  }

  /// Draws from the Weibull distribution, P(X > x) = exp(−(x/scale)^shape); shape 1 is the exponential distribution.
  ///
  /// - Precondition: `shape` is positive.
  @inlinable
  public mutating func weibull(scale: Double, shape: Double) -> Double {
    precondition(shape > 0, "the shape must be positive")
    return scale * PortableMath.pow(standardExponential(), 1 / shape)
  }
}
