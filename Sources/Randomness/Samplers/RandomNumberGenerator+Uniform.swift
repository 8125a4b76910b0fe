extension RandomNumberGenerator {
  /// Draws from the uniform distribution on [0, 1): a multiple of 2⁻⁵³.
  ///
  /// Takes one word.
  @inlinable
  public mutating func unitUniform() -> Double {
    Double(Int64(truncatingIfNeeded: next() &>> 11)) * 0x1p-53
  }

  /// Draws from the uniform distribution on (0, 1): an odd multiple of 2⁻⁵³.
  ///
  /// Takes one word.
  ///
  /// Neither 0 nor 1 can come, so the logarithm of the result, and of 1 minus the result, is finite.
  @inlinable
  public mutating func openUnitUniform() -> Double {
    OpenUnit.value(of: next())
  }

  /// Draws from the uniform distribution between two numbers; the upper one cannot come.
  ///
  /// Takes one word.
  ///
  /// - Precondition: Both ends are finite, and so is their difference.
  @inlinable
  public mutating func uniform(in range: Range<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(width.isFinite && !range.isEmpty, "the range must be finite and hold a number")
    let value = range.lowerBound + width * unitUniform()
    // Rounding may reach the upper end.
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// Returns true with probability `p`: never for p ≤ 0, always for p ≥ 1.
  ///
  /// Takes one word whatever `p` is.
  @inlinable
  public mutating func bernoulli(_ p: Double) -> Bool {
    unitUniform() < p
  }
}

/// Turns words into uniform numbers by writing their bits into the significand of a double.
@usableFromInline
enum OpenUnit {
  /// An odd multiple of 2⁻⁵³ in (0, 1), from the upper 52 bits of a word.
  @inlinable
  static func value(of word: UInt64) -> Double {
    Double(bitPattern: 0x3FF0_0000_0000_0000 | (word &>> 12)) - (1 - 0x1p-53)
  }

  /// A multiple of 2⁻⁵¹ in [−1, 1), from the upper 52 bits of a word.
  @inlinable
  static func signedValue(of word: UInt64) -> Double {
    Double(bitPattern: 0x4000_0000_0000_0000 | (word &>> 12)) - 3
  }
}
