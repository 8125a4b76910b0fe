import Testing

@testable import SurveyDesign

/// What a later round's list must be, counted by hand.
@Suite("Lists of later rounds")
struct RoundPlanTests {
  private static let days =
    (try? DanishCalendar.workingDays(5, from: CalendarDate(parsing: "2026-09-07"))) ?? []

  private static func planner(practices: Int = 60, interviewers: Int = 3, minutes: Int = 60) throws
    -> CallPlanner
  {
    try CallPlanner(
      frame: Frame((1...practices).map { FramePractice(id: "Y\($0)") }),
      slots: SlotGrid(dividing: Slot(parsing: "8-12"), minutes: minutes), days: days,
      interviewers: interviewers)
  }

  /// Calls that were tried once, in slot 0, 1, 2, 3, 0, …, at minute 10 of the slot.
  private static func open(_ practices: Range<Int>) -> [OpenCall] {
    practices.map { practice in
      var call = OpenCall(practiceIndex: practice, homeSlot: practice % 4)
      let minute = (8 + practice % 4) * 60 + 10
      call.add(
        attempt: 1, slot: practice % 4,
        at: [TimeOfDay(milliseconds: minute * TimeOfDay.millisecondsPerMinute)])
      return call
    }
  }

  private static func round(_ rule: SurveyRound.SlotRule) -> SurveyRound {
    var round = SurveyRound(days: days)
    round.slotRule = rule
    return round
  }

  @Test("Every open call once, as the next attempt, in slots that the rule allows, at a minute of its own")
  func whole() throws {
    let planner = try Self.planner()
    for (rule, number) in [(SurveyRound.SlotRule.same, 2), (.other, 2), (.any, 3)] {
      for replication in 0..<20 as Range<UInt64> {
        let calls = planner.plan(
          Self.round(rule), number: number, open: Self.open(0..<60), seed: 1, replication: replication)
        #expect(calls.map(\.practiceIndex).sorted() == Array(0..<60))
        #expect(calls == calls.sorted())
        for call in calls {
          #expect(call.attempt == 2)
          #expect(call.homeSlot == call.practiceIndex % 4)
          #expect(planner.slots.slots[call.slotIndex].contains(call.due))
          let minute = call.due.milliseconds / TimeOfDay.millisecondsPerMinute
          #expect(minute != (8 + call.homeSlot) * 60 + 10)
          switch rule {
          case .same: #expect(call.slotIndex == call.homeSlot)
          case .other: #expect(call.slotIndex != call.homeSlot)
          case .any: break
          }
        }
      }
    }
  }

  @Test("Sixty calls are fifteen a slot, twelve a day, twenty an interviewer, and even in each slot's days")
  func balance() throws {
    let planner = try Self.planner()
    for rule in SurveyRound.SlotRule.allCases {
      let calls = planner.plan(Self.round(rule), number: 2, open: Self.open(0..<60), seed: 7, replication: 0)
      #expect((0..<4).map { slot in calls.count { $0.slotIndex == slot } } == [15, 15, 15, 15])
      #expect(Self.days.map { day in calls.count { $0.date == day } } == [12, 12, 12, 12, 12])
      #expect((0..<3).map { who in calls.count { $0.interviewer == who } } == [20, 20, 20])
      for slot in 0..<4 {
        #expect(
          Self.days.map { day in calls.count { $0.date == day && $0.slotIndex == slot } } == [3, 3, 3, 3, 3])
      }
    }
  }

  @Test("Another order of the open calls, and practices more or less, change no call's minute")
  func minutes() throws {
    let planner = try Self.planner()
    let open = Self.open(0..<60)
    let all = planner.plan(Self.round(.same), number: 2, open: open, seed: 3, replication: 5)
    #expect(planner.plan(Self.round(.same), number: 2, open: open.reversed(), seed: 3, replication: 5) == all)
    let few = planner.plan(Self.round(.same), number: 2, open: Array(open[..<30]), seed: 3, replication: 5)
    let dues = Dictionary(uniqueKeysWithValues: all.map { ($0.practiceIndex, $0.due) })
    for call in few { #expect(dues[call.practiceIndex] == call.due) }
    // Another round, seed or replication draws anew.
    for (number, seed, replication) in [(3, 3, 5), (2, 4, 5), (2, 3, 6)] as [(Int, UInt64, UInt64)] {
      let other = planner.plan(
        Self.round(.same), number: number, open: open, seed: seed, replication: replication)
      #expect(other.count { dues[$0.practiceIndex] == $0.due } < 5)
    }
  }

  @Test("In a slot of three minutes the third round has one minute left, and rings then")
  func lastMinute() throws {
    let planner = try Self.planner(minutes: 3)
    var call = OpenCall(practiceIndex: 4, homeSlot: 0)
    let eight = TimeOfDay(milliseconds: 8 * TimeOfDay.millisecondsPerHour)
    let minute = { TimeOfDay(milliseconds: eight.milliseconds + $0 * TimeOfDay.millisecondsPerMinute) }
    call.add(attempt: 1, slot: 0, at: [minute(0)])
    call.add(attempt: 2, slot: 0, at: [minute(2)])
    for replication in 0..<50 as Range<UInt64> {
      let due = planner.plan(Self.round(.same), number: 3, open: [call], seed: 1, replication: replication)[0]
        .due
      #expect(minute(1) <= due && due < minute(2))
    }
  }

  @Test(
    "Days and interviewers are even within strata too: twenty calls of each are four a day, and five an interviewer, give or take one"
  )
  func strata() throws {
    let frame = try Frame((1...60).map { FramePractice(id: "Y\($0)", stratum: ["a", "b", "c"][$0 % 3]) })
    let planner = try CallPlanner(
      frame: frame, slots: SlotGrid(dividing: Slot(parsing: "8-12"), minutes: 60), days: Self.days,
      interviewers: 4)
    for (rule, seed) in [(SurveyRound.SlotRule.same, 1), (.other, 2), (.any, 3)]
      as [(SurveyRound.SlotRule, UInt64)]
    {
      let calls = planner.plan(
        Self.round(rule), number: 2, open: Self.open(0..<60), seed: seed, replication: 0)
      for stratum in 0..<3 {
        let own = calls.filter { ($0.practiceIndex + 1) % 3 == stratum }
        #expect(Self.days.map { day in own.count { $0.date == day } } == [4, 4, 4, 4, 4])
        // The search ends one off where only several exchanges at once would do better.
        #expect((0..<4).allSatisfy { who in (4...6).contains(own.count { $0.interviewer == who }) })
      }
      // And still over the round and in each slot.
      for slot in 0..<4 {
        #expect(
          Self.days.map { day in calls.count { $0.date == day && $0.slotIndex == slot } } == [3, 3, 3, 3, 3])
        #expect(
          (0..<4).allSatisfy { who in
            (3...4).contains(calls.count { $0.slotIndex == slot && $0.interviewer == who })
          })
      }
    }
  }

  @Test("A rule that leaves a choice takes a slot with a minute left; a call without one is named")
  func crowded() throws {
    let planner = try Self.planner(minutes: 1)
    var call = OpenCall(practiceIndex: 0, homeSlot: 2)
    // Every slot is one minute long, of 240; the call was rung in all but the last two.
    for slot in 0..<238 {
      let time = TimeOfDay(milliseconds: (480 + slot) * TimeOfDay.millisecondsPerMinute)
      call.add(attempt: slot + 1, slot: slot, at: [time])
    }
    let same = planner.withoutMinute([call], in: Self.round(.same))
    #expect(same == [call])
    #expect(planner.withoutMinute([call], in: Self.round(.any)).isEmpty)
    for seed in 0..<20 as Range<UInt64> {
      let slot = planner.plan(Self.round(.any), number: 3, open: [call], seed: seed, replication: 0)[0]
        .slotIndex
      #expect(slot >= 238)
    }
  }

  @Test("The days of a practice's several calls are different ones as long as there are enough")
  func several() throws {
    let planner = try Self.planner(practices: 10)
    let open = (0..<10).flatMap { practice in (0..<4).map { OpenCall(practiceIndex: practice, homeSlot: $0) }
    }
    let calls = planner.plan(Self.round(.same), number: 2, open: open, seed: 1, replication: 0)
    for practice in 0..<10 {
      #expect(Set(calls.filter { $0.practiceIndex == practice }.map(\.date)).count == 4)
    }
    #expect(Self.days.map { day in calls.count { $0.date == day } } == [8, 8, 8, 8, 8])
  }

  @Test("Once every slot was tried, the rule of other slots leaves any")
  func tried() {
    var call = OpenCall(practiceIndex: 0, homeSlot: 1)
    for (attempt, slot) in [1, 0, 2].enumerated() { call.add(attempt: attempt + 1, slot: slot, at: []) }
    #expect(Self.round(.other).slots(for: call, of: 4) == [3])
    #expect(Self.round(.other).slots(for: call, of: 3) == [0, 1, 2])
    #expect(Self.round(.same).slots(for: call, of: 4) == [1])
    #expect(Self.round(.any).slots(for: call, of: 4) == [0, 1, 2, 3])
  }

  @Test("A limit over all rounds leaves alone whoever had so many attempts, and rings one from the reserve")
  func limit() {
    var round = Self.round(.same)
    round.attemptsInAll = 3
    func rung(_ attempts: Int) -> Bool {
      round.rings(afterAttempts: attempts, ending: .noAnswer, waitSeconds: nil, under: .agreement)
    }
    #expect((0...4).map(rung) == [true, true, true, false, false])
  }

  @Test("Whom a round rings, by what the call has come to")
  func whom() {
    var round = SurveyRound(days: Self.days)
    func rung(_ whom: SurveyRound.Whom, _ definition: ReachedDefinition = .agreement) -> Set<Disposition> {
      round.whom = whom
      return Set(Disposition.allCases.filter { round.rings(ending: $0, waitSeconds: 5, under: definition) })
    }
    #expect(rung(.all) == Set(Disposition.allCases))
    #expect(rung(.notValid) == [.wrongNumber, .notAttempted])
    #expect(
      rung(.notReached) == [
        .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .busy, .noAnswer, .holdLimit,
        .cutOff,
        .callbackPromised, .notAttempted,
      ])
    #expect(rung(.notReached, .person).contains(.referralMessage))
    #expect(!rung(.notReached, .person).contains(.refused))
    if let quick = try? ReachedDefinition.person(withinSeconds: 4) {
      #expect(rung(.notReached, quick).contains(.answeredByStaff))
    }
  }
}
