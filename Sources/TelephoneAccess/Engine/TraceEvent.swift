/// One thing that happened on one practice's telephone: what a person reads to convince himself.
public struct TraceEvent: Hashable, Sendable {
  /// When, in milliseconds since midnight.
  public var time: Int
  /// Where, as a position in the region.
  public var practice: Int
  /// Who: the caller's key, the same for all of a caller's tries at one call; 0 where nobody calls.
  public var caller: UInt64
  /// What.
  public var kind: Kind

  /// Creates an event.
  public init(time: Int, practice: Int, caller: UInt64, kind: Kind) {
    self.time = time
    self.practice = practice
    self.caller = caller
    self.kind = kind
  }

  /// Who dials.
  public enum Caller: String, Hashable, Sendable {
    case patient, urgent, survey, probe
    case openProbe = "open-probe"
  }

  /// What can happen.
  public enum Kind: Hashable, Sendable {
    /// The day begins, with its demand relative to an average day.
    case day(index: Double)
    /// The timetable moves on.
    case timetable(TelephoneState)
    /// A call comes in, after so many earlier tries, with so many calls in progress or waiting.
    case calls(by: Caller, redials: Int, inSystem: Int)
    /// An answerer takes the call after a wait; it ends at a known time.
    case answered(by: Answerer, wait: Int, until: Int)
    /// The acute line takes the call after a wait.
    case acuteLineAnswered(wait: Int)
    /// The caller joins the queue.
    case queues(inSystem: Int)
    /// The caller lets it ring.
    case rings(inSystem: Int)
    /// No line is free.
    case busyTone
    /// The caller hears the queue message and hangs up.
    case balks
    /// The caller has waited too long.
    case hangsUp(wait: Int)
    /// Nobody answers newcomers.
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

/// Somebody who wants to know; the one who does not is compiled away.
protocol Tracer: Sendable {
  /// Whether anything is recorded.
  static var isOn: Bool { get }
  /// Takes an event down.
  mutating func record(_ event: TraceEvent)
  /// Learns that a new key belongs to a caller known by an earlier one.
  mutating func recognise(_ key: UInt64, as earlier: UInt64)
}

/// Nobody watches.
struct NoTracer: Tracer {
  static var isOn: Bool { false }
  func record(_ event: TraceEvent) {}
  func recognise(_ key: UInt64, as earlier: UInt64) {}
}

/// Keeps every event of the practices asked for.
struct TraceLog: Tracer {
  static var isOn: Bool { true }
  /// The practices watched; `nil` for all.
  var practices: Set<Int>?
  /// The events in the order they were worked out, which is the order of time within a practice.
  private(set) var events: [TraceEvent] = []

  /// The key of the first try, by that of each later one.
  private var firstKeys: [UInt64: UInt64] = [:]

  init(practices: Set<Int>?) { self.practices = practices }

  mutating func record(_ event: TraceEvent) {
    guard practices?.contains(event.practice) ?? true else { return }
    var event = event
    event.caller = firstKeys[event.caller] ?? event.caller
    events.append(event)
  }

  mutating func recognise(_ key: UInt64, as earlier: UInt64) {
    firstKeys[key] = firstKeys[earlier] ?? earlier
  }
}
