/// A table and where its values come from: every column once, with its name, its type, what it means and its value in a row.
///
/// Header, fields, schema and documentation all walk these columns, so that no position is counted anywhere.
///
/// ```swift
/// let groups = RowTable<Group>(
///   "groups", primaryKey: ["group"],
///   [
///     .text("group", "The group") { $0.name },
///     .share("rate", "The share not reached") { $0.rate },
///   ])
/// groups.header(using: &writer, to: &bytes)
/// for group in all { groups.append(group, using: &writer, to: &bytes) }
/// ```
package struct RowTable<Row>: Sendable {
  /// What the table holds, without its rows.
  package let schema: TableSchema
  private let appendCells: @Sendable (Row, inout CSVWriter, inout [UInt8]) -> Void

  /// Describes a table by its columns in the order of the file.
  ///
  /// Columns stand in one list or several; an empty one where columns are not wanted.
  package init(_ name: String, primaryKey: [String] = [], _ columns: [RowColumn<Row>]...) {
    let columns = columns.flatMap { $0 }
    schema = TableSchema(name: name, columns: columns.map(\.column), primaryKey: primaryKey)
    appendCells = { row, writer, bytes in
      for column in columns { writer.field(column.cell(row), to: &bytes) }
    }
  }

  private init(
    schema: TableSchema, appendCells: @escaping @Sendable (Row, inout CSVWriter, inout [UInt8]) -> Void
  ) {
    self.schema = schema
    self.appendCells = appendCells
  }

  /// The same table for rows that hold one of its own, with further columns behind it.
  ///
  /// - Parameters:
  ///   - columns: The further columns.
  ///   - key: Those of them that belong to the primary key.
  ///   - inner: The row of this table.
  package func within<Outer>(
    adding columns: [RowColumn<Outer>], key: [String], _ inner: @escaping @Sendable (Outer) -> Row
  ) -> RowTable<Outer> {
    RowTable<Outer>(
      schema: TableSchema(
        name: schema.name, columns: schema.columns + columns.map(\.column),
        primaryKey: schema.primaryKey + key)
    ) { row, writer, bytes in
      appendCells(inner(row), &writer, &bytes)
      for column in columns { writer.field(column.cell(row), to: &bytes) }
    }
  }

  /// Writes the names of the columns.
  package func header(using writer: inout CSVWriter, to bytes: inout [UInt8]) {
    writer.header(schema.columnNames, to: &bytes)
  }

  /// Writes a row.
  package func append(_ row: Row, using writer: inout CSVWriter, to bytes: inout [UInt8]) {
    appendCells(row, &writer, &bytes)
    writer.endRow(to: &bytes)
  }

  /// The table as the bytes of a file.
  package func bytes(of rows: some Sequence<Row>, format: TableFormat = .standard) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    header(using: &writer, to: &bytes)
    for row in rows { append(row, using: &writer, to: &bytes) }
    return bytes
  }
}

/// One column of a ``RowTable``: what it holds, and its value in a row.
package struct RowColumn<Row>: Sendable {
  /// What it holds.
  package let column: Column
  /// Its value in a row.
  package let cell: @Sendable (Row) -> Cell

  /// Describes a column.
  package init(
    _ name: String, _ type: Column.Kind, _ description: String, _ constraints: Column.Constraints = .init(),
    cell: @escaping @Sendable (Row) -> Cell
  ) {
    column = Column(name, type, description, constraints)
    self.cell = cell
  }
}
