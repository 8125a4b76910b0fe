package import Drawing

/// What many simulated surveys of the same kind would have estimated, with the truth they were after.
package struct EstimateDistributionFigure: Figure, Equatable {
  /// Whose rate was estimated, in the reader's words: a slot as files name it, or `all`.
  package var label: String
  /// One estimate per survey; what is not finite is left out.
  package var estimates: [Double]
  /// The true share not reached.
  package var truth: Measured?
  /// The greatest share that is acceptable.
  package var target: Double?
  /// How many calls each survey made for it, if always about as many: then bars stand on values that can occur.
  package var calls: Int?

  /// Puts the figure together.
  package init(
    label: String, estimates: [Double], truth: Measured? = nil, target: Double? = nil, calls: Int? = nil
  ) {
    self.label = label
    self.estimates = estimates
    self.truth = truth
    self.target = target
    self.calls = calls
  }

  private var shown: [Double] { estimates.filter(\.isFinite) }

  /// The edges of a bar: a bin is centred on a value, also on 0 and 1, but no share lies beyond them.
  private static func edges(_ bin: Int, of histogram: Histogram) -> ClosedRange<Double> {
    histogram.edges(bin).clamped(to: 0...1)
  }

  /// `estimates`.
  package var name: String { "estimates" }

  /// The subject, with the group.
  package func title(language: ReportLanguage) -> String {
    let group = language.group(label)
    return label == "all"
      ? language.words("What such surveys would say", "Hvad sådanne undersøgelser ville sige")
      : language.words(
        "What such surveys would say: \(group)", "Hvad sådanne undersøgelser ville sige: \(group)")
  }

  /// What the bars are, and where nine in ten estimates lie.
  package func caption(language: ReportLanguage) -> String {
    let sorted = shown.sorted()
    var sentences = [
      language.words(
        "Each of \(language.count(sorted.count)) simulated surveys gave one estimate; the bars count them.",
        "Hver af \(language.count(sorted.count)) simulerede undersøgelser gav ét estimat; søjlerne tæller dem."
      )
    ]
    if sorted.count >= 20 {
      // Order statistics: what lies outside is at most a twentieth at either end.
      let cut = sorted.count / 20
      let range =
        language.number(sorted[cut] * 100, decimals: 1) + "–"
        + language.percent(sorted[sorted.count - 1 - cut])
      sentences.append(
        language.words(
          "Nine in ten lie within \(range): that is how far a single survey can be off by chance.",
          "Ni ud af ti ligger inden for \(range): så langt kan en enkelt undersøgelse ramme ved siden af ved et tilfælde."
        ))
    }
    return sentences.joined(separator: " ")
  }

  /// The bars, from zero, with lines at the truth and at the target.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    let histogram = Histogram(
      of: estimates, grain: calls.flatMap { $0 > 0 ? 1 / Double($0) : nil },
      maximum: width == .wide ? 60 : 30)
    guard let most = histogram.counts.max() else {
      drawing.nothing(in: language)
      return drawing
    }
    let marks = [truth?.value, target].compactMap { $0 }.filter(\.isFinite)
    let (first, last) = (Self.edges(0, of: histogram), Self.edges(histogram.counts.count - 1, of: histogram))
    let low = ([first.lowerBound] + marks).reduce(.infinity, min)
    let high = (marks + [last.upperBound]).reduce(-.infinity, max)
    // Room at the sides, for names of the lines; shares end at 0 and 1.
    let room = (high - low) * 0.06
    let left = max(0, low - room)
    let range = left...max(min(1, high + room), left + 1e-6)
    let below = lines(language).draw(into: &drawing, y: 0)
    let height = width == .wide ? 220.0 : 180.0
    let axis = ColumnPlot.Axis(
      language.words("Surveys", "Undersøgelser"), .count, enclosing: 0...Double(most), height: height)
    let plot = ColumnPlot(
      into: &drawing, names: [], axis: axis, top: below + 8, height: height, right: 20, language: language)
    let scale = LinearScale(range, from: plot.bands.start, to: plot.bands.end)
    let ticks = Ticks.fitting(
      range, width: scale.end - scale.start, format: .percent, language: language, isEnclosing: false)
    drawing.height =
      drawing.axis(
        ticks, scale: scale, top: plot.bottom, bottom: plot.bottom,
        title: language.words("Estimated share not reached", "Estimeret andel uden kontakt"),
        format: .percent,
        language: language) + 2
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      let edges = Self.edges(bin, of: histogram)
      let (start, end) = (scale(edges.lowerBound), scale(edges.upperBound))
      let gap = end - start > 4 ? 1.0 : 0
      let top = plot.scale(Double(count))
      let range =
        "\(language.number(edges.lowerBound * 100, decimals: 1))–\(language.percent(edges.upperBound))"
      drawing.marked("\(range): \(language.count(count))") { mark in
        mark.rectangle(
          Box(x: start + gap / 2, y: top, width: end - start - gap, height: plot.bottom - top), .sky,
          isEdged: end - start > 4)
      }
    }
    if let target, target.isFinite { upright(target, .vermillion, .dash, scale, plot, &drawing) }
    if let truth = truth?.value, truth.isFinite {
      upright(truth, .ink, .solid, scale, plot, &drawing)
      drawing.diamond(at: Point(x: scale(truth), y: plot.top + 6))
    }
    return drawing
  }

  private func upright(
    _ value: Double, _ colour: Colour, _ dash: Dash, _ scale: LinearScale, _ plot: ColumnPlot,
    _ drawing: inout Canvas
  ) {
    let x = scale(value)
    drawing.line(
      from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom), colour, .medium, dash: dash)
  }

  private func lines(_ language: ReportLanguage) -> Legend {
    var entries: [Legend.Entry] = []
    if let truth, truth.value?.isFinite ?? false {
      entries.append(
        .init(
          mark: .diamond,
          text: language.words("true share, ", "sand andel, ") + language.percent(truth)))
    }
    if let target, target.isFinite {
      entries.append(
        .init(
          mark: .line(.vermillion, .dash),
          text: language.words("target, at most ", "mål, højst ") + language.roundPercent(target)))
    }
    return Legend(entries)
  }

  /// One row per bar.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let histogram = Histogram(of: estimates, grain: calls.flatMap { $0 > 0 ? 1 / Double($0) : nil })
    return FigureTable(
      [
        .init(language.words("Estimate", "Estimat"), "from", "to"),
        .init(language.words("Surveys", "Undersøgelser"), "surveys"),
      ],
      histogram.counts.enumerated().map { bin, count in
        let edges = Self.edges(bin, of: histogram)
        let from = language.number(edges.lowerBound * 100, decimals: 1)
        return [
          .init("\(from)–\(language.percent(edges.upperBound))", edges.lowerBound, edges.upperBound),
          language.cell(count: count),
        ]
      })
  }
}
