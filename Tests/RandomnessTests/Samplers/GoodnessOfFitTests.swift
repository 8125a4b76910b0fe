import Randomness
import Testing

@Suite("The tests of fit themselves")
struct GoodnessOfFitTests {
  // Source: SciPy 1.17, scipy.special.gammainc(shape, x).
  @Test(
    "the gamma distribution function agrees with SciPy",
    arguments: [
      (0.3, 0.1, 0.545_912_849_591_796_5), (0.3, 2, 0.977_974_019_172_853),
      (2.5, 1, 0.150_854_963_915_390_38),
      (2.5, 9, 0.997_053_595_412_119_7), (25, 20, 0.156_772_621_826_237_7), (25, 40, 0.995_517_343_434_426_8),
      (500, 480, 0.186_281_973_190_324_58),
    ])
  func gammaDistribution(shape: Double, x: Double, expected: Double) {
    #expect(abs(GoodnessOfFit.regularizedGamma(shape: shape, at: x) - expected) < 1e-11)
  }

  // Source: SciPy 1.17, scipy.stats.chi2.isf(1e-6, 5) = 35.88818688: six cells of 1000 each, one of which is off so
  // that the statistic is just below or above that.
  @Test("the chi-square test rejects beyond its critical value and not before")
  func chiSquare() {
    func probability(_ shift: Int) -> Double {
      GoodnessOfFit.chiSquareProbability(
        counts: [1000 + shift, 1000 - shift, 1000, 1000, 1000, 1000],
        probabilities: Array(repeating: 1.0 / 6, count: 6))
    }
    #expect(probability(133) > 1e-6)
    #expect(probability(134) < 1e-6)
  }

  @Test("the Kolmogorov–Smirnov test sees a shift of one percent in 100,000 numbers")
  func kolmogorovSmirnov() {
    var stream = RandomStream(seed: 5, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    let sample = (0..<100_000).map { _ in stream.unitUniform() * 1.01 }
    let statistic = GoodnessOfFit.kolmogorovSmirnov(sample) { min(1, $0) }
    #expect(statistic > GoodnessOfFit.kolmogorovSmirnovLimit)
  }
}
