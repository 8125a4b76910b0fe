extension PortableMath {
  /// The exponential function, eˣ.
  ///
  /// The error is below 1 ulp, also where the result is subnormal. Above 709.78… the result is infinity, below
  /// −745.13… it is 0, and NaN stays NaN.
  ///
  /// Source: Tang (1989), "Table-driven implementation of the exponential function in IEEE floating-point
  /// arithmetic", ACM Transactions on Mathematical Software 15(2), with 128 instead of 32 table entries.
  @inlinable
  @inline(__always)
  public static func exp(_ x: Double) -> Double {
    // Beyond ±708 the result, or its scale alone, is no normal double. NaN goes there too.
    guard x.magnitude < 708 else { return expAtTheEdges(x) }
    let parts = ExponentialParts(x)
    let scale = Double(bitPattern: parts.head.bitPattern &+ UInt64(bitPattern: parts.exponent &<< 52))
    return scale + scale * parts.excess
  }

  /// The exponential function where infinities, NaN, overflow and underflow need care.
  @usableFromInline
  static func expAtTheEdges(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let parts = ExponentialParts(x)
    let value = parts.head + parts.head * parts.excess
    // Two factors, because the power of two alone may be out of range although the product is not.
    let half = parts.exponent / 2
    return value * powerOfTwo(half) * powerOfTwo(parts.exponent - half)
  }

  private static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(sign: .plus, exponent: Int(exponent), significand: 1)
  }
}

/// eˣ taken apart as 2^exponent · head · (1 + excess), for |x| < 1000.
@usableFromInline
struct ExponentialParts {
  @usableFromInline var exponent: Int64
  @usableFromInline var head: Double
  @usableFromInline var excess: Double

  // The constants of the reduction x = k · ln 2 / 128 + r. The head has so few bits that k times it is exact.
  @usableFromInline static let stepsPerUnit = 0x1.71547652b82fep+7
  @usableFromInline static let step = 0x1.62e42fefa39efp-8
  @usableFromInline static let stepHead = 0x1.62e42ffp-8
  @usableFromInline static let stepTail = -0x1.718432a1b0e26p-42

  @inlinable
  @inline(__always)
  init(_ x: Double) {
    let shifted = x * Self.stepsPerUnit + PortableMath.roundingShift
    let steps = shifted - PortableMath.roundingShift
    let k = Int64(bitPattern: shifted.bitPattern &<< 13) &>> 13
    let index = Int(truncatingIfNeeded: k & 127)
    let r = (x - steps * Self.stepHead) - steps * Self.stepTail
    // eʳ − 1 by its Taylor series: |r| ≤ ln 2 / 256, so the first term left out is below 2⁻⁶⁰.
    let square = r * r
    let series = (1.0 / 2 + r * (1.0 / 6)) + square * (1.0 / 24 + r * (1.0 / 120))
    let tail = PowersOfTwoTable.headsAndTails[2 * index + 1]
    exponent = k &>> 7
    head = PowersOfTwoTable.headsAndTails[2 * index]
    excess = tail + (r + square * series)
  }
}
