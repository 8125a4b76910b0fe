/// A word for each of many keys, 16 bytes a place; places are visited in an order that only the keys and how they came decide.
///
/// Open addressing with linear probing, at most two thirds full. No key is zero, which stands for none. Four keys that follow each other
/// share a line of the cache, if the first of them is a multiple of four: days in a row are mostly asked for together.
struct WordTable: Sendable {
  private var places: [(key: UInt64, word: UInt64)] = []
  /// How many keys there are.
  private(set) var count = 0

  /// A key's word, zero for one that is new.
  ///
  /// - Complexity: O(1) amortised.
  subscript(key: UInt64) -> UInt64 {
    @inline(__always)
    mutating get { places[place(of: key)].word }
    @inline(__always)
    _modify { yield &places[place(of: key)].word }
  }

  /// The keys and their words.
  var pairs: some Sequence<(key: UInt64, word: UInt64)> { places.lazy.filter { $0.key != 0 } }

  /// Takes some keys out with their words.
  ///
  /// - Complexity: O(places).
  mutating func remove(where isRemoved: (UInt64) -> Bool) -> [(key: UInt64, word: UInt64)] {
    var removed: [(key: UInt64, word: UInt64)] = []
    var rest = WordTable()
    // As many places as before: put into fewer in their order, keys would crowd.
    if pairs.contains(where: { !isRemoved($0.key) }) {
      rest.places = [(key: UInt64, word: UInt64)](repeating: (0, 0), count: places.count)
    }
    for pair in pairs {
      if isRemoved(pair.key) { removed.append(pair) } else { rest[pair.key] = pair.word }
    }
    self = rest
    return removed
  }

  /// The place of a key, which is put there if it is new.
  @inline(__always)
  private mutating func place(of key: UInt64) -> Int {
    if 3 * count >= 2 * places.count { grow() }
    let place = emptyOr(key)
    if places[place].key == 0 {
      places[place].key = key
      count += 1
    }
    return place
  }

  @inline(__always)
  private func emptyOr(_ key: UInt64) -> Int {
    let mask = places.count - 1
    let line = key >> 2
    var hash = (line ^ (line >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    var place = Int(truncatingIfNeeded: hash << 2 | key & 3) & mask
    while places[place].key != 0, places[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// Tables below so many places grow fast: they are many, and soon forgotten.
  private static let small = 1 << 14

  private mutating func grow() {
    let old = places
    let factor = old.count < Self.small ? 4 : 2
    places = [(key: UInt64, word: UInt64)](repeating: (0, 0), count: max(64, factor * old.count))
    for pair in old where pair.key != 0 { places[emptyOr(pair.key)] = pair }
  }
}
