import SurveyStatistics
import Testing

@Suite("Tests over several groups agree with R, DescTools and statsmodels")
struct HomogeneityTestTests {
  @Test(arguments: ReferenceCases.named("test.homogeneity.chisq"))
  func homogeneity(_ reference: ReferenceCase) throws {
    let result = HomogeneityTest.chiSquare(try reference.tallyList())
    reference.check(result?.statistic, try reference.expectedNumber("chisq"))
    reference.check(result?.degreesOfFreedom, try reference.expectedNumber("df"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  @Test(arguments: ReferenceCases.named("test.cochran-armitage"))
  func cochranArmitage(_ reference: ReferenceCase) throws {
    let result = HomogeneityTest.trend(try reference.tallyList(), scores: try reference.numbers("scores"))
    reference.check(result?.statistic, try reference.expectedNumber("abs_z"))
    reference.check(result?.pValue, try reference.expectedNumber("p_two_sided"))
  }

  @Test(arguments: ReferenceCases.named("test.trend.chisq"))
  func trend(_ reference: ReferenceCase) throws {
    let result = HomogeneityTest.trend(try reference.tallyList(), scores: try reference.numbers("scores"))
    // Smokers fall with the hospital's number: z is negative, its square is R's chi-square.
    reference.check(result.map { $0.statistic * $0.statistic }, try reference.expectedNumber("chisq"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
    #expect(try #require(result).statistic < 0)
  }

  @Test(arguments: ReferenceCases.named("test.cochran-q"))
  func cochranQ(_ reference: ReferenceCase) throws {
    let outcomes = try reference.counts("data").map { row in row.map { $0 == 1 } }
    let result = CochranQTest.test(outcomes)
    reference.check(result?.statistic, try reference.expectedNumber("q"))
    reference.check(result?.degreesOfFreedom, try reference.expectedNumber("df"))
    reference.check(result?.pValue, try reference.expectedNumber("p"))
  }

  @Test("Scores on another scale change nothing, turned round they change the sign")
  func scores() throws {
    let groups = try [(3, 52), (5, 52), (4, 53), (11, 52)].map {
      try tally($0.0, of: $0.1)
    }
    let plain = try #require(HomogeneityTest.trend(groups, scores: [1, 2, 3, 4]))
    let scaled = try #require(HomogeneityTest.trend(groups, scores: [9, 10, 11, 12].map { $0 * 1e6 }))
    let turned = try #require(HomogeneityTest.trend(groups, scores: [4, 3, 2, 1]))
    #expect(abs(plain.statistic - scaled.statistic) < 1e-9)
    #expect(abs(plain.statistic + turned.statistic) < 1e-12)
    #expect(plain.statistic > 0)
    let rising = try #require(HomogeneityTest.trend(groups, scores: [1, 2, 3, 4], alternative: .greater))
    #expect(abs(2 * rising.pValue - plain.pValue) < 1e-15)
    // Two groups: the trend is the homogeneity test.
    let two = Array(groups.prefix(2))
    let chiSquare = try #require(HomogeneityTest.chiSquare(two)).statistic
    let z = try #require(HomogeneityTest.trend(two, scores: [0, 1])).statistic
    #expect(abs(z * z - chiSquare) < 1e-12)
  }

  @Test("Groups without variation show nothing, and impossible questions get nothing")
  func edges() throws {
    let none = try tally(0, of: 3)
    let all = try tally(3, of: 3)
    #expect(HomogeneityTest.chiSquare([none, none])?.pValue == 1)
    #expect(HomogeneityTest.chiSquare([all, all, all])?.pValue == 1)
    #expect(HomogeneityTest.trend([all, all], scores: [0, 1])?.pValue == 1)
    #expect(HomogeneityTest.chiSquare([all]) == nil)
    #expect(HomogeneityTest.trend([all, none], scores: [0]) == nil)
    #expect(HomogeneityTest.trend([all, none], scores: [2, 2]) == nil)
    #expect(HomogeneityTest.trend([all, none], scores: [0, .infinity]) == nil)
    #expect(CochranQTest.test([]) == nil)
    #expect(CochranQTest.test([[true]]) == nil)
    #expect(CochranQTest.test([[true, false], [true]]) == nil)
    #expect(CochranQTest.test([[true, true], [false, false]])?.pValue == 1)
  }

  @Test("With two occasions Cochran's Q is McNemar's chi-square")
  func twoOccasions() throws {
    let counts = try #require(PairedCounts(both: 5, firstOnly: 6, secondOnly: 16, neither: 8))
    let rows =
      Array(repeating: [true, true], count: 5) + Array(repeating: [true, false], count: 6)
      + Array(repeating: [false, true], count: 16) + Array(repeating: [false, false], count: 8)
    let z = McNemarTest.asymptotic(counts).statistic
    #expect(isClose(CochranQTest.test(rows)?.statistic, z * z, within: 1e-12))
  }
}
