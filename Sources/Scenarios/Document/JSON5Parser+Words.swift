/// Blanks, comments, texts, numbers and the other words.
extension JSON5Parser {
  /// Steps over white space and comments.
  mutating func skipBlanks() throws(Failure) {
    while let byte = cursor.peek {
      switch byte {
      case 0x09...0x0D, 0x20: cursor.advance()
      case UInt8(ascii: "/"): try skipComment()
      case 0x80...0xFF:
        guard let scalar = cursor.peekScalar, scalar.properties.isWhitespace || scalar.value == 0xFEFF else {
          return
        }
        for _ in 0..<String(scalar).utf8.count { cursor.advance() }
      case _: return
      }
    }
  }

  private mutating func skipComment() throws(Failure) {
    let place = cursor.place
    cursor.advance()
    if cursor.take(UInt8(ascii: "/")) {
      while let byte = cursor.peek, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
        cursor.advance()
      }
    } else if cursor.take(UInt8(ascii: "*")) {
      while !(cursor.peek == UInt8(ascii: "*") && cursor.peek(ahead: 1) == UInt8(ascii: "/")) {
        guard cursor.peek != nil else { throw failure("a comment begins here and does not end", at: place) }
        cursor.advance()
      }
      cursor.advance()
      cursor.advance()
    } else {
      throw failure("'/' begins no comment; write // or /* … */", at: place)
    }
  }

  /// A text in single or double quotes.
  mutating func quotedText() throws(Failure) -> String {
    let place = cursor.place
    guard let quote = cursor.peek else { return "" }
    cursor.advance()
    var bytes: [UInt8] = []
    while let byte = cursor.peek {
      cursor.advance()
      switch byte {
      case quote: return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += Array(try escaped().utf8)
      case 0x00..<0x20: throw failure("a text begins here and its line ends before it does", at: place)
      case _: bytes.append(byte)
      }
    }
    throw failure("a text begins here and does not end", at: place)
  }

  /// What follows a backslash.
  private mutating func escaped() throws(Failure) -> String {
    guard let byte = cursor.peek else { return "" }
    if byte == UInt8(ascii: "u") || byte == UInt8(ascii: "x") { return String(try escapedScalar()) }
    guard byte < 0x80 else { return "" }
    cursor.advance()
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "v"): return "\u{B}"
    case UInt8(ascii: "0"): return "\0"
    case UInt8(ascii: "\n"): return ""
    case UInt8(ascii: "\r"):
      _ = cursor.take(UInt8(ascii: "\n"))
      return ""
    case _: return String(Unicode.Scalar(byte))
    }
  }

  /// `u` and four hexadecimal digits, also twice as a pair of surrogates; or `x` and two.
  private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
    let place = cursor.place
    let digits = cursor.take(UInt8(ascii: "x")) ? 2 : 4
    if digits == 4 { cursor.advance() }
    guard var value = hexadecimal(digits: digits) else {
      throw failure("an escape needs \(digits) hexadecimal digits", at: place)
    }
    if (0xD800..<0xDC00).contains(value), cursor.peek == UInt8(ascii: "\\"),
      cursor.peek(ahead: 1) == UInt8(ascii: "u")
    {
      cursor.advance()
      cursor.advance()
      guard let low = hexadecimal(digits: 4), (0xDC00..<0xE000).contains(low) else {
        throw failure("half a surrogate pair", at: place)
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("half a surrogate pair", at: place) }
    return scalar
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = cursor.peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
      cursor.advance()
    }
    return value
  }

  /// A number, `true`, `false` or `null`.
  mutating func bareWord() throws(Failure) -> DocumentNode.Content {
    let place = cursor.place
    let marks = [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")]
    let word = cursor.takeWord { Self.isWordByte($0) || marks.contains($0) }
    switch word {
    case "": throw failure("expected a value, found \(shownNext)", at: place)
    case "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    case _: break
    }
    if let whole = UInt64(word), word.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") }) { return .whole(whole) }
    guard let number = Self.number(word) else {
      let shown = word.count > 40 ? word.prefix(40) + "…" : word[...]
      throw failure("'\(shown)' is no value; texts stand in quotes", at: place)
    }
    return .number(number)
  }

  /// A JSON5 number: a sign, decimal or hexadecimal digits, a point anywhere, an exponent, `Infinity`, `NaN`.
  private static func number(_ word: String) -> Double? {
    var rest = Substring(word)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    if rest == "Infinity" { return isNegative ? -.infinity : .infinity }
    if rest == "NaN" { return .nan }
    if rest.hasPrefix("0x") || rest.hasPrefix("0X") {
      guard let value = UInt64(rest.dropFirst(2), radix: 16), rest.dropFirst(2).first != "+" else {
        return nil
      }
      return isNegative ? -Double(value) : Double(value)
    }
    guard let first = rest.first, first == "." || first.isASCII && first.isNumber,
      rest.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "eE+-.".utf8.contains($0)
      })
    else { return nil }
    // Swift's own reader wants digits on both sides of the point.
    var digits = first == "." ? "0" + rest : String(rest)
    if let point = digits.firstIndex(of: ".") {
      let after = digits.index(after: point)
      if after == digits.endIndex || !digits[after].isNumber {
        guard first != "." else { return nil }
        digits.insert("0", at: after)
      }
    }
    return Double(digits).map { isNegative ? -$0 : $0 }
  }
}
