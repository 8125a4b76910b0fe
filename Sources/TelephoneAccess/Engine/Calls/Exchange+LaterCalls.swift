/// A list of patients' calls that has become long, as after hours of redials: its front stays a list, the rest is a heap.
///
/// Behind the front stands a mark of kind ``PatientCall/Kind/later``. All calls in the heap come after its time; when the mark's
/// turn comes, the next front is taken off the heap. So a call costs O(log n) among n to come, and a short list costs no more.
extension Exchange {
  /// Whether a list is so long that its rest belongs on a heap.
  @inline(__always)
  func isListLong(of practice: PracticePlace) -> Bool {
    phones[practice].endOfCalls &- phones[practice].nextCall > PatientCall.longest
  }

  /// Moves all but the front of a long list to the practice's heap.
  ///
  /// O(calls). A list whose calls come all at one instant stays as it is.
  @inline(never)
  mutating func keepFront(of practice: PracticePlace) {
    let (next, end) = (Int(phones[practice].nextCall), Int(phones[practice].endOfCalls))
    var last = next &+ PatientCall.front
    while last < end, patientCalls[last].time == patientCalls[last &- 1].time { last &+= 1 }
    guard last < end else { return }
    var root = phones[practice].laterCalls
    for place in last..<end where patientCalls[place].kind != .later {
      laterCalls.insert(patientCalls[place], into: &root)
    }
    phones[practice].laterCalls = root
    let time = patientCalls[last &- 1].time
    phones[practice].laterFrom = time
    patientCalls[last] = PatientCall(key: .max, time: time, kind: .later)
    patientCalls[last &+ 1] = .end
    phones[practice].endOfCalls = Int32(truncatingIfNeeded: last &+ 1)
  }

  /// Puts the next front on the list, whose mark has just been taken off.
  @inline(never)
  mutating func takeLaterCalls(of practice: PracticePlace) {
    var root = phones[practice].laterCalls
    var time = Instant.midnight
    var taken = 0
    while root >= 0, taken < PatientCall.front || laterCalls.first(of: root).time == time {
      let call = laterCalls.removeFirst(of: &root)
      time = call.time
      setAside(call)
      taken &+= 1
    }
    phones[practice].laterCalls = root
    if root >= 0 {
      phones[practice].laterFrom = time
      setAside(PatientCall(key: .max, time: time, kind: .later))
    }
    insertCallsSetAside(of: practice)
  }

  /// Puts a call on the heap of a practice that has one, if it comes after the front.
  ///
  /// - Returns: Whether it did.
  @inline(__always)
  mutating func putLater(_ call: PatientCall, of practice: PracticePlace) -> Bool {
    guard phones[practice].laterCalls >= 0, phones[practice].laterFrom < call.time else { return false }
    laterCalls.insert(call, into: &phones[practice].laterCalls)
    if call.kind == .urgent { phones[practice].nextUrgent = min(phones[practice].nextUrgent, call.time) }
    return true
  }
}
