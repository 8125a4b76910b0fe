/// The loop: what happens next on a practice's telephone, and what follows from it.
extension Exchange {
  /// Lets everything happen on one telephone up to and including an instant, or until a survey call is settled.
  mutating func advance(_ practice: PracticePlace, to end: Instant) {
    guard settledCalls.isEmpty else { return }
    while let event = nextEvent(of: practice, to: end) {
      handle(event.kind, of: practice, at: event.time, before: event.others)
      guard event.kind == .patientCall || settledCalls.isEmpty else { return }
    }
  }

  /// What happens next up to an instant, when it does, and when anything but a patient's call may happen after it.
  @inline(__always)
  private func nextEvent(
    of practice: PracticePlace, to end: Instant
  ) -> (kind: PhoneEvent, time: Instant, others: Instant)? {
    let next = phones[practice].agenda.earliestButPatientCall
    let (call, others) = (phones[practice].agenda.patientCall, min(next, end + 1))
    if call < others { return (.patientCall, call, others) }
    return next > end ? nil : (phones[practice].agenda.event(at: next), next, others)
  }

  /// Lets one thing happen, or one patient's call after the other until an instant.
  @inline(__always)
  mutating func handle(
    _ event: PhoneEvent, of practice: PracticePlace, at time: Instant, before others: Instant
  ) {
    switch event {
    case .timetable: turnTimetable(of: practice, at: time)
    case .release: releaseAnswerers(of: practice, at: time)
    case .hangUp: hangUp(of: practice, at: time)
    case .callToCome: takeCallToCome(of: practice, at: time)
    case .patientCall: takePatientCalls(of: practice, at: time, before: others)
    }
  }
}
