import SurveyDesign
import TelephoneAccess
import Testing

/// What holds in every region, whatever its parameters.
@Suite("No call gets lost")
struct ConservationTests {
  @Test("every call of every slot has exactly one end, in 300 random regions")
  func conservation() {
    for seed in 0..<300 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let fieldwork = scenario.conduct()
      for (slot, traffic) in fieldwork.traffic.enumerated() {
        #expect(traffic.lost == 0, "scenario \(seed), slot \(slot): \(traffic)")
        #expect(traffic.isPossible, "scenario \(seed), slot \(slot): \(traffic)")
      }
      #expect(fieldwork.traffic.map(\.answered) == fieldwork.waits.map { $0.answered.reduce(0, +) })
      #expect(fieldwork.traffic.map(\.abandoned) == fieldwork.waits.map { $0.abandoned.reduce(0, +) })
    }
  }

  @Test("every call has exactly one end on each single practice-day")
  func conservationOfPracticeDays() {
    for seed in 1000..<1200 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed, practices: 1)
      let days = scenario.plan.practiceDays
      for day in days {
        scenario.plan.practiceDays = [day]
        scenario.plan.calls.removeAll { $0.date != day.date }
        scenario.plan.days = [day.date]
        let fieldwork = scenario.conduct()
        #expect(fieldwork.practiceDays == 1)
        for (slot, traffic) in fieldwork.traffic.enumerated() {
          #expect(traffic.lost == 0, "scenario \(seed), \(day.date), slot \(slot): \(traffic)")
        }
      }
    }
  }

  @Test("no patient redials more often than allowed, and redials are counted")
  func redials() {
    var most = 0
    for seed in 0..<100 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let (fieldwork, events) = scenario.trace()
      // Asked for are the days to be lived through in any case, and those on which a call was planned or came to be made.
      let asked = Set(
        scenario.plan.practiceDays
          + scenario.plan.calls.map { PracticeDay(practice: $0.practiceIndex, date: $0.date) }
          + fieldwork.attempts.map { PracticeDay(practice: $0.practice, date: $0.date) })
      #expect(fieldwork.practiceDays == asked.count)
      let all = events.compactMap(\.event.patientsRedials)
      #expect(all.allSatisfy { $0 <= scenario.region.patients.mostRedials })
      let tries = events.filter { asked.contains(PracticeDay(practice: $0.event.practice, date: $0.date)) }
        .compactMap(\.event.patientsRedials)
      #expect(tries.count { $0 > 0 } == fieldwork.traffic.reduce(0) { $0 + $1.redials })
      #expect(tries.count { $0 == 0 } == fieldwork.traffic.reduce(0) { $0 + $1.freshCalls })
      #expect(all.count - tries.count == fieldwork.partnerCalls)
      most = max(most, all.max() ?? 0)
    }
    // The property was put to the test: a patient did redial as often as any region allows.
    #expect(most == 8)
  }

  @Test("a survey call ends once: one attempt for every call that an interviewer makes")
  func surveyCalls() {
    for seed in 0..<100 as Range<UInt64> {
      let (fieldwork, events) = RandomScenario(seed: seed).trace()
      let dialled = events.count {
        if case .calls(by: .survey, _, _) = $0.event.kind { true } else { false }
      }
      let followed = events.count {
        if case .followsReferral = $0.event.kind { $0.event.isOfSurvey(in: events) } else { false }
      }
      #expect(dialled - followed == fieldwork.attempts.count { $0.dialled != nil }, "scenario \(seed)")
    }
  }
}

extension TrafficCounts {
  /// Calls without an end, or with more than one.
  var lost: Int {
    freshCalls + redials - answered - abandoned - blocked - balked - off - stillWaiting
  }

  /// Whether no count is negative and no part is larger than its whole.
  var isPossible: Bool {
    let counts = [
      freshCalls, redials, answered, abandoned, blocked, balked, off, stillWaiting, forwarded, displaced,
      answeredWithinTarget, wait, abandonedWait, urgentAnswered, urgentWait, busy, onDuty,
    ]
    return counts.allSatisfy { $0 >= 0 } && answeredWithinTarget <= answered && urgentAnswered <= answered
      && urgentWait <= wait && forwarded <= freshCalls + redials
      && displaced <= freshCalls + redials - answered
  }
}

extension TraceEvent {
  /// How often the patient who calls has tried before, if a patient calls.
  fileprivate var patientsRedials: Int? {
    switch kind {
    case .calls(by: .patient, let redials, _), .calls(by: .urgent, let redials, _): redials
    case .calls, .day, .timetable, .answered, .acuteLineAnswered, .queues, .rings, .busyTone, .balks,
      .hangsUp,
      .meetsOff, .forwarded, .followsReferral, .redials, .displaced:
      nil
    }
  }

  /// Whether this event's caller is an interviewer rather than a probe.
  fileprivate func isOfSurvey(in events: [DatedEvent]) -> Bool {
    events.contains {
      guard case .calls(by: .survey, _, _) = $0.event.kind else { return false }
      return $0.event.caller == caller
    }
  }
}
