package import Drawing
import SurveyStatistics

/// How often the intervals of repeated surveys hold the truth, for each group, against the confidence they claim.
package struct CoverageFigure: Figure, Equatable {
  /// The coverage of one group.
  package struct Group: Hashable, Sendable {
    /// The group as files name it, such as a slot.
    package var label: String
    /// The share of intervals that hold the truth.
    package var coverage: Double?
    /// Its Monte Carlo standard error.
    package var standardError: Double?

    /// Describes a group.
    package init(label: String, coverage: Double?, standardError: Double?) {
      self.label = label
      self.coverage = coverage
      self.standardError = standardError
    }
  }

  /// The groups in their order.
  package var groups: [Group]
  /// The confidence that the intervals claim.
  package var confidence: Double
  /// How many simulated surveys there were.
  package var replications: Int?

  /// Puts the figure together.
  package init(groups: [Group], confidence: Double = ConfidenceLevel.usual, replications: Int? = nil) {
    self.groups = groups
    self.confidence = confidence
    self.replications = replications
  }

  /// `coverage`.
  package var name: String { "coverage" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words(
      "How often the interval holds the true share", "Hvor ofte intervallet rummer den sande andel")
  }

  /// What the dots and the line are, and how exact they are.
  package func caption(language: ReportLanguage) -> String {
    let surveys = replications.map {
      language.words(
        " of \(language.count($0)) simulated surveys", " af \(language.count($0)) simulerede undersøgelser")
    }
    return language.words(
      "Dots: the share\(surveys ?? "") whose interval holds the true share; lines: two Monte Carlo standard errors to either side. Broken line: the \(language.roundPercent(confidence)) that the intervals promise. The axis does not begin at zero.",
      "Prikker: andelen\(surveys ?? "") hvis interval rummer den sande andel; streger: to Monte Carlo-standardfejl til hver side. Stiplet linje: de \(language.roundPercent(confidence)), intervallerne lover. Aksen begynder ikke ved nul."
    )
  }

  /// The plot; its axis begins below the smallest value.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    let intervals = groups.map(interval)
    let lowest = intervals.compactMap { $0?.lower }.reduce(confidence, min)
    guard !groups.isEmpty, confidence.isFinite else {
      drawing.nothing(in: language)
      return drawing
    }
    let height = width == .wide ? 200.0 : 180.0
    let axis = ColumnPlot.Axis(
      language.words(
        "Share of intervals that hold the true share", "Andel af intervaller, der rummer den sande andel"),
      .percent, enclosing: min(max(lowest - 0.01, 0), 0.9)...1, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: groups.map { language.group($0.label) }, axis: axis, top: 0, height: height,
      language: language)
    let y = plot.scale(confidence)
    drawing.line(
      from: Point(x: plot.bands.start, y: y), to: Point(x: plot.bands.end, y: y), .muted, .medium, dash: .dash
    )
    for (index, group) in groups.enumerated() {
      guard let coverage = group.coverage, coverage.isFinite else { continue }
      let point = plot.point(index, coverage)
      let error = language.number(group.standardError.map { $0 * 100 }, decimals: 1)
      drawing.marked("\(language.group(group.label)): \(language.percent(coverage)) ± \(error)") { mark in
        mark.upright(intervals[index], x: plot.bands.centre(index), scale: plot.scale, .blue)
        mark.dot(at: point, .blue, radius: min(4.5, plot.bands.width / 4))
      }
      let text = language.number(coverage * 100, decimals: 1)
      if plot.hasRoom(for: text) {
        drawing.text(
          text, x: point.x + ColumnPlot.beside, y: plot.baseline(beside: coverage), .note, halo: true)
      }
    }
    drawing.height = plot.end + 2
    return drawing
  }

  /// Two standard errors to either side, within what a share can be.
  private func interval(_ group: Group) -> ConfidenceInterval? {
    guard let coverage = group.coverage, let error = group.standardError, coverage.isFinite, error.isFinite
    else { return nil }
    return ConfidenceInterval(lower: coverage - 2 * error, upper: coverage + 2 * error).clippedToShares()
  }

  /// One row per group.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [
        .init(language.words("Group", "Gruppe"), "group"),
        .init(language.words("Holds the true share", "Rummer den sande andel"), "coverage"),
        .init(
          language.words("Monte Carlo standard error, points", "Monte Carlo-standardfejl, procentpoint"),
          "coverage_se"),
      ],
      groups.map {
        [
          language.cell(group: $0.label), language.cell(percent: $0.coverage),
          .init(language.number($0.standardError.map { $0 * 100 }, decimals: 1), $0.standardError),
        ]
      })
  }
}
