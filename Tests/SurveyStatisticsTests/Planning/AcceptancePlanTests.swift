import SurveyStatistics
import Testing

@Suite("Acceptance plans agree with AcceptanceSampling, sleacr and PracTools")
struct AcceptancePlanTests {
  @Test(
    arguments: ReferenceCases.named("lqas.find-plan.binomial")
      + ReferenceCases.named("lqas.find-plan.hypergeometric"))
  func findPlan(_ reference: ReferenceCase) throws {
    // PRP and CRP are a share and the wanted probability of accepting it.
    let producer = try reference.numbers("PRP")
    let consumer = try reference.numbers("CRP")
    let plan = AcceptancePlan.smallest(
      good: producer[0], bad: consumer[0], producerRisk: 1 - producer[1], consumerRisk: consumer[1],
      population: try? reference.integer("N"))
    reference.check(plan.map { Double($0.calls) }, try reference.expectedNumber("n"))
    reference.check(plan.map { Double($0.acceptIfAtMost) }, try reference.expectedNumber("c"))
  }

  @Test(arguments: ReferenceCases.named("lqas.hypergeometric"))
  func sleacr(_ reference: ReferenceCase) throws {
    let (good, bad) = (try reference.number("lower"), try reference.number("upper"))
    let plan = try #require(
      AcceptancePlan.smallest(
        good: good, bad: bad, producerRisk: try reference.number("beta"),
        consumerRisk: try reference.number("alpha"), population: try reference.integer("N")))
    reference.check(Double(plan.calls), try reference.expectedNumber("n"))
    reference.check(Double(plan.acceptIfAtMost), try reference.expectedNumber("d"))
    reference.check(plan.acceptanceOfBad(bad), try reference.expectedNumber("P(X<=d|upper)"))
    reference.check(plan.refusalOfGood(good), try reference.expectedNumber("P(X>d|lower)"))
  }

  @Test(arguments: ReferenceCases.named("lqas.coverage.hypergeometric"))
  func coverage(_ reference: ReferenceCase) throws {
    let (good, bad) = (try reference.number("dLower"), try reference.number("dUpper"))
    let wanted = (
      alpha: try reference.expectedNumber("alpha"), beta: try reference.expectedNumber("beta")
    )
    let plan = try #require(
      AcceptancePlan.smallest(
        good: good, bad: bad, producerRisk: 0.1, consumerRisk: 0.1, population: try reference.integer("N")))
    reference.check(Double(plan.calls), try reference.expectedNumber("n"))
    reference.check(Double(plan.acceptIfAtMost), try reference.expectedNumber("d"))
    reference.check(plan.acceptanceOfBad(bad), wanted.alpha)
    reference.check(plan.refusalOfGood(good), wanted.beta)
  }

  @Test(arguments: ReferenceCases.named("lqas.assess.binomial"))
  func assess(_ reference: ReferenceCase) throws {
    let plan = AcceptancePlan(
      calls: try reference.integer("n"), acceptIfAtMost: try reference.integer("c"))
    reference.check(plan?.acceptance(atRate: 0.05), try reference.expectedNumber("p05"))
    reference.check(plan?.acceptance(atRate: 0.15), try reference.expectedNumber("p15"))
  }

  @Test(arguments: ReferenceCases.named("lqas.audit-attribute"))
  func audit(_ reference: ReferenceCase) throws {
    for (key, population) in [("binomial", nil), ("hypergeometric", try reference.integer("N"))] {
      let plan = AcceptancePlan.audit(
        acceptIfAtMost: try reference.integer("acceptable"), tolerable: try reference.number("tolerable"),
        confidence: try reference.number("conf"), population: population)
      reference.check(plan.map { Double($0.calls) }, try reference.expectedNumber(key))
    }
  }

  @Test(arguments: ReferenceCases.named("oc.binomial"))
  func operatingCharacteristic(_ reference: ReferenceCase) throws {
    let plan = AcceptancePlan(
      calls: try reference.integer("n"), acceptIfAtMost: try reference.integer("c"))
    for (rate, wanted) in zip(try reference.numbers("pd"), try reference.expectedNumbers()) {
      reference.check(plan?.acceptance(atRate: rate), wanted)
    }
  }

  @Test(arguments: ReferenceCases.named("oc.double-sampling"))
  func doubleSampling(_ reference: ReferenceCase) throws {
    let n = try reference.integers("n")
    let c = try reference.integers("c")
    let r = try reference.integers("r")
    #expect(r[1] == c[1] + 1)
    let plan = DoublePlan(
      firstCalls: n[0], secondCalls: n[1], firstAcceptIfAtMost: c[0], firstRefuseIfAtLeast: r[0],
      finalAcceptIfAtMost: c[1])
    for (rate, wanted) in zip(try reference.numbers("pd"), try reference.expectedNumbers()) {
      reference.check(plan?.acceptance(atRate: rate), wanted)
    }
  }

  /// Python, every n and c tried from below: `binom.cdf(c, n, bad) <= β and binom.sf(c, n, good) <= α`.
  @Test("The smallest plan is the smallest")
  func smallest() throws {
    let wanted: [(Double, Double, Int?, Int, Int)] = [
      (0.05, 0.15, nil, 77, 7), (0.1, 0.2, 420, 89, 13), (0.02, 0.1, nil, 65, 3),
    ]
    for (good, bad, population, calls, allowed) in wanted {
      let plan = AcceptancePlan.smallest(good: good, bad: bad, population: population)
      #expect(plan?.calls == calls)
      #expect(plan?.acceptIfAtMost == allowed)
    }
    // One bad practice of twenty is good, two are not: with one left out, P(at most 1 of 2 drawn) = 2/20.
    let plan = AcceptancePlan.smallest(good: 0.05, bad: 0.051, population: 20)
    #expect(plan?.calls == 19 && plan?.acceptIfAtMost == 1)
  }

  /// Python: `hypergeom` and `binom` summed over the first sample; the family searched n by n.
  @Test("Double plans: expected calls and the search")
  func double() throws {
    let small = try #require(
      DoublePlan(
        firstCalls: 8, secondCalls: 8, firstAcceptIfAtMost: 0, firstRefuseIfAtLeast: 2,
        finalAcceptIfAtMost: 1))
    for (rate, calls) in [(0.02, 9.111200682555802), (0.1, 11.061100159999999), (0.2, 10.684354560000001)] {
      #expect(isClose(small.expectedCalls(atRate: rate), calls))
    }
    let finite = try #require(
      DoublePlan(
        firstCalls: 8, secondCalls: 8, firstAcceptIfAtMost: 0, firstRefuseIfAtLeast: 2,
        finalAcceptIfAtMost: 1, population: 60))
    #expect(isClose(finite.acceptance(atRate: 0.1), 0.5801906604884242))
    #expect(isClose(finite.expectedCalls(atRate: 0.1), 11.322425398281315))

    let open = try #require(DoublePlan.smallest(good: 0.05, bad: 0.15))
    #expect([open.firstCalls, open.firstAcceptIfAtMost, open.finalAcceptIfAtMost] == [40, 2, 7])
    #expect(isClose(open.expectedCalls(atRate: 0.05), 52.90210923253142, within: 1e-10))
    let closed = try #require(
      DoublePlan.smallest(good: 0.05, bad: 0.15, producerRisk: 0.1, population: 420))
    #expect([closed.firstCalls, closed.firstAcceptIfAtMost, closed.finalAcceptIfAtMost] == [35, 2, 5])
    #expect(isClose(closed.expectedCalls(atRate: 0.05), 43.60047663107775, within: 1e-10))
  }

  @Test("Stopping early: the mean number of calls over all 1,024 courses of ten calls")
  func curtailed() throws {
    // Python, itertools.product over every course.
    let ten = try #require(AcceptancePlan(calls: 10, acceptIfAtMost: 1))
    #expect(isClose(ten.expectedCallsWhenCurtailed(atRate: 0.2), 7.449863168000019))
    let six = try #require(AcceptancePlan(calls: 6, acceptIfAtMost: 0))
    #expect(isClose(six.expectedCallsWhenCurtailed(atRate: 0.3), 2.9411700000000005))
    let certain = try #require(AcceptancePlan(calls: 6, acceptIfAtMost: 6))
    #expect(certain.expectedCallsWhenCurtailed(atRate: 0.3) == 0)
  }

  @Test("Impossible plans get nothing")
  func edges() {
    #expect(AcceptancePlan(calls: 10, acceptIfAtMost: 1, population: 9) == nil)
    #expect(AcceptancePlan(calls: -1, acceptIfAtMost: 1) == nil)
    #expect(AcceptancePlan(calls: 10, acceptIfAtMost: 1)?.acceptance(atRate: 1.1).isNaN == true)
    #expect(AcceptancePlan.smallest(good: 0.15, bad: 0.05) == nil)
    #expect(AcceptancePlan.smallest(good: 0.05, bad: 0.15, producerRisk: 0) == nil)
    #expect(AcceptancePlan.smallest(good: 0.05, bad: 0.15, population: 0) == nil)
    #expect(AcceptancePlan.smallest(good: 0.05, bad: 0.06, mostCalls: 100) == nil)
    // None of ten may be bad: leaving one out misses the one with probability 1/10.
    #expect(AcceptancePlan.smallest(good: 0.01, bad: 0.02, population: 10)?.calls == 9)
    #expect(AcceptancePlan.audit(acceptIfAtMost: 3, tolerable: 0.05, population: 20) == nil)
    #expect(AcceptancePlan.audit(acceptIfAtMost: -1, tolerable: 0.05) == nil)
    #expect(DoublePlan.smallest(good: 0.2, bad: 0.1) == nil)
    #expect(
      DoublePlan(
        firstCalls: 5, secondCalls: 5, firstAcceptIfAtMost: 2, firstRefuseIfAtLeast: 2,
        finalAcceptIfAtMost: 3) == nil)
  }
}
