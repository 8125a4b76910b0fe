/// Everything that is wrong with one table, in the order of the file, up to a limit.
///
/// Readers add to it and go on where they can. Beyond the limit faults are only counted, and their messages are
/// never built, so ten million bad rows cost no memory.
public struct TableFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// How many faults are kept unless somebody asks for another limit.
  public static let standardLimit = 100

  /// The file's name as the user gave it.
  public let file: String

  /// The most faults that are kept.
  public let limit: Int

  /// The faults that are kept, in the order in which they were found.
  public private(set) var faults: [TableFault] = []

  /// How many faults were found, those beyond the limit included.
  public private(set) var count = 0

  /// The header's column names, used to name the column of a fault.
  public var columnNames: [String] = []

  /// Starts an empty list for one file.
  public init(file: String, limit: Int = standardLimit) {
    self.file = file
    self.limit = max(1, limit)
  }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { count == 0 }

  /// Notes a fault at a physical line (from 1) and, if it is about one field, the field's index (from 0).
  ///
  /// The message is only built when the fault is kept.
  public mutating func add(_ message: @autoclosure () -> String, line: Int, field: Int? = nil) {
    count += 1
    guard faults.count < limit else { return }
    let name = field.flatMap { columnNames.indices.contains($0) ? columnNames[$0] : nil }
    faults.append(
      TableFault(
        file: file, line: line, column: field.map { $0 + 1 }, columnName: name, message: message()))
  }

  /// Notes a fault in a row and, if it is about one field, the field's index (from 0).
  public mutating func add(_ message: @autoclosure () -> String, in row: TableRow, field: Int? = nil) {
    add(message(), line: field.map(row.line(ofField:)) ?? row.line, field: field)
  }

  /// Throws the list itself unless it is empty.
  public func throwIfAny() throws {
    if !isEmpty { throw self }
  }

  /// One line per fault, then `and N more faults` if some were only counted.
  public var description: String {
    var lines = faults.map(\.description)
    let rest = count - faults.count
    if rest > 0 {
      lines.append("and \(rest) more \(rest == 1 ? "fault" : "faults") in \(file)")
    }
    return lines.joined(separator: "\n")
  }
}
