internal import SurveyDesign

/// The calls of one survey as far as they must be known one by one while a file is read, and all others counted.
///
/// A call needs two bytes: which attempts at it have been read, and what came of the last. Four days of a practice in a slot share a
/// word. Calls of days long past are counted with those that ended alike, and their days are closed: so the memory that a long survey
/// takes is that of some weeks, if its rows stand in the order of days.
///
/// What does not fit is refused, and the file must be read in another way: an attempt that came before, attempts beside a row that
/// was not dialled, more than seven of them, days that are closed, calls without a first attempt.
struct CallLedger: Sendable {
  /// A call in two bytes, zero for none.
  private struct Entry {
    var bits: UInt64

    /// - Parameter attempts: A bit for each, the first the lowest.
    init(_ disposition: Disposition, attempts: UInt64) {
      bits = attempts << 4 | UInt64(truncatingIfNeeded: disposition.ordinal)
    }

    init(bits: UInt64) { self.bits = bits & Self.all }

    static let all: UInt64 = 0xFFFF
    var attempts: UInt64 { bits >> 4 }
    var disposition: Int { Int(bits & 0xF) }
    var isMade: Bool { disposition != Disposition.notAttempted.ordinal }

    /// Both together, as one call; `nil` where it matters in which order their rows stand.
    func joined(with other: Entry) -> Entry? {
      guard bits != 0, other.bits != 0 else { return Entry(bits: bits | other.bits) }
      guard attempts & other.attempts == 0, isMade, other.isMade else { return nil }
      let last = attempts > other.attempts ? self : other
      return Entry(bits: last.bits | (attempts | other.attempts) << 4)
    }
  }

  /// By practice, slot and four days: an entry for each day.
  private var open = WordTable()
  /// By practice, slot, disposition and whether it was redialled, in this order: how many calls ended so on closed days.
  private var counts: [(key: UInt64, count: Int)] = []
  /// The fours of days up to which all are closed, the first and the last one that came.
  private var (closed, first, last) = (UInt64(0), UInt64.max, UInt64(0))
  private var isInOrder = true
  private var mostOpen = 1 << 18

  static let mostAttempts: Int32 = 7
  private static let slotBits: UInt64 = 12
  private static let dayBits: UInt64 = 20
  /// The four of days of calls without a day.
  private static let noDay: UInt64 = (1 << dayBits) - 1
  /// Rows of so many fours of days, two weeks and more, may stand in any order.
  private static let slack: UInt64 = 4

  /// Adds attempts at a call.
  ///
  /// - Parameter attempts: The numbers of the first and the last, what came of which is known.
  /// - Returns: Whether it fits.
  @inline(__always)
  mutating func add(_ call: SurveyCall, attempts: ClosedRange<Int32>) -> Bool {
    guard attempts.lowerBound >= 1, attempts.upperBound <= Self.mostAttempts,
      call.key.slot < 1 << Int32(Self.slotBits)
    else { return false }
    let mask = (UInt64(1) << UInt64(attempts.upperBound)) - (UInt64(1) << UInt64(attempts.lowerBound - 1))
    var (four, place) = (Self.noDay, UInt64(0))
    if call.key.day != SurveyCall.Key.noDay {
      let day = UInt64(Int(call.key.day) - CalendarDate.first.dayNumber + Self.daysPerFour)
      (four, place) = (day / 4, day % 4)
    }
    let key =
      (UInt64(UInt32(bitPattern: call.key.practice)) + 1) << (Self.slotBits + Self.dayBits)
      | UInt64(UInt32(bitPattern: call.key.slot)) << Self.dayBits | four
    return add(Entry(call.disposition, attempts: mask).bits << (16 * place), at: key)
  }

  private static let daysPerFour = 4

  /// Adds entries of four days.
  @inline(__always)
  private mutating func add(_ entries: UInt64, at key: UInt64) -> Bool {
    let four = key & Self.noDay
    guard four > closed else { return false }
    if four != Self.noDay { (first, last) = (min(first, four), max(last, four)) }
    return Self.join(&open[key], entries)
  }

  @inline(__always)
  private static func join(_ known: inout UInt64, _ entries: UInt64) -> Bool {
    var joined: UInt64 = 0
    if known != 0 {
      for place: UInt64 in 0..<4 {
        guard
          let entry = Entry(bits: known >> (16 * place)).joined(with: Entry(bits: entries >> (16 * place)))
        else { return false }
        joined |= entry.bits << (16 * place)
      }
    }
    known = known == 0 ? entries : joined
    return true
  }

  /// Adds the calls of rows further down.
  ///
  /// - Parameters:
  ///   - part: They, none closed.
  ///   - practices: What its practices are here.
  ///   - slots: What its slots are here.
  /// - Returns: Whether they fit.
  mutating func add(_ part: CallLedger, practices: [Int32], slots: [Int32]) -> Bool {
    let before = last
    for (key, entries) in part.open.pairs {
      let practice = practices[Int(key >> (Self.slotBits + Self.dayBits)) - 1]
      let slot = slots[Int(key >> Self.dayBits & ((1 << Self.slotBits) - 1))]
      guard slot < 1 << Int32(Self.slotBits) else { return false }
      let here =
        (UInt64(UInt32(bitPattern: practice)) + 1) << (Self.slotBits + Self.dayBits)
        | UInt64(UInt32(bitPattern: slot)) << Self.dayBits | key & Self.noDay
      guard add(entries, at: here) else { return false }
    }
    isInOrder = isInOrder && part.first.addingReportingOverflow(Self.slack).partialValue >= before
    guard isInOrder, open.count > mostOpen, last > Self.slack else { return true }
    guard close(through: last - Self.slack) else { return false }
    mostOpen = max(mostOpen, 2 * open.count)
    return true
  }

  /// Counts the calls up to some day.
  ///
  /// - Returns: Whether each of them has a first attempt.
  /// - Complexity: O(*w* log *d*) for *w* words of four days, *d* of each practice, and so many as there are practices and counts.
  private mutating func close(through four: UInt64) -> Bool {
    let closing = Self.inOrder(open.remove(where: { $0 & Self.noDay <= four }))
    closed = max(closed, four)
    var own: [(key: UInt64, count: Int)] = []
    // How many calls of one practice in one slot ended in each way.
    var ends = [Int](repeating: 0, count: 1 << Self.endBits)
    var start = closing.startIndex
    while start < closing.endIndex {
      let cell = closing[start].key >> Self.dayBits
      while start < closing.endIndex, closing[start].key >> Self.dayBits == cell {
        for place: UInt64 in 0..<4 {
          let entry = Entry(bits: closing[start].word >> (16 * place))
          guard entry.bits != 0 else { continue }
          guard entry.attempts & 1 != 0 else { return false }
          ends[entry.disposition << 1 | (entry.attempts > 1 ? 1 : 0)] += 1
        }
        start += 1
      }
      for end in ends.indices where ends[end] > 0 {
        own.append((cell << Self.endBits | UInt64(end), ends[end]))
        ends[end] = 0
      }
    }
    add(own)
    return true
  }

  /// Words in the order of their keys: dealt out to their practices, which are numbered from 0, and there sorted.
  private static func inOrder(_ words: [(key: UInt64, word: UInt64)]) -> [(key: UInt64, word: UInt64)] {
    func practice(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> (slotBits + dayBits)) }
    let most = words.reduce(0) { max($0, practice($1.key)) }
    var ends = [Int](repeating: 0, count: most + 2)
    for (key, _) in words { ends[practice(key) + 1] += 1 }
    for place in 1..<ends.count { ends[place] += ends[place - 1] }
    var ordered = words
    for word in words {
      ordered[ends[practice(word.key)]] = word
      ends[practice(word.key)] += 1
    }
    var start = 0
    for end in ends where end > start {
      ordered[start..<end].sort { $0.key < $1.key }
      start = end
    }
    return ordered
  }

  /// Adds counts that are in order.
  private mutating func add(_ own: [(key: UInt64, count: Int)]) {
    guard !counts.isEmpty else {
      counts = own
      return
    }
    var all: [(key: UInt64, count: Int)] = []
    all.reserveCapacity(max(counts.count, own.count))
    var (known, further) = (counts[...], own[...])
    while let first = known.first, let other = further.first {
      if first.key <= other.key { known.removeFirst() }
      if other.key <= first.key { further.removeFirst() }
      all.append(
        first.key == other.key
          ? (first.key, first.count + other.count) : first.key < other.key ? first : other)
    }
    counts = all + known + further
  }

  /// How a call ended: sixteen dispositions, and whether it was redialled.
  private static let endBits: UInt64 = 5

  /// All calls, those of a practice in a slot that ended alike as one with their number; `nil` if one has no first attempt.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  consuming func calls() -> [SurveyCall]? {
    guard close(through: Self.noDay) else { return nil }
    return counts.map { key, count in
      let slot = key >> Self.endBits & ((1 << Self.slotBits) - 1)
      let end = Int(key & ((1 << Self.endBits) - 1))
      var call = SurveyCall(
        key: .init(
          practice: Int32(truncatingIfNeeded: (key >> (Self.endBits + Self.slotBits)) - 1),
          slot: Int32(truncatingIfNeeded: slot), day: SurveyCall.Key.noDay),
        rank: 0, row: 0, wait: .nan, disposition: Disposition.allCases[end >> 1])
      call.isRedialled = end & 1 != 0
      call.storedCount = Int32(truncatingIfNeeded: count)
      return call
    }
  }
}
