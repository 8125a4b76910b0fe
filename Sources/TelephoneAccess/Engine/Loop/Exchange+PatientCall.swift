/// A patient calls.
extension Exchange {
  /// Takes patients' calls, the first of them due now, up to an instant or until a patient stands in line.
  ///
  /// They are most of what happens, and the last at an instant; none of them settles an interviewer's call.
  @inline(__always)
  mutating func takePatientCalls(of practice: PracticePlace, at time: Instant, before others: Instant) {
    var time = time
    repeat {
      if takePatientCall(of: practice, at: time) { return }
      time = phones[practice].agenda.patientCall
    } while time < others
  }

  /// Takes one patient's call off the list.
  ///
  /// - Returns: Whether the patient stands in line now: otherwise nothing but patients' calls has changed on the agenda.
  @inline(__always)
  private mutating func takePatientCall(of practice: PracticePlace, at time: Instant) -> Bool {
    let next = nextPatientCall(of: practice)
    guard next.isPatient else { return takeAnother(next, of: practice, at: time) }
    let isFree = hasFreeAnswerer(of: practice, at: time)
    if !Watcher.isOn, isFree, !plan.callers.ringsFirst {
      answerAtOnce(next, of: practice, at: time)
      return false
    }
    call = Call(next, of: practice, at: time)
    return beginCall(of: practice, at: time, isFree: isFree)
  }

  /// Takes what is no patient's call on the ordinary number: an urgent one, one into the menu, a professional's, or a mark that there
  /// is more to come.
  ///
  /// It is compiled by itself, because the way of most calls is the quicker the less stands beside it.
  @inline(never)
  private mutating func takeAnother(
    _ next: PatientCall, of practice: PracticePlace, at time: Instant
  ) -> Bool {
    switch next.kind {
    case .undrawn:
      drawFreshCalls(of: practice)
      return false
    case .later:
      takeLaterCalls(of: practice)
      return false
    case .menu:
      if case .staffed = phones[practice].state {
        endInMenu(next, of: practice, at: time)
        return false
      }
    case .professional: break
    case .patient, .urgent, .end: findNextUrgentCall(of: practice)
    }
    call = Call(next, of: practice, at: time)
    if next.kind == .professional { chooseNumber(of: practice) }
    return beginCall(of: practice, at: time, isFree: hasFreeAnswerer(of: practice, at: time))
  }

  /// The telephone's menu gives a patient what the call was for.
  private mutating func endInMenu(_ patient: PatientCall, of practice: PracticePlace, at time: Instant) {
    call = Call(patient, of: practice, at: time)
    countCall(of: practice, at: time)
    trace(.endsInMenu, of: practice, at: time, call.key)
    traffic[call.slot].endedInMenu += 1
  }

  /// A patient on the ordinary number meets a free answerer: what happens most, in few steps.
  @inline(__always)
  private mutating func answerAtOnce(_ patient: PatientCall, of practice: PracticePlace, at time: Instant) {
    let slot = occupyAnswerer(
      of: practice, at: time, for: talk(of: practice, key: patient.key), isUrgent: false)
    answeredAtOnce[2 &* slot &+ (patient.redials > 0 ? 1 : 0)] &+= 1
  }
}
