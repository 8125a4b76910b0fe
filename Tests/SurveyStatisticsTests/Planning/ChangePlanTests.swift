import SurveyStatistics
import Testing

@Suite("The planned power of a change is that of the test, simulated")
struct ChangePlanTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    var pair: PairedPlan?
    var trials: Int
    var shared: Int
    var alternative = Alternative.twoSided
    var testDescription: String { "\(trials) calls, \(shared) shared, \(alternative.rawValue)" }
  }

  /// SplitMix64, for surveys drawn with a fixed seed.
  private struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
    mutating func count(of trials: Int, at probability: Double) -> Int {
      (0..<trials).count { _ in share() < probability }
    }
  }

  // 4,000 surveys with one fixed seed each; four standard errors: a right program fails each once in 16,000 times.
  @Test(
    "OverlappingWaves rejects as often as planned",
    arguments: [
      Setting(pair: PairedPlan(first: 0.1, second: 0.02, correlation: 0.2), trials: 52, shared: 26),
      Setting(pair: PairedPlan(first: 0.2, second: 0.1, correlation: 0.3), trials: 80, shared: 60),
      Setting(
        pair: PairedPlan(first: 0.3, second: 0.15, correlation: 0.1), trials: 40, shared: 4,
        alternative: .greater),
      Setting(pair: PairedPlan(first: 0.1, second: 0.1, correlation: 0.5), trials: 100, shared: 70),
    ])
  func simulated(_ setting: Setting) throws {
    let pair = try #require(setting.pair)
    let plan = try #require(ChangePlan(pair, trials: setting.trials, shared: setting.shared))
    let power = try #require(plan.power(alternative: setting.alternative))
    var draws = Draws(state: 20_261_128)
    let surveys = 4000
    var rejected = 0
    for _ in 0..<surveys {
      var counts = [0, 0, 0, 0]
      for _ in 0..<setting.shared {
        let share = draws.share()
        counts[
          share < pair.both ? 0 : share < pair.first ? 1 : share < pair.first + pair.secondOnly ? 2 : 3] += 1
      }
      let others = setting.trials - setting.shared
      let shared = PairedCounts(
        both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
      let waves = try #require(
        OverlappingWaves(
          first: try tally(
            counts[0] + counts[1] + draws.count(of: others, at: pair.first), of: setting.trials),
          second: try tally(
            counts[0] + counts[2] + draws.count(of: others, at: pair.second), of: setting.trials),
          shared: shared))
      let test = try #require(waves.test(alternative: setting.alternative))
      if test.pValue <= 0.05 { rejected += 1 }
    }
    let share = Double(rejected) / Double(surveys)
    #expect(
      abs(share - power) < 4 * (power * (1 - power) / Double(surveys)).squareRoot(), "\(share) \(power)")
  }

  @Test("Without shared practices it is the sum over all tables of Newcombe's interval")
  func disjoint() throws {
    let plan = try #require(ChangePlan(first: 0.3, second: 0.1, firstTrials: 30, secondTrials: 40))
    var power = 0.0
    for x in 0...30 {
      for y in 0...40 {
        let interval = try #require(
          ProportionDifference.interval(try tally(x, of: 30), minus: try tally(y, of: 40)))
        guard interval.lower >= 0 || interval.upper <= 0 else { continue }
        power +=
          Binomial(trials: 30, probability: 0.3).pmf(x) * Binomial(trials: 40, probability: 0.1).pmf(y)
      }
    }
    #expect(isClose(plan.power(), power, within: 2e-6))
  }

  @Test("Student's t costs power, and nothing that can be typed traps")
  func edges() throws {
    let known = try #require(ChangePlan(first: 0.3, second: 0.1, firstTrials: 30, secondTrials: 40)?.power())
    let unsure = try #require(
      ChangePlan(
        first: 0.3, second: 0.1, firstTrials: 30, secondTrials: 40, degreesOfFreedom: (first: 4, second: 5))?
        .power())
    #expect(unsure < known)
    let pair = try #require(PairedPlan(first: 0.1, second: 0.06, both: 0))
    #expect(ChangePlan(pair, trials: 10, shared: 11) == nil)
    #expect(ChangePlan(pair, trials: 0, shared: 0) == nil)
    #expect(ChangePlan(pair, trials: 10_001, shared: 0) == nil)
    #expect(ChangePlan(pair, trials: 10, shared: 10)?.power(error: 0) == nil)
    #expect(ChangePlan(pair, trials: 1, shared: 1)?.power() ?? -1 >= 0)
    let certain = try #require(PairedPlan(first: 1, second: 0.5, both: 0.5))
    #expect(ChangePlan(certain, trials: 10, shared: 5) == nil)
  }
}
