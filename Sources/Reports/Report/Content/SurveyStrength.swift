internal import SurveyStatistics

/// What a number of calls can show about a target: the power to either side, in one figure each.
///
/// The true shares are half the target and one and a half times it, as in `verdicts.csv`.
struct SurveyStrength: Equatable, Sendable {
  /// The calls of the group.
  var made: Int
  /// How many independent calls they are worth.
  var calls: Int
  /// The target.
  var target: Double
  /// The probability that the target is shown to be met when the true share is half of it.
  var meetsAtHalf: Double
  /// The probability that the target is shown to be missed when the true share is one and a half times it.
  var failsAtOneAndAHalf: Double

  /// How much that is.
  enum Word: Equatable, Sendable {
    /// Less than an even chance on both sides.
    case weak
    /// In between.
    case middling
    /// At least 80 % on both sides, as surveys are usually planned for.
    case strong
  }

  /// How much that is.
  var word: Word {
    if min(meetsAtHalf, failsAtOneAndAHalf) >= 0.8 { return .strong }
    return max(meetsAtHalf, failsAtOneAndAHalf) < 0.5 ? .weak : .middling
  }

  /// The strength of a rule; `nil` where one and a half times the target is no share.
  init?(_ rule: VerdictRule) {
    guard rule.target * 1.5 <= 1, rule.trials > 0 else { return nil }
    (made, calls) = (rule.calls, rule.trials)
    target = rule.target
    meetsAtHalf = rule.probability(of: .meets, atRate: rule.target / 2)
    failsAtOneAndAHalf = rule.probability(of: .fails, atRate: rule.target * 1.5)
  }
}
