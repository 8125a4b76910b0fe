internal import SurveyDesign

/// A caller's patience is at its end.
extension Exchange {
  /// The caller who has waited long enough hangs up, unless an answerer took the call meanwhile.
  mutating func hangUp(of practice: PracticePlace, at time: Instant) {
    var found = pool.removeFirst(until: time, from: &phones[practice].waiting)
    if found == nil { found = pool.removeFirst(until: time, from: &phones[practice].priorityWaiting) }
    phones[practice].agenda.hangUp = min(
      pool.earliest(in: phones[practice].waiting), pool.earliest(in: phones[practice].priorityWaiting))
    if let found {
      call = found
      leaveLine(of: practice)
      watchQueue(of: practice)
      endWait(of: practice, at: time)
    }
  }

  /// The caller gives up waiting, in a queue or while it rings.
  mutating func endWait(of practice: PracticePlace, at time: Instant) {
    let wait = time - call.since
    trace(.hangsUp(wait: wait), of: practice, at: time, call.key)
    // An urgent caller on an acute line redials as those do who ring the ordinary number.
    let hasQueue = plan.practices[practice].hasQueue || call.hasOwnNumber && call.kind != .urgent
    guard call.isTraffic else {
      return settle(plan.callers.vainWait(call, hasQueue: hasQueue), wait: wait, end: time)
    }
    let slot = call.slot
    traffic[slot].abandoned += 1
    traffic[slot].abandonedWait += wait
    waits[hangUpsPlace(of: slot) &+ plan.waitBins[wait]] &+= 1
    tryAgain(after: hasQueue ? .abandonment : .noAnswer, at: time)
  }
}
