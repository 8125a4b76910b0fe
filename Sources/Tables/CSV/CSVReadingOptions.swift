/// What the reader takes for granted and where it stops.
package struct CSVReadingOptions: Equatable, Sendable {
  /// The byte between fields, or nil to find it in the header: comma, semicolon, tab or none.
  package var delimiter: UInt8?

  /// The most bytes that one field may have; 1 MiB unless changed.
  package var fieldLimit = 1 << 20

  /// The most bytes that one record may have; 16 MiB unless changed, and never more than 1 GiB whatever is asked for.
  package var recordLimit = 1 << 24

  /// The most columns that a table may have; 10,000 unless changed.
  package var columnLimit = 10_000

  /// The most faults that are kept; those beyond are counted.
  package var faultLimit = TableFaults.standardLimit

  /// Whether a header without a row is a fault.
  package var requiresRows = true

  /// Whether rows whose every field is empty are passed over, as spreadsheets leave them below a table.
  ///
  /// Lines without a single byte are always passed over.
  package var skipsBlankRows = true

  /// The options that suit a file of unknown origin.
  package init() {}

  /// The options with limits that the reader's 32-bit positions can hold.
  var withinReason: CSVReadingOptions {
    var options = self
    options.fieldLimit = min(max(fieldLimit, 1), 1 << 30)
    options.recordLimit = min(max(recordLimit, 1), 1 << 30)
    options.columnLimit = max(columnLimit, 1)
    return options
  }
}
