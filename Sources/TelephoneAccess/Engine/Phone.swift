/// One practice's telephone while a day goes by: plain numbers only, so that a whole region fits in cache.
struct Phone {
  /// When the next thing of each kind happens.
  var agenda = Agenda()

  /// Where the timetable stands.
  var period: Int32 = 0
  /// What a newcomer meets.
  var state = Timetable.closed
  /// How many answer; while the telephone is off, those of the last staffed period.
  var answerers: Int32 = 0
  /// Who answers.
  var answerer = Answerer.staff
  /// From when on one of them is free; `Int.max` without any.
  var freeFrom = Int.max
  /// Where the next caller is remembered who waits although nobody stands in line.
  var nextForeseen: Int32 = 0
  /// Probes among those waiting.
  var virtualWaiting: Int32 = 0

  /// Those waiting for an answerer, in order.
  var waiting = CallQueue()
  /// Those waiting on the acute line, served first.
  var urgentWaiting = CallQueue()
  /// Calls whose time is known: opening burst, redials.
  var callsToCome = CallQueue()
  /// Which of today's probes comes next, and where this practice's end.
  var nextProbe: Int32 = 0
  var endOfProbes: Int32 = 0
  /// Everybody else who will call, and which of the batch drawn last comes next.
  var arrivals = ArrivalProcess()
  var nextOfBatch: Int32 = 0

  /// Those in line, probes left out.
  @inline(__always)
  var inLine: Int { Int(waiting.count &- virtualWaiting) }

  /// Whether nobody waits: both heads are negative, asked at once.
  @inline(__always)
  var isQueueEmpty: Bool { waiting.head & urgentWaiting.head < 0 }
}

/// When the next thing of each kind happens to a telephone, in milliseconds; `Int.max` for never.
struct Agenda {
  var timetable = Int.max
  /// Only set while somebody waits: a call that ends unheard needs no event.
  var release = Int.max
  var hangUp = Int.max
  var callToCome = Int.max
  var freshCall = Int.max

  /// When anything happens next.
  @inline(__always)
  var earliest: Int { min(min(min(freshCall, callToCome), min(release, hangUp)), timetable) }

  /// When anything but a fresh call happens next.
  @inline(__always)
  var earliestButFresh: Int { min(min(callToCome, timetable), min(release, hangUp)) }

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
    return .freshCall
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
  /// A call whose time was known comes in.
  case callToCome
  /// A patient calls for the first time.
  case freshCall

  /// Whether the left one goes first.
  static func < (left: PhoneEvent, right: PhoneEvent) -> Bool { left.rawValue < right.rawValue }
}
