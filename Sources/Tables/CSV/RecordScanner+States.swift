/// What each state makes of a byte that is not ordinary; nil means that the scanner goes on with the next byte.
extension RecordScanner {
  /// Outside quotes.
  mutating func takePlain(
    _ kind: Kind, in bytes: Span<UInt8>, at cursor: inout Cursor, faults: inout TableFaults
  ) -> Step? {
    guard kind == .quote else { return takeLoose(kind, in: bytes, at: &cursor, faults: &faults) }
    if size(at: cursor) == fieldLower {
      store(bytes, upTo: cursor.index, at: &cursor)
      cursor.runStart += 1
      state = .quoted
    } else {
      noteBareQuote(faults: &faults)
    }
    cursor.index += 1
    return nil
  }

  /// Outside quotes, where a quote is a byte like any other.
  mutating func takeLoose(
    _ kind: Kind, in bytes: Span<UInt8>, at cursor: inout Cursor, faults: inout TableFaults
  ) -> Step? {
    let size = size(at: cursor)
    switch kind {
    case .delimiter:
      cursor.index += 1
      return endField(upper: size, nextLower: size + 1, faults: &faults) ? nil : .stopped
    case .lineFeed, .carriageReturn:
      let isBlankLine = size == 0 && row.ranges.isEmpty && state == .plain
      store(bytes, upTo: cursor.index, at: &cursor)
      guard isBlankLine else { return endRecord(kind, at: &cursor, faults: &faults) }
      let belongsToReturn = kind == .lineFeed && skipsLineFeed
      endLine(kind, isCounted: !belongsToReturn, at: &cursor)
      beginRecord()
      return nil
    case .ordinary, .quote, .nul:
      cursor.index += 1
      return nil
    }
  }

  /// Inside quotes, where only a quote means something, but line breaks are counted.
  mutating func takeQuoted(_ kind: Kind, in bytes: Span<UInt8>, at cursor: inout Cursor) -> Step? {
    let index = cursor.index
    switch kind {
    case .quote:
      store(bytes, upTo: index, at: &cursor)
      cursor.runStart += 1
      state = .closed
    case .carriageReturn:
      line += 1
      row.runsOverLines = true
    case .lineFeed:
      row.runsOverLines = true
      // Nothing or a delimiter stands before the field, so a carriage return is one of its own bytes.
      let previous = index > cursor.runStart ? bytes[index - 1] : row.storage.last
      if previous != Byte.carriageReturn { line += 1 }
    case .ordinary, .delimiter, .nul:
      break
    }
    cursor.index += 1
    return nil
  }

  /// Right after a quote inside a quoted field.
  mutating func takeAfterQuote(
    _ kind: Kind, in bytes: Span<UInt8>, at cursor: inout Cursor, faults: inout TableFaults
  ) -> Step? {
    switch kind {
    case .quote:
      // Doubled: this second quote is the first byte of the next run.
      cursor.index += 1
      state = .quoted
      return nil
    case .delimiter, .lineFeed, .carriageReturn:
      return takeLoose(kind, in: bytes, at: &cursor, faults: &faults)
    case .ordinary, .nul:
      noteTextAfterQuote(faults: &faults)
      cursor.index += 1
      return nil
    }
  }

  /// How long the row's storage is once the bytes before the cursor are in it.
  func size(at cursor: Cursor) -> Int {
    row.storage.count + (cursor.index - cursor.runStart)
  }

  /// Appends the bytes from the run's start up to an index to the row's storage.
  mutating func store(_ bytes: Span<UInt8>, upTo index: Int, at cursor: inout Cursor) {
    row.storage.append(copying: bytes.extracting(cursor.runStart..<index))
    cursor.runStart = index
  }

  /// Starts the next record at the next byte.
  mutating func beginRecord() {
    row.storage.removeAll(keepingCapacity: true)
    row.ranges.removeAll(keepingCapacity: true)
    row.line = line
    row.runsOverLines = false
    isComplete = false
    isFaulty = false
    beginField(lower: 0)
  }

  /// Ends a field and starts the next; false if the table has too many columns.
  mutating func endField(upper: Int, nextLower: Int, faults: inout TableFaults) -> Bool {
    guard row.ranges.count < options.columnLimit else {
      noteTooManyColumns(faults: &faults)
      return false
    }
    // Limits of at most 2³⁰ keep both ends in 32 bits.
    row.ranges.append(
      TableRow.FieldRange(
        lower: UInt32(truncatingIfNeeded: fieldLower), upper: UInt32(truncatingIfNeeded: upper)))
    beginField(lower: nextLower)
    return true
  }

  private mutating func beginField(lower: Int) {
    state = .plain
    fieldLower = lower
    fieldLine = line
    bound = min(lower &+ options.fieldLimit, options.recordLimit)
  }

  /// Ends the record at a line break.
  private mutating func endRecord(_ kind: Kind, at cursor: inout Cursor, faults: inout TableFaults) -> Step {
    let size = row.storage.count
    guard endField(upper: size, nextLower: size, faults: &faults) else { return .stopped }
    endLine(kind, isCounted: true, at: &cursor)
    isComplete = true
    return .record
  }

  /// Steps over a line break; the line feed of a CRLF is not counted.
  private mutating func endLine(_ kind: Kind, isCounted: Bool, at cursor: inout Cursor) {
    if isCounted { line += 1 }
    skipsLineFeed = kind == .carriageReturn
    cursor.index += 1
    cursor.runStart = cursor.index
  }
}
