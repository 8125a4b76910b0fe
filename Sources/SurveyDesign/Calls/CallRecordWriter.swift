package import Tables

/// Appends call attempts to the bytes of a `calls.csv`.
///
/// ```swift
/// var writer = CallRecordWriter()
/// var bytes: [UInt8] = []
/// writer.header(to: &bytes)
/// for record in records { writer.append(record, to: &bytes) }
/// ```
package struct CallRecordWriter: Sendable {
  /// The names of the columns after the standard ones.
  package let extraColumns: [String]

  private var writer: CSVWriter
  private static let cells = CallColumn.allCases.map(\.column.cell)

  /// A writer for one file.
  package init(format: TableFormat = .standard, extraColumns: [String] = []) {
    self.extraColumns = extraColumns
    writer = CSVWriter(format: format)
  }

  /// Appends the row of column names.
  package mutating func header(to bytes: inout [UInt8]) {
    writer.header(CallColumn.allCases.map(\.rawValue) + extraColumns, to: &bytes)
  }

  /// Appends one attempt, with as many values in `extra` as there are further columns.
  package mutating func append(_ record: CallRecord, extra: [String] = [], to bytes: inout [UInt8]) {
    precondition(extra.count == extraColumns.count, "one value for each further column")
    for cell in Self.cells { writer.field(cell(record), to: &bytes) }
    for value in extra { writer.field(value, to: &bytes) }
    writer.endRow(to: &bytes)
  }
}
