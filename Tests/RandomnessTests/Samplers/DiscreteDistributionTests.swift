import Glibc
import Testing

@testable import Randomness

@Suite("Discrete distributions")
struct DiscreteDistributionTests {
  static func stream(_ name: String) -> RandomStream {
    RandomStream(seed: 7, replication: 0, practice: RandomStream.key(of: name), purpose: Purpose(rawValue: 0))
  }

  @Test(
    "Poisson numbers pass the chi-square test",
    arguments: [0.01, 0.7, 3, 9.999, 10, 10.5, 17.3, 36, 99.5, 1000, 25_000])
  func poisson(mean: Double) {
    var stream = Self.stream("poisson \(mean)")
    let lowest = max(0, Int(mean - 8 * mean.squareRoot() - 8))
    let size = Int(16 * mean.squareRoot()) + 40
    // Cells of several values for large means, so that each holds enough.
    let width = max(1, Int(mean.squareRoot() / 8))
    var counts = [Int](repeating: 0, count: size / width + 1)
    for _ in 0..<40_000 {
      let cell = (stream.poisson(mean: mean) - lowest) / width
      counts[min(max(cell, 0), counts.count - 1)] += 1
    }
    let probabilities = counts.indices.map { cell in
      (0..<width).reduce(0) { sum, offset in
        let k = Double(lowest + cell * width + offset)
        return sum + exp(k * log(mean) - mean - lgamma(k + 1))
      }
    }
    let probability = GoodnessOfFit.chiSquareProbability(counts: counts, probabilities: probabilities)
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test("a huge Poisson mean gives numbers that are normal after standardising")
  func hugePoisson() {
    var stream = Self.stream("huge poisson")
    // The skewness 3e-5 is far below what 40,000 numbers show.
    let sample = (0..<40_000).map { _ in (Double(stream.poisson(mean: 1e9)) - 1e9 + 0.5) / 1e9.squareRoot() }
    let statistic = GoodnessOfFit.kolmogorovSmirnov(sample, GoodnessOfFit.normal)
    #expect(statistic < GoodnessOfFit.kolmogorovSmirnovLimit)
  }

  // Source: mpmath with 50 digits:
  //   k * log(mean) - mean - loggamma(k + 1)
  @Test("the logarithm of a Poisson probability has no cancellation", arguments: PoissonOracle.cases)
  func poissonProbability(k: Double, mean: Double, expected: Double) {
    let ours = PoissonProbability.logarithm(of: k, mean: mean)
    #expect(abs(ours - expected) <= 4e-15 * abs(expected))
  }

  @Test("a Poisson mean of zero gives zero")
  func poissonOfNothing() {
    var stream = Self.stream("poisson of nothing")
    #expect((0..<100).allSatisfy { _ in stream.poisson(mean: 0) == 0 })
  }

  @Test("bounded integers are equally likely", arguments: [1, 2, 3, 7, 64, 420])
  func integers(bound: Int) {
    var stream = Self.stream("integer \(bound)")
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<40_000 {
      counts[stream.integer(below: bound)] += 1
    }
    if bound == 1 { return }
    let probability = GoodnessOfFit.chiSquareProbability(
      counts: counts, probabilities: Array(repeating: 1 / Double(bound), count: bound))
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test("a huge bound is not biased: each third of 3 · 2⁶⁰ holds a third of the numbers")
  func hugeBound() {
    // 2⁶⁴ is 5⅓ times the bound, so a remainder would put 6/16 into the first third and 5/16 into the others.
    var stream = Self.stream("huge bound")
    let bound = 3 << 60
    var counts = [Int](repeating: 0, count: 3)
    for _ in 0..<40_000 {
      counts[stream.integer(below: bound) >> 60] += 1
    }
    let probability = GoodnessOfFit.chiSquareProbability(
      counts: counts, probabilities: Array(repeating: 1.0 / 3, count: 3))
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test("a surplus word is rejected and the next one used")
  func lemireRejects() {
    // 2⁶⁴ mod 3 = 1: of the products 3 · word only the one with low word 0 is surplus, that of the word 0.
    var generator = ScriptedGenerator([0, .max])
    #expect(generator.integer(below: 3) == 2)
    #expect(generator.taken == 2)
    // 3 · (2⁶⁴ − 1)/3 has the low word 2⁶⁴ − 1: it is used at once.
    var other = ScriptedGenerator([0x5555_5555_5555_5555])
    #expect(other.integer(below: 3) == 0)
    #expect(other.taken == 1)
  }

  @Test("bernoulli takes one word and knows its edges")
  func bernoulli() {
    var generator = ScriptedGenerator([0, .max, 0, .max, 0, .max])
    #expect(generator.bernoulli(0) == false)
    #expect(generator.bernoulli(1) == true)
    #expect(generator.bernoulli(.leastNonzeroMagnitude) == true)
    #expect(generator.bernoulli(1 - 0x1p-53) == false)
    #expect(generator.bernoulli(-1) == false)
    #expect(generator.bernoulli(.nan) == false)
    #expect(generator.taken == 6)
  }
}
