/// Categories side by side over a value axis: the frame of a plot whose marks the figure adds.
package struct ColumnPlot: Sendable {
  package let bands: Bands
  package let scale: LinearScale
  /// The y of the plot's upper edge and of its lower edge, above the names.
  package let top: Double
  package let bottom: Double
  /// The y below the names.
  package let end: Double

  private static let wideMargin = 40.0

  /// What a value axis shows and how.
  package struct Axis: Sendable {
    /// The quantity and its unit, written above the axis.
    package var title: String
    package var format: AxisFormat
    package var ticks: Ticks

    /// An axis with ticks for a height, in the drawing's units.
    package init(_ title: String, _ format: AxisFormat, enclosing range: ClosedRange<Double>, height: Double)
    {
      self.title = title
      self.format = format
      ticks = Ticks(
        enclosing: range, maximum: max(3, Int(height / 36)), least: format.leastStep)
    }

    /// The ticks' texts.
    package func texts(in language: ReportLanguage) -> [String] {
      ticks.values.map { format.tick($0, decimals: ticks.decimals, in: language) }
    }

    /// What the ticks' texts take beside the plot.
    package func margin(in language: ReportLanguage) -> Double {
      texts(in: language).reduce(0) { max($0, TextStyle.note.width(of: $1)) } + 8
    }
  }

  /// Draws the axis, its grid, and the names.
  ///
  /// - `notes`: what stands below each name, such as the calls of a slot; none for nothing.
  /// - `top`: where the axis's title begins.
  /// - `height`: of the plot itself.
  /// - `left`: the margin for the ticks' texts; panels below each other share one.
  /// - `right`: a margin for texts at the right.
  package init(
    into drawing: inout Canvas, names: [String], notes: [String] = [], axis: Axis, top: Double,
    height: Double,
    left: Double? = nil,
    right: Double = 0, language: ReportLanguage
  ) {
    let note = TextStyle.note
    let margin = axis.margin(in: language)
    let left = left ?? margin
    // Beside a wide margin, as that of rows' names, the title stays with its axis.
    let titlePlace = left - margin > Self.wideMargin ? left - margin + 8 : 0
    let titleLines = note.wrapped(axis.title, to: drawing.width - titlePlace)
    drawing.text(lines: titleLines, x: titlePlace, y: top + note.ascent, note, colour: "f-muted")
    self.top = top + Double(titleLines.count) * note.lineHeight + 8
    bottom = self.top + height
    bands = Bands(count: names.count, start: left, end: drawing.width - right)
    scale = LinearScale(axis.ticks.domain, from: bottom, to: self.top)
    for (value, text) in zip(axis.ticks.values, axis.texts(in: language)) {
      let y = scale(value)
      drawing.line(
        from: Point(x: left, y: y), to: Point(x: bands.end, y: y), value == 0 ? .axis : .grid)
      drawing.text(text, x: left - 8, y: y + note.size * 0.35, note, .end, colour: "f-muted")
    }
    let foot = drawing.names(names, below: bands, y: bottom + 9)
    end = notes.allSatisfy(\.isEmpty) ? foot : drawing.names(notes, below: bands, y: foot + 1)
  }

  /// The place of a value in a band, moved sideways by a part of the band's width.
  package func point(_ index: Int, _ value: Double, aside: Double = 0) -> Point {
    Point(x: bands.centre(index) + aside, y: scale(value))
  }

  /// Whether a number fits to the right of a mark in the middle of a band.
  package func hasRoom(for text: String) -> Bool {
    bands.width / 2 >= Self.beside + TextStyle.note.width(of: text)
  }

  /// From a mark's middle to the number beside it.
  package static let beside = 8.0

  /// The baseline of a number beside the mark of its value: level with it, but clear of the axis at zero, or of the foot.
  package func baseline(beside value: Double) -> Double {
    let axis = scale.contains(0) ? scale(0) : bottom
    let level = scale(value) + Self.halfDigit
    let (above, below) = (axis - Self.clearance, axis + TextStyle.note.ascent + Self.clearance)
    guard level > above, level < below else { return level }
    return value < 0 ? below : above
  }

  /// Half the height of a digit of a note.
  private static let halfDigit = 4.0
  /// From a number to a line that should not touch it.
  private static let clearance = 4.0
}
