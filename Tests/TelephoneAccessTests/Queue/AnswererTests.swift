import SurveyDesign
import TelephoneAccess
import Testing

/// What answerers do at every instant, read off the trace of a practice's day.
@Suite("No answerer idles while a caller waits")
struct AnswererTests {
  @Test(
    "whoever waits is taken as soon as an answerer is free",
    arguments: [RandomScenario.Times.any, .wholeMinutes])
  func noAnswererIdles(times: RandomScenario.Times) {
    var waited = 0
    for seed in 4000..<4080 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed, times: times)
      // No person answers a probe: its wait ends unheard.
      scenario.plan.sendsProbes = false
      for (practice, day) in scenario.trace().events.practiceDays {
        let log = AnswererLog(day)
        waited += log.waited
        #expect(log.idle == nil, "scenario \(seed), practice \(practice)")
        #expect(log.crowded == nil, "scenario \(seed), practice \(practice)")
      }
    }
    #expect(waited > 100)
  }
}

/// One practice-day replayed from its events: who is in line, and who is on the telephone.
private struct AnswererLog {
  /// An instant at the end of which a caller waited beside a free answerer.
  var idle: Int?
  /// An instant at which more calls were answered than there are answerers.
  var crowded: Int?
  /// Callers who had to wait.
  var waited = 0
  private var answerers = 0
  private var ends: [Int] = []
  private var line: [UInt64] = []

  init(_ events: [TraceEvent]) {
    for (place, event) in events.enumerated() {
      take(event)
      // Only the end of an instant counts: what happens at one instant happens one after the other.
      let next = place + 1 < events.count ? events[place + 1].time : Int.max
      guard next > event.time, !line.isEmpty else { continue }
      // A call that ends before the next event while a caller waits would have to be an event itself.
      let inProgress = ends.count { $0 >= next && $0 > event.time }
      if inProgress < answerers { idle = idle ?? event.time }
    }
  }

  private mutating func take(_ event: TraceEvent) {
    switch event.kind {
    case .timetable(.staffed(let count, _)): answerers = count
    case .answered(_, let wait, let until):
      line.removeAll { $0 == event.caller }
      ends.removeAll { $0 <= event.time }
      ends.append(until)
      if wait > 0 { waited += 1 }
      if ends.count > answerers { crowded = crowded ?? event.time }
    case .queues, .rings: line.append(event.caller)
    case .hangsUp: line.removeAll { $0 == event.caller }
    case .day, .timetable, .calls, .acuteLineAnswered, .busyTone, .balks, .meetsOff, .forwarded,
      .followsReferral,
      .redials, .displaced:
      break
    }
  }
}

extension [DatedEvent] {
  /// The events of each practice on each day.
  var practiceDays: [(practice: Int, events: [TraceEvent])] {
    var days: [(practice: Int, events: [TraceEvent])] = []
    for dated in self {
      if case .day = dated.event.kind { days.append((dated.event.practice, [])) }
      if !days.isEmpty { days[days.count - 1].events.append(dated.event) }
    }
    return days
  }
}
