/// A patient's call to come: 16 bytes, because a region has tens of thousands of them at hand.
struct PatientCall: BitwiseCopyable {
  /// What a place in the list stands for.
  enum Kind: UInt8 {
    /// A patient on the ordinary number, and one on the acute line.
    case patient, urgent
    /// A patient on the ordinary number whose call ends in the menu, if the telephone is staffed when it comes.
    case menu
    /// A professional.
    case professional
    /// No call: from here on fresh calls have not been drawn yet.
    case undrawn
    /// No call: from here on calls are on the practice's heap.
    case later
    /// No call: the end of the list.
    case end

    /// Who makes such a call.
    var caller: CallKind {
      switch self {
      case .urgent: .urgent
      case .professional: .professional
      case .patient, .menu, .undrawn, .later, .end: .patient
      }
    }
  }

  /// The caller's key.
  var key: UInt64
  /// What the list is ordered by, in one word: the time in milliseconds, how far from its last the try is, the kind.
  private var rank: UInt64

  /// Creates a call.
  ///
  /// - Parameters:
  ///   - key: The caller's key.
  ///   - time: When; not after ``never``.
  ///   - redials: Tries before this one.
  ///   - kind: Who calls.
  @inline(__always)
  init(key: UInt64, time: Instant, redials: UInt16 = 0, kind: Kind = .patient) {
    self.key = key
    rank =
      UInt64(truncatingIfNeeded: time.milliseconds) &<< 24 | UInt64(~redials) &<< 8 | UInt64(kind.rawValue)
  }

  /// A patient's next try.
  @inline(__always)
  init(_ call: Call, kind: Kind) {
    self.init(key: call.key, time: call.since, redials: call.redials, kind: kind)
  }

  /// Behind all calls.
  static var end: PatientCall { PatientCall(key: .max, time: never, kind: .end) }
  /// 2³⁹ milliseconds: seventeen years, behind every time that telephones are followed to.
  static var never: Instant { Instant(1 << 39) }

  /// When; ``never`` at the end of the list.
  @inline(__always)
  var time: Instant { Instant(Int(truncatingIfNeeded: rank &>> 24)) }
  /// Tries before this one.
  @inline(__always)
  var redials: UInt16 { ~UInt16(truncatingIfNeeded: rank &>> 8) }
  /// Who calls.
  @inline(__always)
  var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: rank)) ?? .end }
  @inline(__always)
  var isPatient: Bool { UInt8(truncatingIfNeeded: rank) == Kind.patient.rawValue }
  /// Whether the caller goes before no other; a practice where professionals may is followed call by call.
  @inline(__always)
  var isOrdinary: Bool { Self.ordinaryKinds &>> (rank & 0xFF) & 1 != 0 }
  private static var ordinaryKinds: UInt64 {
    1 << Kind.patient.rawValue | 1 << Kind.menu.rawValue | 1 << Kind.professional.rawValue
  }

  /// Says who calls.
  @inline(__always)
  mutating func become(_ kind: Kind) { rank = rank & ~0xFF | UInt64(kind.rawValue) }

  /// Whether it stands before another: it comes earlier or, at the same instant, was tried more often or has the smaller
  /// key.
  @inline(__always)
  func precedes(_ other: PatientCall) -> Bool { rank < other.rank || rank == other.rank && key < other.key }

  /// How many fresh calls of a practice are drawn in one go: their numbers then stay in registers.
  static var batch: Int { 64 }
  /// How many places a list has at first, and how many of them are left free before a batch.
  static var room: Int { 128 }
  static var gap: Int { 32 }
  /// How many places a list takes before all but its front becomes a heap, and how many calls a front has at least.
  static var longest: Int32 { 512 }
  static var front: Int { 128 }
}
