/// A whole table as text, for files that are small enough to be held in memory.
///
/// Large files go row by row through ``CSVReader`` instead.
package struct Table: Equatable, Sendable {
  /// The column names.
  package var header: TableHeader

  /// The rows, each with as many fields as the header has names.
  package var rows: [[String]]

  /// The physical line, from 1, where each row starts; empty for a table that was not read from a file.
  package private(set) var lines: [Int] = []

  /// Makes a table of names and rows; each row should have as many fields as there are names.
  package init(header: [String], rows: [[String]]) {
    self.header = TableHeader(header)
    self.rows = rows
  }

  /// Reads a table; throws ``TableFaults`` with everything that is wrong.
  package init(_ bytes: [UInt8], file: String, options: CSVReadingOptions = CSVReadingOptions()) throws {
    var collector = Collector()
    try CSVReader.read(bytes, file: file, options: options, to: &collector)
    header = collector.header
    rows = collector.rows
    lines = collector.lines
  }

  /// The values of a column from top to bottom, or nil if there is no such column.
  package func values(of column: String) -> [String]? {
    guard let index = header.index(of: column) else { return nil }
    return rows.map { $0[index] }
  }

  /// The table as the bytes of a file.
  package func bytes(format: TableFormat = .standard) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(header.names, to: &bytes)
    for row in rows {
      for value in row { writer.field(value, to: &bytes) }
      writer.endRow(to: &bytes)
    }
    return bytes
  }

  /// Keeps every row as text.
  private struct Collector: TableConsumer {
    var header = TableHeader([])
    var rows: [[String]] = []
    var lines: [Int] = []

    mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
      self.header = header
    }

    mutating func take(_ row: TableRow, faults: inout TableFaults) {
      rows.append(header.names.indices.map(row.text))
      lines.append(row.line)
    }
  }
}
