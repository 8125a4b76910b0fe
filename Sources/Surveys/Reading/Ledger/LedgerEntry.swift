internal import SurveyDesign

/// A call in two bytes, zero for none: which attempts at it have been read, and what came of the last.
struct LedgerEntry {
  var bits: UInt64

  /// - Parameter attempts: A bit for each, the first the lowest.
  init(_ disposition: Disposition, attempts: UInt64) {
    bits = attempts << 4 | UInt64(truncatingIfNeeded: disposition.ordinal)
  }

  /// The entry of one of the four days of a word, by its place.
  init(in word: UInt64, at place: UInt64) { bits = word >> (16 * place) & Self.all }

  private init(bits: UInt64) { self.bits = bits }

  private static let all: UInt64 = 0xFFFF
  var attempts: UInt64 { bits >> 4 }
  var disposition: Int { Int(bits & 0xF) }
  var isMade: Bool { disposition != Disposition.notAttempted.ordinal }

  /// Both together, as one call; `nil` where it matters in which order their rows stand.
  @inline(__always)
  func joined(with other: LedgerEntry) -> LedgerEntry? {
    guard bits != 0, other.bits != 0 else { return LedgerEntry(bits: bits | other.bits) }
    guard attempts & other.attempts == 0, isMade, other.isMade else { return nil }
    let last = attempts > other.attempts ? self : other
    return LedgerEntry(bits: last.bits | (attempts | other.attempts) << 4)
  }

  /// The entries of four days, joined with others of the same days.
  @inline(__always)
  static func joined(_ known: UInt64, _ further: UInt64) -> UInt64? {
    guard known != 0 else { return further }
    var word: UInt64 = 0
    for place: UInt64 in 0..<4 {
      guard let entry = Self(in: known, at: place).joined(with: Self(in: further, at: place)) else {
        return nil
      }
      word |= entry.bits << (16 * place)
    }
    return word
  }
}

/// Attempts at one call, or what is known of four days: a practice, a slot and a four of days, and an entry for each of these days.
struct LedgerRow: Sendable {
  /// The practice, counted from 1 so that no key is zero, the slot and the four of days, from the highest bits to the lowest.
  var key: UInt64
  /// The entries of the four days.
  var word: UInt64

  static let mostAttempts: Int32 = 7
  static let slotBits: UInt64 = 12
  static let dayBits: UInt64 = 20
  /// The four of days of calls without a day.
  static let noDay: UInt64 = (1 << dayBits) - 1
  private static let daysPerFour = 4

  init(key: UInt64, word: UInt64) { (self.key, self.word) = (key, word) }

  /// What a row says; `nil` if it does not fit.
  ///
  /// - Parameter attempts: The numbers of the first and the last attempt, what came of which is known.
  @inline(__always)
  init?(_ call: SurveyCall, attempts: ClosedRange<Int32>) {
    guard attempts.lowerBound >= 1, attempts.upperBound <= Self.mostAttempts,
      call.key.slot < 1 << Int32(Self.slotBits)
    else { return nil }
    let mask = (UInt64(1) << UInt64(attempts.upperBound)) - (UInt64(1) << UInt64(attempts.lowerBound - 1))
    var (four, place) = (Self.noDay, UInt64(0))
    if call.key.day != SurveyCall.Key.noDay {
      let day = UInt64(Int(call.key.day) - CalendarDate.first.dayNumber + Self.daysPerFour)
      (four, place) = (day / 4, day % 4)
    }
    key = Self.cell(practice: call.key.practice, slot: call.key.slot) << Self.dayBits | four
    word = LedgerEntry(call.disposition, attempts: mask).bits << (16 * place)
  }

  /// The same of a practice and a slot that have other numbers here; `nil` if it does not fit.
  func renumbered(practice: Int32, slot: Int32) -> LedgerRow? {
    guard slot < 1 << Int32(Self.slotBits) else { return nil }
    return LedgerRow(key: Self.cell(practice: practice, slot: slot) << Self.dayBits | four, word: word)
  }

  @inline(__always)
  private static func cell(practice: Int32, slot: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: practice)) + 1) << slotBits | UInt64(UInt32(bitPattern: slot))
  }

  /// The practice's number.
  var practice: Int { Int(truncatingIfNeeded: key >> (Self.slotBits + Self.dayBits)) - 1 }
  /// The slot's number.
  var slot: Int { Int(truncatingIfNeeded: key >> Self.dayBits & ((1 << Self.slotBits) - 1)) }
  /// The four of days.
  var four: UInt64 { key & Self.noDay }
}
