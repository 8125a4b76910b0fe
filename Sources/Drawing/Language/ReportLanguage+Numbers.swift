internal import Tables

extension ReportLanguage {
  /// What stands where there is no number.
  package static let missing = "–"

  /// A number with a fixed count of decimals, thousands in groups, and a true minus sign (U+2212).
  ///
  /// Danish `1.234,5`, English `1,234.5`. Halves are rounded away from zero, as readers do: 6.25 is `6.3`. What rounds to zero
  /// has no sign; what is not finite is ``missing``.
  package func number(_ value: Double?, decimals: Int = 0) -> String {
    guard let value, value.isFinite else { return Self.missing }
    let digits = Self.rounded(value.magnitude, decimals: decimals)
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let parts = digits.split(separator: ".")
    var whole = ""
    for (place, digit) in (parts.first ?? "0").reversed().enumerated() {
      if place > 0, place % 3 == 0 { whole.append(groupMark) }
      whole.append(digit)
    }
    let text = String(whole.reversed()) + (parts.count > 1 ? "\(decimalMark)\(parts[1])" : "")
    return value < 0 && !isZero ? "\u{2212}\(text)" : text
  }

  /// A magnitude with a fixed count of decimals, halves rounded up.
  ///
  /// What is rounded is the number as people would write it, to nine more decimals than asked for: 100 · 0.1015 is slightly less
  /// than 10.15 as a binary number, and 10.2 all the same.
  private static func rounded(_ magnitude: Double, decimals: Int) -> String {
    let guardDigits = 9
    let text = NumberText.format(magnitude, decimals: min(decimals + guardDigits, 20))
    var digits = Array(text.utf8)
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else {
      return NumberText.format(magnitude, decimals: decimals)
    }
    let end = point + 1 + decimals
    guard end < digits.count else { return NumberText.format(magnitude, decimals: decimals) }
    let isUp = digits[end] >= UInt8(ascii: "5")
    digits.removeSubrange((decimals == 0 ? point : end)...)
    guard isUp else { return String(decoding: digits, as: UTF8.self) }
    var place = digits.count - 1
    while place >= 0 {
      if digits[place] == UInt8(ascii: "9") {
        digits[place] = UInt8(ascii: "0")
      } else if digits[place] != UInt8(ascii: ".") {
        digits[place] += 1
        return String(decoding: digits, as: UTF8.self)
      }
      place -= 1
    }
    return "1" + String(decoding: digits, as: UTF8.self)
  }

  /// A count, with thousands in groups.
  package func count(_ value: Int) -> String {
    number(Double(value))
  }

  /// A share in percent: Danish `10,4 %`, English `10.4 %`, with a no-break space.
  package func percent(_ share: Double?, decimals: Int = 1) -> String {
    guard let share, share.isFinite else { return Self.missing }
    return number(share * 100, decimals: decimals) + "\u{A0}%"
  }

  /// A difference of shares in percentage points, with its sign: `+2.1`, `−0.4`, `0.0`; the unit is left to the reader.
  package func points(_ difference: Double?, decimals: Int = 1) -> String {
    guard let difference, difference.isFinite else { return Self.missing }
    return signed(difference * 100, decimals: decimals)
  }

  /// A number with its sign, plus or minus; zero has none.
  package func signed(_ value: Double?, decimals: Int = 1) -> String {
    let text = number(value, decimals: decimals)
    guard let value, value > 0, value.isFinite, text != number(0, decimals: decimals) else { return text }
    return "+\(text)"
  }

  /// A share that the user chose, such as a target or a level of confidence, with as few decimals as it needs: `10 %`, `97.5 %`.
  package func roundPercent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return Self.missing }
    let exact = number(share * 100, decimals: 6)
    let decimals = (0..<6).first { decimals in
      let text = number(share * 100, decimals: decimals)
      return exact == text + (decimals == 0 ? String(decimalMark) : "")
        + String(repeating: "0", count: 6 - decimals)
    }
    return percent(share, decimals: decimals ?? 6)
  }

  /// A p-value with three decimals, or `<0.001`.
  package func pValue(_ value: Double?) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return value < 0.001 ? "<" + number(0.001, decimals: 3) : number(value, decimals: 3)
  }

  /// What stands before the decimals.
  package var decimalMark: Character {
    switch self {
    case .danish: ","
    case .english: "."
    }
  }

  private var groupMark: Character {
    switch self {
    case .danish: "."
    case .english: ","
    }
  }
}
