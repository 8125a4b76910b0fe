import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

/// Practices have streams of their own, so that a practice more or less is nothing to the others.
@Suite("Practices are nothing to each other unless they forward")
struct IndependenceTests {
  @Test("a practice more leaves every event and every attempt at the others alone")
  func addition() {
    for seed in 2000..<2080 as Range<UInt64> {
      let before = RandomScenario(seed: seed)
      var after = before
      let newcomer = after.region.practices.count
      var telephone = before.region.practices[0].telephone
      telephone.partner = nil
      after.region.practices.append(
        RegionPractice(
          streamKey: RandomStream.key(of: "newcomer"), telephone: telephone,
          demand: before.region.practices[newcomer - 1].demand))
      after.plan.practiceDays.append(PracticeDay(practice: newcomer, date: RandomScenario.days[0]))
      let (old, new) = (before.trace(), after.trace())
      let others = new.events.filter { $0.event.practice < newcomer }
      #expect(firstDifference(others, old.events) == nil, "scenario \(seed)")
      #expect(firstDifference(new.fieldwork.attempts, old.fieldwork.attempts) == nil, "scenario \(seed)")
      let probes = new.fieldwork.probes.filter { $0.practice < newcomer }
      #expect(
        firstDifference(probes.sorted(by: precedes), old.fieldwork.probes.sorted(by: precedes)) == nil,
        "scenario \(seed)")
    }
  }

  @Test("a practice less leaves every event and every attempt at the others alone")
  func removal() throws {
    for seed in 2100..<2180 as Range<UInt64> {
      var before = RandomScenario(seed: seed, practices: 4)
      // The first one stands alone and goes; its calls go with it, and the others keep their interviewers.
      before.region.practices[0].telephone.partner = nil
      before.plan.calls.removeAll { $0.practiceIndex == 0 }
      var after = before
      after.region.practices.removeFirst()
      for place in after.region.practices.indices {
        let partner = after.region.practices[place].telephone.partner
        after.region.practices[place].telephone.partner = partner.map { $0 - 1 }
      }
      after.plan.calls = before.plan.calls.map { call in
        var call = call
        call.practiceIndex -= 1
        return call
      }
      after.plan.practiceDays = before.plan.practiceDays.filter { $0.practice > 0 }
        .map { PracticeDay(practice: $0.practice - 1, date: $0.date) }
      let (old, new) = (before.trace(), after.trace())
      let moved = new.events.map { $0.renumbered { $0 + 1 } }
      let others = old.events.filter { $0.event.practice > 0 }
      #expect(firstDifference(moved, others) == nil, "scenario \(seed)")
      let attempts = new.fieldwork.attempts.map { $0.renumbered { $0 + 1 } }
      #expect(firstDifference(attempts, old.fieldwork.attempts) == nil, "scenario \(seed)")
    }
  }

  @Test(
    "the order of the practices does not matter, forwarding included",
    arguments: [RandomScenario.Times.any, .wholeMinutes])
  func order(times: RandomScenario.Times) {
    for seed in 2200..<2300 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed, times: times)
      let count = scenario.region.practices.count
      var generator = SplitMix64(state: seed)
      let order = generator.permutation(of: count)
      let (old, new) = (scenario.trace(), scenario.reordered(order).trace())
      for (position, practice) in order.enumerated() {
        let here = new.events.of(position).map { $0.renumbered { order[$0] } }
        #expect(
          firstDifference(here, old.events.of(practice)) == nil, "scenario \(seed), practice \(practice)")
      }
      #expect(new.fieldwork.traffic == old.fieldwork.traffic, "scenario \(seed)")
      let attempts = new.fieldwork.attempts.map { $0.renumbered { order[$0] } }
      #expect(Set(attempts) == Set(old.fieldwork.attempts), "scenario \(seed)")
    }
  }

  /// Probes compared by where they were sent and what they met.
  private func precedes(_ left: ProbeResult, _ right: ProbeResult) -> Bool {
    func order(_ probe: ProbeResult) -> (Int, Int, Int, Int) {
      (probe.practice, probe.slot, probe.outcome.wait, probe.outcome.disposition.ordinal)
    }
    return order(left) < order(right)
  }
}
