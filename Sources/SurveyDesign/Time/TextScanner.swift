internal import Tables

/// Reads numbers and marks off the front of a short text, byte by byte.
///
/// The texts are times, dates and slots: a few bytes, so nothing here needs `Character`.
struct TextScanner {
  private var rest: Substring.UTF8View

  /// Scans `text`, less the white space around it.
  init(_ text: some StringProtocol) {
    var trimmed = Substring(text)
    while let last = trimmed.unicodeScalars.last, Self.isSpace(last) { trimmed.unicodeScalars.removeLast() }
    rest = trimmed.utf8
    skipSpaces()
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// What has not been read yet.
  var remainder: Substring { Substring(rest) }

  /// Reads one ASCII byte if it is one of `marks`, and returns it.
  mutating func scan(anyOf marks: StaticString) -> UInt8? {
    guard let first = rest.first else { return nil }
    let found = marks.withUTF8Buffer { $0.contains(first) }
    guard found else { return nil }
    rest.removeFirst()
    return first
  }

  /// Reads the ASCII letters of `word`, in lower or upper case, if they come next.
  mutating func scan(word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      let head = rest.prefix(letters.count)
      let caseBit: UInt8 = 0x20
      guard head.count == letters.count, head.elementsEqual(letters, by: { ($0 | caseBit) == ($1 | caseBit) })
      else { return false }
      rest = rest.dropFirst(letters.count)
      return true
    }
  }

  /// Reads 1 to `maximumDigits` ASCII digits as a number; `nil` and nothing read when there are none or more.
  mutating func scanNumber(maximumDigits: Int) -> Int? {
    var value = 0
    var digits = 0
    var ahead = rest
    while let byte = ahead.first, let digit = Self.digit(byte) {
      digits += 1
      guard digits <= maximumDigits else { return nil }
      value = value * 10 + digit
      ahead.removeFirst()
    }
    guard digits > 0 else { return nil }
    rest = ahead
    return value
  }

  /// Reads a hyphen, a dash of any length or a minus sign, as word processors and spreadsheets put them.
  mutating func scanDash() -> Bool {
    guard let first = remainder.unicodeScalars.first, Self.dashes.contains(first) else { return false }
    rest = rest.dropFirst(String(first).utf8.count)
    return true
  }

  /// Hyphen-minus, hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus sign.
  private static let dashes: [Unicode.Scalar] = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]

  /// Reads over white space, also the unbreakable spaces that word processors put around dashes.
  mutating func skipSpaces() {
    while let first = remainder.unicodeScalars.first, Self.isSpace(first) {
      rest = rest.dropFirst(String(first).utf8.count)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil
  }
}

/// A number of at most two digits with a leading zero, as clocks and calendars write it.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// A user's text in quotes, made harmless and cut to a length that fits a sentence.
func quoted(_ text: some StringProtocol) -> String {
  "'\(excerpt(text))'"
}
