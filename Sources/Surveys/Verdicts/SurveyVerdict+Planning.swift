internal import SurveyStatistics

extension SurveyVerdict {
  /// How many independent calls a verdict will be about when calls are not independent, not always a whole number: what `JudgedCalls` makes of such an estimate.
  ///
  /// - Parameters:
  ///   - calls: Valid calls.
  ///   - effective: How many independent calls they are worth.
  ///   - degreesOfFreedom: Practices less strata.
  ///   - error: The risk of a wrong verdict, to either side.
  /// - Returns: `nil` where nothing can be judged, as with a single practice.
  package static func judgedCalls(
    _ calls: Int, effective: Double, degreesOfFreedom: Int, error: Double
  ) -> Double? {
    guard calls > 0, degreesOfFreedom > 0 else { return nil }
    var estimate = RateEstimate(calls: calls, unreached: 0, invalid: 0)
    estimate.rate = 0
    estimate.interval = ConfidenceInterval(lower: 0, upper: 1)
    estimate.effectiveCalls = effective
    estimate.degreesOfFreedom = degreesOfFreedom
    return JudgedCalls(estimate, error: error)?.worth
  }
}
