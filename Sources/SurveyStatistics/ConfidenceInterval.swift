/// Two bounds that enclose an unknown value with a stated confidence.
package struct ConfidenceInterval: Sendable, Hashable {
  /// The smallest value not excluded.
  package let lower: Double
  /// The greatest value not excluded.
  package let upper: Double

  /// Both bounds as given; nothing is checked or sorted.
  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The distance between the bounds.
  package var width: Double { upper - lower }

  /// Whether a value lies between the bounds, ends included.
  package func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }

  /// The part inside [0, 1], where shares live.
  package func clippedToShares() -> ConfidenceInterval {
    ConfidenceInterval(lower: min(max(lower, 0), 1), upper: min(max(upper, 0), 1))
  }
}
