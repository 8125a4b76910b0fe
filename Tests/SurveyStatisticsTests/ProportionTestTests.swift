import Testing

@testable import SurveyStatistics

@Suite("One-sample tests agree with R, SciPy and Fagerland, Lydersen and Laake")
struct ProportionTestTests {
  @Test(arguments: ReferenceCases.named("test.binomial"))
  func exact(_ reference: ReferenceCase) throws {
    let result = ProportionTest.exact(
      successes: try reference.integer("x"), trials: try reference.integer("n"),
      null: try reference.number("p0"), alternative: try reference.alternative())
    reference.check(result?.pValue, try reference.expectedNumber())
  }

  @Test(arguments: ReferenceCases.named("test.binomial.mid-p"))
  func midP(_ reference: ReferenceCase) throws {
    let result = ProportionTest.midP(
      successes: try reference.integer("x"), trials: try reference.integer("n"),
      null: try reference.number("p0"))
    reference.check(result?.pValue, try reference.expectedNumber())
  }

  @Test(arguments: ReferenceCases.named("test.proportion.score"))
  func score(_ reference: ReferenceCase) throws {
    let result = ProportionTest.score(
      successes: try reference.integer("x"), trials: try reference.integer("n"),
      null: try reference.number("p0"))
    reference.check(result?.statistic, try reference.expectedNumber("z"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  @Test(arguments: ReferenceCases.named("test.proportion.likelihood-ratio"))
  func likelihoodRatio(_ reference: ReferenceCase) throws {
    let result = ProportionTest.likelihoodRatio(
      successes: try reference.integer("x"), trials: try reference.integer("n"),
      null: try reference.number("p0"))
    reference.check(result?.statistic, try reference.expectedNumber("chisq"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  /// scipy 1.17: `[binomtest(x, n, p0).pvalue for x, n, p0 in …]`.
  @Test(
    "Two-sided exact p-values at the edges and for many calls",
    arguments: [
      (0, 1, 0.3, 1.0),
      (1, 1, 0.3, 0.3),
      (0, 52, 0.1, 0.008711901680781462),
      (52, 52, 0.9, 0.008711901680781472),
      (10, 52, 0.1, 0.035687833703918176),
      (1, 52, 0.1, 0.059807501674176346),
      (31, 420, 0.1, 0.07369392697010968),
      (53, 420, 0.1, 0.08687663754026466),
      (99000, 1000000, 0.1, 0.0008478796812520478),
      (100900, 1000000, 0.1, 0.0027294455297400327),
      (500, 1000, 0.48, 0.20573578942773957),
      (3, 10, 0.3, 1.0),
      (2, 9, 0.3333333333333333, 0.7268709038256367),
    ])
  func scipy(_ x: Int, _ n: Int, _ null: Double, _ wanted: Double) throws {
    let result = try #require(ProportionTest.exact(successes: x, trials: n, null: null))
    #expect(abs(result.pValue - wanted) <= 1e-10 * wanted)
  }

  @Test("Each test agrees with the interval that inverts it")
  func duality() throws {
    for (x, n) in [(1, 10), (5, 52), (42, 420)] {
      let pairs: [(IntervalMethod, (Double) -> TestResult?)] = [
        (.wilson, { ProportionTest.score(successes: x, trials: n, null: $0) }),
        (.likelihoodRatio, { ProportionTest.likelihoodRatio(successes: x, trials: n, null: $0) }),
        (.midP, { ProportionTest.midP(successes: x, trials: n, null: $0) }),
      ]
      for (method, test) in pairs {
        let interval = try #require(ProportionInterval.interval(successes: x, trials: n, method: method))
        for bound in [interval.lower, interval.upper] {
          let result = try #require(test(bound))
          #expect(abs(result.pValue - 0.05) < 1e-10, "\(method) \(x) of \(n)")
        }
      }
    }
  }

  @Test("One-sided tests point the way they are asked to")
  func sides() throws {
    for test in [
      ProportionTest.exact, ProportionTest.midP, ProportionTest.score, ProportionTest.likelihoodRatio,
    ] {
      let less = try #require(test(1, 52, 0.1, .less))
      let greater = try #require(test(1, 52, 0.1, .greater))
      #expect(less.pValue < 0.05)
      #expect(greater.pValue > 0.9)
    }
  }

  @Test("A null value of 0 or 1 is certain, and impossible questions get nothing")
  func edges() {
    #expect(ProportionTest.exact(successes: 0, trials: 5, null: 0)?.pValue == 1)
    #expect(ProportionTest.exact(successes: 1, trials: 5, null: 0)?.pValue == 0)
    #expect(ProportionTest.exact(successes: 4, trials: 5, null: 1)?.pValue == 0)
    #expect(ProportionTest.score(successes: 0, trials: 5, null: 0)?.pValue == 1)
    #expect(ProportionTest.score(successes: 1, trials: 5, null: 0)?.statistic == .infinity)
    #expect(ProportionTest.likelihoodRatio(successes: 0, trials: 5, null: 0)?.pValue == 1)
    #expect(ProportionTest.likelihoodRatio(successes: 1, trials: 5, null: 0)?.pValue == 0)
    #expect(ProportionTest.exact(successes: 0, trials: 0, null: 0.1) == nil)
    #expect(ProportionTest.midP(successes: 6, trials: 5, null: 0.1) == nil)
    #expect(ProportionTest.score(successes: -1, trials: 5, null: 0.1) == nil)
    #expect(ProportionTest.likelihoodRatio(successes: 1, trials: 5, null: .nan) == nil)
    #expect(ProportionTest.exact(successes: 1, trials: Int.max, null: 0.5) == nil)
  }
}
