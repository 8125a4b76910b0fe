import SurveyStatistics
import Surveys

/// What the rates of a table have among them, so that a table of a million is gone through once to know its columns and notes.
struct RateFacts {
  private(set) var hasSmall = false
  private(set) var hasPractices = false
  private(set) var hasEffectiveCalls = false
  private(set) var hasWeightsEffect = false
  private(set) var hasInvalid = false
  private(set) var hasPooled = false
  /// Whether none or all of some group's calls were unreached.
  private(set) var isAtEdge = false
  private(set) var isOverStrata = false
  /// Whether a group has calls and no rate.
  private(set) var lacksRate = false
  /// Whether a group has a rate and no interval.
  private(set) var lacksInterval = false
  private(set) var highestUpper: Double?
  /// The calls of the rate noted last that are not valid.
  private(set) var invalidOfLast = 0

  /// Takes note of a rate.
  mutating func note(_ rate: SurveyRate) {
    let estimate = rate.estimate
    hasSmall = hasSmall || rate.isSmall
    hasPractices = hasPractices || rate.unreachedPractices != nil
    hasEffectiveCalls = hasEffectiveCalls || estimate.effectiveCalls != nil
    hasWeightsEffect = hasWeightsEffect || estimate.weightsEffect != nil
    hasInvalid = hasInvalid || estimate.invalid > 0
    hasPooled = hasPooled || rate.pooledRate != nil
    isAtEdge = isAtEdge || estimate.rate == 0 || estimate.rate == 1
    isOverStrata = isOverStrata || estimate.overStrata != nil
    lacksRate = lacksRate || estimate.calls > 0 && estimate.rate == nil
    lacksInterval = lacksInterval || estimate.rate != nil && estimate.interval == nil
    highestUpper = [highestUpper, estimate.interval?.upper].compactMap(\.self).max()
    invalidOfLast = estimate.invalid
  }
}
