internal import Randomness
internal import SurveyDesign

/// One replication of a survey while it goes on: interviewers, their lists, and the exchange they ring.
struct FieldworkRun<Watcher: Tracer>: ~Copyable {
  var exchange: Exchange<Watcher>
  let fieldwork: FieldworkProtocol
  let slots: [Slot]
  /// The round that is conducted, from 1.
  private(set) var round = 1
  /// Whether each practice's number is wrong.
  let hasWrongNumber: [Bool]
  var interviewers: [Interviewer] = []
  private var address = DayAddress(seed: 0, replication: 0, day: 0, weekday: 0)
  var today = CalendarDate.first
  /// Groups that live through today, in the order they were first needed, and whether each group is among them.
  private var groupsToday: [Int] = []
  private var isOpen: [Bool]
  /// Calls that today's interviewers did not get round to and that move to the next day.
  var moved: [PlannedCall] = []
  var lastDay: CalendarDate?
  /// Today's calls that were promised to be rung back: their keys, and where their attempts are written down.
  var promised: [(key: UInt64, attempt: Int)] = []
  var result = Fieldwork()
  private(set) var datedEvents: [DatedEvent] = []
  /// How many events earlier days left in the log.
  private var loggedEvents = 0

  init(region: Region, slots: [Slot], fieldwork: FieldworkProtocol, tracer: Watcher) {
    exchange = Exchange(
      plan: RegionTables(region, slots: slots, fieldwork: fieldwork),
      attempts: AttemptRule(most: fieldwork.attempts, gap: fieldwork.attemptGap), tracer: tracer)
    hasWrongNumber = region.practices.map(\.hasWrongNumber)
    self.fieldwork = fieldwork
    self.slots = slots
    isOpen = .init(repeating: false, count: exchange.plan.groupCount)
  }

  /// Lives through a replication, day by day.
  mutating func conduct(_ plan: ReplicationInput, seed: UInt64, replication: UInt64) -> Fieldwork {
    address.seed = seed
    address.replication = replication
    result = Fieldwork()
    result.attempts.reserveCapacity(plan.calls.count)
    lastDay = plan.days.max()
    round = plan.round
    exchange.attempts = AttemptRule(
      most: plan.attempts ?? fieldwork.attempts, gap: plan.attemptGap ?? fieldwork.attemptGap)
    let team = (plan.calls.map(\.interviewer).max() ?? 0) + 1
    // The lists of a team that stays as large keep their storage: every day begins with empty ones.
    if interviewers.count != team { interviewers = .init(repeating: Interviewer(), count: team) }

    var calls = plan.calls.sorted()[...]
    var practiceDays = plan.practiceDays.sorted { $0.date < $1.date }[...]
    var surveyDays = plan.days.sorted()[...]
    while let date = Self.first(
      of: Self.first(of: calls.first?.date, practiceDays.first?.date), surveyDays.first)
    {
      begin(date)
      for day in Self.take(from: &practiceDays, while: { $0.date == date }) {
        let practice = PracticePlace(day.practice)
        live(through: practice)
        if plan.sendsProbes, !hasWrongNumber[day.practice] {
          exchange.probe(practice, slots, day.probes, stream(of: practice, .probes))
        }
      }
      // Patients may be followed on other days too, but interviewers work on survey days only.
      let isSurveyDay = !Self.take(from: &surveyDays, while: { $0 == date }).isEmpty
      if isSurveyDay { hand(out: takeMoved()) }
      hand(out: Self.take(from: &calls, while: { $0.date == date }))
      for interviewer in interviewers.indices { interviewers[interviewer].arrangeList() }
      ringAllPractices()
      endDay()
      writeDownKeptPromises()
    }
    takeTraffic()
    result.probes = exchange.takeProbeResults()
    result.attempts.sort { $0.order < $1.order }
    return result
  }

  /// Takes over what became of patients' and professionals' calls.
  private mutating func takeTraffic() {
    let (counted, ofProfessionals) = (Int(exchange.plan.firstUncounted), exchange.plan.firstOfProfessionals)
    result.waits = sumBySlot(exchange.takeWaits(0..<counted))
    if exchange.plan.hasProfessionals {
      result.professionalWaits = sumBySlot(exchange.takeWaits(ofProfessionals..<ofProfessionals + counted))
    }
    let traffic = exchange.takeTraffic()
    result.traffic = sumBySlot(Array(traffic.prefix(counted)))
    if exchange.plan.trafficGroups > 1 { result.groupedTraffic = Array(traffic.prefix(counted)) }
    result.partnerCalls = traffic[counted..<ofProfessionals].reduce(0) { $0 + $1.freshCalls + $1.redials }
    guard exchange.plan.hasProfessionals else { return }
    result.professionalTraffic = sumBySlot(Array(traffic.dropFirst(ofProfessionals).prefix(counted)))
  }

  /// The sums over groups of practices of what is counted by group and slot.
  private func sumBySlot<Counts: TrafficSum>(_ counts: [Counts]) -> [Counts] {
    var sums = Array(counts.prefix(slots.count + 1))
    for (place, own) in counts.enumerated().dropFirst(sums.count) { sums[place % sums.count] += own }
    return sums
  }

  /// Takes the first elements that satisfy a condition off a list.
  private static func take<Element>(
    from list: inout ArraySlice<Element>, while condition: (Element) -> Bool
  ) -> ArraySlice<Element> {
    let taken = list.prefix(while: condition)
    list = list[taken.endIndex...]
    return taken
  }

  /// The first of some dates, `nil` if there is none.
  private static func first(of one: CalendarDate?, _ other: CalendarDate?) -> CalendarDate? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  private mutating func begin(_ date: CalendarDate) {
    today = date
    address.day = date.dayNumber
    address.weekday = date.weekday
    for interviewer in interviewers.indices { interviewers[interviewer].reset() }
  }

  /// Lets a practice live through today, and its group along with it, from its opening on.
  private mutating func live(through practice: PracticePlace) {
    let group = exchange.plan.group(of: practice)
    if !isOpen[group] {
      isOpen[group] = true
      groupsToday.append(group)
      exchange.open(group: group, on: address)
      result.partnerDays += exchange.plan.places(ofGroup: group).count
    }
    if exchange.count(practice) {
      result.practiceDays += 1
      result.partnerDays -= 1
    }
  }

  /// The calls that earlier days left over.
  private mutating func takeMoved() -> [PlannedCall] {
    defer { moved.removeAll(keepingCapacity: true) }
    return moved
  }

  private mutating func hand(out calls: some Sequence<PlannedCall>) {
    for call in calls {
      live(through: PracticePlace(call.practiceIndex))
      interviewers[call.interviewer].hand(
        over: DueCall(call: call, slot: call.slotIndex, attempt: 1, due: Instant(call.due)))
    }
  }

  /// Lets the patients' day go to its end.
  private mutating func endDay() {
    for group in groupsToday {
      exchange.advance(group: group, to: Self.horizon)
      exchange.close(group: group)
    }
    exchange.forgetLists()
    keepTrace()
    for group in groupsToday { isOpen[group] = false }
    groupsToday.removeAll(keepingCapacity: true)
  }

  /// Four days: a caller who still waits then waits for ever.
  static var horizon: Instant { Instant(345_600_000) }

  /// Adds today's events to the trace, practice by practice.
  ///
  /// A call may be forwarded to a telephone that is off and that does not live through today: that call is no part of a day.
  private mutating func keepTrace() {
    guard Watcher.isOn, let log = exchange.tracer as? TraceLog else { return }
    let events = log.events.dropFirst(loggedEvents).enumerated()
      .filter { isOpen[exchange.plan.group(of: PracticePlace($0.element.practice))] }
      .sorted {
        ($0.element.practice, $0.element.time, $0.offset) < ($1.element.practice, $1.element.time, $1.offset)
      }
    datedEvents += events.map { DatedEvent(date: today, event: $0.element) }
    loggedEvents = log.events.count
  }

  @inline(__always)
  func stream(of practice: PracticePlace, _ purpose: Purpose) -> WyRand {
    WyRand(
      seed: address.seed, replication: address.replication,
      practice: exchange.plan.practices[practice].dayKey(address.day), purpose: purpose)
  }
}

/// What is counted of calls and added up.
private protocol TrafficSum {
  static func += (sum: inout Self, other: Self)
}

extension TrafficCounts: TrafficSum {}
extension WaitCounts: TrafficSum {}

extension CallAttempt {
  /// What attempts are sorted by: date, time, practice, attempt.
  fileprivate var order: (Int, Int, Int, Int) { (date.dayNumber, dialled ?? due, practice, attempt) }
}
