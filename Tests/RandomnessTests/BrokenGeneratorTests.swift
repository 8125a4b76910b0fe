import Testing

@testable import Randomness

@Suite("Samplers under broken generators")
struct BrokenGeneratorTests {
  // All zeros, all ones, alternations of both in words and in bits, single bits, and words that lead to the lowest
  // layer of a ziggurat or to its wedges for ever.
  static let generators: [RepeatingGenerator] = [
    RepeatingGenerator(0),
    RepeatingGenerator(.max),
    RepeatingGenerator(0, .max),
    RepeatingGenerator(.max, 0),
    RepeatingGenerator(0, 0, .max),
    RepeatingGenerator(.max, .max, 0),
    RepeatingGenerator(0x5555_5555_5555_5555),
    RepeatingGenerator(0xAAAA_AAAA_AAAA_AAAA),
    RepeatingGenerator(1),
    RepeatingGenerator(1 << 63),
    RepeatingGenerator(0xFF),
    RepeatingGenerator(0xFFFF_FFFF_FFFF_FF00),
    RepeatingGenerator(0xFFFF_FFFF_FFFF_FF0A, .max),
    RepeatingGenerator(0x0000_0000_0000_000A, .max),
    RepeatingGenerator(0xFFFF_FFFF_FFFF_FF00, 0, .max),
    RepeatingGenerator(0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000),
  ]

  @Test("give finite numbers in their range, and end", arguments: generators)
  func continuous(generator: RepeatingGenerator) {
    var generator = generator
    for _ in 0..<2 {
      #expect((0..<1).contains(generator.unitUniform()))
      let open = generator.openUnitUniform()
      #expect(open > 0 && open < 1)
      #expect((2..<3).contains(generator.uniform(in: 2..<3)))
      let exponential = generator.standardExponential()
      // The tail starts at 7.7, and −ln 2⁻⁵³ is 36.7.
      #expect(exponential > 0 && exponential < 45)
      #expect(generator.standardNormal().magnitude < 15)
      for shape in [1e-300, 0.01, 0.5, 1, 2.5, 1e6, 1e300] {
        let gamma = generator.standardGamma(shape: shape)
        #expect(gamma >= 0 && gamma.isFinite, "shape \(shape)")
      }
      let lognormal = generator.lognormal(logMean: 5, logSD: 2)
      #expect(lognormal > 0 && lognormal.isFinite)
      let weibull = generator.weibull(scale: 3, shape: 0.5)
      #expect(weibull >= 0 && weibull.isFinite)
    }
  }

  @Test("give whole numbers in their range, and end", arguments: generators)
  func discrete(generator: RepeatingGenerator) throws {
    var generator = generator
    let table = try #require(AliasTable(weights: [1, 0, 2, 3]))
    for _ in 0..<2 {
      for mean in [0, 1e-300, 0.5, 9.999] {
        #expect((0...256).contains(generator.poisson(mean: mean)), "mean \(mean)")
      }
      for mean in [10, 1e3, 1e9, 1e15] {
        // Within fifteen standard deviations, with room for the small means.
        let distance = abs(Double(generator.poisson(mean: mean)) - mean)
        #expect(distance < 15 * mean.squareRoot() + 50, "mean \(mean)")
      }
      for bound in [1, 2, 3, 420, 3 << 60, .max] {
        #expect((0..<bound).contains(generator.integer(below: bound)), "bound \(bound)")
      }
      #expect(generator.permutation(of: 20).sorted() == Array(0..<20))
      #expect(Set(generator.sample(5, of: 20)).count == 5)
      #expect([0, 2, 3].contains(generator.categorical(table)))
    }
  }
}
