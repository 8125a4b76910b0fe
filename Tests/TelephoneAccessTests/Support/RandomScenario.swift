import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

/// A small region, a survey of it and its calls, all drawn from one number: whatever holds always must hold here.
///
/// Practices forward and refer to later ones only, so that chains arise and circles do not. Times are drawn on a coarse
/// grid, so that much happens at one and the same instant.
struct RandomScenario: CustomTestStringConvertible {
  let seed: UInt64
  var region: Region
  var slots: [Slot]
  var fieldwork: FieldworkProtocol
  var plan: ReplicationInput

  var testDescription: String { "scenario \(seed)" }

  /// - Parameters:
  ///   - seed: Everything about the scenario.
  ///   - practices: The number of practices; `nil` draws 1 to 6.
  ///   - times: When things happen.
  init(seed: UInt64, practices: Int? = nil, times: Times = .any) {
    self.seed = seed
    var dice = Dice(seed: seed, times: times)
    let count = practices ?? 1 + dice.roll(6)
    slots = dice.slots()
    region = Region(
      practices: (0..<count).map { dice.practice($0, of: count) }, patients: dice.patients(),
      weekdayIndex: dice.flip() ? [1.25, 1.03, 0.92, 0.9, 0.88] : [], busynessCV: dice.flip() ? 0.4 : 0)
    fieldwork = dice.fieldwork()
    plan = dice.plan(practices: count, slots: slots)
  }

  /// The same scenario with menus on some telephones and callbacks from some queues.
  func withMenusAndCallbacks() -> RandomScenario {
    var scenario = self
    var dice = Dice(seed: ~seed, times: .any)
    for place in region.practices.indices {
      scenario.region.practices[place].telephone.menuShare = dice.share()
      if dice.roll(4) > 0 {
        scenario.region.practices[place].telephone.system = .queue
        scenario.region.practices[place].telephone.callback = CallbackOffer(
          fromWaiting: dice.roll(3), acceptedShare: dice.pick([0.3, 0.7, 1]))
      }
    }
    scenario.region.patients.callbackReachedShare = dice.pick([0.3, 0.5, 0.9])
    scenario.region.patients.callbackRinging = dice.duration(around: 30)
    scenario.fieldwork.acceptsCallbacks = dice.flip()
    if dice.flip() { scenario.region.patients.answerDelay = dice.duration(around: 20) }
    return scenario
  }

  /// The same scenario with professionals, whom some practices give a number or priority, and interviewers who may ring as they do.
  func withProfessionals() -> RandomScenario {
    var scenario = seed % 3 == 0 ? withMenusAndCallbacks() : self
    var dice = Dice(seed: ~seed &+ 1, times: .any)
    for place in region.practices.indices {
      scenario.region.practices[place].telephone.professionals = ProfessionalAccess(
        hasOwnNumber: dice.flip(), hasPriority: dice.flip())
      scenario.region.practices[place].professionalDemand.rates = [
        RatePeriod(from: .hour(7), to: .hour(16), callsPerHour: dice.pick([0, 2, 6]))
      ]
      if dice.flip() {
        scenario.region.practices[place].professionalDemand.fixedTimes = (0..<dice.roll(8)).map { _ in
          .minute(Double(7 * 60 + 15 * dice.roll(40)))
        }
      }
    }
    scenario.region.professionals = dice.professionals()
    if dice.flip() { scenario.fieldwork.caller = .professional }
    return scenario
  }

  /// When things happen.
  enum Times {
    /// At any millisecond, and much of it on the quarter.
    case any
    /// On whole minutes and nowhere else, between practices that forward: nearly everything happens at the same instants.
    case wholeMinutes
  }

  /// The fieldwork of one replication.
  func conduct(replication: UInt64 = 0) -> Fieldwork {
    var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
    return simulation.conduct(plan, seed: seed, replication: replication)
  }

  /// The fieldwork of one replication and everything that happened.
  func trace(replication: UInt64 = 0) -> (fieldwork: Fieldwork, events: [DatedEvent]) {
    Simulation.trace(
      practices: nil, region: region, slots: slots, fieldwork: fieldwork, plan: plan, seed: seed,
      replication: replication)
  }

  /// A Wednesday, a Thursday and a Friday.
  static let days = (8...10).compactMap { CalendarDate(year: 2015, month: 4, day: $0) }
}

/// Chance for scenarios, from a generator of its own.
private struct Dice {
  var generator: SplitMix64
  let times: RandomScenario.Times

  init(seed: UInt64, times: RandomScenario.Times) {
    generator = SplitMix64(state: SplitMix64.mix(seed &+ 0x5CE4_A210))
    self.times = times
  }

  mutating func roll(_ bound: Int) -> Int { generator.integer(below: bound) }
  mutating func flip() -> Bool { roll(2) == 0 }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
  mutating func share() -> Double { pick([0, 0, 0.1, 0.5, 1]) }

  /// Mostly around a number of seconds.
  mutating func duration(around seconds: Double) -> DurationDistribution {
    guard times == .any else { return .constant(seconds: 60 * Double(roll(5))) }
    return switch roll(8) {
    case 0: .constant(seconds: seconds)
    case 1: .exponential(mean: seconds)
    case 2: .lognormal(mean: seconds, sd: seconds)
    case 3: .gamma(mean: seconds, sd: seconds / 2)
    case 4: .weibull(scale: seconds, shape: 1.5)
    case 5: .uniform(from: 0, to: 2 * seconds)
    case 6: .empirical([0, seconds, 3 * seconds])
    default: .constant(seconds: 60)
    }
  }

  mutating func slots() -> [Slot] {
    var from = 8 * 60 + 15 * roll(4)
    return (0..<2 + roll(4)).map { _ in
      let to = from + 15 * (1 + roll(8))
      defer { from = to + pick([0, 0, 30]) }
      return Slot(.minute(Double(from)), .minute(Double(to)))
    }
  }

  mutating func practice(_ place: Int, of count: Int) -> RegionPractice {
    let partner = place + 1 < count && roll(4) > 0 ? place + 1 + roll(count - place - 1) : nil
    return RegionPractice(
      streamKey: RandomStream.key(of: "practice \(place)"),
      telephone: Telephone(
        system: flip() ? .queue : .busyTone, lines: pick([1, 2, 2, 3, 5, .max]), hasAcuteLine: roll(3) == 0,
        timetable: timetable(), partner: partner),
      demand: demand())
  }

  private mutating func timetable() -> Timetable {
    var from = 7 * 60 + 15 * roll(8)
    return Timetable(
      (0..<roll(7)).map { _ in
        let to = from + 15 * (1 + roll(10))
        defer { from = to + pick([0, 0, 0, 15]) }
        let state: TelephoneState =
          roll(5) < 3
          ? .staffed(answerers: pick([0, 1, 1, 2, 3]), by: flip() ? .doctor : .staff)
          : .off(times == .any ? pick(OffState.allCases) : .forwarding)
        return TimetablePeriod(from: .minute(Double(from)), to: .minute(Double(to)), state: state)
      })
  }

  private mutating func demand() -> PatientDemand {
    var demand = PatientDemand()
    guard times == .any else {
      demand.fixedTimes = (0..<40).map { _ in .minute(Double(7 * 60 + 5 * roll(100))) }
      return demand
    }
    var from = 6 + roll(3)
    for _ in 0..<roll(4) {
      let to = from + 1 + roll(3)
      demand.rates.append(
        RatePeriod(from: .hour(from), to: .hour(to), callsPerHour: pick([0, 3, 10, 20])))
      from = to + roll(2)
    }
    if roll(3) == 0 {
      demand.burst = OpeningBurst(at: .hour(8), calls: Double(roll(20)), meanDelay: pick([0.001, 30, 600]))
    }
    if roll(3) == 0 {
      demand.fixedTimes = (0..<roll(20)).map { _ in .minute(Double(7 * 60 + 15 * roll(40))) }.sorted()
    }
    return demand
  }

  mutating func patients() -> PatientModel {
    var patients = PatientModel()
    patients.talkWithDoctor = duration(around: 300)
    patients.talkWithStaff = duration(around: 150)
    patients.acuteLineAnswer = duration(around: 20)
    patients.urgentShare = share()
    patients.balkingShare = pick([0, 0, 0.1, 0.5])
    patients.balksAtCallsInSystem = pick([nil, nil, 0, 3])
    patients.patience = roll(5) == 0 ? .never : duration(around: 400)
    patients.ringPatience = roll(5) == 0 ? .never : duration(around: 60)
    patients.redialAfterBusy = RedialRule(share: share(), delay: duration(around: 200))
    patients.redialAfterAbandonment = RedialRule(share: share(), delay: duration(around: 600))
    patients.redialAfterNoAnswer = RedialRule(share: share(), delay: duration(around: 600))
    patients.mostRedials = pick([0, 1, 3, 8])
    patients.displacement = [
      DisplacementShare(from: .midnight, share: share()), DisplacementShare(from: .hour(14), share: share()),
    ]
    patients.answerTarget = pick([0, 20_000, 300_000])
    return patients
  }

  mutating func professionals() -> Professionals {
    var professionals = Professionals()
    professionals.talk = duration(around: 120)
    professionals.patience = roll(5) == 0 ? .never : duration(around: 300)
    professionals.ringPatience = duration(around: 60)
    professionals.ownNumberAnswer = duration(around: 20)
    professionals.redialAfterBusy = RedialRule(share: share(), delay: duration(around: 200))
    professionals.redialAfterAbandonment = RedialRule(share: share(), delay: duration(around: 600))
    professionals.redialAfterNoAnswer = RedialRule(share: share(), delay: duration(around: 600))
    professionals.mostRedials = pick([0, 1, 3, 8])
    return professionals
  }

  mutating func fieldwork() -> FieldworkProtocol {
    var fieldwork = FieldworkProtocol()
    fieldwork.ringLimit = pick([0, 20_000, 60_000])
    fieldwork.holdLimit = pick([0, 60_000, 900_000])
    fieldwork.attempts = pick([1, 1, 2, 6])
    fieldwork.attemptGap = pick([0, 60_000, 600_000])
    fieldwork.lateRule = pick(LateRule.allCases)
    fieldwork.followsReferrals = flip()
    fieldwork.talk = duration(around: 80)
    fieldwork.message = duration(around: 30)
    fieldwork.wrapUp = duration(around: 60)
    fieldwork.refusalShare = share()
    return fieldwork
  }

  /// Calls on two of three days, every practice-day probed, nothing due twice at one instant.
  mutating func plan(practices: Int, slots: [Slot]) -> ReplicationInput {
    var taken: Set<PlannedCall.Instant> = []
    var calls: [PlannedCall] = []
    let team = 1 + roll(3)
    for _ in 0..<2 * practices + 2 {
      let slot = roll(slots.count)
      let call = PlannedCall(
        practiceIndex: roll(practices), slotIndex: slot, date: RandomScenario.days[roll(2)],
        due: .minute(slots[slot].from.milliseconds.minutes + Double(roll(slots[slot].milliseconds / 60_000))),
        interviewer: roll(team))
      if taken.insert(call.instant).inserted { calls.append(call) }
    }
    return ReplicationInput(
      calls: calls, days: RandomScenario.days,
      practiceDays: RandomScenario.days.prefix(2).flatMap { day in
        (0..<practices).map { PracticeDay(practice: $0, date: day) }
      }, sendsProbes: true)
  }
}

extension PlannedCall {
  /// When a call is due.
  struct Instant: Hashable {
    var date: CalendarDate
    var due: TimeOfDay
  }

  var instant: Instant { Instant(date: date, due: due) }
}

extension Int {
  /// Milliseconds as minutes.
  fileprivate var minutes: Double { Double(self) / 60_000 }
}
