/// A word for each of many keys, 16 bytes a place; places are visited in an order that only the keys and how they came decide.
///
/// Open addressing with linear probing, at most two thirds full. No key is zero, which stands for none. Four keys that differ only in the
/// lowest two bits of one of their parts share a line of the cache: they are mostly asked for together.
struct WordTable: Sendable {
  private var places: [LedgerRow] = []
  /// How many keys there are.
  private(set) var count = 0
  /// The lowest of the two bits in which keys that share a line differ.
  private let neighbours: UInt64

  init(neighbours: UInt64) { self.neighbours = neighbours }

  /// Joins a word to that of a key, which is zero for one that is new.
  ///
  /// - Returns: Whether they could be joined.
  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func join(_ word: UInt64, to key: UInt64, by joined: (UInt64, UInt64) -> UInt64?) -> Bool {
    if 3 * count >= 2 * places.count { grow(to: Self.factor(of: places.count)) }
    let place = emptyOr(key)
    if places[place].key == 0 {
      places[place] = LedgerRow(key: key, word: word)
      count += 1
      return true
    }
    guard let both = joined(places[place].word, word) else { return false }
    places[place].word = both
    return true
  }

  /// Takes some keys out with their words.
  ///
  /// - Complexity: O(places).
  mutating func remove(where isRemoved: (UInt64) -> Bool) -> [LedgerRow] {
    var (removed, rest) = ([LedgerRow](), [LedgerRow]())
    removed.reserveCapacity(count)
    for row in places where row.key != 0 {
      if isRemoved(row.key) { removed.append(row) } else { rest.append(row) }
    }
    count = rest.count
    // As many places as before: put into fewer in their order, keys would crowd.
    let size = rest.isEmpty ? 0 : places.count
    places = []
    places = [LedgerRow](repeating: LedgerRow(key: 0, word: 0), count: size)
    for row in rest { places[emptyOr(row.key)] = row }
    return removed
  }

  @inline(__always)
  private func emptyOr(_ key: UInt64) -> Int {
    let mask = places.count - 1
    let line = key & ~(3 << neighbours)
    var hash = (line ^ (line >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    var place = Int(truncatingIfNeeded: hash << 2 | (key >> neighbours) & 3) & mask
    while places[place].key != 0, places[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// Tables below so many places grow fast: they are many, and soon forgotten.
  private static let small = 1 << 12

  private static func factor(of places: Int) -> Int { places < small ? 4 : 2 }

  private mutating func grow(to factor: Int) {
    let old = places
    places = [LedgerRow](repeating: LedgerRow(key: 0, word: 0), count: max(64, factor * old.count))
    for row in old where row.key != 0 { places[emptyOr(row.key)] = row }
  }
}
