import Foundation
import Scenarios
import SurveyDesign
import Surveys
import Tables
import TelephoneAccess
import Testing

@testable import Studies

/// How long probes and survey calls wait for a person.
@Suite("Waits of survey calls")
struct ProbeWaitsTests {
  /// Erlang C: waits exceed t with probability C·exp(−(2μ − λ)t), C = 9/14 and 2μ − λ = 10 an hour; half are answered within
  /// ln(9/7)/10 hours, 90.47 s, and nine tenths within 669 s, which lies beyond the hold limit of 300 s.
  ///
  /// Three standard errors: a correct program fails with a chance of 0.3 %, and with this seed never.
  @Test("the median of Erlang's queue is the exact one, and what lies beyond the hold limit is not known")
  func erlang() async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios").path
    let study = try Study(try ScenarioDocument(reading: "\(folder)/one-practice.json").scenario())
    let result = RegionalResult([try await StudyResultTests.result(study, 0..<60, jobs: 2)])
    let all = study.groups.count - 1
    let median = try #require(result.wait(.median, group: all))
    // Some replications have too few probes for an error of their quantiles: the error is that of a quantile of 480 waits, by the delta
    // method √(¼/n)/f, f = ½ · 10 an hour at the median.
    let error: Double = (0.25 / 480.0).squareRoot() / (0.5 * 10.0 / 3600)
    let exact: Double = log(9.0 / 7.0) * 360
    let distance: Double = abs(median.value - exact)
    #expect(distance < 3 * error)
    #expect(result.wait(.ninetieth, group: all) == nil)
    #expect(result.wait(.median, group: study.groups.count) == nil)
  }

  @Test("tallies hold waits, and merge to those of one run")
  func tallies() async throws {
    let study = try StudyResultTests.study()
    let whole = try await StudyResultTests.result(study, 0..<12)
    var parts = try await StudyResultTests.result(study, 0..<5)
    parts.add(try await StudyResultTests.result(study, 5..<12))
    #expect(parts.probeWaits == whole.probeWaits)
    let answered: [Int] = whole.probeWaits.map { $0.waits.answered.reduce(0, +) }
    let censored: [Int] = whole.probeWaits.map { $0.waits.abandoned.reduce(0, +) }
    let (fewest, most): (Int, Int) = (answered.min() ?? 0, censored.max() ?? 0)
    #expect(fewest > 0)
    #expect(most > 0)
    let read = try RegionalResult(tallies: Table(StudyResultTests.tallies(whole), file: "tallies.csv"))
    #expect(read.regions[0].probeWaits == whole.probeWaits)
  }

  /// The quantiles of `estimates.csv` are those of all waits of the survey's calls, by R's rule, without limits.
  @Test("a survey's quantiles are those of its calls")
  func outcomes() throws {
    let study = try StudyResultTests.study()
    func call(_ practice: Int, _ slot: Int, _ disposition: Disposition, _ wait: Double) -> CallOutcome {
      CallOutcome(practice: practice, slot: slot, disposition: disposition, waitSeconds: wait)
    }
    // In the first slot S is 2/3, 1/3, 1/3: the median is 40, and nine tenths are not known to be answered.
    let waits = study.waits(of: [
      call(0, 0, .answeredByStaff, 20), call(1, 0, .callbackPromised, 40), call(2, 0, .holdLimit, 900),
      call(3, 0, .referralMessage, 5), call(4, 0, .busy, 0), call(5, 1, .answeredByStaff, 10),
    ])
    #expect(waits[0].median == 40 && waits[0].ninetieth == nil)
    #expect(waits[1].median == 10)
  }
}
