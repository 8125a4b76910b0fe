package import SurveyDesign

/// What sets one practice's telephone apart from another's: drawn once for a seed, or read from the frame.
package struct PracticeTraits: Hashable, Sendable {
  /// Queue or busy tone.
  package var system: TelephoneSystem
  /// Its lines; `Int.max` for no limit.
  package var lines: Int
  /// Whether it has an acute line.
  package var hasAcuteLine: Bool
  /// Its lunch closing, if it has one.
  package var lunch: Slot?
  /// When it gives the last personal answer; `nil` for as long as it is staffed.
  package var lastAnswer: TimeOfDay?
  /// What its telephone does when it is off, one state for each stretch of ``PopulationModel/whenOff``.
  package var whenOff: [OffState]
  /// Its patients' calls, relative to those of an average practice with such a list.
  package var callsFactor = 1.0
  /// Whether its queue offers to ring back.
  package var offersCallback = false
  /// What it has for professionals.
  package var professionals = ProfessionalAccess()
  /// Where it stands, from 0 to below 1, among practices that have a fraction of an answerer: the last ones have one more.
  package var staffingPlace = 0.5

  /// Creates traits.
  package init(
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
