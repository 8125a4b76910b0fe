internal import Randomness

/// One practice in an ``RegionTables``.
struct PlannedPhone: PerPractice {
  var streamKey: UInt64
  /// When its last period ends; patients do not redial after that.
  var closes: Instant
  var lines: Int
  /// Whose number calls are forwarded to and messages name.
  var partner: PracticePlace?
  var firstPeriod: Int32
  var firstSegment, endOfSegments: Int32
  var firstFixedTime, endOfFixedTimes: Int32
  /// The same of the professionals' calls.
  var firstProfessionalSegment, endOfProfessionalSegments: Int32
  var firstProfessionalTime, endOfProfessionalTimes: Int32
  var firstDuty, endOfDuty: Int32
  /// Where its patients' calls are counted: the place of the first slot.
  var firstCount: Int32
  /// Where its answerers' calls in progress are kept.
  var firstAnswerer, endOfAnswerers: Int32
  var hasQueue: Bool
  var hasAcuteLine: Bool
  /// Whether every caller who must wait stands in line: what becomes of them depends on how many do, or on calls that go first and
  /// whose time is not known.
  var isFollowedCallByCall: Bool
  /// Which ways its patients' calls go.
  var ways: CallWays
  /// Whether a patient accepts to be rung back, and how many wait when that is offered; ``Int32/max`` where it never is.
  var callback: Chance
  var callbackFrom: Int32
  /// What it has for professionals.
  var professionals: ProfessionalAccess
  var burst: OpeningBurst?

  /// Where its answerers' last calls are kept.
  @inline(__always)
  var answererPlaces: Range<Int> { Int(firstAnswerer)..<Int(endOfAnswerers) }

  /// The practice's part of a stream's address on a day: every practice-day has streams of its own.
  func dayKey(_ day: Int) -> UInt64 {
    SplitMix64.mix(streamKey ^ SplitMix64.mix(UInt64(bitPattern: Int64(day))))
  }
}

/// Which ways the calls of a practice's patients go.
struct CallWays: BitwiseCopyable {
  /// Whether a patient's call comes on the acute line: it is urgent, and the practice has one.
  var urgency: Chance
  /// Whether a patient's call on the ordinary number ends in the menu while the telephone is staffed.
  var menu: Chance

  /// Whether there is more than one.
  @inline(__always)
  var areSeveral: Bool { urgency.isPossible || menu.isPossible }

  /// The way of a patient's first try.
  @inline(__always)
  func kind(ofFreshCall key: UInt64) -> PatientCall.Kind {
    urgency.happens(.urgency, to: key) ? .urgent : kind(ofOrdinaryCall: key)
  }

  /// The way of a try that is not urgent.
  @inline(__always)
  func kind(ofOrdinaryCall key: UInt64) -> PatientCall.Kind {
    menu.isPossible && menu.happens(.menu, to: key) ? .menu : .patient
  }
}

/// The time that a practice's answerers are on duty in one slot, in milliseconds.
struct PlannedDuty {
  var slot: Int
  var time: Int
}

/// One telephone state and when it ends.
struct PlannedPeriod {
  var end: Instant
  var state: TelephoneState
  /// From when on what happens may touch another practice: at once, later today or never.
  var touchesFrom = Instant.never
}
