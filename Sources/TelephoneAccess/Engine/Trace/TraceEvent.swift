/// One thing that happened on one practice's telephone: what a person reads to follow a day.
package struct TraceEvent: Equatable, Sendable {
  /// When, in milliseconds since midnight.
  package var time: Int
  /// Where, as a position in the region.
  package var practice: Int
  /// Who: the caller's key, the same for all of a caller's tries at one call; 0 where no call is concerned.
  package var caller: UInt64
  /// What.
  package var kind: Kind

  /// Creates an event.
  package init(time: Int, practice: Int, caller: UInt64, kind: Kind) {
    self.time = time
    self.practice = practice
    self.caller = caller
    self.kind = kind
  }

  /// Who dials.
  package enum Caller: String, Equatable, Sendable {
    case patient, urgent, professional, survey, probe
    case openProbe = "open-probe"
  }

  /// What can happen.
  package enum Kind: Equatable, Sendable {
    /// The day begins, with its demand relative to an average day.
    case day(index: Double)
    /// The timetable moves on.
    case timetable(TelephoneState)
    /// A call comes in, after so many earlier tries, with so many calls in progress or waiting.
    case calls(by: Caller, redials: Int, inSystem: Int)
    /// The telephone's menu gives the caller what the call was for.
    case endsInMenu
    /// An answerer takes the call after a wait; it ends at a known time.
    case answered(by: Answerer, wait: Int, until: Int)
    /// The acute line, or the professionals' own number, takes the call after a wait while the telephone is off.
    case acuteLineAnswered(wait: Int)
    /// The caller joins the queue.
    case queues(inSystem: Int)
    /// The caller accepts to be rung back, hangs up and keeps the place in line.
    case acceptsCallback
    /// An answerer rings the caller back.
    case ringsBack(wait: Int, isReached: Bool)
    /// The caller lets it ring.
    case rings(inSystem: Int)
    /// No line is free.
    case busyTone
    /// The caller hears the queue message and hangs up.
    case balks
    /// The caller has waited too long.
    case hangsUp(wait: Int)
    /// The telephone is off and takes no newcomers.
    case meetsOff(OffState)
    /// The call goes on to another practice.
    case forwarded(to: Int)
    /// The interviewer rings the substitute.
    case followsReferral(to: Int)
    /// The caller will try again.
    case redials(at: Int)
    /// The caller turns to the out-of-hours service.
    case displaced
  }
}
