internal import SurveyDesign

/// A caller's patience is at its end.
extension Exchange {
  /// The caller who has waited long enough hangs up, unless an answerer took the call meanwhile.
  mutating func hangUp(of practice: PracticePlace, at time: Instant) {
    var found = pool.removeFirst(until: time, from: &phones[practice].waiting)
    if found == nil { found = pool.removeFirst(until: time, from: &phones[practice].urgentWaiting) }
    phones[practice].agenda.hangUp = min(
      pool.earliest(in: phones[practice].waiting), pool.earliest(in: phones[practice].urgentWaiting))
    if let found {
      call = found
      phones[practice].virtualWaiting &-= call.isVirtual ? 1 : 0
      watchQueue(of: practice)
      endWait(of: practice, at: time)
    }
  }

  /// The caller gives up waiting, in a queue or while it rings.
  mutating func endWait(of practice: PracticePlace, at time: Instant) {
    let wait = time - call.since
    trace(.hangsUp(wait: wait), of: practice, at: time, call.key)
    let hasQueue = plan.practices[practice].hasQueue
    guard call.isPatient else {
      return settle(plan.callers.vainWait(call, hasQueue: hasQueue), wait: wait, end: time)
    }
    let slot = call.slot
    traffic[slot].abandoned += 1
    traffic[slot].abandonedWait += wait
    waits[hangUpsPlace(of: slot) &+ WaitBins.bin(of: wait)] &+= 1
    tryAgain(after: hasQueue ? .abandonment : .noAnswer, at: time)
  }
}
