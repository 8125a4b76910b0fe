import SurveyDesign
import TelephoneAccess
import Testing

@Suite("Probes see everything and touch nothing")
struct ProbeTests {
  @Test("with and without probes, attempts and traffic are the same in 200 random regions")
  func probesTouchNothing() {
    for seed in 3000..<3200 as Range<UInt64> {
      let probed = RandomScenario(seed: seed)
      var unprobed = probed
      unprobed.plan.sendsProbes = false
      var (with, without) = (probed.conduct(), unprobed.conduct())
      #expect(without.probes.isEmpty)
      #expect(with.probes.count == probed.plan.practiceDays.count * probed.slots.count, "scenario \(seed)")
      with.probes = []
      without.probes = []
      #expect(with == without, "scenario \(seed)")
    }
  }

  @Test("probes of M/M/1/K meet the exact shares", arguments: [(0.8, 3), (1.5, 2), (0.5, 1)])
  func truth(load: Double, capacity: Int) {
    // Source: Gross & Harris, Fundamentals of Queueing Theory, section 2.5: p(n) = ρⁿ(1 − ρ)/(1 − ρᴷ⁺¹). A probe's
    // moment is uniform, so it finds n in the system with probability p(n).
    func inSystem(_ count: Int) -> Double {
      power(load, count) * (1 - load) / (1 - power(load, capacity + 1))
    }
    // A talk lasts a minute on average. Slots of an hour lie far enough apart to be nearly independent.
    var lab = QueueLab(rate: load / 10, answerers: 1, lines: capacity, handling: .exponential(mean: 60))
    lab.slots = (2..<24).map { Slot(.hour($0), .hour($0 + 1)) }
    var protocolOfSurvey = FieldworkProtocol()
    protocolOfSurvey.holdLimit = 86_400_000
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: protocolOfSurvey)
    var plan = ReplicationInput.patientsOnly(practices: 1)
    plan.sendsProbes = true
    let days = (0..<150 as Range<UInt64>).map {
      simulation.conduct(plan, seed: 7, replication: $0).probes.map(\.outcome)
    }
    let busy = RatioEstimate(days.map { (Double($0.count { $0.disposition == .busy }), Double($0.count)) })
    let atOnce = RatioEstimate(
      days.map { (Double($0.count { $0.disposition == .answeredByStaff && $0.wait == 0 }), Double($0.count)) }
    )
    // Those who find n of at most K − 1 wait n talks of a minute on average.
    let waits = RatioEstimate(
      days.map { probes in
        let accepted = probes.filter { $0.disposition != .busy }
        return (Double(accepted.reduce(0) { $0 + $1.wait }) / 60_000, Double(accepted.count))
      })
    let accepted = 1 - inSystem(capacity)
    let meanWait = (0..<capacity).reduce(0) { $0 + Double($1) * inSystem($1) } / accepted
    // Three standard errors: each line says no to the truth with a chance of 0.3 %; the seed is fixed.
    #expect(abs(busy.value - inSystem(capacity)) <= 3 * busy.standardError, "\(busy)")
    #expect(abs(atOnce.value - inSystem(0)) <= 3 * atOnce.standardError, "\(atOnce)")
    #expect(abs(waits.value - meanWait) <= 3 * waits.standardError, "\(waits), expected \(meanWait)")
    #expect(busy.standardError < 0.01 && atOnce.standardError < 0.01)
  }

  @Test("a probe tries again as often as the protocol allows, and not beyond its slot")
  func redials() {
    // The line is taken all day, so that every try hears the busy tone.
    var lab = QueueLab(rate: 0, answerers: 1, lines: 1, handling: .constant(seconds: 86_400))
    lab.region.practices[0].demand.fixedTimes = [.midnight]
    lab.slots = [Slot(.hour(8), .hour(9))]
    var fieldwork = FieldworkProtocol()
    fieldwork.attempts = 1000
    fieldwork.attemptGap = 60_000
    var plan = ReplicationInput.patientsOnly(practices: 1)
    plan.sendsProbes = true
    let (result, events) = Simulation.trace(
      practices: nil, region: lab.region, slots: lab.slots, fieldwork: fieldwork, plan: plan, seed: 1,
      replication: 0)
    let tries = events.map(\.event).filter {
      if case .calls(by: .probe, _, _) = $0.kind { true } else { false }
    }.map(\.time)
    #expect(result.probes.map(\.outcome.disposition) == [.busy])
    #expect(result.probes.map(\.openOutcome.disposition) == [.busy])
    #expect(zip(tries, tries.dropFirst()).allSatisfy { $1 - $0 == 60_000 })
    #expect(tries.allSatisfy { $0 < TimeOfDay.hour(9).milliseconds })
    #expect((tries.last ?? 0) + 60_000 >= TimeOfDay.hour(9).milliseconds)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }
}
