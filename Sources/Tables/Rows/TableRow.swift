/// One row of a table, as bytes: numbers and texts are made from it only when its reader asks.
///
/// The reader uses the same storage for every row. A row may be kept, but a row that is kept costs a copy. Fields are
/// counted from 0 here and from 1 in messages.
package struct TableRow: Sendable {
  /// Where a field's bytes stand in the storage.
  struct FieldRange: Sendable {
    var lower: UInt32
    var upper: UInt32
  }

  /// The record's bytes without the quotes around fields, or all bytes at hand; what stands between the fields means nothing.
  var storage: [UInt8] = []

  /// Where the record begins in the storage.
  var lower = 0

  /// Where the fields stand in the storage.
  var ranges: [FieldRange] = []

  /// The physical line, from 1, where the row starts.
  package internal(set) var line = 1

  /// The number of the row, from 1, the header and skipped rows not counted.
  package internal(set) var number = 0

  /// Whether a field in quotes holds a line break.
  var runsOverLines = false

  init() {}

  /// How many fields the row has.
  ///
  /// At least as many as the header has names, and more only if the header ends in nameless columns.
  package var count: Int { ranges.count }

  /// Whether every field is empty.
  package var isBlank: Bool { ranges.allSatisfy { $0.lower == $0.upper } }

  /// Whether a field has no bytes; true beyond the last field.
  package func isEmpty(_ field: Int) -> Bool { range(of: field).isEmpty }

  /// Whether a field says that a value is missing: no bytes, or `NA` as R writes it.
  package func isMissing(_ field: Int) -> Bool {
    let range = range(of: field)
    guard !range.isEmpty else { return true }
    return range.count == 2 && storage[range.lowerBound] == Byte.capitalN
      && storage[range.lowerBound + 1] == Byte.capitalA
  }

  /// A field's bytes, without the quotes around it and with doubled quotes made single; empty beyond the last field.
  package func bytes(_ field: Int) -> ArraySlice<UInt8> { storage[range(of: field)] }

  /// Calls `body` with a field's bytes without copying them.
  package func withBytes<Result>(_ field: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(storage.span.extracting(range(of: field)))
  }

  /// Whether a field's bytes are exactly this text in UTF-8.
  package func matches(_ field: Int, _ text: String) -> Bool {
    bytes(field).elementsEqual(text.utf8)
  }

  /// The physical line, from 1, where a field starts.
  ///
  /// - Complexity: O(*n*) in the number of bytes before the field.
  package func line(ofField field: Int) -> Int {
    var result = line
    var previous: UInt8 = 0
    for byte in storage[lower..<range(of: field).lowerBound] {
      let endsLine = byte == Byte.carriageReturn || (byte == Byte.lineFeed && previous != Byte.carriageReturn)
      if endsLine { result += 1 }
      previous = byte
    }
    return result
  }

  /// Where a field stands; an empty range at the end for a field that does not exist.
  private func range(of field: Int) -> Range<Int> {
    guard ranges.indices.contains(field) else { return storage.count..<storage.count }
    let range = ranges[field]
    return Int(range.lower)..<Int(range.upper)
  }
}
