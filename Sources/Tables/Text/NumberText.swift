/// Numbers as decimal text that is the same on every machine and in every country.
///
/// ```swift
/// NumberText.shortest(0.1)                 // "0.1"
/// NumberText.shortest(5e-05)               // "0.00005"
/// NumberText.format(0.125, decimals: 2)    // "0.12": a tie goes to the even digit
/// NumberText.format(-0.001, decimals: 2)   // "0.00", never "-0.00"
/// ```
package enum NumberText {
  /// The fewest digits that read back as the same number, without an exponent from 1e-7 up to 1e21.
  ///
  /// Whole numbers have no decimals (`5`, not `5.0`) and minus zero is `0`. Beyond that range the exponent is written as in
  /// `1.5e-12`. What is not finite becomes `nan`, `inf` or `-inf`; ``CSVWriter`` and ``JSONText`` never ask for that.
  package static func shortest(_ value: Double) -> String {
    var bytes: [UInt8] = []
    appendShortest(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Exactly `decimals` decimals (0…20, others are brought into that range), rounded half to even.
  ///
  /// What is rounded is the exact binary value: 2.675 is slightly less than it looks, so two decimals give `2.67`, and
  /// 0.125 is a tie, so they give `0.12`. This is what C's `printf` gives. A zero never has a sign. What is not
  /// finite becomes `nan`, `inf` or `-inf`.
  package static func format(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    appendFixed(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``shortest(_:)`` with a decimal mark of one's own.
  static func appendShortest(_ value: Double, mark: UInt8 = Byte.point, to bytes: inout [UInt8]) {
    guard value != 0 else {
      bytes.append(Byte.zero)
      return
    }
    // The standard library prints the shortest digits; what is done here is only to lay them out.
    let start = bytes.count
    bytes.append(contentsOf: value.description.utf8)
    if let point = bytes[start...].firstIndex(of: Byte.point) {
      bytes[point] = mark
      if point == bytes.count - 2, bytes[point + 1] == Byte.zero { bytes.removeLast(2) }
    }
    guard value.isFinite, let letter = bytes[start...].firstIndex(of: Byte.smallE) else { return }
    let exponent = Int(String(decoding: bytes[(letter + 1)...], as: UTF8.self)) ?? 0
    bytes.removeSubrange(letter...)
    let magnitude = value.magnitude
    guard magnitude >= 1e-7, magnitude < 1e21 else {
      bytes.append(Byte.smallE)
      bytes.append(decimal: exponent)
      return
    }
    let digits = bytes[start...].filter { $0 >= Byte.zero && $0 <= Byte.nine }
    bytes.removeSubrange(start...)
    if value < 0 { bytes.append(Byte.minus) }
    if exponent < 0 {
      bytes += [Byte.zero, mark]
      bytes += Array(repeating: Byte.zero, count: -exponent - 1)
      bytes += digits
    } else {
      // The library writes an exponent from 2⁵⁴ on, where all digits stand before the point.
      bytes += digits
      bytes += Array(repeating: Byte.zero, count: max(0, exponent + 1 - digits.count))
    }
  }

  /// Appends ``format(_:decimals:)`` with a decimal mark of one's own.
  static func appendFixed(
    _ value: Double, decimals: Int, mark: UInt8 = Byte.point, to bytes: inout [UInt8]
  ) {
    guard value.isFinite else {
      bytes += Array(value.description.utf8)
      return
    }
    let decimals = min(max(decimals, 0), 20)
    if let scaled = scaled(value.magnitude, decimals: decimals) {
      if value < 0, scaled > 0 { bytes.append(Byte.minus) }
      bytes.append(decimal: scaled, minimumDigits: decimals + 1)
    } else {
      if value < 0 { bytes.append(Byte.minus) }
      appendHuge(value.magnitude, to: &bytes)
      for _ in 0..<decimals { bytes.append(Byte.zero) }
    }
    if decimals > 0 { bytes.insert(mark, at: bytes.count - decimals) }
  }

  /// The whole number nearest to `magnitude`·10^`decimals`, half to even, or nil if it may exceed 128 bits.
  private static func scaled(_ magnitude: Double, decimals: Int) -> UInt128? {
    // magnitude = significand · 2^exponent, exactly.
    let exponent = Int(magnitude.exponentBitPattern == 0 ? 1 : magnitude.exponentBitPattern) - 1075
    let significand = magnitude.significandBitPattern | (magnitude.exponentBitPattern == 0 ? 0 : 1 << 52)
    // At most 2⁵³ · 10²⁰ < 2¹²⁰.
    var scaled = UInt128(significand)
    for _ in 0..<decimals { scaled *= 10 }
    guard exponent < 0 else {
      return exponent < scaled.leadingZeroBitCount ? scaled << UInt128(exponent) : nil
    }
    guard exponent > -128 else { return 0 }
    let quotient = scaled >> UInt128(-exponent)
    let remainder = scaled - (quotient << UInt128(-exponent))
    let half = UInt128(1) << UInt128(-exponent - 1)
    let roundsUp = remainder > half || (remainder == half && quotient % 2 == 1)
    return roundsUp ? quotient + 1 : quotient
  }

  /// Appends the digits of a whole number beyond 128 bits, by doubling limbs of nine digits; at most 35 are needed.
  private static func appendHuge(_ magnitude: Double, to bytes: inout [UInt8]) {
    let base: UInt64 = 1_000_000_000
    let significand = magnitude.significandBitPattern | 1 << 52
    var limbs = [significand % base, significand / base]
    for _ in 0..<(Int(magnitude.exponentBitPattern) - 1075) {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = limbs[index] * 2 + carry
        limbs[index] = doubled % base
        carry = doubled / base
      }
      if carry > 0 { limbs.append(carry) }
    }
    for (index, limb) in limbs.reversed().enumerated() {
      bytes.append(decimal: UInt128(limb), minimumDigits: index == 0 ? 1 : 9)
    }
  }
}

extension [UInt8] {
  /// Appends the digits of a whole number, with a minus sign if it is below zero.
  mutating func append(decimal number: Int) {
    if number < 0 { append(Byte.minus) }
    append(decimal: UInt128(number.magnitude), minimumDigits: 1)
  }

  /// Appends the digits of a whole number, with zeros before it if it has fewer digits than asked for.
  mutating func append(decimal number: UInt128, minimumDigits: Int) {
    let start = count
    var high = number
    while high > UInt128(UInt64.max) {
      append(Byte.zero + UInt8(high % 10))
      high /= 10
    }
    var rest = UInt64(high)
    while rest > 0 {
      append(Byte.zero + UInt8(rest % 10))
      rest /= 10
    }
    while count - start < minimumDigits { append(Byte.zero) }
    // Swapped one by one: reversing a slice would copy it.
    for place in 0..<(count - start) / 2 { swapAt(start + place, count - 1 - place) }
  }
}
