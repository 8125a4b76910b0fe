/// What a survey knows of one share, and the interval that it has by itself: the score test's of its design.
package enum ShareBasis: Sendable, Equatable {
  /// A count of independent observations: Wilson's interval.
  case independent(Tally)
  /// An estimate with a linearised variance: Wilson's interval at its effective size, with Student's t.
  case linearised(SurveyEstimate)
  /// Several strata: the score test over strata inverted.
  case overStrata(StratifiedShare)

  /// The share.
  package var value: Double {
    switch self {
    case .independent(let tally): tally.share
    case .linearised(let estimate): estimate.value
    case .overStrata(let share): share.value
    }
  }

  /// The interval; nil without degrees of freedom, and for a confidence outside (0, 1).
  package func interval(confidence: Double = ConfidenceLevel.usual) -> ConfidenceInterval? {
    switch self {
    case .independent(let tally):
      ProportionInterval.interval(
        successes: tally.successes, trials: tally.trials, method: .wilson, confidence: confidence)
    case .linearised(let estimate): estimate.shareInterval(method: .wilson, confidence: confidence)
    case .overStrata(let share): share.interval(confidence: confidence)
    }
  }
}
