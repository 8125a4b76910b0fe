import SurveyDesign
import TelephoneAccess
import Testing

/// Little's law, L = λW, in the form that holds for every single path and not only on average: over a day that begins and ends
/// with no call there, the integral of the number present is the sum of the times that each was present.
///
/// Source: Stidham, "A last word on L = λW", Operations Research 22 (1974). Times are whole milliseconds, so the identity
/// is one of integers.
@Suite("Little's law holds exactly")
struct LittlesLawTests {
  @Test("the integral of the queue's length is the sum of the waits, over a long run")
  func longRun() {
    // Nine in ten: long queues. The last calls come an hour before the day ends.
    var lab = QueueLab(rate: 0.9, answerers: 1, handling: .exponential(mean: QueueLab.unit))
    lab.region.patients.patience = .exponential(mean: 30 * QueueLab.unit)
    lab.region.practices[0].demand.rates[0].to = .hour(23)
    for day in 0..<3 as Range<UInt64> {
      let (fieldwork, events) = Simulation.trace(
        practices: nil, region: lab.region, slots: lab.slots, fieldwork: FieldworkProtocol(),
        plan: .patientsOnly(practices: 1), seed: 2, replication: day)
      let traffic = fieldwork.traffic.total
      let presence = Presence(events.map(\.event))
      #expect(presence.stillThere == 0)
      #expect(presence.waiting == traffic.wait + traffic.abandonedWait)
      #expect(presence.talking == traffic.busy)
      // Not an identity of nothings: about 11,900 calls came, and waited eight units each or so.
      #expect(traffic.freshCalls > 10_000 && traffic.wait + traffic.abandonedWait > 100_000_000)
    }
  }

  @Test("the integrals are the sums in random regions, redials, forwarding and closings included")
  func randomRegions() {
    var waited = 0
    for seed in 5000..<5150 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed)
      // Patients only: interviewers' waits are not part of the traffic.
      scenario.plan.calls = []
      scenario.plan.sendsProbes = false
      // Forwarding lasts no time, and an acute line's ringing is no practice's queue.
      scenario.region.patients.acuteLineAnswer = .constant(seconds: 0)
      let (fieldwork, events) = scenario.trace()
      let traffic = fieldwork.traffic.total
      let days = events.practiceDays.map { Presence($0.events) }
      let stillThere = days.reduce(0) { $0 + $1.stillThere }
      #expect(stillThere == traffic.stillWaiting, "scenario \(seed)")
      #expect(
        days.reduce(0) { $0 + $1.waiting } == traffic.wait + traffic.abandonedWait, "scenario \(seed)")
      #expect(days.reduce(0) { $0 + $1.talking } == traffic.busy, "scenario \(seed)")
      waited += traffic.wait + traffic.abandonedWait
    }
    #expect(waited > 100_000_000)
  }

  @Test("answerers' time on duty and on the telephone falls to the slots in which it is spent")
  func dutyBySlot() {
    for seed in 5200..<5300 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let (fieldwork, events) = scenario.trace()
      let answered = events.map(\.event).compactMap(\.talk)
      let days = scenario.region.practices.indices.map { practice in
        events.count {
          if case .day = $0.event.kind { $0.event.practice == practice } else { false }
        }
      }
      for (place, slot) in scenario.slots.enumerated() {
        let talked = answered.reduce(0) { $0 + $1.overlap(with: slot) }
        #expect(fieldwork.traffic[place].busy == talked, "scenario \(seed), slot \(place)")
        let duty = zip(scenario.region.practices, days).reduce(0) {
          $0 + $1.0.telephone.timetable.duty(in: slot) * $1.1
        }
        #expect(fieldwork.traffic[place].onDuty == duty, "scenario \(seed), slot \(place)")
      }
    }
  }
}

/// How long people were in line and on the telephone altogether, by adding up numbers present times stretches of time.
private struct Presence {
  var waiting = 0
  var talking = 0
  var stillThere = 0

  /// Takes the events of one practice-day.
  init(_ events: [TraceEvent]) {
    var changes: [(time: Int, inLine: Int, onTelephone: Int)] = []
    var line: Set<UInt64> = []
    var stayed: [UInt64: Int] = [:]
    for event in events {
      switch event.kind {
      case .queues, .rings:
        line.insert(event.caller)
        stayed[event.caller] = changes.count
        changes.append((event.time, 1, 0))
      case .hangsUp:
        line.remove(event.caller)
        changes.append((event.time, -1, 0))
      case .answered(_, _, let until):
        if line.remove(event.caller) != nil { changes.append((event.time, -1, 0)) }
        changes.append((event.time, 0, 1))
        changes.append((until, 0, -1))
      case .day, .timetable, .calls, .acuteLineAnswered, .busyTone, .balks, .meetsOff, .forwarded,
        .followsReferral, .redials, .displaced:
        break
      }
    }
    stillThere = line.count
    // Whoever is never answered and never hangs up has no wait that could be added up.
    for caller in line { if let place = stayed[caller] { changes[place].inLine = 0 } }

    var (time, inLine, onTelephone) = (0, 0, 0)
    for change in changes.sorted(by: { $0.time < $1.time }) {
      waiting += inLine * (change.time - time)
      talking += onTelephone * (change.time - time)
      time = change.time
      inLine += change.inLine
      onTelephone += change.onTelephone
    }
  }
}

extension TraceEvent {
  /// The stretch of time that an answerer talks, if an answerer takes a call.
  fileprivate var talk: Range<Int>? {
    if case .answered(_, _, let until) = kind { time..<until } else { nil }
  }
}

extension Range<Int> {
  /// Milliseconds that lie in a slot.
  fileprivate func overlap(with slot: Slot) -> Int {
    Swift.max(0, Swift.min(upperBound, slot.to.milliseconds) - Swift.max(lowerBound, slot.from.milliseconds))
  }
}

extension Timetable {
  /// Answerers' time on duty in a slot, in milliseconds.
  fileprivate func duty(in slot: Slot) -> Int {
    periods.reduce(0) { duty, period in
      guard case .staffed(let answerers, _) = period.state else { return duty }
      return duty + answerers * (period.from.milliseconds..<period.to.milliseconds).overlap(with: slot)
    }
  }
}

extension [TrafficCounts] {
  /// All slots together.
  var total: TrafficCounts { reduce(into: TrafficCounts()) { $0 += $1 } }
}
