/// Something in a table that is allowed and odd, so that people should look at it.
package struct TableRemark: Hashable, Sendable, CustomStringConvertible {
  /// What it is, in words that hold for each of its rows.
  package var message: String

  /// The column's name as the header gives it; `nil` if it is about no one column.
  package var columnName: String?

  /// Rows of which it is true; 0 if it is about the table as a whole.
  package var rows: Int

  /// The physical line, from 1, of the first of them.
  package var firstLine: Int

  /// The remark as a line for people: `3 rows: dialled after the slot had ended; the first on line 7`.
  package var description: String {
    let column = columnName.map { "column \(excerpt($0)): " } ?? ""
    switch rows {
    case 0: return column + message
    case 1: return "1 row: \(column)\(message); on line \(firstLine)"
    case _: return "\(rows) rows: \(column)\(message); the first on line \(firstLine)"
    }
  }
}

extension TableFaults {
  /// Notes something odd in a row and, if it is about one field, the field's index (from 0).
  package mutating func remark(_ message: String, in row: TableRow, field: Int? = nil) {
    remark(message, rows: 1, line: row.line, field: field)
  }

  /// Notes something odd on a line.
  package mutating func remark(_ message: String, line: Int, field: Int? = nil) {
    remark(message, rows: 1, line: line, field: field)
  }

  /// Notes something odd about the table as a whole, or about one of its columns.
  package mutating func remark(_ message: String, field: Int? = nil) {
    remark(message, rows: 0, line: 1, field: field)
  }

  private mutating func remark(_ message: String, rows: Int, line: Int, field: Int?) {
    let name = field.flatMap { columnNames.indices.contains($0) ? columnNames[$0] : nil }
    if let place = remarks.firstIndex(where: { $0.message == message && $0.columnName == name }) {
      remarks[place].rows += rows
    } else if remarks.count < limit {
      remarks.append(TableRemark(message: message, columnName: name, rows: rows, firstLine: line))
    }
  }
}
