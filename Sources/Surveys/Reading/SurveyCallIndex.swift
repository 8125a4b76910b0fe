/// Finds a call among the calls of one survey by practice, slot and day.
///
/// The table holds places, four bytes each, not keys; it is at most half full.
struct SurveyCallIndex: Sendable {
  private var table = [Int32](repeating: -1, count: 1024)
  private var count = 0

  /// The place of a call in `calls`, or `nil` after noting that it is put at their end.
  ///
  /// - Complexity: O(1) amortised.
  mutating func place(of key: SurveyCall.Key, in calls: [SurveyCall]) -> Int? {
    if 2 * count >= table.count { grow(calls) }
    let slot = slot(of: key, in: calls)
    if table[slot] >= 0 { return Int(table[slot]) }
    table[slot] = Int32(truncatingIfNeeded: calls.count)
    count += 1
    return nil
  }

  /// Forgets all calls; the next survey's are not among them.
  mutating func removeAll() {
    for slot in table.indices { table[slot] = -1 }
    count = 0
  }

  private func slot(of key: SurveyCall.Key, in calls: [SurveyCall]) -> Int {
    let mask = table.count - 1
    var slot = Self.hash(key) & mask
    while table[slot] >= 0, calls[Int(table[slot])].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow(_ calls: [SurveyCall]) {
    let places = table.filter { $0 >= 0 }
    table = [Int32](repeating: -1, count: 2 * table.count)
    for place in places { table[slot(of: calls[Int(place)].key, in: calls)] = place }
  }

  /// The finaliser of SplitMix64 over the three numbers.
  private static func hash(_ key: SurveyCall.Key) -> Int {
    var hash = UInt64(UInt32(bitPattern: key.practice)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(UInt32(bitPattern: key.slot)) << 32 | UInt64(UInt32(bitPattern: key.day))
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (hash ^ (hash >> 31)) >> 1)
  }
}
