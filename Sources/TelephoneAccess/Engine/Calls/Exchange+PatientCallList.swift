internal import Randomness

/// Which patients call next: a list in the order of time for every practice that lives through today.
///
/// Fresh calls are drawn in batches; a patient who calls again stands between those that are drawn. A list is a stretch of
/// ``patientCalls`` with free places in front.
extension Exchange {
  /// Takes a patient's call whose time has come off the list.
  @inline(__always)
  mutating func nextPatientCall(of practice: PracticePlace) -> PatientCall {
    let place = Int(phones[practice].nextCall)
    phones[practice].nextCall &+= 1
    phones[practice].agenda.patientCall = patientCalls[place &+ 1].time
    return patientCalls[place]
  }

  /// Gives a practice an empty list.
  mutating func makeList(of practice: PracticePlace, room: Int = PatientCall.room) {
    let start = listsEnd
    listsEnd += room
    while patientCalls.count < listsEnd { patientCalls.grow(by: .end) }
    phones[practice].listStart = Int32(truncatingIfNeeded: start)
    phones[practice].listEnd = Int32(truncatingIfNeeded: listsEnd)
    phones[practice].nextCall = Int32(truncatingIfNeeded: start)
    phones[practice].endOfCalls = Int32(truncatingIfNeeded: start)
    patientCalls[start] = .end
  }

  /// Takes back all lists, after a day.
  mutating func forgetLists() {
    listsEnd = 0
    laterCalls.removeAll()
  }

  /// Draws the next batch of fresh calls; those who call again and are still to come stand between them.
  mutating func drawFreshCalls(of practice: PracticePlace) {
    if isListLong(of: practice) { keepFront(of: practice) }
    let (next, end) = (Int(phones[practice].nextCall), Int(phones[practice].endOfCalls))
    for place in next..<end { setAside(patientCalls[place]) }

    let first = Int(phones[practice].listStart) &+ PatientCall.gap
    var arrivals = phones[practice].arrivals
    var place = arrivals.draw(into: &patientCalls, from: first, plan.segments, plan.callers.tables)
    phones[practice].arrivals = arrivals
    let ways = plan.practices[practice].ways
    if ways.areSeveral {
      for fresh in first..<place {
        patientCalls[fresh].become(ways.kind(ofFreshCall: patientCalls[fresh].key))
      }
    }
    if place == first &+ PatientCall.batch {
      patientCalls[place] = PatientCall(key: .max, time: patientCalls[place &- 1].time, kind: .undrawn)
      place &+= 1
    }
    patientCalls[place] = .end
    phones[practice].nextCall = Int32(truncatingIfNeeded: first)
    phones[practice].endOfCalls = Int32(truncatingIfNeeded: place)
    insertCallsSetAside(of: practice)
  }

  /// Keeps a call that will be put on a list, in order.
  @inline(__always)
  mutating func setAside(_ call: PatientCall) {
    if numberSetAside == callsSetAside.count { callsSetAside.grow(by: .end) }
    var place = numberSetAside
    while place > 0, call.precedes(callsSetAside[place &- 1]) {
      callsSetAside[place] = callsSetAside[place &- 1]
      place &-= 1
    }
    callsSetAside[place] = call
    numberSetAside &+= 1
  }

  /// Puts the calls set aside on a list: those between them move to the front.
  ///
  /// O(calls before the last of them), and now and then O(calls).
  mutating func insertCallsSetAside(of practice: PracticePlace) {
    if Int(phones[practice].nextCall &- phones[practice].listStart) < numberSetAside {
      makeRoom(of: practice, for: numberSetAside)
    }
    var from = Int(phones[practice].nextCall)
    var to = from &- numberSetAside
    phones[practice].nextCall = Int32(truncatingIfNeeded: to)
    for place in 0..<numberSetAside {
      let call = callsSetAside[place]
      while patientCalls[from].precedes(call) {
        patientCalls[to] = patientCalls[from]
        (from, to) = (from &+ 1, to &+ 1)
      }
      patientCalls[to] = call
      to &+= 1
    }
    numberSetAside = 0
    phones[practice].agenda.patientCall = patientCalls[Int(phones[practice].nextCall)].time
    findNextUrgentCall(of: practice)
  }

  /// Puts a call on the list: those before it move one place to the front.
  ///
  /// O(calls before it), of which a long list has few, or O(log calls) behind its front; now and then O(calls).
  mutating func insert(_ call: PatientCall, of practice: PracticePlace) {
    if isListLong(of: practice) { keepFront(of: practice) }
    if putLater(call, of: practice) { return }
    if phones[practice].nextCall == phones[practice].listStart { makeRoom(of: practice, for: 1) }
    var place = Int(phones[practice].nextCall)
    while patientCalls[place].precedes(call) {
      patientCalls[place &- 1] = patientCalls[place]
      place &+= 1
    }
    patientCalls[place &- 1] = call
    phones[practice].nextCall &-= 1
    phones[practice].agenda.patientCall = min(phones[practice].agenda.patientCall, call.time)
    if call.kind == .urgent { phones[practice].nextUrgent = min(phones[practice].nextUrgent, call.time) }
  }

  /// Moves the calls of a list to its back or, where they and those to come take half of it, to that of a longer list.
  @inline(never)
  private mutating func makeRoom(of practice: PracticePlace, for count: Int) {
    let (next, end) = (Int(phones[practice].nextCall), Int(phones[practice].endOfCalls))
    var room = Int(phones[practice].listEnd - phones[practice].listStart)
    if 2 * (end - next + count) > room {
      while 2 * (end - next + count) > room { room *= 2 }
      makeList(of: practice, room: room)
    }
    let back = Int(phones[practice].listEnd) - 1
    for distance in 0...end - next { patientCalls[back - distance] = patientCalls[end - distance] }
    phones[practice].endOfCalls = Int32(truncatingIfNeeded: back)
    phones[practice].nextCall = Int32(truncatingIfNeeded: back - (end - next))
  }

  /// Finds out when an urgent call may come next: beyond what is drawn one may come at any time.
  ///
  /// O(calls before it).
  mutating func findNextUrgentCall(of practice: PracticePlace) {
    guard plan.practices[practice].ways.urgency.isPossible else { return }
    var place = Int(phones[practice].nextCall)
    while patientCalls[place].isOrdinary { place &+= 1 }
    phones[practice].nextUrgent = patientCalls[place].time
  }
}
