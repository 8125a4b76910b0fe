public import Drawing
internal import Scenarios
internal import Studies
public import SurveyStatistics

/// The share not reached in each slot, with its interval, and with the truth and the target where there are such.
public struct RateByHourFigure: Figure, Hashable {
  /// What is known of one slot.
  public struct Slot: Hashable, Sendable {
    /// The slot as files name it, such as `08:00-09:00`; any other name stays as it is.
    public var label: String
    /// Valid calls.
    public var calls: Int?
    /// Those of them that did not reach the practice.
    public var unreached: Int?
    /// The estimated share not reached; `nil` without a valid call.
    public var rate: Double?
    /// Its interval.
    public var interval: ConfidenceInterval?
    /// The true share, known in a simulation only.
    public var truth: Double?

    /// Describes a slot.
    public init(
      label: String, calls: Int? = nil, unreached: Int? = nil, rate: Double?, interval: ConfidenceInterval?,
      truth: Double? = nil
    ) {
      self.label = label
      self.calls = calls
      self.unreached = unreached
      self.rate = rate
      self.interval = interval
      self.truth = truth
    }
  }

  /// The slots in their order.
  public var slots: [Slot]
  /// The greatest share that is acceptable, drawn as a line.
  public var target: Double?
  /// The confidence of the intervals.
  public var confidence: Double
  /// What counts as reached, in the reader's words, for the caption.
  public var definition: String?

  /// Puts the figure together.
  public init(slots: [Slot], target: Double? = nil, confidence: Double = 0.95, definition: String? = nil) {
    self.slots = slots
    self.target = target
    self.confidence = confidence
    self.definition = definition
  }

  /// `rate-by-hour`.
  public var name: String { "rate-by-hour" }

  /// The subject.
  public func title(language: ReportLanguage) -> String {
    language.words("Not reached, by time of day", "Ikke opnået kontakt, efter tidsrum")
  }

  /// What dots, lines and diamonds are, the target, and what counts as reached.
  public func caption(language: ReportLanguage) -> String {
    var sentences: [String] = []
    if hasEstimates {
      sentences.append(
        language.words(
          "Each dot is the share of calls that did not reach the practice; the line through it is the \(language.roundPercent(confidence)) confidence interval: the longer, the less is known.",
          "Hver prik er andelen af opkald, der ikke gav kontakt med praksis; stregen gennem den er \(language.roundPercent(confidence))-konfidensintervallet: jo længere, jo mindre ved man."
        ))
    }
    if hasTruth {
      sentences.append(
        language.words(
          "Diamonds show the true share in the simulated region.",
          "Rudtegn viser den sande andel i den simulerede region."))
    }
    if let target {
      sentences.append(
        language.words(
          "The broken line is the target: at most \(language.roundPercent(target)).",
          "Den stiplede linje er målet: højst \(language.roundPercent(target))."))
    }
    if let definition {
      sentences.append(language.words("Reached means: \(definition).", "Kontakt betyder: \(definition)."))
    }
    return sentences.joined(separator: " ")
  }

  /// The plot, with zero at its foot.
  public func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !slots.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let below = legend(language).draw(into: &drawing, y: 0)
    let height = width == .wide ? 280.0 : 220.0
    let axis = ColumnPlot.Axis(
      language.words("Share of calls not reached", "Andel opkald uden kontakt"), .percent,
      enclosing: 0...greatest, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: slots.map { language.group($0.label) }, axis: axis, top: below + 8,
      height: height, language: language)
    if let target, target.isFinite {
      let y = plot.scale(target)
      drawing.line(
        from: Point(x: plot.bands.start, y: y), to: Point(x: plot.bands.end, y: y), .vermillion, .medium,
        dash: .dash)
    }
    draw(in: plot, into: &drawing, language: language)
    drawing.height = plot.end + 2
    return drawing
  }

  private func draw(in plot: ColumnPlot, into drawing: inout Canvas, language: ReportLanguage) {
    let isRoomy = plot.bands.width >= 64
    for (index, slot) in slots.enumerated() {
      // The truth stands beside the estimate, so that neither hides the other.
      let aside = slot.truth == nil ? 0 : min(7, plot.bands.width / 5)
      let x = plot.bands.centre(index) - aside
      drawing.upright(slot.interval, x: x, scale: plot.scale, .blue)
      if let truth = slot.truth, truth.isFinite {
        drawing.diamond(at: plot.point(index, truth, aside: aside), radius: min(5.5, plot.bands.width / 5))
      }
      guard let rate = slot.rate, rate.isFinite else { continue }
      drawing.dot(at: Point(x: x, y: plot.scale(rate)), .blue, radius: min(4.5, plot.bands.width / 4))
      if isRoomy {
        // To the left, where no diamond is, and clear of the line to the neighbour.
        drawing.text(
          language.number(rate * 100, decimals: 1), x: x - 8, y: plot.baseline(beside: rate), .note, .end,
          halo: true)
      }
    }
  }

  private func legend(_ language: ReportLanguage) -> Legend {
    var entries: [Legend.Entry] = []
    if hasEstimates {
      entries.append(
        .init(
          mark: .interval(.blue, isHollow: false),
          text: language.words(
            "the survey, with \(language.roundPercent(confidence)) interval",
            "undersøgelsen, med \(language.roundPercent(confidence))-interval")))
    }
    if hasTruth {
      entries.append(.init(mark: .diamond, text: language.words("the truth", "det sande tal")))
    }
    if let target {
      entries.append(
        .init(
          mark: .line(.vermillion, .dash),
          text: language.words(
            "target, at most \(language.roundPercent(target))", "mål, højst \(language.roundPercent(target))")
        ))
    }
    return Legend(entries)
  }

  private var hasEstimates: Bool { slots.contains { $0.rate != nil } }

  private var hasTruth: Bool { slots.contains { $0.truth != nil } }

  /// The greatest value to be shown, at least 5 %, so that near-zero shares are not blown up.
  private var greatest: Double {
    let values = slots.flatMap { [$0.rate, $0.interval?.upper, $0.truth] } + [target]
    return values.compactMap { $0 }.filter(\.isFinite).reduce(0.05, max)
  }

  /// One row per slot.
  public func dataTable(language: ReportLanguage) -> FigureTable {
    var header = [
      language.words("Slot", "Tidsrum"), language.words("Calls", "Opkald"),
      language.words("Not reached", "Ikke opnået kontakt"), language.words("Share", "Andel"),
      language.words(
        "\(language.roundPercent(confidence)) interval", "\(language.roundPercent(confidence))-interval"),
    ]
    if hasTruth { header.append(language.words("Truth", "Sand andel")) }
    let rows = slots.map { slot in
      var row = [
        language.group(slot.label), slot.calls.map(language.count) ?? ReportLanguage.missing,
        slot.unreached.map(language.count) ?? ReportLanguage.missing, language.percent(slot.rate),
        language.interval(slot.interval, rate: slot.rate),
      ]
      if hasTruth { row.append(language.percent(slot.truth)) }
      return row
    }
    return FigureTable(header: header, rows: rows)
  }
}
