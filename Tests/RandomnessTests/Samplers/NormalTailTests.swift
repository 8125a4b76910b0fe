import Testing

@testable import Randomness

@Suite("The normal distribution's upper tail")
struct NormalTailTests {
  // Source: SciPy 1.17.1, scipy.stats.norm.sf(z); mpmath's erfc with 40 digits agrees to 3e-14 of each.
  static let probabilities: [(z: Double, probability: Double)] = [
    (-6, 0.9999999990134123), (-4.5, 0.9999966023268753), (-3, 0.9986501019683699),
    (-1.25, 0.8943502263331446), (-0.1, 0.539827837277029), (0, 0.5), (0.1, 0.460172162722971),
    (0.5, 0.3085375387259869), (1, 0.15865525393145707), (2, 0.022750131948179195),
    (2.5, 0.006209665325776132), (2.83, 0.0023274002067315515), (2.99, 0.0013948872354922468),
    (3, 0.0013498980316300933), (3.01, 0.0013062384487694675), (3.65, 0.00013112015442048433),
    (5, 2.866515718791933e-07), (8, 6.22096057427174e-16), (12, 1.776482112077653e-33),
    (20, 2.7536241186061556e-89), (35, 1.1249107064724061e-268),
  ]

  @Test("has SciPy's probabilities within 3e-13 of themselves", arguments: probabilities)
  func probability(z: Double, expected: Double) {
    #expect(abs(NormalTail.probability(z) / expected - 1) < 3e-13)
  }

  @Test("has no probability where a double has none left")
  func farOut() {
    #expect(NormalTail.probability(40) == 0)
    #expect(NormalTail.probability(.infinity) == 0)
  }

  @Test(
    "draws lie beyond the start, on either side of the change of method", arguments: [-2, 0.4999, 0.5, 9])
  func draws(start: Double) {
    var stream = SplitMix64(state: 5)
    for _ in 0..<2000 {
      let number = stream.normalTail(from: start)
      #expect(number > start && number < start + 12)
    }
  }

  @Test("a generator stuck where no number lies in the tail gets the start of it")
  func stuck() {
    // The word leads to the lower tail for ever.
    var generator = RepeatingGenerator(0x1000)
    #expect(generator.normalTail(from: 0.4) == 0.4)
  }
}
