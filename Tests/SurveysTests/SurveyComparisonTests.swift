import SurveyDesign
import SurveyStatistics
import Testing

@testable import Surveys

@Suite("Comparing two calls files")
struct SurveyComparisonTests {
  /// The change of all calls between two surveys, each a list of practices and whether they were unreached.
  static func change(
    before: [(practice: Int, isUnreached: Bool)], after: [(practice: Int, isUnreached: Bool)]
  ) throws -> SurveyChange {
    func analysis(_ calls: [(practice: Int, isUnreached: Bool)]) throws -> SurveyAnalysis {
      var text = "practice,dialled,reached\n"
      var hours: [Int: Int] = [:]
      for call in calls {
        // Each call of a practice in a slot of its own.
        let hour = hours[call.practice, default: 0]
        hours[call.practice] = hour + 1
        text += "\(call.practice),\(hour):00,\(call.isUnreached ? 0 : 1)\n"
      }
      return SurveyAnalysis(try surveyCalls(text), frame: nil, estimator: RateEstimator())
    }
    let (baseline, followUp) = (try analysis(before), try analysis(after))
    return try #require(
      SurveyComparison(baseline: baseline, followUp: followUp).changes(
        baseline.calls.allTogether, followUp.calls.allTogether, .agreement,
        in: (baseline.calls.replications[0], followUp.calls.replications[0])
      ).first)
  }

  static func calls(_ count: Int, unreached: Int, from first: Int = 0) -> [(practice: Int, isUnreached: Bool)]
  {
    (0..<count).map { (first + $0, $0 < unreached) }
  }

  // Newcombe (1998), Statistics in Medicine 17:873, table II (a), method 10: 56/70 − 48/80 is 0.0524 to 0.3339.
  @Test("Surveys of different practices: Newcombe's interval")
  func disjoint() throws {
    let change = try Self.change(
      before: Self.calls(80, unreached: 48), after: Self.calls(70, unreached: 56, from: 1000))
    let interval = try #require(change.interval(confidence: 0.95))
    #expect(abs(interval.lower - 0.0524) < 5e-5)
    #expect(abs(interval.upper - 0.3339) < 5e-5)
    #expect(change.sharedPractices == 0)
    #expect(change.intervalName == "newcombe")
    #expect(change.testName == "boschloo")
    #expect(change.conclusion(error: 0.05) == .worse)
  }

  // Fagerland, Lydersen, Laake (2014), Statistics in Medicine 33:2850, table IV: 1, 1, 7 and 12 of 21 pairs have Tango's
  // interval −0.517 to −0.026; the mid-p value 0.0391 is 2 · (1 + 8)/256 − 8/256.
  @Test("The same practices: Tango's interval and McNemar's mid-p")
  func paired() throws {
    // Unreached both times 1, afterwards only 1, before only 7, never 12.
    let before = (0..<21).map { ($0, $0 < 1 || (2..<9).contains($0)) }
    let after = (0..<21).map { ($0, $0 < 2) }
    let change = try Self.change(before: before, after: after)
    let interval = try #require(change.interval(confidence: 0.95))
    #expect(abs(interval.lower + 0.517) < 5e-4)
    #expect(abs(interval.upper + 0.026) < 5e-4)
    let pValue = try #require(change.pValue)
    #expect(abs(pValue - 0.0390625) < 1e-12)  // (18 − 8) / 256
    #expect(change.sharedPractices == 21)
    #expect(change.conclusion(error: 0.05) == .better)
    #expect(change.testName == "mcnemar-mid-p")
  }

  @Test("Overlap that agrees makes the change more certain than without")
  func overlapping() throws {
    let before = Self.calls(100, unreached: 20)
    let shared = try Self.change(before: before, after: Self.calls(100, unreached: 20) + [(500, false)])
    let apart = try Self.change(before: before, after: Self.calls(101, unreached: 20, from: 1000))
    #expect(shared.intervalName == "two-waves")
    #expect(shared.sharedPractices == 100)
    let narrow = try #require(shared.interval(confidence: 0.95)).width
    let wide = try #require(apart.interval(confidence: 0.95)).width
    #expect(narrow < 0.3 * wide)
  }

  @Test("Practices called twice are clusters over both surveys")
  func clustered() throws {
    // Ten practices, two calls each, the same result every time in both surveys.
    let calls = (0..<20).map { ($0 / 2, $0 / 2 < 3) }
    let change = try Self.change(before: calls, after: calls)
    #expect(change.intervalName == "linearised")
    #expect(change.change == 0)
    #expect(change.pValue == 1)
    #expect(change.conclusion(error: 0.05) == .undecided)
    #expect(try #require(change.interval(confidence: 0.95)).width > 0.01)
  }

  /// Calls to practices one after the other: how many each got, and how many of these were unreached.
  private static func calls(
    _ practices: [(calls: Int, unreached: Int)], from first: Int = 0
  ) -> [(practice: Int, isUnreached: Bool)] {
    practices.enumerated().flatMap { place, practice in
      (0..<practice.calls).map { (first + place, $0 < practice.unreached) }
    }
  }

  // NumPy and SciPy: each survey's share, its linearised variance (clusters/(clusters − 1) · Σu²), Wilson's interval with
  // m = p(1 − p)/variance and stats.t with its own degrees of freedom; the correlation Σuv/√(Σu²Σv²) over all practices;
  // d ± √(a² − 2rab + b²); p by halving the error until the bound is 0.
  @Test("Practices called several times, of which some are in both surveys, agree with NumPy")
  func clusteredReference() throws {
    let change = try Self.change(
      before: Self.calls([3, 1, 2, 0, 4, 2].map { (4, $0) }),
      after: Self.calls([0, 2, 1, 0, 1, 0, 0, 1].map { (4, $0) }, from: 3))
    #expect(change.sharedPractices == 3)
    let interval = try #require(change.interval(confidence: 0.95))
    #expect(abs(interval.lower + 0.5899603159) < 1e-8)
    #expect(abs(interval.upper + 0.1149970971) < 1e-8)
    #expect(abs(try #require(change.pValue) - 0.0032759335) < 1e-8)
    #expect(change.conclusion(error: 0.05) == .better)
  }

  @Test(
    "Two practices tell little, one nothing, however many calls they got; the other survey's practices do not help"
  )
  func fewPractices() throws {
    // Fifty practices, four calls each, 27 unreached.
    let other = Self.calls(
      ([Int](repeating: 0, count: 30) + .init(repeating: 1, count: 13) + .init(repeating: 2, count: 7)).map {
        (4, $0)
      },
      from: 100)
    let two = try Self.change(before: Self.calls([(16, 6), (16, 3)]), after: other)
    let interval = try #require(two.interval(confidence: 0.95))
    #expect(abs(interval.lower + 0.8013688681) < 1e-8)
    #expect(abs(interval.upper - 0.1311392446) < 1e-8)
    #expect(abs(try #require(two.pValue) - 0.2963496798) < 1e-8)

    let one = try Self.change(before: Self.calls([(16, 6)]), after: other)
    #expect(one.interval(confidence: 0.95) == nil && one.pValue == nil)
    #expect(one.conclusion(error: 0.05) == .undecided)
    #expect(!one.isNotWorse(margin: 0.9, error: 0.05) && !one.isEquivalent(margin: 0.9, error: 0.05))
  }

  @Test("Calls that all ended alike show no change that is known to be none")
  func noVariance() throws {
    let change = try Self.change(
      before: Self.calls([(2, 0), (2, 0), (2, 0)]), after: Self.calls([(2, 0), (2, 0), (2, 0)], from: 10))
    #expect(change.change == 0 && change.pValue == 1)
    let interval = try #require(change.interval(confidence: 0.95))
    #expect(interval.lower < -0.5 && interval.upper > 0.5)
    #expect(!change.isEquivalent(margin: 0.01, error: 0.05) && !change.isNotWorse(margin: 0.01, error: 0.05))
    // The same twenty practices, none unreached and then all: the change is certain to be great, not to be one.
    let turned = try Self.change(
      before: Self.calls(.init(repeating: (4, 0), count: 20)),
      after: Self.calls(.init(repeating: (4, 4), count: 20)))
    #expect(turned.conclusion(error: 0.05) == .worse)
    #expect(try #require(turned.interval(confidence: 0.95)).lower < 1)
  }

  @Test("A change as small as rounding, and one beyond all doubt")
  func extremes() throws {
    func estimate(_ unreached: [Double]) throws -> SurveyEstimate {
      let sample = try SurveySample(count: unreached.count, clusters: Array(unreached.indices))
      return try #require(try sample.mean(of: unreached))
    }
    let half = try estimate((0..<40).map { $0 % 2 == 0 ? 1 : 0 })
    let more = try estimate((0..<40).map { $0 % 2 == 0 ? 1 + 8 * .ulpOfOne : 0 })
    #expect(more.value > half.value)
    #expect(ClusteredWaves(first: .linearised(more), second: .linearised(half), correlation: 0).pValue == 1)
    let all = try estimate(.init(repeating: 1, count: 2000))
    let none = try estimate(.init(repeating: 0, count: 2000))
    let pValue = try #require(
      ClusteredWaves(first: .linearised(all), second: .linearised(none), correlation: 0).pValue)
    #expect(pValue > 0 && pValue < 1e-11)
  }

  @Test("Not worse and equivalent need a margin wide enough")
  func margins() throws {
    let change = try Self.change(
      before: Self.calls(400, unreached: 40), after: Self.calls(400, unreached: 40, from: 1000))
    // The standard error is √(2 · 0.09/400) = 0.0212; one-sided at 5 % needs 1.645 of them, 0.0349.
    #expect(change.isNotWorse(margin: 0.04, error: 0.05))
    #expect(!change.isNotWorse(margin: 0.03, error: 0.05))
    #expect(change.isEquivalent(margin: 0.04, error: 0.05))
    #expect(!change.isEquivalent(margin: 0.03, error: 0.05))
  }

  // Two one-sided tests at 5 % each are the interval of 90 %: Schuirmann (1987), and at neither 80 nor 95 %.
  @Test("Not worse and equivalent go by the interval with twice the error", arguments: [false, true])
  func twiceTheError(isClustered: Bool) throws {
    let change =
      isClustered
      ? try Self.change(
        before: Self.calls((0..<40).map { (4, $0 % 5 == 0 ? 2 : 0) }),
        after: Self.calls((0..<40).map { (4, $0 % 5 == 1 ? 2 : 0) }, from: 20))
      : try Self.change(
        before: Self.calls(200, unreached: 20),
        after: Self.calls(200, unreached: 10, from: 90) + [(900, true)])
    let kind = try #require(change.design?.kind)
    #expect(kind == (isClustered ? .clustered : .overlapping))
    func reach(_ confidence: Double) throws -> (upper: Double, both: Double) {
      let interval = try #require(change.interval(confidence: confidence))
      return (interval.upper, max(interval.upper, -interval.lower))
    }
    let (narrow, right, wide) = (try reach(0.8), try reach(0.9), try reach(0.95))
    #expect(change.isNotWorse(margin: 0.5 * (right.upper + wide.upper), error: 0.05))
    #expect(!change.isNotWorse(margin: 0.5 * (narrow.upper + right.upper), error: 0.05))
    #expect(change.isEquivalent(margin: 0.5 * (right.both + wide.both), error: 0.05))
    #expect(!change.isEquivalent(margin: 0.5 * (narrow.both + right.both), error: 0.05))
  }

  // Two stratified surveys with weights, some practices called twice, 30 of 90 in both. NumPy and SciPy, from the formulas alone: domain
  // scores u = w(y − p)/W of each practice of the survey, less the stratum's mean, times √(n/(n − 1)); variance Σu²; covariance Σuv over
  // the practices in both; Wilson's intervals with p(1 − p)/variance, at most the calls, moderated towards (Σw)²/Σw² with
  // two degrees of freedom beside (ΣW²)²/ΣW⁴, and t with Σ(n − 1); squared and added; p by
  // brentq.
  @Test("Groups are domains of both surveys, whose covariance comes from the practices in both")
  func domains() throws {
    var samples: [[(practice: Int, slot: Int, isUnreached: Bool)]] = [[], []]
    for practice in 0..<90 {
      for (wave, left) in [(0, 0), (1, 1)] where practice % 3 != left {
        let slots = (practice + wave) % 4 == 0 ? [0, 1] : [(practice / 2 + wave) % 2]
        for slot in slots {
          samples[wave].append((practice, slot, (practice * 7 + slot * 3 + wave * 2) % 11 < 3 - wave))
        }
      }
    }
    func calls(_ sample: [(practice: Int, slot: Int, isUnreached: Bool)]) throws -> SurveyCalls {
      var text = "practice,slot,reached,stratum,weight\n"
      for call in sample {
        let stratum = call.practice < 40 ? 0 : call.practice < 70 ? 1 : 2
        text +=
          "\(call.practice),\(8 + call.slot)-\(9 + call.slot),\(call.isUnreached ? 0 : 1),\(stratum),\([3, 1.5, 2][stratum])\n"
      }
      return try surveyCalls(text)
    }
    func changes(_ before: SurveyCalls, _ after: SurveyCalls) throws -> [SurveyChange] {
      try SurveyComparison(
        baseline: SurveyAnalysis(before, frame: nil, estimator: RateEstimator()),
        followUp: SurveyAnalysis(after, frame: nil, estimator: RateEstimator())
      ).changes(
        before.grouped(by: ["slot"], frame: nil), after.grouped(by: ["slot"], frame: nil), .agreement,
        in: (before.replications[0], after.replications[0]))
    }
    let found = try changes(try calls(samples[0]), try calls(samples[1]))
    let expected = [
      [-0.05755395683453238, -0.28522722908733184, 0.18340043620046062, 0.6388523056081317],
      [-0.055840176492217175, -0.2429082847039168, 0.1332764065166057, 0.5581124851505974],
    ]
    for (change, wanted) in zip(found, expected) {
      let interval = try #require(change.interval(confidence: 0.95))
      #expect(abs(try #require(change.change) - wanted[0]) < 1e-12)
      #expect(abs(interval.lower - wanted[1]) < 1e-9)
      #expect(abs(interval.upper - wanted[2]) < 1e-9)
      #expect(abs(try #require(change.pValue) - wanted[3]) < 1e-9)
    }
    // The order of rows moves no bit.
    let turned = try changes(try calls(samples[0].reversed()), try calls(samples[1].reversed()))
    #expect(turned.map(\.pValue) == found.map(\.pValue))
  }

  @Test("A group that one survey lacks has no change")
  func missingGroup() throws {
    let before = try surveyCalls("practice,slot,reached\n1,8-9,1\n")
    let after = try surveyCalls("practice,slot,reached\n1,9-10,1\n")
    let comparison = SurveyComparison(
      baseline: SurveyAnalysis(before, frame: nil, estimator: RateEstimator()),
      followUp: SurveyAnalysis(after, frame: nil, estimator: RateEstimator()))
    let changes = comparison.changes(
      try before.grouped(by: ["slot"], frame: nil), try after.grouped(by: ["slot"], frame: nil), .agreement,
      in: (before.replications[0], after.replications[0]))
    #expect(changes.map(\.group) == ["08:00-09:00", "09:00-10:00"])
    #expect(changes.map(\.baseline.calls) == [1, 0])
    for change in changes {
      #expect(change.change == nil)
      #expect(change.pValue == nil)
      #expect(change.interval(confidence: 0.95) == nil)
      #expect(!change.isNotWorse(margin: 0.9, error: 0.05))
    }
  }

  @Test("Practices gone, new and common")
  func frames() throws {
    func analysis(_ ids: [String]) throws -> SurveyAnalysis {
      let frame = try Frame(ids.map { FramePractice(id: $0) })
      let calls = try surveyCalls("practice,slot,reached\n\(ids[0]),8-9,1\n") { $0.frame = frame }
      return SurveyAnalysis(calls, frame: frame, estimator: RateEstimator())
    }
    let change = SurveyComparison(
      baseline: try analysis(["P1", "P2", "P10"]), followUp: try analysis(["P2", "P11", "P3"])
    ).frameChange
    #expect(change == .init(common: 1, gone: ["P1", "P10"], new: ["P3", "P11"]))
  }
}
