import SurveyStatistics
import Testing

@Suite("The change between two surveys uses the practices that both called")
struct OverlappingWavesTests {
  /// Every sample of two practices of five, then every second sample that keeps one of them and adds two others: the
  /// estimate, and the part that needs at least two shared practices put in by hand, have the true variance as mean.
  @Test("The variance formula is unbiased over all pairs of samples of a small population")
  func enumeration() throws {
    let before = [1, 0, 1, 1, 0]
    let after = [1, 0, 0, 1, 1]
    var changes: [Double] = []
    var variances: [Double] = []
    for i in 0..<5 {
      for j in (i + 1)..<5 {
        let others = (0..<5).filter { $0 != i && $0 != j }
        for kept in [i, j] {
          for dropped in others {
            let second = [kept] + others.filter { $0 != dropped }
            let first = try tally(before[i] + before[j], of: 2)
            let later = try tally(second.map { after[$0] }.reduce(0, +), of: 3)
            let waves = try #require(
              OverlappingWaves(first: first, second: later, shared: nil))
            changes.append(waves.change)
            variances.append(try #require(waves.variance(population: 5)))
          }
        }
      }
    }
    let mean = changes.reduce(0, +) / Double(changes.count)
    let truth = changes.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(changes.count)
    let estimated = variances.reduce(0, +) / Double(variances.count)
    // One shared practice: m/(n₁n₂) − 1/N = 1/6 − 1/5. S₁₂ = (Σxy − 5 · 0.6 · 0.6)/4 with Σxy = 2.
    let covariance = (2 - 5 * 0.6 * 0.6) / 4
    #expect(abs(truth - (estimated - 2 * (1.0 / 6 - 1.0 / 5) * covariance)) < 1e-12)
  }

  @Test("Without shared practices it is Newcombe's interval, with all shared Newcombe's for pairs")
  func limits() throws {
    let first = try tally(42, of: 420)
    let second = try tally(25, of: 420)
    let disjoint = try #require(OverlappingWaves(first: first, second: second, shared: nil))
    #expect(disjoint.interval() == ProportionDifference.interval(first, minus: second))
    let plain = try #require(ProportionDifference.scoreTest(first, minus: second, isUnbiased: false))
    #expect(isClose(disjoint.scoreTest()?.statistic, plain.statistic, within: 1e-12))

    let pairs = try #require(PairedCounts(both: 15, firstOnly: 27, secondOnly: 10, neither: 368))
    let same = try #require(OverlappingWaves(first: first, second: second, shared: pairs))
    let wald = try #require(PairedDifference.interval(pairs, method: .wald))
    // Divisors n and n − 1 are all that differs.
    let estimate = try #require(same.waldInterval())
    #expect(abs(estimate.lower - wald.lower) < 1e-4)
    #expect(abs(estimate.upper - wald.upper) < 1e-4)
    let unshared = try #require(disjoint.interval())
    #expect(try #require(same.interval()).width < unshared.width)
  }

  /// Arithmetic: n₁ = 200, n₂ = 100, m = 50, counts below; S₁² = 200/199 · 0.2 · 0.8, S₂² = 100/99 · 0.1 · 0.9,
  /// S₁₂ = (4·39 − 6·1)/(50·49) = 150/2450.
  @Test("Half the follow-up's practices are shared: the variance by hand")
  func byHand() throws {
    let survey = try tally(40, of: 200)
    let later = try tally(10, of: 100)
    let waves = try #require(
      OverlappingWaves(
        first: survey, second: later, shared: PairedCounts(both: 4, firstOnly: 6, secondOnly: 1, neither: 39))
    )
    let first = 200 / 199.0 * 0.16
    let second = 100 / 99.0 * 0.09
    let shared = 150 / 2450.0
    #expect(abs(waves.covariance - shared) < 1e-15)
    let open = first / 200 + second / 100 - 2 * (50.0 / 20000) * shared
    #expect(isClose(waves.variance(), open, within: 1e-15))
    let reciprocal = 1 / 420.0
    let closed =
      first * (1 / 200.0 - reciprocal) + second * (1 / 100.0 - reciprocal)
      - 2 * (50.0 / 20000 - reciprocal) * shared
    #expect(isClose(waves.variance(population: 420), closed, within: 1e-15))
    #expect(closed < open)
    let snapshot = try #require(waves.interval(population: 420))
    let longRun = try #require(waves.interval())
    #expect(snapshot.width < longRun.width)
    #expect(snapshot.contains(0.1))
    // φ = 150/√(10·40·5·45) = 0.5; V₀ = p̄q̄ (1/200 + 1/100 − 2·0.5·50/20000), p̄ = 50/300.
    let z = 0.1 / (1 / 6.0 * 5 / 6 * (0.015 - 0.0025)).squareRoot()
    #expect(isClose(waves.scoreTest()?.statistic, z, within: 1e-12))
  }

  /// Two surveys that share nearly all practices, whose outcomes agree so that φ = 1.
  @Test("The test says what the interval says, also where few practices are not shared")
  func inversion() throws {
    for (n, k, shared) in [(100, 100, (10, 0, 0, 89)), (30, 30, (3, 0, 0, 26)), (52, 60, (4, 1, 2, 40))] {
      let pairs = try #require(
        PairedCounts(both: shared.0, firstOnly: shared.1, secondOnly: shared.2, neither: shared.3))
      for more in 1...3 {
        let extra = min(more, n - pairs.pairs)
        let waves = try #require(
          OverlappingWaves(
            first: try tally(pairs.firstSuccesses + extra, of: n),
            second: try tally(pairs.secondSuccesses, of: k),
            shared: pairs))
        let pValue = try #require(waves.test()?.pValue)
        for confidence in [0.5, 0.8, 0.9, 0.95, 0.99, 1 - pValue * 1.001, 1 - pValue * 0.999] {
          let interval = try #require(waves.interval(confidence: confidence))
          #expect(interval.contains(0) == (pValue > 1 - confidence))
        }
        #expect(waves.test(alternative: .greater)?.pValue == pValue / 2)
        #expect(isClose(waves.test(alternative: .less)?.pValue, 1 - pValue / 2, within: 1e-12))
      }
    }
  }

  @Test("A census of both waves knows the change of the snapshot, and impossible overlaps are refused")
  func edges() throws {
    let first = try tally(2, of: 4)
    let second = try tally(1, of: 4)
    let all = try #require(PairedCounts(both: 1, firstOnly: 1, secondOnly: 0, neither: 2))
    let census = try #require(OverlappingWaves(first: first, second: second, shared: all))
    #expect(census.variance(population: 4) == 0)
    #expect(census.interval(population: 4) == ConfidenceInterval(lower: 0.25, upper: 0.25))
    #expect(census.interval(population: 3) == nil)
    #expect(census.test(population: 3) == nil)
    #expect(census.test(population: 4)?.pValue == 0)
    #expect(
      OverlappingWaves(
        first: first, second: second,
        shared: PairedCounts(both: 2, firstOnly: 0, secondOnly: 0, neither: 1)) == nil)
    let single = try tally(1, of: 1)
    let one = try #require(OverlappingWaves(first: single, second: single, shared: nil))
    #expect(one.variance() == nil)
    #expect(try #require(one.interval()).width > 0)
    #expect(one.test()?.pValue == 1)
  }
}
