internal import Scenarios
internal import SurveyDesign

/// When a call reached its practice: at which attempt, in which round, at once or after redialling, or never.
package struct ReachingStep: Equatable, Sendable {
  /// What the step is one of: `attempt`, `round` or `way`.
  package var by: By
  /// Its name: a number, or one of the ways.
  package var label: String

  /// The kinds of step; the steps of each kind add up to all calls that were reached, those by way to all valid calls.
  package enum By: String, CaseIterable, Equatable, Sendable {
    /// The number of the attempt, over all rounds.
    case attempt
    /// The number of the round.
    case round
    /// Whether redialling was needed.
    case way
  }

  /// Whether redialling was needed.
  package enum Way: String, CaseIterable, Equatable, Sendable {
    /// The first attempt reached the practice.
    case firstAttempt = "first-attempt"
    /// A later attempt did.
    case afterRedialling = "after-redialling"
    /// None did.
    case never
  }

  /// The steps of a survey's rounds; none of a single round.
  static func steps(of rounds: [SurveyRound]) -> [ReachingStep] {
    guard rounds.count > 1 else { return [] }
    let attempts = min(rounds.reduce(0) { $0 + $1.attempts }, rounds[0].attemptsInAll ?? .max)
    return (1...max(attempts, 1)).map { ReachingStep(by: .attempt, label: "\($0)") }
      + (1...rounds.count).map { ReachingStep(by: .round, label: "\($0)") }
      + Way.allCases.map { ReachingStep(by: .way, label: $0.rawValue) }
  }

  /// Whether a call took the step.
  func isTaken(by outcome: CallOutcome, isReached: Bool) -> Bool {
    switch by {
    case .attempt: return isReached && label == "\(outcome.attempt)"
    case .round: return isReached && label == "\(outcome.round)"
    case .way:
      let way: Way = !isReached ? .never : outcome.attempt == 1 ? .firstAttempt : .afterRedialling
      return label == way.rawValue
    }
  }
}

extension Study {
  /// The share of valid calls that took each step, each by its practice's weight, by definition and then by step.
  ///
  /// - Complexity: O(*c* · *s*) for *c* calls and *s* steps; nothing for a survey of one round.
  func reachedBy(_ outcomes: [CallOutcome]) -> [[Double?]] {
    guard !outline.steps.isEmpty else { return [] }
    return scenario.survey.definitions.map { definition in
      var taken = [Double](repeating: 0, count: outline.steps.count)
      var all = 0.0
      for outcome in outcomes {
        let isReached = definition.isReached(
          disposition: outcome.disposition, waitSeconds: outcome.waitSeconds)
        guard let isReached else { continue }
        let weight = designFrame.practices[outcome.practice].weight
        all += weight
        for (place, step) in outline.steps.enumerated()
        where step.isTaken(by: outcome, isReached: isReached) {
          taken[place] += weight
        }
      }
      return taken.map { all > 0 ? $0 / all : nil }
    }
  }
}
