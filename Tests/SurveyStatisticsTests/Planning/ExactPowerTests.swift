import Testing

@testable import SurveyStatistics

@Suite("Exact power agrees with the enumeration of every table")
struct ExactPowerTests {
  /// Python: `fisher_exact([[x, n1 - x], [y, n2 - y]], alternative)` of scipy 1.17 for all x and y, the binomial masses of
  /// those with p ≤ α summed.
  @Test(
    "Fisher's test",
    arguments: [
      (20, 20, 0.6, 0.1, 0.05, Alternative.twoSided, 0.9084711646502223),
      (12, 25, 0.2, 0.6, 0.05, .twoSided, 0.5887527995645746),
      (20, 15, 0.5, 0.1, 0.025, .greater, 0.6033840209777918),
      (20, 15, 0.1, 0.5, 0.05, .less, 0.8041975876095203),
    ])
  func fisher(
    _ n: Int, _ k: Int, _ p: Double, _ q: Double, _ error: Double, _ alternative: Alternative,
    _ wanted: Double
  ) throws {
    let region = try #require(
      ExactRejectionRegion.fisher(firstTrials: n, secondTrials: k, error: error, alternative: alternative))
    #expect(isClose(region.probability(first: p, second: q), wanted))
    #expect(region.greatestError() <= error)
  }

  /// Python: the same with `boschloo_exact([[x, y], [n1 - x, n2 - y]], alternative, n=64)`.
  @Test("Boschloo's test", arguments: boschlooCases)
  func boschloo(
    _ n: Int, _ k: Int, _ p: Double, _ q: Double, _ alternative: Alternative, _ wanted: Double
  ) throws {
    let region = try #require(
      ExactRejectionRegion.boschloo(firstTrials: n, secondTrials: k, alternative: alternative))
    #expect(isClose(region.probability(first: p, second: q), wanted, within: 1e-9))
    #expect(region.greatestError() <= 0.05 * (1 + 1e-9))
  }

  static let boschlooCases: [(Int, Int, Double, Double, Alternative, Double)] = [
    (12, 12, 0.6, 0.1, .twoSided, 0.7695054800974017),
    (10, 14, 0.6, 0.1, .greater, 0.863796301663827),
    (10, 14, 0.1, 0.6, .less, 0.8281803641050604),
    (10, 14, 0.1, 0.6, .twoSided, 0.7125497026845263),
  ]

  @Test("Regions hold exactly the tables that their tests reject")
  func regions() throws {
    for alternative in Alternative.allCases {
      let fisher = try #require(
        ExactRejectionRegion.fisher(firstTrials: 7, secondTrials: 9, alternative: alternative))
      let boschloo = try #require(
        ExactRejectionRegion.boschloo(firstTrials: 7, secondTrials: 9, alternative: alternative))
      for x in 0...7 {
        for y in 0...9 {
          let first = try tally(x, of: 7)
          let second = try tally(y, of: 9)
          let byFisher = FisherTest.test(first, against: second, alternative: alternative).pValue
          #expect(fisher.contains(first: x, second: y) == (byFisher <= 0.05))
          let byBoschloo = UnconditionalTest.boschloo(first, against: second, alternative: alternative)
          #expect(boschloo.contains(first: x, second: y) == (try #require(byBoschloo).pValue <= 0.05))
        }
      }
      #expect(!fisher.contains(first: 8, second: 0))
      #expect(!fisher.contains(first: 0, second: -1))
    }
  }

  /// Seconds per answer are too many for a planner: two surveys of 1,000 calls.
  @Test("A thousand calls per group", .timeLimit(.minutes(1)))
  func large() throws {
    let region = try #require(ExactRejectionRegion.fisher(firstTrials: 1000, secondTrials: 1000))
    let power = region.probability(first: 0.10, second: 0.06)
    // Fisher's test is conservative: below the 0.90997 of the normal approximation (R: power.prop.test(1000, 0.1, 0.06)).
    #expect(power > 0.88 && power < 0.90997)
    #expect(region.probability(first: 0.1, second: 0.1) < 0.05)
  }

  /// Python: every (b, c) of the trinomial distribution, `binom.cdf(min(b, c), b + c, 0.5)` for the test.
  @Test("McNemar's tests", arguments: mcNemarCases)
  func mcNemar(
    _ pairs: Int, _ firstOnly: Double, _ secondOnly: Double, _ isTwoSided: Bool, _ isMidP: Bool,
    _ wanted: Double
  ) throws {
    // Whatever succeeds both times does not matter.
    let plan = try #require(PairedPlan(first: 0.2 + firstOnly, second: 0.2 + secondOnly, both: 0.2))
    #expect(isClose(plan.exactPower(pairs: pairs, isTwoSided: isTwoSided, isMidP: isMidP), wanted))
  }

  static let mcNemarCases: [(Int, Double, Double, Bool, Bool, Double)] = [
    (40, 0.3, 0.1, true, true, 0.5249410622656191),
    (40, 0.3, 0.1, true, false, 0.4397231834120196),
    (40, 0.3, 0.1, false, true, 0.6580400611702996),
    (30, 0.2, 0.05, false, false, 0.34420977118532625),
  ]

  @Test("Paired plans: correlation, size and power by hand")
  func paired() throws {
    let independent = try #require(PairedPlan(first: 0.10, second: 0.06, correlation: 0))
    #expect(isClose(independent.both, 0.006))
    #expect(isClose(independent.firstOnly, 0.094))
    #expect(isClose(independent.secondOnly, 0.054))
    // Connor: (1.959964·√0.148 + 0.841621·√(0.148 − 0.0016))²/0.0016.
    let z = 1.959963984540054 * 0.148.squareRoot() + 0.8416212335729143 * 0.1464.squareRoot()
    let size = try #require(independent.size())
    #expect(isClose(size, z * z / 0.0016, within: 1e-6))
    let power = try #require(independent.power(pairs: Int(size.rounded(.up))))
    #expect(power >= 0.8 && power < 0.801)
    let correlated = try #require(PairedPlan(first: 0.10, second: 0.06, correlation: 0.5))
    #expect(try #require(correlated.size()) < 0.6 * size)
    #expect(PairedPlan(first: 0.10, second: 0.06, correlation: 0.76) == nil)
    #expect(PairedPlan(first: 0.10, second: 0.10, correlation: 1)?.firstOnly == 0)
    #expect(PairedPlan(first: 0.10, second: 0.06, both: 0.07) == nil)
    #expect(PairedPlan(first: 0.10, second: 0.10, both: 0.05)?.size() == nil)
    #expect(PairedPlan(first: 0.10, second: 0.10, both: 0.10)?.exactPower(pairs: 10) == 0)
    #expect(correlated.exactPower(pairs: 0) == nil)
    #expect(correlated.overlappingSizes(overlap: 1.1) == nil)
    #expect(correlated.overlappingSizes(overlap: 0.8, ratio: 2) == nil)
    // More overlap, fewer calls.
    let none = try #require(correlated.overlappingSizes(overlap: 0))
    let all = try #require(correlated.overlappingSizes(overlap: 1))
    #expect(all.first < none.first)
  }

  @Test("Impossible regions get nothing")
  func edges() throws {
    #expect(ExactRejectionRegion.fisher(firstTrials: 0, secondTrials: 5) == nil)
    #expect(ExactRejectionRegion.fisher(firstTrials: 5, secondTrials: 10_001) == nil)
    #expect(ExactRejectionRegion.boschloo(firstTrials: 5, secondTrials: 5, error: 0.6) == nil)
    let region = try #require(ExactRejectionRegion.fisher(firstTrials: 1, secondTrials: 1))
    #expect(region.probability(first: 1, second: 0) == 0)
    #expect(region.probability(first: -0.1, second: 0).isNaN)
  }
}

extension ExactRejectionRegion {
  /// The greatest probability of rejecting over all common shares: the true size of the test.
  fileprivate func greatestError() -> Double {
    UnconditionalMaximum.over(trials: firstTrials + secondTrials) { probability(first: $0, second: $0) }
  }
}
