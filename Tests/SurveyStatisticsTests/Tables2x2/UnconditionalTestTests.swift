import Testing

@testable import SurveyStatistics

@Suite("Boschloo's and Barnard's tests agree with R's Exact and SciPy")
struct UnconditionalTestTests {
  @Test(arguments: ReferenceCases.named("test.boschloo"))
  func boschloo(_ reference: ReferenceCase) throws {
    let (first, second) = try reference.groups()
    let alternative = try #require(Alternative(rawValue: reference.text("alternative") ?? ""))
    let result = UnconditionalTest.boschloo(first, against: second, alternative: alternative)
    reference.check(result?.statistic, try reference.expectedNumber("fisher_stat"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  @Test(arguments: ReferenceCases.named("test.barnard"))
  func barnard(_ reference: ReferenceCase) throws {
    let (first, second) = try reference.groups()
    let result = UnconditionalTest.barnard(first, against: second)
    reference.check(result?.statistic, try reference.expectedNumber("z"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  /// scipy 1.17, two-sided, less, greater: `boschloo_exact([[x1, x2], [n1 - x1, n2 - x2]], alternative, n=256).pvalue`
  /// and the same with `barnard_exact`.
  static let scipy: [(Int, Int, Int, Int, boschloo: [Double], barnard: [Double])] = [
    (
      5, 52, 3, 52, [0.6241435158447021, 0.8189957988452286, 0.31207175792235103],
      [0.531162786522394, 1, 0.2655813932611986]
    ),
    (0, 10, 0, 10, [1, 1, 1], [1, 1, 1]),
    (
      10, 10, 0, 10, [1.9073486328125e-06, 1, 9.5367431640625e-07],
      [1.9073486328125e-06, 1, 9.5367431640625e-07]
    ),
    (1, 1, 0, 1, [0.5, 1, 0.25], [0.5, 1, 0.25]),
    (
      3, 7, 20, 200, [0.0333060134748061, 0.9901056306944948, 0.01665300673740305],
      [0.04740583990197651, 1, 0.04740583990197704]
    ),
    (
      0, 52, 5, 52, [0.03896067598720125, 0.019480337993600626, 1],
      [0.023649562092642726, 0.011824781046321358, 1]
    ),
    (
      50, 105, 30, 105, [0.00456661789323247, 0.9978911172189333, 0.002283308946616235],
      [0.0045678765426289195, 1, 0.0022839382713144593]
    ),
  ]

  @Test("All three alternatives of both tests", arguments: scipy.indices)
  func alternatives(_ index: Int) throws {
    let (x1, n1, x2, n2, boschloo, barnard) = Self.scipy[index]
    let first = try tally(x1, of: n1)
    let second = try tally(x2, of: n2)
    for (position, alternative) in [Alternative.twoSided, .less, .greater].enumerated() {
      let byFisher = UnconditionalTest.boschloo(first, against: second, alternative: alternative)
      #expect(isClose(byFisher?.pValue, boschloo[position], within: 1e-9))
      let byZ = UnconditionalTest.barnard(first, against: second, alternative: alternative)
      #expect(isClose(byZ?.pValue, barnard[position], within: 1e-9))
    }
  }

  /// scipy 1.17: `boschloo_exact([[42, 25], [378, 395]], 'greater', n=64)`, 13 seconds there.
  @Test("A survey of 420 against another, the size of the problem", .timeLimit(.minutes(1)))
  func problemSize() throws {
    let first = try tally(42, of: 420)
    let second = try tally(25, of: 420)
    let result = try #require(UnconditionalTest.boschloo(first, against: second, alternative: .greater))
    #expect(abs(result.statistic - 0.020450258537186156) < 1e-12)
    #expect(abs(result.pValue - 0.017627502742631484) < 1e-9)
  }

  @Test("Both orders of the tables are staircases, so that the edge is enough")
  func convexity() {
    for (n, k) in [(1, 1), (5, 3), (7, 7), (2, 11)] {
      for level in [0.001, 0.025, 0.05, 0.3, 0.5, 0.9] {
        let region = UnconditionalTest.fisherRegion(firstTrials: n, secondTrials: k, pValue: level)
        for x in 0...n {
          for y in 0...k {
            let pValue = Hypergeometric(population: n + k, successes: x + y, draws: n).upperTail(x)
            #expect(region.contains(x, y) == (pValue <= level))
          }
        }
      }
    }
  }

  @Test("A region's probability is the sum over its tables, and its maximum beats a fine grid")
  func probability() {
    let region = UnconditionalTest.fisherRegion(firstTrials: 9, secondTrials: 14, pValue: 0.05)
    for (p, q) in [(0.0, 0.0), (0.1, 0.3), (0.7, 0.2), (1, 0), (1, 1)] {
      let left = Binomial(trials: 9, probability: p)
      let right = Binomial(trials: 14, probability: q)
      var wanted = 0.0
      for x in 0...9 {
        for y in 0...14 where region.contains(x, y) { wanted += left.pmf(x) * right.pmf(y) }
      }
      #expect(abs(region.probability(first: p, second: q) - wanted) < 1e-14)
    }
    let greatest = region.greatestProbability()
    let onGrid = (0...5000).map { region.probability(first: Double($0) / 5000, second: Double($0) / 5000) }
    #expect(greatest >= (onGrid.max() ?? 1))
    #expect(greatest <= (onGrid.max() ?? 0) * (1 + 1e-6))
    #expect(greatest <= 0.05)
  }

  @Test("Too many trials to enumerate give nothing")
  func limits() throws {
    let huge = try tally(1, of: 100_001)
    let small = try tally(1, of: 2)
    #expect(UnconditionalTest.boschloo(huge, against: small) == nil)
    #expect(UnconditionalTest.barnard(small, against: huge) == nil)
  }
}
