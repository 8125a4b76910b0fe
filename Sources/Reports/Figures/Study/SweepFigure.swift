package import Drawing
internal import SurveyStatistics

/// What each of several scenarios changes, in small pictures of one measure each that share their rows.
package struct SweepFigure: Figure, Equatable {
  /// One scenario's change of one measure.
  package struct Change: Equatable, Sendable {
    /// The scenario's value less the first scenario's.
    package var difference: Double
    /// The standard error of the difference from paired replications.
    package var pairedError: Double?
    /// What the standard error would be with independent replications.
    package var unpairedError: Double?

    /// Describes a change.
    package init(difference: Double, pairedError: Double?, unpairedError: Double? = nil) {
      self.difference = difference
      self.pairedError = pairedError
      self.unpairedError = unpairedError
    }

    /// Two standard errors to either side.
    fileprivate func interval(_ error: Double?) -> ConfidenceInterval? {
      guard let error, error.isFinite, difference.isFinite else { return nil }
      return ConfidenceInterval(lower: difference - 2 * error, upper: difference + 2 * error)
    }

    fileprivate var numbers: [Double] {
      let wide = interval(unpairedError) ?? interval(pairedError)
      return [difference, wide?.lower, wide?.upper].compactMap { $0 }.filter(\.isFinite)
    }
  }

  /// One measure over all scenarios.
  package struct Measure: Equatable, Sendable {
    /// What is measured, such as `not reached, 15–16`.
    package var title: Words
    /// The unit of the differences, written below the axis.
    package var unit: Words
    /// How differences are written: `AxisFormat.points` for shares.
    package var format: AxisFormat
    /// The value of the first scenario, as text, written above.
    package var baseline: Words
    /// The changes, one per scenario; `nil` where there is none to compare.
    package var changes: [Change?]

    /// Describes a measure; it needs as many changes as there are scenarios.
    package init(title: Words, unit: Words, format: AxisFormat, baseline: Words, changes: [Change?]) {
      self.title = title
      self.unit = unit
      self.format = format
      self.baseline = baseline
      self.changes = changes
    }
  }

  /// A short name in kebab-case.
  package var name: String
  /// The scenarios that are compared to the first, by name.
  package var scenarios: [Words]
  /// The measures; two or three stand side by side.
  package var measures: [Measure]

  /// Puts the figure together; every measure must have one change per scenario.
  package init(name: String = "sweep", scenarios: [Words], measures: [Measure]) {
    precondition(
      measures.allSatisfy { $0.changes.count == scenarios.count }, "a measure has one change per scenario")
    self.name = name
    self.scenarios = scenarios
    self.measures = measures
  }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("What each change would do", "Hvad hver ændring ville gøre")
  }

  /// What dots, thick and thin lines are.
  package func caption(language: ReportLanguage) -> String {
    language.words(
      "Dots: the difference to the scenario as it is, simulated with the same random numbers; left of zero is less. Thick lines: two Monte Carlo standard errors of the paired difference to either side, often shorter than the dot; thin lines: what they would be with independent runs. They do not include what the model assumes.",
      "Prikker: forskellen til scenariet, som det er, simuleret med de samme tilfældige tal; til venstre for nul er mindre. Tykke streger: to Monte Carlo-standardfejl for den parrede forskel til hver side, ofte kortere end prikken; tynde streger: hvad de ville være med uafhængige kørsler. Modellens antagelser er ikke regnet med."
    )
  }

  private static let pitch = 26.0
  private static let gap = 26.0

  /// The panels: side by side where they fit, else below each other.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !scenarios.isEmpty, !measures.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let names = RowNames(scenarios.map { $0(language) }, in: drawing, share: 0.32)
    // A panel narrower than this has no room for an axis.
    let least = 130.0
    let room = drawing.width - names.width
    let fitting = Int((room + Self.gap) / (least + Self.gap))
    let columns = max(1, min(measures.count, fitting, 4))
    let panel = (room - Self.gap * Double(columns - 1)) / Double(columns)
    var y = 0.0
    for start in stride(from: 0, to: measures.count, by: columns) {
      let row = Array(measures[start..<min(start + columns, measures.count)])
      y = draw(row, names: names, panelWidth: panel, into: &drawing, y: y, language) + 18
    }
    drawing.height = y - 16
    return drawing
  }

  private func draw(
    _ measures: [Measure], names: RowNames, panelWidth: Double, into drawing: inout Canvas, y top: Double,
    _ language: ReportLanguage
  ) -> Double {
    let (heading, note) = (TextStyle.heading, TextStyle.note)
    let titles = measures.map { heading.wrapped($0.title(language), to: panelWidth) }
    let baselines = measures.map { measure in
      note.wrapped(language.words("baseline ", "udgangspunkt ") + measure.baseline(language), to: panelWidth)
    }
    let titleHeight = Double(titles.reduce(1) { max($0, $1.count) }) * heading.lineHeight
    let baselineHeight = Double(baselines.reduce(1) { max($0, $1.count) }) * note.lineHeight
    let isLong = scenarios.count > Canvas.mostRowsWithOneAxis
    let start = top + titleHeight + baselineHeight + (isLong ? note.lineHeight + 8 : 4)
    let heights = scenarios.indices.map { names.height($0, least: Self.pitch) }
    let end = start + heights.reduce(0, +)
    var middles: [Double] = []
    var y = start
    for height in heights {
      middles.append(y + height / 2)
      y += height
    }
    for (row, middle) in middles.enumerated() { names.draw(row, into: &drawing, middle: middle) }
    var foot = end
    for (index, measure) in measures.enumerated() {
      let left = names.width + Double(index) * (panelWidth + Self.gap)
      drawing.text(lines: titles[index], x: left, y: top + heading.ascent, heading)
      drawing.text(
        lines: baselines[index], x: left, y: top + titleHeight + note.ascent, note, colour: "f-muted")
      let numbers: [Double] = measure.changes.compactMap { $0 }.flatMap(\.numbers)
      // Room at the ends for texts that are centred there.
      let scaleRoom = panelWidth - 24
      let ticks = Ticks.fitting(
        numbers.reduce(0, min)...numbers.reduce(0, max), width: scaleRoom, format: measure.format,
        language: language)
      let scale = LinearScale(ticks.domain, from: left + 12, to: left + 12 + scaleRoom)
      var panel = Canvas(width: left + panelWidth)
      let bottom = panel.axis(
        ticks, scale: scale, top: start, bottom: end + 2, title: measure.unit(language),
        format: measure.format, language: language, isRepeated: isLong)
      foot = max(foot, bottom)
      drawing.place(panel, y: 0)
      for (row, middle) in middles.enumerated() {
        guard let change = measure.changes[row], change.difference.isFinite else { continue }
        let text = Self.text(change.difference, measure.format, language, isSigned: true)
        let error = Self.text(change.pairedError, measure.format, language, isSigned: false)
        drawing.marked("\(scenarios[row](language)), \(measure.title(language)): \(text) ± \(error)") {
          mark in
          mark.lying(change.interval(change.unpairedError), y: middle, scale: scale, .blue, .thin)
          mark.lying(change.interval(change.pairedError), y: middle, scale: scale, .blue, .broad)
          mark.dot(at: Point(x: scale(change.difference), y: middle), .blue)
        }
      }
    }
    return foot
  }

  /// One row per scenario, with two columns per measure.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [.init(language.words("Scenario", "Scenarie"), "scenario")]
        + measures.enumerated().flatMap { number, measure in
          [
            .init("\(measure.title(language)), \(measure.unit(language))", "change_\(number + 1)"),
            .init(language.words("Paired standard error", "Parret standardfejl"), "paired_se_\(number + 1)"),
          ]
        },
      scenarios.enumerated().map { row, scenario in
        [.init(name: scenario(language), of: scenario.english)]
          + measures.flatMap { measure -> [FigureTable.Cell] in
            let change = measure.changes[row]
            return [
              .init(
                Self.text(change?.difference, measure.format, language, isSigned: true), change?.difference),
              .init(
                Self.text(change?.pairedError, measure.format, language, isSigned: false), change?.pairedError
              ),
            ]
          }
      })
  }

  private static func text(
    _ value: Double?, _ format: AxisFormat, _ language: ReportLanguage, isSigned: Bool
  ) -> String {
    let factor =
      switch format {
      case .percent, .points: 100.0
      case .number, .count: 1.0
      }
    let shown = value.map { $0 * factor }
    return isSigned ? language.signed(shown, decimals: 2) : language.number(shown, decimals: 2)
  }
}
