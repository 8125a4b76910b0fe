/// A place in a text that moves forward and knows its line and column.
struct TextCursor {
  private let bytes: [UInt8]
  private let file: String
  private(set) var offset = 0
  private var line = 1
  private var column = 1

  /// Stands at the beginning; a byte order mark is passed over.
  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Where the next byte stands.
  var place: DocumentNode.Place { .init(file: file, line: line, column: column) }

  /// The next byte, `nil` at the end.
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The byte so many places ahead.
  func peek(ahead count: Int) -> UInt8? { offset + count < bytes.count ? bytes[offset + count] : nil }

  /// The next Unicode scalar.
  var peekScalar: Unicode.Scalar? {
    String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  /// Steps over a byte, if there is one.
  mutating func advance() {
    guard let byte = peek else { return }
    offset += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if peek.map({ $0 & 0xC0 != 0x80 }) ?? true {
      // Only the last byte of a scalar moves the column.
      column += 1
    }
  }

  /// Steps over this byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  /// Takes bytes as long as they belong.
  mutating func takeWord(while belongs: (UInt8) -> Bool) -> String {
    let start = offset
    while let byte = peek, belongs(byte) { advance() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
