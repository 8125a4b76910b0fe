/// Reads a table from chunks of bytes, row by row, in bounded memory.
///
/// Push bytes in with ``feed(_:to:)`` as they come, in chunks of any size, and end with ``finish(to:)``; the result does
/// not depend on where the chunks are cut. See <doc:Tables> for what is read and what is refused.
///
/// ```swift
/// var reader = CSVReader(file: "calls.csv")
/// while !reader.isStopped, let chunk = try nextChunk() {
///   reader.feed(chunk.span, to: &consumer)
/// }
/// try reader.finish(to: &consumer)  // throws TableFaults if anything is wrong
/// ```
package struct CSVReader: Sendable {
  /// What was found wrong so far; a consumer adds to it.
  package private(set) var faults: TableFaults

  /// The column names, once the header was read.
  package private(set) var header: TableHeader?

  /// How many rows were given to the consumer.
  package private(set) var rowCount = 0

  /// Whether no further byte will be looked at, after a fault that makes the rest meaningless or at the end.
  package private(set) var isStopped = false

  /// The byte between fields, or nil if it is not known yet or the table has one column and none.
  package private(set) var delimiter: UInt8?

  private let options: CSVReadingOptions
  private var head: [UInt8] = []
  private var headScanner = HeadScanner()
  private var scanner: RecordScanner?
  private var lacksFirstName = false
  private var hasLongerRow = false

  /// Whether the header was read, nothing is wrong or odd, and the next byte begins a record.
  ///
  /// A copy of such a reader can read any further part of the file that begins with a record; its lines are counted from here.
  package var isBetweenRecords: Bool {
    header != nil && !isStopped && faults.isEmpty && faults.remarks.isEmpty
      && scanner?.isBetweenRecords ?? false
  }

  /// Starts to read a file of this name, which is used in messages only.
  package init(file: String, options: CSVReadingOptions = CSVReadingOptions()) {
    self.options = options.withinReason
    faults = TableFaults(file: file, limit: options.faultLimit)
  }

  /// Reads the next bytes and gives each row that they complete to the consumer.
  package mutating func feed(_ bytes: Span<UInt8>, to consumer: inout some TableConsumer) {
    guard !isStopped else { return }
    var start = 0
    if scanner == nil {
      while start < bytes.count, !headScanner.isDone {
        head.append(bytes[start])
        headScanner.take(bytes[start])
        start += 1
      }
      guard headScanner.isDone else { return }
      beginRecords(to: &consumer)
    }
    read(bytes.extracting(start...), to: &consumer)
  }

  /// Reads the next bytes from an index on, without copying the lines that hold no quote.
  package mutating func feed(_ lines: [UInt8], from start: Int, to consumer: inout some TableConsumer) {
    guard !isStopped else { return }
    guard scanner != nil else { return feed(lines.span.extracting(start...), to: &consumer) }
    read(lines.span, of: lines, from: start, to: &consumer)
  }

  /// Ends the file and throws ``TableFaults`` if anything was wrong with it.
  package mutating func finish(to consumer: inout some TableConsumer) throws {
    if scanner == nil { beginRecords(to: &consumer) }
    if !isStopped {
      if var last = scanner.take() {
        switch last.finish(faults: &faults) {
        case .record: takeRecord(&last, to: &consumer)
        case .stopped, .needsBytes: break
        }
        scanner = last
      }
      noteIfEmpty()
      if header != nil { consumer.end(faults: &faults) }
      isStopped = true
    }
    try faults.throwIfAny()
  }

  /// Reads a whole table that is in memory, and returns what is odd about it.
  @discardableResult
  package static func read(
    _ bytes: [UInt8], file: String, options: CSVReadingOptions = CSVReadingOptions(),
    to consumer: inout some TableConsumer
  ) throws -> [TableRemark] {
    var reader = CSVReader(file: file, options: options)
    reader.feed(bytes.span, to: &consumer)
    try reader.finish(to: &consumer)
    return reader.faults.remarks
  }

  /// Chooses the delimiter and reads what was held back for that.
  private mutating func beginRecords(to consumer: inout some TableConsumer) {
    let held = head
    head = []
    if let refusal = refusal(ofFileThatStartsWith: held, isDividedBySpaces: headScanner.isDividedBySpaces) {
      faults.add(refusal, line: 1)
      isStopped = true
      return
    }
    let delimiter = options.delimiter ?? headScanner.delimiter
    self.delimiter = delimiter
    if delimiter == headScanner.delimiter {
      (lacksFirstName, hasLongerRow) = (headScanner.lacksFirstName, headScanner.hasLongerRow)
    }
    scanner = RecordScanner(delimiter: delimiter, options: options)
    let start = held.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
    read(held.span.extracting(start...), to: &consumer)
  }

  /// - Parameter lines: The same bytes, where records without quotes need no copy.
  private mutating func read(
    _ bytes: Span<UInt8>, of lines: [UInt8]? = nil, from start: Int = 0, to consumer: inout some TableConsumer
  ) {
    guard var scanner = scanner.take() else { return }
    var position = start
    records: while !isStopped {
      if let lines, let header, scanner.takeLine(of: lines, at: &position, width: header.names.count) {
        take(&scanner.row, of: header, to: &consumer)
        continue
      }
      switch scanner.step(in: bytes, from: &position, faults: &faults) {
      case .record: takeRecord(&scanner, to: &consumer)
      case .needsBytes: break records
      case .stopped: isStopped = true
      }
    }
    scanner.leaveLines()
    self.scanner = scanner
  }

  /// Gives the record to the consumer, as the header or as a row.
  private mutating func takeRecord(_ scanner: inout RecordScanner, to consumer: inout some TableConsumer) {
    guard let header else {
      takeHeader(scanner.row, isFaulty: scanner.isFaulty, to: &consumer)
      return
    }
    if !scanner.isFaulty { take(&scanner.row, of: header, to: &consumer) }
  }

  private mutating func take(
    _ row: inout TableRow, of header: TableHeader, to consumer: inout some TableConsumer
  ) {
    guard isRow(row, of: header) else { return }
    rowCount += 1
    row.number = rowCount
    if row.runsOverLines { remarkOnLines(of: row) }
    consumer.take(row, faults: &faults)
  }

  /// Notes which fields run over several lines, as those do that a stray quote makes of several rows.
  private mutating func remarkOnLines(of row: TableRow) {
    for field in 0..<row.count
    where row.bytes(field).contains(where: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }) {
      faults.remark(
        RemarkText(
          "a field in quotes runs over several lines; a quote too many or too few swallows rows",
          "et felt i anførselstegn løber over flere linjer; et anførselstegn for meget eller for lidt sluger rækker"
        ),
        in: row,
        field: field)
    }
  }

  /// Whether the record is a row to hand out; notes a fault if it has too few or too many fields.
  private mutating func isRow(_ row: TableRow, of header: TableHeader) -> Bool {
    let width = header.names.count
    if options.skipsBlankRows, row.isEmpty(0), row.isBlank { return false }
    if lacksFirstName, row.count == width, !row.matches(0, "\(rowCount + 1)") {
      faults.add(
        "the rows have a field more than the header, and the first does not number them; each column needs a name",
        in: row, field: 0)
      return false
    }
    if row.count == width { return true }
    if row.count < width {
      faults.add(
        "the row has \(row.count) of \(width) fields; each row needs as many as the header", in: row,
        field: row.count)
      return false
    }
    if let extra = (width..<row.count).first(where: { !row.isEmpty($0) }) {
      faults.add(
        "the row has \(row.count) fields and the header \(width); a text with a delimiter in it must stand in quotes"
          + (hasLongerRow ? ", and R leaves out row names with row.names = FALSE" : ""),
        in: row, field: extra)
      return false
    }
    return true
  }

  /// Takes the first record as the header; a header at fault ends the reading.
  private mutating func takeHeader(
    _ row: TableRow, isFaulty: Bool, to consumer: inout some TableConsumer
  ) {
    guard !announcesDelimiter(row) else { return }
    if !isFaulty {
      let names = (0..<row.count).map(row.text)
      let header = TableHeader(lacksFirstName ? [""] + names : names, line: row.line)
      self.header = header
      faults.columnNames = header.names
      if row.runsOverLines { remarkOnLines(of: row) }
      faults.addFaults(of: header, in: row)
      if lacksFirstName {
        faults.remark(
          RemarkText(
            "the rows have a field more than the header; the first, which numbers them, was passed over, as R writes it",
            "rækkerne har et felt mere end overskriften; det første, som nummererer dem, er sprunget over, som R skriver det"
          )
        )
      }
      if faults.isEmpty { consumer.begin(header, faults: &faults) }
    }
    if !faults.isEmpty { isStopped = true }
  }

  private mutating func noteIfEmpty() {
    if let header {
      if rowCount == 0, faults.isEmpty, options.requiresRows {
        faults.add("no row follows the header; a table needs at least one", line: header.line)
      }
    } else if faults.isEmpty {
      faults.add(
        "the file is empty; a table starts with a line of column names", line: 1)
    }
  }
}

/// Whether a record is the line `sep=;` with which some spreadsheets announce the delimiter.
private func announcesDelimiter(_ row: TableRow) -> Bool {
  row.count == 2 && row.matches(0, "sep=") && row.isEmpty(1)
}

/// Why a file cannot be read at all, judged by its first bytes, or nil if it can.
private func refusal(ofFileThatStartsWith bytes: [UInt8], isDividedBySpaces: Bool) -> String? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return "the file is in UTF-16; allowed are UTF-8 and Windows-1252: save it as CSV in UTF-8"
  }
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
    return "the file is a workbook or a ZIP archive; allowed is plain text: in Excel choose File, Save As, "
      + "CSV UTF-8 (på dansk: Filer, Gem som, CSV UTF-8 (semikolonsepareret))"
  }
  if bytes.starts(with: [0x1F, 0x8B]) {
    return "the file is compressed with gzip; allowed is plain text: unpack it first"
  }
  if isDividedBySpaces {
    return
      "spaces stand between the columns; allowed are commas, semicolons and tabs: in R write.csv(x, file, "
      + "row.names = FALSE)"
  }
  return nil
}
