/// The reserve: practices that take the places of those that turn out to be none.
extension CallPlanner {
  /// A call and what it has come to.
  package struct MadeCall: Equatable, Sendable {
    /// The call.
    package var call: OpenCall
    /// What came of its last attempt.
    package var disposition: Disposition

    /// A call that has come to something.
    package init(_ call: OpenCall, _ disposition: Disposition) {
      self.call = call
      self.disposition = disposition
    }
  }

  /// The first calls to practices that are released from the reserve: the one rule for simulated and for real surveys.
  ///
  /// A practice with a wrong number is invalid, and so is one that has closed or moved. For each there is, in its stratum, the next of the
  /// reserve, which is rung in the slots of the practice whose place it takes, until the reserve is used up. Who was released in earlier rounds
  /// is among the calls, and may turn out invalid too.
  ///
  /// - Parameters:
  ///   - made: The calls of all rounds so far.
  ///   - seed: Where all random numbers come from.
  ///   - replication: Which replication.
  /// - Returns: One call for each slot of a practice that is replaced; none without reserves.
  /// - Complexity: O(*N* log *N* + *c* log *c*) for *N* practices and *c* calls.
  package func released(after made: [MadeCall], seed: UInt64, replication: UInt64) -> [OpenCall] {
    let reserves = sampler.reserves(seed: seed, replication: replication)
    guard reserves.contains(where: { !$0.isEmpty }) else { return [] }
    let calls = Dictionary(grouping: made) { $0.call.practiceIndex }
    func slots(of practice: Int) -> [Int] { (calls[practice] ?? []).map(\.call.homeSlot).sorted() }
    var released: [OpenCall] = []
    for (members, held) in zip(sampler.groups, reserves) {
      let isHeld = Set(held)
      let rung = members.sorted().filter { calls[$0] != nil }
      let invalid = rung.filter { calls[$0, default: []].contains { $0.disposition == .wrongNumber } }
      // Of those replaced already, only the slots that were taken over are known.
      var open = invalid.map(slots(of:))
      for slots in rung.filter(isHeld.contains).map(slots(of:)) {
        if let place = open.firstIndex(of: slots) ?? open.indices.first { open.remove(at: place) }
      }
      for (practice, slots) in zip(held.filter { calls[$0] == nil }, open) {
        released += slots.map { OpenCall(practiceIndex: practice, homeSlot: $0) }
      }
    }
    return released
  }
}
