import SurveyStatistics
import Surveys
import Testing

@testable import Scenarios
@testable import Studies

@Suite("The interval that a scenario names")
struct StudyIntervalTests {
  @Test("Every method of intervals can stand in a scenario, and is the one that its study uses")
  func methodsInScenarios() async throws {
    for method in IntervalMethod.allCases {
      let study = try StudyResultTests.study("survey.interval=\"\(method.rawValue)\"")
      var worker = Worker(study)
      let replicate = worker.replicate(0)
      let estimate = try #require(replicate.estimates.first?.first)
      #expect(
        estimate.interval
          == ProportionInterval.interval(
            successes: estimate.unreached, trials: estimate.calls, method: method))
    }
  }
}
