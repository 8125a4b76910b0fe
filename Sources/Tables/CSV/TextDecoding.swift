/// The text of some bytes: UTF-8 if they are valid UTF-8, else Windows-1252.
///
/// The choice is made for each field by itself. Text in Windows-1252 with a letter beyond ASCII is hardly ever valid
/// UTF-8 (it would have to hold a pair such as `Ã¸`), so a file in which the two were mixed is read as it was
/// meant. The five bytes that Windows-1252 leaves undefined become the C1 control of the same number, as the WHATWG
/// Encoding Standard says, so that nothing fails and nothing is lost.
package func decodedText(_ bytes: Span<UInt8>) -> String {
  do throws(UTF8.ValidationError) {
    return String(copying: try UTF8Span(validating: bytes))
  } catch {
    return windows1252Text(bytes)
  }
}

/// The text of bytes in Windows-1252.
private func windows1252Text(_ bytes: Span<UInt8>) -> String {
  var text = ""
  for index in bytes.indices {
    let byte = bytes[index]
    let isSpecial = (0x80...0x9F).contains(byte)
    let code = isSpecial ? windows1252Specials[Int(byte) - 0x80] : UInt16(byte)
    if let scalar = Unicode.Scalar(code) {
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}

/// What Windows-1252 makes of the bytes 0x80…0x9F; all others are those of Latin-1.
///
/// Source: <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
private let windows1252Specials: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
]
