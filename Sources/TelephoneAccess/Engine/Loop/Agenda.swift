/// When the next thing of each kind happens to a telephone; ``PatientCall/never`` or later for never.
struct Agenda {
  var timetable = Instant.never
  /// Only set while callers wait: a call that ends while the queue is empty needs no event.
  var release = Instant.never
  var hangUp = Instant.never
  var callToCome = Instant.never
  var patientCall = PatientCall.never

  /// When anything happens next.
  @inline(__always)
  var earliest: Instant { min(earliestButPatientCall, patientCall) }

  /// When anything but a patient's call happens next.
  @inline(__always)
  var earliestButPatientCall: Instant { min(min(callToCome, timetable), min(release, hangUp)) }

  /// What happens at the earliest time.
  ///
  /// At one instant the order is the one below, never chance. The timetable goes first, so that an answerer whose duty is over
  /// when a call ends takes no other; answerers come before patience, so that a caller who is answered at the limit of their
  /// patience is answered; interviewers' calls and probes come before patients' calls, which are the last.
  @inline(__always)
  func event(at time: Instant) -> PhoneEvent {
    if time == timetable { return .timetable }
    if time == release { return .release }
    if time == hangUp { return .hangUp }
    if time == callToCome { return .callToCome }
    return .patientCall
  }
}

/// The kinds of event in a telephone's day, in the order of their priority.
enum PhoneEvent: Int, Comparable {
  /// Answerers come or go, or the telephone is switched on or off.
  case timetable
  /// A call ends while others wait.
  case release
  /// A caller's patience is at its end.
  case hangUp
  /// An interviewer calls, or a probe.
  case callToCome
  /// A patient calls.
  case patientCall

  /// Whether the left one goes first.
  static func < (left: PhoneEvent, right: PhoneEvent) -> Bool { left.rawValue < right.rawValue }
}
