import Scenarios
import SurveyDesign
import SurveyStatistics
import TelephoneAccess
import Testing

@testable import Studies
@testable import Surveys

@Suite("What a survey is worth")
struct DiagnosisTests {
  private static func moments(_ values: Double...) -> RunningMoments {
    var moments = RunningMoments()
    for value in values { moments.add(value) }
    return moments
  }

  @Test(
    "A verdict is false when the truth contradicts what it says",
    arguments: [
      // "meets" says below the target, "fails" says above it; at the target both are wrong.
      (0.05, [Verdict.fails]), (0.10, [.meets, .fails]), (0.15, [.meets]),
    ])
  func falseVerdicts(truth: Double, verdicts: [Verdict]) {
    #expect(Diagnosis.falseVerdicts(truth: truth, target: 0.10) == verdicts)
  }

  @Test("Spread and its errors, by hand")
  func spread() throws {
    // 0, 0.5, 1: standard deviation 0.5. Its error as for normal numbers: 0.5 / √(2 · 2) = 0.25. With a bias of 0.5 the mean
    // square is 0.5; its error √(2 · 0.0625 / 2 + 4 · 0.25 · 0.25 / 3) = √(0.0625 + 0.083333) = 0.381881; that of the root is
    // 0.381881 / (2 · √0.5) = 0.270031.
    let spread = try #require(DiagnosisRow.Spread(Self.moments(0, 0.5, 1), bias: 0.5))
    #expect(spread.standardDeviation == MonteCarloMean(value: 0.5, standardError: 0.25))
    #expect(abs(spread.rootMeanSquareError.value - 0.707107) < 1e-6)
    #expect(abs(try #require(spread.rootMeanSquareError.standardError) - 0.270031) < 1e-6)
    #expect(DiagnosisRow.Spread(Self.moments(0.5), bias: 0) == nil)
    #expect(DiagnosisRow.Spread(Self.moments(0.5, 0.5), bias: 0)?.rootMeanSquareError.standardError == 0)
  }

  @Test("A row, from three replications worked out by hand")
  func row() throws {
    var diagnosis = Diagnosis(definitions: 1, targets: [0.5])
    for (rate, truth, verdict) in [(0.2, 0.3, Verdict.meets), (0.4, 0.3, .undecided), (0.9, 0.6, .fails)] {
      let interval = ConfidenceInterval(lower: rate - 0.1, upper: rate + 0.1)
      var estimate = RateEstimate(calls: 10, unreached: 0, invalid: 0)
      estimate.rate = rate
      estimate.interval = interval
      let probes = ProbeCount(underProtocol: [10, Int32(truth * 10)])
      diagnosis.add(
        ReplicateFacts(
          estimates: [[estimate]], verdicts: [[verdict]], probes: [[probes]],
          timeliness: [CallTimeliness(calls: 10, late: 2, notAttempted: 1)], traffic: [], waits: [],
          practiceDays: 1,
          interviewerTime: 1_800_000, daysUsed: 2))
    }
    // Mean estimate 0.5, truth 0.4. Only 0.4 ± 0.1 covers 0.4. The truth is below 0.5, so "fails" is false: 1 of 3.
    // Differences −0.1, 0.1, 0.3: mean 0.1, standard deviation 0.2, standard error 0.2 / √3.
    let row = try #require(
      diagnosis.row(
        definition: 0, group: 0, truth: MonteCarloMean(value: 0.4, standardError: 0.1), protocolEffect: nil))
    #expect(row.replications == 3)
    #expect(abs(row.meanEstimate - 0.5) < 1e-9)
    #expect(abs(row.bias - 0.1) < 1e-9)
    let biasError = try #require(row.biasStandardError)
    #expect(abs(biasError - 0.2 / 3.0.squareRoot()) < 1e-9)
    #expect(row.coverage == .share(of: 1, among: 3))
    #expect(row.width.map { abs($0.value - 0.2) < 1e-9 } == true)
    #expect(
      [row.meets, row.undecided, row.fails, row.falseVerdict]
        == .init(repeating: .share(of: 1, among: 3), count: 4))
    #expect(row.late.map { abs($0.value - 0.2) < 1e-9 } == true)
    #expect(row.notAttempted.map { abs($0.value - 0.1) < 1e-9 } == true)
    #expect(diagnosis.interviewerHours.mean == 0.5)
    #expect(diagnosis.daysUsed.mean == 2)
  }

  @Test("Calls a minute late are late, those never dialled are not attempted")
  func timeliness() throws {
    var timeliness = CallTimeliness()
    let dialled: [Int?] = [1000, 60_999, 61_000, nil]
    for time in dialled { timeliness.add(due: 1000, dialled: time) }
    #expect(timeliness == CallTimeliness(calls: 4, late: 1, notAttempted: 1))
  }

  @Test("Wilson's interval for 52 calls covers as often as the binomial distribution says")
  func wilsonCoverage() async throws {
    // 52 practices that differ in nothing, each rung once in one slot: 52 independent calls with the same probability.
    // The queue is M/M/1 from 8, and an interviewer gives up after 4 minutes.
    var document = try ScenarioDocument(
      parsing: """
        {
          "name": "alike", "seed": 52,
          "practices": { "municipalities": { "A": 52 }, "gps": { "1": 52 } },
          "telephone": {
            "opens": "08:00", "closes": "09:00",
            "staffing": [{ "from": "08:00", "to": "09:00", "answered_by": "staff", "answerers": 1 }],
            "queue_share": 1, "queue_lines": { "beyond_answerers": null }, "acute_line_share": 0
          },
          "patients": {
            "calls_per_hour": { "08:00-09:00": 18 }, "weekday_index": [1, 1, 1, 1, 1], "busyness_cv": 0,
            "talk_with_staff": { "distribution": "exponential", "mean_seconds": 180 },
            "urgent_share": 0, "balking_share": 0, "patience": { "distribution": "never" }
          },
          "survey": {
            "days": ["2015-04-14"], "slots": ["08:00-09:00"], "interviewers": 52, "hold_limit_seconds": 240,
            "talk": { "distribution": "constant", "seconds": 0 },
            "wrap_up": { "distribution": "constant", "seconds": 0 }
          }
        }
        """, file: "alike.json")
    try document.set("survey.confidence=0.95")
    let study = try Study(try document.scenario())
    let result = try await StudyResultTests.result(study, 0..<500, jobs: 2)
    let row = try #require(result.summary(definition: 0, group: 0))
    #expect(row.truth.value > 0.1 && row.truth.value < 0.5)

    // Errors of less than 4.5 standard errors: a right program fails one of these in fewer than 30,000 seeds.
    let allowed = 4.5
    let coverage = try #require(row.coverage)
    let exact = Coverage.exact(trials: 52, rate: row.truth.value)
    let error = (exact * (1 - exact) / 500).squareRoot()
    #expect(abs(coverage.value - exact) < allowed * error, "\(coverage) against \(exact)")
    let spread = try #require(row.standardDeviation)
    let binomial = (row.truth.value * (1 - row.truth.value) / 52).squareRoot()
    let spreadError = try #require(spread.standardError)
    #expect(abs(spread.value - binomial) < allowed * spreadError, "\(spread) against \(binomial)")
    let biasError = try #require(row.biasStandardError)
    #expect(abs(row.bias) < allowed * biasError)
  }
}

/// How often Wilson's interval covers, summed over everything that can come out.
private enum Coverage {
  static func exact(trials: Int, rate: Double) -> Double {
    // Wilson (1927): |p̂ − p| ≤ z √(p(1 − p)/n); z for 95 % is qnorm(0.975) in R.
    let z = 1.959963984540054
    let reach = z * (rate * (1 - rate) / Double(trials)).squareRoot()
    var probability = 0.0
    var term = Array(repeating: 1 - rate, count: trials).reduce(1, *)
    for unreached in 0...trials {
      if abs(Double(unreached) / Double(trials) - rate) <= reach { probability += term }
      term *= Double(trials - unreached) / Double(unreached + 1) * rate / (1 - rate)
    }
    return probability
  }
}
