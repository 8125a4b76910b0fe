/// A straight map from values to places in a drawing.
package struct LinearScale: Equatable, Sendable {
  /// The value at `start` and the value at `end`; the first is below the second.
  package let lower: Double
  package let upper: Double
  /// The places of the two values, in either order.
  package let start: Double
  package let end: Double

  /// A scale over a domain; one that is empty or not finite is replaced by 0 to 1.
  package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    let isUsable =
      domain.lowerBound < domain.upperBound && domain.lowerBound.isFinite && domain.upperBound.isFinite
    lower = isUsable ? domain.lowerBound : 0
    upper = isUsable ? domain.upperBound : 1
    self.start = start
    self.end = end
  }

  /// The place of a value; what lies outside is brought to the nearer end.
  package func callAsFunction(_ value: Double) -> Double {
    let inside = min(max(value, lower), upper)
    return start + (inside - lower) / (upper - lower) * (end - start)
  }

  /// Whether a value is a number on the scale.
  package func contains(_ value: Double) -> Bool {
    value.isFinite && lower <= value && value <= upper
  }
}
