internal import SurveyDesign

/// The tables of an ``RegionTables`` while they are written, practice by practice.
struct PracticeTables {
  var practices: [PlannedPhone] = []
  var periods: [PlannedPeriod] = []
  var segments: [RateSegment] = []
  var fixedTimes: [Instant] = []
  var duty: [PlannedDuty] = []
  var answererCount = 0

  mutating func append(
    _ practice: RegionPractice, urgentShare: Double, slots: borrowing SlotTable
  ) {
    let telephone = practice.telephone
    let firstPeriod = Int32(periods.count)
    let timetable = telephone.timetable.periods
    periods.append(.init(end: timetable.first.map { Instant($0.from) } ?? .never, state: Timetable.closed))
    for period in timetable { periods.append(.init(end: Instant(period.to), state: period.state)) }
    if !timetable.isEmpty { periods.append(.init(end: .never, state: Timetable.closed)) }
    noteTouches(from: Int(firstPeriod))

    let random = append(ratesOf: practice.demand)
    let fixed = append(fixedTimesOf: practice.demand)
    let professionals = append(ratesOf: practice.professionalDemand)
    let fixedOfProfessionals = append(fixedTimesOf: practice.professionalDemand)

    let firstDuty = Int32(duty.count)
    append(dutyOf: telephone.timetable, slots: slots)

    let hasAcuteLine = telephone.hasAcuteLine || timetable.contains { $0.state == .off(.acuteLine) }
    practices.append(
      PlannedPhone(
        streamKey: practice.streamKey,
        closes: timetable.last.map { Instant($0.to) } ?? .midnight,
        lines: telephone.lines,
        partner: telephone.partner.map(PracticePlace.init),
        firstPeriod: firstPeriod,
        firstSegment: random.lowerBound, endOfSegments: random.upperBound,
        firstFixedTime: fixed.lowerBound, endOfFixedTimes: fixed.upperBound,
        firstProfessionalSegment: professionals.lowerBound,
        endOfProfessionalSegments: professionals.upperBound,
        firstProfessionalTime: fixedOfProfessionals.lowerBound,
        endOfProfessionalTimes: fixedOfProfessionals.upperBound,
        firstDuty: firstDuty, endOfDuty: Int32(duty.count),
        firstCount: Int32(practice.trafficGroup * (slots.count + 1)),
        firstAnswerer: Int32(answererCount),
        endOfAnswerers: Int32(answererCount + telephone.timetable.mostAnswerers),
        hasQueue: telephone.system == .queue,
        hasAcuteLine: hasAcuteLine,
        isFollowedCallByCall: telephone.callback != nil || telephone.professionals.isSpecial,
        ways: CallWays(
          urgency: Chance(hasAcuteLine ? urgentShare : 0), menu: Chance(telephone.menuShare)),
        callback: Chance(telephone.callback?.acceptedShare ?? 0),
        callbackFrom: Int32(clamping: telephone.callback?.fromWaiting ?? .max),
        professionals: telephone.professionals,
        burst: practice.demand.burst))
    answererCount += telephone.timetable.mostAnswerers
  }

  /// Adds the stretches of a demand in which calls come, and behind them one that never ends.
  private mutating func append(ratesOf demand: PatientDemand) -> Range<Int32> {
    let first = Int32(segments.count)
    var before = 0.0
    for period in demand.rates where period.from < period.to {
      let rate = period.callsPerHour / 3_600_000
      // A demand so small that its gaps are no number is none.
      guard rate > 0, (1 / rate).isFinite else { continue }
      let through = before + rate * Double(period.to.milliseconds - period.from.milliseconds)
      segments.append(
        .init(from: Double(period.from.milliseconds), gap: 1 / rate, before: before, through: through))
      before = through
    }
    let end = Int32(segments.count)
    segments.append(.beyond)
    return first..<end
  }

  /// Adds the fixed times of a demand, in order.
  private mutating func append(fixedTimesOf demand: PatientDemand) -> Range<Int32> {
    let first = Int32(fixedTimes.count)
    fixedTimes += demand.fixedTimes.sorted().map(Instant.init)
    return first..<Int32(fixedTimes.count)
  }

  /// Notes from when on a practice may touch others, in its periods: while calls are forwarded.
  private mutating func noteTouches(from first: Int) {
    var next = Instant.never
    for period in (first..<periods.count).reversed() {
      let isForwarding = periods[period].state == .off(.forwarding)
      periods[period].touchesFrom = isForwarding ? .midnight : next
      if isForwarding { next = periods[period - 1].end }
    }
  }

  /// Sums the answerers' time on duty by slot.
  private mutating func append(dutyOf timetable: Timetable, slots: borrowing SlotTable) {
    var timeOfSlot = [Int](repeating: 0, count: slots.count + 1)
    for period in timetable.periods {
      guard case .staffed(let answerers, _) = period.state else { continue }
      slots.forEachSlot(from: Instant(period.from), to: Instant(period.to)) { slot, time in
        timeOfSlot[slot] += answerers * time
      }
    }
    for (slot, time) in timeOfSlot.enumerated() where time > 0 { duty.append(.init(slot: slot, time: time)) }
  }
}
