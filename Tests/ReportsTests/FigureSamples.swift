import SurveyStatistics

@testable import Reports

/// Small figures of every kind, for golden files and to look at.
enum FigureSamples {
  /// The figures by name, in order.
  static let all: [(name: String, figure: any Figure)] = [
    ("rate-by-hour", rateByHour), ("rate-by-hour-survey", rateByHourOfSurvey),
    ("curve-verdict", verdictCurve), ("curve-power", powerCurve),
  ]

  static let hours = (8..<16).map { hour in
    func two(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }
    return "\(two(hour)):00-\(two(hour + 1)):00"
  }

  /// The README's survey: calls, not reached, Wilson interval, and the truth of the shipped scenario.
  static let hourly: [(calls: Int, unreached: Int, lower: Double, upper: Double, truth: Double)] = [
    (53, 7, 0.065, 0.248, 0.234), (53, 5, 0.041, 0.203, 0.101), (52, 3, 0.020, 0.156, 0.067),
    (53, 2, 0.010, 0.128, 0.052), (52, 6, 0.054, 0.230, 0.072), (53, 4, 0.030, 0.179, 0.052),
    (52, 6, 0.054, 0.230, 0.070), (52, 5, 0.042, 0.206, 0.101),
  ]

  static let rateByHour = RateByHourFigure(
    slots: zip(hours, hourly).map { label, row in
      RateByHourFigure.Slot(
        label: label, calls: row.calls, unreached: row.unreached,
        rate: Double(row.unreached) / Double(row.calls),
        interval: ConfidenceInterval(lower: row.lower, upper: row.upper), truth: row.truth)
    }, target: 0.1)

  static let rateByHourOfSurvey = RateByHourFigure(
    slots: zip(hours, hourly).prefix(3).map { label, row in
      RateByHourFigure.Slot(
        label: label, calls: row.calls, unreached: row.unreached,
        rate: Double(row.unreached) / Double(row.calls),
        interval: ConfidenceInterval(lower: row.lower, upper: row.upper))
    } + [.init(label: "Kl. 11 <script>alert(1)</script>", rate: nil, interval: nil)])

  /// Logistic curves that look like operating characteristics.
  private static func curve(at centre: Double, slope: Double) -> [CurveFigure.Place] {
    (0...60).map { step in
      let x = Double(step) * 0.005
      let z = (x - centre) * slope
      // 1 / (1 + 2^z), for whole and broken z alike, by squaring: the exact curve does not matter here.
      let share = 0.5 - z / (2 * (1 + z.magnitude))
      return .init(x, share)
    }
  }

  static let verdictCurve = CurveFigure(
    name: "operating-characteristic",
    title: Words("Chance of each verdict", "Sandsynlighed for hver afgørelse"),
    caption: Words(
      "With 420 calls and a target of 10 %; exact binomial probabilities.",
      "Med 420 opkald og et mål på 10 %; eksakte binomiale sandsynligheder."),
    x: .init(Words("True share not reached", "Sand andel uden kontakt"), .percent),
    y: .init(Words("Probability", "Sandsynlighed"), .percent, range: 0...1),
    series: [
      .init(Words("meets", "opfyldt"), curve(at: 0.07, slope: 90)),
      .init(
        Words("fails", "ikke opfyldt"), curve(at: 0.135, slope: 90).map { .init($0.x, 1 - $0.y) }),
      .init(
        Words("undecided", "uafklaret"),
        zip(curve(at: 0.07, slope: 90), curve(at: 0.135, slope: 90)).map { .init($0.x, $1.y - $0.y) }),
    ], references: [.init(.x, 0.1, Words("target 10 %", "mål 10 %"))])

  static let powerCurve = CurveFigure(
    name: "power", title: Words("Power against calls per slot", "Styrke mod opkald pr. tidsrum"),
    caption: Words("10 % against 6 %.", "10 % mod 6 %."),
    x: .init(Words("Calls per slot", "Opkald pr. tidsrum"), .count),
    y: .init(Words("Power", "Styrke"), .percent, range: 0...1),
    series: [
      .init(
        Words("10 % against 6 %", "10 % mod 6 %"),
        stride(from: 25.0, through: 1500, by: 25).map { .init($0, $0 / ($0 + 180)) })
    ],
    references: [
      .init(.y, 0.8, Words("80 % power", "80 % styrke")), .init(.x, 420, Words("420 calls", "420 opkald")),
    ])
}
