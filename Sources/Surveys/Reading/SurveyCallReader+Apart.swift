internal import SurveyDesign

/// Reading parts of a file at the same time.
///
/// A copy of a reader reads rows further down without those before them, and the reader adds them later in their order. What comes
/// of it is what one reader would have come to: whatever is odd in a part, or depends on the rows before, is said to be so, and then
/// the file has to be read from its beginning, in one.
///
/// ```swift
/// let origin = reader
/// var part = origin.apart()  // takes rows on another core
/// guard reader.add(part, readSince: origin) else { return nil }  // read the file in one
/// ```
extension SurveyCallReader {
  /// What is kept of a row that is read apart.
  struct ApartRow: Sendable {
    /// The call, with the numbers that practice and slot have in the copy and the row's number in its part.
    var call: SurveyCall
    var replication: Int
    /// Whether the row has an outcome.
    var isMade: Bool
  }

  /// Whether rows may be read apart: weights and waits are judged by the line and as whole columns.
  package var canReadApart: Bool { !options.needsWaits && !weights.hasColumns }

  /// Makes room for the calls of so many rows, as far as one file can have them.
  package mutating func reserve(rows: Double) {
    let calls = Int(min(max(rows, 0) * Self.reserve, Double(Int32.max)))
    self.calls.reserveCapacity(calls)
    for column in groupValues.indices { groupValues[column].reserveCapacity(calls) }
  }

  /// Rows further down are seldom much shorter than the first ones.
  private static let reserve = 1.02

  /// A copy that reads further rows without those before them.
  package func apart() -> SurveyCallReader {
    var copy = self
    copy.apartRows = []
    copy.calls = []
    copy.index = SurveyCallIndex()
    copy.groupValues = groupValues.map { _ in [] }
    copy.rows = 0
    return copy
  }

  /// Adds the rows that a copy has read.
  ///
  /// - Parameters:
  ///   - part: The copy; the rows before its own have all been added.
  ///   - origin: The reader of which the copy was made; this one has only been added to since.
  /// - Returns: Whether the rows are added; if not, what this reader holds means nothing.
  /// - Complexity: O(*r*) for *r* rows.
  package mutating func add(_ part: SurveyCallReader, readSince origin: SurveyCallReader) -> Bool {
    guard let rows = part.apartRows, part.decoder.hasNotedNothing(since: origin.decoder) else { return false }
    guard let practices = decoder.practices(of: part.decoder, since: origin.decoder) else { return false }
    let slots = decoder.slots(of: part.decoder, since: origin.decoder)
    // A label counts only where a row with it counts.
    var groups = part.groupLabels.map { [Int32](repeating: -1, count: $0.count) }
    let before = self.rows
    for (number, row) in rows.enumerated() {
      guard begin(row.replication), calls.count < Int(Int32.max) else { return false }
      var call = row.call
      call.key.practice = practices[Int(call.key.practice)]
      call.key.slot = slots[Int(call.key.slot)]
      call.row += before
      count(isMade: row.isMade)
      let repetition = add(call) { reader, column in
        let label = Int(part.groupValues[column][number])
        if groups[column][label] < 0 {
          groups[column][label] = Int32(
            truncatingIfNeeded: reader.groupPlace(of: part.groupLabels[column][label], in: column))
        }
        return groups[column][label]
      }
      if repetition != nil { return false }
    }
    self.rows += part.rows
    return part.rows == rows.count
  }

  /// Begins a replication when its first row comes; false if it had begun before another one.
  private mutating func begin(_ replication: Int) -> Bool {
    if let last = replications.last, last.number == replication { return true }
    guard seenReplications.insert(replication).inserted else { return false }
    replications.append(.init(number: replication, calls: calls.count..<calls.count))
    index.removeAll()
    return true
  }
}
