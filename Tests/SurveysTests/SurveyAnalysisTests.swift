import SurveyDesign
import SurveyStatistics
import Testing

@testable import Surveys

@Suite("Estimating from calls files")
struct SurveyAnalysisTests {
  /// A file of calls to different practices in one slot, so many of which are not reached.
  static func file(calls: Int, unreached: Int) -> String {
    "practice,slot,reached\n" + (0..<calls).map { "\($0),15-16,\($0 < unreached ? 0 : 1)\n" }.joined()
  }

  /// The rate of all calls of such a file.
  static func rate(
    calls: Int, unreached: Int, method: IntervalMethod = .wilson,
    _ estimand: SurveyEstimand = .service(practices: nil, betweenShare: 0)
  ) throws -> SurveyRate {
    let calls = try surveyCalls(file(calls: calls, unreached: unreached))
    let analysis = SurveyAnalysis(
      calls, frame: nil, estimator: RateEstimator(method: method), estimand: estimand)
    return try #require(analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first)
  }

  // R 4.x, binom 1.1: binom.wilson(5, 52) and binom.wilson(42, 420).
  @Test("Wilson's interval", arguments: [(52, 5, 0.04177, 0.20610), (420, 42, 0.0748, 0.1324)])
  func wilson(calls: Int, unreached: Int, lower: Double, upper: Double) throws {
    let interval = try #require(try Self.rate(calls: calls, unreached: unreached).estimate.interval)
    #expect(abs(interval.lower - lower) < 5e-5)
    #expect(abs(interval.upper - upper) < 5e-5)
  }

  // All counts M of 420 that neither hypergeometric test with 52 draws rejects at 2.5 %, by SciPy's hypergeom.
  @Test("A snapshot of 420 practices, 5 of 52 not reached: 15 to 85 practices")
  func snapshot() throws {
    let rate = try Self.rate(calls: 52, unreached: 5, method: .hypergeometric, .snapshot(practices: 420))
    #expect(rate.unreachedPractices == 15...85)
    #expect(rate.estimate.interval == ConfidenceInterval(lower: 15.0 / 420, upper: 85.0 / 420))
  }

  @Test("No unreached call: a lower bound of 0 and an upper one above 0")
  func none() throws {
    let interval = try #require(try Self.rate(calls: 52, unreached: 0).estimate.interval)
    #expect(interval.lower == 0)
    // z²/(n + z²) with z = 1.959964: 3.841459/55.841459.
    #expect(abs(interval.upper - 0.0687922) < 1e-6)
  }

  @Test("Variance between practices makes one call to each more precise by 1 − ρ(n − 1)/(N − 1)")
  func betweenPractices() throws {
    let plain = try Self.rate(calls: 52, unreached: 5).estimate
    let narrower = try Self.rate(
      calls: 52, unreached: 5, .service(practices: 420, betweenShare: 0.5)
    ).estimate
    let factor = 1 - 0.5 * 51 / 419
    #expect(abs(try #require(narrower.designEffect) - factor) < 1e-12)
    let ratio = try #require(narrower.standardError) / (try #require(plain.standardError))
    #expect(abs(ratio - factor.squareRoot()) < 1e-12)
  }

  @Test("Practices called in two slots are clusters without being told")
  func clusters() throws {
    // Ten practices, each called twice with the same result: ten observations, not twenty.
    let text =
      "practice,slot,reached\n"
      + (0..<10).map { "\($0),8-9,\($0 < 3 ? 0 : 1)\n\($0),9-10,\($0 < 3 ? 0 : 1)\n" }.joined()
    let calls = try surveyCalls(text)
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let all = try #require(analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first)
    #expect(all.estimate.calls == 20)
    // By hand: cluster means 1 and 0; variance of their mean 0.3·0.7/(10 − 1).
    #expect(abs(try #require(all.estimate.standardError) - (0.21 / 9).squareRoot()) < 1e-12)
    #expect(abs(try #require(all.estimate.effectiveCalls) - 9) < 1e-9)
    let slots = analysis.rates(
      try calls.grouped(by: ["slot"], frame: nil), .agreement, in: calls.replications[0])
    #expect(slots.map(\.estimate.effectiveCalls) == [nil, nil])
  }

  @Test("Weights of the frame count, and a column of the frame groups")
  func weights() throws {
    let frame = try Frame([
      FramePractice(id: "a", municipality: "Odder", weight: 3),
      FramePractice(id: "b", municipality: "Odder", weight: 1),
      FramePractice(id: "c", municipality: "Samsø", weight: 1),
    ])
    let calls = try surveyCalls("practice,slot,reached\na,8-9,0\nb,8-9,1\n") { $0.frame = frame }
    let analysis = SurveyAnalysis(calls, frame: frame, estimator: RateEstimator())
    let rates = analysis.rates(
      try calls.grouped(by: ["municipality"], frame: frame), .agreement, in: calls.replications[0])
    #expect(rates.map(\.group) == ["Odder", "Samsø"])
    #expect(rates.map(\.estimate.rate) == [0.75, nil])
    #expect(rates.map(\.population) == [2, 1])
  }

  @Test("Calls that are not valid leave the rate and bound it")
  func bounds() throws {
    let calls = try surveyCalls(
      "practice,slot,disposition\n1,8-9,busy\n2,8-9,answered-by-staff\n3,8-9,wrong-number\n4,8-9,\n")
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let all = try #require(analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first)
    #expect(all.estimate.rate == 0.5)
    #expect(all.estimate.invalid == 2)
    #expect(all.bounds == ConfidenceInterval(lower: 0.25, upper: 0.75))
  }

  @Test("Groups: crossed ones that occur, pooled stretches, and columns that are not there")
  func groupings() throws {
    let calls = try surveyCalls(
      "practice,slot,team,reached\n1,8-9,B,0\n2,9-10,A,1\n3,8-9,A,1\n"
    ) { $0.groupColumns = ["team"] }
    let crossed = try calls.grouped(by: ["slot", "team"], frame: nil)
    #expect(crossed.by == "slot,team")
    #expect(crossed.labels == ["08:00-09:00 / A", "08:00-09:00 / B", "09:00-10:00 / A"])
    #expect(crossed.groups == [1, 2, 0])
    #expect(try calls.pooled(Slot(parsing: "8-10")).groups == [0, 0, 0])
    #expect(throws: DesignFault.self) { try calls.pooled(Slot(parsing: "8-9:30")) }
    #expect(throws: DesignFault.self) { try calls.pooled(Slot(parsing: "12-13")) }
    #expect(throws: DesignFault.self) { try calls.grouped(by: ["kommune"], frame: nil) }
  }
}
