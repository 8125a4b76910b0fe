import SurveyDesign
import TelephoneAccess
import Testing

/// Which lines are taken when, and by whom: worked out by hand, to the millisecond.
@Suite("Lines are taken by those who talk or wait on them")
struct LineTests {
  @Test("an urgent call takes no ordinary line, up to its last millisecond")
  func urgentCall() throws {
    // The patient talks on the acute line from 9:00 to 9:10; the one ordinary line is free.
    var lab = SurveyLab([.lab(lines: 1, acuteLine: true)])
    lab.region.patients.urgentShare = 1
    try lab.patients(of: 0, at: "9:00")
    try lab.ring(0, at: "9:01")
    lab.calls[0].due = TimeOfDay(milliseconds: TimeOfDay.hour(9).milliseconds + 599_999)
    let attempt = try #require(lab.conduct().attempts.first)
    #expect(attempt.disposition == .answeredByStaff && attempt.wait == 1)
  }

  @Test("an answerer whose duty is over keeps the line until the call ends")
  func lastCall() throws {
    // Two answerers take calls until 9:05 and 9:06; from 9:00 on one is on duty.
    let (two, one) = (
      TelephoneState.staffed(answerers: 2, by: .staff), TelephoneState.staffed(answerers: 1, by: .staff)
    )
    var lab = SurveyLab([.lab((8, 9, two), (9, 16, one), lines: 2)])
    try lab.patients(of: 0, at: "8:55", "8:56")
    try lab.ring(0, at: "9:01")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:01:00 at 09:01:00 busy 0 s"])
    // From 9:05 on a line is free, and at 9:06 the answerer.
    lab.calls[0].due = TimeOfDay(milliseconds: TimeOfDay.hour(9).milliseconds + 301_000)
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:05:01 at 09:05:01 answered-by-staff 59 s"])
  }

  @Test("where it rings there is no queue message at which a patient could hang up")
  func noMessage() throws {
    func balked(_ system: TelephoneSystem) throws -> [Int] {
      var lab = SurveyLab([.lab(system: system)])
      lab.region.patients.balkingShare = 1
      lab.region.patients.ringPatience = .never
      try lab.patients(of: 0, at: "9:00", "9:05")
      try lab.ring(0, at: "15:00", slot: 1)
      let traffic = lab.conduct().traffic[0]
      return [traffic.answered, traffic.balked]
    }
    #expect(try balked(.queue) == [1, 1])
    #expect(try balked(.busyTone) == [2, 0])
  }

  @Test("a day's demand is the weekday's times the day's busyness")
  func dayIndex() throws {
    func indices(weekday: Double) throws -> [Double] {
      var lab = SurveyLab([.lab(), .lab()])
      lab.region.weekdayIndex = Array(repeating: weekday, count: 5)
      lab.region.busynessCV = 0.3
      for practice in [0, 1] { try lab.ring(practice, at: "9:00") }
      return lab.events.compactMap { if case .day(let index) = $0.kind { index } else { nil } }
    }
    let (once, twice) = (try indices(weekday: 1), try indices(weekday: 2))
    #expect(once.count == 2 && once[0] != once[1])
    #expect(twice == once.map { 2 * $0 })
  }
}
