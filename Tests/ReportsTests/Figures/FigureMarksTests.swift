import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

/// Marks are read back into values by the axis's own labels, so that a mark in a wrong place is wrong, not only different.
@Suite("Marks stand where their values are")
struct FigureMarksTests {
  /// The share at a height, by the first and the last line of the grid and the labels behind them.
  private static func reader(of svg: String) throws -> (Double) -> Double {
    let ticks = svg.matches(
      of:
        #/<line class="line thin s-(?:axis|grid)"[^>]* y2="([-0-9.]+)"\/>\s*<text [^>]*>([0-9.]+)\u{A0}%<\/text>/#
    ).compactMap { match in
      Double(match.1).flatMap { y in Double(match.2).map { (y: y, share: $0 / 100) } }
    }
    let (first, last) = (try #require(ticks.first), try #require(ticks.last))
    try #require(ticks.count > 2 && first.y != last.y)
    return { first.share + ($0 - first.y) * (last.share - first.share) / (last.y - first.y) }
  }

  private static func numbers(_ svg: Substring, _ pattern: Regex<(Substring, Substring)>) -> [Double] {
    svg.matches(of: pattern).compactMap { Double($0.1) }
  }

  @Test("Dots, intervals, diamonds and the target of shares by hour", arguments: FigureWidth.allCases)
  func rateByHour(width: FigureWidth) throws {
    let slots = [
      RateByHourFigure.Slot(
        label: "08:00-09:00", calls: 52, unreached: 13, rate: 0.25,
        interval: ConfidenceInterval(lower: 0.152, upper: 0.383), truth: 0.229),
      RateByHourFigure.Slot(
        label: "09:00-10:00", calls: 50, unreached: 2, rate: 0.04,
        interval: ConfidenceInterval(lower: 0.011, upper: 0.135), truth: 0.098),
    ]
    let svg = RateByHourFigure(slots: slots, target: 0.1).drawing(language: .english, width: width).markup
      .description
    let share = try Self.reader(of: svg)
    // A hundredth of a unit of the picture is less than a hundredth of a point here.
    func isAt(_ y: Double?, _ value: Double?) -> Bool {
      guard let y, let value else { return false }
      return abs(share(y) - value) < 2e-4
    }
    let groups = svg.split(separator: "<g><title>").dropFirst()
    try #require(groups.count == slots.count)
    for (group, slot) in zip(groups, slots) {
      let dots = Self.numbers(group, #/<circle [^>]*cy="([-0-9.]+)"/#)
      #expect(dots.count == 1 && isAt(dots.first, slot.rate))
      let upright = try #require(
        group.firstMatch(of: #/<line [^>]*x1="([-0-9.]+)" y1="([-0-9.]+)" x2="\1" y2="([-0-9.]+)"/#))
      #expect(isAt(Double(upright.2), slot.interval?.lower) && isAt(Double(upright.3), slot.interval?.upper))
      let caps = Self.numbers(group, #/<line [^>]*y1="([-0-9.]+)" x2="[-0-9.]+" y2="\1"/#)
      #expect(
        caps.count == 2 && isAt(caps.first, slot.interval?.lower) && isAt(caps.last, slot.interval?.upper))
      let diamond = Self.numbers(group, #/ d="M[-0-9.]+ [-0-9.]+L[-0-9.]+ ([-0-9.]+)L/#)
      #expect(isAt(diamond.first, slot.truth?.value))
    }
    let dashed = Self.numbers(svg[...], #/ s-vermillion dash"[^>]* y2="([-0-9.]+)"/#)
    #expect(isAt(dashed.last, 0.1))
  }

  @Test("Bars, medians, dots and targets of worlds; bars and limits of what carries them")
  func worlds() throws {
    let svg = FigureSamples.worlds.drawing(language: .english, width: .wide).markup.description
    let ticks = svg.matches(
      of:
        #/<line class="line thin s-(?:axis|grid)" x1="([-0-9.]+)"[^>]*\/>\s*<text [^>]*>([0-9.]+)\u{A0}%<\/text>/#
    ).compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x: x, share: $0 / 100) } } }
    let (first, last) = (try #require(ticks.first), try #require(ticks.last))
    func isAt(_ x: Double?, _ value: Double?) -> Bool {
      guard let x, let value else { return false }
      return abs(first.share + (x - first.x) * (last.share - first.share) / (last.x - first.x) - value) < 5e-4
    }
    let bars = svg.matches(
      of:
        #/<rect [^>]* x="([-0-9.]+)"[^>]* width="([-0-9.]+)"[^>]*\/>\s*<line class="line thick s-blue" x1="([-0-9.]+)"/#
    )
    let dots = Self.numbers(svg[...], #/<circle [^>]*cx="([-0-9.]+)"/#)
    let targets = Self.numbers(svg[...], #/<line class="line medium s-ink dash" x1="([-0-9.]+)"/#)
    let strips = FigureSamples.worlds.strips
    try #require(bars.count == strips.count && dots.count == strips.count)
    for (index, strip) in strips.enumerated() {
      // The edge is drawn half a unit inside.
      let (x, width) = (try #require(Double(bars[index].1)), try #require(Double(bars[index].2)))
      #expect(isAt(x - 0.5, strip.low) && isAt(x + width + 0.5, strip.high))
      #expect(isAt(Double(bars[index].3), strip.middle) && isAt(dots[index], strip.nominal?.value))
    }
    #expect(targets.count == 2 && targets.allSatisfy { isAt($0, 0.1) })

    let carriers = FigureSamples.carriers.drawing(language: .english, width: .wide).markup.description
    let groups = carriers.split(separator: "<g><title>").dropFirst()
    try #require(groups.count == 4)
    let axis = Self.numbers(carriers[...], #/<line class="line thin s-(?:axis|grid)" x1="([-0-9.]+)"/#)
    try #require(axis.count == 6)
    for (group, (panel, total, half)) in zip(
      groups, [(0, 0.27, 0.11), (0, 0.43, 0.15), (1, 0.95, 0.2), (1, 0.3, 0.1)])
    {
      let (zero, one) = (axis[2 * panel], axis[2 * panel + 1])
      let width = try #require(Self.numbers(group, #/<rect [^>]* width="([-0-9.]+)"/#).first) + 1
      #expect(abs(width / (one - zero) - total) < 0.01)
      let limits = try #require(group.firstMatch(of: #/<line [^>]*x1="([-0-9.]+)"[^>]*x2="([-0-9.]+)"/#))
      let ends = [limits.1, limits.2].compactMap { Double($0) }.map { ($0 - zero) / (one - zero) }
      #expect(abs(ends[0] - (total - half)) < 0.01 && abs(ends[1] - min(total + half, 1)) < 0.01)
    }
  }

  @Test("An interval that the scale cuts off points outwards, at either end")
  func arrowheads() throws {
    let scale = LinearScale(0...0.5, from: 100, to: 200)
    for (interval, tip) in [((-0.2, 0.3), 96.0), ((0.2, 0.9), 204)] {
      var canvas = Canvas(width: 300)
      canvas.lying(ConfidenceInterval(lower: interval.0, upper: interval.1), y: 10, scale: scale, .blue)
      let path = try #require(
        canvas.markup.description.firstMatch(of: #/ d="M[-0-9.]+ [-0-9.]+L([-0-9.]+) ([-0-9.]+)L/#))
      #expect(Double(path.1) == tip && Double(path.2) == 10)
    }
  }

  // 0.5 ÷ √(96 + 4) is 5 points.
  @Test("The error of shares of surveys is that of one half, by plus four")
  func errorOfVerdicts() {
    let figure = VerdictFigure(
      groups: [.init(label: "all", meets: 0.5, undecided: 0.3, fails: 0.2)], target: 0.1, replications: 96)
    #expect(figure.caption(language: .english).contains("error at most 5.0 points"))
  }
}
