import Testing

@testable import SurveyStatistics

@Suite("Meets, fails, undecided")
struct VerdictRuleTests {
  @Test(arguments: ReferenceCases.named("verdict.three-way.binomial"))
  func reference(_ reference: ReferenceCase) throws {
    let target = try reference.number("target")
    let rule = try #require(
      VerdictRule(
        trials: try reference.integer("n"), target: target, error: try reference.number("alpha_each")))
    reference.check(Double(rule.meetsIfAtMost ?? -1), try reference.expectedNumber("meets_if_x_le"))
    reference.check(rule.failsIfAtLeast.map(Double.init), try reference.expectedNumber("fails_if_x_ge"))
    reference.check(
      rule.probability(of: .meets, atRate: target / 2), try reference.expectedNumber("P_meets_at_half_target")
    )
    reference.check(
      rule.probability(of: .fails, atRate: target * 1.5),
      try reference.expectedNumber("P_fails_at_1.5_target"))
  }

  /// Known from the survey's planning: target 0.10 with 52 calls and with 420.
  @Test("Critical counts for target 0.10", arguments: [(52, 1, 10), (420, 31, 53)])
  func landmarks(_ trials: Int, _ meets: Int, _ fails: Int) throws {
    let rule = try #require(VerdictRule(trials: trials, target: 0.10))
    #expect(rule.meetsIfAtMost == meets)
    #expect(rule.failsIfAtLeast == fails)
    #expect(rule.verdict(unreached: meets) == .meets)
    #expect(rule.verdict(unreached: meets + 1) == .undecided)
    #expect(rule.verdict(unreached: fails - 1) == .undecided)
    #expect(rule.verdict(unreached: fails) == .fails)
  }

  /// Binomial tails in fractions: 16/32, 1/8, 1/16, 1/20 and 1/2, which rounding puts a hair above the error.
  @Test(
    "A p-value that equals the error decides",
    arguments: [
      (5, 0.5, 0.5, 3, Verdict.fails), (5, 0.5, 0.5, 2, .meets), (3, 0.5, 0.125, 3, .fails),
      (3, 0.5, 0.125, 0, .meets), (4, 0.5, 0.0625, 0, .meets), (4, 0.5, 0.0625, 4, .fails),
      (1, 0.95, 0.05, 0, .meets), (1, 0.05, 0.05, 1, .fails), (1, 0.5, 0.5, 0, .meets),
      (1, 0.5, 0.5, 1, .fails),
    ])
  func ties(_ trials: Int, _ target: Double, _ error: Double, _ unreached: Int, _ verdict: Verdict) throws {
    let rule = try #require(VerdictRule(trials: trials, target: target, error: error))
    #expect(rule.verdict(unreached: unreached) == verdict)
    // A smaller error by more than the fuzz leaves the same count undecided.
    let stricter = try #require(VerdictRule(trials: trials, target: target, error: error * (1 - 1e-6)))
    #expect(stricter.verdict(unreached: unreached) == .undecided)
  }

  @Test("The verdict is what the p-values say, and its probabilities add up to one")
  func consistency() throws {
    for (trials, target) in [(1, 0.5), (7, 0.3), (52, 0.05), (52, 0.9)] {
      let rule = try #require(VerdictRule(trials: trials, target: target))
      for unreached in 0...trials {
        let verdict = rule.verdict(unreached: unreached)
        #expect((verdict == .meets) == (rule.pValueOfMeeting(unreached: Double(unreached)) <= 0.05))
        #expect((verdict == .fails) == (rule.pValueOfFailing(unreached: Double(unreached)) <= 0.05))
      }
      for rate in [0, 0.1, target, 1] {
        let binomial = Binomial(trials: trials, probability: rate)
        for verdict in Verdict.allCases {
          let counted = (0...trials).filter { rule.verdict(unreached: $0) == verdict }
            .reduce(0) { $0 + binomial.pmf($1) }
          #expect(abs(rule.probability(of: verdict, atRate: rate) - counted) < 1e-12)
        }
      }
      // At the target itself a wrong verdict to either side stays within its error.
      #expect(rule.probability(of: .meets, atRate: target) <= 0.05)
      #expect(rule.probability(of: .fails, atRate: target) <= 0.05)
    }
  }

  @Test("No calls decide nothing; extreme targets cannot be missed or met; nonsense gets no rule")
  func edges() throws {
    let none = try #require(VerdictRule(trials: 0, target: 0.1))
    #expect(none.meetsIfAtMost == nil)
    #expect(none.failsIfAtLeast == nil)
    #expect(none.verdict(unreached: 0) == .undecided)
    #expect(none.probability(of: .undecided, atRate: 0.3) == 1)
    let zero = try #require(VerdictRule(trials: 10, target: 0))
    #expect(zero.meetsIfAtMost == nil)
    #expect(zero.failsIfAtLeast == 1)
    let all = try #require(VerdictRule(trials: 10, target: 1))
    #expect(all.failsIfAtLeast == nil)
    #expect(all.probability(of: .meets, atRate: .nan).isNaN)
    #expect(VerdictRule(trials: -1, target: 0.1) == nil)
    #expect(VerdictRule(trials: 10, target: 1.5) == nil)
    #expect(VerdictRule(trials: 10, target: .nan) == nil)
    #expect(VerdictRule(trials: 10, target: 0.1, error: 0) == nil)
    #expect(VerdictRule(trials: 10, target: 0.1, error: 0.7) == nil)
  }
}
