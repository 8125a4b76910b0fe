import Testing

@testable import SurveyDesign

/// Practices in reserve, counted by hand.
@Suite("Practices in reserve")
struct ReservesTests {
  /// Twenty practices in stratum a, ten in b, two in c.
  private static func frame() throws -> Frame {
    try Frame(
      (1...32).map { FramePractice(id: "Y\($0)", stratum: $0 <= 20 ? "a" : $0 <= 30 ? "b" : "c") })
  }

  private static func planner(_ reserves: Reserves?, sample: Int = 16) throws -> CallPlanner {
    try CallPlanner(
      frame: frame(), sampling: .stratified(StratifiedDesign(count: sample)),
      slots: SlotGrid(dividing: Slot(parsing: "8-12")),
      days: DanishCalendar.workingDays(5, from: CalendarDate(parsing: "2026-09-01")), interviewers: 2,
      reserves: reserves)
  }

  private static func made(_ calls: [PlannedCall], invalid: Set<Int>) -> [CallPlanner.MadeCall] {
    calls.map { call in
      .init(
        OpenCall(practiceIndex: call.practiceIndex, homeSlot: call.slotIndex),
        invalid.contains(call.practiceIndex) ? .wrongNumber : .answeredByStaff)
    }
  }

  @Test("A share of each stratum, rounded up, from those behind the sample; the sample is what it is without")
  func share() throws {
    // 16 of 32: 9 or 10 of a, 5 of b, the least of c; a fifth of these, and what c has left.
    let (with, without) = (try Self.planner(.share(0.2)), try Self.planner(nil))
    for replication in 0..<10 as Range<UInt64> {
      let sample = with.sampler.draw(seed: 1, replication: replication)
      #expect(sample == without.sampler.draw(seed: 1, replication: replication))
      let reserves = with.sampler.reserves(seed: 1, replication: replication)
      let sampled = Set(sample.practices.map(\.practiceIndex))
      let sizes = [0..<20, 20..<30, 30..<32].map { stratum in sampled.count(where: stratum.contains) }
      for (stratum, size) in zip([0, 1, 2], sizes) {
        let left = [20, 10, 2][stratum] - size
        #expect(reserves[stratum].count == min((size + 4) / 5, left))
      }
      #expect(sampled.isDisjoint(with: reserves.flatMap { $0 }))
    }
  }

  @Test("Each invalid practice releases the next of its stratum, in its slot, until the reserve is used up")
  func release() throws {
    let planner = try Self.planner(.byStratum(["a": 2, "b": 1]))
    let calls = planner.plan(seed: 1, replication: 0).calls
    let inA = calls.filter { $0.practiceIndex < 20 }
    let reserves = planner.sampler.reserves(seed: 1, replication: 0)
    #expect(reserves.map(\.count) == [2, 1, 0])
    for count in 0...3 {
      let invalid = inA.prefix(count)
      let released = planner.released(
        after: Self.made(calls, invalid: Set(invalid.map(\.practiceIndex))), seed: 1, replication: 0)
      #expect(released.map(\.practiceIndex) == Array(reserves[0].prefix(count)))
      let slots = invalid.sorted { $0.practiceIndex < $1.practiceIndex }.map(\.slotIndex)
      #expect(released.map(\.homeSlot) == Array(slots.prefix(2)))
    }
  }

  @Test(
    "A reserve that turns out invalid too is replaced; a wrong number that has been replaced is not again")
  func again() throws {
    let planner = try Self.planner(.byStratum(["a": 3]))
    let calls = planner.plan(seed: 1, replication: 0).calls
    let first = try #require(calls.first { $0.practiceIndex < 20 }).practiceIndex
    var made = Self.made(calls, invalid: [first])
    let released = planner.released(after: made, seed: 1, replication: 0)
    made += released.map { .init($0, .noAnswer) }
    #expect(planner.released(after: made, seed: 1, replication: 0).isEmpty)
    made[made.count - 1].disposition = .wrongNumber
    let next = planner.released(after: made, seed: 1, replication: 0)
    #expect(next.count == 1)
    #expect(next.first?.homeSlot == released[0].homeSlot)
    #expect(next.first?.practiceIndex == planner.sampler.reserves(seed: 1, replication: 0)[0][1])
  }

  @Test(
    "Strata that do not exist, or have too few practices, and samples that leave none are faults, all at once"
  )
  func faults() {
    func messages(_ reserves: Reserves, sample: Int = 16) -> [String] {
      do {
        _ = try Self.planner(reserves, sample: sample)
        return []
      } catch let faults as DesignFaults {
        return faults.faults.map(\.message)
      } catch {
        return ["\(error)"]
      }
    }
    #expect(
      messages(.byStratum(["a": 1, "d": 1, "b": 9]), sample: 16) == [
        "reserves in stratum \"d\": there is none; the strata are a, b, c",
        "9 reserves in stratum \"b\": it has 5 practices that are not sampled",
      ])
    #expect(messages(.share(0.5), sample: 32) == ["reserves: no stratum has a practice that is not sampled"])
    #expect(throws: DesignFault.self) {
      try Sampler(.systematic(count: 4), from: Self.frame(), reserves: .share(0.1))
    }
    #expect(throws: DesignFault.self) { try Sampler(.census, from: Self.frame(), reserves: .share(0.1)) }
  }
}
