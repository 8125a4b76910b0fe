extension JSONText {
  /// Appends a string in quotes.
  ///
  /// Escaped are quotes, backslashes and control characters below U+0020, as RFC 8259 asks; anything else stands as it is.
  static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(Byte.quote)
    for byte in text.utf8 {
      switch byte {
      case Byte.quote, Byte.backslash: bytes += [Byte.backslash, byte]
      case 0x08: bytes += Array("\\b".utf8)
      case Byte.tab: bytes += Array("\\t".utf8)
      case Byte.lineFeed: bytes += Array("\\n".utf8)
      case 0x0C: bytes += Array("\\f".utf8)
      case Byte.carriageReturn: bytes += Array("\\r".utf8)
      case 0x00..<0x20:
        bytes += Array("\\u00".utf8) + [hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 0xF)]
      case _: bytes.append(byte)
      }
    }
    bytes.append(Byte.quote)
  }

  /// Appends elements between brackets, each on a line of its own if there is an indentation.
  static func appendList<Element>(
    _ elements: [Element], between opening: Unicode.Scalar, and closing: Unicode.Scalar,
    to bytes: inout [UInt8], indentation: Int?, _ appendElement: (Element, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    let inner = indentation.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      appendLineBreak(inner, to: &bytes)
      appendElement(element, &bytes, inner)
    }
    if !elements.isEmpty { appendLineBreak(indentation, to: &bytes) }
    bytes.append(UInt8(ascii: closing))
  }

  private static func appendLineBreak(_ indentation: Int?, to bytes: inout [UInt8]) {
    guard let indentation else { return }
    bytes.append(Byte.lineFeed)
    bytes += Array(repeating: Byte.space, count: indentation)
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? Byte.zero + value : UInt8(ascii: "a") + (value - 10)
  }
}
