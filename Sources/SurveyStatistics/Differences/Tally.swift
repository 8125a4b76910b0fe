/// How many of a group's calls went a certain way: a count of successes among trials, at least one trial.
package struct Tally: Sendable, Equatable {
  /// How many trials had the property that is counted, 0…trials.
  package let successes: Int
  /// How many trials there were, 1…2⁵³.
  package let trials: Int

  /// Nil without trials, for a count outside 0…trials, or for more trials than a `Double` can tell apart (2⁵³).
  package init?(successes: Int, trials: Int) {
    guard trials > 0, trials <= Self.mostTrials, successes >= 0, successes <= trials else { return nil }
    self.successes = successes
    self.trials = trials
  }

  /// Trials without the property.
  package var failures: Int { trials - successes }

  /// Successes over trials.
  package var share: Double { Double(successes) / Double(trials) }

  static let mostTrials = 1 << 53
}
