package import Randomness

/// What the design's random numbers are for; the numbers 100 to 199 belong to this module and are never used twice.
///
/// Draws that concern one practice come from the practice's own stream, so that a practice more or less in the frame
/// changes none of them. Draws that concern the whole survey stand at the address of practice 0.
extension Purpose {
  /// Each practice's permanent random number: those with the smallest are sampled.
  package static let samplePriority = Purpose(rawValue: 100)

  /// The random start of a systematic sample, for the whole survey.
  package static let sampleStart = Purpose(rawValue: 101)

  /// Each practice's random place in the order in which a sample proportional to size is drawn.
  package static let sampleOrder = Purpose(rawValue: 102)

  /// Each practice's random place among the practices of its stratum, when slots and days are dealt out.
  package static let patternOrder = Purpose(rawValue: 103)

  /// Which slot of the survey plays which part in the pattern of slots, for the whole survey.
  package static let slotLabels = Purpose(rawValue: 104)

  /// Which day of the survey plays which part in the pattern of days, for the whole survey.
  package static let dayLabels = Purpose(rawValue: 105)

  /// Which interviewer plays which part in the pattern of interviewers, for the whole survey.
  package static let interviewerLabels = Purpose(rawValue: 106)

  /// The instants within the slots at which each practice would be rung.
  package static let dueInstant = Purpose(rawValue: 107)

  /// Each practice's random place among those that a later round rings, one number a round.
  package static let roundOrder = Purpose(rawValue: 108)

  /// Which slot, day and interviewer plays which part in a later round, for the whole survey; the round stands in the practice's place.
  package static let roundLabels = Purpose(rawValue: 109)

  /// The instants at which a practice is rung in later rounds.
  package static let roundInstant = Purpose(rawValue: 110)
}

/// The practice part of the address of draws that concern the whole survey.
let wholeSurvey: UInt64 = 0
