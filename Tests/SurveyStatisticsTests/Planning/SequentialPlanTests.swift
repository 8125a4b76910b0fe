import SurveyStatistics
import Testing

@Suite("The sequential test follows Wald, its characteristics are exact")
struct SequentialPlanTests {
  @Test(arguments: ReferenceCases.named("sequential.sprt.binomial"))
  func lines(_ reference: ReferenceCase) throws {
    let plan = SequentialPlan(
      good: try reference.number("p0"), bad: try reference.number("p1"),
      producerRisk: try reference.number("alpha"), consumerRisk: try reference.number("beta"))
    reference.check(plan?.slope, try reference.expectedNumber("slope"))
    reference.check(plan?.upperIntercept, try reference.expectedNumber("intercept_upper"))
    reference.check(plan?.lowerIntercept, try reference.expectedNumber("intercept_lower"))
  }

  /// Python: the distribution of the count carried from call to call in a dictionary.
  @Test("Acceptance, mean and spread of the calls of a plan truncated at 100")
  func characteristics() throws {
    let plan = try #require(
      SequentialPlan(good: 0.05, bad: 0.15, mostCalls: 100, finalAcceptIfAtMost: 8))
    let wanted: [(Double, Int?, Double, Double, Double)] = [
      (0.05, nil, 0.9445256752299747, 40.522502782831374, 22.615099890907302),
      (0.10, nil, 0.4393775354678729, 52.80677528261377, 29.988161108295625),
      (0.15, nil, 0.09608549742035843, 38.01289717980528, 25.269581241634132),
      (0.05, 420, 0.9621917732080132, 40.54275943510926, 21.998795108279644),
      (0.15, 420, 0.08036782959750229, 37.64040746048181, 24.519969358495132),
    ]
    for (rate, population, acceptance, calls, deviation) in wanted {
      let found = try #require(plan.characteristics(atRate: rate, population: population))
      #expect(isClose(found.acceptance, acceptance))
      #expect(isClose(found.refusal, 1 - acceptance))
      #expect(isClose(found.expectedCalls, calls, within: 1e-10))
      #expect(isClose(found.deviationOfCalls, deviation, within: 1e-9))
    }
  }

  @Test("The default truncation keeps the risks near those asked for and saves calls")
  func defaults() throws {
    let plan = try #require(SequentialPlan(good: 0.05, bad: 0.15))
    let single = try #require(AcceptancePlan.smallest(good: 0.05, bad: 0.15))
    #expect(plan.mostCalls == 3 * single.calls)
    let good = try #require(plan.characteristics(atRate: 0.05))
    let bad = try #require(plan.characteristics(atRate: 0.15))
    // Wald's bounds: the sum of both risks never exceeds the sum asked for, but for the truncation.
    #expect(good.refusal + bad.acceptance <= 0.15 + 0.005)
    #expect(good.expectedCalls < Double(single.calls))
    #expect(bad.expectedCalls < Double(single.calls))
  }

  @Test("Every course ends in a decision, and the decision is that of the lines")
  func decisions() throws {
    let plan = try #require(SequentialPlan(good: 0.05, bad: 0.15))
    #expect(plan.decision(unreached: 0, calls: 0) == .goOn)
    // 0 of 21 is above the line 0.0919·21 − 1.861 = 0.0696; 0 of 20 is not.
    #expect(plan.decision(unreached: 0, calls: 20) == .goOn)
    #expect(plan.decision(unreached: 0, calls: 21) == .accept)
    // The first 3 calls unreached are beyond 0.0919·3 + 2.389 = 2.665.
    #expect(plan.decision(unreached: 3, calls: 3) == .refuse)
    for unreached in 0...plan.mostCalls {
      #expect(plan.decision(unreached: unreached, calls: plan.mostCalls) != .goOn)
    }
    for rate in [0, 0.03, 0.1, 0.5, 1] {
      let found = try #require(plan.characteristics(atRate: rate))
      #expect(isClose(found.acceptance + found.refusal, 1))
    }
  }

  @Test("Impossible plans get nothing")
  func edges() throws {
    #expect(SequentialPlan(good: 0, bad: 0.15) == nil)
    #expect(SequentialPlan(good: 0.15, bad: 0.05) == nil)
    #expect(SequentialPlan(good: 0.05, bad: 0.15, producerRisk: 0.6, consumerRisk: 0.5) == nil)
    #expect(SequentialPlan(good: 0.05, bad: 0.15, mostCalls: 0) == nil)
    #expect(SequentialPlan(good: 0.05, bad: 0.15, mostCalls: 10, finalAcceptIfAtMost: 11) == nil)
    let plan = try #require(SequentialPlan(good: 0.05, bad: 0.15, mostCalls: 50))
    #expect(plan.characteristics(atRate: 1.5) == nil)
    #expect(plan.characteristics(atRate: 0.1, population: 49) == nil)
    #expect(plan.characteristics(atRate: 0.1, population: 50) != nil)
  }
}
