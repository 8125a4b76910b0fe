package import Drawing
internal import SurveyStatistics

extension FunnelFigure {
  /// The funnel over the number of calls, with a dot per place and the names of those outside.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !groups.isEmpty, centre > 0, centre < 1 else {
      drawing.nothing(in: language)
      return drawing
    }
    let below = legend(language).draw(into: &drawing, y: 0)
    let height = width == .wide ? 320.0 : 260.0
    let axis = ColumnPlot.Axis(
      language.words("Share of calls not reached", "Andel opkald uden kontakt"), .percent,
      enclosing: 0...greatest, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: [], axis: axis, top: below + 8, height: height, right: 20, language: language)
    let most = groups.map(\.weight).reduce(1, max)
    let ticks = Ticks.fitting(
      0...most, width: plot.bands.end - plot.bands.start, format: .count, language: language)
    let scale = LinearScale(ticks.domain, from: plot.bands.start, to: plot.bands.end)
    drawing.height =
      drawing.axis(
        ticks, scale: scale, top: plot.top, bottom: plot.bottom, title: language.words("Calls", "Opkald"),
        format: .count, language: language) + 2
    // From the smallest group on, or from half of the largest where groups are about alike: limits are curves, not a point.
    let start = groups.map(\.weight).reduce(most / 2, min)
    for (level, dash) in [(Self.near, Dash.dash), (Self.far, .solid)] {
      guard let limits = FunnelLimits(centre: centre, level: level) else { continue }
      let grid = (0...Self.steps).map {
        start + (ticks.domain.upperBound - start) * Double($0) / Double(Self.steps)
      }
      for curve in [grid.map(limits.upper), grid.map(limits.lower)] {
        let points = zip(grid, curve).filter { plot.scale.contains($1) && $1 > 0 }.map {
          Point(x: scale($0), y: plot.scale($1))
        }
        drawing.path(through: points, .grey, .medium, dash: dash)
      }
    }
    for (value, colour, dash) in [(centre, Colour.muted, Dash.solid), (target ?? .nan, .vermillion, .dash)] {
      guard plot.scale.contains(value) else { continue }
      let y = plot.scale(value)
      drawing.line(
        from: Point(x: plot.bands.start, y: y), to: Point(x: plot.bands.end, y: y), colour, .medium,
        dash: dash)
    }
    dots(in: plot, scale, into: &drawing, language)
    return drawing
  }

  private static let steps = 120

  /// The greatest share on the axis: the groups', and the outer limit where the funnel is still narrow.
  private var greatest: Double {
    let limit = FunnelLimits(centre: centre, level: Self.far).map { limits in
      groups.map { limits.upper(calls: $0.weight) }.sorted()[groups.count / 2]
    }
    return min(1, (groups.map(\.rate) + [target ?? 0, limit ?? 0, 0.05]).reduce(0, max))
  }

  /// Groups that stand at the same place are one dot that names them all.
  private func dots(
    in plot: ColumnPlot, _ scale: LinearScale, into drawing: inout Canvas, _ language: ReportLanguage
  ) {
    struct Place: Hashable {
      var calls: Int
      var unreached: Int
    }
    var order: [Place] = []
    var members: [Place: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      let place = Place(calls: group.calls, unreached: group.unreached)
      if members[place] == nil { order.append(place) }
      members[place, default: []].append(index)
    }
    let outside = Dictionary(self.outside.map { ($0.group, $0) }) { first, _ in first }
    for place in order {
      let indices = members[place] ?? []
      guard let first = indices.first else { continue }
      let group = groups[first]
      let point = Point(x: scale(group.weight), y: plot.scale(group.rate))
      let isOutside = indices.contains { outside[$0] != nil }
      let names = indices.map { groups[$0].label(language) }.joined(separator: ", ")
      let counted = language.words(
        "\(names): \(language.count(group.unreached)) of \(language.count(group.calls)) calls, \(language.percent(group.rate))",
        "\(names): \(language.count(group.unreached)) af \(language.count(group.calls)) opkald, \(language.percent(group.rate))"
      )
      let radius = 4.5 + Double(min(indices.count, 5) - 1)
      drawing.marked(counted) { $0.dot(at: point, isOutside ? .vermillion : .blue, radius: radius) }
      if isOutside { name(names, at: point, radius: radius, within: plot, in: &drawing) }
    }
  }

  /// Writes a name beside its dot where there is room; the sentences below the figure have them all.
  private func name(
    _ text: String, at point: Point, radius: Double, within plot: ColumnPlot, in drawing: inout Canvas
  ) {
    let style = TextStyle.note
    let area = Box(
      x: plot.bands.start, y: plot.top, width: plot.bands.end - plot.bands.start,
      height: plot.bottom - plot.top)
    let shown = style.shortened(text, to: area.width * 0.45)
    let gap = radius + 4
    let places: [(x: Double, y: Double, anchor: Canvas.Anchor)] = [
      (point.x + gap, point.y + 4, .start), (point.x - gap, point.y + 4, .end),
      (point.x, point.y - gap, .middle), (point.x, point.y + gap + style.ascent, .middle),
    ]
    let free = places.first { place in
      let box = Canvas.box(of: shown, x: place.x, y: place.y, style, place.anchor)
      return area.contains(box) && drawing.isFree(box)
    }
    guard let free else { return }
    drawing.text(shown, x: free.x, y: free.y, style, free.anchor, halo: true)
  }

  private func legend(_ language: ReportLanguage) -> Legend {
    var entries: [Legend.Entry] = [
      .init(
        mark: .line(.muted, .solid),
        text: language.words("all together, ", "alle opkald, ") + language.percent(centre)),
      .init(
        mark: .line(.grey, .dash),
        text: language.words(
          "\(language.roundPercent(Self.near)) limits", "\(language.roundPercent(Self.near))-grænser")),
      .init(
        mark: .line(.grey, .solid),
        text: language.words(
          "\(language.roundPercent(Self.far)) limits", "\(language.roundPercent(Self.far))-grænser")),
    ]
    if let target, target.isFinite {
      entries.append(
        .init(
          mark: .line(.vermillion, .dash),
          text: language.words("target, at most ", "mål, højst ") + language.roundPercent(target)))
    }
    return Legend(entries)
  }
}
