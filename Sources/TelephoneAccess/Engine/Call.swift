internal import Randomness

/// Somebody with a telephone at their ear, and who they are.
enum CallKind: UInt8 {
  /// A patient on the ordinary number.
  case patient
  /// A patient on the acute line.
  case urgent
  /// An interviewer.
  case survey
  /// A virtual interviewer who takes no line and no answerer's time.
  case probe
  /// A virtual caller who never gives up and never calls again, and takes nothing either.
  case openProbe
}

/// One try at a telephone by one caller.
struct Call {
  /// The caller's own key: every decision is drawn from a stream of its own under it, whatever came before.
  var key: UInt64
  /// The key of the first try, by which a trace knows a caller again.
  var origin: UInt64
  /// When this try began, in milliseconds.
  var since: Int
  /// The practice that was dialled.
  var home: Int32
  /// Which survey call or probe this is.
  var token: Int32 = 0
  /// Tries before this one.
  var redials: UInt16 = 0
  /// A patient's slot: that of the time at which this try began.
  var slot: UInt16 = 0
  /// Who calls.
  var kind: CallKind
  /// Whether an interviewer rings the substitute whom a message named.
  var followsReferral = false

  /// Whether the call takes no line and no answerer.
  @inline(__always)
  var isVirtual: Bool { kind == .probe || kind == .openProbe }
  /// Who calls, for a trace.
  var who: TraceEvent.Caller {
    switch kind {
    case .patient: .patient
    case .urgent: .urgent
    case .survey: .survey
    case .probe: .probe
    case .openProbe: .openProbe
    }
  }
  /// Whether a patient calls.
  @inline(__always)
  var isPatient: Bool { kind == .patient || kind == .urgent }

  /// The stream of one decision of this caller.
  func draw(_ decision: Decision) -> SplitMix64 { decision.stream(of: key) }

  /// The same caller's next try.
  func again(at time: Int) -> Call {
    var next = self
    next.key = SplitMix64.mix(key ^ 0x9FB2_1C65_1E98_DF25)
    next.since = time
    next.redials += 1
    return next
  }
}

/// What a caller decides by chance.
///
/// The numbers are part of what a seed yields.
enum Decision: UInt64 {
  case urgency = 1
  case balking, patience, talk, redial, redialDelay, displacement, acuteLineAnswer, wrapUp, message, refusal

  /// The stream of this decision under a caller's key.
  func stream(of key: UInt64) -> SplitMix64 {
    SplitMix64(state: key &+ rawValue &* 0xD1B5_4A32_D192_ED03)
  }
}
