import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

@Suite("Figures: labels, escaping, odd numbers")
struct FigureLayoutTests {
  @Test("Every sample keeps its labels apart and within the drawing", arguments: FigureSamples.all.indices)
  func samples(index: Int) {
    let sample = FigureSamples.all[index]
    FigureCheck(sample.figure).run("\(sample.name)")
    FigureCheck(sample.figure).runOnFiles("\(sample.name)")
  }

  /// Names as they come: slots, municipalities, nothing, something long, something hostile.
  static let names: [@Sendable (String) -> String] = [
    { _ in "08:00-09:00" }, { "Kommune \($0)" }, { _ in "" },
    { "Ringkøbing-Skjern og Ikast-Brande tilsammen, Lægehuset ved den gamle havn \($0)" },
    { "Ubrudtlangtordudenmellemrumderaldrigtagerende\($0)" }, { "<script>alert('\($0)')</script>" },
  ]

  static let counts = [0, 1, 2, 8, 30, 100]

  /// Shares that go round, with the edges, and with what is no number.
  static func share(_ index: Int) -> Double? {
    let shares: [Double?] = [0, 0.004, 0.1, nil, 0.5, 0.98, 1, .nan, 0.11, 0.1]
    return shares[index % shares.count]
  }

  static func interval(_ index: Int) -> ConfidenceInterval? {
    share(index).map { ConfidenceInterval(lower: max(0, $0 - 0.07), upper: min(1, $0 + 0.1)) }
  }

  @Test("Rate by hour", arguments: counts)
  func rateByHour(count: Int) {
    for (number, name) in Self.names.enumerated() {
      let slots = (0..<count).map { index in
        RateByHourFigure.Slot(
          label: name("\(index)"), rate: Self.share(index), interval: Self.interval(index),
          truth: number % 2 == 0 ? .init(value: Self.share(index + 1)) : nil)
      }
      FigureCheck(RateByHourFigure(slots: slots, target: number % 3 == 0 ? 0.1 : nil))
        .run("\(count) groups, names \(number)")
    }
  }

  @Test("Rates that are all zero have an axis of five percent")
  func zeros() {
    let slots = FigureSamples.hours.map {
      RateByHourFigure.Slot(label: $0, rate: 0, interval: ConfidenceInterval(lower: 0, upper: 0.03))
    }
    let figure = RateByHourFigure(slots: slots)
    FigureCheck(figure).run("zeros")
    let texts = figure.drawing(language: .english, width: .wide).labels.map(\.text)
    #expect(texts.contains("5\u{A0}%") && !texts.contains("6\u{A0}%"))
  }

  @Test("A number beside a mark near zero does not stand on the axis")
  func numbersOnTheAxis() throws {
    func check(_ figure: any Figure, zero: String, numbers: [(text: String, isAbove: Bool)]) throws {
      let labels = figure.drawing(language: .english, width: .wide).labels
      let tick = try #require(labels.last { $0.text == zero }).box
      let axis = (tick.y + tick.bottom) / 2
      for number in numbers {
        let box = try #require(labels.first { $0.text == number.text }?.box)
        #expect(number.isAbove ? box.bottom < axis : box.y > axis, "\(number.text) in \(figure.name)")
      }
    }
    let shares = [("0.0", true), ("0.4", true), ("20.0", true)]
    let rates = RateByHourFigure(
      slots: [0, 0.004, 0.2].map { .init(label: "", rate: $0, interval: .init(lower: 0, upper: 0.3)) })
    try check(rates, zero: "0\u{A0}%", numbers: shares)
    let changes = TwoWavesFigure(
      groups: [0, 0.001, -0.001, -0.04].map {
        .init(label: "", baseline: .init(nil, nil), followUp: .init(nil, nil), change: .init($0, nil))
      })
    try check(
      changes, zero: "0",
      numbers: [("0.0", true), ("+0.1", true), ("−0.1", false), ("−4.0", false)])
  }

  @Test("Curves", arguments: [0, 1, 2, 5, 9])
  func curves(count: Int) {
    for points in [0, 1, 2, 40] {
      let series = (0..<count).map { curve in
        CurveFigure.Series(
          Words(Self.names[curve % Self.names.count]("\(curve)")),
          (0..<points).map { .init(Double($0), Double($0 * curve % 7) * 1e-3) } + [.init(.nan, 1)])
      }
      let figure = CurveFigure(
        name: "curve", title: Words(Self.names[3]("")), caption: Words("c"), x: .init(Words("x"), .count),
        y: .init(Words("y"), .number), series: series,
        references: [
          .init(.x, 3, Words(Self.names[3](""))), .init(.y, 0.002, Words("y")), .init(.x, .nan, Words("n")),
        ])
      FigureCheck(figure).run("\(count) curves of \(points)")
    }
  }

  @Test("A practice's name cannot become markup")
  func hostile() {
    let name = "<script>alert(1)</script>\u{0}&\"'"
    let figure = RateByHourFigure(slots: [.init(label: name, rate: 0.1, interval: nil)])
    for text in [
      figure.svg(language: .danish), figure.svg(language: .danish, embeddedAs: "\"><script>").description,
    ] {
      #expect(!text.contains("<script"))
      #expect(!text.unicodeScalars.contains("\u{0}"))
    }
  }
}
