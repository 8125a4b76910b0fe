package import Drawing
internal import SurveyStatistics

/// What conclusions come to over the worlds that could be: a strip for each.
package struct WorldsFigure: Figure, Equatable {
  /// A conclusion over worlds.
  package struct Strip: Equatable, Sendable {
    /// What it is about.
    package var name: Words
    /// What the scenario as it is says.
    package var nominal: Measured?
    /// The 5th percentile over worlds.
    package var low: Double
    /// The median.
    package var middle: Double
    /// The 95th percentile.
    package var high: Double
    /// What it is held against: a target, or zero; `nil` for none.
    package var limit: Double?
    /// The share of worlds in which it holds; `nil` where it cannot hold or not.
    package var holds: Measured?

    /// Describes a conclusion.
    package init(
      name: Words, nominal: Measured?, low: Double, middle: Double, high: Double, limit: Double? = nil,
      holds: Measured? = nil
    ) {
      self.name = name
      self.nominal = nominal
      self.low = low
      self.middle = middle
      self.high = high
      self.limit = limit
      self.holds = holds
    }

    fileprivate var numbers: [Double] {
      [nominal?.value, low, middle, high, limit].compactMap { $0 }.filter(\.isFinite)
    }
  }

  /// A short name in kebab-case.
  package var name: String
  /// The conclusions, from top to bottom.
  package var strips: [Strip]
  /// How values are written: shares or points.
  package var format: AxisFormat
  /// What the axis measures.
  package var unit: Words

  /// Puts the figure together.
  package init(name: String, strips: [Strip], format: AxisFormat, unit: Words) {
    self.name = name
    self.strips = strips
    self.format = format
    self.unit = unit
  }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("What holds whatever is assumed", "Hvad der holder, uanset hvad der antages")
  }

  /// What strips, ticks, dots and lines are.
  package func caption(language: ReportLanguage) -> String {
    var sentences = [
      language.words(
        "Bars: where nine in ten of the worlds lie that the assumptions allow; the line across is their median. Dots: the scenario as it is.",
        "Bjælker: hvor ni ud af ti af de verdener ligger, som antagelserne tillader; stregen på tværs er deres median. Prikker: scenariet, som det er."
      )
    ]
    if strips.contains(where: { $0.limit != nil && $0.limit != 0 }) {
      sentences.append(
        language.words("Dashed upright lines: the target.", "Stiplede lodrette streger: målet."))
    }
    if strips.contains(where: { $0.holds != nil }) {
      sentences.append(
        language.words(
          "At the right: the share of worlds that say the same as the scenario as it is.",
          "Til højre: andelen af verdener, der siger det samme som scenariet, som det er."))
    }
    if let error = strips.compactMap(\.holds).greatestError {
      let points = language.number(error * 100, decimals: 1)
      sentences.append(
        language.words(
          "Standard error of these shares: at most \(points) points.",
          "Standardfejl på disse andele: højst \(points) procentpoint."))
    }
    return sentences.joined(separator: " ")
  }

  private static let pitch = 28.0
  private static let thickness = 12.0

  /// One row per conclusion, on one axis.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !strips.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let note = TextStyle.note
    let names = RowNames(strips.map { $0.name(language) }, in: drawing)
    let remarks = strips.map { $0.holds?.value.map { language.percent($0, decimals: 0) } ?? "" }
    let head = remarks.contains { !$0.isEmpty } ? language.words("holds in", "holder i") : ""
    let widest = (remarks + [head]).reduce(0) { max($0, note.width(of: $1)) }
    let isLong = strips.count > Canvas.mostRowsWithOneAxis
    var y = (head.isEmpty ? 0 : note.lineHeight) + (isLong ? note.lineHeight + 8 : 4)
    let top = y
    var middles: [Double] = []
    for row in strips.indices {
      let height = names.height(row, least: Self.pitch)
      middles.append(y + height / 2)
      y += height
    }
    let (left, right) = (names.width + 12, drawing.width - widest - 22)
    let numbers = strips.flatMap(\.numbers)
    let range = numbers.reduce(0, min)...numbers.reduce(0, max)
    let ticks = Ticks.fitting(range, width: right - left, format: format, language: language)
    let scale = LinearScale(ticks.domain, from: left, to: right)
    let end = drawing.axis(
      ticks, scale: scale, top: top, bottom: y + 2, title: unit(language), format: format,
      language: language, isRepeated: isLong)
    drawing.text(head, x: drawing.width, y: note.ascent, note, .end, colour: "f-muted")
    for (row, middle) in middles.enumerated() {
      names.draw(row, into: &drawing, middle: middle)
      drawing.text(
        remarks[row], x: drawing.width, y: middle + note.size * 0.35, note, .end, colour: "f-muted")
      draw(strips[row], into: &drawing, middle: middle, scale: scale, language)
    }
    drawing.height = end + 2
    return drawing
  }

  private func draw(
    _ strip: Strip, into drawing: inout Canvas, middle y: Double, scale: LinearScale,
    _ language: ReportLanguage
  ) {
    let values = [strip.low, strip.high].map { format.value($0, in: language) }
    let title =
      "\(strip.name(language)): \(language.words("\(values[0]) to \(values[1])", "\(values[0]) til \(values[1])"))"
    let (low, high, half) = (scale(strip.low), scale(strip.high), Self.thickness / 2)
    drawing.marked(title) { mark in
      mark.rectangle(
        Box(x: low, y: y - half, width: max(high - low, 1), height: Self.thickness), .sky, isEdged: true)
      let median = scale(strip.middle)
      mark.line(
        from: Point(x: median, y: y - half - 2), to: Point(x: median, y: y + half + 2), .blue, .thick)
    }
    if let limit = strip.limit, limit != 0 {
      let x = scale(limit)
      drawing.line(
        from: Point(x: x, y: y - Self.pitch / 2 + 2), to: Point(x: x, y: y + Self.pitch / 2 - 2), .ink,
        .medium, dash: .dash)
    }
    if let measured = strip.nominal, let nominal = measured.value, nominal.isFinite {
      drawing.marked("\(strip.name(language)): \(words(measured, language))") { mark in
        mark.dot(at: Point(x: scale(nominal), y: y), .ink, radius: 3.5)
      }
    }
  }

  /// What the scenario as it is says, with its error.
  private func words(_ nominal: Measured, _ language: ReportLanguage) -> String {
    format == .points ? language.points(nominal) : language.percent(nominal)
  }

  /// One row per conclusion.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    func cell(_ value: Double?) -> FigureTable.Cell {
      format == .points ? language.cell(points: value) : language.cell(percent: value)
    }
    let none = Measured(value: nil)
    return FigureTable(
      [
        .init(language.words("Conclusion", "Konklusion"), "conclusion"),
        .init(language.words("As it is", "Som det er"), "nominal", "nominal_se"),
        .init(language.words("5 % of worlds below", "5 % af verdenerne under"), "p05"),
        .init(language.words("Median", "Median"), "p50"),
        .init(language.words("95 % of worlds below", "95 % af verdenerne under"), "p95"),
        .init(language.words("Target", "Mål"), "limit"),
        .init(language.words("Holds in", "Holder i"), "holds", "holds_se"),
      ],
      strips.map { strip in
        [
          .init(name: strip.name(language), of: strip.name.english),
          .init(words(strip.nominal ?? none, language), strip.nominal?.value, strip.nominal?.error),
        ] + [strip.low, strip.middle, strip.high, strip.limit == 0 ? nil : strip.limit].map(cell)
          + [language.cell(percent: strip.holds ?? none, decimals: 0)]
      })
  }
}
