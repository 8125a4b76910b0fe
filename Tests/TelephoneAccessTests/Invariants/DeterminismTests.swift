import SurveyDesign
import TelephoneAccess
import Testing

@Suite("A seed is a promise")
struct DeterminismTests {
  @Test("the same seed gives the same fieldwork, another replication or seed another one")
  func sameSeed() {
    var others = 0
    for seed in 6000..<6030 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let first = scenario.conduct()
      #expect(scenario.conduct() == first, "scenario \(seed)")
      if scenario.conduct(replication: 1) != first { others += 1 }
    }
    #expect(others > 20)
  }

  @Test("a replication is the same whichever replications were run before it")
  func anyOrder() {
    for seed in 6100..<6130 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let fifth = scenario.conduct(replication: 5)
      var used = Simulation(region: scenario.region, slots: scenario.slots, fieldwork: scenario.fieldwork)
      for replication in [9, 0, 1, 5, 5, 2, 5] as [UInt64] {
        let fieldwork = used.conduct(scenario.plan, seed: seed, replication: replication)
        if replication == 5 { #expect(fieldwork == fifth, "scenario \(seed)") }
      }
    }
  }

  @Test("watching changes nothing, whoever is watched")
  func watching() {
    for seed in 6200..<6230 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let (watched, all) = scenario.trace()
      #expect(watched == scenario.conduct(), "scenario \(seed)")
      let some = Simulation.trace(
        practices: [0], region: scenario.region, slots: scenario.slots, fieldwork: scenario.fieldwork,
        plan: scenario.plan, seed: seed, replication: 0
      ).events
      #expect(firstDifference(some, all.of(0)) == nil, "scenario \(seed)")
    }
  }

  @Test("simulations in tasks of their own give the same as one alone")
  func tasks() async {
    for seed in 6300..<6310 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let alone = (0..<4 as Range<UInt64>).map { scenario.conduct(replication: $0) }
      let together = await withTaskGroup(of: (Int, Fieldwork).self) { group in
        for replication in 0..<4 {
          group.addTask {
            var own = Simulation(
              region: scenario.region, slots: scenario.slots, fieldwork: scenario.fieldwork)
            return (replication, own.conduct(scenario.plan, seed: seed, replication: UInt64(replication)))
          }
        }
        return await group.reduce(into: [Fieldwork](repeating: Fieldwork(), count: 4)) { $0[$1.0] = $1.1 }
      }
      #expect(together == alone, "scenario \(seed)")
    }
  }

  @Test("a caller draws the same in two scenarios, whatever happened to others: common random numbers")
  func commonRandomNumbers() {
    var compared = 0
    for seed in 6400..<6440 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed)
      scenario.plan.calls = []
      scenario.plan.sendsProbes = false
      let before = scenario.trace().events.talksAtFirstTry
      for place in scenario.region.practices.indices {
        scenario.region.practices[place].telephone.lines = .max
      }
      scenario.region.patients.mostRedials = 2
      scenario.region.patients.balkingShare = 0.3
      let after = scenario.trace().events.talksAtFirstTry
      for (caller, talk) in after {
        guard let other = before[caller], other.answerer == talk.answerer else { continue }
        #expect(other.duration == talk.duration, "scenario \(seed), caller \(caller)")
        compared += 1
      }
    }
    #expect(compared > 1000)
  }
}

extension [DatedEvent] {
  /// By caller, who answered and how long they talked, for those answered at their first try.
  fileprivate var talksAtFirstTry: [UInt64: (answerer: Answerer, duration: Int)] {
    var tries: [UInt64: Int] = [:]
    var talks: [UInt64: (answerer: Answerer, duration: Int)] = [:]
    for event in map(\.event) {
      if case .calls(_, let redials, _) = event.kind { tries[event.caller] = redials }
      if case .answered(let answerer, _, let until) = event.kind, tries[event.caller] == 0 {
        talks[event.caller] = (answerer, until - event.time)
      }
    }
    return talks
  }
}
