/// One thing that is wrong with a table: where it stands, what it is and what is allowed.
///
/// A file that comes from a person is rarely wrong in one place only, so faults are values that are collected
/// (``TableFaults``) rather than errors that end the reading.
package struct TableFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  package var file: String

  /// The physical line, from 1, where the field starts, or the record if no field is meant.
  ///
  /// A line inside a quoted field counts too, so this is the line number that an editor shows.
  package var line: Int

  /// The number of the field in its record, from 1, or nil if the fault is not about one field.
  package var column: Int?

  /// The column's name as the header gives it, if it has one.
  package var columnName: String?

  /// What was wrong and what is allowed, in one or two sentences without a final full stop.
  package var message: String

  /// On how many lines after the first the same is wrong in the same column.
  package var furtherLines = 0

  /// Puts a fault together; `line` and `column` count from 1.
  package init(file: String, line: Int, column: Int?, columnName: String? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.columnName = columnName
    self.message = message
  }

  /// The message, and on how many further lines it holds.
  package var wholeMessage: String {
    switch furtherLines {
    case 0: message
    case 1: message + " (and on 1 further line)"
    case _: message + " (and on \(furtherLines) further lines)"
    }
  }

  /// The fault as a line for people: `calls.csv, line 17, column 3 (slot): …`.
  package var description: String {
    var place = "\(file), line \(line)"
    if let column {
      place += ", column \(column)"
      if let columnName, !columnName.isEmpty {
        place += " (\(excerpt(columnName)))"
      }
    }
    return "\(place): \(wholeMessage)"
  }
}
