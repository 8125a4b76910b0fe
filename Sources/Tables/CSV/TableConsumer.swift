/// Something that takes a table row by row as the reader finds it.
///
/// ```swift
/// struct MeanWait: TableConsumer {
///   var column: Int?
///   var sum = 0.0
///
///   mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
///     column = header.requiredIndex(of: "wait_seconds", faults: &faults)
///   }
///
///   mutating func take(_ row: TableRow, faults: inout TableFaults) {
///     guard let column, let wait = row.number(column, faults: &faults) else { return }
///     sum += wait
///   }
/// }
/// ```
package protocol TableConsumer {
  /// Takes the header; called once, before any row.
  ///
  /// If this notes a fault, no row follows: columns that cannot be trusted would only yield nonsense.
  mutating func begin(_ header: TableHeader, faults: inout TableFaults)

  /// Takes a row that has as many fields as the header; a row with a fault of form is never given.
  mutating func take(_ row: TableRow, faults: inout TableFaults)

  /// Takes the end of the table, after which its columns can be judged as a whole; does nothing unless said otherwise.
  ///
  /// It comes also if faults were found, unless they were in the header.
  mutating func end(faults: inout TableFaults)
}

extension TableConsumer {
  /// Does nothing.
  package mutating func end(faults: inout TableFaults) {}
}
