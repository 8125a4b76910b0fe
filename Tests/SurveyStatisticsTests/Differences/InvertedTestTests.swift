import SurveyStatistics
import Testing

@Suite("The test that an interval inverts rejects just where the interval leaves out 0")
struct InvertedTestTests {
  private static let errors = [0.2, 0.05, 0.01]

  /// Whether an interval and a p-value say the same at an error; a bound within rounding of 0 may say either.
  private func agree(_ interval: ConfidenceInterval?, _ pValue: Double, error: Double) -> Bool {
    guard let interval else { return false }
    let isOutside = interval.lower > 0 || interval.upper < 0
    return isOutside == (pValue < error) || min(abs(interval.lower), abs(interval.upper)) < 1e-9
  }

  @Test("Surveys of different practices", arguments: DifferenceMethod.allCases, Alternative.allCases)
  func disjoint(_ method: DifferenceMethod, _ alternative: Alternative) throws {
    for (x, n, y, k) in [
      (7, 34, 1, 34), (0, 20, 5, 30), (3, 9, 3, 9), (12, 50, 4, 52), (5, 5, 2, 8), (9, 120, 1, 60),
    ] {
      let (first, second) = (try tally(x, of: n), try tally(y, of: k))
      let test = ProportionDifference.test(first, minus: second, method: method, alternative: alternative)
      for error in Self.errors {
        let interval = ProportionDifference.interval(
          first, minus: second, method: method, confidence: 1 - error, alternative: alternative)
        #expect(agree(interval, test.pValue, error: error), "\(x)/\(n) \(y)/\(k) \(error)")
      }
    }
  }

  @Test("The same practices", arguments: PairedDifferenceMethod.allCases, Alternative.allCases)
  func paired(_ method: PairedDifferenceMethod, _ alternative: Alternative) throws {
    for (a, b, c, d) in [
      (59, 6, 16, 80), (1, 1, 7, 12), (0, 5, 0, 25), (3, 4, 4, 9), (0, 0, 0, 9), (10, 2, 12, 30),
    ] {
      let counts = try #require(PairedCounts(both: a, firstOnly: b, secondOnly: c, neither: d))
      let test = PairedDifference.test(counts, method: method, alternative: alternative)
      for error in Self.errors {
        let interval = PairedDifference.interval(
          counts, method: method, confidence: 1 - error, alternative: alternative)
        #expect(agree(interval, test.pValue, error: error), "\(a) \(b) \(c) \(d) \(error)")
      }
    }
  }

  @Test("Surveys that share practices, Wald's too; and clustered ones", arguments: Alternative.allCases)
  func waves(_ alternative: Alternative) throws {
    let shared = try #require(PairedCounts(both: 3, firstOnly: 2, secondOnly: 9, neither: 16))
    let waves = try #require(
      OverlappingWaves(first: try tally(6, of: 50), second: try tally(15, of: 48), shared: shared))
    let sample = try SurveySample(count: 24, clusters: (0..<24).map { $0 / 2 })
    let clustered = ClusteredWaves(
      first: .linearised(try #require(try sample.mean(of: (0..<24).map { $0 < 3 ? 1 : 0 }))),
      second: .linearised(try #require(try sample.mean(of: (0..<24).map { $0 % 3 == 0 ? 1 : 0 }))),
      correlation: 0.2)
    for error in Self.errors {
      let test = try #require(waves.test(alternative: alternative))
      #expect(
        agree(waves.interval(confidence: 1 - error, alternative: alternative), test.pValue, error: error))
      let wald = try #require(
        waves.waldTest(alternative: alternative))
      #expect(
        agree(waves.waldInterval(confidence: 1 - error, alternative: alternative), wald.pValue, error: error))
      let pValue = try #require(clustered.pValue(alternative))
      #expect(
        agree(clustered.interval(confidence: 1 - error, alternative: alternative), pValue, error: error))
    }
  }

  // R 4.2: prop.test(c(7, 1), c(34, 34), correct = FALSE)$p.value
  @Test("Mee's is Pearson's chi-square of R")
  func chiSquare() throws {
    let test = ProportionDifference.test(try tally(7, of: 34), minus: try tally(1, of: 34), method: .meeScore)
    #expect(abs(test.pValue - 0.0239258434806266) < 1e-9)
  }
}
