internal import Randomness

/// What a stream of this module is for. The numbers are part of what a seed yields: never change or reuse one; Experiments has 301 and 302.
extension Purpose {
  /// The day on which a practice is probed: one of the survey's, or that of one of its calls.
  static let probedDay = Purpose(rawValue: 300)
  /// The slot in which a later round's probe rings, where its rule leaves a choice.
  static let probedSlot = Purpose(rawValue: 303)
}
