import SurveyDesign
import SurveyStatistics
import Testing

@testable import Surveys

@Suite("Totals over patients and hours")
struct SurveyTotalTests {
  // R 4.2.2, survey 4.1.1, svyciprop's interval by the logit method for the second:
  //   g <- expand.grid(slot = 8:11, practice = 1:30)
  //   g$y <- as.integer((7*g$practice + 3*g$slot^2 + g$practice*g$slot) %% 11 < 2 + g$slot %% 3)
  //   g$stratum <- g$practice %% 3; g$weight <- 1 + g$practice %% 4
  //   len <- data.frame(slot = 8:11, Freq = c(1, 3, 1, 3))
  //   svymean(~y, postStratify(svydesign(~practice, data = g, weights = ~1), ~slot, len))
  //   z <- postStratify(svydesign(~practice, strata = ~stratum, weights = ~weight, data = g), ~slot, len)
  //   svymean(~y, z); svyciprop(~y, z, method = "logit")
  @Test("Practices called in four slots of one and three hours: post-stratified clusters")
  func clusters() throws {
    var text = "practice,slot,reached,stratum,weight\n"
    for practice in 1...30 {
      for (hour, slot) in zip(8...11, ["8-9", "9-12", "12-13", "13-16"]) {
        let isUnreached = (7 * practice + 3 * hour * hour + practice * hour) % 11 < 2 + hour % 3
        text += "\(practice),\(slot),\(isUnreached ? 0 : 1),\(practice % 3),\(1 + practice % 4)\n"
      }
    }
    var calls = try surveyCalls(text)
    let weighted = try all(calls, .hours)
    #expect(abs(try #require(weighted.estimate.rate) - 0.281666666666667) < 1e-12)
    #expect(abs(try #require(weighted.estimate.standardError) - 0.0631786032783925) < 1e-12)
    let interval = try #require(weighted.estimate.interval)
    #expect(abs(interval.lower - 0.171234617791352) < 1e-9)
    #expect(abs(interval.upper - 0.426653925483935) < 1e-9)
    calls.weights = nil
    calls.strata = nil
    let plain = try all(calls, .hours)
    #expect(abs(try #require(plain.estimate.rate) - 0.279166666666667) < 1e-12)
    #expect(abs(try #require(plain.estimate.standardError) - 0.0580091566956149) < 1e-12)
    #expect(abs(try #require(try all(calls, .calls).estimate.rate) - 35.0 / 120) < 1e-12)
  }

  private func all(
    _ calls: SurveyCalls, _ total: SurveyTotal, frame: Frame? = nil, pool: String? = nil
  ) throws -> SurveyRate {
    let analysis = SurveyAnalysis(calls, frame: frame, estimator: RateEstimator(method: .logit), total: total)
    let grouping = try pool.map { try calls.pooled(Slot(parsing: $0)) } ?? calls.allTogether
    return try #require(analysis.rates(grouping, .agreement, in: calls.replications[0]).first)
  }

  /// Nine calls: 1 of 2 from 8 to 9, 1 of 4 from 9 to 12, 0 of 3 from 12 to 13 not reached, and one not valid.
  private static let few = """
    practice,slot,disposition,team
    1,8-9,busy,A
    2,8-9,refused,A
    3,9-12,busy,A
    4,9-12,refused,B
    5,9-12,refused,B
    6,9-12,refused,B
    7,12-13,refused,B
    8,12-13,refused,A
    9,12-13,refused,A
    10,12-13,wrong-number,A

    """

  @Test("By hand: each slot by its length, its bounds too")
  func byHand() throws {
    let calls = try surveyCalls(Self.few) { $0.groupColumns = ["team"] }
    let rate = try all(calls, .hours)
    // (1·½ + 3·¼ + 1·0)/5; variance (1/5)²·¼/1 + (3/5)²·(3/16)/3; the bounds of 12–13 are 0 and ¼.
    #expect(abs(try #require(rate.estimate.rate) - 0.25) < 1e-12)
    #expect(abs(try #require(rate.estimate.standardError) - (0.01 + 0.0225).squareRoot()) < 1e-12)
    #expect(abs(try #require(rate.bounds).lower - 0.25) < 1e-12)
    #expect(abs(try #require(rate.bounds).upper - 0.3) < 1e-12)
    #expect(rate.estimate.invalid == 1)
    // Of a stretch only its own slots count: (½ + ¾)/4.
    #expect(abs(try #require(try all(calls, .hours, pool: "8-12").estimate.rate) - 0.3125) < 1e-12)
    // One slot is itself, with the binomial interval.
    #expect(try all(calls, .hours, pool: "9-12").estimate == all(calls, .calls, pool: "9-12").estimate)
  }

  // Python 3.11, SciPy 1.17, x of n not reached in slots of length L, Wilson with t as SurveyEstimate's, with z in slots:
  //   W = sum(L); p = sum(L*x/n)/W; v = sum((L/W)**2*(x/n)*(1 - x/n)/(n - 1)); t = stats.t.ppf(.975, sum(n) - 4)
  //   m = min(p*(1 - p)/v, sum(n)); c = (p + t*t/2/m)/(1 + t*t/m); h = t/(1 + t*t/m)*sqrt(p*(1 - p)/m + t*t/4/m/m)
  //   l, u = statsmodels' proportion_confint(x, n, method="wilson") of the slots with x in (0, n)
  //   p - sqrt((p - c + h)**2 + sum((L/W*(x/n - l))**2)), p + sqrt((c + h - p)**2 + sum((L/W*(u - x/n))**2))
  @Test(
    "Slots whose few calls all ended alike still leave room",
    arguments: [
      (0, 0.0539772727272727, 0.0197451275705555, 0.316872077391333),
      (2, 0.428977272727273, 0.157182287893202, 0.555559468032142),
    ])
  func alike(unreached: Int, rate: Double, lower: Double, upper: Double) throws {
    var text = "practice,slot,reached\n"
    var practice = 0
    for (slot, of, calls) in [("8-9", 5, 20), ("9-12", 2, 33), ("12-13", 0, 11), ("13-16", unreached, 2)] {
      for call in 0..<calls {
        practice += 1
        text += "\(practice),\(slot),\(call < of ? 0 : 1)\n"
      }
    }
    let calls = try surveyCalls(text)
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator(), total: .hours)
    let estimate = try #require(
      analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first?.estimate)
    #expect(abs(try #require(estimate.rate) - rate) < 1e-12)
    #expect(abs(try #require(estimate.standardError) - 0.0201093952493474) < 1e-12)
    #expect(abs(try #require(estimate.interval).lower - lower) < 1e-12)
    #expect(abs(try #require(estimate.interval).upper - upper) < 1e-12)
    #expect(estimate.designEffect == nil && estimate.effectiveCalls == nil)
  }

  @Test("A slot all alike widens the interval of clusters, too, even with one practice in each stratum")
  func alikeClusters() throws {
    // Ten practices called from 8 to 9, half of them not reached, and two of them, both reached, from 9 to 12.
    func estimate(_ strata: [Int]) throws -> RateEstimate {
      var text = "practice,slot,reached,stratum\n"
      for practice in 0..<10 { text += "\(practice),8-9,\(practice % 2),\(strata[practice])\n" }
      for practice in [1, 2] { text += "\(practice),9-12,1,\(strata[practice])\n" }
      let calls = try surveyCalls(text)
      let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator(), total: .hours)
      return try #require(
        analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first?.estimate)
    }
    for strata in [[Int](repeating: 0, count: 10), [0, 0, 1, 0, 1, 0, 1, 0, 1, 1]] {
      let interval = try #require(try estimate(strata).interval)
      // Wilson's upper bound of 0 of 2 is z²/(2 + z²) = 0.6576; three quarters of the day.
      #expect(interval.upper > 0.125 + 0.75 * 0.6576)
      #expect(interval.lower > 0)
    }
  }

  @Test("By slot nothing changes; a group without a call in some slot has no rate, one call no interval")
  func groups() throws {
    let calls = try surveyCalls(Self.few) { $0.groupColumns = ["team"] }
    func rates(_ columns: [String], _ total: SurveyTotal) throws -> [RateEstimate] {
      SurveyAnalysis(calls, frame: nil, estimator: RateEstimator(), total: total)
        .rates(try calls.grouped(by: columns, frame: nil), .agreement, in: calls.replications[0])
        .map(\.estimate)
    }
    #expect(try rates(["slot"], .hours) == rates(["slot"], .calls))
    #expect(try rates(["slot", "team"], .hours) == rates(["slot", "team"], .calls))
    let teams = try rates(["team"], .hours)
    // A: ½, 1 of 1 and 0 of 2: (½ + 3)/5. B was not rung from 8 to 9.
    #expect(teams.map(\.rate) == [0.7, nil])
    #expect(teams.map(\.standardError) == [nil, nil])
    #expect(teams.map(\.interval) == [nil, nil])
    #expect(teams.map(\.calls) == [5, 4])
  }

  @Test("Patients: a practice counts by its list times its weight, and one without a list is named")
  func patients() throws {
    let frame = try Frame([
      FramePractice(id: "1", listedPatients: 1000, weight: 3),
      FramePractice(id: "2", listedPatients: 5000, weight: 1), FramePractice(id: "3"),
    ])
    let calls = try surveyCalls("practice,slot,reached\n1,8-9,0\n2,8-9,1\n") { $0.frame = frame }
    #expect(try all(calls, .patients, frame: frame).estimate.rate == 0.375)
    func withoutPatients(_ calls: SurveyCalls) -> [String] {
      SurveyAnalysis(calls, frame: frame, estimator: RateEstimator(), total: .patients)
        .practicesWithoutPatients
    }
    // Practice 3 was not called.
    #expect(withoutPatients(calls) == [])
    let third = try surveyCalls("practice,slot,reached\n3,8-9,0\n") { $0.frame = frame }
    #expect(withoutPatients(third) == ["3"])
  }

  @Test("Slots without a valid call, and slots that overlap")
  func slots() throws {
    let calls = try surveyCalls(
      "practice,slot,disposition\n1,8-9,busy\n2,9-10,wrong-number\n3,9-11,not-attempted\n")
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator(), total: .hours)
    let empty = analysis.slotsWithoutValidCall(.agreement, in: calls.replications[0])
    #expect(empty.map(\.label) == ["09:00-10:00", "09:00-11:00"])
    #expect(calls.overlappingSlots?.0.label == "09:00-10:00")
    #expect(calls.overlappingSlots?.1.label == "09:00-11:00")
    #expect(try surveyCalls(Self.few).overlappingSlots == nil)
  }

  @Test("Groups times slots far beyond the number of calls need no memory of their own")
  func sparse() throws {
    // Twenty thousand teams with one call each, in as many slots of two seconds: 4e8 pairs.
    var text = "practice,slot,team,reached\n"
    for call in 0..<20_000 {
      let times = [2 * call, 2 * call + 2].map { "\(TimeOfDay(milliseconds: 1000 * $0))" }
      text += "\(call),\(times[0])-\(times[1]),\(call),\(call % 4 == 0 ? 0 : 1)\n"
    }
    let calls = try surveyCalls(text) { $0.groupColumns = ["team"] }
    let teams = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator(), total: .hours).rates(
      try calls.grouped(by: ["team"], frame: nil), .agreement, in: calls.replications[0])
    #expect(teams.count == 20_000)
    #expect(teams.allSatisfy { $0.estimate.rate == nil && $0.estimate.calls == 1 })
    #expect(abs(try #require(try all(calls, .hours).estimate.rate) - 0.25) < 1e-12)
  }
}
