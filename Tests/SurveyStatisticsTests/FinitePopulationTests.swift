import Testing

@testable import SurveyStatistics

@Suite("Counts in a finite population")
struct FinitePopulationTests {
  @Test(arguments: ReferenceCases.named("ci.finite.hypergeometric"))
  func acceptedCounts(_ reference: ReferenceCase) throws {
    let counts = FinitePopulation.acceptedCounts(
      successes: try reference.integer("x"), draws: try reference.integer("n"),
      population: try reference.integer("N"), confidence: try reference.number("conf"))
    let wanted = try reference.expectedNumbers("M")
    reference.check(counts.map { Double($0.lowerBound) }, wanted[0])
    reference.check(counts.map { Double($0.upperBound) }, wanted[1])
  }

  /// samplingbook prints the first count that is rejected on each side, unless the sample itself excludes it.
  @Test(arguments: ReferenceCases.named("ci.finite.hypergeometric.outer"))
  func outer(_ reference: ReferenceCase) throws {
    let x = try reference.integer("x")
    let n = try reference.integer("n")
    let population = try reference.integer("N")
    let counts = try #require(
      FinitePopulation.acceptedCounts(
        successes: x, draws: n, population: population, confidence: try reference.number("conf")))
    let wanted = try reference.expectedNumbers("M")
    reference.check(Double(max(x, counts.lowerBound - 1)), wanted[0])
    reference.check(Double(min(population - (n - x), counts.upperBound + 1)), wanted[1])
  }

  @Test(arguments: ReferenceCases.named("ci.finite.wald-fpc"))
  func standardErrorOfWald(_ reference: ReferenceCase) throws {
    let x = try reference.integer("x")
    let n = try reference.integer("n")
    let population = try reference.integer("N")
    reference.check(
      FinitePopulation.standardError(successes: x, draws: n, population: population),
      try reference.expectedNumber("se"))
  }

  @Test("5 of 52 calls among 420 practices speak for 15 to 85 practices")
  func landmark() {
    #expect(FinitePopulation.acceptedCounts(successes: 5, draws: 52, population: 420) == 15...85)
    let interval = FinitePopulation.interval(successes: 5, draws: 52, population: 420)
    #expect(interval == ConfidenceInterval(lower: 15.0 / 420, upper: 85.0 / 420))
  }

  /// The definition itself, count by count, for every sample of every small population.
  @Test("Exactly the counts that neither exact test rejects", arguments: 1...14)
  func definition(population: Int) throws {
    for draws in 1...population {
      for successes in 0...draws {
        let accepted = (0...population).filter {
          let model = Hypergeometric(population: population, successes: $0, draws: draws)
          return model.cdf(successes) > 0.025 && model.upperTail(successes) > 0.025
        }
        let counts = try #require(
          FinitePopulation.acceptedCounts(successes: successes, draws: draws, population: population))
        #expect(Array(counts) == accepted)
      }
    }
  }

  @Test("A census knows, one-sided bounds end at what was seen, and impossible samples get nothing")
  func edges() {
    #expect(FinitePopulation.acceptedCounts(successes: 10, draws: 20, population: 20) == 10...10)
    // 1 of 2 seen: at least 1, and at most all but the failure seen.
    #expect(
      FinitePopulation.acceptedCounts(successes: 1, draws: 2, population: 9, alternative: .less)?.lowerBound
        == 1)
    #expect(
      FinitePopulation.acceptedCounts(successes: 1, draws: 2, population: 9, alternative: .greater)?
        .upperBound
        == 8)
    #expect(FinitePopulation.acceptedCounts(successes: 1, draws: 0, population: 9) == nil)
    #expect(FinitePopulation.acceptedCounts(successes: 1, draws: 10, population: 9) == nil)
    #expect(FinitePopulation.acceptedCounts(successes: 3, draws: 2, population: 9) == nil)
    #expect(FinitePopulation.acceptedCounts(successes: 1, draws: 2, population: Int.max) == nil)
    #expect(FinitePopulation.acceptedCounts(successes: 1, draws: 2, population: 9, confidence: 1) == nil)
    #expect(ProportionInterval.interval(successes: 1, trials: 2, method: .hypergeometric) == nil)
    #expect(FinitePopulation.standardError(successes: 0, draws: 1, population: 9) == nil)
  }
}
