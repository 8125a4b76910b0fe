import Scenarios
import SurveyDesign
import TelephoneAccess
import Testing

/// The two shipped scenarios whose answer is known say in their comments how it was worked out.
@Suite("Scenarios of known answer")
struct KnownAnswerTests {
  /// A scenario ready to be simulated.
  struct Stage: ~Copyable {
    var simulation: Simulation
    let planner: CallPlanner
    let scenario: Scenario

    init(_ name: String) throws {
      let scenario = try Shipped.scenario(name)
      let population = try Population(model: scenario.population, frame: nil, seed: scenario.regionSeed) {
        Region(
          practices: $0, patients: scenario.patients, weekdayIndex: scenario.weekdayIndex,
          busynessCV: scenario.busynessCV)
      }
      let survey = scenario.survey
      planner = try CallPlanner(
        frame: population.frame, sampling: survey.sampling, slots: survey.slots,
        slotDesign: survey.slotDesign,
        days: survey.days, interviewers: survey.interviewers)
      self.scenario = scenario
      simulation = Simulation(
        region: population.region, slots: survey.slots.slots, fieldwork: survey.fieldwork)
    }
  }

  @Test("arithmetic: ten waits of 0 to 270 seconds, a message, no answer", arguments: 0..<20)
  func arithmetic(_ replication: Int) throws {
    var stage = try Stage("arithmetic")
    let calls = stage.planner.plan(seed: stage.scenario.seed, replication: UInt64(replication)).calls
    let plan = ReplicationInput(calls: calls, days: stage.scenario.survey.days)
    let fieldwork = stage.simulation.conduct(
      plan, seed: stage.scenario.seed, replication: UInt64(replication))

    let morning = fieldwork.traffic[0]
    #expect(morning.freshCalls == 10 && morning.answered == 10 && morning.redials == 0)
    #expect(morning.wait == 1_350_000)
    #expect(morning.answeredWithinTarget == 5)
    #expect(morning.busy == 900_000 && morning.onDuty == 3_600_000)
    #expect(fieldwork.traffic[1].off == 1 && fieldwork.traffic[1].displaced == 0)
    #expect(fieldwork.traffic[2].off == 1 && fieldwork.traffic[2].displaced == 1)

    let attempts = fieldwork.attempts.sorted { $0.slot < $1.slot }
    #expect(attempts.map(\.disposition) == [.answeredByStaff, .referralMessage, .noAnswer])
    #expect(attempts[0].wait <= 360_000)
    func unreached(_ definition: ReachedDefinition) -> Int {
      attempts.count { definition.isReached(disposition: $0.disposition, waitSeconds: 0) == false }
    }
    #expect(unreached(.agreement) == 1 && unreached(.person) == 2)
  }

  /// 120 days from 8 to 16, each a run of its own after a night of warming up: about 29,000 calls.
  ///
  /// Days are independent, so their spread gives the standard error. Three of them are the tolerance: a false alarm has
  /// probability 0.0027 for each of the three figures, were the seed not fixed.
  @Test("one practice: the wait, the service level and the occupancy that Erlang's formulas give")
  func erlang() throws {
    var stage = try Stage("one-practice")
    let days = stage.scenario.survey.days
    var (waits, within, busy) = ([Double](), [Double](), [Double]())
    for replication in 0..<12 {
      for day in days {
        let plan = ReplicationInput(calls: [], days: [day], practiceDays: [.init(practice: 0, date: day)])
        let traffic = stage.simulation.conduct(
          plan, seed: stage.scenario.seed, replication: UInt64(replication)
        ).traffic.dropLast().reduce(into: TrafficCounts()) { $0 += $1 }
        waits.append(Double(traffic.wait) / 1000)
        within.append(Double(traffic.answeredWithinTarget))
        busy.append(Double(traffic.busy) / Double(traffic.onDuty))
      }
    }
    // Expected per day: 240 calls. Sums are compared rather than ratios, which would be biased.
    expect(waits, 240 * 231.428571, relativeError: 0.06)
    expect(within, 240 * 0.720615, relativeError: 0.02)
    expect(busy, 0.75, relativeError: 0.02)
  }

  private func expect(_ values: [Double], _ expected: Double, relativeError: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    let standardError = (variance / Double(values.count)).squareRoot()
    #expect(standardError < relativeError * expected)
    #expect(abs(mean - expected) < 3 * standardError, "\(mean) for \(expected)")
  }
}
