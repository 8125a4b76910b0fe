/// Everything that is wrong with one table, in the order of the file, up to a limit.
///
/// Readers add to it and go on where they can. What is wrong on many lines in the same words and the same column is one fault
/// that counts its lines. Beyond the limit faults are only counted, and after ten thousand their messages are never built, so ten
/// million bad rows cost no memory. What is allowed and odd is noted beside them (``remark(_:in:field:)``).
package struct TableFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// How many faults are kept unless the caller asks for another limit.
  package static let standardLimit = 100

  /// The file's name as the user gave it.
  package let file: String

  /// The most faults that are kept.
  package let limit: Int

  /// The faults that are kept, in the order in which they were found.
  package private(set) var faults: [TableFault] = []

  /// How many faults were found, those beyond the limit included, and each line of a fault of several.
  package private(set) var count = 0

  /// What is allowed and odd, in the order in which it was found; no reason to throw.
  package internal(set) var remarks: [TableRemark] = []

  /// The header's column names, used to name the column of a fault.
  package var columnNames: [String] = []

  /// Starts an empty list for one file.
  package init(file: String, limit: Int = standardLimit) {
    self.file = file
    self.limit = max(1, limit)
  }

  /// Whether nothing is wrong.
  package var isEmpty: Bool { count == 0 }

  /// Whether a fault in words that are not there yet would be kept: only then is it worth working out what may have been meant.
  package var keepsNew: Bool { faults.count < limit && count < Self.mostCompared }

  /// How many faults are compared with those kept before the rest is only counted.
  private static let mostCompared = 10_000

  /// Where a fault of a column and a message stands among those kept.
  private var places: [String: Int] = [:]

  /// Notes a fault at a physical line (from 1) and, if it is about one field, the field's index (from 0).
  package mutating func add(_ message: @autoclosure () -> String, line: Int, field: Int? = nil) {
    count += 1
    guard count <= Self.mostCompared else { return }
    let message = message()
    let key = "\(field ?? -1) \(message)"
    if let place = places[key] {
      faults[place].furtherLines += 1
      return
    }
    guard faults.count < limit else { return }
    places[key] = faults.count
    let name = field.flatMap { columnNames.indices.contains($0) ? columnNames[$0] : nil }
    faults.append(
      TableFault(
        file: file, line: line, column: field.map { $0 + 1 }, columnName: name, message: message))
  }

  /// How many faults are neither kept nor counted with one that is.
  package var uncounted: Int { count - faults.reduce(0) { $0 + 1 + $1.furtherLines } }

  /// Notes a fault in a row and, if it is about one field, the field's index (from 0).
  package mutating func add(_ message: @autoclosure () -> String, in row: TableRow, field: Int? = nil) {
    add(message(), line: field.map(row.line(ofField:)) ?? row.line, field: field)
  }

  /// Throws the list itself unless it is empty.
  package func throwIfAny() throws {
    if !isEmpty { throw self }
  }

  /// One line per fault, then `and N more faults` if some were only counted.
  package var description: String {
    var lines = faults.map(\.description)
    let rest = uncounted
    if rest > 0 {
      lines.append("and \(rest) more \(rest == 1 ? "fault" : "faults") in \(file)")
    }
    return lines.joined(separator: "\n")
  }
}
