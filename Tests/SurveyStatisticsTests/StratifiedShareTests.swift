import Testing

@testable import SurveyStatistics

@Suite("The score test over strata")
struct StratifiedShareTests {
  /// A survey, and what Reference/stratified_score.py says of it: the share, its 95 % interval, and p of meeting and of failing the target.
  struct Case: Sendable, CustomTestStringConvertible {
    var weights: [Double]
    var successes: [Double]
    var trials: [Double]
    var target: Double
    var expected: (share: Double, lower: Double, upper: Double, meets: Double, fails: Double)
    var testDescription: String { "\(successes) of \(trials)" }

    func share() throws -> StratifiedShare {
      let strata = weights.indices.map {
        StratifiedShare.Stratum(
          weight: weights[$0], share: successes[$0] / trials[$0], trials: trials[$0])
      }
      return try #require(
        StratifiedShare(strata: strata, degreesOfFreedom: Int(trials.reduce(0, +)) - trials.count))
    }
  }

  // python3 Tests/SurveyStatisticsTests/Reference/stratified_score.py, SciPy 1.17.
  private static let cases = [
    Case(
      weights: [105, 32, 31], successes: [3, 0, 1], trials: [10, 4, 5], target: 0.10,
      expected: (
        0.2244047619047619, 0.06274590218831318, 0.46918657525985025, 0.9561417140497485, 0.12574043474980592
      )),
    Case(
      weights: [3, 2, 1], successes: [0, 0, 0], trials: [12, 9, 4], target: 0.10,
      expected: (0, 0, 0.13260191195301202, 0.11235696243717752, 0.9847919630589033)),
    Case(
      weights: [105, 32, 31, 29, 16, 7], successes: [2, 1, 0, 4, 1, 0], trials: [20, 20, 20, 20, 9, 2],
      target: 0.05,
      expected: (
        0.08944444444444444, 0.03709790914970649, 0.18899878339292314, 0.9441884266305405, 0.11794608534205198
      )),
    Case(
      weights: [1, 1], successes: [9, 7], trials: [10, 7], target: 0.80,
      expected: (0.95, 0.7170150369572414, 0.9989477417053324, 0.9678866464839435, 0.12888533910457045)),
  ]

  @Test("Share, interval and p-values as SciPy finds them from the definition", arguments: cases)
  func oracle(of survey: Case) throws {
    let share = try survey.share()
    #expect(abs(share.value - survey.expected.share) < 1e-12)
    let interval = try #require(share.interval())
    #expect(abs(interval.lower - survey.expected.lower) < 1e-8)
    #expect(abs(interval.upper - survey.expected.upper) < 1e-8)
    #expect(abs(share.pValue(target: survey.target, isBelow: true) - survey.expected.meets) < 1e-8)
    #expect(abs(share.pValue(target: survey.target, isBelow: false) - survey.expected.fails) < 1e-8)
  }

  @Test("Tests are a little more cautious than the interval", arguments: cases)
  func caution(of survey: Case) throws {
    let share = try survey.share()
    for confidence in [0.5, 0.9, 0.95, 0.99] {
      let interval = try #require(share.interval(confidence: confidence))
      let tail = (1 - confidence) / 2
      if interval.lower > 0 { #expect(share.pValue(target: interval.lower, isBelow: false) > tail) }
      if interval.upper < 1 { #expect(share.pValue(target: interval.upper, isBelow: true) > tail) }
      #expect(interval.lower <= share.value && share.value <= interval.upper)
    }
  }

  @Test("What was drawn whole is known, and of the rest the finite population correction takes some off")
  func snapshot() throws {
    let plain = StratifiedShare.Stratum(weight: 20, share: 0.25, trials: 8)
    func interval(_ undrawn: Double, _ other: Double) throws -> ConfidenceInterval {
      let strata = [
        StratifiedShare.Stratum(weight: 20, share: 0.25, trials: 8, undrawn: undrawn),
        StratifiedShare.Stratum(weight: 10, share: 0.5, trials: 6, undrawn: other),
      ]
      return try #require(
        StratifiedShare(strata: strata, degreesOfFreedom: 12)?.interval())
    }
    #expect(try interval(0, 0) == ConfidenceInterval(lower: 1.0 / 3, upper: 1.0 / 3))
    #expect(try interval(0.6, 0.4).width < (try interval(1, 1)).width)
    // The known stratum moves the bounds of the other, which has the t of 12 degrees.
    let alone = try #require(
      StratifiedShare(strata: [plain], degreesOfFreedom: 12)?.interval())
    let known = try interval(1, 0)
    #expect(abs(known.lower - (alone.lower * 2 / 3 + 0.5 / 3)) < 1e-9)
    #expect(abs(known.upper - (alone.upper * 2 / 3 + 0.5 / 3)) < 1e-9)
    #expect(
      StratifiedShare(strata: [.init(weight: 1, share: 0.5, trials: 3, undrawn: 1.1)], degreesOfFreedom: 2)
        == nil)
  }

  @Test("Successes and failures change places, and the scale of the weights says nothing", arguments: cases)
  func symmetry(of survey: Case) throws {
    var mirrored = survey
    mirrored.successes = zip(survey.trials, survey.successes).map { $0 - $1 }
    mirrored.weights = survey.weights.map { $0 * 1000 }
    let here = try #require(try survey.share().interval())
    let there = try #require(try mirrored.share().interval())
    #expect(abs(here.lower - (1 - there.upper)) < 1e-9)
    #expect(abs(here.upper - (1 - there.lower)) < 1e-9)
  }

  @Test("Nothing, and nothing but, unreached leaves room on one side; impossible strata are none")
  func edges() throws {
    func share(_ value: Double, trials: Double = 4, weight: Double = 1, degrees: Int = 6) -> StratifiedShare?
    {
      StratifiedShare(
        strata: [
          .init(weight: weight, share: value, trials: trials), .init(weight: 2, share: value, trials: trials),
        ], degreesOfFreedom: degrees)
    }
    #expect(try #require(share(0)?.interval()).lower == 0)
    #expect(try #require(share(0)?.interval()).upper > 0.2)
    #expect(try #require(share(1)?.interval()).upper == 1)
    #expect(share(0.5)?.interval(confidence: 1) == nil)
    #expect(share(0.5)?.pValue(target: 0, isBelow: true).isNaN == true)
    #expect(share(1.1) == nil && share(0.5, trials: 0.5) == nil && share(0.5, degrees: 0) == nil)
    #expect(share(0.5, weight: 0) == nil && share(0.5, weight: .infinity) == nil && share(.nan) == nil)
    #expect(StratifiedShare(strata: [], degreesOfFreedom: 1) == nil)
  }

  @Test("Strata of one practice are put together, and one alone stands for itself")
  func loneStrata() throws {
    // Weights 3, 3 and 2: a stratum of two, and two of one. Together these are 5 wide, worth 25/13 calls, and 3/5 unreached.
    let design = try #require(ClusterDesign(weights: [2, 2, 3, 2], strata: [0, 0, 1, 2]))
    let all = [0, 1, 2, 3].map { ClusterDesign.Count(cluster: $0, trials: 1, successes: $0 % 2 == 0 ? 1 : 0) }
    let share = try #require(design.stratifiedShare(of: all))
    #expect(share.strata.count == 2 && share.degreesOfFreedom == 2)
    #expect(abs(share.strata[1].trials - 25.0 / 13) < 1e-12)
    #expect(abs(share.strata[1].share - 0.6) < 1e-12)
    #expect(abs(share.value - 5.0 / 9) < 1e-12)
    let three = try #require(design.stratifiedShare(of: Array(all[..<3])))
    #expect(three.strata.map(\.trials) == [2, 1] && three.degreesOfFreedom == 1)
    #expect(design.stratifiedShare(of: Array(all[..<2])) == nil)
  }

  @Test("Practices rung twice with the same result count once")
  func clusters() throws {
    let design = try #require(
      ClusterDesign(weights: [Double](repeating: 1, count: 20), strata: (0..<20).map { $0 % 2 }))
    func share(calls: Int) throws -> StratifiedShare {
      try #require(
        design.stratifiedShare(
          of: (0..<20).map { .init(cluster: $0, trials: calls, successes: $0 % 5 == 0 ? calls : 0) }))
    }
    // Ten practices in each stratum: n/(n − 1) more than the binomial variance with n − 1, whatever the number of calls.
    let once = try share(calls: 1)
    let twice = try share(calls: 2)
    #expect(once.strata.map(\.trials) == [10, 10])
    for stratum in twice.strata { #expect(abs(stratum.trials - 10) < 1e-9) }
  }
}
