internal import Randomness

/// Who makes a call.
enum CallKind: UInt8 {
  /// A patient on the ordinary number.
  case patient
  /// A patient on the acute line.
  case urgent
  /// A professional, on whichever number.
  case professional
  /// An interviewer.
  case survey
  /// A virtual interviewer who takes no line and no answerer's time.
  case probe
  /// A virtual caller who never gives up and never calls again, and takes nothing either.
  case openProbe

  /// Whether the call takes no line and no answerer.
  @inline(__always)
  var isVirtual: Bool { self == .probe || self == .openProbe }

  /// Who calls, for a trace.
  var caller: TraceEvent.Caller {
    switch self {
    case .patient: .patient
    case .urgent: .urgent
    case .professional: .professional
    case .survey: .survey
    case .probe: .probe
    case .openProbe: .openProbe
    }
  }
}

/// A try that was not answered at once, a patient's or an interviewer's.
struct Call {
  /// The caller's own key: every decision is drawn from a stream of its own under it, whatever came before.
  var key: UInt64
  /// When this try began.
  var since: Instant
  /// The practice that was dialled.
  var home: PracticePlace
  /// What the end is written down under: a patient's slot, that of this try; an interviewer; a probe's place.
  ///
  /// Before a patient's or a professional's call is counted it is the place from which on such calls are counted.
  var token: Int32
  /// Tries before this one.
  var redials: UInt16
  /// Who calls.
  var kind: CallKind
  /// What sets it apart from a call on the ordinary number: one bit each, so that a call is copied in 32 bytes.
  private var traits: UInt8

  init(
    key: UInt64, since: Instant, home: PracticePlace, token: Int = 0, redials: Int = 0, kind: CallKind
  ) {
    self.key = key
    self.since = since
    self.home = home
    self.token = Int32(truncatingIfNeeded: token)
    self.redials = UInt16(clamping: redials)
    self.kind = kind
    traits = kind == .urgent ? Self.priority | Self.ownNumber : 0
  }

  /// The call of a patient or a professional whose time has come.
  @inline(__always)
  init(_ call: PatientCall, of practice: PracticePlace, at time: Instant) {
    self.init(
      key: call.key, since: time, home: practice, redials: Int(call.redials),
      kind: call.isPatient ? .patient : call.kind.caller)
  }

  /// Where a patient's call is counted: under the slot in which this try began.
  @inline(__always)
  var slot: Int { Int(token) }
  /// Whether the call takes no line and no answerer.
  @inline(__always)
  var isVirtual: Bool { kind.isVirtual }
  /// Whether a patient calls, or a professional: calls that are counted as traffic.
  @inline(__always)
  var isTraffic: Bool { kind.rawValue <= CallKind.professional.rawValue }
  /// What the call changes in the lines that those who wait take, beyond one for each in the line without priority.
  ///
  /// Who is rung back is counted where that is promised and done.
  @inline(__always)
  var lineSaved: Int32 { isVirtual ? 0 : (hasOwnNumber ? 1 : 0) &- (hasPriority ? 1 : 0) }

  /// Whether an interviewer rings the substitute whom a message named.
  @inline(__always)
  var followsReferral: Bool {
    get { has(Self.referral) }
    set { set(Self.referral, to: newValue) }
  }
  /// Whether the caller has hung up, keeps the place in line and is rung back.
  @inline(__always)
  var isCallback: Bool {
    get { has(Self.callback) }
    set { set(Self.callback, to: newValue) }
  }
  /// Whether the caller goes before those who wait without priority.
  @inline(__always)
  var hasPriority: Bool {
    get { has(Self.priority) }
    set { set(Self.priority, to: newValue) }
  }
  /// Whether the call is on an acute line or a number of its own, and takes none of the lines.
  @inline(__always)
  var hasOwnNumber: Bool {
    get { has(Self.ownNumber) }
    set { set(Self.ownNumber, to: newValue) }
  }

  private static var referral: UInt8 { 1 }
  private static var callback: UInt8 { 2 }
  private static var priority: UInt8 { 4 }
  private static var ownNumber: UInt8 { 8 }

  @inline(__always)
  private func has(_ trait: UInt8) -> Bool { traits & trait != 0 }

  @inline(__always)
  private mutating func set(_ trait: UInt8, to isSo: Bool) {
    traits = isSo ? traits | trait : traits & ~trait
  }

  /// Makes this the same caller's next try.
  @inline(__always)
  mutating func redial(at time: Instant) {
    var stream = Decision.nextTry.stream(of: key)
    key = stream.next()
    since = time
    redials &+= 1
  }
}

/// What a caller decides by chance.
///
/// The numbers are part of what a seed yields.
enum Decision: UInt64 {
  case urgency = 1
  case balking, patience, talk, redial, redialDelay, displacement, acuteLineAnswer, wrapUp, message, refusal
  /// The time since the caller before, where the key does not settle it.
  case gap
  /// The key of the same caller's next try.
  case nextTry
  case menu, callback, callbackReached, answerDelay
  /// Whether an interviewer's connection breaks while they wait, and when.
  case cutOff, cutOffTime

  /// The stream of this decision under a caller's key.
  @inline(__always)
  func stream(of key: UInt64) -> WyRand {
    WyRand(state: key &+ rawValue &* 0xD1B5_4A32_D192_ED03)
  }
}

/// A probability to be asked often: worked out, so that an answer takes one comparison of whole numbers.
struct Chance: BitwiseCopyable {
  /// The words of 53 bits below this one say yes.
  private let limit: UInt64

  /// Takes a probability; below 0 counts as 0, above 1 as 1.
  init(_ probability: Double) {
    let scaled = (probability > 0 ? min(probability, 1) : 0) * 0x1p53
    let floor = UInt64(scaled)
    limit = Double(floor) < scaled ? floor + 1 : floor
  }

  /// Whether it can happen at all.
  @inline(__always)
  var isPossible: Bool { limit > 0 }

  /// Whether it happens to a caller: the same as `unitUniform()` of the decision's stream below the probability.
  @inline(__always)
  func happens(_ decision: Decision, to key: UInt64) -> Bool {
    var stream = decision.stream(of: key)
    return stream.next() &>> 11 < limit
  }
}
