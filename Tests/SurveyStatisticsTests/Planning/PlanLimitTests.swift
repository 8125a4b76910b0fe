import SurveyStatistics
import Testing

@Suite("What a user can type never traps")
struct PlanLimitTests {
  static let numbers: [Double] = [
    -.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 1e-300, 0.05, 0.05.nextUp, 0.5, 1 - 1e-16, 1, 1.5, 1e300,
    .infinity, .nan,
  ]
  static let counts = [Int.min, -1, 0, 1, 2, 7, 52]

  @Test("Sizes and powers take any numbers", arguments: numbers)
  func sizes(_ x: Double) {
    for y in Self.numbers {
      let size = MarginPlan.waldSize(share: x, margin: y) ?? MarginPlan.logOddsSize(share: x, margin: y) ?? 1
      let chain = SampleSizeChain(initial: size, designEffect: x, population: 420, usableShare: y)
      #expect(chain?.calls.map { $0 > 0 } ?? true)
      for z in [0, 0.05, 0.8, 1, .nan] {
        let powers = [
          TwoSharePlan.power(first: x, second: y, firstTrials: 52, secondTrials: 52, error: z),
          PairedPlan(first: x, second: y, correlation: z)?.power(pairs: 52),
          PairedPlan(first: x, second: y, both: z)?.exactPower(pairs: 52),
        ]
        for power in powers { #expect(power.map { $0 >= 0 && $0 <= 1 } ?? true, "\(x) \(y) \(z)") }
        let sizes = [
          TwoSharePlan.size(first: x, second: y, power: z),
          OneSharePlan.size(share: x, null: y, power: z),
          PairedPlan(first: x, second: y, correlation: z)?.size(),
        ]
        for size in sizes { #expect(size.map { $0 >= 0 } ?? true, "\(x) \(y) \(z)") }
      }
    }
  }

  @Test("Acceptance, double and sequential plans take any numbers", arguments: numbers)
  func plans(_ x: Double) {
    for y in Self.numbers {
      for population in [nil, Int.min, 0, 1, 20, Int.max] {
        let single = AcceptancePlan.smallest(good: x, bad: y, population: population, mostCalls: 50)
        #expect(single.map { $0.calls >= $0.acceptIfAtMost } ?? true)
        _ = DoublePlan.smallest(good: x, bad: y, population: population, mostCalls: 50)
        _ = AcceptancePlan.audit(acceptIfAtMost: 1, tolerable: x, confidence: y, population: population)
        let plan = AcceptancePlan(calls: 5, acceptIfAtMost: 1, population: population)
        _ = plan?.acceptanceOfBad(x)
        _ = plan?.refusalOfGood(x)
        #expect(plan.map { $0.acceptance(atRate: x).isNaN == !(x >= 0 && x <= 1) } ?? true)
        let double = DoublePlan(
          firstCalls: 5, secondCalls: 5, firstAcceptIfAtMost: 0, firstRefuseIfAtLeast: 2,
          finalAcceptIfAtMost: 1, population: population)
        #expect(double.map { $0.expectedCalls(atRate: x).isNaN == !(x >= 0 && x <= 1) } ?? true)
      }
      let plan = SequentialPlan(good: x, bad: y, mostCalls: 60)
      let found = plan?.characteristics(atRate: 0.1)
      #expect(found.map { isClose($0.acceptance + $0.refusal, 1) } ?? true)
      _ = plan?.decision(unreached: Int.max, calls: Int.min)
    }
  }

  @Test("Tables and counts take any numbers", arguments: counts)
  func tables(_ x: Int) {
    for y in Self.counts {
      let first = Tally(successes: x, trials: y)
      let second = Tally(successes: 1, trials: 3)
      if let first, let second {
        #expect((0...1).contains(FisherTest.test(first, against: second).pValue))
        #expect(UnconditionalTest.boschloo(first, against: second) != nil)
        #expect(UnconditionalTest.barnard(first, against: second) != nil)
        #expect(HomogeneityTest.chiSquare([first, second]) != nil)
      }
      for z in Self.counts {
        let pairs = PairedCounts(both: x, firstOnly: y, secondOnly: z, neither: x)
        for alternative in Alternative.allCases {
          let exact = pairs.map { McNemarTest.exact($0, alternative: alternative).pValue }
          #expect(exact.map { $0 >= 0 && $0 <= 1 } ?? true)
        }
        _ = ExactRejectionRegion.fisher(firstTrials: x, secondTrials: y)?.contains(first: z, second: x)
        _ = AcceptancePlan(calls: x, acceptIfAtMost: y, population: z)?.acceptance(atRate: 0.5)
        _ = ExactOneSharePlan(trials: x, null: 0.1, share: 0.2)
      }
    }
    #expect(ExactOneSharePlan.smallest(in: Int.min...Int.max, null: 0.1, share: 0.2) == nil)
  }
}
