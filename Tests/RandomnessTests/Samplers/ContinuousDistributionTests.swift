import Glibc
import Testing

@testable import Randomness

/// A sampler with its distribution function.
struct ContinuousCase: CustomTestStringConvertible, Sendable {
  var name: String
  var draw: @Sendable (inout RandomStream) -> Double
  var distribution: @Sendable (Double) -> Double

  var testDescription: String { name }

  init(
    _ name: String, _ draw: @escaping @Sendable (inout RandomStream) -> Double,
    distribution: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.draw = draw
    self.distribution = distribution
  }

  static func gamma(_ shape: Double) -> ContinuousCase {
    ContinuousCase("gamma \(shape)", { $0.standardGamma(shape: shape) }) {
      GoodnessOfFit.regularizedGamma(shape: shape, at: $0)
    }
  }

  static let simple: [ContinuousCase] = [
    ContinuousCase("unit uniform", { $0.unitUniform() }) { $0 },
    ContinuousCase("open unit uniform", { $0.openUnitUniform() }) { $0 },
    ContinuousCase("uniform from −3 to 5", { $0.uniform(in: -3..<5) }) { ($0 + 3) / 8 },
    ContinuousCase("exponential", { $0.standardExponential() }) { -expm1(-$0) },
    ContinuousCase("normal", { $0.standardNormal() }) { GoodnessOfFit.normal($0) },
    ContinuousCase("lognormal", { $0.lognormal(logMean: 1, logSD: 0.7) }) {
      GoodnessOfFit.normal((Glibc.log($0) - 1) / 0.7)
    },
    ContinuousCase("weibull with shape 0.6", { $0.weibull(scale: 3, shape: 0.6) }) {
      -expm1(-Glibc.pow($0 / 3, 0.6))
    },
    ContinuousCase("weibull with shape 4", { $0.weibull(scale: 0.5, shape: 4) }) {
      -expm1(-Glibc.pow($0 / 0.5, 4))
    },
  ]

  static let gammas: [ContinuousCase] = [0.05, 0.3, 0.999, 1, 1.5, 6.25, 25, 90].map(gamma)

  // The parts of the ziggurats outside their cores, which a sample of the whole distribution would hardly show.
  static let parts: [ContinuousCase] = [
    ContinuousCase("the tail of the exponential", { $0.exponentialOutsideTheCore(layer: 0, x: 8) }) {
      -expm1(ExponentialZiggurat.tailStart - $0)
    },
    ContinuousCase("the tail of the normal", { $0.normalTail() }) {
      1 - erfc($0 / 2.0.squareRoot()) / erfc(NormalZiggurat.tailStart / 2.0.squareRoot())
    },
    ContinuousCase("the lower tail of the normal", { $0.normalOutsideTheCore(layer: 0, x: -3.7) }) {
      erfc(-$0 / 2.0.squareRoot()) / erfc(NormalZiggurat.tailStart / 2.0.squareRoot())
    },
  ]

  // On either side of 1/2, where the method changes, and where the layers of durations have their tails.
  static let normalTails: [ContinuousCase] = [-1, 0, 0.3, 0.49, 0.5, 0.8, 2.83, 3.65, 6].map { start in
    ContinuousCase("the normal beyond \(start)", { $0.normalTail(from: start) }) {
      1 - erfc($0 / 2.0.squareRoot()) / erfc(start / 2.0.squareRoot())
    }
  }
}

@Suite("Continuous distributions")
struct ContinuousDistributionTests {
  @Test(
    "pass the Kolmogorov–Smirnov test",
    arguments: ContinuousCase.simple + ContinuousCase.gammas + ContinuousCase.parts
      + ContinuousCase.normalTails)
  func fits(_ sampler: ContinuousCase) {
    var stream = RandomStream(
      seed: 6, replication: 0, practice: RandomStream.key(of: sampler.name), purpose: Purpose(rawValue: 0))
    let sample = (0..<40_000).map { _ in sampler.draw(&stream) }
    let statistic = GoodnessOfFit.kolmogorovSmirnov(sample, sampler.distribution)
    #expect(statistic < GoodnessOfFit.kolmogorovSmirnovLimit)
  }

  @Test("a uniform number in a range never reaches the upper end, even where rounding would")
  func uniformStaysBelow() {
    // 1 + (1 − 2⁻⁵³) · 2⁻⁵² rounds to the upper end.
    var highest = RepeatingGenerator(.max)
    let upper = Double(1).nextUp
    #expect(highest.uniform(in: 1..<upper) == 1)
    var lowest = RepeatingGenerator(0)
    #expect(lowest.uniform(in: 1..<upper) == 1)
  }

  @Test("uniform numbers of the extreme words")
  func uniformExtremes() {
    var lowest = RepeatingGenerator(0)
    var highest = RepeatingGenerator(.max)
    #expect(lowest.unitUniform() == 0)
    #expect(highest.unitUniform() == 1 - 0x1p-53)
    #expect(lowest.openUnitUniform() == 0x1p-53)
    #expect(highest.openUnitUniform() == 1 - 0x1p-53)
  }
}
