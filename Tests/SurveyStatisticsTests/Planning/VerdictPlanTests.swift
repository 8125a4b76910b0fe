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
    let none = plan.rules.map { 1 - $0.probability(of: .fails, atRate: 0.15) }.reduce(1, *)
    let failing = plan.probabilityInSomeHour(of: .fails, atRates: Array(repeating: 0.15, count: 8))
    #expect(isClose(failing, 1 - none))
    // 0.406932 for one hour: almost certain for eight.
    #expect(failing > 0.98)
  }

  @Test("At the target Holm blames some hour wrongly with at most the error, plain tests far more often")
  func naming() throws {
    let plan = try #require(VerdictPlan(calls: [52, 53, 52, 53, 52, 53, 52, 53], target: 0.1))
    let atTarget = Array(repeating: 0.1, count: 8)
    let named = plan.probabilityOfNamingAFailingHour(atRates: atTarget)
    #expect(named > 0 && named <= 0.05)
    #expect(plan.probabilityInSomeHour(of: .fails, atRates: atTarget) > 0.15)
  }

  @Test("Impossible plans get nothing")
  func edges() throws {
    #expect(VerdictPlan(calls: [], target: 0.1) == nil)
    #expect(VerdictPlan(calls: [52, -1], target: 0.1) == nil)
    #expect(VerdictPlan(calls: [52], target: 1.1) == nil)
    let plan = try #require(VerdictPlan(calls: [52], target: 0.1))
    #expect(plan.probabilityInEveryHour(of: .meets, atRates: []).isNaN)
    #expect(plan.probabilityInSomeHour(of: .meets, atRates: [1.5]).isNaN)
    #expect(plan.probabilityOfNamingAFailingHour(atRates: [.nan]).isNaN)
  }
}
