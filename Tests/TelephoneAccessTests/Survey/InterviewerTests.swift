import SurveyDesign
import TelephoneAccess
import Testing

/// Interviewers' days worked out by hand.
@Suite("Interviewers keep to their lists and rules")
struct InterviewerTests {
  @Test("a call due while another goes on is dialled when that one is written up")
  func firstComeFirstServed() throws {
    var lab = SurveyLab([.lab(), .lab(), .lab()])
    try lab.ring(0, at: "9:00")
    try lab.ring(1, at: "9:01")
    try lab.ring(2, at: "9:02")
    // Two minutes' talk and one of writing up: the next call begins every three minutes.
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 0 s",
        "8 April P1 slot 0 try 1 by 0: 09:01:00 at 09:03:00 answered-by-staff 0 s",
        "8 April P2 slot 0 try 1 by 0: 09:02:00 at 09:06:00 answered-by-staff 0 s",
      ])
    #expect(lab.conduct().interviewerTime == 3 * 180_000)
  }

  @Test("calls due at one instant are dialled in the order of the practices")
  func dueAtOnce() throws {
    var lab = SurveyLab([.lab(), .lab(), .lab()])
    for practice in [2, 0, 1] { try lab.ring(practice, at: "9:00") }
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 0 s",
        "8 April P1 slot 0 try 1 by 0: 09:00:00 at 09:03:00 answered-by-staff 0 s",
        "8 April P2 slot 0 try 1 by 0: 09:00:00 at 09:06:00 answered-by-staff 0 s",
      ])
  }

  @Test("an interviewer who waits in a queue rings no other practice meanwhile; a colleague does")
  func waiting() throws {
    var lab = SurveyLab([.lab(), .lab()])
    try lab.patients(of: 0, at: "8:55")
    try lab.ring(0, at: "9:00")
    try lab.ring(1, at: "9:01")
    try lab.ring(1, at: "9:02", by: 1)
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 300 s",
        "8 April P1 slot 0 try 1 by 1: 09:02:00 at 09:02:00 answered-by-staff 0 s",
        "8 April P1 slot 0 try 1 by 0: 09:01:00 at 09:08:00 answered-by-staff 0 s",
      ])
  }

  @Test("an interviewer who comes from another telephone stands behind those before, and before those behind")
  func comesFromElsewhere() throws {
    // The doctor leaves at 9: until then it is not certain what becomes of those who wait.
    let periods = (
      (8, 9, TelephoneState.staffed(answerers: 1, by: .doctor)),
      (9, 16, TelephoneState.staffed(answerers: 1, by: .staff))
    )
    var lab = SurveyLab([
      .lab(periods.0, periods.1, lines: 6), .lab(periods.0, periods.1, lines: 6),
    ])
    try lab.patients(of: 0, at: "8:55", "9:03", "9:04:30")
    try lab.patients(of: 1, at: "8:51")
    try lab.ring(0, at: "8:56")
    try lab.ring(1, at: "8:57", by: 1)
    try lab.ring(0, at: "9:04", by: 1)
    // The colleague until 9:07, the patient of 9:03 until 9:17, and only then the one of 9:04:30.
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 08:56:00 at 08:56:00 answered-by-staff 540 s",
        "8 April P1 slot 0 try 1 by 1: 08:57:00 at 08:57:00 answered-by-staff 240 s",
        "8 April P0 slot 0 try 1 by 1: 09:04:00 at 09:04:00 answered-by-staff 780 s",
      ])
  }

  @Test(
    "a call whose slot is over before it can be dialled follows the rule for late calls",
    arguments: [
      (LateRule.dialLate, "8 April P1 slot 0 try 1 by 0: 11:59:00 at 12:01:00 answered-by-staff 0 s"),
      (.recordActualSlot, "8 April P1 slot 1 try 1 by 0: 11:59:00 at 12:01:00 answered-by-staff 0 s"),
      (.moveToNextDay, "9 April P1 slot 0 try 1 by 0: 11:59:00 at 11:59:00 answered-by-staff 0 s"),
    ])
  func late(rule: LateRule, expected: String) throws {
    var lab = SurveyLab([.lab(), .lab()])
    lab.fieldwork.lateRule = rule
    try lab.ring(0, at: "11:58")
    try lab.ring(1, at: "11:59")
    #expect(
      lab.notes == ["8 April P0 slot 0 try 1 by 0: 11:58:00 at 11:58:00 answered-by-staff 0 s", expected])
  }

  @Test("a call late on the last day is not dialled, nor one late for every slot")
  func notAttempted() throws {
    for rule in [LateRule.moveToNextDay, .recordActualSlot] {
      var lab = SurveyLab([.lab((8, 17, .staffed(answerers: 1, by: .doctor))), .lab()])
      lab.fieldwork.lateRule = rule
      try lab.ring(0, at: "15:58", slot: 1, day: 1)
      try lab.ring(1, at: "15:59", slot: 1, day: 1)
      #expect(
        lab.notes == [
          "9 April P0 slot 1 try 1 by 0: 15:58:00 at 15:58:00 answered-by-doctor 0 s",
          "9 April P1 slot 1 try 1 by 0: 15:59:00 at never not-attempted 0 s",
        ])
    }
  }

  @Test("calls move to survey days only")
  func movesToSurveyDays() throws {
    var lab = SurveyLab([.lab(), .lab()])
    lab.fieldwork.lateRule = .moveToNextDay
    lab.days = [RandomScenario.days[0], RandomScenario.days[2]]
    try lab.ring(0, at: "11:58")
    try lab.ring(1, at: "11:59")
    var plan = lab.plan
    // A day on which patients call but no interviewer does.
    plan.practiceDays = [PracticeDay(practice: 1, date: RandomScenario.days[1])]
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let dates = simulation.conduct(plan, seed: 1, replication: 0).attempts.map(\.date.day)
    #expect(dates == [8, 10])
  }

  @Test("a busy practice is rung again after the gap, as often as allowed")
  func attempts() throws {
    var lab = SurveyLab([.lab(lines: 1)])
    try lab.patients(of: 0, at: "8:55", "9:05", "9:15")
    lab.fieldwork.attempts = 3
    lab.fieldwork.attemptGap = 300_000
    try lab.ring(0, at: "9:01")
    // One line: taken from 8:55 to 9:25.
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:01:00 at 09:01:00 busy 0 s",
        "8 April P0 slot 0 try 2 by 0: 09:06:00 at 09:06:00 busy 0 s",
        "8 April P0 slot 0 try 3 by 0: 09:11:00 at 09:11:00 busy 0 s",
      ])
    lab.fieldwork.attempts = 9
    #expect(lab.notes.count == 6)
    #expect(lab.notes.last == "8 April P0 slot 0 try 6 by 0: 09:26:00 at 09:26:00 answered-by-staff 0 s")
  }

  @Test("redials stop with the slot")
  func redialsStop() throws {
    var lab = SurveyLab([.lab(lines: 1)])
    try lab.patients(of: 0, at: "11:50", "12:00")
    lab.fieldwork.attempts = 9
    lab.fieldwork.attemptGap = 240_000
    try lab.ring(0, at: "11:51")
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 11:51:00 at 11:51:00 busy 0 s",
        "8 April P0 slot 0 try 2 by 0: 11:55:00 at 11:55:00 busy 0 s",
        "8 April P0 slot 0 try 3 by 0: 11:59:00 at 11:59:00 busy 0 s",
      ])
  }

  @Test("a late call recorded in the slot it was dialled in is redialled in that slot")
  func redialInActualSlot() throws {
    var lab = SurveyLab([.lab(), .lab(lines: 1)])
    try lab.patients(of: 1, at: "11:55")
    lab.fieldwork.lateRule = .recordActualSlot
    lab.fieldwork.attempts = 2
    lab.fieldwork.attemptGap = 300_000
    try lab.ring(0, at: "11:58")
    try lab.ring(1, at: "11:59")
    #expect(
      lab.notes.dropFirst() == [
        "8 April P1 slot 1 try 1 by 0: 11:59:00 at 12:01:00 busy 0 s",
        "8 April P1 slot 1 try 2 by 0: 12:06:00 at 12:06:00 answered-by-staff 0 s",
      ])
  }

  @Test("with a redial due and a call due, the one due first goes first")
  func redialsInTheList() throws {
    var lab = SurveyLab([.lab(lines: 1), .lab(), .lab()])
    try lab.patients(of: 0, at: "8:55")
    lab.fieldwork.attempts = 2
    lab.fieldwork.attemptGap = 300_000
    try lab.ring(0, at: "9:00")
    try lab.ring(1, at: "9:04")
    try lab.ring(2, at: "9:06")
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 busy 0 s",
        "8 April P1 slot 0 try 1 by 0: 09:04:00 at 09:04:00 answered-by-staff 0 s",
        "8 April P0 slot 0 try 2 by 0: 09:05:00 at 09:07:00 answered-by-staff 0 s",
        "8 April P2 slot 0 try 1 by 0: 09:06:00 at 09:10:00 answered-by-staff 0 s",
      ])
  }

  @Test("two interviewers ring one practice at once: one is answered, the other waits")
  func twoAtOnce() throws {
    var lab = SurveyLab([.lab()])
    try lab.ring(0, at: "9:00", by: 0)
    try lab.ring(0, at: "9:00", by: 1)
    #expect(
      Set(lab.notes) == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 0 s",
        "8 April P0 slot 0 try 1 by 1: 09:00:00 at 09:00:00 answered-by-staff 120 s",
      ])
  }

  @Test("two interviewers meet on a telephone that calls are forwarded to")
  func twoTiedByForwarding() throws {
    var lab = SurveyLab([.off(.forwarding, partner: 1), .lab()])
    try lab.ring(0, at: "9:00", by: 0)
    try lab.ring(1, at: "9:00:30", by: 1)
    try lab.ring(0, at: "9:05", by: 1)
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 forwarded-answered 0 s",
        "8 April P1 slot 0 try 1 by 1: 09:00:30 at 09:00:30 answered-by-staff 90 s",
        "8 April P0 slot 0 try 1 by 1: 09:05:00 at 09:05:00 forwarded-answered 0 s",
      ])
  }

  @Test("days are days: nothing is left from one to the next")
  func days() throws {
    var lab = SurveyLab([.lab(lines: 1)])
    try lab.patients(of: 0, at: "15:55")
    try lab.ring(0, at: "15:59", slot: 1, day: 0)
    try lab.ring(0, at: "9:00", day: 1)
    #expect(
      lab.notes == [
        "8 April P0 slot 1 try 1 by 0: 15:59:00 at 15:59:00 busy 0 s",
        "9 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 0 s",
      ])
  }

  @Test("a call that could be dialled just as its slot ends is late, and one a millisecond earlier is not")
  func slotEnd() throws {
    // From 11:57 the interviewer talks for two minutes and writes for one.
    var lab = SurveyLab([.lab(), .lab()])
    lab.fieldwork.lateRule = .recordActualSlot
    try lab.ring(0, at: "11:57")
    try lab.ring(1, at: "11:58")
    #expect(lab.conduct().attempts.map(\.slot) == [0, 1])
    lab.fieldwork.wrapUp = .constant(seconds: 59.999)
    #expect(lab.conduct().attempts.map(\.slot) == [0, 0])
  }
}
