/// Finds places for the names of curves beside the curves themselves.
package struct CurveLabels: Sendable {
  /// The curves as points that stand close together, in the drawing's units.
  private let curves: [[Point]]
  /// Where names may stand.
  private let area: Box
  /// Lines across the plot, as boxes without width or height, that names had better not stand on.
  private let lines: [Box]

  /// The distance of points on a curve for the search.
  private static let sampling = 4.0
  /// A name is tried at every third point.
  private static let every = 3
  /// How near a name comes to its own curve, and how far it stays from all others.
  private static let ownDistance = 4.0
  private static let otherDistance = 10.0

  /// What a name gives up for not standing on a line, in units of distance to other curves.
  private static let priceOfCrossing = 30.0

  package init(curves: [[Point]], area: Box, lines: [Box] = []) {
    self.curves = curves.map(Self.dense)
    self.area = area
    self.lines = lines
  }

  /// Whether a box within the area touches no curve and, but for the line it belongs to, no line.
  package func isClear(_ box: Box, of line: Box? = nil) -> Bool {
    area.contains(box) && !lines.contains { $0 != line && $0.overlaps(box, margin: 2) }
      && curves.allSatisfy { distance(from: box, to: $0) >= Self.ownDistance / 2 }
  }

  /// The box for each name beside its curve; `nil` if any name finds no place, for then a legend is better.
  ///
  /// Each name takes the place that is farthest from the other curves, of those near its own and clear of what is taken.
  /// - Complexity: O(*m*²) in the points of all curves together, which stand 4 units apart.
  package func places(for sizes: [(width: Double, height: Double)], avoiding taken: [Box]) -> [Box]? {
    var taken = taken
    var places: [Box] = []
    for (curve, size) in sizes.enumerated() {
      guard let place = place(curve, size, avoiding: taken) else { return nil }
      places.append(place)
      taken.append(place)
    }
    return places
  }

  private func place(_ curve: Int, _ size: (width: Double, height: Double), avoiding taken: [Box]) -> Box? {
    var best: (box: Box, merit: Double)?
    for index in stride(from: 0, to: curves[curve].count, by: Self.every) {
      let point = curves[curve][index]
      let gap = Self.ownDistance + 2
      let corners = [
        (point.x + gap, point.y - size.height / 2), (point.x - gap - size.width, point.y - size.height / 2),
        (point.x - size.width / 2, point.y - gap - size.height), (point.x - size.width / 2, point.y + gap),
        (point.x + gap, point.y - gap - size.height), (point.x + gap, point.y + gap),
        (point.x - gap - size.width, point.y - gap - size.height),
        (point.x - gap - size.width, point.y + gap),
      ]
      for (x, y) in corners {
        let box = Box(x: x, y: y, width: size.width, height: size.height)
        guard area.contains(box), !taken.contains(where: { $0.overlaps(box, margin: 4) }),
          distance(from: box, to: curves[curve]) >= Self.ownDistance
        else { continue }
        let others = curves.indices.filter { $0 != curve }
        let distance = others.reduce(60) { min($0, self.distance(from: box, to: curves[$1])) }
        // Among equals the one nearer to the middle is easier to find.
        let offset = (box.x + box.width / 2 - area.x - area.width / 2).magnitude / area.width
        let crosses = lines.contains { $0.overlaps(box, margin: 2) }
        let merit = distance - 10 * offset - (crosses ? Self.priceOfCrossing : 0)
        if distance >= Self.otherDistance, merit > best?.merit ?? -.infinity { best = (box, merit) }
      }
    }
    return best?.box
  }

  private func distance(from box: Box, to points: [Point]) -> Double {
    var least = Double.infinity
    for point in points {
      let x = max(box.x - point.x, 0, point.x - box.right)
      let y = max(box.y - point.y, 0, point.y - box.bottom)
      least = min(least, x * x + y * y)
    }
    return least.squareRoot()
  }

  /// Points along the lines between the points, at most 4 units apart.
  private static func dense(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for (start, end) in zip(points, points.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let steps = max(1, Int((length / sampling).rounded(.up)))
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        let point = Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
        // Curves of many points are thinned to the same distance.
        if let last = result.last,
          max((last.x - point.x).magnitude, (last.y - point.y).magnitude) < sampling / 2
        {
          continue
        }
        result.append(point)
      }
    }
    if let last = points.last { result.append(last) }
    return result
  }
}
