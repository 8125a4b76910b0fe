/// Reads the whole number that some bytes spell, or gives nil.
///
/// Allowed are an optional sign and digits, within the range of `Int`, with spaces or tabs around them. A single zero
/// after the decimal mark (`2.0`, `2,0`) is allowed too, as data frames print whole numbers so. Separators of
/// thousands are not: `1.000` gives nil, because in one country it is a thousand and in another it is one.
package func parsedInteger(_ bytes: Span<UInt8>) -> Int? {
  let range = unpaddedRange(of: bytes)
  var index = range.lowerBound
  var end = range.upperBound
  if end - index >= 2, bytes[end - 1] == Byte.zero, isDecimalMark(bytes[end - 2]) {
    end -= 2
  }
  guard index < end else { return nil }
  let isNegative = bytes[index] == Byte.minus
  if isNegative || bytes[index] == Byte.plus { index += 1 }
  guard index < end else { return nil }
  // The number is built below zero, where the range is larger by one.
  var value = 0
  while index < end {
    let digit = bytes[index] &- Byte.zero
    guard digit <= 9 else { return nil }
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (next, underflow) = tenfold.subtractingReportingOverflow(Int(digit))
    guard !overflow, !underflow else { return nil }
    value = next
    index += 1
  }
  if isNegative { return value }
  let (positive, overflow) = 0.subtractingReportingOverflow(value)
  return overflow ? nil : positive
}

/// Reads the finite number that some bytes spell, correctly rounded, or gives nil.
///
/// Allowed are an optional sign, digits with at most one decimal mark (comma or point, at least one digit), and an
/// optional exponent (`e-5`), with spaces or tabs around them. Not allowed are separators of thousands, `nan`,
/// `inf`, hexadecimal digits, and anything beyond the range of `Double`.
///
/// - Complexity: O(*n*) in the number of bytes; up to 15 significant digits and a power of ten up to 22 take one
///   multiplication or division (Clinger 1990), anything else the standard library's `Double.init`.
package func parsedNumber(_ bytes: Span<UInt8>) -> Double? {
  let range = unpaddedRange(of: bytes)
  var index = range.lowerBound
  let end = range.upperBound
  guard index < end else { return nil }
  let isNegative = bytes[index] == Byte.minus
  if isNegative || bytes[index] == Byte.plus { index += 1 }

  var significand: UInt64 = 0
  var significantDigits = 0
  var digits = 0
  var scale = 0
  var hasMark = false
  while index < end {
    let byte = bytes[index]
    let digit = byte &- Byte.zero
    if digit <= 9 {
      digits += 1
      if significantDigits > 0 || digit > 0 { significantDigits += 1 }
      if significantDigits <= 15 { significand = significand &* 10 &+ UInt64(digit) }
      if hasMark { scale -= 1 }
    } else if isDecimalMark(byte), !hasMark {
      hasMark = true
    } else {
      break
    }
    index += 1
  }
  guard digits > 0 else { return nil }

  if index < end {
    guard let exponent = parsedExponent(bytes, from: index, to: end) else { return nil }
    scale += exponent
  }
  if significantDigits <= 15 {
    if significand == 0 { return isNegative ? -0.0 : 0.0 }
    if -22 <= scale, scale <= 22 {
      // Both operands are exact, so the one rounding is the right one.
      let magnitude =
        scale < 0 ? Double(significand) / powersOfTen[-scale] : Double(significand) * powersOfTen[scale]
      return isNegative ? -magnitude : magnitude
    }
  }
  return numberFromLibrary(bytes, range)
}

/// The exponent that stands from `e` to the end, cut to ±1,000,000, or nil if there is no well-formed one.
private func parsedExponent(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
  guard bytes[start] == Byte.smallE || bytes[start] == Byte.capitalE else { return nil }
  var index = start + 1
  guard index < end else { return nil }
  let isNegative = bytes[index] == Byte.minus
  if isNegative || bytes[index] == Byte.plus { index += 1 }
  guard index < end else { return nil }
  var exponent = 0
  while index < end {
    let digit = bytes[index] &- Byte.zero
    guard digit <= 9 else { return nil }
    exponent = min(exponent * 10 + Int(digit), 1_000_000)
    index += 1
  }
  return isNegative ? -exponent : exponent
}

/// The slow way, for numbers with many digits or a large exponent; the bytes are known to be well formed.
private func numberFromLibrary(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
  var text = ""
  for index in range {
    let byte = bytes[index] == Byte.comma ? Byte.point : bytes[index]
    text.unicodeScalars.append(Unicode.Scalar(byte))
  }
  guard let value = Double(text), value.isFinite else { return nil }
  return value
}

private func isDecimalMark(_ byte: UInt8) -> Bool {
  byte == Byte.point || byte == Byte.comma
}

/// The part between leading and trailing spaces and tabs.
func unpaddedRange(of bytes: Span<UInt8>) -> Range<Int> {
  var lower = 0
  var upper = bytes.count
  while lower < upper, bytes[lower] == Byte.space || bytes[lower] == Byte.tab { lower += 1 }
  while upper > lower, bytes[upper - 1] == Byte.space || bytes[upper - 1] == Byte.tab { upper -= 1 }
  return lower..<upper
}

/// 10⁰ … 10²², all of them exact.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
