/// An interviewer's call whose time was known comes in, or a probe.
extension Exchange {
  /// Takes the next such call of a practice.
  mutating func takeCallToCome(of practice: PracticePlace, at time: Instant) {
    guard pool.first(in: phones[practice].callsToCome) == time else {
      return takeProbe(of: practice, at: time)
    }
    call = pool.removeFirst(from: &phones[practice].callsToCome)
    updateNextCallToCome(of: practice)
    beginCall(of: practice, at: time, isFree: hasFreeAnswerer(of: practice, at: time))
  }

  /// Lets the call come to a practice at a time that is known; behind those that come at the same instant.
  mutating func comeLater(of practice: PracticePlace, at time: Instant) {
    pool.insert(call, until: time, into: &phones[practice].callsToCome)
    phones[practice].agenda.callToCome = min(phones[practice].agenda.callToCome, time)
  }

  @inline(__always)
  mutating func updateNextCallToCome(of practice: PracticePlace) {
    let known = pool.first(in: phones[practice].callsToCome)
    let probe = Int(phones[practice].nextProbe)
    phones[practice].agenda.callToCome =
      probe < Int(phones[practice].endOfProbes) ? min(known, probes[probe].time) : known
  }
}
