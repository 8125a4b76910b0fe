extension DurationLayers {
  /// A density of durations in units, without the layers that it is cut into.
  public enum Density: BitwiseCopyable, Sendable {
    case exponential(mean: Double)
    /// The tails begin `start` times `logSD` from the mode's logarithm; `left` is the left one's share.
    case lognormal(mode: Double, logSD: Double, start: Double, left: Double)
  }
}

extension DurationLayers.Density {
  /// The density at a point, in parts of its maximum.
  @usableFromInline
  func height(at point: UInt64) -> Double {
    let x = DurationLayers.duration(point)
    switch self {
    case .exponential(let mean): return PortableMath.exp(-x / mean)
    case .lognormal(let mode, let logSD, _, _):
      guard x > 0 else { return 0 }
      let distance = PortableMath.log(x / mode) / logSD
      return PortableMath.exp(-0.5 * distance * distance)
    }
  }

  /// Draws a point from what lies outside the lowest layer's rectangle.
  @inlinable
  func tail(using generator: inout some RandomNumberGenerator) -> UInt64 {
    let x: Double
    switch self {
    case .exponential(let mean):
      // The tail of an exponential distribution is the distribution itself, moved.
      x = mean * (ExponentialZiggurat.tailStart - PortableMath.log(generator.openUnitUniform()))
    case .lognormal(let mode, let logSD, let start, let left):
      // Around the mean, which lies a variance above the mode on the logarithm's scale, the tails are normal.
      let normal =
        generator.unitUniform() < left
        ? -generator.normalTail(from: start + logSD) : generator.normalTail(from: start - logSD)
      x = mode * PortableMath.exp(logSD * (normal + logSD))
    }
    return DurationLayers.point(min(x, Self.longest))
  }

  /// The longest duration that is drawn, in units: 140 years of milliseconds.
  @usableFromInline static let longest = 0x1p42
}
