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

  /// The rows of one replication that are read apart, where calls need not be kept one by one.
  struct ApartRun: Sendable {
    var replication: Int
    var known: LedgerRows
    /// Those of practices or slots that are new here: whole, they have other numbers.
    var further: [LedgerRow] = []
    var rows = 0
    var unmadeRows = 0
  }

  /// Whether rows are read apart.
  @inline(__always)
  var isApart: Bool { apartRows != nil || apartRuns != nil }

  /// Whether rows may be read apart: weights and waits are judged by the line and as whole columns.
  package var canReadApart: Bool { !options.needsWaits && !weights.hasColumns }

  /// Makes room for the calls of so many rows, as far as one file can have them.
  package mutating func reserve(rows: Double) {
    guard ledger == nil else { return }
    let calls = Int(min(max(rows, 0) * Self.reserve, Double(Int32.max)))
    self.calls.reserveCapacity(calls)
    for column in groupValues.indices { groupValues[column].reserveCapacity(calls) }
  }

  /// Rows further down are seldom much shorter than the first ones.
  private static let reserve = 1.02

  /// Whether each call is kept by itself.
  package var keepsEachCall: Bool { ledger == nil && apartRuns == nil }

  /// How many practices are known.
  package var practiceCount: Int { decoder.practices.count }

  /// A copy that reads further rows without those before them.
  package func apart() -> SurveyCallReader {
    var copy = self
    if let ledger {
      copy.apartRuns = []
      copy.origin = (practices: practiceCount, slots: decoder.slots.count, rows: LedgerRows(for: ledger))
    } else {
      copy.apartRows = []
    }
    copy.ledger = nil
    copy.calls = []
    copy.index = SurveyCallIndex()
    copy.groupValues = groupValues.map { _ in [] }
    copy.rows = 0
    return copy
  }

  /// Adds the rows that a copy has read, where each call is kept by itself.
  ///
  /// - Parameters:
  ///   - part: The copy; the rows before its own have all been added.
  ///   - origin: The reader of which the copy was made; this one has only been added to since.
  /// - Returns: Whether the rows are added; if not, what this reader holds means nothing.
  /// - Complexity: O(*r*) for *r* rows.
  package mutating func add(_ part: SurveyCallReader, readSince origin: SurveyCallReader) -> Bool {
    guard let rows = part.apartRows, let (further, slots) = numbers(of: part, readSince: origin) else {
      return false
    }
    let known = Int32(truncatingIfNeeded: origin.practiceCount)
    // A label counts only where a row with it counts.
    var groups = part.groupLabels.map { [Int32](repeating: -1, count: $0.count) }
    let before = self.rows
    for (number, row) in rows.enumerated() {
      guard begin(row.replication), calls.count < Int(Int32.max) else { return false }
      var call = row.call
      if call.key.practice >= known { call.key.practice = further[Int(call.key.practice - known)] }
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

  /// The numbers here of the practices that are new in a copy, and of all its slots; `nil` if anything in it is not plain.
  private mutating func numbers(
    of part: SurveyCallReader, readSince origin: SurveyCallReader
  ) -> (furtherPractices: [Int32], slots: [Int32])? {
    guard part.isApart, part.decoder.hasNotedNothing(since: origin.decoder),
      let practices = decoder.furtherPractices(of: part.decoder, since: origin.decoder)
    else { return nil }
    return (practices, decoder.slots(of: part.decoder, since: origin.decoder))
  }

  /// Begins a replication when its first row comes; false if it had begun before another one.
  private mutating func begin(_ replication: Int) -> Bool {
    if let last = replications.last, last.number == replication { return true }
    guard seenReplications.insert(replication).inserted else { return false }
    guard endReplication() else { return false }
    replications.append(.init(number: replication, calls: calls.count..<calls.count))
    index.removeAll()
    return true
  }
}

/// Calls that need not be kept one by one.
extension SurveyCallReader {
  /// Goes on without keeping each call, if that is allowed and of use: not where nearly every row has a practice of its own.
  ///
  /// - Parameter part: A copy that has read rows much further down: do they have the same practices?
  package mutating func openLedger(judgingBy part: SurveyCallReader) {
    let isUseful = 2 * (part.decoder.practices.count - decoder.practices.count) <= part.rows
    guard !options.keepsEachCall, isUseful, groupFields.isEmpty, decoder.fields.round == nil else { return }
    let (known, origin) = (calls, self)
    calls = []
    for place in replications.indices {
      guard place == 0 || endReplication(place - 1) else {
        self = origin
        return
      }
      var own = CallLedger(practices: part.decoder.practices.count)
      var rows = LedgerRows(for: own)
      for call in known[replications[place].calls] {
        // Without numbers of attempts it takes the rows' times to know which was the last.
        let isKnown = decoder.fields.attempt != nil || !call.isRedialled
        guard isKnown, let row = LedgerRow(call, attempts: attempts(of: call)) else {
          self = origin
          return
        }
        rows.append(row)
      }
      guard own.add(rows) else {
        self = origin
        return
      }
      ledger = own
      replications[place].calls = calls.count..<calls.count
    }
  }

  /// The attempts that are known of a call; those between may have been, too.
  @inline(__always)
  private func attempts(of call: SurveyCall) -> ClosedRange<Int32> {
    guard decoder.fields.attempt != nil else { return 1...1 }
    let first = Int32(call.firstAttempt)
    return first...max(first, call.rank)
  }

  /// Adds a row that is read apart; one that does not fit is not counted.
  @inline(__always)
  mutating func addApart(_ call: SurveyCall, replication: Int, isMade: Bool) {
    guard let origin, let row = LedgerRow(call, attempts: attempts(of: call)) else { return }
    if apartRuns?.last?.replication != replication {
      apartRuns?.append(ApartRun(replication: replication, known: origin.rows))
    }
    guard let last = apartRuns?.indices.last else { return }
    if call.practice < origin.practices, call.slot < origin.slots {
      apartRuns?[last].known.append(row)
    } else {
      apartRuns?[last].further.append(row)
    }
    apartRuns?[last].rows += 1
    if !isMade { apartRuns?[last].unmadeRows += 1 }
  }

  /// Prepares that rows that copies have read are added: on as many cores as there are, and then taken back.
  ///
  /// ```swift
  /// var works = reader.deal(parts, readSince: origin)  // nil: read the file in one
  /// for place in works.indices { works[place].run() }  // in any order, at the same time
  /// reader.take(works)
  /// ```
  ///
  /// - Parameters:
  ///   - parts: The copies, in the order of their rows; the rows before their own have all been added.
  ///   - origin: The reader of which the copies were made; this one has only been added to since.
  /// - Returns: What there is to do; `nil` if the rows cannot be added, and what this reader holds means nothing.
  package mutating func deal(
    _ parts: [SurveyCallReader], readSince origin: SurveyCallReader
  ) -> [LedgerWork]? {
    var dealt: [LedgerRows] = []
    for part in parts {
      guard let runs = part.apartRuns, let (further, slots) = numbers(of: part, readSince: origin),
        part.rows == runs.reduce(0, { $0 + $1.rows })
      else { return nil }
      rows += part.rows
      for run in runs {
        if replications.last?.number != run.replication {
          // What comes before a replication is added before it begins.
          for rows in dealt { guard ledger?.add(rows) ?? false else { return nil } }
          dealt = []
          guard begin(run.replication) else { return nil }
        }
        count(rows: run.rows, unmade: run.unmadeRows)
        dealt.append(run.known)
        guard !run.further.isEmpty, let ledger else { continue }
        var own = LedgerRows(for: ledger)
        for row in run.further {
          let place = row.practice - origin.practiceCount
          let practice = place < 0 ? Int32(truncatingIfNeeded: row.practice) : further[place]
          guard let row = row.renumbered(practice: practice, slot: slots[row.slot]) else { return nil }
          own.append(row)
        }
        dealt.append(own)
      }
    }
    return ledger?.deal(dealt)
  }

  /// Takes back what `deal` has handed out.
  ///
  /// - Returns: Whether the rows are added; if not, what this reader holds means nothing.
  package mutating func take(_ works: [LedgerWork]) -> Bool { ledger?.take(works) ?? false }

  /// Prepares that all calls are counted, as the last of all; what comes of it is taken back.
  package mutating func dealLast() -> [LedgerWork] { ledger?.dealLast() ?? [] }

  /// Ends the replication that has begun, and begins another ledger.
  ///
  /// - Returns: Whether it could be ended; if not, what this reader holds means nothing.
  package mutating func endReplication() -> Bool {
    replications.isEmpty || endReplication(replications.count - 1)
  }

  private mutating func endReplication(_ place: Int) -> Bool {
    guard let own = ledger.take() else { return true }
    ledger = CallLedger(like: own)
    let start = calls.count
    guard own.append(to: &calls) else { return false }
    replications[place].calls = start..<calls.count
    return true
  }
}
