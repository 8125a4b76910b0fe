internal import Randomness

/// What a stream of this module is for. The numbers are part of what a seed yields: never change or reuse one.
extension Purpose {
  /// The day on which a practice that is not in the sample is probed.
  static let probedDay = Purpose(rawValue: 300)
}
