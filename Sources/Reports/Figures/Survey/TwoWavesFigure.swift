package import Drawing
package import SurveyStatistics

/// Two surveys side by side, with the change from the first to the second below.
package struct TwoWavesFigure: Figure, Hashable {
  /// A rate with its interval.
  package struct Rate: Hashable, Sendable {
    /// The share not reached; `nil` without a valid call.
    package var value: Double?
    /// Its interval.
    package var interval: ConfidenceInterval?

    /// A rate with its interval.
    package init(_ value: Double?, _ interval: ConfidenceInterval?) {
      self.value = value
      self.interval = interval
    }

    fileprivate var numbers: [Double] {
      [value, interval?.lower, interval?.upper].compactMap { $0 }.filter(\.isFinite)
    }
  }

  /// What is known of one group in both surveys.
  package struct Group: Hashable, Sendable {
    /// The group as files name it, such as a slot.
    package var label: String
    /// The first survey.
    package var baseline: Rate
    /// The second survey.
    package var followUp: Rate
    /// The second rate less the first, in shares; below zero is an improvement.
    package var change: Rate

    /// Describes a group.
    package init(label: String, baseline: Rate, followUp: Rate, change: Rate) {
      self.label = label
      self.baseline = baseline
      self.followUp = followUp
      self.change = change
    }
  }

  /// The groups in their order.
  package var groups: [Group]
  /// The confidence of the intervals.
  package var confidence: Double

  /// Puts the figure together.
  package init(groups: [Group], confidence: Double = ConfidenceLevel.usual) {
    self.groups = groups
    self.confidence = confidence
  }

  /// `two-waves`.
  package var name: String { "two-waves" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("Not reached: baseline and follow-up", "Uden kontakt: basismåling og opfølgningsmåling")
  }

  /// What the two parts are, and how to read an interval across zero.
  package func caption(language: ReportLanguage) -> String {
    let level = language.roundPercent(confidence)
    return language.words(
      "Above: the change from the first survey to the second. Below: the share of calls not reached in each survey, joined by a slope. Lines: \(level) intervals. Where the line of a change crosses zero, the surveys do not show whether it went up or down.",
      "Øverst: ændringen fra den første måling til den anden. Nederst: andelen af opkald uden kontakt i hver måling, forbundet af en skrå streg. Streger: \(level)-intervaller. Hvor stregen for en ændring krydser nul, viser målingerne ikke, om det gik op eller ned."
    )
  }

  /// Changes above, slopes below, over the same groups.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !groups.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let heights = width == .wide ? (rates: 200.0, changes: 150.0) : (rates: 180.0, changes: 150.0)
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
      into: &drawing, names: names, axis: changes, top: 0, height: heights.changes, left: left,
      language: language)
    let key = Legend([
      .init(mark: .interval(.grey, isHollow: true), text: language.words("baseline", "basismåling")),
      .init(mark: .interval(.blue, isHollow: false), text: language.words("follow-up", "opfølgningsmåling")),
    ]).draw(into: &drawing, y: upper.end + 12)
    let lower = ColumnPlot(
      into: &drawing, names: names, axis: rates, top: key + 6, height: heights.rates, left: left,
      language: language)
    let aside = min(14, upper.bands.width / 4)
    for (index, group) in groups.enumerated() {
      drawing.marked(words(group, language)) { mark in
        self.mark(group.change, index, aside: 0, .ink, isHollow: false, in: upper, into: &mark)
        if let before = group.baseline.value, let after = group.followUp.value, before.isFinite,
          after.isFinite
        {
          mark.line(
            from: lower.point(index, before, aside: -aside), to: lower.point(index, after, aside: aside),
            .ink,
            .medium)
        }
        self.mark(group.baseline, index, aside: -aside, .grey, isHollow: true, in: lower, into: &mark)
        self.mark(group.followUp, index, aside: aside, .blue, isHollow: false, in: lower, into: &mark)
      }
      if let change = group.change.value, change.isFinite, upper.hasRoom(for: language.points(change)) {
        let point = upper.point(index, change)
        drawing.text(
          language.points(change), x: point.x + ColumnPlot.beside, y: upper.baseline(beside: change), .note,
          halo: true)
      }
    }
    drawing.height = lower.end + 2
    return drawing
  }

  private func words(_ group: Group, _ language: ReportLanguage) -> String {
    func rate(_ rate: Rate) -> String {
      "\(language.percent(rate.value)) (\(language.interval(rate.interval, rate: rate.value)))"
    }
    let change =
      language.points(group.change.value) + (group.change.interval.map { " (\(language.span($0)))" } ?? "")
    return language.words(
      "\(language.group(group.label)): \(rate(group.baseline)) before, \(rate(group.followUp)) now, change \(change)",
      "\(language.group(group.label)): \(rate(group.baseline)) før, \(rate(group.followUp)) nu, ændring \(change)"
    )
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
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let interval = language.intervalColumn(confidence).head
    return FigureTable(
      [
        .init(language.words("Group", "Gruppe"), "group"),
        .init(language.words("Baseline", "Basismåling"), "baseline_rate"),
        .init(interval, "baseline_lower", "baseline_upper"),
        .init(language.words("Follow-up", "Opfølgningsmåling"), "followup_rate"),
        .init(interval, "followup_lower", "followup_upper"),
        .init(language.words("Change, points", "Ændring, procentpoint"), "change"),
        .init(interval, "change_lower", "change_upper"),
      ],
      groups.map { group in
        [
          language.cell(group: group.label), language.cell(percent: group.baseline.value),
          language.cell(interval: group.baseline.interval, rate: group.baseline.value),
          language.cell(percent: group.followUp.value),
          language.cell(interval: group.followUp.interval, rate: group.followUp.value),
          language.cell(points: group.change.value), language.cell(span: group.change.interval),
        ]
      })
  }
}
