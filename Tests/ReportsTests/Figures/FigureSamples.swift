import SurveyDesign
import SurveyStatistics
import TelephoneAccess

@testable import Drawing
@testable import Reports

/// Small figures of every kind, for golden files and to look at.
enum FigureSamples {
  /// The figures by name, in order.
  static let all: [(name: String, figure: any Figure)] = [
    ("rate-by-hour", rateByHour), ("rate-by-hour-survey", rateByHourOfSurvey),
    ("curve-verdict", verdictCurve), ("curve-power", powerCurve), ("dispositions", dispositions),
    ("patient-calls", patientCalls), ("estimates", estimates), ("coverage", coverage), ("verdicts", verdicts),
    ("groups", groups), ("definitions", definitions), ("two-waves", twoWaves), ("sweep", sweep),
    ("worlds", worlds),
    ("carriers", carriers),
    ("comparison", comparison),
    ("practice-day", practiceDay),
  ]

  static let hours = (8..<16).map { hour in
    func two(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }
    return "\(two(hour)):00-\(two(hour + 1)):00"
  }

  /// The README's survey: calls, not reached, Wilson interval, and the truth of the shipped scenario.
  static let hourly: [(calls: Int, unreached: Int, lower: Double, upper: Double, truth: Measured)] = [
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

  /// The exact chance of a verdict from 420 calls against a target of 10 %.
  private static func curve(_ verdict: Verdict) -> [CurveFigure.Place] {
    guard let rule = VerdictRule(trials: 420, target: 0.1) else { return [] }
    return (0...60).map { step in
      let share = Double(step) * 0.005
      return .init(share, rule.probability(of: verdict, atRate: share))
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
      .init(Words("meets", "opfyldt"), curve(.meets), verdict: .meets),
      .init(Words("fails", "ikke opfyldt"), curve(.fails), verdict: .fails),
      .init(Words("undecided", "uafklaret"), curve(.undecided), verdict: .undecided),
    ], references: [.init(.x, 0.1, Words("target 10 %", "mål 10 %"))])

  static let powerCurve = CurveFigure(
    name: "power", title: Words("Power against calls per slot", "Styrke mod opkald pr. tidsrum"),
    caption: Words(
      "10 % against 6 %, as many calls in both: two-sided pooled z test, 5 %.",
      "10 % mod 6 %, lige mange opkald i begge: tosidet samlet z-test, 5 %."),
    x: .init(Words("Calls per slot", "Opkald pr. tidsrum"), .count),
    y: .init(Words("Power", "Styrke"), .percent, range: 0...1),
    series: [
      .init(
        Words("10 % against 6 %", "10 % mod 6 %"),
        stride(from: 25.0, through: 1500, by: 25).compactMap { calls in
          TwoSharePlan.power(first: 0.1, second: 0.06, firstTrials: calls, secondTrials: calls)
            .map { .init(calls, $0) }
        })
    ],
    references: [
      .init(.y, 0.8, Words("80 % power", "80 % styrke")), .init(.x, 420, Words("420 calls", "420 opkald")),
    ])

  static let dispositions = DispositionFigure(
    slots: hours.enumerated().map { index, hour in
      let late = max(0, index - 3)
      let isFirst = index == 0
      let counts: [Disposition: Int] = [
        .answeredByDoctor: isFirst ? 20 : 4, .answeredByStaff: isFirst ? 22 : 40 - 8 * late,
        .forwardedAnswered: late, .acuteLineAnswered: late / 2, .referralMessage: 6 * late,
        .messageWithoutReferral: late / 2, .busy: isFirst ? 6 : 1, .noAnswer: 1 + late / 3,
        .holdLimit: isFirst ? 3 : 0, .callbackPromised: index == 2 ? 1 : 0, .notAttempted: index == 7 ? 2 : 0,
      ]
      return DispositionFigure.Slot(label: hour, counts: counts)
    })

  /// The shipped scenario's traffic.csv, rounded.
  static let patientCalls = PatientCallsFigure(
    slots: zip(hours, traffic).map { hour, row in
      PatientCallsFigure.Slot(
        label: hour, answered: row.answered, abandoned: row.abandoned, blocked: row.blocked, off: row.off,
        meanWait: row.wait)
    })

  private static let traffic:
    [(answered: Measured, abandoned: Measured, blocked: Measured, off: Measured, wait: Measured)] = [
      (22, 3.57, 12.84, 0, 71.8), (14.41, 2.05, 1.4, 0, 47.2), (11.11, 1.06, 0.34, 0, 27.2),
      (8.92, 0.63, 0.11, 0, 17.9), (1.22, 0.06, 0, 1.95, 13.7), (3.11, 0.2, 0.01, 1.34, 20.6),
      (2.19, 0.14, 0.01, 1.57, 18.3), (0.97, 0.05, 0, 1.36, 15.8),
    ]

  /// Counts out of 53 calls that are about binomial with a share of 0.1: enough to look at.
  static let estimates: EstimateDistributionFigure = {
    let surveys = [2, 9, 24, 45, 64, 70, 65, 50, 33, 19, 10, 5, 3, 0, 1]
    let values = surveys.enumerated().flatMap { unreached, count in
      [Double](repeating: Double(unreached) / 53, count: count)
    }
    return EstimateDistributionFigure(
      label: "15:00-16:00", estimates: values, truth: 0.1006, target: 0.1, calls: 53)
  }()

  static let coverage = CoverageFigure(
    groups: zip(hours, [0.9475, 0.95, 0.975, 0.9625, 0.96, 0.9425, 0.9675, 0.9525]).map { hour, coverage in
      .init(label: hour, coverage: coverage, standardError: 0.01)
    }, replications: 400)

  private static let chances: [(meets: Measured, undecided: Measured, fails: Measured, truth: Measured)] = [
    (0, 0.2075, 0.7925, 0.234), (0.03, 0.95, 0.02, 0.101), (0.115, 0.8825, 0.0025, 0.067),
    (0.2075, 0.79, 0.0025, 0.052), (0.11, 0.89, 0, 0.072), (0.21, 0.79, 0, 0.052), (0.08, 0.92, 0, 0.07),
    (0.02, 0.95, 0.03, 0.101),
  ]

  static let verdicts = VerdictFigure(
    groups: zip(hours, chances).map { hour, row in
      .init(label: hour, meets: row.meets, undecided: row.undecided, fails: row.fails, truth: row.truth)
    }, target: 0.1, replications: 400)

  private static let municipalities:
    [(name: String, calls: Int, unreached: Int, lower: Double, upper: Double)] = [
      ("Aarhus", 105, 13, 0.074, 0.200), ("Randers", 32, 2, 0.017, 0.202), ("Viborg", 31, 4, 0.051, 0.289),
      ("Silkeborg", 29, 1, 0.006, 0.172), ("Herning", 29, 3, 0.036, 0.264), ("Horsens", 28, 2, 0.020, 0.226),
      ("Ringkøbing-Skjern", 19, 2, 0.029, 0.314), ("Lemvig", 7, 0, 0, 0.354), ("Samsø", 1, 1, 0.207, 1),
    ]

  static let groups = FunnelFigure(
    grouping: Words("municipalities", "kommuner"),
    groups: municipalities.filter { $0.calls >= 10 }.map { row in
      .init(
        label: Words(row.name), calls: row.calls, unreached: row.unreached,
        rate: Double(row.unreached) / Double(row.calls))
    } + [.init(label: Words("Skive"), calls: 16, unreached: 6, rate: 6.0 / 16)], centre: 0.09, target: 0.1)

  static let definitions = DefinitionsFigure(
    panels: [
      .init(name: Words("The agreement’s rule", "Overenskomstens regel"), slots: rateByHour.slots),
      .init(
        name: Words("A person of the practice", "En person i praksis"),
        slots: rateByHour.slots.enumerated().map { index, slot in
          var slot = slot
          slot.rate = min(0.9, Double(index + 1) / 9)
          slot.interval = slot.rate.map {
            ConfidenceInterval(lower: max(0, $0 - 0.1), upper: min(1, $0 + 0.1))
          }
          return slot
        }),
    ])

  static let comparison = ComparisonFigure(
    name: "comparison", title: Words("Teams", "Hold"),
    caption: Words("Two standard errors.", "To standardfejl."),
    rowTitle: Words("Team", "Hold"), rows: (1...4).map { Words("\($0) interviewers", "\($0) interviewere") },
    panels: [
      .init(
        title: Words("Late calls", "Opkald for sent"), axis: Words("share of calls", "andel af opkald"),
        key: "late",
        format: .percent, reference: 0.05,
        marks: [
          .init(0.4, error: 0.01), .init(0.12, error: 0.01), .init(0.03, error: 0.004),
          .init(nil, error: nil),
        ]),
      .init(
        title: Words("Hours at work", "Arbejdstimer"), axis: Words("hours", "timer"), key: "hours",
        format: .number, marks: (1...4).map { .init(Double(20 + $0), error: 0.2) }),
    ])

  static let twoWaves = TwoWavesFigure(
    groups: zip(hours, hourly).enumerated().map { index, row in
      let rate = Double(row.1.unreached) / Double(row.1.calls)
      let shift = Double(index - 5) * 0.012
      return TwoWavesFigure.Group(
        label: row.0,
        baseline: .init(rate, ConfidenceInterval(lower: row.1.lower, upper: row.1.upper)),
        followUp: .init(
          rate + shift, ConfidenceInterval(lower: max(0, row.1.lower + shift), upper: row.1.upper + shift)),
        change: .init(shift, ConfidenceInterval(lower: shift - 0.11, upper: shift + 0.11)))
    })

  /// Shares by slot over worlds: the target is held in some, exceeded in all, and never exceeded.
  static let worlds = WorldsFigure(
    name: "worlds",
    strips: [
      .init(
        name: Words("8–9", "8–9"), nominal: 0.218, low: 0.061, middle: 0.16, high: 0.424, limit: 0.1,
        holds: 0.85),
      .init(
        name: Words("9–10", "9–10"), nominal: 0.102, low: 0.033, middle: 0.087, high: 0.201, limit: 0.1,
        holds: 0.31),
      .init(
        name: Words("All calls", "Alle opkald"), nominal: 0.087, low: 0.05, middle: 0.086, high: 0.14),
    ], format: .percent, unit: Words("Not reached", "Uden kontakt"))

  /// What three parameters carry of three conclusions.
  static let carriers = CarriersFigure(
    parameters: [
      Words("Who answers when, and how many", "Hvem svarer hvornår, og hvor mange"),
      Words("Share of the day’s calls by slot", "Dagens opkald fordelt på tidsrum"),
      Words("All others together", "Alle andre tilsammen"),
    ],
    conclusions: [
      .init(
        name: Words("8–9", "8–9"),
        parts: [.init(total: 0.27, halfWidth: 0.11), .init(total: 0.43, halfWidth: 0.15), nil]),
      .init(
        name: Words("9–10", "9–10"),
        parts: [.init(total: 0.95, halfWidth: 0.2), nil, .init(total: 0.3, halfWidth: 0.1)]),
      .init(name: Words("All calls", "Alle opkald"), parts: [nil, nil, nil]),
    ])

  /// The README's sweep.
  static let sweep: SweepFigure = {
    let rows: [(Words, Double, Double, Double, Double, Double)] = [
      (
        Words("every practice had an acute line", "alle praksis havde en akutlinje"), -8.34, 0.01, -2.69,
        0.01, -47.7
      ),
      (
        Words("every message named a substitute", "alle beskeder nævnte en stedfortræder"), -8.39, 0.03,
        -2.65, 0.01,
        -32.5
      ),
      (Words("one more answered from 8 to 9", "én mere tog telefonen 8–9"), -0.01, 0, -1.96, 0.01, -82),
      (Words("lunch was staggered", "frokosten var forskudt"), 0, 0, -0.07, 0, 2.5),
    ]
    func shares(_ title: Words, _ baseline: String, _ values: [(Double, Double)]) -> SweepFigure.Measure {
      .init(
        title: title, unit: Words("percentage points", "procentpoint"), format: .points,
        baseline: Words(baseline),
        changes: values.map { .init(difference: $0.0 / 100, pairedError: $0.1 / 100, unpairedError: 0.0004) })
    }
    return SweepFigure(
      scenarios: rows.map(\.0),
      measures: [
        shares(Words("not reached, 15–16", "ikke kontakt, 15–16"), "10.1 %", rows.map { ($0.1, $0.2) }),
        shares(Words("not reached, all day", "ikke kontakt, hele dagen"), "9.4 %", rows.map { ($0.3, $0.4) }),
        .init(
          title: Words("to the out-of-hours service", "til lægevagten"),
          unit: Words("per 1,000 practice-days", "pr. 1.000 praksisdage"), format: .number,
          baseline: Words("267"),
          changes: rows.map { .init(difference: $0.5, pairedError: 0.7, unpairedError: 4) }),
      ])
  }()

  /// A day made up by rule: a burst at eight, a queue, a lunch, an afternoon with a message.
  static let practiceDay: PracticeDayFigure = {
    let minute = 60_000
    var events: [TraceEvent] = []
    func add(_ time: Int, _ caller: UInt64, _ kind: TraceEvent.Kind) {
      events.append(TraceEvent(time: time, practice: 0, caller: caller, kind: kind))
    }
    add(480 * minute, 0, .timetable(.staffed(answerers: 2, by: .doctor)))
    add(540 * minute, 0, .timetable(.staffed(answerers: 1, by: .staff)))
    add(720 * minute, 0, .timetable(.off(.referralMessage)))
    add(780 * minute, 0, .timetable(.staffed(answerers: 1, by: .staff)))
    add(900 * minute, 0, .timetable(.off(.messageToOutOfHours)))
    for call in 0..<40 {
      let (caller, crowd) = (UInt64(call + 1), max(0, 10 - call / 2))
      let time = (480 + call * call / 4 + call) * minute
      add(time, caller, .calls(by: call == 23 ? .survey : .patient, redials: 0, inSystem: crowd))
      if (720..<780).contains(time / minute) || time >= 900 * minute {
        add(time, caller, .meetsOff(.referralMessage))
      } else if call % 9 == 4 {
        add(time, caller, .busyTone)
      } else if call % 7 == 3 {
        add(time + crowd * minute, caller, .hangsUp(wait: crowd * minute))
      } else {
        let answered = time + crowd * minute / 2
        add(
          answered, caller,
          .answered(by: .staff, wait: answered - time, until: answered + (2 + call % 3) * minute))
      }
    }
    return PracticeDayFigure(
      events: events, practice: "P002", date: CalendarDate(year: 2015, month: 4, day: 16))
  }()
}
