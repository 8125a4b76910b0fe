import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

/// Constant times, so that every event can be worked out by hand; the minutes are those of the reference file.
@Suite("Queues without chance come out exactly")
struct DeterministicQueueTests {
  @Test("a service of 1.5 minutes and no queue: every second caller hears the busy tone")
  func everySecondCaller() throws {
    let row = try #require(ReferenceRow.rows("deterministic").first)
    let events = trace(
      calls: (1...100).map(Double.init), talkMinutes: 1.5, lines: 1, periods: [(0, 1440, 1)])
    let ends = events.compactMap(\.answeredUntil)
    #expect(Double(ends.count) == row.expected["served"])
    #expect(Double(events.count { $0.kind == .busyTone }) == row.expected["blocked"])
    #expect(ends.max() == row.expected["ends_at"])
  }

  @Test("an answerer who leaves as a call ends takes no other call")
  func lunchClosing() throws {
    let row = try #require(ReferenceRow.rows("deterministic lunch closing").first)
    let events = trace(
      calls: [0, 0, 0], talkMinutes: 5, lines: .max,
      periods: [(0, 5, 0), (5, 10, 1), (10, 15, 0), (15, 1440, 1)])
    #expect(events.compactMap(\.answeredUntil) == row.lists["ends"])
  }

  @Test("callers balk at three in the system")
  func balking() throws {
    let row = try #require(ReferenceRow.rows("deterministic balking").first)
    let events = trace(
      calls: (1...10).map { Double($0) * 5 }, talkMinutes: 21, lines: .max, periods: [(0, 1440, 1)],
      balksAt: 3)
    let until = 51.0
    let balked = events.filter { $0.kind == .balks }.map { Double($0.time) / 60_000 }
    #expect(balked.filter { $0 <= until } == row.lists["balked_at"])
    let waits = events.compactMap { event -> Double? in
      guard let end = event.answeredUntil, end <= until, case .answered(_, let wait, _) = event.kind else {
        return nil
      }
      return Double(wait) / 60_000
    }
    #expect(waits == row.lists["waits"])
  }

  /// One practice with calls at fixed minutes.
  private func trace(
    calls: [Double], talkMinutes: Double, lines: Int, periods: [(from: Double, to: Double, answerers: Int)],
    balksAt: Int? = nil
  ) -> [TraceEvent] {
    var patients = PatientModel.undisturbed
    patients.talkWithStaff = .constant(seconds: talkMinutes * 60)
    patients.balksAtCallsInSystem = balksAt
    var demand = PatientDemand()
    demand.fixedTimes = calls.map { .minute($0) }
    let timetable = Timetable(
      periods.map {
        TimetablePeriod(
          from: .minute($0.from), to: .minute($0.to), state: .staffed(answerers: $0.answerers, by: .staff))
      })
    let region = Region(
      practices: [
        RegionPractice(
          streamKey: 1, telephone: Telephone(system: .queue, lines: lines, timetable: timetable),
          demand: demand)
      ], patients: patients)
    return Simulation.trace(
      practices: nil, region: region, slots: [Slot(.midnight, .hour(24))], fieldwork: FieldworkProtocol(),
      plan: .patientsOnly(practices: 1), seed: 1, replication: 0
    ).events.map(\.event)
  }
}

extension TraceEvent {
  /// The minute at which a call that an answerer takes now will end.
  fileprivate var answeredUntil: Double? {
    if case .answered(_, _, let until) = kind { Double(until) / 60_000 } else { nil }
  }
}
