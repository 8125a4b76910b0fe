/// A rectangle in the units of a drawing, from its upper left corner; y grows downwards.
package struct Box: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  /// Creates a rectangle.
  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }

  /// Whether the two share more than an edge, or come nearer than a margin.
  package func overlaps(_ other: Box, margin: Double = 0) -> Bool {
    x < other.right + margin && other.x < right + margin && y < other.bottom + margin
      && other.y < bottom + margin
  }

  /// Whether another box lies inside this one, edges included, up to a hundredth for what rounding does.
  package func contains(_ other: Box) -> Bool {
    let slack = 0.01
    return other.x >= x - slack && other.right <= right + slack && other.y >= y - slack
      && other.bottom <= bottom + slack
  }
}
