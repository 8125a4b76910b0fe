public import Drawing
internal import Scenarios
internal import Studies
public import SurveyStatistics

/// Two surveys side by side, with the change from the first to the second below.
public struct TwoWavesFigure: Figure, Hashable {
  /// A rate with its interval.
  public struct Rate: Hashable, Sendable {
    /// The share not reached; `nil` without a valid call.
    public var value: Double?
    /// Its interval.
    public var interval: ConfidenceInterval?

    /// A rate with its interval.
    public init(_ value: Double?, _ interval: ConfidenceInterval?) {
      self.value = value
      self.interval = interval
    }

    fileprivate var numbers: [Double] {
      [value, interval?.lower, interval?.upper].compactMap { $0 }.filter(\.isFinite)
    }
  }

  /// What is known of one group in both surveys.
  public struct Group: Hashable, Sendable {
    /// The group as files name it, such as a slot.
    public var label: String
    /// The first survey.
    public var baseline: Rate
    /// The second survey.
    public var followUp: Rate
    /// The second rate less the first, in shares; below zero is an improvement.
    public var change: Rate

    /// Describes a group.
    public init(label: String, baseline: Rate, followUp: Rate, change: Rate) {
      self.label = label
      self.baseline = baseline
      self.followUp = followUp
      self.change = change
    }
  }

  /// The groups in their order.
  public var groups: [Group]
  /// The confidence of the intervals.
  public var confidence: Double

  /// Puts the figure together.
  public init(groups: [Group], confidence: Double = 0.95) {
    self.groups = groups
    self.confidence = confidence
  }

  /// `two-waves`.
  public var name: String { "two-waves" }

  /// The subject.
  public func title(language: ReportLanguage) -> String {
    language.words(
      "Not reached: baseline and follow-up", "Ikke opnået kontakt: basismåling og opfølgningsmåling")
  }

  /// What the two parts are, and how to read an interval across zero.
  public func caption(language: ReportLanguage) -> String {
    let confidence = language.roundPercent(confidence)
    return language.words(
      "Above: the share of calls not reached in each survey. Below: the change from the first to the second. Lines: \(confidence) confidence intervals. Where the line of a change crosses zero, the surveys do not show whether it went up or down.",
      "Øverst: andelen af opkald uden kontakt i hver måling. Nederst: ændringen fra den første til den anden. Streger: \(confidence)-konfidensintervaller. Hvor stregen for en ændring krydser nul, viser målingerne ikke, om det gik op eller ned."
    )
  }

  /// Rates above, changes below, over the same groups.
  public func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !groups.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let below = Legend([
      .init(mark: .interval(.grey, isHollow: true), text: language.words("baseline", "basismåling")),
      .init(mark: .interval(.blue, isHollow: false), text: language.words("follow-up", "opfølgningsmåling")),
    ]).draw(into: &drawing, y: 0)
    let heights = width == .wide ? (rates: 210.0, changes: 150.0) : (rates: 180.0, changes: 140.0)
    let names = groups.map { language.group($0.label) }
    let greatest = groups.flatMap { $0.baseline.numbers + $0.followUp.numbers }.reduce(0.05, max)
    let rates = ColumnPlot.Axis(
      language.words("Share of calls not reached", "Andel opkald uden kontakt"), .percent,
      enclosing: 0...greatest, height: heights.rates)
    let all = groups.flatMap(\.change.numbers)
    let changes = ColumnPlot.Axis(
      language.words("Change, percentage points", "Ændring, procentpoint"), .points,
      enclosing: all.reduce(-0.05, min)...all.reduce(0.05, max), height: heights.changes)
    let left = max(rates.margin(in: language), changes.margin(in: language))
    let upper = ColumnPlot(
      into: &drawing, names: names, axis: rates, top: below + 8, height: heights.rates, left: left,
      language: language)
    let lower = ColumnPlot(
      into: &drawing, names: names, axis: changes, top: upper.end + 14, height: heights.changes, left: left,
      language: language)
    let aside = min(9, upper.bands.width / 5)
    for (index, group) in groups.enumerated() {
      mark(group.baseline, index, aside: -aside, .grey, isHollow: true, in: upper, into: &drawing)
      mark(group.followUp, index, aside: aside, .blue, isHollow: false, in: upper, into: &drawing)
      mark(group.change, index, aside: 0, .ink, isHollow: false, in: lower, into: &drawing)
      if let change = group.change.value, change.isFinite, lower.bands.width >= 56 {
        let point = lower.point(index, change)
        drawing.text(
          language.points(change), x: point.x + 8, y: lower.baseline(beside: change), .note, halo: true)
      }
    }
    drawing.height = lower.end + 2
    return drawing
  }

  private func mark(
    _ rate: Rate, _ index: Int, aside: Double, _ colour: Colour, isHollow: Bool, in plot: ColumnPlot,
    into drawing: inout Canvas
  ) {
    drawing.upright(rate.interval, x: plot.bands.centre(index) + aside, scale: plot.scale, colour)
    guard let value = rate.value, value.isFinite else { return }
    let radius = min(4.5, plot.bands.width / 6)
    drawing.dot(at: plot.point(index, value, aside: aside), colour, radius: radius, isHollow: isHollow)
  }

  /// One row per group.
  public func dataTable(language: ReportLanguage) -> FigureTable {
    let interval = language.words(
      "\(language.roundPercent(confidence)) interval", "\(language.roundPercent(confidence))-interval")
    return FigureTable(
      header: [
        language.words("Group", "Gruppe"), language.words("Baseline", "Basismåling"), interval,
        language.words("Follow-up", "Opfølgningsmåling"), interval,
        language.words("Change, points", "Ændring, procentpoint"), interval,
      ],
      rows: groups.map { group in
        let change = group.change.interval.map {
          language.words(
            "\(language.points($0.lower)) to \(language.points($0.upper))",
            "\(language.points($0.lower)) til \(language.points($0.upper))")
        }
        return [
          language.group(group.label), language.percent(group.baseline.value),
          language.interval(group.baseline.interval, rate: group.baseline.value),
          language.percent(group.followUp.value),
          language.interval(group.followUp.interval, rate: group.followUp.value),
          language.points(group.change.value), change ?? ReportLanguage.missing,
        ]
      })
  }
}
