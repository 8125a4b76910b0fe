/// One practice's telephone while a day goes by: plain numbers only, so that a whole region fits in cache.
struct Phone {
  /// When the next thing of each kind happens.
  var agenda = Agenda()

  /// Where the timetable stands.
  var period: Int32 = 0
  /// From when on what happens here may touch another telephone; it is asked only where practices are tied by forwarding.
  var touchesFrom = Int.max
  /// What a newcomer meets.
  var state = Timetable.closed
  /// How many answer; while the telephone is off, those of the last staffed period.
  var answerers: Int32 = 0
  /// Where the one of them whose call ends last stands in the table of calls' ends.
  var lastAnswerer: Int32 = 0
  /// Who answers.
  var answerer = Answerer.staff
  /// From when on one of them is free; `Int.max` without any.
  var freeFrom = Int.max
  /// From when on a newcomer is answered at once; `Int.max` while the telephone is off or somebody stands in line.
  var answersFrom = Int.max
  /// Until when an urgent call goes on, or one of somebody who was on duty before: lines are not taken one by each answerer.
  var unusualUntil = 0
  /// Where the counts of its patients' calls begin.
  var firstCount: Int32 = 0
  /// When the next urgent call may come.
  var nextUrgent = PatientCall.never
  /// The places of the list of patients' calls to come; which of them comes next, and which stands behind the last.
  var listStart: Int32 = 0
  var listEnd: Int32 = 0
  var nextCall: Int32 = 0
  var endOfCalls: Int32 = 0
  /// Where the next caller is remembered who waits although nobody stands in line.
  var nextForeseen: Int32 = 0
  /// Probes among those waiting.
  var virtualWaiting: Int32 = 0
  /// Whether somebody in line may be a visitor: one who dialled another number and was forwarded.
  var hasVisitors = false

  /// Those waiting for an answerer, in order.
  var waiting = CallQueue()
  /// Those waiting on the acute line, served first.
  var urgentWaiting = CallQueue()
  /// Interviewers' calls whose time is known.
  var callsToCome = CallQueue()
  /// Which of today's probes comes next, and where this practice's end.
  var nextProbe: Int32 = 0
  var endOfProbes: Int32 = 0
  /// Everybody else who will call.
  var arrivals = ArrivalProcess()

  /// Those in line who take a line: neither urgent callers nor probes.
  @inline(__always)
  var inLine: Int { Int(waiting.count &- virtualWaiting) }

  /// Whether nobody waits: both heads are negative, asked at once.
  @inline(__always)
  var isQueueEmpty: Bool { waiting.head & urgentWaiting.head < 0 }
}

/// When the next thing of each kind happens to a telephone, in milliseconds; ``PatientCall/never`` or later for never.
struct Agenda {
  var timetable = Int.max
  /// Only set while somebody waits: a call that ends unheard needs no event.
  var release = Int.max
  var hangUp = Int.max
  var callToCome = Int.max
  var patientCall = PatientCall.never

  /// When anything happens next.
  @inline(__always)
  var earliest: Int { min(earliestButPatientCall, patientCall) }

  /// When anything but a patient's call happens next.
  @inline(__always)
  var earliestButPatientCall: Int { min(min(callToCome, timetable), min(release, hangUp)) }

  /// What happens at the earliest time.
  ///
  /// At one instant the order is the one below, never chance.
  ///
  /// The timetable goes first, so that a call that ends when an answerer leaves frees nobody; answerers come before
  /// patience, so that a caller who is answered at the limit of their patience is answered; arrivals come last.
  @inline(__always)
  func event(at time: Int) -> PhoneEvent {
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
  /// Somebody's patience is at its end.
  case hangUp
  /// An interviewer calls.
  case callToCome
  /// A patient calls.
  case patientCall
  /// Nothing: behind all events.
  case never

  /// Whether the left one goes first.
  static func < (left: PhoneEvent, right: PhoneEvent) -> Bool { left.rawValue < right.rawValue }
}
