import SurveyDesign
import SurveyStatistics
import TelephoneAccess
import Testing

@testable import Drawing
@testable import Reports

/// Expected values by hand.
@Suite("The numbers behind the figures")
struct FigureNumbersTests {
  @Test("Bins of a grain are centred on the values that can occur")
  func grain() {
    // Shares of 10 calls: 0.1, 0.1, 0.2, 0.4. Four bins suffice, of one grain each, from 0.05 on.
    let histogram = Histogram(of: [0.1, 0.2, 0.4, 0.1], grain: 0.1)
    #expect(histogram.counts == [2, 1, 0, 1])
    #expect((histogram.start - 0.05).magnitude < 1e-12)
    #expect((histogram.edges(3).upperBound - 0.45).magnitude < 1e-12)
  }

  @Test("Every finite value is counted once")
  func counted() {
    let finite: [Double] = (0..<997).map { Double($0 * $0 % 1009) / 1009 }
    let values: [Double] = finite + [.nan, -.infinity]
    for grain in [nil, 1.0 / 53, 1e-30] {
      #expect(Histogram(of: values, grain: grain).counts.reduce(0, +) == 997)
    }
    #expect(Histogram(of: []).counts.isEmpty)
    #expect(Histogram(of: [0.3, 0.3]).counts.reduce(0, +) == 2)
  }

  @Test("Bars of estimates lie between 0 and 100 %, also those that are centred on an end")
  func endsOfShares() throws {
    // Shares of 8 calls: bars are 12.5 points wide, and those on 0 and 1 have half of that.
    let figure = EstimateDistributionFigure(
      label: "all", estimates: [Double](repeating: 0, count: 250) + [0.125, 0.875, 1], truth: 0.1,
      target: 0.1, calls: 8)
    let rows = figure.dataTable(language: .english).rows.map { $0[0] }
    #expect(rows.first == "0.0–6.3\u{A0}%")
    #expect(rows.last == "93.8–100.0\u{A0}%")
    for width in FigureWidth.allCases {
      let drawing = figure.drawing(language: .english, width: width)
      let texts = drawing.labels.map(\.text)
      #expect(texts.contains("0\u{A0}%") && texts.contains("100\u{A0}%"))
      let bars = drawing.markup.description.matches(of: #/<rect [^>]*x="([-0-9.]+)"[^>]*width="([0-9.]+)"/#)
        .compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } } }
      // The plot begins at 0 % and ends at 100 %.
      let ticks = drawing.labels.filter { ["0\u{A0}%", "100\u{A0}%"].contains($0.text) }
      let ends = try ticks.map { try #require(Optional(($0.box.x + $0.box.right) / 2)) }
      let (start, end) = (try #require(ends.min()), try #require(ends.max()))
      #expect(bars.count == 4)
      #expect(bars.allSatisfy { start - 1 <= $0.0 && $0.0 + $0.1 <= end + 1 }, "\(bars) in \(start)–\(end)")
    }
  }

  @Test("Grey is explained where a referral or a callback without answer is drawn")
  func grey() {
    for (disposition, isGrey) in [
      (Disposition.callbackPromised, true), (.referralUnanswered, true), (.busy, false),
    ] {
      let figure = DispositionFigure(
        slots: [.init(label: "08:00-09:00", counts: [.answeredByStaff: 9, disposition: 1])])
      #expect(figure.caption(language: .english).contains("Grey") == isGrey)
      #expect(figure.caption(language: .danish).contains("Grå") == isGrey)
    }
  }

  @Test(
    "The sample of verdicts is exact: SciPy's binom.cdf(31, 420, p) and binom.sf(52, 420, p)",
    arguments: [("0", "100.0", "0.0", "0.0"), ("7.5", "51.1", "0.0", "48.9"), ("15", "0.0", "92.7", "7.3")])
  func verdictSample(share: String, meets: String, fails: String, undecided: String) {
    let rows = FigureSamples.verdictCurve.dataTable(language: .english).rows
    let row = rows.first { ["\(share)\u{A0}%", "\(share).0\u{A0}%"].contains($0[0]) }
    #expect(row.map { $0.dropFirst() } == ["\(meets)\u{A0}%", "\(fails)\u{A0}%", "\(undecided)\u{A0}%"])
  }

  @Test("A trace becomes talks, waits and endings; probes leave no mark")
  func trace() throws {
    let second = 1000
    func event(_ time: Int, _ caller: UInt64, _ kind: TraceEvent.Kind) -> TraceEvent {
      TraceEvent(time: time * second, practice: 0, caller: caller, kind: kind)
    }
    let figure = PracticeDayFigure(
      events: [
        event(0, 0, .day(index: 1)), event(28_800, 0, .timetable(.staffed(answerers: 1, by: .staff))),
        event(28_810, 1, .calls(by: .patient, redials: 0, inSystem: 0)),
        event(28_810, 1, .answered(by: .staff, wait: 0, until: 28_900 * second)),
        event(28_820, 2, .calls(by: .survey, redials: 0, inSystem: 1)),
        event(28_820, 2, .queues(inSystem: 1)),
        event(28_830, 3, .calls(by: .probe, redials: 0, inSystem: 2)), event(28_830, 3, .busyTone),
        event(28_840, 4, .calls(by: .urgent, redials: 0, inSystem: 2)),
        event(28_840, 4, .acuteLineAnswered(wait: 5 * second)),
        event(28_850, 2, .hangsUp(wait: 30 * second)),
        event(43_200, 0, .timetable(.off(.ringsOut))),
        event(43_210, 5, .calls(by: .patient, redials: 0, inSystem: 0)),
        event(43_210, 5, .meetsOff(.ringsOut)),
      ], practice: "P", date: nil)
    #expect(figure.staffing.map(\.answerers) == [1, 0])
    #expect(figure.talks == [.init(from: 28_810 * second, to: 28_900 * second)])
    #expect(figure.waits.filter { $0.from < $0.to } == [.init(from: 28_820 * second, to: 28_850 * second)])
    #expect(
      figure.moments == [
        .init(.answered, at: 28_810 * second), .init(.acuteLine, at: 28_840 * second),
        .init(.gaveUp, at: 28_850 * second, isSurvey: true), .init(.off, at: 43_210 * second),
      ])
    // 8 to 13: the last call comes at 12:00:10.
    #expect(figure.hours == 8..<13)
    #expect(figure.dataTable(language: .danish).rows.first == ["8–9", "1", "1", "1", "0", "0"])
  }

  @Test("Tables hold what the picture shows, in the reader's numbers")
  func tables() {
    let rates = FigureSamples.rateByHour.dataTable(language: .danish)
    #expect(rates.header.last == "Sand andel")
    #expect(rates.rows[0] == ["8–9", "53", "7", "13,2\u{A0}%", "6,5–24,8\u{A0}%", "23,4\u{A0}%"])
    let sweep = FigureSamples.sweep.dataTable(language: .english)
    #expect(sweep.rows[0].prefix(3) == ["every practice had an acute line", "−8.34", "0.01"])
    let waves = FigureSamples.twoWaves.dataTable(language: .english)
    #expect(waves.rows[0].suffix(2) == ["−6.0", "−17.0 to +5.0"])
    let curve = FigureSamples.powerCurve.dataTable(language: .danish)
    #expect(curve.header == ["Opkald pr. tidsrum", "10 % mod 6 %"])
    // SciPy: norm.cdf((0.04 * sqrt(n) - norm.ppf(.975) * sqrt(2 * .08 * .92)) / sqrt(.1 * .9 + .06 * .94)), n = 1000.
    #expect(curve.rows.first { $0[0] == "1.000" } == ["1.000", "91,0\u{A0}%"])
  }

  @Test(
    "The numbers are a file, too: fractions with a point, an interval in two columns, nothing where there is nothing"
  )
  func csv() {
    let figure = RateByHourFigure(
      slots: [
        .init(
          label: "08:00-09:00", calls: 53, unreached: 7, rate: 0.125,
          interval: ConfidenceInterval(lower: 0.0625, upper: 0.25)),
        .init(label: "09:00-10:00", calls: 3, unreached: 1, rate: nil, interval: nil),
      ])
    for language in ReportLanguage.allCases {
      #expect(
        String(decoding: figure.dataTable(language: language).csv, as: UTF8.self)
          == "slot,calls,unreached,rate,lower,upper\n08:00-09:00,53,7,0.125,0.0625,0.25\n09:00-10:00,3,1,,,\n"
      )
    }
  }

  @Test(
    "What was simulated has its error beside it: in the table, in the file, at the mark, and at most in the caption"
  )
  func measured() {
    // With 10 of 20 attempts answered, s = 1/2: (½ · 0.1 + ½ · (0.2 + 0.1 + 0)) ÷ 20 = 0.01.
    let figure = PatientCallsFigure(slots: [
      .init(
        label: "08:00-09:00", answered: .init(value: 10, error: 0.1), abandoned: .init(value: 6, error: 0.2),
        blocked: .init(value: 4, error: 0.1), off: .init(value: 0, error: 0),
        meanWait: .init(value: 81, error: 0.2)),
      .init(label: "09:00-10:00", answered: 9, abandoned: 1, blocked: 0, off: 0, meanWait: nil),
    ])
    #expect(figure.worst?.share.value == 0.5 && abs((figure.worst?.share.error ?? 0) - 0.01) < 1e-12)
    let table = figure.dataTable(language: .danish)
    #expect(
      table.rows[0] == [
        "8–9", "10,00\u{A0}±\u{A0}0,10", "6,00\u{A0}±\u{A0}0,20", "4,00\u{A0}±\u{A0}0,10",
        "0,00\u{A0}±\u{A0}0,00",
        "1\u{A0}min.\u{A0}21\u{A0}sek.\u{A0}±\u{A0}<1\u{A0}sek.",
      ])
    #expect(
      String(decoding: table.csv, as: UTF8.self).hasSuffix(
        "\n08:00-09:00,10,0.1,6,0.2,4,0.1,0,0,81,0.2\n09:00-10:00,9,,1,,0,,0,,,\n"))
    for language in ReportLanguage.allCases {
      let svg = figure.drawing(language: language, width: .wide).markup.description
      #expect(svg.contains(language == .danish ? "10,0\u{A0}±\u{A0}0,1" : "10.0\u{A0}±\u{A0}0.1"))
      #expect(
        figure.caption(language: language).contains(
          language == .danish ? "højst 0,20 opkald og 0,2 sekunder" : "at most 0.20 calls, and 0.2 seconds"))
    }
  }

  @Test(
    "Whoever points at a mark reads its value, its interval and of how many calls",
    arguments: FigureWidth.allCases)
  func titles(width: FigureWidth) {
    let markup = FigureSamples.rateByHour.drawing(language: .danish, width: width).markup.description
    #expect(
      markup.contains(
        "<title>8–9: 13,2\u{A0}% (6,5–24,8\u{A0}%), 7 af 53 opkald, sand andel 23,4\u{A0}%</title>"))
    for sample in FigureSamples.all {
      #expect(sample.figure.drawing(language: .danish, width: width).markup.description.contains("<title>"))
    }
  }

  @Test("A number beside a mark near the target does not stand on the target's line")
  func numbersOnTheTarget() throws {
    let figure = RateByHourFigure(
      slots: [0.1, 0.098, 0.104].map { .init(label: "", rate: $0, interval: .init(lower: 0, upper: 0.3)) },
      target: 0.1)
    let drawing = figure.drawing(language: .english, width: .wide)
    let line = try #require(
      drawing.markup.description.firstMatch(of: #/s-vermillion dash" x1="[^"]*" y1="([0-9.]+)"/#))
    let y = try #require(Double(line.1))
    for text in ["10.0", "9.8", "10.4"] {
      let box = try #require(drawing.labels.first { $0.text == text }?.box)
      #expect(box.bottom < y || box.y > y, "\(text)")
    }
  }

  @Test("Beside more than twelve rows the axis stands above them, too")
  func longAxis() {
    func ticks(_ rows: Int) -> Int {
      SweepFigure(
        scenarios: (0..<rows).map { Words("\($0)") },
        measures: [
          .init(
            title: Words("t"), unit: Words("u"), format: .points, baseline: Words("b"),
            changes: (0..<rows).map { .init(difference: $0 == 0 ? 0.1 : 0, pairedError: 0) })
        ]
      ).drawing(language: .english, width: .wide).labels.count { $0.text == "+10" }
    }
    #expect(ticks(12) == 1 && ticks(13) == 2)
  }

  @Test("A halo is an element of its own below the letters, hidden from screen readers")
  func halo() throws {
    var drawing = Canvas(width: 100)
    drawing.text("9.4", x: 10, y: 20, .note, halo: true)
    let texts = drawing.markup.description.matches(of: #/<text class="([^"]*)"[^>]*>/#).map { String($0.1) }
    #expect(texts == ["note halo", "note f-ink"])
    #expect(drawing.markup.description.contains("aria-hidden=\"true\">9.4</text>"))
    #expect(drawing.labels.count == 1 && !FigureStyle.page.contains("paint-order"))
  }

  @Test("The operating characteristic of more calls has a finer grid, and its table is no longer for that")
  func grid() throws {
    func curve(_ calls: Int) throws -> CurveFigure {
      let rule = try #require(VerdictRule(trials: calls, target: 0.1))
      return ReportComposer(Report(source: "s"), language: .english).operatingCharacteristic(rule)
    }
    let (few, many) = (try curve(52), try curve(4000))
    #expect(few.series[0].places.count == 61 && many.series[0].places.count > 300)
    for figure in [few, many] {
      let table = figure.dataTable(language: .english)
      #expect((20...31).contains(table.rows.count) && table.cells.count == figure.series[0].places.count)
    }
    // No step is longer than half a standard deviation of the estimate at the target, and so no corner shows.
    let step = many.series[0].places[1].x
    #expect(step <= (0.1 * 0.9 / 4000).squareRoot() / 2)
  }

  @Test("A slot's calls stand below its name, on a phone too, and the last slot is never left out")
  func counts() {
    for width in FigureWidth.allCases {
      let texts = FigureSamples.rateByHour.drawing(language: .english, width: width).labels.map(\.text)
      #expect(texts.contains("7/53") && texts.contains("5/52"))
    }
    let many = RateByHourFigure(
      slots: (0..<40).map { .init(label: "slot number \($0)", rate: 0.1, interval: nil) })
    let names = many.drawing(language: .english, width: .narrow).labels.map(\.text)
    #expect(
      names.contains {
        $0.hasPrefix("slot number 39") || $0.hasPrefix("slot nu") && $0 == names.last { $0.hasPrefix("slot") }
      })
  }

  @Test("A bold line stands between reached and not reached, and a slot with few calls has no bar")
  func divider() {
    func bars(_ leastCalls: Int) -> String {
      DispositionFigure(
        slots: [.init(label: "08:00-09:00", counts: [.answeredByStaff: 6, .busy: 2])], leastCalls: leastCalls
      ).drawing(language: .danish, width: .wide).markup.description
    }
    #expect(bars(1).contains("line bold s-ink") && bars(1).contains("8–9: optaget 25,0\u{A0}%"))
    #expect(!bars(10).contains("line bold") && bars(10).contains("for få opkald"))
  }

  @Test("A slot of three hours is drawn by the hour")
  func perHour() {
    func height(_ slot: PatientCallsFigure.Slot) -> [Substring] {
      let drawing = PatientCallsFigure(slots: [slot]).drawing(language: .english, width: .wide)
      return drawing.markup.description.split(separator: "\n").filter { $0.contains("<rect") }
    }
    let long = PatientCallsFigure.Slot(
      label: "9-12", answered: 30, abandoned: 0, blocked: 0, off: 3, meanWait: nil, hours: 3)
    let short = PatientCallsFigure.Slot(
      label: "9-12", answered: 10, abandoned: 0, blocked: 0, off: 1, meanWait: nil)
    #expect(height(long) == height(short))
    #expect(height(long).count >= 2)
  }

  @Test("The names of curves stand clear of the curves")
  func curveNames() {
    let figure = FigureSamples.verdictCurve
    for language in ReportLanguage.allCases {
      let drawing = figure.drawing(language: language, width: .wide)
      let names = figure.series.map { $0.name(language) }
      #expect(drawing.labels.filter { names.contains($0.text) }.count == 3)
    }
    let flat = [Point(x: 0, y: 50), Point(x: 100, y: 50)]
    let labels = CurveLabels(curves: [flat], area: Box(x: 0, y: 0, width: 100, height: 100))
    let place = labels.places(for: [(40, 12)], avoiding: [])?.first
    #expect(place.map { $0.bottom <= 46 || $0.y >= 54 } == true)
    #expect(labels.places(for: [(140, 12)], avoiding: []) == nil)
    // A name that may stand anywhere along the curve keeps off the line that crosses it in the middle.
    let line = Box(x: 50, y: 0, width: 0, height: 100)
    let aside = CurveLabels(curves: [flat], area: Box(x: 0, y: 0, width: 100, height: 100), lines: [line])
    let clear = aside.places(for: [(40, 12)], avoiding: [])?.first
    #expect(clear.map { $0.right <= 50 || $0.x >= 50 } == true)
    #expect(!aside.isClear(Box(x: 40, y: 10, width: 20, height: 10)))
    #expect(aside.isClear(Box(x: 40, y: 10, width: 20, height: 10), of: line))
  }
}
