import SurveyDesign
import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

/// As ``FigureMarksTests``: bars, columns, dots and slopes are read back by the axes' own labels.
@Suite("Bars and dots stand where their values are")
struct FigureReadBackTests {
  private typealias Axis = (Double) -> Double

  /// A line through the first and the last of some ticks.
  private static func line(_ ticks: [(at: Double, value: Double)]) throws -> Axis {
    let (first, last) = (try #require(ticks.first), try #require(ticks.last))
    try #require(ticks.count > 1 && first.at != last.at)
    return { first.value + ($0 - first.at) * (last.value - first.value) / (last.at - first.at) }
  }

  /// The number that a label shows: `20 %` is 0.2, and so is `+20` of points.
  private static func value(_ label: Substring, isPoints: Bool) -> Double? {
    let number = label.replacing("\u{2212}", with: "-").replacing("+", with: "").replacing(",", with: "")
    return number.hasSuffix("%")
      ? Double(number.dropLast(2)).map { $0 / 100 } : Double(number).map { isPoints ? $0 / 100 : $0 }
  }

  /// The upright axes of a drawing, from top to bottom: a new one begins where the labels begin anew.
  private static func upright(_ svg: String, isPoints: Bool = false) throws -> [Axis] {
    let ticks = svg.matches(
      of:
        #/<line class="line thin s-(?:axis|grid)" x1="([-0-9.]+)" y1="([-0-9.]+)" x2="(?!\1")[^"]*" y2="\2"\/>\s*<text [^>]*>([^<]*)<\/text>/#
    ).compactMap { match in
      Double(match.2).flatMap { at in value(match.3, isPoints: isPoints).map { (at: at, value: $0) } }
    }
    var axes: [[(at: Double, value: Double)]] = []
    for tick in ticks {
      if let last = axes.last?.last, tick.at < last.at {
        axes[axes.count - 1].append(tick)
      } else {
        axes.append([tick])
      }
    }
    return try axes.map(line)
  }

  /// The lying axes, from left to right.
  private static func lying(_ svg: String, isPoints: Bool = false) throws -> [Axis] {
    let ticks = svg.matches(
      of:
        #/<line class="line thin s-(?:axis|grid)" x1="([-0-9.]+)" y1="[^"]*" x2="\1"[^>]*\/>\s*<text [^>]*>([^<]*)<\/text>/#
    ).compactMap { match in
      Double(match.1).flatMap { at in value(match.2, isPoints: isPoints).map { (at: at, value: $0) } }
    }
    var axes: [[(at: Double, value: Double)]] = []
    for tick in ticks {
      if let last = axes.last?.last, tick.value > last.value, tick.at > last.at {
        axes[axes.count - 1].append(tick)
      } else {
        axes.append([tick])
      }
    }
    return try axes.map(line)
  }

  /// What is within each mark: its title and its shapes.
  private static func marks(_ svg: String) -> [Substring] {
    svg.split(separator: "<g><title>").dropFirst().map {
      $0[..<($0.firstRange(of: "</g>")?.lowerBound ?? $0.endIndex)]
    }
  }

  private static func numbers(_ mark: Substring, _ element: String, _ attribute: String) throws -> [Double] {
    try mark.matches(of: Regex("<\(element) [^>]*\\b\(attribute)=\"([-0-9.]+)\"")).compactMap {
      $0.output[1].substring.flatMap { Double($0) }
    }
  }

  private static func svg(_ figure: any Figure, _ width: FigureWidth = .wide) -> String {
    figure.drawing(language: .english, width: width).markup.description
  }

  @Test("Rows of parts: endings of calls, verdicts", arguments: FigureWidth.allCases)
  func rows(width: FigureWidth) throws {
    let dispositions = DispositionFigure(slots: [
      .init(
        label: "08:00-09:00",
        counts: [.answeredByDoctor: 10, .answeredByStaff: 20, .referralMessage: 5, .busy: 15]),
      .init(label: "09:00-10:00", counts: [.noAnswer: 30, .answeredByStaff: 10]),
    ])
    let verdicts = VerdictFigure(
      groups: [.init(label: "all", meets: 0.25, undecided: 0.6, fails: 0.15)], target: 0.1)
    for (figure, shares) in [
      (dispositions as any Figure, [0.6, 0.1, 0.3, 0.25, 0.75]), (verdicts, [0.25, 0.6, 0.15]),
    ] {
      let svg = Self.svg(figure, width)
      let axis = try #require(Self.lying(svg).first)
      let marks = Self.marks(svg)
      try #require(marks.count == shares.count)
      for (mark, share) in zip(marks, shares) {
        let (x, length) = (
          try #require(Self.numbers(mark, "rect", "x").first),
          try #require(Self.numbers(mark, "rect", "width").first)
        )
        // An edge is drawn half a unit inside, and a gap of a unit parts neighbours.
        #expect(abs(axis(x + length + 1.5) - axis(x - 0.5) - share) < 0.005, "\(mark)")
      }
    }
    // The bold line stands between reached and not reached: at 35 of 50, and at 10 of 40.
    let svg = Self.svg(dispositions, width)
    let axis = try #require(Self.lying(svg).first)
    let bold = svg.matches(of: #/<line class="line bold s-ink" x1="([-0-9.]+)"/#).compactMap { Double($0.1) }
      .map(axis)
    #expect(bold.count == 2 && abs(bold[0] - 0.7) < 0.005 && abs(bold[1] - 0.25) < 0.005)
  }

  @Test("Columns: patients' calls and waits, estimates", arguments: FigureWidth.allCases)
  func columns(width: FigureWidth) throws {
    let patients = PatientCallsFigure(slots: [
      .init(label: "08:00-09:00", answered: 20, abandoned: 5, blocked: 10, off: 0, meanWait: 80),
      // Three hours: drawn by the hour.
      .init(label: "09:00-12:00", answered: 24, abandoned: 0, blocked: 0, off: 6, meanWait: 20, hours: 3),
    ])
    let svg = Self.svg(patients, width)
    let axes = try Self.upright(svg)
    let marks = Self.marks(svg)
    try #require(axes.count == 2 && marks.count == 7)
    for (mark, calls) in zip(marks, [20.0, 5, 10, 8, 2]) {
      let (y, height) = (
        try #require(Self.numbers(mark, "rect", "y").first),
        try #require(Self.numbers(mark, "rect", "height").first)
      )
      #expect(abs(axes[0](y - 0.5) - axes[0](y + height + 1.5) - calls) < 0.1, "\(mark)")
    }
    for (mark, wait) in zip(marks.suffix(2), [80.0, 20]) {
      #expect(abs(axes[1](try #require(Self.numbers(mark, "circle", "cy").first)) - wait) < 0.1)
    }
    // 3 surveys of 1 in 10, 5 of 2 in 10; the truth and the target stand on the other axis.
    let estimates = EstimateDistributionFigure(
      label: "all", estimates: [0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2], truth: 0.14, target: 0.25, calls: 10)
    let bars = Self.svg(estimates, width)
    let (heights, shares) = (try #require(Self.upright(bars).first), try #require(Self.lying(bars).first))
    let counts = try Self.marks(bars).map { mark in
      let y = try #require(Self.numbers(mark, "rect", "y").first)
      let (x, width) = (
        try #require(Self.numbers(mark, "rect", "x").first),
        try #require(Self.numbers(mark, "rect", "width").first)
      )
      return (count: heights(y - 0.5), share: shares(x + width / 2))
    }
    try #require(counts.count == 2)
    #expect(abs(counts[0].count - 3) < 0.05 && abs(counts[1].count - 5) < 0.05)
    #expect(abs(counts[0].share - 0.1) < 0.002 && abs(counts[1].share - 0.2) < 0.002)
    for (stroke, share) in [("ink", 0.14), ("vermillion dash", 0.25)] {
      let x = try #require(
        bars.matches(
          of: Regex("<line class=\"line medium s-\(stroke)\" x1=\"([-0-9.]+)\" y1=\"[^\"]*\" x2=\"\\1\"")
        ).last)
      #expect(
        abs(shares(try #require(x.output[1].substring.flatMap { Double($0) })) - share) < 0.002, "\(stroke)")
    }
  }

  @Test("Dots with lines: coverage, definitions, two waves", arguments: FigureWidth.allCases)
  func dots(width: FigureWidth) throws {
    let coverage = Self.svg(
      CoverageFigure(groups: [.init(label: "all", coverage: 0.94, standardError: 0.01)], replications: 400),
      width)
    let axis = try #require(Self.upright(coverage).first)
    let mark = try #require(Self.marks(coverage).first)
    #expect(abs(axis(try #require(Self.numbers(mark, "circle", "cy").first)) - 0.94) < 2e-4)
    // Two standard errors to either side.
    let ends = try Self.numbers(mark, "line", "y1").map(axis)
    #expect(abs((ends.min() ?? 0) - 0.92) < 2e-4 && abs((ends.max() ?? 0) - 0.96) < 2e-4)
    let promised = coverage.matches(of: #/<line class="line [a-z]+ s-[a-z]+ dash" [^>]*y1="([-0-9.]+)"/#)
      .compactMap {
        Double($0.1)
      }
    #expect(promised.contains { abs(axis($0) - 0.95) < 2e-4 })

    let rates = [0.1, 0.33]
    let definitions = Self.svg(
      DefinitionsFigure(
        panels: rates.map { rate in
          .init(
            name: Words("\(rate)"),
            slots: [
              .init(
                label: "08:00-09:00", calls: 100, unreached: Int(rate * 100), rate: rate,
                interval: ConfidenceInterval(lower: rate - 0.05, upper: rate + 0.06))
            ])
        }), width)
    let panels = try Self.upright(definitions)
    let panelMarks = Self.marks(definitions)
    try #require(panels.count == 2 && panelMarks.count == 2)
    for (place, rate) in rates.enumerated() {
      #expect(
        abs(panels[place](try #require(Self.numbers(panelMarks[place], "circle", "cy").first)) - rate) < 3e-4)
      let ends = try Self.numbers(panelMarks[place], "line", "y1").map(panels[place])
      #expect(abs((ends.min() ?? 0) - (rate - 0.05)) < 3e-4 && abs((ends.max() ?? 0) - (rate + 0.06)) < 3e-4)
    }

    let waves = Self.svg(
      TwoWavesFigure(groups: [
        .init(
          label: "all", baseline: .init(0.18, ConfidenceInterval(lower: 0.15, upper: 0.22)),
          followUp: .init(0.12, ConfidenceInterval(lower: 0.09, upper: 0.16)),
          change: .init(-0.06, ConfidenceInterval(lower: -0.11, upper: -0.01)))
      ]), width)
    let shares = try #require(Self.upright(waves).last)
    let points = try #require(Self.upright(waves, isPoints: true).first)
    let dots = try Self.numbers(#require(Self.marks(waves).first), "circle", "cy")
    try #require(dots.count == 3)
    #expect(abs(points(dots[0]) + 0.06) < 3e-4)
    #expect(abs(shares(dots[1]) - 0.18) < 3e-4 && abs(shares(dots[2]) - 0.12) < 3e-4)
    // The slope joins the two.
    let slope = try #require(
      waves.firstMatch(
        of:
          #/<line class="line medium s-ink" x1="([-0-9.]+)" y1="([-0-9.]+)" x2="(?!\1")[-0-9.]+" y2="(?!\2")([-0-9.]+)"/#
      ))
    #expect(Double(slope.2) == dots[1] && Double(slope.3) == dots[2])
  }

  @Test("Scenarios: the difference and two errors to either side of it", arguments: FigureWidth.allCases)
  func differences(width: FigureWidth) throws {
    let svg = Self.svg(
      SweepFigure(
        scenarios: [Words("one"), Words("two")],
        measures: [
          .init(
            title: Words("not reached"), unit: Words("points"), format: .points, baseline: Words("10 %"),
            changes: [
              .init(difference: -0.08, pairedError: 0.005, unpairedError: 0.01),
              .init(difference: 0.02, pairedError: 0.001),
            ])
        ]), width)
    let axis = try #require(Self.lying(svg, isPoints: true).first)
    let marks = Self.marks(svg)
    try #require(marks.count == 2)
    for (mark, difference) in zip(marks, [-0.08, 0.02]) {
      #expect(abs(axis(try #require(Self.numbers(mark, "circle", "cx").first)) - difference) < 3e-4)
    }
    let broad = try #require(
      marks[0].firstMatch(of: #/<line class="line broad [^>]*x1="([-0-9.]+)"[^>]*x2="([-0-9.]+)"/#))
    let ends = [broad.1, broad.2].compactMap { Double($0) }.map(axis)
    #expect(abs(ends[0] + 0.09) < 3e-4 && abs(ends[1] + 0.07) < 3e-4)
  }

  // SciPy: binom.cdf(1, 50, .1) = 0.0338, cdf(0) = 0.0052; sf(9) = 0.0245, sf(8) = 0.0579: 2 and 9 are within 95 % limits.
  @Test(
    "A funnel: dots at calls and share, limits around groups of one size too", arguments: FigureWidth.allCases
  )
  func funnel(width: FigureWidth) throws {
    let groups = [2, 5, 9].map { unreached in
      FunnelFigure.Group(
        label: Words("\(unreached)"), calls: 50, unreached: unreached, rate: Double(unreached) / 50,
        interval: nil)
    }
    let figure = FunnelFigure(grouping: Words("x"), groups: groups, centre: 0.1)
    let svg = Self.svg(figure, width)
    let (shares, calls) = (try #require(Self.upright(svg).first), try #require(Self.lying(svg).first))
    let marks = Self.marks(svg)
    try #require(marks.count == 3)
    for (mark, group) in zip(marks, groups) {
      #expect(abs(calls(try #require(Self.numbers(mark, "circle", "cx").first)) - 50) < 0.1)
      #expect(abs(shares(try #require(Self.numbers(mark, "circle", "cy").first)) - group.rate) < 3e-4)
    }
    // The inner limits pass the groups' number of calls where the table says that they are.
    let row = figure.dataTable(language: .english).cells[0]
    let wanted = row[5].values.compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    try #require(wanted.count == 2)
    let curves = svg.matches(of: #/<path class="line medium s-grey dash" d="([^"]*)"/#).map { match in
      match.1.matches(of: #/[ML]([-0-9.]+) ([-0-9.]+)/#).compactMap { place in
        Double(place.1).flatMap { x in Double(place.2).map { (calls: calls(x), share: shares($0)) } }
      }
    }
    try #require(curves.count == 2)
    for (curve, limit) in zip(curves, [wanted[1], wanted[0]]) {
      let nearest = try #require(curve.min { abs($0.calls - 50) < abs($1.calls - 50) })
      #expect(abs(nearest.calls - 50) < 0.5 && abs(nearest.share - limit) < 0.003)
    }
  }

  @Test("Curves: every place, and the lines that were asked about", arguments: FigureWidth.allCases)
  func curves(width: FigureWidth) throws {
    let svg = Self.svg(
      CurveFigure(
        name: "c", title: Words("t"), caption: Words("c"), x: .init(Words("share"), .percent),
        y: .init(Words("chance"), .percent, range: 0...1),
        series: [.init(Words("a"), [.init(0, 0.1), .init(0.1, 0.4), .init(0.3, 0.9)])],
        references: [.init(.x, 0.2, Words("here"))]), width)
    let (x, y) = (try #require(Self.lying(svg).first), try #require(Self.upright(svg).first))
    let path = try #require(svg.firstMatch(of: #/<path class="line [a-z]+ s-[a-z]+" d="(M[^"Z]*)"/#)).1
    let places = path.matches(of: #/[ML]([-0-9.]+) ([-0-9.]+)/#).compactMap { place in
      Double(place.1).flatMap { left in Double(place.2).map { (x(left), y($0)) } }
    }
    try #require(places.count == 3)
    for (place, wanted) in zip(places, [(0.0, 0.1), (0.1, 0.4), (0.3, 0.9)]) {
      #expect(abs(place.0 - wanted.0) < 1e-3 && abs(place.1 - wanted.1) < 3e-3)
    }
    let asked = svg.matches(
      of: #/<line class="line [a-z]+ s-[a-z]+ [a-z]+" x1="([-0-9.]+)" y1="[^"]*" x2="\1"/#)
    #expect(asked.compactMap { Double($0.1) }.contains { abs(x($0) - 0.2) < 1e-3 })
  }
}
