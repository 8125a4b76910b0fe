import Testing

@testable import SurveyStatistics

/// The reference file's names of the one-sample methods, and ours.
enum ReferenceMethod {
  static let names: [(reference: String, method: IntervalMethod)] = [
    ("wilson", .wilson), ("wilson-cc", .wilsonCC), ("clopper-pearson", .clopperPearson), ("mid-p", .midP),
    ("jeffreys-equal-tailed", .jeffreys), ("agresti-coull", .agrestiCoull), ("logit", .logit),
    ("cloglog", .cloglog), ("likelihood-ratio", .likelihoodRatio), ("wald", .wald), ("wald-cc", .waldCC),
  ]

  static func cases(_ prefix: String) -> [(IntervalMethod, ReferenceCase)] {
    names.flatMap { name in ReferenceCases.named(prefix + name.reference).map { (name.method, $0) } }
  }
}

extension ReferenceCase {
  func alternative() throws -> Alternative {
    try found(Alternative(rawValue: text("alternative") ?? "two-sided"), "alternative")
  }
}

@Suite("One-sample intervals agree with R, SciPy and published tables")
struct ProportionIntervalReferenceTests {
  @Test(arguments: ReferenceMethod.cases("ci.proportion."))
  func reference(_ method: IntervalMethod, _ reference: ReferenceCase) throws {
    let x = try reference.integer("x")
    let n = try reference.integer("n")
    let confidence = try reference.number("conf")
    let alternative = try reference.alternative()
    // The file's unclipped rows, and all its Wald rows, are the bare formula.
    let isBare = reference.flag("clip") == false || method == .wald
    let interval =
      isBare
      ? ProportionInterval.textbook(
        successes: x, trials: n, method: method, confidence: confidence, alternative: alternative)
      : ProportionInterval.interval(
        successes: x, trials: n, method: method, confidence: confidence, alternative: alternative)
    let wanted = try reference.expectedNumbers()
    reference.check(interval?.lower, wanted[0])
    reference.check(interval?.upper, wanted[1])
  }

  /// scipy 1.17: `binomtest(x, n).proportion_ci(method='wilson'|'wilsoncc')`; Clopper–Pearson:
  /// `beta.ppf(.025, x, n-x+1)`, `beta.isf(.025, x+1, n-x)` (binomtest solves to 1e-12 only); Jeffreys:
  /// `beta.ppf(.025, x+.5, n-x+.5)`, `beta.isf(...)`, 0 and 1 at the edges.
  static let scipy: [(IntervalMethod, Int, Int, Double, Double)] = [
    (.wilson, 0, 1, 0.0, 0.7934506856227626),
    (.clopperPearson, 0, 1, 0.0, 0.975),
    (.wilsonCC, 0, 1, 0.0, 0.945379244471148),
    (.jeffreys, 0, 1, 0.0, 0.8532536836904249),
    (.wilson, 1, 1, 0.20654931437723745, 1.0),
    (.clopperPearson, 1, 1, 0.025, 1.0),
    (.wilsonCC, 1, 1, 0.05462075552885204, 1.0),
    (.jeffreys, 1, 1, 0.14674631630957513, 1.0),
    (.wilson, 0, 52, 0.0, 0.06879223612386233),
    (.clopperPearson, 0, 52, 0.0, 0.06848220870331957),
    (.wilsonCC, 0, 52, 0.0, 0.08569541025096264),
    (.jeffreys, 0, 52, 0.0, 0.04693673671899208),
    (.wilson, 52, 52, 0.9312077638761376, 1.0),
    (.clopperPearson, 52, 52, 0.9315177912966804, 1.0),
    (.wilsonCC, 52, 52, 0.9143045897490373, 1.0),
    (.jeffreys, 52, 52, 0.9530632632810079, 1.0),
    (.wilson, 1, 1000000, 1.765245767453709e-07, 5.664911804311442e-06),
    (.clopperPearson, 1, 1000000, 2.5317807663794178e-08, 5.571630655166941e-06),
    (.wilsonCC, 1, 1000000, 5.2200147776760455e-08, 6.4950143102974366e-06),
    (.jeffreys, 1, 1000000, 1.0789766246541867e-07, 4.674192046729829e-06),
    (.wilson, 3, 1000000, 1.0202712409681223e-06, 8.821149774312435e-06),
    (.clopperPearson, 3, 1000000, 6.186725501906401e-07, 8.76724778806768e-06),
    (.wilsonCC, 3, 1000000, 7.747938358396523e-07, 9.560047742143269e-06),
    (.jeffreys, 3, 1000000, 8.449352895506829e-07, 8.00636009424322e-06),
    (.wilson, 1000000, 1000000, 0.999996158555936, 1.0),
    (.clopperPearson, 1000000, 1000000, 0.9999963111273498, 1.0),
    (.wilsonCC, 1000000, 1000000, 0.9999952107599253, 1.0),
    (.jeffreys, 1000000, 1000000, 0.9999974880606892, 1.0),
    (.wilson, 999999, 1000000, 0.9999943350881957, 0.9999998234754233),
    (.clopperPearson, 999999, 1000000, 0.9999944283693448, 0.9999999746821924),
    (.wilsonCC, 999999, 1000000, 0.9999935049856897, 0.9999999477998522),
    (.jeffreys, 999999, 1000000, 0.9999953258079533, 0.9999998921023375),
    (.wilson, 500000, 1000000, 0.4990200198900048, 0.5009799801099952),
    (.clopperPearson, 500000, 1000000, 0.49901951919531184, 0.5009804808046882),
    (.wilsonCC, 500000, 1000000, 0.499019519891926, 0.500980480108074),
    (.jeffreys, 500000, 1000000, 0.49902001919386424, 0.5009799808061357),
    (.wilson, 7, 8, 0.5291118177871464, 0.9775825085499433),
    (.clopperPearson, 7, 8, 0.47349032912479344, 0.9968402764687481),
    (.wilsonCC, 7, 8, 0.46678918574709033, 0.9934400830672538),
    (.jeffreys, 7, 8, 0.5462806789675853, 0.9861617662096792),
  ]

  /// mpmath 1.3 at 40 digits, bisection of the defining equations: mid-p: P(X < x) + P(X = x)/2 = 1/40 and its
  /// mirror; likelihood ratio: drop = z²; arcsine: the formula.
  static let mpmath: [(IntervalMethod, Int, Int, Double, Double)] = [
    (.midP, 0, 1, 0.0, 0.95),
    (.midP, 1, 1, 0.05, 1.0),
    (.midP, 5, 52, 0.03609135354145234, 0.20030094186489),
    (.midP, 51, 52, 0.9088086380254571, 0.9990380920714013),
    (.midP, 0, 52, 0.0, 0.05598218012623556),
    (.midP, 52, 52, 0.9440178198737644, 1.0),
    (.midP, 1, 1000000, 5.002034477574018e-8, 4.931850413316005e-6),
    (.midP, 3, 1000000, 7.630968471086978e-7, 8.164447028885976e-6),
    (.likelihoodRatio, 0, 1, 0.0, 0.8534999355139158),
    (.likelihoodRatio, 1, 1, 0.1465000644860842, 1.0),
    (.likelihoodRatio, 5, 52, 0.03559434736063225, 0.1953839240002339),
    (.likelihoodRatio, 51, 52, 0.9180505783279484, 0.998892654531006),
    (.likelihoodRatio, 0, 52, 0.0, 0.03626325141409023),
    (.likelihoodRatio, 52, 52, 0.9637367485859098, 1.0),
    (.likelihoodRatio, 1, 1000000, 5.705896931960069e-8, 4.403012611043664e-6),
    (.likelihoodRatio, 3, 1000000, 7.460658769638139e-7, 7.779267776437862e-6),
    (.arcsine, 0, 1, 0.0, 0.9880491296751906),
    (.arcsine, 1, 1, 0.01195087032480936, 1.0),
    (.arcsine, 5, 52, 0.03529690913718347, 0.197723591508037),
    (.arcsine, 51, 52, 0.9137603393959295, 0.9993104931692842),
    (.arcsine, 0, 52, 0.0, 0.04775808151585159),
    (.arcsine, 52, 52, 0.9522419184841484, 1.0),
    (.arcsine, 1, 1000000, 3.7103148392941e-8, 4.63361830258861e-6),
    (.arcsine, 3, 1000000, 7.346813584863548e-7, 7.936029409588027e-6),
  ]

  @Test("Edges, single calls and a million calls agree to eleven digits", arguments: scipy + mpmath)
  func edges(_ method: IntervalMethod, _ x: Int, _ n: Int, _ lower: Double, _ upper: Double) throws {
    let interval = try #require(ProportionInterval.interval(successes: x, trials: n, method: method))
    #expect(abs(interval.lower - lower) <= 1e-11 * lower)
    #expect(abs(interval.upper - upper) <= 1e-11 * upper)
  }

  @Test("The numbers that a planner will check by hand")
  func landmarks() throws {
    let five = try #require(ProportionInterval.interval(successes: 5, trials: 52))
    #expect(abs(five.lower - 0.04177) < 5e-6)
    #expect(abs(five.upper - 0.20610) < 5e-6)
    let fortyTwo = try #require(ProportionInterval.interval(successes: 42, trials: 420))
    #expect(abs(fortyTwo.lower - 0.0748) < 5e-5)
    #expect(abs(fortyTwo.upper - 0.1324) < 5e-5)
  }
}

@Suite("One-sample intervals keep their promises everywhere")
struct ProportionIntervalPropertyTests {
  /// Every method that needs counts only.
  static let methods = IntervalMethod.allCases.filter { $0 != .hypergeometric }

  @Test("Inside [0, 1], around the share, 0 and 1 at the edges, never without width", arguments: methods)
  func sanity(_ method: IntervalMethod) throws {
    for n in [1, 2, 3, 7, 52, 420, 1_000_000] {
      for x in Set([0, 1, n / 10, n / 2, n - 1, n]).sorted() where x >= 0 && x <= n {
        for confidence in [0.5, 0.8, 0.95, 0.999, 0.999999] {
          let interval = try #require(
            ProportionInterval.interval(successes: x, trials: n, method: method, confidence: confidence))
          let share = Double(x) / Double(n)
          #expect(interval.lower >= 0 && interval.upper <= 1, "\(x) of \(n) at \(confidence): \(interval)")
          // Jeffreys and arcsine may leave out a share next to an edge; all others hold it.
          if method != .jeffreys && method != .arcsine {
            #expect(
              interval.lower <= share && share <= interval.upper, "\(x) of \(n) at \(confidence): \(interval)"
            )
          }
          #expect(interval.width > 0)
          if x == 0 { #expect(interval.lower == 0) }
          if x == n { #expect(interval.upper == 1) }
        }
      }
    }
  }

  @Test("Successes and failures mirror each other", arguments: methods.filter { $0 != .cloglog })
  func mirror(_ method: IntervalMethod) throws {
    for (x, n) in [(0, 9), (1, 30), (5, 52), (26, 52), (3, 1000)] {
      let one = try #require(ProportionInterval.interval(successes: x, trials: n, method: method))
      let other = try #require(ProportionInterval.interval(successes: n - x, trials: n, method: method))
      #expect(abs(one.lower - (1 - other.upper)) < 1e-14)
      #expect(abs(one.upper - (1 - other.lower)) < 1e-14)
    }
  }

  @Test("A one-sided 97.5 % bound is the end of the two-sided 95 % interval", arguments: methods)
  func sides(_ method: IntervalMethod) throws {
    for (x, n) in [(0, 52), (5, 52), (52, 52)] {
      let both = try #require(ProportionInterval.interval(successes: x, trials: n, method: method))
      let upper = try #require(
        ProportionInterval.interval(
          successes: x, trials: n, method: method, confidence: 0.975, alternative: .less))
      let lower = try #require(
        ProportionInterval.interval(
          successes: x, trials: n, method: method, confidence: 0.975, alternative: .greater))
      #expect(upper.lower == 0 && abs(upper.upper - both.upper) < 1e-12)
      #expect(lower.upper == 1 && abs(lower.lower - both.lower) < 1e-12)
    }
  }

  @Test("Fractional counts give what whole counts give", arguments: methods)
  func effectiveSize(_ method: IntervalMethod) throws {
    let whole = try #require(ProportionInterval.interval(successes: 13, trials: 52, method: method))
    let fractional = try #require(
      ProportionInterval.interval(proportion: 0.25, effectiveSize: 52, method: method))
    #expect(whole == fractional)
    let smaller = try #require(
      ProportionInterval.interval(proportion: 0.25, effectiveSize: 37.3, method: method))
    #expect(smaller.width > whole.width)
  }

  @Test("What cannot be gets no interval", arguments: IntervalMethod.allCases)
  func impossible(_ method: IntervalMethod) {
    func interval(_ x: Int, _ n: Int, _ confidence: Double = 0.95, _ side: Alternative = .twoSided)
      -> ConfidenceInterval?
    {
      ProportionInterval.interval(
        successes: x, trials: n, method: method, confidence: confidence, alternative: side)
    }
    #expect(interval(0, 0) == nil)
    #expect(interval(-1, 5) == nil)
    #expect(interval(6, 5) == nil)
    #expect(interval(1, 5, 0) == nil)
    #expect(interval(1, 5, 1) == nil)
    #expect(interval(1, 5, .nan) == nil)
    #expect(interval(1, 5, 0.4, .less) == nil)
    // The interval of a finite population is FinitePopulation's.
    #expect((interval(1, 5) == nil) == (method == .hypergeometric))
    #expect(ProportionInterval.interval(proportion: .nan, effectiveSize: 5, method: method) == nil)
    #expect(ProportionInterval.interval(proportion: 0.5, effectiveSize: 0, method: method) == nil)
    #expect(ProportionInterval.interval(proportion: 0.5, effectiveSize: .infinity, method: method) == nil)
  }

  @Test("The bare formulas collapse where their authors let them")
  func textbook() throws {
    let wald = ProportionInterval.textbook(successes: 0, trials: 20, method: .wald)
    #expect(wald == ConfidenceInterval(lower: 0, upper: 0))
    #expect(ProportionInterval.textbook(successes: 0, trials: 20, method: .logit) == nil)
    #expect(ProportionInterval.textbook(successes: 20, trials: 20, method: .cloglog) == nil)
    // The product's interval takes the exact bound instead: 1 − 0.025^(1/20).
    let honest = try #require(ProportionInterval.interval(successes: 0, trials: 20, method: .wald))
    #expect(abs(honest.upper - 0.16843347098) < 1e-10)
  }

  @Test("Names round-trip, and are those of files and command line")
  func names() {
    #expect(
      IntervalMethod.allCases.map(\.rawValue) == [
        "wilson", "wilson-cc", "clopper-pearson", "mid-p", "jeffreys", "agresti-coull", "logit", "cloglog",
        "likelihood-ratio", "arcsine", "wald", "wald-cc", "hypergeometric", "korn-graubard",
      ])
  }
}
