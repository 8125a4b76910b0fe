import SurveyDesign
import SurveyStatistics
import Testing

@testable import Surveys

@Suite("Verdicts on calls files")
struct SurveyVerdictTests {
  /// The verdicts on slots with so many calls and unreached ones, each to practices of their own.
  static func verdicts(_ slots: [(calls: Int, unreached: Int)], target: Double = 0.10) throws
    -> SurveyVerdicts
  {
    var text = "practice,slot,reached\n"
    for (slot, count) in slots.enumerated() {
      for call in 0..<count.calls {
        text += "\(slot)x\(call),\(8 + slot)-\(9 + slot),\(call < count.unreached ? 0 : 1)\n"
      }
    }
    let calls = try surveyCalls(text)
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    return analysis.verdicts(
      try calls.grouped(by: ["slot"], frame: nil), .agreement, in: calls.replications[0], target: target,
      error: 0.05)
  }

  // SciPy: binom.cdf(1, 52, .1) = 0.0285, binom.cdf(2, 52, .1) = 0.0943, binom.sf(9 − 1, 52, .1) = 0.0779,
  // binom.sf(10 − 1, 52, .1) = 0.0346; for 420: cdf(31) = 0.0395, cdf(32) = 0.0575, sf(51) = 0.0499, sf(52 − 1) ….
  @Test(
    "Critical counts for a target of 10 %",
    arguments: [
      (52, 1, Verdict.meets), (52, 2, .undecided), (52, 9, .undecided), (52, 10, .fails),
      (420, 31, .meets), (420, 32, .undecided), (420, 52, .undecided), (420, 53, .fails),
    ])
  func criticalCounts(calls: Int, unreached: Int, verdict: Verdict) throws {
    let result = try #require(try Self.verdicts([(calls, unreached)]).verdicts.first)
    #expect(result.verdict == verdict)
    #expect(result.rule?.meetsIfAtMost == (calls == 52 ? 1 : 31))
    #expect(result.rule?.failsIfAtLeast == (calls == 52 ? 10 : 53))
  }

  @Test("Met everywhere only if every group meets by itself")
  func everywhere() throws {
    #expect(try Self.verdicts([(52, 1), (52, 0)]).isMetEverywhere)
    #expect(try !Self.verdicts([(52, 1), (52, 2)]).isMetEverywhere)
  }

  // One-sided exact p-values by SciPy: binom.sf(9, 52, .1) = 0.034616; three slots of them: Holm's first is times 3.
  @Test("A failing slot is named only if Holm allows it")
  func holm() throws {
    let alone = try Self.verdicts([(52, 10)])
    #expect(alone.failing.count == 1)
    let three = try Self.verdicts([(52, 10), (52, 5), (52, 5)])
    #expect(three.verdicts.map(\.verdict) == [.fails, .undecided, .undecided])
    #expect(three.failing.isEmpty)
    let single = try #require(three.verdicts[0].pValueOfFailing)
    #expect(abs(try #require(three.verdicts[0].adjustedPValueOfFailing) - 3 * single) < 1e-12)
  }

  // SciPy: 32 · (t.isf(.05, 31)/t.isf(.05, 1))² = 2.3 and 120 · (t.isf(.05, 119)/t.isf(.05, 2))² = 38.7; a simulation with
  // practices that differ (beta-binomial, 4,000 surveys) has errors of at most 5.8 % with this number, up to 10 % without.
  @Test(
    "Few practices are not judged as if it were known how much practices differ",
    arguments: [([(16, 7), (16, 8)], 0.25, 2), ([(40, 1), (40, 1), (40, 2)], 0.10, 38)])
  func fewPractices(practices: [(calls: Int, unreached: Int)], target: Double, judged: Int) throws {
    var text = "practice,date,slot,reached\n"
    for (number, practice) in practices.enumerated() {
      for call in 0..<practice.calls {
        text += "\(number),2015-\(call / 20 + 4)-\(call % 20 + 1),8-9,\(call < practice.unreached ? 0 : 1)\n"
      }
    }
    let calls = try surveyCalls(text)
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let result = try #require(
      analysis.verdicts(
        calls.allTogether, .agreement, in: calls.replications[0], target: target, error: 0.05
      ).verdicts.first)
    #expect(result.rule?.trials == judged)
    #expect(result.verdict == .undecided)
  }

  // 18 judged calls at a share of 0.2 are 3.6 unreached. The binomial tails at such a number are incomplete beta functions; SciPy:
  // betainc(3.6, 15.4, .1) of failing and 1 − betainc(4.6, 14.4, .1) of meeting.
  @Test("Judged unreached calls are not rounded")
  func notRounded() throws {
    var estimate = RateEstimate(calls: 40, unreached: 8, invalid: 0)
    estimate.rate = 0.2
    estimate.interval = ConfidenceInterval(lower: 0.1, upper: 0.4)
    estimate.effectiveCalls = 18
    let judged = try #require(JudgedCalls(estimate, error: 0.05))
    let rule = try #require(judged.rule(target: 0.1, error: 0.05))
    #expect(rule.trials == 18 && rule.calls == 40)
    #expect(abs(judged.pValueOfFailing(rule) - 0.15097612224147272) < 1e-12)
    #expect(abs(judged.pValueOfMeeting(rule) - 0.9521982667341464) < 1e-12)
  }

  @Test("Clustered calls are judged at their effective number")
  func clusters() throws {
    // Twenty practices, each called twice with the same result: nineteen effective calls, one unreached; and with SciPy
    // 19 · (t.isf(.05, 39)/t.isf(.05, 19))² = 18.04.
    let text =
      "practice,slot,reached\n"
      + (0..<20).map { "\($0),8-9,\($0 < 1 ? 0 : 1)\n\($0),9-10,\($0 < 1 ? 0 : 1)\n" }
      .joined()
    let calls = try surveyCalls(text)
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let all = try #require(
      analysis.verdicts(
        calls.allTogether, .agreement, in: calls.replications[0], target: 0.1, error: 0.05
      ).verdicts.first)
    #expect(all.rule?.trials == 18)
    #expect(all.verdict == .undecided)
  }

  @Test("Without a valid call nothing is shown")
  func empty() throws {
    let calls = try surveyCalls("practice,slot,disposition\n1,8-9,wrong-number\n")
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let result = analysis.verdicts(
      calls.allTogether, .agreement, in: calls.replications[0], target: 0.1, error: 0.05)
    #expect(result.verdicts.map(\.verdict) == [.undecided])
    #expect(result.verdicts[0].rule == nil)
    #expect(!result.isMetEverywhere)
  }
}
