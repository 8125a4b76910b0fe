import SurveyStatistics
import Testing

@Suite("Differences of paired shares agree with Fagerland, Lydersen and Laake")
struct PairedDifferenceTests {
  @Test(
    arguments: [
      ("ci.diff.paired.tango", PairedDifferenceMethod.tango),
      ("ci.diff.paired.newcombe-square-and-add", .newcombe), ("ci.diff.paired.bonett-price", .bonettPrice),
      ("ci.diff.paired.wald", .wald),
    ])
  func reference(_ name: String, _ method: PairedDifferenceMethod) throws {
    let cases = ReferenceCases.named(name)
    #expect(!cases.isEmpty)
    for reference in cases {
      let counts = try reference.pairs()
      reference.check(counts.difference, try reference.expectedNumber("estimate"))
      try reference.check(
        PairedDifference.interval(counts, method: method, confidence: try reference.number("conf")), "ci")
    }
  }

  // R's PropCIs, diffpropci.mp: (b − c)/(n + 2) ± z √(b + c + 1 − (b − c)²/(n + 2))/(n + 2), evaluated in Python.
  @Test("Agresti and Min's interval is that of R's PropCIs")
  func agrestiMin() throws {
    for (b, c, n, lower, upper) in [
      (6, 16, 161, -0.11824200957882668, -0.004457376924240808),
      (1, 7, 21, -0.49322583309367124, -0.028513297341111354),
    ] {
      let counts = try #require(PairedCounts(both: 0, firstOnly: b, secondOnly: c, neither: n - b - c))
      let interval = try #require(PairedDifference.interval(counts, method: .agrestiMin))
      #expect(abs(interval.lower - lower) < 1e-12 && abs(interval.upper - upper) < 1e-12)
    }
  }

  /// (first only, second only, pairs) and the interval; by scipy 1.17 without our formulas: `minimize_scalar` of the
  /// constrained multinomial likelihood over p₂₁, `brentq` over the difference.
  @Test(
    "Tango's interval by brute force",
    arguments: [
      (6, 16, 161, -0.1240234324585283, -0.005433395269362616),
      (0, 0, 10, -0.27753279986288903, 0.27753279986288903),
      (10, 0, 10, 0.4449344002742216, 1),
      (0, 3, 54, -0.15107214318166146, 0.01454767709590784),
      (9, 3, 54, -0.016538047970474885, 0.24495357458282993),
      (12, 2, 54, 0.05670877476650531, 0.3217294991820138),
      (5, 0, 30, 0.03423437482419845, 0.3356435050641604),
    ])
  func tango(_ b: Int, _ c: Int, _ pairs: Int, _ lower: Double, _ upper: Double) throws {
    let counts = try #require(
      PairedCounts(both: 0, firstOnly: b, secondOnly: c, neither: pairs - b - c))
    let interval = try #require(PairedDifference.interval(counts))
    #expect(abs(interval.lower - lower) < 1e-7)
    #expect(abs(interval.upper - upper) < 1e-7)
    for bound in [interval.lower, interval.upper] where abs(bound) < 1 {
      #expect(isClose(PairedDifference.scoreTest(counts, null: bound)?.pValue, 0.05, within: 1e-9))
    }
  }

  @Test("Swapping the times turns the interval round", arguments: PairedDifferenceMethod.allCases)
  func antisymmetry(_ method: PairedDifferenceMethod) throws {
    for (a, b, c, d) in [(59, 6, 16, 80), (0, 0, 0, 1), (1, 0, 0, 0), (0, 1, 0, 0), (0, 9, 0, 0)] {
      let counts = try #require(PairedCounts(both: a, firstOnly: b, secondOnly: c, neither: d))
      let swapped = try #require(PairedCounts(both: a, firstOnly: c, secondOnly: b, neither: d))
      let there = try #require(PairedDifference.interval(counts, method: method))
      let back = try #require(PairedDifference.interval(swapped, method: method))
      #expect(abs(there.lower + back.upper) < 1e-12)
      #expect(abs(there.upper + back.lower) < 1e-12)
      #expect(there.contains(counts.difference))
      if method != .wald { #expect(there.width > 0) }
    }
  }

  @Test("Equivalence of pairs follows the 90 % interval")
  func equivalence() throws {
    let counts = try #require(PairedCounts(both: 30, firstOnly: 6, secondOnly: 5, neither: 379))
    for margin in [0.005, 0.01, 0.02, 0.05] {
      let result = try #require(
        PairedDifference.equivalence(counts, lowerMargin: -margin, upperMargin: margin))
      #expect(result.isShown == (result.interval.lower >= -margin && result.interval.upper <= margin))
      #expect(result.interval == PairedDifference.interval(counts, confidence: 0.9))
    }
  }

  @Test("Impossible tables get nothing")
  func edges() throws {
    #expect(PairedCounts(both: 0, firstOnly: 0, secondOnly: 0, neither: 0) == nil)
    #expect(PairedCounts(both: -1, firstOnly: 1, secondOnly: 1, neither: 1) == nil)
    #expect(PairedCounts(both: Int.max, firstOnly: Int.max, secondOnly: 1, neither: 1) == nil)
    let counts = try #require(PairedCounts(both: 0, firstOnly: 5, secondOnly: 0, neither: 0))
    #expect(counts.correlation == 0)
    #expect(PairedDifference.scoreTest(counts, null: 1)?.statistic == 0)
    #expect(PairedDifference.scoreTest(counts, null: -1)?.pValue == 0)
    #expect(PairedDifference.interval(counts, confidence: 0) == nil)
  }
}
