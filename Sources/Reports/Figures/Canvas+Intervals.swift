internal import Drawing
internal import SurveyStatistics

extension Canvas {
  /// An upright interval with small caps; nothing if a bound is not a number.
  mutating func upright(
    _ interval: ConfidenceInterval?, x: Double, scale: LinearScale, _ colour: Colour
  ) {
    guard let interval, interval.lower.isFinite, interval.upper.isFinite else { return }
    let (low, high) = (scale(interval.lower), scale(interval.upper))
    line(from: Point(x: x, y: low), to: Point(x: x, y: high), colour, .medium)
    for y in [low, high] {
      line(from: Point(x: x - 3, y: y), to: Point(x: x + 3, y: y), colour, .medium)
    }
  }

  /// A lying interval, thin or thick, with an arrowhead where the scale cuts it off; nothing if a bound is not a number.
  mutating func lying(
    _ interval: ConfidenceInterval?, y: Double, scale: LinearScale, _ colour: Colour,
    _ stroke: Stroke = .medium
  ) {
    guard let interval, interval.lower.isFinite, interval.upper.isFinite else { return }
    line(
      from: Point(x: scale(interval.lower), y: y), to: Point(x: scale(interval.upper), y: y), colour, stroke)
    for (bound, end, outward) in [(interval.lower, scale.start, -1.0), (interval.upper, scale.end, 1.0)]
    where !scale.contains(bound) {
      let tip = Point(x: end + outward * 4, y: y)
      let barbs = [Point(x: end - outward, y: y - 4), tip, Point(x: end - outward, y: y + 4)]
      path(through: barbs, colour, .medium)
    }
  }
}
