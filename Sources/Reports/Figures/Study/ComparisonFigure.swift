package import Drawing
internal import SurveyStatistics

/// Rows such as plans or designs, compared by a few measures: small pictures side by side that share their rows.
package struct ComparisonFigure: Figure, Equatable {
  /// One value of one row, with what is known of its uncertainty.
  package struct Mark: Equatable, Sendable {
    /// The value.
    package var value: Double
    /// The bounds of its interval; `nil` for none.
    package var bounds: ClosedRange<Double>?
    /// What stands beside the mark; empty for the value itself.
    package var note: Words

    /// A value with its interval.
    package init(_ value: Double, bounds: ClosedRange<Double>? = nil, note: Words = Words("")) {
      self.value = value
      self.bounds = bounds
      self.note = note
    }

    /// A simulated value with two Monte Carlo standard errors to either side; `nil` without a value.
    package init?(_ value: Double?, error: Double?) {
      guard let value, value.isFinite else { return nil }
      self.init(
        value,
        bounds: error.flatMap { $0.isFinite && $0 >= 0 ? (value - 2 * $0)...(value + 2 * $0) : nil })
    }
  }

  /// One measure over all rows.
  package struct Panel: Equatable, Sendable {
    /// What is measured.
    package var title: Words
    /// What the axis shows.
    package var axis: Words
    /// The name in a file, in snake case.
    package var key: String
    /// How values are written.
    package var format: AxisFormat
    /// A value that is marked by a broken line, and what it is; `nil` for none.
    package var reference: Double?
    /// The marks, one per row; `nil` where there is none.
    package var marks: [Mark?]

    /// Describes a measure; it needs as many marks as there are rows.
    package init(
      title: Words, axis: Words, key: String, format: AxisFormat, reference: Double? = nil, marks: [Mark?]
    ) {
      self.title = title
      self.axis = axis
      self.key = key
      self.format = format
      self.reference = reference
      self.marks = marks
    }
  }

  /// A short name in kebab-case.
  package var name: String
  /// What the figure is about.
  package var title: Words
  /// What is shown, in sentences.
  package var caption: Words
  /// What the rows are.
  package var rowTitle: Words
  /// The rows.
  package var rows: [Words]
  /// The measures.
  package var panels: [Panel]

  /// Puts the figure together; every measure must have one mark per row.
  package init(
    name: String, title: Words, caption: Words, rowTitle: Words, rows: [Words], panels: [Panel]
  ) {
    precondition(panels.allSatisfy { $0.marks.count == rows.count }, "a measure has one mark per row")
    self.name = name
    self.title = title
    self.caption = caption
    self.rowTitle = rowTitle
    self.rows = rows
    self.panels = panels
  }

  /// The title as it was given.
  package func title(language: ReportLanguage) -> String { title(language) }

  /// The caption as it was given.
  package func caption(language: ReportLanguage) -> String { caption(language) }

  /// One row per row of the figure.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [.init(rowTitle(language), FigureTable.Column.key(rowTitle.english))]
        + panels.flatMap { panel in
          [
            .init(panel.title(language), panel.key),
            .init(
              language.words("from – to", "fra – til"), "\(panel.key)_lower", "\(panel.key)_upper"),
          ]
        },
      rows.enumerated().map { place, row in
        [.init(name: row(language), of: row.english)]
          + panels.flatMap { panel -> [FigureTable.Cell] in
            let mark = panel.marks[place]
            let bounds = mark?.bounds
            return [
              .init(panel.format.value(mark?.value, in: language), mark?.value),
              .init(
                bounds.map { range in
                  [range.lowerBound, range.upperBound].map { panel.format.value($0, in: language) }.joined(
                    separator: " – ")
                } ?? ReportLanguage.missing, bounds?.lowerBound, bounds?.upperBound),
            ]
          }
      })
  }

  private static let pitch = 26.0
  private static let gap = 26.0
  /// A panel narrower than this has no room for an axis.
  private static let least = 130.0

  /// The panels: side by side where they fit, else below each other.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !rows.isEmpty, !panels.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let names = RowNames(rows.map { $0(language) }, in: drawing, share: 0.34)
    let room = drawing.width - names.width
    let columns = max(1, min(panels.count, Int((room + Self.gap) / (Self.least + Self.gap)), 4))
    let panelWidth = (room - Self.gap * Double(columns - 1)) / Double(columns)
    var y = 0.0
    for start in stride(from: 0, to: panels.count, by: columns) {
      let line = Array(panels[start..<min(start + columns, panels.count)])
      y = draw(line, names: names, panelWidth: panelWidth, into: &drawing, y: y, language) + 18
    }
    drawing.height = y - 16
    return drawing
  }

  private func draw(
    _ panels: [Panel], names: RowNames, panelWidth: Double, into drawing: inout Canvas, y top: Double,
    _ language: ReportLanguage
  ) -> Double {
    let (heading, note) = (TextStyle.heading, TextStyle.note)
    let titles = panels.map { heading.wrapped($0.title(language), to: panelWidth) }
    let isLong = rows.count > Canvas.mostRowsWithOneAxis
    let titleHeight = Double(titles.reduce(1) { max($0, $1.count) }) * heading.lineHeight
    let start = top + titleHeight + (isLong ? note.lineHeight + 8 : 4)
    var middles: [Double] = []
    var end = start
    for row in rows.indices {
      let height = names.height(row, least: Self.pitch)
      middles.append(end + height / 2)
      end += height
    }
    for (row, middle) in middles.enumerated() { names.draw(row, into: &drawing, middle: middle) }
    var foot = end
    for (index, panel) in panels.enumerated() {
      let left = names.width + Double(index) * (panelWidth + Self.gap)
      drawing.text(lines: titles[index], x: left, y: top + heading.ascent, heading)
      let texts = panel.marks.map { mark in mark.map { text($0, panel, language) } ?? "" }
      let widest = texts.reduce(0) { max($0, note.width(of: $1)) }
      let numbers = panel.marks.compactMap { $0 }.flatMap { mark in
        [mark.value, mark.bounds?.lowerBound, mark.bounds?.upperBound].compactMap { $0 }
      }
      let greatest = (numbers + [panel.reference ?? 0]).filter(\.isFinite).reduce(0, max)
      let scaleRoom = max(50, panelWidth - 24 - widest - 8)
      let ticks = Ticks.fitting(
        0...max(greatest, 1e-3), width: scaleRoom, format: panel.format, language: language)
      let scale = LinearScale(ticks.domain, from: left + 12, to: left + 12 + scaleRoom)
      var picture = Canvas(width: left + panelWidth)
      foot = max(
        foot,
        picture.axis(
          ticks, scale: scale, top: start, bottom: end + 2, title: panel.axis(language), format: panel.format,
          language: language, isRepeated: isLong))
      drawing.place(picture, y: 0)
      if let reference = panel.reference, scale.contains(reference) {
        drawing.line(
          from: Point(x: scale(reference), y: start), to: Point(x: scale(reference), y: end + 2), .vermillion,
          .medium, dash: .dash)
      }
      for (row, middle) in middles.enumerated() {
        guard let mark = panel.marks[row], mark.value.isFinite else { continue }
        drawing.marked("\(rows[row](language)), \(panel.title(language)): \(full(mark, panel, language))") {
          picture in
          if let bounds = mark.bounds {
            picture.lying(
              ConfidenceInterval(lower: bounds.lowerBound, upper: bounds.upperBound), y: middle, scale: scale,
              .blue)
          }
          picture.dot(at: Point(x: scale(mark.value), y: middle), .blue)
        }
        drawing.text(
          texts[row], x: left + panelWidth, y: middle + note.size * 0.35, note, .end, colour: "f-muted")
      }
    }
    return foot
  }

  private func text(_ mark: Mark, _ panel: Panel, _ language: ReportLanguage) -> String {
    let note = mark.note(language)
    return note.isEmpty ? panel.format.value(mark.value, in: language) : note
  }

  private func full(_ mark: Mark, _ panel: Panel, _ language: ReportLanguage) -> String {
    let value = panel.format.value(mark.value, in: language)
    guard let bounds = mark.bounds else { return value }
    let ends = [bounds.lowerBound, bounds.upperBound].map { panel.format.value($0, in: language) }
    return "\(value) (\(ends.joined(separator: " – ")))"
  }
}
