internal import SurveyStatistics

extension CurveFigure {
  /// The plot; curves are named where they run, or in a legend where there is no room.
  public func drawing(language: ReportLanguage, width: FigureWidth) -> Drawing {
    let shown = series.map { $0.places.filter { $0.x.isFinite && $0.y.isFinite } }
    guard let frame = ranges(of: shown) else {
      var drawing = Drawing(width: width.units)
      drawing.nothing(in: language)
      return drawing
    }
    // First without a legend; with one if a name finds no place.
    return drawing(of: shown, in: frame, language: language, width: width, hasLegend: false)
      ?? drawing(of: shown, in: frame, language: language, width: width, hasLegend: true)
      ?? Drawing(width: width.units)
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
  ) -> Drawing? {
    var drawing = Drawing(width: width.units)
    let height = width == .wide ? 320.0 : 240.0
    var top = 0.0
    if hasLegend { top = legend(language).draw(into: &drawing, y: 0) + 8 }
    let axis = ColumnPlot.Axis(y.title(language), y.format, enclosing: frame.y, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: [], axis: axis, top: top, height: height, right: 20, language: language)
    let ticks = Ticks.fitting(
      frame.x, width: plot.bands.end - plot.bands.start, format: x.format, language: language,
      isEnclosing: false)
    let isPoint = frame.x.lowerBound >= frame.x.upperBound
    let scale = LinearScale(isPoint ? ticks.domain : frame.x, from: plot.bands.start, to: plot.bands.end)
    let end = drawing.axis(
      ticks, scale: scale, top: plot.top, bottom: plot.bottom, title: x.title(language), format: x.format,
      language: language)
    drawing.height = end + 2
    for reference in references { draw(reference, x: scale, plot: plot, into: &drawing, language) }
    let curves = shown.map { places in places.map { Point(x: scale($0.x), y: plot.scale($0.y)) } }
    for (curve, points) in curves.enumerated() {
      let look = look(of: curve)
      drawing.path(through: points, look.colour, .thick, dash: look.dash)
      if points.count == 1 { drawing.dot(at: points[0], look.colour) }
    }
    if hasLegend || series.count == 1 && series[0].name(language).isEmpty { return drawing }
    return name(curves, within: plot, in: &drawing, language) ? drawing : nil
  }

  /// Writes the curves' names beside them; false if there is no room.
  private func name(
    _ curves: [[Point]], within plot: ColumnPlot, in drawing: inout Drawing, _ language: ReportLanguage
  ) -> Bool {
    let style = TextStyle.label
    let area = Box(
      x: plot.bands.start + 2, y: plot.top + 2, width: plot.bands.end - plot.bands.start - 4,
      height: plot.bottom - plot.top - 4)
    let swatch = series.count > 1 ? 22.0 : 0
    let sizes = series.map { (style.width(of: $0.name(language)) + swatch, style.ascent + style.descent) }
    let taken = drawing.labels.map(\.box)
    guard let places = CurveLabels(curves: curves, area: area).places(for: sizes, avoiding: taken) else {
      return false
    }
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

  private func draw(
    _ reference: Reference, x scale: LinearScale, plot: ColumnPlot, into drawing: inout Drawing,
    _ language: ReportLanguage
  ) {
    let note = TextStyle.note
    let (left, right) = (plot.bands.start, plot.bands.end)
    var places: [(x: Double, y: Double, anchor: Drawing.Anchor)]
    switch reference.direction {
    case .x:
      guard scale.contains(reference.value) else { return }
      let x = scale(reference.value)
      drawing.line(
        from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom), .muted, .thin, dash: .dash)
      let rows = stride(from: plot.top + note.size, to: plot.bottom - 4, by: note.lineHeight)
      places = rows.flatMap { [(x + 5, $0, .start), (x - 5, $0, .end)] }
    case .y:
      guard plot.scale.contains(reference.value) else { return }
      let y = plot.scale(reference.value)
      drawing.line(from: Point(x: left, y: y), to: Point(x: right, y: y), .muted, .thin, dash: .dash)
      places = [y - 5, y + note.size + 2].flatMap { [(right - 4, $0, .end), (left + 4, $0, .start)] }
    }
    let text = note.shortened(reference.label(language), to: (right - left) * 0.6)
    let area = Box(x: left, y: plot.top, width: right - left, height: plot.bottom - plot.top)
    let place = places.first { place in
      let box = Drawing.box(of: text, x: place.x, y: place.y, note, place.anchor)
      return area.contains(box) && drawing.isFree(box)
    }
    if let place {
      drawing.text(text, x: place.x, y: place.y, note, place.anchor, colour: "f-muted", halo: true)
    }
  }
}
