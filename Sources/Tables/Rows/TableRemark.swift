/// Something in a table that is allowed and odd, so that people should look at it.
package struct TableRemark: Equatable, Sendable, CustomStringConvertible {
  /// What it is, in words that hold for each of its rows.
  package var message: RemarkText

  /// The column's name as the header gives it; `nil` if it is about no one column.
  package var columnName: String?

  /// Rows of which it is true; 0 if it is about the table as a whole.
  package var rows: Int

  /// The physical line, from 1, of the first of them.
  package var firstLine: Int

  /// The remark as a line for people: `3 rows: dialled after the slot had ended; the first on line 7`.
  package var description: String { lines.english }

  /// The remark as a line in either language.
  package var lines: RemarkText {
    let name = columnName.map { excerpt($0) }
    let column = RemarkText(name.map { "column \($0): " } ?? "", name.map { "kolonnen \($0): " } ?? "")
    let english = column.english + message.english
    let danish = column.danish + message.danish
    return switch rows {
    case 0: RemarkText(english, danish)
    case 1:
      RemarkText("1 row: \(english); on line \(firstLine)", "1 række: \(danish); på linje \(firstLine)")
    case _:
      RemarkText(
        "\(rows) rows: \(english); the first on line \(firstLine)",
        "\(rows) rækker: \(danish); den første på linje \(firstLine)")
    }
  }
}

/// What a remark says, in both languages: whoever reads files knows no language, and whoever prints the remark does.
package struct RemarkText: Equatable, Sendable {
  /// In English.
  package var english: String
  /// In Danish.
  package var danish: String

  /// Both wordings.
  package init(_ english: String, _ danish: String) {
    (self.english, self.danish) = (english, danish)
  }

  /// The same after a text that is no words, such as the name of a file.
  package func after(_ text: String) -> RemarkText { RemarkText(text + english, text + danish) }
}

extension TableFaults {
  /// Notes something odd in a row and, if it is about one field, the field's index (from 0).
  package mutating func remark(_ message: RemarkText, in row: TableRow, field: Int? = nil) {
    remark(message, rows: 1, line: row.line, field: field)
  }

  /// Notes something odd on a line.
  package mutating func remark(_ message: RemarkText, line: Int, field: Int? = nil) {
    remark(message, rows: 1, line: line, field: field)
  }

  /// Notes something odd about the table as a whole, or about one of its columns.
  package mutating func remark(_ message: RemarkText, field: Int? = nil) {
    remark(message, rows: 0, line: 1, field: field)
  }

  private mutating func remark(_ message: RemarkText, rows: Int, line: Int, field: Int?) {
    let name = field.flatMap { columnNames.indices.contains($0) ? columnNames[$0] : nil }
    if let place = remarks.firstIndex(where: { $0.message == message && $0.columnName == name }) {
      remarks[place].rows += rows
    } else if remarks.count < limit {
      remarks.append(TableRemark(message: message, columnName: name, rows: rows, firstLine: line))
    }
  }
}
