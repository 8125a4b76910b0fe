import SurveyStatistics
import Testing

@Suite("Sizes for a margin agree with PracTools, samplingbook, samplics and samplesize4surveys")
struct MarginPlanTests {
  @Test(arguments: ReferenceCases.named("size.proportion.margin"))
  func margin(_ reference: ReferenceCase) throws {
    let initial = try #require(
      MarginPlan.waldSize(
        share: try reference.number("p"), margin: try reference.number("e"),
        confidence: try reference.number("conf")))
    let population = try? reference.integer("N")
    let chain = try #require(
      SampleSizeChain(
        initial: initial, designEffect: (try? reference.number("deff")) ?? 1, population: population,
        usableShare: (try? reference.number("response_rate")) ?? 1))
    if reference.text("round") == "up" {
      reference.check(chain.calls.map(Double.init), try reference.expectedNumber())
    } else {
      reference.check(chain.afterLosses, try reference.expectedNumber())
    }
  }

  @Test(arguments: ReferenceCases.named("size.proportion.margin-logodds"))
  func logOdds(_ reference: ReferenceCase) throws {
    let size = MarginPlan.logOddsSize(
      share: try reference.number("p"), margin: try reference.number("e"),
      confidence: try reference.number("conf"))
    reference.check(size, try reference.expectedNumber())
  }

  /// Python, n counted up one by one: mean and distribution of Wilson's half-width over `scipy.stats.binom.pmf`.
  @Test(
    "Wilson's mean and assured half-width",
    arguments: [
      (0.1, 0.03, 385, 448, 0.9121235701023676), (0.5, 0.05, 380, 381, 1.0),
      (0.02, 0.01, 781, 983, 0.9045298554605034), (0.1, 0.1, 35, 51, 0.9357050064935877),
      (0.9, 0.03, 385, 448, 0.9121235701023681),
    ])
  func wilson(_ share: Double, _ margin: Double, _ mean: Int, _ assured: Int, _ reached: Double) {
    #expect(MarginPlan.expectedSize(share: share, margin: margin) == mean)
    #expect(MarginPlan.assuredSize(share: share, margin: margin, assurance: 0.9) == assured)
    let assurance = MarginPlan.assurance(calls: assured, share: share, margin: margin)
    #expect(isClose(assurance, reached, within: 1e-10))
  }

  @Test("The steps of a chain: 10 % ± 3 points, design effect 1.2, 420 practices, 5 % of calls lost")
  func chain() throws {
    let initial = try #require(MarginPlan.waldSize(share: 0.1, margin: 0.03))
    let chain = try #require(
      SampleSizeChain(initial: initial, designEffect: 1.2, population: 420, usableShare: 0.95))
    // By hand: 1.959964² · 0.09/0.0009 = 384.146; · 1.2 = 460.975; /(1 + 459.975/420) = 220.017; /0.95 = 231.597.
    #expect(isClose(chain.initial, 384.146, within: 0.001))
    #expect(isClose(chain.afterDesignEffect, 460.975, within: 0.001))
    #expect(isClose(chain.afterPopulation, 220.017, within: 0.001))
    #expect(isClose(chain.afterLosses, 231.597, within: 0.001))
    #expect(chain.calls == 232)
    #expect(SampleSizeChain(initial: 1e9, population: 420)?.calls == 420)
    #expect(SampleSizeChain(initial: 0.2, population: 1)?.calls == 1)
  }

  @Test("Part of the variance between practices: as many calls as make the margin exactly")
  func betweenPractices() throws {
    let initial = try #require(MarginPlan.waldSize(share: 0.1, margin: 0.03))
    for (share, atLeast) in [(0.0, 384.0), (0.2, 320), (0.5, 260), (1, 200)] {
      let chain = try #require(SampleSizeChain(initial: initial, population: 420, betweenShare: share))
      let calls = Int(chain.afterPopulation.rounded(.down))
      #expect(Double(calls) >= atLeast)
      // The effective number of calls of that design passes the initial size between these two.
      let fewer = try #require(OneCallPerPractice(calls: calls, practices: 420, betweenShare: share))
      let more = try #require(OneCallPerPractice(calls: calls + 1, practices: 420, betweenShare: share))
      #expect(fewer.effectiveSize <= initial && initial <= more.effectiveSize)
    }
    let tooFew = try #require(SampleSizeChain(initial: 1000, population: 420, betweenShare: 0.3))
    #expect(tooFew.afterPopulation > 420)
    #expect(SampleSizeChain(initial: 1000, population: 1, betweenShare: 0)?.afterPopulation == 1000)
    #expect(SampleSizeChain(initial: 1e300, population: 1)?.afterPopulation == 1)
    #expect(SampleSizeChain(initial: 10, population: 5, betweenShare: 1.1) == nil)
  }

  @Test("Impossible questions get nothing")
  func edges() {
    #expect(MarginPlan.waldSize(share: 0, margin: 0.03) == nil)
    #expect(MarginPlan.waldSize(share: 0.1, margin: 0) == nil)
    #expect(MarginPlan.waldSize(share: 0.1, margin: 0.03, confidence: 1) == nil)
    #expect(MarginPlan.logOddsSize(share: 0.1, margin: 0.5) == nil)
    #expect(MarginPlan.expectedSize(share: 0.1, margin: 1e-7) == nil)
    #expect(MarginPlan.expectedSize(share: 0.1, margin: 0.03, method: .hypergeometric) == nil)
    #expect(MarginPlan.expectedSize(share: 0.1, margin: 0.9) == 1)
    #expect(MarginPlan.assuredSize(share: 0.1, margin: 0.1, assurance: 1) == nil)
    #expect(MarginPlan.assurance(calls: 0, share: 0.1, margin: 0.1) == nil)
    #expect(SampleSizeChain(initial: 10, designEffect: 0) == nil)
    #expect(SampleSizeChain(initial: 10, population: 0) == nil)
    #expect(SampleSizeChain(initial: 10, usableShare: 1.2) == nil)
    #expect(SampleSizeChain(initial: .infinity) == nil)
    #expect(SampleSizeChain(initial: 1e300)?.calls == nil)
  }
}
