import Randomness
import Testing

/// A sampler with the moments of its distribution.
struct MomentCase: CustomTestStringConvertible, Sendable {
  var name: String
  var mean: Double
  var variance: Double
  var draw: @Sendable (inout RandomStream) -> Double

  var testDescription: String { name }

  init(
    _ name: String, _ mean: Double, _ variance: Double,
    draw: @escaping @Sendable (inout RandomStream) -> Double
  ) {
    self.name = name
    self.mean = mean
    self.variance = variance
    self.draw = draw
  }

  // Means and variances by the textbook formulas; Weibull with shape 2 and scale 2 has mean √π and variance 4 − π,
  // the lognormal with parameters 0 and ½ has mean e^(1/8) and variance (e^(1/4) − 1) e^(1/4).
  static let all: [MomentCase] = [
    MomentCase("unit uniform", 0.5, 1.0 / 12) { $0.unitUniform() },
    MomentCase("open unit uniform", 0.5, 1.0 / 12) { $0.openUnitUniform() },
    MomentCase("uniform in a range", 5, 3) { $0.uniform(in: 2..<8) },
    MomentCase("exponential", 1, 1) { $0.standardExponential() },
    MomentCase("normal", 0, 1) { $0.standardNormal() },
    MomentCase("gamma 25", 25, 25) { $0.standardGamma(shape: 25) },
    MomentCase("gamma 1", 1, 1) { $0.standardGamma(shape: 1) },
    MomentCase("gamma 0.3", 0.3, 0.3) { $0.standardGamma(shape: 0.3) },
    MomentCase("gamma 4 with scale 3", 12, 36) { $0.gamma(shape: 4, scale: 3) },
    MomentCase("weibull", 1.772_453_850_905_516, 0.858_407_346_410_206_8) { $0.weibull(scale: 2, shape: 2) },
    MomentCase("lognormal", 1.133_148_453_066_826_3, 0.364_695_854_012_386_5) {
      $0.lognormal(logMean: 0, logSD: 0.5)
    },
    MomentCase("poisson 3", 3, 3) { Double($0.poisson(mean: 3)) },
    MomentCase("poisson 10", 10, 10) { Double($0.poisson(mean: 10)) },
    MomentCase("poisson 1234", 1234, 1234) { Double($0.poisson(mean: 1234)) },
    MomentCase("poisson 1e9", 1e9, 1e9) { Double($0.poisson(mean: 1e9)) },
    MomentCase("integer below 420", 209.5, 14_699.916_666_666_666) { Double($0.integer(below: 420)) },
    MomentCase("bernoulli", 0.3, 0.21) { $0.bernoulli(0.3) ? 1 : 0 },
  ]
}

@Suite("Moments of the samplers")
struct MomentTests {
  // 100,000 draws each. The mean may be off by five standard errors, which chance exceeds with probability 6e-7; the
  // variance by 6 %, which is six standard errors for the distribution with the heaviest tail here (gamma 0.3).
  @Test("have the mean and the variance of their distributions", arguments: MomentCase.all)
  func moments(of sampler: MomentCase) {
    var stream = RandomStream(
      seed: 4, replication: 0, practice: RandomStream.key(of: sampler.name), purpose: Purpose(rawValue: 0))
    let count = 100_000
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<count {
      let difference = sampler.draw(&stream) - sampler.mean
      sum += difference
      squares += difference * difference
    }
    let standardError = (sampler.variance / Double(count)).squareRoot()
    #expect(abs(sum / Double(count)) < 5 * standardError)
    #expect(abs(squares / Double(count) / sampler.variance - 1) < 0.06)
  }
}
