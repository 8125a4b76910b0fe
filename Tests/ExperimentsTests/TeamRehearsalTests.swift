import Scenarios
import Studies
import SurveyDesign
import Testing

@testable import Experiments
@testable import TelephoneAccess

@Suite("How teams get through their calls")
struct TeamRehearsalTests {
  static let date = CalendarDate(year: 2026, month: 9, day: 1) ?? .first

  static func planned(_ practice: Int, due: Int) -> PlannedCall {
    PlannedCall(
      practiceIndex: practice, slotIndex: 0, date: date, due: TimeOfDay(milliseconds: due), interviewer: 0)
  }

  static func attempt(_ practice: Int, due: Int, dialled: Int?, attempt: Int = 1, daysLater: Int = 0)
    -> CallAttempt
  {
    CallAttempt(
      planned(practice, due: due), slot: 0, date: date.adding(days: daysLater), attemptInRound: attempt,
      due: Instant(due), dialled: dialled.map { Instant($0) },
      disposition: dialled == nil ? .notAttempted : .busy, wait: 0, interviewer: 0)
  }

  @Test("Late is a minute after it was due, another day, or never; redials are not counted")
  func lateness() {
    let planned = (0..<5).map { Self.planned($0, due: 1_000_000 + $0) }
    let report = TeamReport(
      planned: planned,
      attempts: [
        Self.attempt(0, due: 1_000_000, dialled: 1_059_999),
        Self.attempt(1, due: 1_000_001, dialled: 1_060_001),
        Self.attempt(2, due: 1_000_002, dialled: 1_000_002, daysLater: 1),
        Self.attempt(3, due: 1_000_003, dialled: nil),
        Self.attempt(4, due: 1_000_004, dialled: 1_000_004),
        Self.attempt(4, due: 1_500_000, dialled: 2_500_000, attempt: 2),
      ], work: 7)
    #expect(report.calls == 5)
    #expect(report.late == 3)
    #expect(report.neverDialled == 1)
    #expect(report.longestDelay == 60_000)
    #expect(report.work == 7)
  }

  /// Two practices that never answer; a call takes five minutes of ringing and five of writing up.
  static func study(interviewers: Int) throws -> Study {
    let document = try ScenarioDocument(
      parsing: """
        {
          "name": "two", "seed": 11,
          "practices": { "municipalities": { "A": 2 }, "gps": { "1": 2 } },
          "telephone": {
            "staffing": [{ "from": "15:00", "to": "16:00", "answered_by": "staff", "answerers": 1 }],
            "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "rings-out": 1 } }]
          },
          "patients": { "calls_per_day_per_1000_listed": 0 },
          "survey": {
            "days": ["2015-04-14"], "slots": ["08:00-09:00"], "interviewers": \(interviewers),
            "ring_limit_seconds": 300, "wrap_up": { "distribution": "constant", "seconds": 300 }
          }
        }
        """, file: "two.json")
    return try Study(try document.scenario())
  }

  @Test("Two calls of ten minutes at random seconds of an hour: as often late as pencil and paper say")
  func closedForm() async throws {
    // One interviewer is late with the second call when the two are due at most 540 s apart:
    // (3600 + 2·Σ(3600 − d), d = 1…540) / 3600² = 0.277735 of surveys, and so 0.138868 of calls.
    let one = try await TeamRehearsal.run(Self.study(interviewers: 1), 0..<1000, jobs: 2)
    let late = try #require(one.late)
    // The standard error is 0.2239/√1000; 4 of them are passed by chance once in 16,000 seeds.
    #expect(abs(late.value - 0.138868) < 4 * 0.0071)
    #expect(abs(try #require(late.standardError) - 0.0071) < 0.0005)
    // 20 minutes of work in an hour's attendance, always.
    let hours = try #require(one.workingHours)
    #expect(abs(hours.value - 1.0 / 3) < 1e-6)
    #expect(try #require(hours.standardError) < 1e-6)
    #expect(one.attendanceHours == 1)
    #expect(one.neverDialled == MonteCarloMean(value: 0, standardError: 0))

    let two = try await TeamRehearsal.run(Self.study(interviewers: 2), 0..<50, jobs: 1)
    #expect(two.late == MonteCarloMean(value: 0, standardError: 0))
    #expect(two.longestDelay == MonteCarloMean(value: 0, standardError: 0))
    #expect(two.attendanceHours == 2)
  }

  @Test("Any number of jobs gives the same rehearsal")
  func jobs() async throws {
    let study = try Self.study(interviewers: 1)
    let one = try await TeamRehearsal.run(study, 0..<20, jobs: 1)
    let three = try await TeamRehearsal.run(study, 0..<20, jobs: 3)
    #expect(one.late == three.late && one.longestDelay == three.longestDelay)
  }

  /// A rehearsal in which so many of 100 calls are late.
  static func rehearsal(team: Int, late: Int) throws -> TeamRehearsal {
    let planned = (0..<100).map { Self.planned($0, due: 0) }
    let attempts = (0..<100).map { Self.attempt($0, due: 0, dialled: $0 < late ? 60_000 : 0) }
    var rehearsal = TeamRehearsal(try study(interviewers: team))
    rehearsal.add(TeamReport(planned: planned, attempts: attempts, work: 0))
    return rehearsal
  }

  @Test(
    "Doubling and halving finds the smallest team, and tries few",
    arguments: [
      // ⌊60/k⌋ of 100 calls are late: 12 with 5, 10 with 6, 6 with 10, 5 with 11.
      (0.11, 40, 6, [1, 2, 4, 5, 6, 8]), (0.10, 40, 6, [1, 2, 4, 5, 6, 8]), (1.0, 40, 1, [1]),
      (0.05, 9, nil, [1, 2, 4, 8, 9]), (0.05, 12, 11, [1, 2, 4, 8, 10, 11, 12]), (0.5, 1, nil, [1]),
    ] as [(Double, Int, Int?, [Int])])
  func search(limit: Double, largest: Int, smallest: Int?, tried: [Int]) async throws {
    let outcome = try await TeamSearch(limit: limit, largest: largest).run { team in
      try Self.rehearsal(team: team, late: 60 / team)
    }
    #expect(outcome?.smallest?.interviewers == smallest)
    #expect(outcome?.teams.map(\.interviewers) == tried)
  }

  @Test("A search that is broken off finds nothing")
  func brokenOff() async throws {
    let outcome = try await TeamSearch(limit: 0.1, largest: 8).run { team in
      team < 4 ? try Self.rehearsal(team: team, late: 90) : nil
    }
    #expect(outcome == nil)
  }
}
