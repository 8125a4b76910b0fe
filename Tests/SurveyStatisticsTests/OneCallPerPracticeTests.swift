import Testing

@testable import SurveyStatistics

@Suite("The variance of one call per practice")
struct OneCallPerPracticeTests {
  @Test(arguments: ReferenceCases.named("variance.one-call-per-practice"))
  func reference(_ reference: ReferenceCase) throws {
    let probabilities = try reference.numbers("p_i")
    let calls = try reference.integer("n")
    let wanted = try reference.expectedNumber()
    reference.check(
      OneCallPerPractice.exactVariance(probabilities: probabilities, calls: calls), wanted)
    // The formula with ρ is the same number.
    let between = try #require(OneCallPerPractice.betweenShare(probabilities: probabilities))
    let design = OneCallPerPractice(calls: calls, practices: probabilities.count, betweenShare: between)
    let mean = probabilities.reduce(0, +) / Double(probabilities.count)
    reference.check(design?.variance(rate: mean), wanted)
  }

  /// Every sample of practices and every outcome of its calls, one by one.
  @Test("Full enumeration gives the same", arguments: [[0.0, 1, 0.5], [0.1, 0.1, 0.9, 0.4], [0.2, 0.7]])
  func enumeration(_ probabilities: [Double]) throws {
    for calls in 1...probabilities.count {
      let samples = (0..<(1 << probabilities.count)).filter { $0.nonzeroBitCount == calls }
      var mean = 0.0
      var square = 0.0
      for sample in samples {
        let drawn = probabilities.indices.filter { sample & (1 << $0) != 0 }.map { probabilities[$0] }
        for outcome in 0..<(1 << calls) {
          let chance = drawn.indices.reduce(1.0) {
            $0 * (outcome & (1 << $1) != 0 ? drawn[$1] : 1 - drawn[$1])
          }
          let share = Double(outcome.nonzeroBitCount) / Double(calls)
          mean += chance * share / Double(samples.count)
          square += chance * share * share / Double(samples.count)
        }
      }
      let variance = try #require(
        OneCallPerPractice.exactVariance(probabilities: probabilities, calls: calls))
      #expect(abs(variance - (square - mean * mean)) < 1e-14)
    }
  }

  @Test("ρ = 0 is the binomial, ρ = 1 the finite population correction")
  func extremes() throws {
    let binomial = try #require(OneCallPerPractice(calls: 52, practices: 420))
    #expect(abs(binomial.variance(rate: 0.1) - 0.09 / 52) < 1e-17)
    #expect(binomial.effectiveSize == 52)
    #expect(binomial.interval(unreached: 5) == ProportionInterval.interval(successes: 5, trials: 52))
    // Cochran (1977), equation 3.8 with S² = pq N/(N − 1): pq/n · (N − n)/(N − 1).
    let fixed = try #require(OneCallPerPractice(calls: 52, practices: 420, betweenShare: 1))
    #expect(abs(fixed.variance(rate: 0.1) - 0.09 / 52 * 368 / 419) < 1e-17)
    let narrower = try #require(fixed.interval(unreached: 5))
    let wider = try #require(binomial.interval(unreached: 5))
    #expect(narrower.width < wider.width)
    let census = try #require(OneCallPerPractice(calls: 420, practices: 420, betweenShare: 1))
    #expect(census.interval(unreached: 42) == ConfidenceInterval(lower: 0.1, upper: 0.1))
    #expect(census.interval(unreached: 42, method: .hypergeometric) == nil)
  }

  @Test("What cannot be")
  func impossible() {
    #expect(OneCallPerPractice(calls: 0, practices: 5) == nil)
    #expect(OneCallPerPractice(calls: 6, practices: 5) == nil)
    #expect(OneCallPerPractice(calls: 3, practices: 5, betweenShare: 1.1) == nil)
    #expect(OneCallPerPractice(calls: 3, practices: 5, betweenShare: .nan) == nil)
    #expect(OneCallPerPractice(calls: 1, practices: 1, betweenShare: 1)?.varianceFactor == 1)
    #expect(OneCallPerPractice(calls: 3, practices: 5)?.interval(unreached: 4) == nil)
    #expect(OneCallPerPractice(calls: 3, practices: 5)?.variance(rate: 2).isNaN == true)
    #expect(OneCallPerPractice.exactVariance(probabilities: [], calls: 1) == nil)
    #expect(OneCallPerPractice.exactVariance(probabilities: [0.5, 1.5], calls: 1) == nil)
    #expect(OneCallPerPractice.exactVariance(probabilities: [0.5], calls: 2) == nil)
    #expect(OneCallPerPractice.betweenShare(probabilities: [0, 0]) == nil)
    #expect(OneCallPerPractice.betweenShare(probabilities: [0, 1, 1]) == 1)
  }
}
