package import Drawing
import SurveyStatistics

/// The same calls by several definitions of reached: small pictures of the shares by slot, over one scale.
package struct DefinitionsFigure: Figure, Equatable {
  /// The shares by one definition.
  package struct Panel: Equatable, Sendable {
    /// What the definition is called.
    package var name: Words
    /// The slots in their order; small ones have no share.
    package var slots: [RateByHourFigure.Slot]

    /// Describes a definition.
    package init(name: Words, slots: [RateByHourFigure.Slot]) {
      self.name = name
      self.slots = slots
    }
  }

  /// The definitions in their order.
  package var panels: [Panel]
  /// The confidence of the intervals.
  package var confidence: Double

  /// Puts the figure together.
  package init(panels: [Panel], confidence: Double = ConfidenceLevel.usual) {
    self.panels = panels
    self.confidence = confidence
  }

  /// `definitions`.
  package var name: String { "definitions" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("Not reached, by definition and slot", "Uden kontakt, efter definition og tidsrum")
  }

  /// What dots, lines and the numbers below the slots are.
  package func caption(language: ReportLanguage) -> String {
    let level = language.roundPercent(confidence)
    return language.words(
      "Dots: the share of calls not reached; lines: \(level) intervals; below each slot the calls not reached and all valid calls. The pictures have the same scale.",
      "Prikker: andelen af opkald uden kontakt; streger: \(level)-intervaller; under hvert tidsrum opkald uden kontakt og alle gyldige opkald. Billederne har samme skala."
    )
  }

  /// The panels, two side by side where there is room.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard panels.contains(where: { !$0.slots.isEmpty }) else {
      drawing.nothing(in: language)
      return drawing
    }
    let columns = width == .wide ? min(2, panels.count) : 1
    let gap = 14.0
    let room = (drawing.width - gap * Double(columns - 1)) / Double(columns)
    var y = 0.0
    for start in stride(from: 0, to: panels.count, by: columns) {
      var foot = y
      for (column, panel) in panels[start..<min(start + columns, panels.count)].enumerated() {
        let picture = picture(of: panel, width: room, language)
        drawing.place(picture, x: Double(column) * (room + gap), y: y)
        foot = max(foot, y + picture.height)
      }
      y = foot + 14
    }
    drawing.height = y - 12
    return drawing
  }

  private var greatest: Double {
    panels.flatMap(\.slots).flatMap { [$0.rate, $0.interval?.upper] }.compactMap { $0 }.filter(\.isFinite)
      .reduce(0.05, max)
  }

  private func picture(of panel: Panel, width: Double, _ language: ReportLanguage) -> Canvas {
    var picture = Canvas(width: width)
    let heading = TextStyle.heading
    let lines = heading.wrapped(panel.name(language), to: width)
    picture.text(lines: lines, x: 0, y: heading.ascent, heading)
    let top = Double(lines.count) * heading.lineHeight + 2
    let height = 190.0
    let axis = ColumnPlot.Axis(
      language.words("Share of calls not reached", "Andel opkald uden kontakt"), .percent,
      enclosing: 0...greatest, height: height)
    let plot = ColumnPlot(
      into: &picture, names: panel.slots.map { language.group($0.label) },
      notes: panel.slots.map(\.counts), axis: axis, top: top, height: height, language: language)
    for (index, slot) in panel.slots.enumerated() {
      picture.marked(slot.words(language)) { mark in
        mark.upright(slot.interval, x: plot.bands.centre(index), scale: plot.scale, .blue)
        if let rate = slot.rate, rate.isFinite {
          mark.dot(at: plot.point(index, rate), .blue, radius: min(4.5, plot.bands.width / 4))
        }
      }
    }
    picture.height = plot.end
    return picture
  }

  /// One row per definition and slot.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [
        .init(language.words("Definition", "Definition"), "definition"),
        .init(language.words("Slot", "Tidsrum"), "slot"), .init(language.words("Calls", "Opkald"), "calls"),
        .init(language.words("Not reached", "Uden kontakt"), "unreached"),
        .init(language.words("Share", "Andel"), "rate"), language.intervalColumn(confidence),
      ],
      panels.flatMap { panel in
        panel.slots.map { slot in
          [
            .init(name: panel.name(language), of: panel.name.english), language.cell(group: slot.label),
            language.cell(count: slot.calls), language.cell(count: slot.unreached),
            language.cell(percent: slot.rate), language.cell(interval: slot.interval, rate: slot.rate),
          ]
        }
      })
  }
}
