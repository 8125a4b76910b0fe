/// How a line looks.
package enum Stroke: String, Sendable {
  case thin, medium, thick, bold, broad
}

/// How a line is broken, so that colour is never the only thing that tells lines apart.
package enum Dash: String, CaseIterable, Sendable {
  case solid, dash, dot, dashdot

  fileprivate var suffix: String {
    switch self {
    case .solid: ""
    case .dash, .dot, .dashdot: " \(rawValue)"
    }
  }
}

/// A place in a drawing.
package struct Point: Equatable, Sendable {
  package var x: Double
  package var y: Double

  /// Creates a place.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

extension Canvas {
  /// A straight line.
  package mutating func line(
    from start: Point, to end: Point, _ colour: Colour, _ stroke: Stroke = .thin, dash: Dash = .solid
  ) {
    shape(
      "line",
      [
        "class": "line \(stroke.rawValue) s-\(colour.rawValue)\(dash.suffix)", "x1": Markup.number(start.x),
        "y1": Markup.number(start.y), "x2": Markup.number(end.x), "y2": Markup.number(end.y),
      ])
  }

  /// A line through points; nothing for fewer than two.
  package mutating func path(
    through points: [Point], _ colour: Colour, _ stroke: Stroke = .medium, dash: Dash = .solid
  ) {
    guard points.count > 1 else { return }
    shape(
      "path",
      ["class": "line \(stroke.rawValue) s-\(colour.rawValue)\(dash.suffix)", "d": Self.path(points)])
  }

  /// A filled area within points.
  package mutating func area(within points: [Point], _ colour: Colour, isFaint: Bool = false) {
    guard points.count > 2 else { return }
    shape("path", ["class": Self.fill(colour, isFaint), "d": Self.path(points) + "Z"])
  }

  /// A filled rectangle; nothing if it has no width or no height.
  ///
  /// - `isEdged`: whether a line in the edge's colour runs around it, just inside.
  package mutating func rectangle(_ box: Box, _ colour: Colour, isEdged: Bool = false, isFaint: Bool = false)
  {
    guard box.width > 0, box.height > 0 else { return }
    // The edge is drawn inside, so that neighbours keep their gap; what is too small for it is all edge.
    let inset = isEdged ? min(0.5, box.width / 2, box.height / 2) : 0
    let edge = isEdged ? " thin s-\(colour.rawValue)" : ""
    shape(
      "rect",
      [
        "class": Self.fill(colour, isFaint) + edge, "x": Markup.number(box.x + inset),
        "y": Markup.number(box.y + inset), "width": Markup.number(box.width - 2 * inset),
        "height": Markup.number(box.height - 2 * inset),
      ])
  }

  /// A dot, filled or hollow.
  package mutating func dot(at point: Point, _ colour: Colour, radius: Double = 4.5, isHollow: Bool = false) {
    let fill = isHollow ? Colour.paper : colour
    shape(
      "circle",
      [
        "class": "f-\(fill.rawValue) s-\(colour.rawValue) medium", "cx": Markup.number(point.x),
        "cy": Markup.number(point.y), "r": Markup.number(radius),
      ])
  }

  /// A diamond: what is known to be true, in contrast to what was estimated.
  package mutating func diamond(at point: Point, _ colour: Colour = .ink, radius: Double = 5.5) {
    let corners = [
      Point(x: point.x, y: point.y - radius), Point(x: point.x + radius, y: point.y),
      Point(x: point.x, y: point.y + radius), Point(x: point.x - radius, y: point.y),
    ]
    shape(
      "path", ["class": "f-paper s-\(colour.rawValue) medium", "d": Self.path(corners) + "Z"])
  }

  /// A cross.
  mutating func cross(at point: Point, _ colour: Colour, radius: Double = 3.5) {
    let data =
      Self.path([
        Point(x: point.x - radius, y: point.y - radius), Point(x: point.x + radius, y: point.y + radius),
      ])
      + Self.path([
        Point(x: point.x - radius, y: point.y + radius), Point(x: point.x + radius, y: point.y - radius),
      ])
    shape("path", ["class": "line medium s-\(colour.rawValue)", "d": data])
  }

  private static func fill(_ colour: Colour, _ isFaint: Bool) -> String {
    "f-\(colour.rawValue)\(isFaint ? " faint" : "")"
  }

  private static func path(_ points: [Point]) -> String {
    var data = ""
    for (number, point) in points.enumerated() {
      data += "\(number == 0 ? "M" : "L")\(Markup.number(point.x)) \(Markup.number(point.y))"
    }
    return data
  }
}
