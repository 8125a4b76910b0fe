/// Numbers as decimal text that is the same on every machine and in every country.
///
/// ```swift
/// NumberText.shortest(0.1)                 // "0.1"
/// NumberText.shortest(5e-05)               // "0.00005"
/// NumberText.format(0.125, decimals: 2)    // "0.12": a tie goes to the even digit
/// NumberText.format(-0.001, decimals: 2)   // "0.00", never "-0.00"
/// ```
public enum NumberText {
  /// The fewest digits that read back as the same number, without an exponent from 1e-7 up to 1e21.
  ///
  /// Whole numbers have no decimals (`5`, not `5.0`) and minus zero is `0`. Beyond that range the exponent is written as in
  /// `1.5e-12`. What is not finite becomes `nan`, `inf` or `-inf`; ``CSVWriter`` and ``JSONText`` never ask for that.
  public static func shortest(_ value: Double) -> String {
    String(decoding: shortestBytes(value), as: UTF8.self)
  }

  /// Exactly `decimals` decimals (0…20, others are brought into that range), rounded half to even.
  ///
  /// What is rounded is the exact binary value: 2.675 is slightly less than it looks, so two decimals give `2.67`, and
  /// 0.125 is a tie, so they give `0.12`. This is what C's `printf` gives. A zero never has a sign. What is not
  /// finite becomes `nan`, `inf` or `-inf`.
  public static func format(_ value: Double, decimals: Int) -> String {
    String(decoding: fixedBytes(value, decimals: decimals), as: UTF8.self)
  }

  /// The bytes of ``shortest(_:)``.
  static func shortestBytes(_ value: Double) -> [UInt8] {
    let text = Array(value.description.utf8)
    guard value.isFinite else { return text }
    if value == 0 { return [Byte.zero] }
    guard let e = text.firstIndex(of: Byte.smallE) else { return withoutEmptyFraction(text) }
    let magnitude = abs(value)
    let exponentText = String(decoding: text[(e + 1)...], as: UTF8.self)
    guard magnitude >= 1e-7, magnitude < 1e21, let exponent = Int(exponentText) else {
      return withoutEmptyFraction(Array(text[..<e])) + text[e...]
    }

    var digits = text[..<e].filter { $0 >= Byte.zero && $0 <= Byte.nine }
    while digits.count > 1, digits.last == Byte.zero { digits.removeLast() }
    var result: [UInt8] = value < 0 ? [Byte.minus] : []
    if exponent < 0 {
      result += [Byte.zero, Byte.point]
      result += Array(repeating: Byte.zero, count: -exponent - 1)
      result += digits
    } else {
      // 2⁵³ and more: all digits stand before the point.
      result += digits
      result += Array(repeating: Byte.zero, count: max(0, exponent + 1 - digits.count))
    }
    return result
  }

  /// The text without a final `.0`.
  private static func withoutEmptyFraction(_ text: [UInt8]) -> [UInt8] {
    text.suffix(2) == [Byte.point, Byte.zero] ? Array(text.dropLast(2)) : text
  }

  /// The bytes of ``format(_:decimals:)``.
  static func fixedBytes(_ value: Double, decimals: Int) -> [UInt8] {
    guard value.isFinite else { return Array(value.description.utf8) }
    let decimals = min(max(decimals, 0), 20)
    var digits = scaledDigits(of: value.magnitude, decimals: decimals)
    while digits.count <= decimals { digits.append(Byte.zero) }
    let isNegative = value < 0 && digits.contains { $0 != Byte.zero }

    var result: [UInt8] = isNegative ? [Byte.minus] : []
    result += digits[decimals...].reversed()
    if decimals > 0 {
      result.append(Byte.point)
      result += digits[..<decimals].reversed()
    }
    return result
  }

  /// The digits of `magnitude`·10^`decimals`, rounded half to even, the last digit first.
  private static func scaledDigits(of magnitude: Double, decimals: Int) -> [UInt8] {
    guard magnitude > 0 else { return [] }
    // magnitude = significand · 2^exponent, exactly.
    let isSubnormal = magnitude.exponentBitPattern == 0
    let significand = UInt128(magnitude.significandBitPattern | (isSubnormal ? 0 : 1 << 52))
    let exponent = Int(isSubnormal ? 1 : magnitude.exponentBitPattern) - 1075
    guard exponent < 0 else {
      return Array(repeating: Byte.zero, count: decimals)
        + digits(ofWhole: significand, timesTwoTo: exponent)
    }
    // At most 2⁵³ · 10²⁰ < 2¹²⁰.
    var scaled = significand
    for _ in 0..<decimals { scaled *= 10 }
    let shift = -exponent
    guard shift < 128 else { return [] }
    var quotient = scaled >> UInt128(shift)
    let remainder = scaled - (quotient << UInt128(shift))
    let half = UInt128(1) << UInt128(shift - 1)
    if remainder > half || (remainder == half && quotient % 2 == 1) { quotient += 1 }
    return digits(ofWhole: quotient, timesTwoTo: 0)
  }

  /// The digits of a whole number `value`·2^`power`, the last digit first.
  private static func digits(ofWhole value: UInt128, timesTwoTo power: Int) -> [UInt8] {
    // Limbs of nine digits, the lowest first; at most 35 of them for a Double.
    let base: UInt64 = 1_000_000_000
    var limbs: [UInt64] = []
    var rest = value
    while rest > 0 {
      limbs.append(UInt64(rest % UInt128(base)))
      rest /= UInt128(base)
    }
    for _ in 0..<power {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = limbs[index] * 2 + carry
        limbs[index] = doubled % base
        carry = doubled / base
      }
      if carry > 0 { limbs.append(carry) }
    }
    var digits: [UInt8] = []
    for limb in limbs {
      var limb = limb
      for _ in 0..<9 {
        digits.append(Byte.zero + UInt8(limb % 10))
        limb /= 10
      }
    }
    while let last = digits.last, last == Byte.zero { digits.removeLast() }
    return digits
  }
}
