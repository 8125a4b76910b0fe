/// Cuts a stream of bytes into records by the rules of RFC 4180, one record at a time, in bounded memory.
///
/// The scanner copies whole stretches of bytes, not single ones: the bytes of a record without quotes are appended in
/// one go, delimiters and all, and the fields are ranges in that copy.
struct RecordScanner: Sendable {
  /// What a step has led to.
  enum Step {
    /// A record is complete and stands in ``RecordScanner/row``.
    case record
    /// The bytes are used up, in the middle of a record or between two.
    case needsBytes
    /// A fault after which nothing that follows can be understood.
    case stopped
  }

  /// Where in a field the scanner is.
  enum State {
    /// Outside quotes; the field may have no byte yet.
    case plain
    /// After the opening quote.
    case quoted
    /// After a quote inside a quoted field: its end, or the first of a doubled quote.
    case closed
    /// In a field whose form is at fault: quotes mean nothing until its end.
    case loose
  }

  /// What a byte means in this file.
  enum Kind: UInt8 {
    case ordinary, delimiter, quote, lineFeed, carriageReturn, nul
  }

  /// The place in the bytes at hand.
  struct Cursor {
    /// The next byte.
    var index: Int
    /// The first byte that is not in the row's storage yet.
    var runStart: Int
  }

  let options: CSVReadingOptions
  /// The kind of each byte.
  private let kinds: InlineArray<256, Kind>
  /// The delimiter in each byte of a word; without one the line feed.
  let delimiters: UInt64

  var state = State.plain
  /// The physical line of the next byte.
  var line = 1
  /// The physical line where the field starts.
  var fieldLine = 1
  /// Where the field starts in the row's storage.
  var fieldLower = 0
  /// The size of the storage beyond which the field or the record is too long.
  var bound: Int
  /// Whether the record was handed out, so that the next byte begins another.
  var isComplete = false
  /// Whether the last byte was a carriage return that ended a line, so that a line feed belongs to it.
  var skipsLineFeed = false

  /// The record, valid after a step that gave ``Step/record``.
  var row = TableRow()

  /// Whether the row's storage is the bytes at hand, and not a copy of a record.
  var isInLines = false
  /// The storage for copies, while the row's is the bytes at hand.
  var copy: [UInt8] = []

  /// Whether a fault of form was noted in the record, so that its fields mean nothing.
  var isFaulty = false

  init(delimiter: UInt8?, options: CSVReadingOptions) {
    self.options = options
    bound = min(options.fieldLimit, options.recordLimit)
    var kinds = InlineArray<256, Kind>(repeating: .ordinary)
    kinds[Int(Byte.quote)] = .quote
    kinds[Int(Byte.lineFeed)] = .lineFeed
    kinds[Int(Byte.carriageReturn)] = .carriageReturn
    kinds[Int(Byte.nul)] = .nul
    if let delimiter { kinds[Int(delimiter)] = .delimiter }
    self.kinds = kinds
    delimiters = UInt64(delimiter ?? Byte.lineFeed) &* 0x0101_0101_0101_0101
  }

  /// Goes on from `position` to the end of the next record or of the bytes, and moves `position` there.
  mutating func step(in bytes: Span<UInt8>, from position: inout Int, faults: inout TableFaults) -> Step {
    if isComplete {
      leaveLines()
      beginRecord()
    }
    var cursor = Cursor(index: position, runStart: position)
    while true {
      var index = cursor.index
      if state != .closed {
        while index < bytes.count, kinds[Int(bytes[index])] == .ordinary { index += 1 }
        cursor.index = index
      }
      guard index < bytes.count else { break }
      let kind = kinds[Int(bytes[index])]
      guard size(at: cursor) <= bound else { return stopAtLimit(faults: &faults) }
      guard kind != .nul else { return stopAtNul(faults: &faults) }
      let step =
        switch state {
        case .plain: takePlain(kind, in: bytes, at: &cursor, faults: &faults)
        case .quoted: takeQuoted(kind, in: bytes, at: &cursor)
        case .closed: takeAfterQuote(kind, in: bytes, at: &cursor, faults: &faults)
        case .loose: takeLoose(kind, in: bytes, at: &cursor, faults: &faults)
        }
      if let step {
        position = cursor.index
        return step
      }
    }
    store(bytes, upTo: cursor.index, at: &cursor)
    position = cursor.index
    return row.storage.count <= bound ? .needsBytes : stopAtLimit(faults: &faults)
  }

  /// Whether the next byte begins a record.
  var isBetweenRecords: Bool {
    isComplete || state == .plain && row.ranges.isEmpty && row.storage.isEmpty
  }

  /// Ends the last record, which may lack a line break.
  mutating func finish(faults: inout TableFaults) -> Step {
    let hasRecord = !isComplete && (state != .plain || !row.ranges.isEmpty || !row.storage.isEmpty)
    guard hasRecord else { return .needsBytes }
    guard state != .quoted else {
      noteUnclosedQuote(faults: &faults)
      return .stopped
    }
    guard endField(upper: row.storage.count, nextLower: row.storage.count, faults: &faults) else {
      return .stopped
    }
    isComplete = true
    return .record
  }
}
