internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys

extension Study {
  /// How long the calls of each group waited for a person, each by its practice's weight; `estimate --waits` of the survey's `calls.csv` says
  /// the same, with limits.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  func waits(of outcomes: [CallOutcome]) -> [SurveyTables.WaitQuantiles] {
    var observations = [[KaplanMeier.Observation]](repeating: [], count: groups.count)
    for outcome in outcomes {
      guard let wait = outcome.waitSeconds else { continue }
      let isAnswered: Bool
      switch WaitEnd(outcome.disposition, waitSeconds: wait) {
      case .answered: isAnswered = true
      case .censored: isAnswered = false
      case .notWaiting, nil: continue
      }
      let observation = KaplanMeier.Observation(
        wait: wait, isAnswered: isAnswered, weight: weights[outcome.practice])
      for place in groups(ofSlot: outcome.slot) { observations[place].append(observation) }
    }
    return observations.map { own in
      let curve = KaplanMeier(own)
      return SurveyTables.WaitQuantiles(
        median: curve?.quantileValue(0.5), ninetieth: curve?.quantileValue(0.9))
    }
  }
}
