internal import Randomness
internal import SurveyDesign

/// A region worked out for the event loop: flat tables, whole milliseconds, nothing optional.
struct ExchangePlan: ~Copyable {
  let practices: Slab<PlannedPhone>
  let periods: Slab<PlannedPeriod>
  let segments: Slab<RateSegment>
  let fixedTimes: Slab<Int>
  /// The answerers' time on duty, practice by practice.
  let duty: Slab<PlannedDuty>
  /// The practices of each group tied by forwarding, one group after the other, and where each group begins.
  let members: Slab<Int32>
  let groupStart: Slab<Int32>
  /// Which group a practice belongs to.
  let groupOf: Slab<Int32>
  let callers: CallerPlan
  let slots: SlotTable
  let weekdayIndex: [Double]
  let busynessShape: Double?
  /// The answerers of all practices together: the places in the table of calls in progress.
  let answererCount: Int

  /// Works a region out.
  ///
  /// - Precondition: no calls are forwarded in a circle.
  init(_ region: Region, slots: [Slot], fieldwork: FieldworkProtocol) {
    precondition(region.forwardingCircle == nil, "calls are forwarded in a circle")
    callers = CallerPlan(region.patients, fieldwork)
    self.slots = SlotTable(slots)
    weekdayIndex = region.weekdayIndex
    // A variation so small that its shape is no number is none.
    let shape = 1 / (region.busynessCV * region.busynessCV)
    busynessShape = shape.isFinite ? shape : nil

    var tables = PracticeTables()
    for practice in region.practices {
      tables.append(
        practice, urgentShare: region.patients.urgentShare, followsReferrals: fieldwork.followsReferrals,
        slots: self.slots)
    }
    let groups = fieldwork.followsReferrals ? region.partnerGroups : region.forwardingGroups
    var members: [Int32] = []
    var groupStart: [Int32] = []
    var groupOf = [Int32](repeating: 0, count: tables.practices.count)
    for group in groups {
      groupStart.append(Int32(members.count))
      // Ties inside a group are settled in this order, which must not depend on where a practice stands.
      let keys = tables.practices
      for practice in group.sorted(by: { (keys[$0].streamKey, $0) < (keys[$1].streamKey, $1) }) {
        groupOf[practice] = Int32(groupStart.count - 1)
        members.append(Int32(practice))
      }
    }
    groupStart.append(Int32(members.count))
    for group in groups { tables.noteUrgentForwarding(in: group, of: region) }
    self.members = Slab(members)
    self.groupStart = Slab(groupStart)
    self.groupOf = Slab(groupOf)
    practices = Slab(tables.practices)
    periods = Slab(tables.periods)
    segments = Slab(tables.segments)
    fixedTimes = Slab(tables.fixedTimes)
    duty = Slab(tables.duty)
    answererCount = tables.answererCount
  }

  /// Where the members of a group stand.
  @inline(__always)
  func places(ofGroup group: Int) -> Range<Int> { Int(groupStart[group])..<Int(groupStart[group + 1]) }

  /// What a practice's timetable says at a time.
  ///
  /// O(periods).
  @inline(__always)
  func state(of practice: Int, at time: Int) -> TelephoneState {
    var period = Int(practices[practice].firstPeriod)
    while periods[period].end <= time { period &+= 1 }
    return periods[period].state
  }
}

/// The tables of an ``ExchangePlan`` while they are written, practice by practice.
private struct PracticeTables {
  var practices: [PlannedPhone] = []
  var periods: [PlannedPeriod] = []
  var segments: [RateSegment] = []
  var fixedTimes: [Int] = []
  var duty: [PlannedDuty] = []
  var answererCount = 0

  mutating func append(
    _ practice: RegionPractice, urgentShare: Double, followsReferrals: Bool, slots: borrowing SlotTable
  ) {
    let telephone = practice.telephone
    let firstPeriod = Int32(periods.count)
    let timetable = telephone.timetable.periods
    periods.append(.init(end: timetable.first?.from.milliseconds ?? .max, state: Timetable.closed))
    for period in timetable { periods.append(.init(end: period.to.milliseconds, state: period.state)) }
    if !timetable.isEmpty { periods.append(.init(end: .max, state: Timetable.closed)) }
    noteTouches(from: Int(firstPeriod), followsReferrals: followsReferrals)

    let firstSegment = Int32(segments.count)
    var before = 0.0
    for period in practice.demand.rates where period.from < period.to {
      let rate = period.callsPerHour / 3_600_000
      // A demand so small that its gaps are no number is none.
      guard rate > 0, (1 / rate).isFinite else { continue }
      let through = before + rate * Double(period.to.milliseconds - period.from.milliseconds)
      segments.append(
        .init(from: Double(period.from.milliseconds), gap: 1 / rate, before: before, through: through))
      before = through
    }
    let endOfSegments = Int32(segments.count)
    segments.append(.beyond)
    let firstFixed = Int32(fixedTimes.count)
    fixedTimes += practice.demand.fixedTimes.map(\.milliseconds).sorted()

    let firstDuty = Int32(duty.count)
    append(dutyOf: telephone.timetable, slots: slots)

    let hasAcuteLine = telephone.hasAcuteLine || timetable.contains { $0.state == .off(.acuteLine) }
    practices.append(
      PlannedPhone(
        streamKey: practice.streamKey,
        closes: timetable.last?.to.milliseconds ?? 0,
        lines: telephone.lines,
        partner: Int32(telephone.partner ?? -1),
        firstPeriod: firstPeriod,
        firstSegment: firstSegment, endOfSegments: endOfSegments,
        firstFixedTime: firstFixed, endOfFixedTimes: Int32(fixedTimes.count),
        firstDuty: firstDuty, endOfDuty: Int32(duty.count),
        firstAnswerer: Int32(answererCount),
        endOfAnswerers: Int32(answererCount + telephone.timetable.mostAnswerers),
        hasQueue: telephone.system == .queue,
        hasAcuteLine: hasAcuteLine,
        urgency: Chance(hasAcuteLine ? urgentShare : 0),
        burst: practice.demand.burst))
    answererCount += telephone.timetable.mostAnswerers
  }

  /// Notes from when on a practice may touch others, in its periods: while calls are forwarded, and all day where survey
  /// calls follow a referral to it.
  private mutating func noteTouches(from first: Int, followsReferrals: Bool) {
    var next = Int.max
    for period in (first..<periods.count).reversed() {
      let isForwarding = periods[period].state == .off(.forwarding)
      periods[period].touchesFrom = isForwarding || followsReferrals ? 0 : next
      if isForwarding { next = periods[period - 1].end }
    }
  }

  /// Notes from when on a member of a group may get urgent calls of another.
  mutating func noteUrgentForwarding(in group: [Int], of region: Region) {
    let from = group.filter { practices[$0].urgency.isPossible }
      .flatMap { region.practices[$0].telephone.timetable.periods }
      .filter { $0.state == .off(.forwarding) }
      .map(\.from.milliseconds).min()
    for practice in group {
      practices[practice].urgentForwardedFrom = from ?? .max
      practices[practice].canBeOvertaken = from != nil || practices[practice].urgency.isPossible
    }
  }

  /// Sums the answerers' time on duty by slot.
  private mutating func append(dutyOf timetable: Timetable, slots: borrowing SlotTable) {
    var timeOfSlot = [Int](repeating: 0, count: slots.count + 1)
    for period in timetable.periods {
      guard case .staffed(let answerers, _) = period.state else { continue }
      slots.forEachSlot(from: period.from.milliseconds, to: period.to.milliseconds) { slot, time in
        timeOfSlot[slot] += answerers * time
      }
    }
    for (slot, time) in timeOfSlot.enumerated() where time > 0 { duty.append(.init(slot: slot, time: time)) }
  }
}

/// One practice in an ``ExchangePlan``.
struct PlannedPhone {
  var streamKey: UInt64
  /// When its last period ends; nobody redials after that.
  var closes: Int
  var lines: Int
  /// Its partner's position, or -1.
  var partner: Int32
  var firstPeriod: Int32
  var firstSegment, endOfSegments: Int32
  var firstFixedTime, endOfFixedTimes: Int32
  var firstDuty, endOfDuty: Int32
  /// Where its answerers' calls in progress are kept.
  var firstAnswerer, endOfAnswerers: Int32
  /// From when on urgent calls may be forwarded to it, and whether urgent callers ever go before those who wait.
  var urgentForwardedFrom = Int.max
  var canBeOvertaken = false
  var hasQueue: Bool
  var hasAcuteLine: Bool
  /// Whether a patient's call is urgent; never without a line for it.
  var urgency: Chance
  var burst: OpeningBurst?

  /// Where its answerers' last calls are kept.
  @inline(__always)
  var answererPlaces: Range<Int> { Int(firstAnswerer)..<Int(endOfAnswerers) }

  /// The practice's part of a stream's address on a day: every practice-day has streams of its own.
  func dayKey(_ day: Int) -> UInt64 {
    SplitMix64.mix(streamKey ^ SplitMix64.mix(UInt64(bitPattern: Int64(day))))
  }
}

/// The time that a practice's answerers are on duty in one slot, in milliseconds.
struct PlannedDuty {
  var slot: Int
  var time: Int
}

/// One telephone state and when it ends, in milliseconds.
struct PlannedPeriod {
  var end: Int
  var state: TelephoneState
  /// From when on what happens may touch another practice: at once, later today or never.
  var touchesFrom = Int.max
}

/// Every kind of duration that is drawn: its place in ``CallerPlan/durations``.
enum DurationKind: Int, CaseIterable {
  case talkWithDoctor, talkWithStaff, acuteLineAnswer, patience, ringPatience
  case surveyTalk, surveyMessage, surveyWrapUp
  case redialAfterBusy, redialAfterAbandonment, redialAfterNoAnswer
}

/// From when on which share of callers who fail turns to the out-of-hours service.
struct PlannedDisplacement {
  var from: Int
  var chance: Chance
}

/// How callers behave, worked out.
struct CallerPlan: ~Copyable {
  /// The samplers by ``DurationKind``.
  let durations: Slab<DurationSampler>
  /// What samplers look up.
  let tables: DrawTables
  let redialAfterBusy, redialAfterAbandonment, redialAfterNoAnswer: Chance
  let balking, refusal: Chance
  let balksAtCallsInSystem: Int
  let mostRedials: UInt16
  /// Displacement among those failing, and since when.
  let displacement: Slab<PlannedDisplacement>
  let answerTarget, ringLimit, holdLimit, attemptGap: Int
  let attempts: Int
  let followsReferrals: Bool

  init(_ patients: PatientModel, _ fieldwork: FieldworkProtocol) {
    var table: [Double] = []
    var laws: [DurationLayers] = []
    durations = Slab(
      DurationKind.allCases.map {
        .init(Self.distribution(of: $0, patients, fieldwork), table: &table, laws: &laws)
      })
    tables = DrawTables(empirical: table, laws: laws)
    redialAfterBusy = Chance(patients.redialAfterBusy.share)
    redialAfterAbandonment = Chance(patients.redialAfterAbandonment.share)
    redialAfterNoAnswer = Chance(patients.redialAfterNoAnswer.share)
    balking = Chance(patients.balkingShare)
    refusal = Chance(fieldwork.refusalShare)
    balksAtCallsInSystem = patients.balksAtCallsInSystem ?? .max
    mostRedials = UInt16(clamping: patients.mostRedials)
    displacement = Slab(
      patients.displacement.map { .init(from: $0.from.milliseconds, chance: Chance($0.share)) })
    answerTarget = patients.answerTarget
    ringLimit = min(fieldwork.ringLimit, Self.longestLimit)
    holdLimit = min(fieldwork.holdLimit, Self.longestLimit)
    attemptGap = min(fieldwork.attemptGap, Self.longestLimit)
    attempts = min(fieldwork.attempts, Int(UInt16.max))
    followsReferrals = fieldwork.followsReferrals
  }

  /// Four days: no survey day is longer, and patients without end of patience have more of it.
  private static var longestLimit: Int { 345_600_000 }

  /// Whether a caller failing at a time turns to the out-of-hours service.
  @inline(__always)
  func displaces(_ key: UInt64, at time: Int) -> Bool {
    var stretch = displacement.count - 1
    while stretch >= 0, displacement[stretch].from > time { stretch -= 1 }
    return stretch >= 0 && displacement[stretch].chance.happens(.displacement, to: key)
  }

  private static func distribution(
    of kind: DurationKind, _ patients: PatientModel, _ fieldwork: FieldworkProtocol
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

  /// Draws one decision's duration of a caller, in milliseconds.
  @inline(__always)
  func draw(_ kind: DurationKind, _ decision: Decision, key: UInt64) -> Int {
    durations[kind.rawValue].milliseconds(from: decision.stream(of: key), tables: tables)
  }
}
