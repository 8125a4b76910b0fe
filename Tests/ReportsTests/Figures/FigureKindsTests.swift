import SurveyDesign
import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

@Suite("Every kind of figure with odd numbers")
struct FigureKindsTests {
  private typealias Odd = FigureLayoutTests

  /// How many groups, and which of the odd names they have.
  static let cases: [(count: Int, names: Int)] = [(0, 0), (1, 3), (2, 5), (9, 1), (9, 4), (40, 3), (100, 0)]

  private func names(_ item: (count: Int, names: Int)) -> [String] {
    (0..<item.count).map { Odd.names[item.names]("\($0)") }
  }

  private func check(_ figure: any Figure, _ item: (count: Int, names: Int)) {
    FigureCheck(figure).run("\(figure.name), \(item.count) groups, names \(item.names)")
  }

  @Test("Dispositions", arguments: cases)
  func dispositions(item: (count: Int, names: Int)) {
    let slots = names(item).enumerated().map { index, name in
      let counts = Dictionary(
        uniqueKeysWithValues: Disposition.allCases.map {
          ($0, index % 3 == 0 ? 0 : ($0.ordinal * index) % 5 - 1)
        })
      return DispositionFigure.Slot(label: name, counts: counts)
    }
    check(DispositionFigure(slots: slots), item)
  }

  @Test("Patients' calls", arguments: cases)
  func patientCalls(item: (count: Int, names: Int)) {
    let slots = names(item).enumerated().map { index, name in
      PatientCallsFigure.Slot(
        label: name, answered: .init(value: Double(index) * 1.7),
        abandoned: .init(value: index == 1 ? .nan : 0.01), blocked: -1,
        off: .init(value: index == 2 ? .infinity : 0),
        meanWait: index % 3 == 1 ? nil : .init(value: Double(index * index), error: 1.5),
        hours: index == 3 ? 0 : 3)
    }
    check(PatientCallsFigure(slots: slots), item)
  }

  @Test("Coverage and verdicts", arguments: cases)
  func coverage(item: (count: Int, names: Int)) {
    let coverage = names(item).enumerated().map { index, name in
      CoverageFigure.Group(label: name, coverage: Odd.share(index), standardError: Odd.share(index + 1))
    }
    check(CoverageFigure(groups: coverage, replications: item.count), item)
    let verdicts = names(item).enumerated().map { index, name in
      VerdictFigure.Group(
        label: name, meets: .init(value: Odd.share(index) ?? 0),
        undecided: .init(value: Odd.share(index + 2)),
        fails: 0.004, truth: .init(value: Odd.share(index), error: 0.02))
    }
    check(VerdictFigure(groups: verdicts, target: 0.075, replications: item.count), item)
  }

  @Test("Groups", arguments: cases)
  func groups(item: (count: Int, names: Int)) {
    for centre in [0.004, 0.3, 0.9] {
      let groups = names(item).enumerated().map { index, name in
        let calls = 10 + index * index
        return FunnelFigure.Group(
          label: Words(name), calls: calls, unreached: index % 7, rate: Double(index % 7) / Double(calls),
          effectiveCalls: index % 3 == 0 ? Double(calls) / 1.7 : nil)
      }
      check(
        FunnelFigure(
          grouping: Words("municipality", "kommuner"), groups: groups, centre: centre,
          target: centre == 0.3 ? 0.1 : nil), item)
    }
  }

  @Test("Definitions", arguments: cases)
  func definitions(item: (count: Int, names: Int)) {
    let panels = (0..<3).map { panel in
      DefinitionsFigure.Panel(
        name: Words(Odd.names[(panel + 2) % 6]("x")),
        slots: names(item).enumerated().map { index, name in
          .init(
            label: name, calls: panel == 0 ? nil : index, unreached: 0, rate: Odd.share(index + panel),
            interval: Odd.interval(index + panel))
        })
    }
    check(DefinitionsFigure(panels: panels), item)
  }

  @Test("Comparisons", arguments: cases)
  func comparisons(item: (count: Int, names: Int)) {
    let figure = ComparisonFigure(
      name: "comparison", title: Words("t"), caption: Words("c"), rowTitle: Words("r"),
      rows: names(item).map { Words($0) },
      panels: [AxisFormat.percent, .number, .points, .count].enumerated().map { number, format in
        .init(
          title: Words(Odd.names[[0, 1, 3, 4][number]]("x")), axis: Words("axis"), key: "k\(number)",
          format: format,
          reference: number == 0 ? 0.1 : nil,
          marks: (0..<item.count).map { .init(Odd.share($0 + number), error: Odd.share($0 + 1)) })
      })
    check(figure, item)
  }

  @Test("Two waves", arguments: cases)
  func twoWaves(item: (count: Int, names: Int)) {
    let groups = names(item).enumerated().map { index, name in
      TwoWavesFigure.Group(
        label: name, baseline: .init(Odd.share(index), Odd.interval(index)),
        followUp: .init(Odd.share(index + 3), Odd.interval(index + 3)),
        change: .init(
          Odd.share(index).map { $0 - 0.5 }, index % 2 == 0 ? nil : ConfidenceInterval(lower: -1, upper: 1)))
    }
    check(TwoWavesFigure(groups: groups), item)
  }

  @Test("Sweeps of one to five measures", arguments: cases)
  func sweep(item: (count: Int, names: Int)) {
    for measures in [0, 1, 3, 5] where item.count < 100 {
      let list = (0..<measures).map { measure in
        SweepFigure.Measure(
          title: Words(Odd.names[(measure + 3) % 6]("x")), unit: Words("per 1,000 practice-days", "enheder"),
          format: measure % 2 == 0 ? .points : .number, baseline: Words("7"),
          changes: (0..<item.count).map { index in
            Odd.share(index).map {
              .init(difference: $0 - 0.3, pairedError: Odd.share(index + 1), unpairedError: nil)
            }
          })
      }
      check(SweepFigure(scenarios: names(item).map { Words($0) }, measures: list), item)
    }
  }

  @Test("Worlds, and what carries them", arguments: cases)
  func worlds(item: (count: Int, names: Int)) {
    let strips = names(item).enumerated().map { index, name in
      WorldsFigure.Strip(
        name: Words(name), nominal: .init(value: Odd.share(index), error: 0.03),
        low: Odd.share(index + 1) ?? 0, middle: 0.5,
        high: Odd.share(index + 2) ?? 1, limit: Odd.share(index + 3),
        holds: .init(value: Odd.share(index), error: 0.02))
    }
    for format in [AxisFormat.percent, .points] {
      check(WorldsFigure(name: "worlds", strips: strips, format: format, unit: Words("u")), item)
    }
    for parameters in [0, 1, 12] where item.count < 100 {
      let conclusions = names(item).enumerated().map { index, name in
        CarriersFigure.Conclusion(
          name: Words(name),
          parts: (0..<parameters).map { row in
            Odd.share(index + row).map { .init(total: $0 * 1.4, halfWidth: $0) }
          })
      }
      check(
        CarriersFigure(
          parameters: (0..<parameters).map { Words(Odd.names[item.names]("\($0)")) }, conclusions: conclusions
        ),
        item)
    }
  }

  @Test("Estimates", arguments: [0, 1, 2, 7, 1000])
  func estimates(count: Int) {
    let values = (0..<count).map { Double($0 * $0 % 53) / 53 } + (count > 1 ? [.nan, .infinity] : [])
    for calls in [nil, 53, 0, 1, Int.max] {
      for truth: Measured? in [nil, 0, 0.4, 1, Measured(value: .nan)] {
        let figure = EstimateDistributionFigure(
          label: "all", estimates: values, truth: truth, target: 0.1, calls: calls)
        FigureCheck(figure).run("\(count) estimates of \(calls ?? -1) calls")
      }
    }
    let same = EstimateDistributionFigure(label: "x", estimates: [Double](repeating: 0, count: count))
    FigureCheck(same).run("\(count) equal estimates")
  }

  @Test("Days: empty, crowded, after midnight, out of range", arguments: [0, 1, 30, 300])
  func days(count: Int) {
    let minute = 60_000
    for start in [0, 8 * 60, 24 * 60, -600, 1_000_000] {
      let times = (0..<count).map { (start + $0 * 2) * minute }
      let figure = PracticeDayFigure(
        practice: Odd.names[4](""), date: .first,
        staffing: times.prefix(12).map { .init(from: $0, answerers: 0, words: Words(Odd.names[3](""))) },
        talks: times.map { .init(from: $0, to: $0 + 7 * minute) },
        waits: times.map { .init(from: $0, to: $0 - minute) },
        moments: times.enumerated().map { index, time in
          .init(PracticeDayFigure.Ending.allCases[index % 5], at: time, isSurvey: index == 3)
        })
      FigureCheck(figure).run("\(count) calls from \(start)")
    }
  }
}
