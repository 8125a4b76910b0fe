extension Ticks {
  /// Ticks whose texts do not touch when they stand side by side over a width.
  package static func fitting(
    _ range: ClosedRange<Double>, width: Double, format: AxisFormat, language: ReportLanguage,
    isEnclosing: Bool = true
  ) -> Ticks {
    var maximum = 9
    while true {
      let ticks = Ticks(enclosing: range, maximum: maximum, least: format.leastStep)
      let shown = isEnclosing ? ticks.values : ticks.values.filter(range.contains)
      let texts = shown.map { format.tick($0, decimals: ticks.decimals, in: language) }
      let widest = texts.reduce(0) { max($0, TextStyle.note.width(of: $1)) }
      let domain = isEnclosing ? ticks.domain : range
      let step = (ticks.values[1] - ticks.values[0]) / (domain.upperBound - domain.lowerBound) * width
      if step >= widest + 14 || maximum <= 2 { return ticks }
      maximum -= 1
    }
  }
}

extension Canvas {
  /// With more rows than these, a reader at the first one does not see the axis at the foot.
  package static let mostRowsWithOneAxis = 12

  /// Draws a value axis at the foot of a plot, with its grid, and gives the y below its texts.
  ///
  /// - `scale`: from left to right; ticks outside it are left out.
  /// - `top`: where the grid begins; `bottom` is where it ends and the texts begin.
  /// - `isRepeated`: whether the texts stand above the grid, too, for a figure longer than a screen.
  package mutating func axis(
    _ ticks: Ticks, scale: LinearScale, top: Double, bottom: Double, title: String, format: AxisFormat,
    language: ReportLanguage, isRepeated: Bool = false
  ) -> Double {
    let note = TextStyle.note
    var end = -Double.infinity
    for value in ticks.values where scale.contains(value) {
      let x = scale(value)
      line(from: Point(x: x, y: top), to: Point(x: x, y: bottom), value == 0 ? .axis : .grid)
      let text = format.tick(value, decimals: ticks.decimals, in: language)
      // A text at the edge is moved inwards until the drawing holds it.
      let half = note.width(of: text) / 2
      let place = min(max(x, half), width - half)
      guard place - half > end + 4 else { continue }
      end = place + half
      self.text(text, x: place, y: bottom + 9 + note.ascent, note, .middle, colour: "f-muted")
      if isRepeated { self.text(text, x: place, y: top - 5, note, .middle, colour: "f-muted") }
    }
    let y = bottom + 11 + note.lineHeight
    let lines = note.wrapped(title, to: (scale.end - scale.start).magnitude + 24)
    for (number, line) in lines.enumerated() {
      let half = note.width(of: line) / 2
      let middle = min(max((scale.start + scale.end) / 2, half), width - half)
      text(
        line, x: middle, y: y + note.ascent + Double(number) * note.lineHeight, note, .middle,
        colour: "f-muted")
    }
    return y + Double(lines.count) * note.lineHeight
  }
}
