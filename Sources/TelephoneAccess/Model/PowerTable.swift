internal import Randomness

/// A scale times a power of positive numbers, rounded to whole numbers: mostly found from a table, without a logarithm.
///
/// The whole number is that of `PortableMath.pow`. With *x* = 2ᵉ · *c* · (1 + *u*), *c* being the middle of one of 128 steps from 1 to 2
/// and |*u*| at most 2⁻⁸, the power of 1 + *u* is four terms of its series. Where the result lies so near to a half that the
/// terms left out might matter, the table does not say.
///
///     let table = PowerTable.values(scale: 3_882_000, power: 1.938)
///     PowerTable.rounded(0.25, Slab(table), from: 0)  // 264401
enum PowerTable {
  /// The numbers of a table; `nil` for a power so high or so low, below 0 among them, that more terms would be needed.
  static func values(scale: Double, power: Double) -> [Double]? {
    var terms = [1.0]
    for number in 1...5 {
      let falling = power - Double(number - 1)
      terms.append(terms[number - 1] * falling / Double(number))
    }
    guard power > 0, terms[5].magnitude <= 0.5 else { return nil }
    let scales = exponents.map {
      scale * PortableMath.pow(Double(sign: .plus, exponent: $0, significand: 1), power)
    }
    let middles = (0..<steps).map { 1 + (Double($0) + 0.5) / Double(steps) }
    return Array(terms[1...4]) + scales + middles.flatMap { [1 / $0, PortableMath.pow($0, power)] }
  }

  /// The nearest whole number to the scale times the power of a positive number, from the table that begins at a place; where it is
  /// plainly more than `enough`, that number instead.
  ///
  /// - Returns: `nil` where the table does not say, as of one number in a million, and from about a year of milliseconds on.
  @inline(__always)
  static func rounded(
    _ x: Double, _ tables: borrowing Slab<Double>, from first: Int, enough: Int = DurationSampler.endless
  ) -> Int? {
    let exponent = Int(truncatingIfNeeded: x.bitPattern &>> 52) &- 1023
    guard exponent >= exponents.lowerBound, exponent <= exponents.upperBound else { return nil }
    let mantissa = Double(bitPattern: x.bitPattern & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    let step = first &+ 4 &+ exponents.count &+ 2 &* Int(truncatingIfNeeded: x.bitPattern &>> 45 & 127)
    let ofMiddle = tables[first &+ 4 &+ exponent &- exponents.lowerBound] * tables[step &+ 1]
    guard ofMiddle < most else { return nil }
    if ofMiddle * leastOfMiddle > Double(enough) { return enough }
    let u = mantissa * tables[step] - 1
    let series = tables[first &+ 2] + u * tables[first &+ 3]
    let power = 1 + u * (tables[first] + u * (tables[first &+ 1] + u * series))
    let value = ofMiddle * power
    guard value < most else { return nil }
    // Adding 2⁵² rounds to the nearest whole number.
    let whole = value + 0x1p52 - 0x1p52
    guard (value - whole).magnitude + value * error < 0.5 else { return nil }
    return DurationSampler.nearest(value)
  }

  private static var steps: Int { 128 }
  /// The powers of two within which a standard exponential number lies.
  private static var exponents: ClosedRange<Int> { -64...7 }
  /// What a result may be off by, relatively: more than the terms left out and the rounding of both ways together.
  private static var error: Double { 0x1p-38 }
  /// What a power is at least, as a share of that of its step's middle: no power in a table is as high as 5, and (1 − 2⁻⁸)⁵ is more.
  private static var leastOfMiddle: Double { 0.98 }
  private static var most: Double { Double(DurationSampler.endless) - 1 }
}
