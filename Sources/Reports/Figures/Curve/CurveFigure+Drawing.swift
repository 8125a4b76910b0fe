package import Drawing
internal import SurveyDesign

extension CurveFigure {
  /// The plot; curves are named where they run, or in a legend where there is no room.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    let shown = series.map { $0.places.filter { $0.x.isFinite && $0.y.isFinite } }
    guard let frame = ranges(of: shown) else {
      var drawing = Canvas(width: width.units)
      drawing.nothing(in: language)
      return drawing
    }
    // First without a legend; with one if a name finds no place.
    return drawing(of: shown, in: frame, language: language, width: width, hasLegend: false)
      ?? drawing(of: shown, in: frame, language: language, width: width, hasLegend: true)
      ?? Canvas(width: width.units)
  }

  private struct Frame {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
  }

  /// How curves are told apart.
  private static let looks: [(colour: Colour, dash: Dash)] = [
    (.blue, .solid), (.vermillion, .dash), (.green, .dashdot), (.purple, .dot), (.ink, .solid),
    (.grey, .dash),
  ]

  /// The seventh curve has the first one's colour, and another dash.
  private func look(of curve: Int) -> (colour: Colour, dash: Dash) {
    let looks = Self.looks
    if let verdict = series[curve].verdict { return verdict.look }
    var look = looks[curve % looks.count]
    let round = curve / looks.count
    if round > 0, let place = Dash.allCases.firstIndex(of: look.dash) {
      look.dash = Dash.allCases[(place + round) % Dash.allCases.count]
    }
    return look
  }

  private func ranges(of shown: [[Place]]) -> Frame? {
    let places = shown.joined()
    guard let left = places.map(\.x).min(), let right = places.map(\.x).max(),
      let low = places.map(\.y).min(), let high = places.map(\.y).max()
    else { return nil }
    return Frame(x: x.range ?? left...right, y: y.range ?? min(low, 0)...high)
  }

  private func drawing(
    of shown: [[Place]], in frame: Frame, language: ReportLanguage, width: FigureWidth, hasLegend: Bool
  ) -> Canvas? {
    var drawing = Canvas(width: width.units)
    let height = width == .wide ? 320.0 : 240.0
    var top = 0.0
    if hasLegend { top = legend(language).draw(into: &drawing, y: 0) + 8 }
    let axis = ColumnPlot.Axis(
      language.capitalised(y.title(language)), y.format, enclosing: frame.y, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: [], axis: axis, top: top, height: height, right: 20, language: language)
    let ticks = Ticks.fitting(
      frame.x, width: plot.bands.end - plot.bands.start, format: x.format, language: language,
      isEnclosing: false)
    let isPoint = frame.x.lowerBound >= frame.x.upperBound
    let scale = LinearScale(isPoint ? ticks.domain : frame.x, from: plot.bands.start, to: plot.bands.end)
    let end = drawing.axis(
      ticks, scale: scale, top: plot.top, bottom: plot.bottom, title: language.capitalised(x.title(language)),
      format: x.format,
      language: language)
    drawing.height = end + 2
    let lines = references.map { line(of: $0, x: scale, plot: plot) }
    for line in lines {
      guard let line else { continue }
      drawing.line(
        from: Point(x: line.x, y: line.y), to: Point(x: line.right, y: line.bottom), .muted, .thin,
        dash: .dash)
    }
    let curves = shown.map { places in places.map { Point(x: scale($0.x), y: plot.scale($0.y)) } }
    for (curve, points) in curves.enumerated() {
      let look = look(of: curve)
      let name = series[curve].name(language)
      drawing.marked(name.isEmpty ? y.title(language) : name) { mark in
        mark.path(through: points, look.colour, .thick, dash: look.dash)
        if points.count == 1 { mark.dot(at: points[0], look.colour) }
      }
    }
    let area = Box(
      x: plot.bands.start + 2, y: plot.top + 2, width: plot.bands.end - plot.bands.start - 4,
      height: plot.bottom - plot.top - 4)
    let labels = CurveLabels(curves: curves, area: area, lines: lines.compactMap { $0 })
    for (reference, line) in zip(references, lines) {
      guard let line else { continue }
      name(reference, at: line, avoiding: labels, within: area, in: &drawing, language)
    }
    if hasLegend || series.count == 1 && series[0].name(language).isEmpty { return drawing }
    return name(by: labels, in: &drawing, language) ? drawing : nil
  }

  /// Writes the curves' names beside them; false if there is no room.
  private func name(by labels: CurveLabels, in drawing: inout Canvas, _ language: ReportLanguage) -> Bool {
    let style = TextStyle.label
    let swatch = series.count > 1 ? 22.0 : 0
    let sizes = series.map { (style.width(of: $0.name(language)) + swatch, style.ascent + style.descent) }
    guard let places = labels.places(for: sizes, avoiding: drawing.labels.map(\.box)) else { return false }
    for (curve, box) in places.enumerated() {
      let look = look(of: curve)
      if swatch > 0 {
        let y = box.y + box.height / 2
        drawing.line(
          from: Point(x: box.x, y: y), to: Point(x: box.x + swatch - 5, y: y), look.colour, .thick,
          dash: look.dash)
      }
      drawing.text(
        series[curve].name(language), x: box.x + swatch, y: box.y + style.ascent, style, halo: true)
    }
    return true
  }

  private func legend(_ language: ReportLanguage) -> Legend {
    Legend(
      series.enumerated().map { curve, series in
        let look = look(of: curve)
        return Legend.Entry(mark: .line(look.colour, look.dash), text: series.name(language))
      })
  }
}
