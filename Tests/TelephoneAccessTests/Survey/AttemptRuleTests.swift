import SurveyDesign
import Testing

@testable import TelephoneAccess

/// When a call is tried again, to the millisecond: worked out by hand.
@Suite("One rule says when a call is tried again")
struct AttemptRuleTests {
  private static func rule(attempts: Int = 2, gap: Int = 600_000) -> AttemptRule {
    AttemptRule(most: attempts, gap: gap)
  }

  @Test("the next attempt begins a gap after the end of the one before, and before the slot is over")
  func withinSlot() {
    let rule = Self.rule(gap: 1000)
    func next(slotEnd: Int) -> Instant? {
      rule.next(after: 1, ending: .busy, at: Instant(5000), slotEnd: Instant(slotEnd))
    }
    #expect(next(slotEnd: 7000) == Instant(6000))
    #expect(next(slotEnd: 6001) == Instant(6000))
    #expect(next(slotEnd: 6000) == nil)
    #expect(next(slotEnd: 5999) == nil)
  }

  @Test("there are as many attempts as the protocol says", arguments: [1, 2, 6])
  func attempts(most: Int) {
    let rule = Self.rule(attempts: most)
    let made = (1...10).filter {
      rule.next(after: $0, ending: .noAnswer, at: .midnight, slotEnd: .never) != nil
    }
    #expect(made == Array(1..<most))
  }

  @Test("only a telephone that gave no answer of any kind is rung again")
  func dispositions() {
    let again = Disposition.allCases.filter {
      Self.rule().next(after: 1, ending: $0, at: .midnight, slotEnd: .never) != nil
    }
    #expect(Set(again) == [.busy, .noAnswer, .holdLimit, .cutOff])
  }

  @Test("a gap without end comes to nothing, and does not trap")
  func endless() {
    #expect(
      Self.rule(gap: .max).next(after: 1, ending: .busy, at: .midnight, slotEnd: Instant(86_400_000)) == nil)
  }

  @Test("an interviewer whose next attempt would begin as the slot ends makes none")
  func interviewer() throws {
    // Rung from 11:50 for a minute; nine minutes later the slot is over.
    var lab = SurveyLab([.off(.ringsOut)])
    try lab.ring(0, at: "11:50")
    lab.fieldwork.attempts = 2
    lab.fieldwork.ringLimit = 60_000
    lab.fieldwork.attemptGap = 540_000
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 11:50:00 at 11:50:00 no-answer 60 s"])
    lab.fieldwork.attemptGap = 539_999
    #expect(lab.conduct().attempts.map(\.dialled) == [42_600_000, 43_199_999])
  }

  @Test("so does a probe")
  func probe() throws {
    var lab = SurveyLab([.off(.ringsOut)])
    lab.fieldwork.attempts = 2
    lab.fieldwork.ringLimit = 60_000
    lab.slots = [Slot(.hour(8), .hour(12))]
    var plan = lab.plan
    plan.practiceDays = [PracticeDay(practice: 0, date: lab.days[0])]
    plan.sendsProbes = true
    func calls(gap: Int) -> [Int] {
      lab.fieldwork.attemptGap = gap
      return Simulation.trace(
        practices: nil, region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork, plan: plan, seed: 1,
        replication: 0
      ).events.compactMap { event in
        if case .calls(by: .probe, _, _) = event.event.kind { event.event.time } else { nil }
      }
    }
    let first = try #require(calls(gap: .max).first)
    let gap = TimeOfDay.hour(12).milliseconds - first - 60_000
    #expect(calls(gap: gap) == [first])
    #expect(calls(gap: gap - 1) == [first, TimeOfDay.hour(12).milliseconds - 1])
  }
}
