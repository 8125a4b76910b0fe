/// How the error of an interval is spread over its ends.
package enum ConfidenceLevel {
  /// The level of every interval for which nothing else is said.
  package static let usual = 0.95

  /// The error probability at each end that is bounded, or nil for a level that makes no sense.
  ///
  /// A level must lie strictly between 0 and 1, and at ½ or above when only one end is bounded.
  static func tail(_ confidence: Double, _ alternative: Alternative) -> Double? {
    guard confidence > 0, confidence < 1 else { return nil }
    switch alternative {
    case .twoSided: return 0.5 * (1 - confidence)
    case .less, .greater: return confidence >= 0.5 ? 1 - confidence : nil
    }
  }
}
