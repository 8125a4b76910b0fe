import SurveyStatistics
import Testing

@testable import Surveys

@Suite("Estimating a rate from valid calls")
struct RateEstimateTests {
  /// The estimate from a call to each of some practices, of which the first is not reached.
  private static func estimate(_ practices: [Int]) -> RateEstimate {
    let calls = practices.enumerated().map { place, practice in
      RateEstimator.Observation(practice: practice, stratum: 0, weight: 1, isUnreached: place == 0)
    }
    return RateEstimator().estimate(calls, invalid: 0)
  }

  @Test(
    "Practices may have any numbers: rung once each they are independent calls, rung twice they are clusters",
    arguments: [
      [7, 3, 5], [0, 1, 64_000], [.min, 0, .max], [.max - 1, .max, .max - 2], [-1, .min + 1, .min],
    ])
  func numbers(practices: [Int]) {
    #expect(Self.estimate(practices).effectiveCalls == nil)
    for practice in practices {
      #expect(Self.estimate(practices + [practice]).effectiveCalls != nil, "\(practice) twice")
    }
  }
}
