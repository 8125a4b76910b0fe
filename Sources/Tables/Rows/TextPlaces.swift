/// Numbers the distinct texts of a column by their bytes, from 0 in the order in which they were added.
///
/// A file of ten million calls has a few hundred practices, eight slots and ten days: no row is held as text. Open addressing
/// with linear probing; the table is at most half full. Up to sixteen bytes are compared as two words.
package struct TextPlaces: Sendable {
  /// A text of up to sixteen bytes by its first and its last eight, a longer one by where it stands among ``bytes``.
  private struct Key: Hashable {
    var first: UInt64
    var last: UInt64
    var count: UInt32
    /// The lower half of its hash.
    var hash: UInt32
  }

  private var keys: [Key] = []
  /// The bytes of the long texts.
  private var bytes: [UInt8] = []
  /// The place of a text in ``keys``, or −1.
  private var table = [Int32](repeating: -1, count: 64)

  private static let mostInKey = 16

  /// No texts yet.
  package init() {}

  /// How many texts there are.
  package var count: Int { keys.count }

  /// The number of a field's text, or `nil` if it was not added.
  ///
  /// - Parameters:
  ///   - field: The field, by position.
  ///   - row: Its row.
  ///   - last: The number of the text of the row before. It is likely to come again, or to be followed by the text that followed it
  ///     the first time, and then no hash is needed.
  /// - Complexity: O(*b*) for *b* bytes.
  package func place(of field: Int, in row: TableRow, after last: Int? = nil) -> Int? {
    row.withBytes(field) { text in
      let (first, second) = Self.ends(of: text)
      if let last, text.count <= Self.mostInKey {
        if isShort(last, first, second, text.count) { return last }
        let next = last + 1 < keys.count ? last + 1 : 0
        if isShort(next, first, second, text.count) { return next }
      }
      let place = table[slot(of: key(of: text), text)]
      return place < 0 ? nil : Int(place)
    }
  }

  /// Adds the text of a field, which must not be there yet.
  ///
  /// - Returns: Its number; `nil` if there are too many.
  /// - Complexity: O(*b*) amortised for *b* bytes.
  package mutating func add(_ field: Int, in row: TableRow) -> Int? {
    guard keys.count < Int(Int32.max) else { return nil }
    if 2 * keys.count >= table.count { grow() }
    let place = keys.count
    row.withBytes(field) { text in
      var key = key(of: text)
      table[slot(of: key, text)] = Int32(truncatingIfNeeded: place)
      if text.count > Self.mostInKey {
        key.last = UInt64(bytes.count)
        bytes.append(copying: text)
      }
      keys.append(key)
    }
    return place
  }

  /// The place in the table where a text stands, or should stand.
  @inline(__always)
  private func slot(of key: Key, _ text: Span<UInt8>) -> Int {
    let mask = table.count - 1
    var slot = Int(key.hash) & mask
    while table[slot] >= 0, !isText(keys[Int(table[slot])], key, text) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func isShort(_ place: Int, _ first: UInt64, _ last: UInt64, _ count: Int) -> Bool {
    let known = keys[place]
    return known.first == first && known.last == last && known.count == count
  }

  @inline(__always)
  private func isText(_ known: Key, _ key: Key, _ text: Span<UInt8>) -> Bool {
    if text.count <= Self.mostInKey { return known == key }
    guard known.hash == key.hash, known.first == key.first, known.count == key.count else { return false }
    let (lower, bytes) = (Int(known.last), bytes.span)
    // The first eight are the same; the last eight may overlap with those before.
    var offset = 8
    while offset < text.count - 8 {
      if bytes.word(at: lower + offset) != text.word(at: offset) { return false }
      offset += 8
    }
    return bytes.word(at: lower + text.count - 8) == text.word(at: text.count - 8)
  }

  @inline(__always)
  private func key(of text: Span<UInt8>) -> Key {
    let count = text.count
    let (first, last) = Self.ends(of: text)
    var hash = Self.mixed(first ^ Self.mixed(last ^ UInt64(truncatingIfNeeded: count)))
    var index = 8
    while index + 8 < count {
      hash = Self.mixed(hash ^ text.word(at: index))
      index += 8
    }
    return Key(
      first: first, last: last, count: UInt32(truncatingIfNeeded: count),
      hash: UInt32(truncatingIfNeeded: hash))
  }

  /// The first and the last eight bytes; all of fewer, and nothing.
  @inline(__always)
  private static func ends(of text: Span<UInt8>) -> (first: UInt64, last: UInt64) {
    let count = text.count
    return count >= 8 ? (text.word(at: 0), text.word(at: count - 8)) : (text.word(at: 0, count: count), 0)
  }

  /// Multiplication by the golden ratio, folded so that the low bits depend on all of them.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: 2 * table.count)
    let mask = table.count - 1
    for (place, key) in keys.enumerated() {
      var slot = Int(key.hash) & mask
      while table[slot] >= 0 { slot = (slot + 1) & mask }
      table[slot] = Int32(truncatingIfNeeded: place)
    }
  }
}
