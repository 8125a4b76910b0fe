/// Remembers what the short texts of a column stand for, by their bytes, so that each is understood once.
///
/// A file of ten million calls has a few hundred practices, eight slots and ten days: nothing is decoded twice, and no
/// row is held as text. Open addressing with linear probing; the table is at most half full.
struct SurveyTextCache<Value: Sendable>: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in ``bytes``, after a zero.
  private var ends = [0]
  private var values: [Value] = []
  /// The place of a text in ``values``, or −1.
  private var table = [Int32](repeating: -1, count: 64)

  /// What a text stands for, or `nil` if it has not been remembered.
  func value(of text: ArraySlice<UInt8>) -> Value? {
    let place = table[slot(of: text)]
    return place < 0 ? nil : values[Int(place)]
  }

  /// Remembers a text that is not known yet.
  ///
  /// - Complexity: O(*b*) amortised for *b* bytes.
  mutating func remember(_ value: Value, for text: ArraySlice<UInt8>) {
    guard values.count < Int(Int32.max) else { return }
    if 2 * values.count >= table.count { grow() }
    table[slot(of: text)] = Int32(truncatingIfNeeded: values.count)
    bytes += text
    ends.append(bytes.count)
    values.append(value)
  }

  /// The place in the table where a text stands, or should stand.
  private func slot(of text: ArraySlice<UInt8>) -> Int {
    let mask = table.count - 1
    var slot = Self.hash(text) & mask
    while table[slot] >= 0, !isText(Int(table[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isText(_ place: Int, _ text: ArraySlice<UInt8>) -> Bool {
    let lower = ends[place]
    guard ends[place + 1] - lower == text.count else { return false }
    let first = text.startIndex
    for offset in 0..<text.count where bytes[lower + offset] != text[first + offset] { return false }
    return true
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: 2 * table.count)
    for place in values.indices {
      table[slot(of: bytes[ends[place]..<ends[place + 1]])] = Int32(truncatingIfNeeded: place)
    }
  }

  /// FNV-1a in 64 bits (Fowler, Noll, Vo), folded so that the low bits depend on all of them.
  private static func hash(_ text: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
