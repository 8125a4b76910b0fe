/// A rectangle in the units of a drawing, from its upper left corner; y grows downwards.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  /// Whether the two share more than an edge, or come nearer than a margin.
  func overlaps(_ other: Box, margin: Double = 0) -> Bool {
    x < other.right + margin && other.x < right + margin && y < other.bottom + margin
      && other.y < bottom + margin
  }

  /// Whether another box lies inside this one, edges included, up to a hundredth for what rounding does.
  func contains(_ other: Box) -> Bool {
    let slack = 0.01
    return other.x >= x - slack && other.right <= right + slack && other.y >= y - slack
      && other.bottom <= bottom + slack
  }
}
