/// Lines without a quote, of which nothing has to be copied: the fields are ranges in the bytes at hand.
extension RecordScanner {
  /// Takes the next line as a record if it is plain: as many fields as the header, and no quote, NUL or lone carriage return in it.
  ///
  /// - Parameters:
  ///   - lines: The bytes at hand.
  ///   - position: Where the line begins; moved behind it.
  ///   - width: How many fields the line must have.
  /// - Returns: Whether the line was taken; if not, nothing has changed.
  mutating func takeLine(of lines: [UInt8], at position: inout Int, width: Int) -> Bool {
    guard isComplete, lines.count <= UInt32.max else { return false }
    if !isInLines { enterLines(lines, width: width) }
    let end = Self.fields(
      of: lines.span, from: position, &row.ranges, delimiters,
      mostBytes: min(options.fieldLimit, options.recordLimit))
    guard let end else { return false }
    row.lower = position
    row.line = line
    position = end
    line += 1
    skipsLineFeed = false
    return true
  }

  /// Finds the fields of a line.
  ///
  /// - Parameters:
  ///   - bytes: The bytes at hand.
  ///   - start: Where the line begins.
  ///   - fields: As many as there should be.
  ///   - delimiters: The delimiter in each byte, or the line feed.
  ///   - mostBytes: How long the line may be.
  /// - Returns: Where the next line begins; `nil` for a line that is not plain.
  private static func fields(
    of bytes: Span<UInt8>, from start: Int, _ fields: inout [TableRow.FieldRange], _ delimiters: UInt64,
    mostBytes: Int
  ) -> Int? {
    var ranges = fields.mutableSpan
    var (field, lower, index) = (0, start, start)
    while index < bytes.count {
      let rest = bytes.count - index
      var marks = marks(
        in: rest < 8 ? bytes.word(at: index, count: rest) : bytes.word(at: index), delimiters)
      while marks != 0 {
        let place = index + marks.trailingZeroBitCount / 8
        marks &= marks - 1
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        let isDelimiter = byte == UInt8(truncatingIfNeeded: delimiters)
        if !isDelimiter {
          // Spaces, tabs and what else comes before the quote.
          if byte == Byte.quote || byte == Byte.nul { return nil }
          guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
        }
        guard field < ranges.count else { return nil }
        ranges[field] = .init(
          lower: UInt32(truncatingIfNeeded: lower), upper: UInt32(truncatingIfNeeded: place))
        field += 1
        lower = place + 1
        if isDelimiter, byte != Byte.lineFeed { continue }
        guard field == ranges.count, place > start, place - start <= mostBytes else { return nil }
        guard byte == Byte.carriageReturn else { return lower }
        return lower < bytes.count && bytes[lower] == Byte.lineFeed ? lower + 1 : nil
      }
      index += 8
    }
    return nil
  }

  /// A bit in each byte of a word that may not be ordinary: the delimiter, and whatever comes before `#`, as quotes and line breaks do.
  @inline(__always)
  private static func marks(in word: UInt64, _ delimiters: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let other = word ^ delimiters
    let delimiter = ~(((other & ~high) &+ ~high) | other)
    let early = ~((word | high) &- laterThanQuote) & ~word
    return (delimiter | early) & high
  }

  /// The byte behind the quote, in each byte.
  private static let laterThanQuote: UInt64 = 0x2323_2323_2323_2323

  /// Puts the bytes at hand in the place of the copy that other records need.
  private mutating func enterLines(_ lines: [UInt8], width: Int) {
    isInLines = true
    swap(&row.storage, &copy)
    row.storage = lines
    row.runsOverLines = false
    isFaulty = false
    if row.ranges.count != width {
      row.ranges = [TableRow.FieldRange](repeating: .init(lower: 0, upper: 0), count: width)
    }
  }

  /// Takes records into storage of their own again.
  mutating func leaveLines() {
    guard isInLines else { return }
    isInLines = false
    row.storage = []
    swap(&row.storage, &copy)
    row.lower = 0
    // What the row holds are no ranges of this storage.
    row.ranges.removeAll(keepingCapacity: true)
  }
}
