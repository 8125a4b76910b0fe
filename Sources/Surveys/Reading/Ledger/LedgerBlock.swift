internal import SurveyDesign

/// The calls of some practices in a ``CallLedger``.
///
/// Calls of days long past are counted with those that ended alike, and their days are closed: so the memory that a long survey takes
/// is that of some weeks, if its rows stand in the order of days.
struct LedgerBlock: Sendable {
  /// How many calls of one practice in one slot ended in one way.
  private struct Count {
    /// The practice, the slot, the disposition and whether it was redialled, from the highest bits to the lowest.
    var key: UInt64
    var calls: Int

    /// Sixteen dispositions, redialled or not.
    static let endBits: UInt64 = 5
  }

  /// The entries of four days by practice, slot and days.
  private var open: WordTable
  /// In the order of their keys.
  private var counts: [Count] = []
  /// The fours of days up to which all are closed, and the last one that came.
  private var (closed, last) = (UInt64(0), UInt64(0))
  private var isInOrder = true
  /// Before so many fours of days are open, none is closed.
  private var mostOpen: Int

  /// Rows of so many fours of days, two weeks and more, may stand in any order.
  private static let slack: UInt64 = 4

  init(mostOpen: Int) {
    self.mostOpen = mostOpen
    open = WordTable(neighbours: LedgerRow.slotBits + LedgerRow.dayBits)
  }

  /// Adds attempts at calls.
  ///
  /// - Returns: Whether they fit: none of a closed day, and none that is known or of which it matters in which order it comes.
  mutating func add(_ rows: [LedgerRow]) -> Bool {
    let before = last
    var first = UInt64.max
    for row in rows {
      let four = row.four
      guard four > closed else { return false }
      if four != LedgerRow.noDay { (first, last) = (min(first, four), max(last, four)) }
      guard open.join(row.word, to: row.key, by: LedgerEntry.joined) else { return false }
    }
    isInOrder = isInOrder && first.addingReportingOverflow(Self.slack).partialValue >= before
    guard isInOrder, open.count > mostOpen, last > Self.slack else { return true }
    guard close(through: last - Self.slack) else { return false }
    mostOpen = max(mostOpen, 2 * open.count)
    return true
  }

  /// Counts all calls.
  ///
  /// - Returns: Whether each of them has a first attempt.
  mutating func close() -> Bool { close(through: LedgerRow.noDay) }

  /// Counts the calls up to some day.
  ///
  /// - Returns: Whether each of them has a first attempt.
  /// - Complexity: O(*w* + *p* + *c*) for *w* words of four days, *p* practices and *c* counts.
  private mutating func close(through four: UInt64) -> Bool {
    let closing = Self.byPractice(open.remove { $0 & LedgerRow.noDay <= four })
    closed = max(closed, four)
    var own: [Count] = []
    // By slot, how many calls of one practice ended in each way; and which slots and ways these are.
    var ends: [Int] = []
    var (ways, slots) = ([UInt32](), [Int]())
    var start = closing.startIndex
    while start < closing.endIndex {
      let practice = closing[start].practice
      while start < closing.endIndex, closing[start].practice == practice {
        let slot = closing[start].slot
        while ways.count <= slot {
          ways.append(0)
          ends += repeatElement(0, count: 1 << Int(Count.endBits))
        }
        if ways[slot] == 0 { slots.append(slot) }
        for place: UInt64 in 0..<4 {
          let entry = LedgerEntry(in: closing[start].word, at: place)
          guard entry.bits != 0 else { continue }
          guard entry.attempts & 1 != 0 else { return false }
          let way = entry.disposition << 1 | (entry.attempts > 1 ? 1 : 0)
          ends[slot << Int(Count.endBits) | way] += 1
          ways[slot] |= 1 << UInt32(truncatingIfNeeded: way)
        }
        start += 1
      }
      slots.sort()
      for slot in slots {
        while ways[slot] != 0 {
          let way = ways[slot].trailingZeroBitCount
          ways[slot] &= ways[slot] - 1
          let end = slot << Int(Count.endBits) | way
          let cell = UInt64(practice) << (LedgerRow.slotBits + Count.endBits)
          own.append(Count(key: cell | UInt64(end), calls: ends[end]))
          ends[end] = 0
        }
      }
      slots.removeAll(keepingCapacity: true)
    }
    add(own)
    return true
  }

  /// Rows in the order of their practices.
  private static func byPractice(_ rows: [LedgerRow]) -> [LedgerRow] {
    guard let some = rows.first else { return rows }
    let (least, most) = rows.reduce((some.practice, some.practice)) {
      (min($0.0, $1.practice), max($0.1, $1.practice))
    }
    var ends = [Int](repeating: 0, count: most - least + 2)
    for row in rows { ends[row.practice - least + 1] += 1 }
    for place in 1..<ends.count { ends[place] += ends[place - 1] }
    var ordered = rows
    for row in rows {
      ordered[ends[row.practice - least]] = row
      ends[row.practice - least] += 1
    }
    return ordered
  }

  /// Adds counts that are in order.
  private mutating func add(_ own: [Count]) {
    guard !counts.isEmpty else {
      counts = own
      return
    }
    var all: [Count] = []
    all.reserveCapacity(max(counts.count, own.count))
    var place = counts.startIndex
    for further in own {
      while place < counts.endIndex, counts[place].key < further.key {
        all.append(counts[place])
        place += 1
      }
      var joined = further
      if place < counts.endIndex, counts[place].key == further.key {
        joined.calls += counts[place].calls
        place += 1
      }
      all.append(joined)
    }
    all += counts[place...]
    counts = all
  }

  /// How many calls stand for those that are counted.
  var countedCalls: Int { counts.count }

  /// Appends the calls that are counted, those of a practice in a slot that ended alike as one with their number.
  consuming func append(to calls: inout [SurveyCall]) {
    for count in counts {
      let end = Int(count.key & ((1 << Count.endBits) - 1))
      var call = SurveyCall(
        key: .init(
          practice: Int32(truncatingIfNeeded: count.key >> (Count.endBits + LedgerRow.slotBits)),
          slot: Int32(truncatingIfNeeded: count.key >> Count.endBits & ((1 << LedgerRow.slotBits) - 1)),
          day: SurveyCall.Key.noDay),
        rank: 0, row: 0, wait: .nan, disposition: Disposition.allCases[end >> 1])
      call.isRedialled = end & 1 != 0
      call.storedCount = Int32(truncatingIfNeeded: count.calls)
      calls.append(call)
    }
  }
}
