internal import Drawing

extension CurveFigure {
  /// The line of a marked value, as a box without width or height; `nil` outside the axis.
  func line(of reference: Reference, x scale: LinearScale, plot: ColumnPlot) -> Box? {
    switch reference.direction {
    case .x:
      guard scale.contains(reference.value) else { return nil }
      return Box(x: scale(reference.value), y: plot.top, width: 0, height: plot.bottom - plot.top)
    case .y:
      guard plot.scale.contains(reference.value) else { return nil }
      return Box(
        x: plot.bands.start, y: plot.scale(reference.value), width: plot.bands.end - plot.bands.start,
        height: 0)
    }
  }

  /// Writes what a marked value is beside its line, clear of curves and other lines where that can be; nothing where all is taken.
  func name(
    _ reference: Reference, at line: Box, avoiding labels: CurveLabels, within area: Box,
    in drawing: inout Canvas, _ language: ReportLanguage
  ) {
    let note = TextStyle.note
    let text = note.shortened(reference.label(language), to: area.width * 0.6)
    let places: [(x: Double, y: Double, anchor: Canvas.Anchor)] =
      switch reference.direction {
      case .x:
        stride(from: area.y + note.size, to: area.bottom - 4, by: note.lineHeight / 2).flatMap { y in
          [(line.x + 5, y, .start), (line.x - 5, y, .end)]
        }
      case .y:
        [line.y - 5, line.y + note.size + 2].flatMap { y in
          [(area.right - 2, y, .end), (area.x + 2, y, .start)]
        }
      }
    let free = places.filter { place in
      let box = Canvas.box(of: text, x: place.x, y: place.y, note, place.anchor)
      return area.contains(box) && drawing.isFree(box)
    }
    let clear = free.first { place in
      labels.isClear(Canvas.box(of: text, x: place.x, y: place.y, note, place.anchor), of: line)
    }
    guard let place = clear ?? free.first else { return }
    drawing.text(text, x: place.x, y: place.y, note, place.anchor, colour: "f-muted", halo: true)
  }
}
