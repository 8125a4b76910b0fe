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
  private let columns: [CallColumn]
  private let cells: [@Sendable (CallRecord) -> Cell]

  /// A writer for one file; `rounds` says whether it has a column for them.
  package init(format: TableFormat = .standard, extraColumns: [String] = [], rounds: Bool = false) {
    self.extraColumns = extraColumns
    columns = CallColumn.columns(rounds: rounds)
    cells = columns.map(\.column.cell)
    writer = CSVWriter(format: format)
  }

  /// Appends the row of column names.
  package mutating func header(to bytes: inout [UInt8]) {
    writer.header(columns.map(\.rawValue) + extraColumns, to: &bytes)
  }

  /// Appends one attempt, with as many values in `extra` as there are further columns.
  package mutating func append(_ record: CallRecord, extra: [String] = [], to bytes: inout [UInt8]) {
    precondition(extra.count == extraColumns.count, "one value for each further column")
    for cell in cells { writer.field(cell(record), to: &bytes) }
    for value in extra { writer.field(value, to: &bytes) }
    writer.endRow(to: &bytes)
  }
}
