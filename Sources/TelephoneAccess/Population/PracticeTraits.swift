public import SurveyDesign

/// What sets one practice's telephone apart from another's: drawn once for a seed, or read from the frame.
public struct PracticeTraits: Hashable, Sendable {
  /// Queue or busy tone.
  public var system: TelephoneSystem
  /// Its lines; `Int.max` for no limit.
  public var lines: Int
  /// Whether it has an acute line.
  public var hasAcuteLine: Bool
  /// Its lunch closing, if it has one.
  public var lunch: Slot?
  /// When it gives the last personal answer; `nil` for as long as it is staffed.
  public var lastAnswer: TimeOfDay?
  /// What its telephone does when it is off, one state for each stretch of ``PopulationModel/whenOff``.
  public var whenOff: [OffState]

  /// Creates traits.
  public init(
    system: TelephoneSystem, lines: Int, hasAcuteLine: Bool, lunch: Slot?, lastAnswer: TimeOfDay?,
    whenOff: [OffState]
  ) {
    self.system = system
    self.lines = lines
    self.hasAcuteLine = hasAcuteLine
    self.lunch = lunch
    self.lastAnswer = lastAnswer
    self.whenOff = whenOff
  }
}
