/// Writes a table field by field to the end of a caller's buffer of bytes.
///
/// ```swift
/// var writer = CSVWriter()
/// var bytes: [UInt8] = []
/// writer.header(["slot", "rate"], to: &bytes)
/// writer.field("15:00-16:00", to: &bytes)
/// writer.field(0.0962, to: &bytes)
/// writer.endRow(to: &bytes)
/// ```
///
/// The caller may write the buffer to a file and empty it at any time. A field is put in quotes only where RFC 4180
/// asks for it. Only in a format for spreadsheets is a text altered that they would run as a formula; see <doc:Tables>.
package struct CSVWriter: Sendable {
  /// How the table is written.
  package let format: TableFormat

  /// The columns' names, where every row repeats them.
  private var names: [String] = []
  private var fieldsInRow = 0
  private var rowIsEmpty = true

  /// Starts a table.
  package init(format: TableFormat = .standard) {
    self.format = format
  }

  /// Writes the signature, if the format has one, and the row of column names.
  package mutating func header(_ names: [String], to bytes: inout [UInt8]) {
    if format.isJSON {
      self.names = names
      return
    }
    if format.hasByteOrderMark { bytes += Byte.byteOrderMark }
    for name in names {
      beginField(to: &bytes)
      // Any delimiter is quoted here, so that a reader that looks for the delimiter in the header finds the right one.
      appendText(guarded(name), quotesAnyDelimiter: true, to: &bytes)
    }
    endRow(to: &bytes)
  }

  /// Writes a text, or an empty field for nil.
  ///
  /// NUL characters, which no reader takes, become U+FFFD.
  package mutating func field(_ text: String?, to bytes: inout [UInt8]) {
    beginField(to: &bytes)
    guard let text else { return noContent(to: &bytes) }
    if format.isJSON { return JSONText.appendString(text, to: &bytes) }
    appendText(guarded(text), quotesAnyDelimiter: false, to: &bytes)
  }

  /// Writes a whole number, or an empty field for nil.
  package mutating func field(_ number: Int?, to bytes: inout [UInt8]) {
    beginField(to: &bytes)
    guard let number else { return noContent(to: &bytes) }
    rowIsEmpty = false
    bytes.append(decimal: number)
  }

  /// Writes a number with the fewest digits that read back the same, or an empty field for nil or what is not finite.
  package mutating func field(_ number: Double?, to bytes: inout [UInt8]) {
    beginField(to: &bytes)
    guard let number, number.isFinite else { return noContent(to: &bytes) }
    let start = beginNumber(in: bytes)
    NumberText.appendShortest(number, mark: format.decimalMark, to: &bytes)
    endNumber(from: start, in: &bytes)
  }

  /// Writes a number with so many decimals, or an empty field for nil or what is not finite.
  package mutating func field(_ number: Double?, decimals: Int, to bytes: inout [UInt8]) {
    beginField(to: &bytes)
    guard let number, number.isFinite else { return noContent(to: &bytes) }
    let start = beginNumber(in: bytes)
    NumberText.appendFixed(number, decimals: decimals, mark: format.decimalMark, to: &bytes)
    endNumber(from: start, in: &bytes)
  }

  /// Writes `true` or `false`, or an empty field for nil.
  package mutating func field(_ truth: Bool?, to bytes: inout [UInt8]) {
    guard format.isJSON, let truth else { return field(truth.map { $0 ? "true" : "false" }, to: &bytes) }
    beginField(to: &bytes)
    bytes += (truth ? "true" : "false").utf8
  }

  /// Writes a field without content.
  package mutating func emptyField(to bytes: inout [UInt8]) {
    beginField(to: &bytes)
    noContent(to: &bytes)
  }

  private func noContent(to bytes: inout [UInt8]) {
    if format.isJSON { bytes += "null".utf8 }
  }

  /// Ends the row.
  ///
  /// A row that consists of one empty field is written as `""`, since a line without a byte would be no row.
  package mutating func endRow(to bytes: inout [UInt8]) {
    if format.isJSON {
      bytes += (fieldsInRow == 0 ? "{}" : "}").utf8
    } else if fieldsInRow == 1, rowIsEmpty {
      bytes += [Byte.quote, Byte.quote]
    }
    bytes.append(Byte.lineFeed)
    fieldsInRow = 0
    rowIsEmpty = true
  }

  private func guarded(_ text: String) -> String {
    FormulaGuard.isNeeded(text, inSpreadsheet: format.guardsFormulas) ? "'\(text)" : text
  }

  private mutating func beginField(to bytes: inout [UInt8]) {
    if format.isJSON {
      bytes += (fieldsInRow == 0 ? "{" : ",").utf8
      JSONText.appendString(names.indices.contains(fieldsInRow) ? names[fieldsInRow] : "", to: &bytes)
      bytes += ":".utf8
    } else if fieldsInRow > 0 {
      bytes.append(format.delimiter)
    }
    fieldsInRow += 1
  }

  private mutating func appendText(_ text: String, quotesAnyDelimiter: Bool, to bytes: inout [UInt8]) {
    if !text.isEmpty { rowIsEmpty = false }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    var needsQuotes = false
    var needsDoubling = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote || byte == Byte.nul {
        needsDoubling = true
      } else if byte == format.delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn {
        needsQuotes = true
      } else if quotesAnyDelimiter, byte == Byte.comma || byte == Byte.semicolon || byte == Byte.tab {
        needsQuotes = true
      }
    }
    guard needsQuotes || needsDoubling else { return }
    bytes.removeSubrange(start...)
    bytes.append(Byte.quote)
    for byte in text.utf8 {
      switch byte {
      case Byte.quote: bytes += [Byte.quote, Byte.quote]
      case Byte.nul: bytes += [0xEF, 0xBF, 0xBD]
      case _: bytes.append(byte)
      }
    }
    bytes.append(Byte.quote)
  }

  private mutating func beginNumber(in bytes: [UInt8]) -> Int {
    rowIsEmpty = false
    return bytes.count
  }

  /// Puts a number in quotes if its decimal mark would end the field.
  private func endNumber(from start: Int, in bytes: inout [UInt8]) {
    guard format.decimalMark == format.delimiter, bytes[start...].contains(format.delimiter) else { return }
    bytes.insert(Byte.quote, at: start)
    bytes.append(Byte.quote)
  }
}
