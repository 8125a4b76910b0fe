import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

@Suite("Funnel of groups: nothing is ranked, and only what lies outside is named")
struct FunnelFigureTests {
  private static func group(_ name: String, _ unreached: Int, of calls: Int) -> FunnelFigure.Group {
    .init(
      label: Words(name), calls: calls, unreached: unreached, rate: Double(unreached) / Double(calls))
  }

  private static let figure = FunnelFigure(
    grouping: Words("municipalities", "kommuner"),
    groups: [
      group("Within", 9, of: 50), group("Above", 10, of: 50), group("Far above", 14, of: 50),
      group("Below", 0, of: 36), group("Alike", 5, of: 50), group("Alike too", 5, of: 50),
    ], centre: 0.1, target: 0.05)

  @Test(
    "SciPy's binomial tails decide who lies outside: sf(8) .058, sf(9) .0245, sf(13) .0003 of 50; cdf(0, 36) .0225"
  )
  func outside() {
    #expect(
      Self.figure.outside == [
        .init(group: 1, isAbove: true, level: 0.95), .init(group: 2, isAbove: true, level: 0.998),
        .init(group: 3, isAbove: false, level: 0.95),
      ])
  }

  @Test(
    "Groups stand in the order they were given, never by their shares", arguments: ReportLanguage.allCases)
  func order(language: ReportLanguage) {
    let names = Self.figure.dataTable(language: language).rows.map { $0[0] }
    #expect(names == ["Within", "Above", "Far above", "Below", "Alike", "Alike too"])
  }

  @Test("Only groups outside are named in the picture, and every dot says what it is")
  func names() {
    for width in FigureWidth.allCases {
      let drawing = Self.figure.drawing(language: .english, width: width)
      let texts = Set(drawing.labels.map(\.text))
      #expect(texts.isSuperset(of: ["Above", "Far above", "Below"]))
      #expect(texts.isDisjoint(with: ["Within", "Alike", "Alike too"]))
      let markup = drawing.markup.description
      #expect(markup.contains("<title>Alike, Alike too: 5 of 50 calls, 10.0\u{A0}%</title>"))
      #expect(markup.matches(of: #/<title>/#).count == 5)
    }
  }

  @Test("Groups of pure chance: about one in twenty lies outside, at most")
  func chance() {
    // Unreached calls of 400 groups of 60 calls with a share of 10 %, by the quantiles of SciPy's binom(60, 0.1): an even
    // spread of 400 probabilities. binom.sf(11, 60, .1) = 0.0164 and binom.cdf(1, 60, .1) = 0.0138 lie outside.
    let rule = (0..<400).map { place in
      Self.group("\(place)", Self.quantile((Double(place) + 0.5) / 400), of: 60)
    }
    let figure = FunnelFigure(grouping: Words("x"), groups: rule, centre: 0.1)
    #expect((8...20).contains(figure.outside.count))
  }

  /// The smallest count whose cumulative probability is at least so large, of 60 calls with a share of 10 %.
  private static func quantile(_ probability: Double) -> Int {
    var (sum, term, count) = (0.0, 1.0, 0)
    for _ in 0..<60 { term *= 0.9 }
    while true {
      sum += term
      if sum >= probability || count == 60 { return count }
      term *= Double(60 - count) / Double(count + 1) * (0.1 / 0.9)
      count += 1
    }
  }
}
