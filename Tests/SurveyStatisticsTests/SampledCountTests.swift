import Testing

@testable import SurveyStatistics

@Suite("Counts of practices that are drawn and differ")
struct SampledCountTests {
  static let probabilities = [0.1, 0.5, 0.9, 0, 1, 0.3]

  // Every set of n of the six, added up in exact fractions: Python, itertools.combinations and fractions.Fraction.
  @Test(
    "Six practices by enumeration",
    arguments: [
      (0, [1.0]), (1, [8.0 / 15, 7.0 / 15]), (3, [0.1049, 0.4533, 0.3787, 0.0631]),
      (6, [0, 0.0315, 0.332, 0.455, 0.168, 0.0135, 0]),
    ])
  func enumerated(draws: Int, expected: [Double]) throws {
    let found = try #require(SampledCount.distribution(probabilities: Self.probabilities, draws: draws))
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(abs(one - other) < 1e-15) }
  }

  @Test("Equal probabilities give the binomial distribution", arguments: [1, 52, 210, 420])
  func binomial(draws: Int) throws {
    let found = try #require(
      SampledCount.distribution(probabilities: [Double](repeating: 0.1, count: 420), draws: draws))
    let binomial = Binomial(trials: draws, probability: 0.1)
    for (count, probability) in found.enumerated() {
      #expect(abs(probability - binomial.pmf(count)) < 1e-12)
    }
  }

  @Test("Practices that are always or never reached give the hypergeometric distribution")
  func hypergeometric() throws {
    let probabilities = (0..<100).map { $0 < 12 ? 1.0 : 0.0 }
    let found = try #require(SampledCount.distribution(probabilities: probabilities, draws: 30))
    // SciPy: [hypergeom(100, 12, 30).pmf(k) for k in (0, 3, 8)]
    let hypergeometric = [0: 0.010128218629387809, 3: 0.25136218059931065, 8: 0.005108920524984679]
    for (count, probability) in hypergeometric { #expect(abs(found[count] / probability - 1) < 1e-9) }
  }

  @Test("Mean and variance are those of the formula")
  func moments() throws {
    let found = try #require(SampledCount.distribution(probabilities: Self.probabilities, draws: 4))
    let mean = found.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let square = found.enumerated().reduce(0) { $0 + Double($1.offset * $1.offset) * $1.element }
    let variance = try #require(
      OneCallPerPractice.exactVariance(probabilities: Self.probabilities, calls: 4))
    #expect(abs(mean - 4 * 2.8 / 6) < 1e-12)
    #expect(abs(square - mean * mean - 16 * variance) < 1e-12)
  }

  @Test("What cannot be drawn has no distribution, nor what would take for ever")
  func limits() {
    #expect(SampledCount.distribution(probabilities: [0.1], draws: 2) == nil)
    #expect(SampledCount.distribution(probabilities: [0.1], draws: -1) == nil)
    #expect(SampledCount.distribution(probabilities: [1.1], draws: 1) == nil)
    #expect(SampledCount.distribution(probabilities: [.nan], draws: 1) == nil)
    #expect(SampledCount.distribution(probabilities: [], draws: 0) == [1])
    #expect(
      SampledCount.distribution(probabilities: [Double](repeating: 0.1, count: 10_000), draws: 1_000) == nil)
  }
}
