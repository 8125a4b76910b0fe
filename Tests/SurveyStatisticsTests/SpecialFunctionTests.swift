import Testing

@testable import SurveyStatistics

/// Every value comes from mpmath at 60 digits: Reference/special_functions.py wrote Reference/special-functions.csv.
@Suite("Special functions agree with mpmath to twelve digits")
struct SpecialFunctionTests {
  @Test(arguments: ExactValue.of("logGamma"))
  func logGamma(_ value: ExactValue) {
    value.check(GammaFunction.logGamma(value.arguments[0]), relative: 1e-13)
  }

  @Test(arguments: ExactValue.of("regularizedLower"))
  func incompleteGamma(_ value: ExactValue) {
    value.check(GammaFunction.regularizedLower(value.arguments[0], value.arguments[1]))
  }

  @Test(arguments: ExactValue.of("regularizedUpper"))
  func complementOfIncompleteGamma(_ value: ExactValue) {
    value.check(GammaFunction.regularizedUpper(value.arguments[0], value.arguments[1]))
  }

  @Test(arguments: ExactValue.of("Normal.cdf"))
  func normal(_ value: ExactValue) {
    value.check(Normal.cdf(value.arguments[0]))
    value.check(Normal.upperTail(-value.arguments[0]))
  }

  @Test(arguments: ExactValue.of("Normal.quantile"))
  func normalQuantile(_ value: ExactValue) {
    value.check(Normal.quantile(value.arguments[0]))
    value.check(-Normal.quantile(upperTail: value.arguments[0]))
  }

  @Test(arguments: ExactValue.of("ChiSquare.quantile"))
  func chiSquareQuantile(_ value: ExactValue) {
    let distribution = ChiSquare(degreesOfFreedom: value.arguments[0])
    value.check(distribution.quantile(value.arguments[1]))
    // And back: the quantile's own probability.
    let back = distribution.cdf(distribution.quantile(value.arguments[1]))
    #expect(abs(back - value.arguments[1]) <= 1e-12 * value.arguments[1])
  }

  @Test(arguments: ExactValue.of("BetaDistribution.cdf"))
  func incompleteBeta(_ value: ExactValue) {
    value.check(BetaDistribution(value.arguments[0], value.arguments[1]).cdf(value.arguments[2]))
  }

  @Test(arguments: ExactValue.of("BetaDistribution.upperTail"))
  func complementOfIncompleteBeta(_ value: ExactValue) {
    value.check(BetaDistribution(value.arguments[0], value.arguments[1]).upperTail(value.arguments[2]))
  }

  @Test(arguments: ExactValue.of("BetaDistribution.quantile"))
  func betaQuantile(_ value: ExactValue) {
    value.check(BetaDistribution(value.arguments[0], value.arguments[1]).quantile(value.arguments[2]))
  }

  @Test(arguments: ExactValue.of("StudentT.cdf"))
  func studentT(_ value: ExactValue) {
    let distribution = StudentT(degreesOfFreedom: value.arguments[0])
    value.check(distribution.cdf(value.arguments[1]))
    value.check(distribution.upperTail(-value.arguments[1]))
  }

  @Test(arguments: ExactValue.of("StudentT.quantile"))
  func studentTQuantile(_ value: ExactValue) {
    value.check(StudentT(degreesOfFreedom: value.arguments[0]).quantile(value.arguments[1]))
  }

  @Test(arguments: ExactValue.of("StudentT.pdf"))
  func studentTDensity(_ value: ExactValue) {
    value.check(StudentT(degreesOfFreedom: value.arguments[0]).pdf(value.arguments[1]))
  }

  @Test(arguments: ExactValue.of("FDistribution.upperTail"))
  func fDistribution(_ value: ExactValue) {
    let distribution = FDistribution(numerator: value.arguments[0], denominator: value.arguments[1])
    value.check(distribution.upperTail(value.arguments[2]))
    let back = distribution.quantile(distribution.cdf(value.arguments[2]))
    #expect(abs(back / value.arguments[2] - 1) < 1e-6)
  }

  @Test(arguments: ExactValue.of("Binomial.pmf"))
  func binomialMass(_ value: ExactValue) {
    let distribution = Binomial(trials: Int(value.arguments[0]), probability: value.arguments[1])
    value.check(distribution.pmf(Int(value.arguments[2])))
  }

  @Test(arguments: ExactValue.of("Binomial.cdf"))
  func binomialLowerTail(_ value: ExactValue) {
    let distribution = Binomial(trials: Int(value.arguments[0]), probability: value.arguments[1])
    value.check(distribution.cdf(Int(value.arguments[2])))
  }

  @Test(arguments: ExactValue.of("Binomial.upperTail"))
  func binomialUpperTail(_ value: ExactValue) {
    let distribution = Binomial(trials: Int(value.arguments[0]), probability: value.arguments[1])
    value.check(distribution.upperTail(Int(value.arguments[2])))
  }

  static func hypergeometric(_ value: ExactValue) -> Hypergeometric {
    Hypergeometric(
      population: Int(value.arguments[0]), successes: Int(value.arguments[1]), draws: Int(value.arguments[2]))
  }

  @Test(arguments: ExactValue.of("Hypergeometric.pmf"))
  func hypergeometricMass(_ value: ExactValue) {
    value.check(Self.hypergeometric(value).pmf(Int(value.arguments[3])))
  }

  @Test(arguments: ExactValue.of("Hypergeometric.cdf"))
  func hypergeometricLowerTail(_ value: ExactValue) {
    value.check(Self.hypergeometric(value).cdf(Int(value.arguments[3])))
  }

  @Test(arguments: ExactValue.of("Hypergeometric.upperTail"))
  func hypergeometricUpperTail(_ value: ExactValue) {
    value.check(Self.hypergeometric(value).upperTail(Int(value.arguments[3])))
  }

  @Test(arguments: ExactValue.of("BetaBinomial.pmf"))
  func betaBinomialMass(_ value: ExactValue) {
    let prior = BetaDistribution(value.arguments[1], value.arguments[2])
    value.check(BetaBinomial(trials: Int(value.arguments[0]), prior: prior).pmf(Int(value.arguments[3])))
  }

  @Test("All values were read")
  func inventory() {
    #expect(ExactValue.all.count == 266)
  }
}

@Suite("Special functions outside their range answer with NaN or a limit, and never stop the program")
struct SpecialFunctionEdgeTests {
  @Test("Impossible parameters give NaN")
  func impossibleParameters() {
    #expect(GammaFunction.logGamma(-1).isNaN)
    #expect(GammaFunction.regularizedLower(0, 1).isNaN)
    #expect(Normal.quantile(1.5).isNaN)
    #expect(Normal.quantile(.nan).isNaN)
    #expect(StudentT(degreesOfFreedom: -1).quantile(0.975).isNaN)
    #expect(StudentT(degreesOfFreedom: 0).cdf(1).isNaN)
    #expect(ChiSquare(degreesOfFreedom: .nan).cdf(1).isNaN)
    #expect(ChiSquare(degreesOfFreedom: 2).quantile(-0.1).isNaN)
    #expect(BetaDistribution(0, 1).quantile(0.5).isNaN)
    #expect(FDistribution(numerator: 1, denominator: 0).upperTail(1).isNaN)
    #expect(Binomial(trials: -1, probability: 0.5).pmf(0).isNaN)
    #expect(Binomial(trials: 3, probability: 1.1).cdf(1).isNaN)
    #expect(Hypergeometric(population: 5, successes: 6, draws: 1).cdf(1).isNaN)
    #expect(Hypergeometric(population: 5, successes: 6, draws: 1).support.isEmpty)
    #expect(BetaBinomial(trials: -1, prior: BetaDistribution(1, 1)).pmf(0).isNaN)
  }

  @Test("The ends of every range are exact")
  func ends() {
    #expect(GammaFunction.logGamma(0) == .infinity)
    #expect(GammaFunction.logGamma(1) == 0)
    #expect(GammaFunction.logGamma(2) == 0)
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(0.5) == 0)
    #expect(StudentT(degreesOfFreedom: 3).quantile(0) == -.infinity)
    #expect(StudentT(degreesOfFreedom: 3).quantile(1) == .infinity)
    #expect(StudentT(degreesOfFreedom: .infinity).quantile(0.9) == Normal.quantile(0.9))
    #expect(StudentT(degreesOfFreedom: 3).cdf(.infinity) == 1)
    #expect(ChiSquare(degreesOfFreedom: 1).quantile(0) == 0)
    #expect(ChiSquare(degreesOfFreedom: 1).quantile(1) == .infinity)
    #expect(ChiSquare(degreesOfFreedom: 1).upperTail(-3) == 1)
    #expect(BetaDistribution(2, 3).quantile(0) == 0)
    #expect(BetaDistribution(2, 3).quantile(1) == 1)
    #expect(BetaDistribution(2, 3).cdf(-1) == 0)
    #expect(BetaDistribution(2, 3).cdf(2) == 1)
    #expect(Binomial(trials: 5, probability: 0).pmf(0) == 1)
    #expect(Binomial(trials: 5, probability: 1).upperTail(5) == 1)
    #expect(Binomial(trials: 5, probability: 0.5).upperTail(Int.min) == 1)
    #expect(Binomial(trials: 5, probability: 0.5).cdf(Int.max) == 1)
    #expect(Binomial(trials: 5, probability: 0.5).upperTail(6) == 0)
    #expect(Hypergeometric(population: 10, successes: 10, draws: 4).pmf(4) == 1)
    #expect(Hypergeometric(population: 10, successes: 0, draws: 4).pmf(0) == 1)
  }
}
