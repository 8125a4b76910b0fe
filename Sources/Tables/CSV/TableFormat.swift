/// How a table is written: what stands between fields, in numbers and before the first byte.
package struct TableFormat: Equatable, Sendable {
  /// The byte between fields.
  package var delimiter: UInt8

  /// The byte between the whole part of a number and its decimals.
  package var decimalMark: UInt8

  /// Whether the file starts with the UTF-8 signature, without which Excel takes it for Windows-1252.
  package var hasByteOrderMark: Bool

  /// Whether a text that a spreadsheet would run as a formula gets an apostrophe in front.
  package var guardsFormulas: Bool

  /// Whether each row is a JSON object on a line of its own instead, with the columns as its members.
  package var isJSON = false

  /// JSON Lines: what `jq` and its like read; numbers stay numbers, a field without content is null.
  package static let jsonLines: TableFormat = {
    var format = standard
    format.isJSON = true
    return format
  }()

  /// Commas, decimal points, no signature: what RFC 4180 and every statistics program expects.
  package static let standard = TableFormat(
    delimiter: Byte.comma, decimalMark: Byte.point, hasByteOrderMark: false)

  /// Semicolons, decimal commas and the UTF-8 signature: what Excel opens by a double click under Danish settings.
  ///
  /// Lines end in LF here too: Excel opens them. Texts that it would run as formulas get an apostrophe in front.
  package static let excelDanish = TableFormat(
    delimiter: Byte.semicolon, decimalMark: Byte.comma, hasByteOrderMark: true, guardsFormulas: true)

  /// Puts a format together; the delimiter and the decimal mark should differ, or numbers are put in quotes.
  package init(delimiter: UInt8, decimalMark: UInt8, hasByteOrderMark: Bool, guardsFormulas: Bool = false) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
  }
}
