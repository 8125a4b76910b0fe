internal import SurveyDesign

/// Which of several attempts at a call says how it ended.
extension SurveyCall {
  /// Whether the attempt was made: a row that was only planned, or never dialled, is none.
  var isMade: Bool { disposition != .notAttempted }

  /// Whether two rows of a call are the same attempt at it.
  func isSameAttempt(as other: SurveyCall) -> Bool { rank == other.rank && storedRound == other.storedRound }

  /// Whether an attempt says how the call ended, and not the one that is known: one that was made before one that was not, then
  /// the later round, then the later attempt.
  func decides(over known: SurveyCall) -> Bool {
    guard isMade == known.isMade else { return isMade }
    return (storedRound, rank) > (known.storedRound, known.rank)
  }

  /// Takes over how the call ended from an attempt on whatever day; what the call was drawn for stays.
  mutating func take(_ attempt: SurveyCall) {
    isRedialled = attempt.isRedialled || isMade
    rank = attempt.rank
    row = attempt.row
    wait = attempt.wait
    disposition = attempt.disposition
    storedRound = attempt.storedRound
  }
}
