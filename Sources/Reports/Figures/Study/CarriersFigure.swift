package import Drawing
internal import SurveyStatistics

/// Which parameter carries which conclusion: bars of total effect, a strip of them per conclusion.
package struct CarriersFigure: Figure, Equatable {
  /// What a parameter carries of a conclusion.
  package struct Part: Hashable, Sendable {
    /// The total Sobol' index.
    package var total: Double
    /// Half the width of its 95 % limits.
    package var halfWidth: Double

    /// Describes a part.
    package init(total: Double, halfWidth: Double) {
      self.total = total
      self.halfWidth = halfWidth
    }

    /// The 95 % limits, not below zero; an estimate above 100 % keeps limits around it.
    var limits: ConfidenceInterval {
      ConfidenceInterval(lower: max(0, total - halfWidth), upper: total + halfWidth)
    }

    /// `27 % (16–38 %)`: ± is kept for what the simulation itself does not know.
    func words(_ language: ReportLanguage) -> String {
      "\(language.percent(total, decimals: 0)) (\(language.interval(limits, decimals: 0)))"
    }
  }

  /// One conclusion with what each parameter carries of it; `nil` where that is not told from error.
  package struct Conclusion: Equatable, Sendable {
    /// What it is about, in a word.
    package var name: Words
    /// As many as there are parameters.
    package var parts: [Part?]

    /// Describes a conclusion.
    package init(name: Words, parts: [Part?]) {
      self.name = name
      self.parts = parts
    }
  }

  /// The parameters, from top to bottom.
  package var parameters: [Words]
  /// The conclusions, from left to right.
  package var conclusions: [Conclusion]

  /// Puts the figure together; every conclusion must have one part per parameter.
  package init(parameters: [Words], conclusions: [Conclusion]) {
    precondition(
      conclusions.allSatisfy { $0.parts.count == parameters.count }, "a conclusion has one part per parameter"
    )
    self.parameters = parameters
    self.conclusions = conclusions
  }

  /// `carriers`.
  package var name: String { "carriers" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("What hangs on what", "Hvad der afhænger af hvad")
  }

  /// What bars and lines are.
  package func caption(language: ReportLanguage) -> String {
    let parts = conclusions.flatMap(\.parts).compactMap(\.self)
    let above =
      parts.contains { $0.total > 1 }
      ? language.words(
        " An estimate above 100 % stands for the whole variation: of so few worlds it is uncertain.",
        " Et estimat over 100 % står for hele variationen: Af så få verdener er det usikkert.") : ""
    return meaning(language) + above
  }

  private func meaning(_ language: ReportLanguage) -> String {
    language.words(
      "Bars: the part of the variation between worlds that a parameter carries, with all that it does together with others (the total Sobol’ index); lines: its 95 % limits. Where there is no bar, no effect is told from chance. Parts of one conclusion may add up to more than 100 %.",
      "Bjælker: den del af variationen mellem verdenerne, som en forudsætning bærer, med alt, hvad den gør sammen med andre (det totale Sobol’-indeks); streger: 95 %-grænser. Hvor der ingen bjælke er, kan ingen virkning skelnes fra tilfældigheder. Dele af én konklusion kan tilsammen være over 100 %."
    )
  }

  private static let pitch = 24.0
  private static let gap = 14.0
  private static let thickness = 11.0

  /// Panels of bars that share their rows: side by side where they fit, else below each other.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !parameters.isEmpty, !conclusions.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let names = RowNames(parameters.map { $0(language) }, in: drawing, share: 0.4)
    // Room for both ends of the axis, as words.
    let ends = [0.0, 1.0].map { TextStyle.note.width(of: language.percent($0, decimals: 0)) }
    let least = ends.reduce(8, +)
    let room = drawing.width - names.width
    let fitting = max(1, Int((room + Self.gap) / (least + Self.gap)))
    let rows = (conclusions.count + fitting - 1) / fitting
    // As many to a row as in every other, so that no row holds a single wide panel.
    let columns = (conclusions.count + rows - 1) / rows
    let panel = (room - Self.gap * Double(columns - 1)) / Double(columns)
    var y = 0.0
    for start in stride(from: 0, to: conclusions.count, by: columns) {
      let row = Array(conclusions[start..<min(start + columns, conclusions.count)])
      y = draw(row, names: names, panelWidth: panel, into: &drawing, y: y, language) + 16
    }
    drawing.height = y - 14
    return drawing
  }

  private func draw(
    _ conclusions: [Conclusion], names: RowNames, panelWidth: Double, into drawing: inout Canvas,
    y top: Double, _ language: ReportLanguage
  ) -> Double {
    let heading = TextStyle.heading
    let titles = conclusions.map { heading.wrapped($0.name(language), to: panelWidth) }
    let titleHeight = Double(titles.reduce(1) { max($0, $1.count) }) * heading.lineHeight
    let start = top + titleHeight + 4
    var (middles, y) = ([Double](), start)
    for row in parameters.indices {
      let height = names.height(row, least: Self.pitch)
      middles.append(y + height / 2)
      y += height
    }
    for (row, middle) in middles.enumerated() { names.draw(row, into: &drawing, middle: middle) }
    var foot = y
    for (index, conclusion) in conclusions.enumerated() {
      let left = names.width + Double(index) * (panelWidth + Self.gap)
      drawing.text(lines: titles[index], x: left, y: top + heading.ascent, heading)
      let scale = LinearScale(0...1, from: left, to: left + panelWidth)
      let note = TextStyle.note
      for (value, anchor) in [(0.0, Canvas.Anchor.start), (1.0, .end)] {
        drawing.line(
          from: Point(x: scale(value), y: start), to: Point(x: scale(value), y: y + 2),
          value == 0 ? .axis : .grid)
        drawing.text(
          language.percent(value, decimals: 0), x: scale(value), y: y + 9 + note.ascent, note, anchor,
          colour: "f-muted")
      }
      foot = max(foot, y + 9 + note.lineHeight)
      for (row, middle) in middles.enumerated() {
        guard let part = conclusion.parts[row] else { continue }
        draw(
          part, "\(parameters[row](language)), \(conclusion.name(language))", into: &drawing, middle: middle,
          scale: scale, language)
      }
    }
    return foot
  }

  private func draw(
    _ part: Part, _ name: String, into drawing: inout Canvas, middle y: Double, scale: LinearScale,
    _ language: ReportLanguage
  ) {
    let (total, half) = (min(max(part.total, 0), 1), Self.thickness / 2)
    drawing.marked("\(name): \(part.words(language))") { mark in
      mark.rectangle(
        Box(x: scale.start, y: y - half, width: scale(total) - scale.start, height: Self.thickness), .sky,
        isEdged: true)
      mark.lying(part.limits, y: y, scale: scale, .blue, .medium)
    }
  }

  /// One row per parameter, two columns per conclusion.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [.init(language.words("Parameter", "Forudsætning"), "parameter")]
        + conclusions.enumerated().flatMap { number, conclusion in
          [
            .init(conclusion.name(language), "total_\(number + 1)"),
            .init(
              language.words("95 % limits", "95 %-grænser"), "lower_\(number + 1)", "upper_\(number + 1)"),
          ]
        },
      parameters.enumerated().map { row, parameter in
        [.init(name: parameter(language), of: parameter.english)]
          + conclusions.flatMap { conclusion -> [FigureTable.Cell] in
            let part = conclusion.parts[row]
            return [
              language.cell(percent: part?.total, decimals: 0),
              .init(
                language.interval(part?.limits, decimals: 0), part?.limits.lower, part?.limits.upper),
            ]
          }
      })
  }
}
