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

@Suite("Verdicts on calls that are worth less than independent ones")
struct JudgedVerdictTests {
  // NumPy 2, 20,000 surveys each (seed 11): practices with beta-distributed rates of the given intra-practice correlation, k calls each;
  // linearised variance, effective calls times (t with n − 1 / t with the practices less one)², and SciPy's beta tails at that number. The
  // plan takes the effective calls as known: n/(1 + (k − 1)ρ) times the same. The difference is at most two points.
  @Test(
    "The chance of a verdict is near that of simulated surveys of practices called several times",
    arguments: [
      (369, 333.763, 0.06, Verdict.meets, 0.8267), (400, 303.368, 0.06, .meets, 0.7844),
      (480, 271.079, 0.2, .fails, 0.9985), (369, 304.378, 0.15, .fails, 0.8204),
      (840, 761.945, 0.07, .meets, 0.8879), (200, 149.472, 0.1, .fails, 0.0354),
      (200, 149.472, 0.1, .meets, 0.0353),
    ])
  func simulated(_ calls: Int, _ worth: Double, _ rate: Double, _ verdict: Verdict, _ simulated: Double)
    throws
  {
    let rule = try #require(VerdictRule(calls: calls, worth: worth, target: 0.1))
    #expect(abs(rule.probability(of: verdict, atRate: rate) - simulated) < 0.02)
  }

  // SciPy: 333.7634464942258 of 369 calls; the greatest u with beta.sf(.1, u·m/n + 1, m − u·m/n) ≤ .05 and the smallest with
  // beta.cdf(.1, u·m/n, m − u·m/n + 1) ≤ .05; beta.sf(.06, x + 1, m − x) at x = 26.5·m/n − .5.
  @Test("The critical counts are of the calls, by the tails at what they are worth")
  func critical() throws {
    let rule = try #require(VerdictRule(calls: 369, worth: 333.7634464942258, target: 0.1))
    #expect(rule.meetsIfAtMost == 26 && rule.failsIfAtLeast == 48 && rule.trials == 333)
    #expect(isClose(rule.probability(of: .meets, atRate: 0.06), 0.8201473882835971, within: 1e-10))
    #expect(isClose(rule.probability(of: .fails, atRate: 0.06), 1.5917936012632694e-06, within: 1e-12))
    #expect(rule.pValueOfMeeting(unreached: 26) <= 0.05 && rule.pValueOfMeeting(unreached: 27) > 0.05)
    #expect(rule.pValueOfFailing(unreached: 48) <= 0.05 && rule.pValueOfFailing(unreached: 47) > 0.05)
  }

  @Test("Calls that are worth as many are independent ones; the three chances sum to 1")
  func edges() throws {
    let rule = try #require(VerdictRule(trials: 52, target: 0.1))
    #expect(VerdictRule(calls: 52, worth: 52, target: 0.1) == rule)
    #expect(VerdictRule(calls: 52, worth: 52.5, target: 0.1) == nil)
    #expect(VerdictRule(calls: 52, worth: -1, target: 0.1) == nil)
    for calls in [53, 60, 520] {
      let fewer = try #require(VerdictRule(calls: calls, worth: 51.5, target: 0.1))
      for rate in [0, 0.03, 0.1, 0.4, 1] {
        let all = Verdict.allCases.map { fewer.probability(of: $0, atRate: rate) }
        #expect(all.allSatisfy { $0 >= 0 && $0 <= 1 } && isClose(all.reduce(0, +), 1))
      }
      #expect(fewer.probability(of: .meets, atRate: .nan).isNaN)
    }
    #expect(VerdictRule(calls: 3, worth: 0, target: 0.1)?.probability(of: .undecided, atRate: 0.1) == 1)
  }
}
