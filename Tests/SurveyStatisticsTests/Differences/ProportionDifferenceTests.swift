import SurveyStatistics
import Testing

@Suite("Differences of two shares agree with Newcombe, Fagerland and R")
struct ProportionDifferenceTests {
  @Test(
    arguments: [
      ("ci.diff.newcombe", DifferenceMethod.newcombe), ("ci.diff.miettinen-nurminen", .miettinenNurminen),
      ("ci.diff.mee-score", .meeScore), ("ci.diff.agresti-caffo", .agrestiCaffo), ("ci.diff.wald", .wald),
    ])
  func reference(_ name: String, _ method: DifferenceMethod) throws {
    let cases = ReferenceCases.named(name)
    #expect(!cases.isEmpty)
    for reference in cases {
      let (first, second) = try reference.tallies()
      try reference.check(
        ProportionDifference.interval(
          first, minus: second, method: method, confidence: try reference.number("conf")))
    }
  }

  /// The eight contrasts of Newcombe (1998), table II, and two of this survey's size.
  ///
  /// The closed form of method 10, and
  /// the score intervals by scipy 1.17 without our formulas: `minimize_scalar` of the constrained likelihood over p₂,
  /// `brentq` over δ. They round to the four digits that Newcombe prints.
  static let contrasts: [(Int, Int, Int, Int, newcombe: [Double], unbiased: [Double], mee: [Double])] = [
    (
      56, 70, 48, 80, [0.05243147240236498, 0.33387265403690614],
      [0.052829713233366576, 0.338172940048518], [0.053333849280830375, 0.3377294637734176]
    ),
    (
      9, 10, 3, 10, [0.1705227239345029, 0.809017973535488],
      [0.17002501671406547, 0.8406495439446757], [0.1821264996928555, 0.8369503308710875]
    ),
    (
      6, 7, 2, 7, [0.05822792748231209, 0.8062496375242278],
      [0.03417554429697821, 0.8534052599728743], [0.05444832774552351, 0.8478090845477634]
    ),
    (
      5, 56, 0, 29, [-0.038137147903536936, 0.19256001385511165],
      [-0.03259656188490187, 0.19333097669088076], [-0.03132707030371745, 0.19256001385511162]
    ),
    (
      0, 10, 0, 20, [-0.1611251580528194, 0.27753279986288926],
      [-0.16576022754217187, 0.28438133953437716], [-0.16112515805281968, 0.27753279986288903]
    ),
    (
      0, 10, 0, 10, [-0.27753279986288926, 0.27753279986288926],
      [-0.28793394128201194, 0.28793394128201194], [-0.27753279986288903, 0.27753279986288903]
    ),
    (
      10, 10, 0, 20, [0.6790860371419145, 1], [0.7156186604656226, 1], [0.7224672001371106, 1]
    ),
    (
      10, 10, 0, 10, [0.6075093504305241, 1], [0.6636415518947671, 1], [0.6777496838943605, 1]
    ),
    (
      5, 52, 3, 52, [-0.07425623505963219, 0.15474608849672017],
      [-0.07482026157836434, 0.15780722473884823], [-0.07416430628095022, 0.15712870395786313]
    ),
    (
      42, 420, 25, 420, [0.003663766803230571, 0.07799076688849757],
      [0.0038990470827682424, 0.07836143508448351], [0.003921279302864039, 0.07833777518851648]
    ),
  ]

  @Test("Newcombe's contrasts, edges included", arguments: contrasts.indices)
  func contrast(_ index: Int) throws {
    let (x1, n1, x2, n2, newcombe, unbiased, mee) = Self.contrasts[index]
    let first = try tally(x1, of: n1)
    let second = try tally(x2, of: n2)
    for (method, wanted) in [
      (DifferenceMethod.newcombe, newcombe), (.miettinenNurminen, unbiased), (.meeScore, mee),
    ] {
      let interval = try #require(ProportionDifference.interval(first, minus: second, method: method))
      #expect(abs(interval.lower - wanted[0]) < 1e-7, "\(method)")
      #expect(abs(interval.upper - wanted[1]) < 1e-7, "\(method)")
    }
  }

  @Test("Swapping the groups turns the interval round", arguments: DifferenceMethod.allCases)
  func antisymmetry(_ method: DifferenceMethod) throws {
    for (x1, n1, x2, n2) in [(5, 52, 3, 52), (0, 1, 1, 1), (0, 7, 0, 9), (420, 420, 3, 5)] {
      let first = try tally(x1, of: n1)
      let second = try tally(x2, of: n2)
      let there = try #require(ProportionDifference.interval(first, minus: second, method: method))
      let back = try #require(ProportionDifference.interval(second, minus: first, method: method))
      #expect(abs(there.lower + back.upper) < 1e-12)
      #expect(abs(there.upper + back.lower) < 1e-12)
      #expect(there.contains(first.share - second.share))
      #expect(there.lower >= -1 && there.upper <= 1)
      if method != .wald { #expect(there.width > 0) }
    }
  }

  @Test("One-sided bounds are the ends of the interval with twice the error")
  func oneSided() throws {
    let first = try tally(5, of: 52)
    let second = try tally(3, of: 50)
    for method in DifferenceMethod.allCases {
      func interval(_ confidence: Double, _ alternative: Alternative) -> ConfidenceInterval? {
        ProportionDifference.interval(
          first, minus: second, method: method, confidence: confidence, alternative: alternative)
      }
      let both = try #require(interval(0.9, .twoSided))
      let less = try #require(interval(0.95, .less))
      let greater = try #require(interval(0.95, .greater))
      #expect(less.lower == -1 && abs(less.upper - both.upper) < 1e-12)
      #expect(greater.upper == 1 && abs(greater.lower - both.lower) < 1e-12)
    }
  }

  @Test("At zero the plain score test is Pearson's chi-square; the test and its interval agree")
  func scoreTest() throws {
    // scipy 1.17: chi2_contingency([[42, 378], [25, 395]], correction=False) → 4.687300882392694, p 0.0303863432
    let first = try tally(42, of: 420)
    let second = try tally(25, of: 420)
    let pearson = try #require(ProportionDifference.scoreTest(first, minus: second, isUnbiased: false))
    #expect(abs(pearson.statistic * pearson.statistic - 4.687300882392694) < 1e-10)
    for isUnbiased in [true, false] {
      let method: DifferenceMethod = isUnbiased ? .miettinenNurminen : .meeScore
      let interval = try #require(ProportionDifference.interval(first, minus: second, method: method))
      for bound in [interval.lower, interval.upper] {
        let test = ProportionDifference.scoreTest(first, minus: second, null: bound, isUnbiased: isUnbiased)
        #expect(isClose(test?.pValue, 0.05, within: 1e-10))
      }
    }
  }

  @Test("Equivalence is shown exactly when the 90 % interval lies inside the margins")
  func equivalence() throws {
    for (x1, n1, x2, n2) in [(42, 420, 40, 420), (42, 420, 25, 420), (0, 52, 0, 52), (5, 52, 3, 52)] {
      let first = try tally(x1, of: n1)
      let second = try tally(x2, of: n2)
      for margin in [0.02, 0.05, 0.1, 0.2] {
        let result = try #require(
          ProportionDifference.equivalence(first, minus: second, lowerMargin: -margin, upperMargin: margin))
        #expect(result.isShown == (result.interval.lower >= -margin && result.interval.upper <= margin))
        let interval = ProportionDifference.interval(
          first, minus: second, method: .miettinenNurminen, confidence: 0.9)
        #expect(result.interval == interval)
        let worse = ProportionDifference.nonInferiority(first, minus: second, margin: margin)
        #expect(worse?.pValue == result.pValueBelowUpper)
      }
    }
  }

  @Test("Impossible questions get nothing")
  func edges() throws {
    #expect(Tally(successes: 0, trials: 0) == nil)
    #expect(Tally(successes: -1, trials: 3) == nil)
    #expect(Tally(successes: 4, trials: 3) == nil)
    #expect(Tally(successes: 0, trials: Int.max) == nil)
    let some = try tally(1, of: 3)
    let huge = try tally(1 << 52, of: 1 << 53)
    #expect(ProportionDifference.interval(some, minus: some, confidence: 1) == nil)
    #expect(ProportionDifference.interval(some, minus: some, confidence: 0.4, alternative: .less) == nil)
    #expect(ProportionDifference.scoreTest(some, minus: some, null: 1.1) == nil)
    #expect(ProportionDifference.scoreTest(some, minus: some, null: .nan) == nil)
    #expect(ProportionDifference.scoreTest(some, minus: some, null: 1)?.pValue == 0)
    #expect(ProportionDifference.equivalence(some, minus: some, lowerMargin: 0.1, upperMargin: 0.1) == nil)
    for method in DifferenceMethod.allCases {
      let interval = try #require(ProportionDifference.interval(huge, minus: some, method: method))
      #expect(interval.contains(0.5 - 1.0 / 3))
    }
  }

  @Test("Any two intervals combine; Wilson's give Newcombe's, correlation narrows")
  func combined() throws {
    let first = try tally(42, of: 420)
    let second = try tally(25, of: 420)
    let wilson = try #require(ProportionInterval.interval(successes: 42, trials: 420))
    let other = try #require(ProportionInterval.interval(successes: 25, trials: 420))
    let plain = ProportionDifference.combined(first.share, in: wilson, minus: second.share, in: other)
    let newcombe = try #require(ProportionDifference.interval(first, minus: second))
    #expect(isClose(plain.lower, newcombe.lower) && isClose(plain.upper, newcombe.upper))
    let correlated = ProportionDifference.combined(
      first.share, in: wilson, minus: second.share, in: other, correlation: 0.4)
    #expect(correlated.width < plain.width)
    // By hand: 0.3 − 0.1 with bounds 0.03 and 0.04 away: √(9 + 16) = 5 hundredths below, likewise above.
    let simple = ProportionDifference.combined(
      0.3, in: ConfidenceInterval(lower: 0.27, upper: 0.34), minus: 0.1,
      in: ConfidenceInterval(lower: 0.07, upper: 0.14))
    #expect(isClose(simple.lower, 0.15) && isClose(simple.upper, 0.25))
  }
}
