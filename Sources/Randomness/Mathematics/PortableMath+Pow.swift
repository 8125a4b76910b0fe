extension PortableMath {
  /// A positive number raised to a real power, xʸ = exp(y · ln x).
  ///
  /// The relative error grows with the size of the exponent: it is about (1 + |y · ln x|) · 2⁻⁵². `pow(0, y)` is 0
  /// for positive y, 1 for y = 0 and infinity for negative y; `pow(1, y)` is 1. A negative base gives NaN unless y = 0.
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double {
    y == 0 || x == 1 ? 1 : exp(y * log(x))
  }
}
