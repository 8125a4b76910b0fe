package import Drawing

extension PracticeDayFigure {
  private static let stripHeight = 24.0
  private static let rowPitch = 22.0

  /// Three parts over one axis of hours.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !(staffing.isEmpty && moments.isEmpty && talks.isEmpty && waits.isEmpty) else {
      drawing.nothing(in: language)
      return drawing
    }
    let shown = Ending.allCases.filter { ending in
      ending == .answered || moments.contains { $0.ending == ending }
    }
    let names = RowNames(shown.map { name(of: $0, language) }, in: drawing)
    let scale = LinearScale(
      Double(hours.lowerBound)...Double(hours.upperBound), from: names.width, to: drawing.width - 12)
    strip(into: &drawing, y: 0, scale: scale, language)
    let loads = loads(into: &drawing, y: Self.stripHeight + 12, scale: scale, width: width, language)
    var y = loads + 16
    let start = y
    let heights = shown.indices.map { names.height($0, least: Self.rowPitch) }
    let foot = y + heights.reduce(0, +)
    drawing.height = hourAxis(into: &drawing, top: start, bottom: foot, scale: scale, language) + 2
    for (row, ending) in shown.enumerated() {
      let middle = y + heights[row] / 2
      names.draw(row, into: &drawing, middle: middle)
      rug(of: ending, into: &drawing, middle: middle, scale: scale, language)
      y += heights[row]
    }
    return drawing
  }

  private func name(of ending: Ending, _ language: ReportLanguage) -> String {
    "\(ending.words(language)): \(language.count(moments.count { $0.ending == ending }))"
  }

  /// A time of day in hours and minutes.
  private func clock(_ time: Int, _ language: ReportLanguage) -> String {
    let minutes = time / (Self.hour / 60)
    let minute = minutes % 60
    return "\(minutes / 60)\(language.words(":", "."))\(minute.magnitude < 10 ? "0" : "")\(minute.magnitude)"
  }

  private func place(_ time: Int, _ scale: LinearScale) -> Double {
    scale(Double(time) / Double(Self.hour))
  }

  /// The telephone's states as a strip, named where there is room.
  private func strip(into drawing: inout Canvas, y: Double, scale: LinearScale, _ language: ReportLanguage) {
    let note = TextStyle.note
    for (index, state) in staffing.enumerated() {
      let start = place(state.from, scale)
      let end = index + 1 < staffing.count ? place(staffing[index + 1].from, scale) : scale.end
      let colour: Colour = state.answerers > 0 ? .pale : .silver
      let until = index + 1 < staffing.count ? staffing[index + 1].from : hours.upperBound * Self.hour
      let title = "\(clock(state.from, language))–\(clock(until, language)): \(state.words(language))"
      drawing.marked(title) { mark in
        mark.rectangle(
          Box(x: start, y: y, width: end - start - 1, height: Self.stripHeight), colour, isEdged: true)
      }
      var text = state.words(language)
      let room = end - start - 8
      if note.width(of: text) > room {
        text = state.answerers > 0 ? language.count(state.answerers) : "–"
      }
      if note.width(of: text) <= room {
        drawing.text(
          text, x: (start + end) / 2, y: y + Self.stripHeight / 2 + note.size * 0.35, note, .middle,
          colour: "t-\(colour.rawValue)")
      }
    }
  }

  /// Steps of how many talk and, on top of them, how many wait; gives the y below.
  private func loads(
    into drawing: inout Canvas, y: Double, scale: LinearScale, width: FigureWidth, _ language: ReportLanguage
  ) -> Double {
    let below = Legend([
      .init(mark: .block(.blue, isFaint: false), text: language.words("talking", "taler")),
      .init(mark: .block(.amber, isFaint: false), text: language.words("waiting", "venter")),
    ]).draw(into: &drawing, x: scale.start, y: y)
    let talking = steps(of: [talks])
    let both = steps(of: [talks, waits])
    let height = width == .wide ? 130.0 : 110.0
    let most = both.reduce(1) { max($0, $1.count) }
    let axis = ColumnPlot.Axis(
      language.words("Callers at once", "Samtidige opkald"), .count, enclosing: 0...Double(most),
      height: height)
    let plot = ColumnPlot(
      into: &drawing, names: [], axis: axis, top: below + 2, height: height, left: scale.start, right: 12,
      language: language)
    for (steps, colour) in [(both, Colour.amber), (talking, .blue)] {
      let title = colour == .blue ? language.words("talking", "taler") : language.words("waiting", "venter")
      drawing.marked(title) { $0.area(within: outline(of: steps, plot: plot, scale: scale), colour) }
    }
    return plot.bottom
  }

  /// How many stretches run at once, from each instant at which that changes.
  private func steps(of stretches: [[Stretch]]) -> [(time: Int, count: Int)] {
    let (first, last) = (hours.lowerBound * Self.hour, hours.upperBound * Self.hour)
    let changes = stretches.joined().flatMap { stretch -> [(time: Int, by: Int)] in
      let (from, to) = (max(stretch.from, first), min(stretch.to, last))
      return from < to ? [(from, 1), (to, -1)] : []
    }.sorted { ($0.time, $0.by) < ($1.time, $1.by) }
    var steps: [(time: Int, count: Int)] = []
    var count = 0
    for change in changes {
      count += change.by
      if steps.last?.time == change.time {
        steps[steps.count - 1].count = count
      } else {
        steps.append((change.time, count))
      }
    }
    return steps
  }

  private func outline(
    of steps: [(time: Int, count: Int)], plot: ColumnPlot, scale: LinearScale
  ) -> [Point] {
    var points: [Point] = []
    var height = plot.bottom
    for step in steps {
      let x = place(step.time, scale)
      points.append(Point(x: x, y: height))
      height = plot.scale(Double(step.count))
      points.append(Point(x: x, y: height))
    }
    return points
  }

  /// A tick per call; the survey's own are diamonds.
  private func rug(
    of ending: Ending, into drawing: inout Canvas, middle y: Double, scale: LinearScale,
    _ language: ReportLanguage
  ) {
    let reach = 6.0
    let calls = moments.filter { $0.ending == ending }
    for call in calls where !call.isSurvey {
      let x = place(call.time, scale)
      drawing.marked("\(clock(call.time, language)): \(ending.words(language))") { mark in
        mark.line(from: Point(x: x, y: y - reach), to: Point(x: x, y: y + reach), ending.colour, .medium)
      }
    }
    for call in calls where call.isSurvey {
      let title = language.words("the survey’s call, ", "undersøgelsens opkald, ") + ending.words(language)
      drawing.marked("\(clock(call.time, language)): \(title)") { mark in
        mark.diamond(at: Point(x: place(call.time, scale), y: y))
      }
    }
  }

  private func hourAxis(
    into drawing: inout Canvas, top: Double, bottom: Double, scale: LinearScale, _ language: ReportLanguage
  ) -> Double {
    let note = TextStyle.note
    let texts = Array(hours.lowerBound...hours.upperBound).map { hour in
      (hour: hour, text: "\(hour > 24 ? hour - 24 : hour)")
    }
    var end = -Double.infinity
    for (hour, text) in texts {
      let x = scale(Double(hour))
      drawing.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom), .grid)
      let half = note.width(of: text) / 2
      guard x - half > end + 4, x + half <= drawing.width else { continue }
      end = x + half
      drawing.text(text, x: x, y: bottom + 9 + note.ascent, note, .middle, colour: "f-muted")
    }
    let y = bottom + 11 + note.lineHeight
    drawing.text(
      language.words("time of day", "klokken"), x: (scale.start + scale.end) / 2, y: y + note.ascent, note,
      .middle, colour: "f-muted")
    return y + note.lineHeight
  }
}
