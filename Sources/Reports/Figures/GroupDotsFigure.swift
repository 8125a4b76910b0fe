public import Drawing
internal import Scenarios
internal import Studies
public import SurveyStatistics
internal import Surveys

/// Groups such as municipalities, in the order of their rates, each with its interval; small groups stand below, hollow and grey.
///
/// A small group without a rate has no mark, and its row says that its calls are too few; many such rows are one.
public struct GroupDotsFigure: Figure, Hashable {
  /// What is known of one group.
  public struct Group: Hashable, Sendable {
    /// The group's name.
    public var label: Words
    /// Valid calls.
    public var calls: Int
    /// The estimated share not reached; `nil` without a valid call, or where a small group's is not to be shown.
    public var rate: Double?
    /// Its interval.
    public var interval: ConfidenceInterval?
    /// Whether there are too few calls to say anything of the group by itself.
    public var isSmall: Bool

    /// Describes a group.
    public init(
      label: Words, calls: Int, rate: Double?, interval: ConfidenceInterval?, isSmall: Bool = false
    ) {
      self.label = label
      self.calls = calls
      self.rate = rate
      self.interval = interval
      self.isSmall = isSmall
    }

    /// Whether there is a rate to draw.
    fileprivate var isDrawn: Bool { rate?.isFinite ?? false }
    /// Whether the group is small and shown without a rate.
    fileprivate var isSuppressed: Bool { isSmall && !isDrawn }
  }

  /// What the groups are.
  public var grouping: Words
  /// The groups, in any order.
  public var groups: [Group]
  /// The rate of all together, drawn as a line.
  public var overall: Double?
  /// The greatest share that is acceptable, drawn as a line.
  public var target: Double?
  /// The confidence of the intervals.
  public var confidence: Double
  /// Calls below which a group is small; `nil` where the figure need not say.
  public var leastCalls: Int?

  /// Puts the figure together; the grouping is in small letters, such as `municipality`, `kommuner`.
  public init(
    grouping: Words, groups: [Group], overall: Double? = nil, target: Double? = nil,
    confidence: Double = 0.95, leastCalls: Int? = nil
  ) {
    self.grouping = grouping
    self.groups = groups
    self.overall = overall
    self.target = target
    self.confidence = confidence
    self.leastCalls = leastCalls
  }

  /// By rate, the greatest first; equals as they were given.
  ///
  /// Small groups come last, as they were given, those without a rate after all others: their rates order nothing.
  private var ordered: [Group] {
    func rate(_ group: Group) -> Double { group.rate.flatMap { $0.isFinite ? $0 : nil } ?? -1 }
    let large = groups.filter { !$0.isSmall }.enumerated().sorted { one, other in
      let (left, right) = (rate(one.element), rate(other.element))
      return left == right ? one.offset < other.offset : left > right
    }
    return large.map(\.element) + groups.filter { $0.isSmall && $0.isDrawn }
      + groups.filter(\.isSuppressed)
  }

  /// The greatest value on the axis: small groups do not stretch it, unless there are no others.
  private var greatest: Double {
    let large = groups.filter { !$0.isSmall }
    let values =
      (large.isEmpty ? groups : large).flatMap { [$0.rate, $0.interval?.upper] } + [overall, target]
    return min(1, values.compactMap { $0 }.filter(\.isFinite).reduce(0.05, max))
  }

  /// `groups`.
  public var name: String { "groups" }

  /// The subject, with what the groups are.
  public func title(language: ReportLanguage) -> String {
    language.words(
      "Not reached, by \(grouping(language))", "Ikke opnået kontakt, fordelt på \(grouping(language))")
  }

  /// What dots and lines are, and that the order is not a ranking; hollow marks and arrows only where there are any.
  public func caption(language: ReportLanguage) -> String {
    guard groups.contains(where: \.isDrawn) else {
      return language.words(
        "No group has enough calls for a share of its own.",
        "Ingen gruppe har opkald nok til en andel for sig.")
    }
    let confidence = language.roundPercent(confidence)
    var text = language.words(
      "Dots: share of calls not reached; lines: \(confidence) confidence intervals. Where intervals overlap widely, the order is chance and no ranking.",
      "Prikker: andel opkald uden kontakt; streger: \(confidence)-konfidensintervaller. Hvor intervallerne overlapper meget, er rækkefølgen tilfældig og ingen rangliste."
    )
    if hasHollow {
      text += language.words(
        " Below, hollow and grey, with *: too few calls to say anything about the group by itself.",
        " Nederst, hule og grå, med *: for få opkald til at sige noget om gruppen alene.")
    }
    if FigureWidth.allCases.contains(where: { layout(language, $0).hasArrow }) {
      text += language.words(" An arrow: the interval goes on.", " En pil: intervallet fortsætter.")
    }
    return text
  }

  private static let pitch = 24.0
  /// More groups without a rate than these share one row.
  private static let mostSuppressedRows = 12

  /// Whether a small group has a mark.
  private var hasHollow: Bool { groups.contains { $0.isSmall && $0.isDrawn } }

  /// A line of the figure; one that stands for many groups has none of its own.
  private struct Row {
    var group: Group?
    var title: String
    var remark: String
  }

  private func rows(_ language: ReportLanguage, _ width: FigureWidth) -> [Row] {
    let ordered = ordered
    let suppressed = ordered.count(where: \.isSuppressed)
    let isFolded = suppressed > Self.mostSuppressedRows
    let own = (isFolded ? ordered.filter { !$0.isSuppressed } : ordered).map {
      Row(group: $0, title: title(of: $0, language), remark: remark(on: $0, language, width))
    }
    return own + (isFolded ? [Row(title: folded(suppressed, isAll: own.isEmpty, language), remark: "")] : [])
  }

  private func folded(_ count: Int, isAll: Bool, _ language: ReportLanguage) -> String {
    let groups = language.words("\(language.count(count)) groups", "\(language.count(count)) grupper")
    let calls = leastCalls.map {
      language.words("fewer than \(language.count($0)) calls", "færre end \(language.count($0)) opkald")
    }
    let text =
      groups + language.words(" with ", " med ") + (calls ?? language.words("too few calls", "for få opkald"))
    return isAll ? text : language.words("and ", "og ") + text
  }

  /// Where things stand.
  private struct Layout {
    var rows: [Row]
    var names: RowNames
    var ticks: Ticks
    var scale: LinearScale

    /// Whether an interval is cut off.
    var hasArrow: Bool {
      rows.compactMap(\.group?.interval).contains { interval in
        let bounds = [interval.lower, interval.upper]
        return bounds.allSatisfy(\.isFinite) && !bounds.allSatisfy(scale.contains)
      }
    }
  }

  private func layout(_ language: ReportLanguage, _ width: FigureWidth) -> Layout {
    let note = TextStyle.note
    let rows = rows(language, width)
    let names = RowNames(rows.map(\.title), in: Canvas(width: width.units))
    let remarks = rows.map(\.remark) + [Self.heads(language, width)]
    let end = width.units - remarks.reduce(0) { max($0, note.width(of: $1)) } - 16
    let ticks = Ticks.fitting(
      0...greatest, width: end - names.width, format: .percent, language: language)
    return Layout(
      rows: rows, names: names, ticks: ticks, scale: LinearScale(ticks.domain, from: names.width, to: end))
  }

  /// The rows.
  public func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !groups.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let note = TextStyle.note
    let layout = layout(language, width)
    let (names, scale) = (layout.names, layout.scale)
    var y = legend(language).draw(into: &drawing, y: 0)
    drawing.text(
      Self.heads(language, width), x: drawing.width, y: y + note.ascent, note, .end, colour: "f-muted")
    y += note.lineHeight + 2
    let start = y
    let heights = layout.rows.indices.map { names.height($0, least: Self.pitch) }
    let end = start + heights.reduce(0, +)
    drawing.height =
      drawing.axis(
        layout.ticks, scale: scale, top: start, bottom: end + 2,
        title: language.words("Share of calls not reached", "Andel opkald uden kontakt"), format: .percent,
        language: language) + 2
    for (value, colour, dash) in [(overall, Colour.muted, Dash.solid), (target, .vermillion, .dash)] {
      guard let value, value.isFinite else { continue }
      let x = scale(value)
      drawing.line(from: Point(x: x, y: start), to: Point(x: x, y: end + 2), colour, .medium, dash: dash)
    }
    for (place, row) in layout.rows.enumerated() {
      let middle = y + heights[place] / 2
      let isSmall = row.group?.isSmall ?? true
      let colour: Colour = isSmall ? .grey : .blue
      names.draw(place, into: &drawing, middle: middle, colour: isSmall ? "f-muted" : "f-ink")
      drawing.lying(row.group?.interval, y: middle, scale: scale, colour)
      if let rate = row.group?.rate, scale.contains(rate) {
        drawing.dot(at: Point(x: scale(rate), y: middle), colour, isHollow: isSmall)
      }
      drawing.text(
        row.remark, x: drawing.width, y: middle + note.size * 0.35, note, .end, colour: "f-muted")
      y += heights[place]
    }
    return drawing
  }

  private func title(of group: Group, _ language: ReportLanguage) -> String {
    group.label(language) + (group.isSmall && group.isDrawn ? "\u{A0}*" : "")
  }

  /// What stands at the right of a row: rate, interval and calls where there is room, or that the calls are too few.
  private func remark(on group: Group, _ language: ReportLanguage, _ width: FigureWidth) -> String {
    guard group.calls > 0 else { return language.words("no calls", "ingen opkald") }
    guard !group.isSuppressed else {
      let calls = language.count(group.calls)
      return language.words(
        "\(calls) \(group.calls == 1 ? "call" : "calls"): too few", "\(calls) opkald: for få")
    }
    return switch width {
    case .wide:
      "\(language.percent(group.rate)) (\(language.interval(group.interval, rate: group.rate))), \(language.count(group.calls))"
    case .narrow: "\(language.percent(group.rate)), \(language.count(group.calls))"
    }
  }

  private static func heads(_ language: ReportLanguage, _ width: FigureWidth) -> String {
    switch width {
    case .wide: language.words("share (interval), calls", "andel (interval), opkald")
    case .narrow: language.words("share, calls", "andel, opkald")
    }
  }

  private func legend(_ language: ReportLanguage) -> Legend {
    var entries: [Legend.Entry] = []
    if let overall, overall.isFinite {
      entries.append(
        .init(
          mark: .line(.muted, .solid),
          text: language.words("all together, ", "alle tilsammen, ") + language.percent(overall)))
    }
    if let target, target.isFinite {
      entries.append(
        .init(
          mark: .line(.vermillion, .dash),
          text: language.words("target, at most ", "mål, højst ") + language.roundPercent(target)))
    }
    if hasHollow {
      entries.append(
        .init(mark: .interval(.grey, isHollow: true), text: language.words("* few calls", "* få opkald")))
    }
    return Legend(entries)
  }

  /// One row per group, in the order of the figure.
  public func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      header: [
        language.words("Group", "Gruppe"), language.words("Calls", "Opkald"),
        language.words("Share not reached", "Andel uden kontakt"),
        language.words(
          "\(language.roundPercent(confidence)) interval", "\(language.roundPercent(confidence))-interval"),
      ],
      rows: ordered.map {
        [
          title(of: $0, language), language.count($0.calls), language.percent($0.rate),
          language.interval($0.interval, rate: $0.rate),
        ]
      })
  }
}
