import SurveyStatistics
import Testing

@Suite("Verdicts over several hours")
struct VerdictPlanTests {
  @Test("Every hour is a product, some hour its complement")
  func products() throws {
    // One hour of 105 calls, target 0.10: 0.571087 to meet at half the target (exact binomial, see the reference rows).
    let plan = try #require(VerdictPlan(calls: Array(repeating: 105, count: 8), target: 0.1))
    let half = Array(repeating: 0.05, count: 8)
    let one = 0.571087
    let eighth = one * one * one * one * one * one * one * one
    #expect(isClose(plan.probabilityInEveryHour(of: .meets, atRates: half), eighth, within: 2e-7))
  }

  @Test("At the target Holm blames some hour wrongly with at most the error, plain tests far more often")
  func naming() throws {
    let plan = try #require(VerdictPlan(calls: [52, 53, 52, 53, 52, 53, 52, 53], target: 0.1))
    let atTarget = Array(repeating: 0.1, count: 8)
    let named = plan.probabilityOfNamingAFailingHour(atRates: atTarget)
    #expect(named > 0 && named <= 0.05)
    let none = plan.rules.map { 1 - $0.probability(of: .fails, atRate: 0.1) }.reduce(1, *)
    #expect(1 - none > 0.15)
  }

  @Test("Impossible plans get nothing")
  func edges() throws {
    #expect(VerdictPlan(calls: [], target: 0.1) == nil)
    #expect(VerdictPlan(calls: [52, -1], target: 0.1) == nil)
    #expect(VerdictPlan(calls: [52], target: 1.1) == nil)
    let plan = try #require(VerdictPlan(calls: [52], target: 0.1))
    #expect(plan.probabilityInEveryHour(of: .meets, atRates: []).isNaN)
    #expect(plan.probabilityOfNamingAFailingHour(atRates: [.nan]).isNaN)
  }
}

@Suite("Verdicts on calls that are judged as fewer")
struct JudgedVerdictTests {
  // NumPy 2, 20,000 surveys each (seed 7): practices with beta-distributed rates of the given intra-practice correlation, k calls each;
  // linearised variance, effective calls times (t with n − 1 / t with the practices less one)², floor and ceiling of what is judged, exact
  // rule. The plan takes the effective calls as known; the difference is at most two points.
  @Test(
    "The chance of a verdict is near that of simulated surveys of practices called several times",
    arguments: [
      (370, 334, 0.06, Verdict.meets, 0.8083), (400, 303, 0.06, .meets, 0.7451),
      (480, 274, 0.2, .fails, 0.9986),
      (370, 306, 0.15, .fails, 0.8141), (840, 761, 0.07, .meets, 0.8748), (200, 149, 0.1, .fails, 0.0303),
    ])
  func simulated(_ calls: Int, _ judged: Int, _ rate: Double, _ verdict: Verdict, _ simulated: Double) throws
  {
    let rule = try #require(VerdictRule(trials: judged, target: 0.1))
    #expect(abs(rule.probability(of: verdict, atRate: rate, calls: calls) - simulated) < 0.02)
    #expect(abs(rule.probability(of: verdict, atRate: rate) - simulated) < 0.05)
  }

  @Test("As many calls as are judged are independent ones; the three chances sum to 1")
  func edges() throws {
    let rule = try #require(VerdictRule(trials: 52, target: 0.1))
    for rate in [0, 0.03, 0.1, 0.4, 1] {
      for verdict in Verdict.allCases {
        #expect(
          rule.probability(of: verdict, atRate: rate, calls: 52)
            == rule.probability(of: verdict, atRate: rate))
      }
      for calls in [53, 60, 520] {
        let all = Verdict.allCases.map { rule.probability(of: $0, atRate: rate, calls: calls) }
        #expect(all.allSatisfy { $0 >= 0 && $0 <= 1 } && isClose(all.reduce(0, +), 1))
      }
    }
    #expect(rule.probability(of: .meets, atRate: .nan, calls: 60).isNaN)
    #expect(VerdictRule(trials: 0, target: 0.1)?.probability(of: .undecided, atRate: 0.1, calls: 3) == 1)
  }
}
