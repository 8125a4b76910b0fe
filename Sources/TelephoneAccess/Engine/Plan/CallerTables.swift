internal import Randomness
internal import SurveyDesign

/// From when on which share of callers who fail turns to the out-of-hours service.
struct PlannedDisplacement {
  var from: Instant
  var chance: Chance
}

/// How callers behave, worked out.
struct CallerTables: ~Copyable {
  /// The samplers by ``DurationKind``.
  let durations: Slab<DurationSampler>
  /// What samplers look up.
  let tables: DrawTables
  let redialAfterBusy, redialAfterAbandonment, redialAfterNoAnswer: Chance
  /// The same of professionals.
  private let professionalRedials: (busy: Chance, abandonment: Chance, noAnswer: Chance)
  let urgency, balking, refusal, callbackReached, cutOff: Chance
  let balksAtCallsInSystem: Int
  let mostRedials, mostRedialsOfProfessionals: UInt16
  /// Displacement among those failing, and since when.
  let displacement: Slab<PlannedDisplacement>
  let answerTarget, ringLimit, holdLimit: Int
  let followsReferrals: Bool
  /// Whether it rings before a free answerer takes a call.
  let ringsFirst: Bool
  /// Whether interviewers and probes accept to be rung back.
  let acceptsCallbacks: Bool
  /// Whether interviewers and probes ring as professionals.
  let ringsAsProfessional: Bool

  init(_ patients: PatientModel, _ professionals: Professionals, _ fieldwork: FieldworkProtocol) {
    var table = DrawTables.firstNumbers
    var laws: [DurationLayers] = []
    durations = Slab(
      DurationKind.allCases.map {
        .init(Self.distribution(of: $0, patients, professionals, fieldwork), table: &table, laws: &laws)
      })
    tables = DrawTables(numbers: table, laws: laws)
    redialAfterBusy = Chance(patients.redialAfterBusy.share)
    redialAfterAbandonment = Chance(patients.redialAfterAbandonment.share)
    redialAfterNoAnswer = Chance(patients.redialAfterNoAnswer.share)
    professionalRedials = (
      Chance(professionals.redialAfterBusy.share), Chance(professionals.redialAfterAbandonment.share),
      Chance(professionals.redialAfterNoAnswer.share)
    )
    mostRedialsOfProfessionals = UInt16(clamping: professionals.mostRedials)
    ringsAsProfessional = fieldwork.caller == .professional
    urgency = Chance(patients.urgentShare)
    balking = Chance(patients.balkingShare)
    refusal = Chance(fieldwork.refusalShare)
    callbackReached = Chance(patients.callbackReachedShare)
    acceptsCallbacks = fieldwork.acceptsCallbacks
    ringsFirst = patients.answerDelay != .constant(seconds: 0)
    cutOff = Chance(fieldwork.cutOffShare)
    balksAtCallsInSystem = patients.balksAtCallsInSystem ?? .max
    mostRedials = UInt16(clamping: patients.mostRedials)
    displacement = Slab(
      patients.displacement.map { .init(from: Instant($0.from), chance: Chance($0.share)) })
    answerTarget = patients.answerTarget
    ringLimit = min(fieldwork.ringLimit, Self.longestLimit)
    holdLimit = min(fieldwork.holdLimit, Self.longestLimit)
    followsReferrals = fieldwork.followsReferrals
  }

  /// How long an interviewer waits at most: up to the limit of the telephone's system, unless the connection breaks before.
  @inline(__always)
  func limit(_ key: UInt64, hasQueue: Bool) -> Int {
    let limit = hasQueue ? holdLimit : ringLimit
    guard cutOff.isPossible, cutOff.happens(.cutOff, to: key) else { return limit }
    var stream = Decision.cutOffTime.stream(of: key)
    return Int(Double(limit) * stream.unitUniform())
  }

  /// What an interviewer, or a probe, notes whose wait is over without an answer.
  @inline(__always)
  func vainWait(_ call: Call, hasQueue: Bool) -> Disposition {
    if call.kind != .openProbe, cutOff.isPossible, cutOff.happens(.cutOff, to: call.key) { return .cutOff }
    return hasQueue ? .holdLimit : .noAnswer
  }

  /// Four days: no survey day is longer, and patients without end of patience have more of it.
  static var longestLimit: Int { 345_600_000 }

  /// Whether a caller failing at a time turns to the out-of-hours service.
  @inline(__always)
  func displaces(_ key: UInt64, at time: Instant) -> Bool {
    var stretch = displacement.count - 1
    while stretch >= 0, displacement[stretch].from > time { stretch -= 1 }
    return stretch >= 0 && displacement[stretch].chance.happens(.displacement, to: key)
  }

  private static func distribution(
    of kind: DurationKind, _ patients: PatientModel, _ professionals: Professionals,
    _ fieldwork: FieldworkProtocol
  ) -> DurationDistribution {
    switch kind {
    case .talkWithDoctor: patients.talkWithDoctor
    case .talkWithStaff: patients.talkWithStaff
    case .acuteLineAnswer: patients.acuteLineAnswer
    case .patience: patients.patience
    case .ringPatience: patients.ringPatience
    case .surveyTalk: fieldwork.talk
    case .surveyMessage: fieldwork.message
    case .surveyWrapUp: fieldwork.wrapUp
    case .redialAfterBusy: patients.redialAfterBusy.delay
    case .redialAfterAbandonment: patients.redialAfterAbandonment.delay
    case .redialAfterNoAnswer: patients.redialAfterNoAnswer.delay
    case .callbackRinging: patients.callbackRinging
    case .answerDelay: patients.answerDelay
    case .talkWithProfessional: professionals.talk
    case .professionalPatience: professionals.patience
    case .professionalRingPatience: professionals.ringPatience
    case .ownNumberAnswer: professionals.ownNumberAnswer
    case .professionalRedialAfterBusy: professionals.redialAfterBusy.delay
    case .professionalRedialAfterAbandonment: professionals.redialAfterAbandonment.delay
    case .professionalRedialAfterNoAnswer: professionals.redialAfterNoAnswer.delay
    }
  }

  /// Whether a caller tries again after a failure.
  @inline(__always)
  func redials(_ key: UInt64, after failure: Failure) -> Bool {
    switch failure {
    case .busy: redialAfterBusy.happens(.redial, to: key)
    case .abandonment: redialAfterAbandonment.happens(.redial, to: key)
    case .noAnswer: redialAfterNoAnswer.happens(.redial, to: key)
    }
  }

  /// Whether a professional tries again after a failure.
  func professionalRedials(_ key: UInt64, after failure: Failure) -> Bool {
    switch failure {
    case .busy: professionalRedials.busy.happens(.redial, to: key)
    case .abandonment: professionalRedials.abandonment.happens(.redial, to: key)
    case .noAnswer: professionalRedials.noAnswer.happens(.redial, to: key)
    }
  }

  /// Draws one decision's duration of a caller, in milliseconds; what is `enough` or more may come as any duration that is.
  @inline(__always)
  func draw(
    _ kind: DurationKind, _ decision: Decision, key: UInt64, enough: Int = DurationSampler.endless
  ) -> Int {
    durations[kind.rawValue].milliseconds(from: decision.stream(of: key), tables: tables, enough: enough)
  }
}

/// Every kind of duration that is drawn: its place in ``CallerTables/durations``.
enum DurationKind: Int, CaseIterable {
  case talkWithDoctor, talkWithStaff, acuteLineAnswer, patience, ringPatience
  case surveyTalk, surveyMessage, surveyWrapUp
  case redialAfterBusy, redialAfterAbandonment, redialAfterNoAnswer
  case callbackRinging, answerDelay
  case talkWithProfessional, professionalPatience, professionalRingPatience, ownNumberAnswer
  case professionalRedialAfterBusy, professionalRedialAfterAbandonment, professionalRedialAfterNoAnswer
}
