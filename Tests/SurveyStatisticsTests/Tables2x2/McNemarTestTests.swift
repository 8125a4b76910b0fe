import SurveyStatistics
import Testing

@Suite("McNemar's tests agree with R, statsmodels and Fagerland")
struct McNemarTestTests {
  @Test(arguments: ReferenceCases.named("test.mcnemar.exact"))
  func exact(_ reference: ReferenceCase) throws {
    reference.check(McNemarTest.exact(try reference.pairs()).pValue, try reference.expectedNumber())
  }

  @Test(arguments: ReferenceCases.named("test.mcnemar.mid-p"))
  func midP(_ reference: ReferenceCase) throws {
    reference.check(McNemarTest.midP(try reference.pairs()).pValue, try reference.expectedNumber())
  }

  @Test(arguments: ReferenceCases.named("test.mcnemar.asymptotic-cc"))
  func corrected(_ reference: ReferenceCase) throws {
    let result = McNemarTest.asymptotic(try reference.pairs(), isCorrected: true)
    reference.check(abs(result.statistic), try reference.expectedNumber("z"))
    reference.check(result.pValue, try reference.expectedNumber("p"))
  }

  @Test(arguments: ReferenceCases.named("test.mcnemar.chisq-cc"))
  func chiSquare(_ reference: ReferenceCase) throws {
    let result = McNemarTest.asymptotic(try reference.pairs(), isCorrected: true)
    reference.check(result.statistic * result.statistic, try reference.expectedNumber("chisq"))
    reference.check(result.pValue, try reference.expectedNumber("p"))
  }

  @Test("Sides, ties and tables without discordant pairs")
  func edges() throws {
    let counts = try #require(PairedCounts(both: 59, firstOnly: 6, secondOnly: 16, neither: 80))
    // By hand: P(X ≤ 6) of 22 fair coins = 110056/4194304, P(X = 6) = 74613/4194304.
    #expect(abs(McNemarTest.exact(counts, alternative: .less).pValue - 110056 / 4194304.0) < 1e-15)
    let midP = (110056 - 0.5 * 74613) / 4194304.0
    #expect(abs(McNemarTest.midP(counts, alternative: .less).pValue - midP) < 1e-15)
    #expect(McNemarTest.asymptotic(counts, alternative: .greater).pValue > 0.98)
    let tie = try #require(PairedCounts(both: 1, firstOnly: 4, secondOnly: 4, neither: 1))
    let corrected = McNemarTest.asymptotic(tie, isCorrected: true)
    for result in [McNemarTest.exact(tie), corrected] { #expect(abs(result.pValue - 1) < 1e-15) }
    // Fagerland, Lydersen and Laake (2013): 1 − ½·P(X = 4) of 8 fair coins, and P(X = 4) is 70/256.
    #expect(abs(McNemarTest.midP(tie).pValue - (1 - 35 / 256.0)) < 1e-15)
    let none = try #require(PairedCounts(both: 1, firstOnly: 0, secondOnly: 0, neither: 1))
    #expect(McNemarTest.exact(none).pValue == 1)
    #expect(McNemarTest.midP(none).pValue == 0.5)
    #expect(McNemarTest.asymptotic(none).statistic == 0)
    let score = try #require(PairedDifference.scoreTest(counts))
    #expect(abs(score.statistic - McNemarTest.asymptotic(counts).statistic) < 1e-12)
  }
}
