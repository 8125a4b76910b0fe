import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Testing

@testable import Experiments
@testable import TelephoneAccess

/// Simulated and analytic answers check each other.
@Suite("Comparing slot designs")
struct DesignComparisonTests {
  /// No patient rings, so whether a call gets through depends on its minute alone.
  ///
  /// - Parameters:
  ///   - telephone: When the practice answers; else it rings out.
  static func study(practices: Int, _ telephone: String, target: Double, _ settings: String...) throws
    -> Study
  {
    var document = try ScenarioDocument(
      parsing: """
        {
          "name": "minutes", "seed": 5,
          "practices": { "municipalities": { "A": \(practices) }, "gps": { "1": \(practices) } },
          "telephone": {
            "opens": "08:00", "closes": "12:00",
            "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "rings-out": 1 } }],
            \(telephone)
          },
          "patients": { "calls_per_day_per_1000_listed": 0 },
          "survey": {
            "days": ["2015-04-13", "2015-04-14", "2015-04-15", "2015-04-16"], "interviewers": 16,
            "slots": { "from": "08:00", "to": "12:00", "minutes": 60 }, "target": \(target)
          }
        }
        """, file: "minutes.json")
    for setting in settings { try document.set(setting) }
    return try Study(try document.scenario())
  }

  /// Everybody answers for the same part of every hour: 12, 6, 24 and 18 minutes are without anybody.
  static let alike = """
    "staffing": [
      { "from": "08:00", "to": "08:48", "answered_by": "staff", "answerers": 1 },
      { "from": "09:00", "to": "09:54", "answered_by": "staff", "answerers": 1 },
      { "from": "10:00", "to": "10:36", "answered_by": "staff", "answerers": 1 },
      { "from": "11:00", "to": "11:42", "answered_by": "staff", "answerers": 1 }
    ]
    """
  static let rates = [0.2, 0.1, 0.4, 0.3]

  /// Practices close for the day at different times, some in the middle of a slot.
  static let different = """
    "staffing": [{ "from": "08:06", "to": "12:00", "answered_by": "staff", "answerers": 1 }],
    "last_answer": { "09:30": 0.3, "11:00": 0.2, "11:45": 0.5 }
    """

  /// The designs of a number of calls, simulated and worked out.
  static func comparisons(
    practices: Int, _ telephone: String, target: Double, replications: UInt64, perPractice: [Int],
    between pair: (Int, Int) = (0, 3)
  ) async throws -> [DesignComparison] {
    let studies = try perPractice.map { slots in
      try study(
        practices: practices, telephone, target: target, "survey.slots_per_practice=\(slots)",
        #"survey.sampling={"design": "simple-random", "practices": \#(practices / slots)}"#)
    }
    var trials = DesignTrials(studies.map { RegionalStudy($0) }, between: pair)
    try await trials.run(0..<replications, jobs: 2)
    return zip(studies, perPractice).enumerated().map { number, design in
      DesignComparison(
        design.0, practices: practices / design.1, perPractice: design.1, trial: trials.trials[number][0],
        profile: trials.profiles[0], between: pair)
    }
  }

  // 3 designs of 12 verdicts each, one in every slot for 2 of 3, at 4.5 standard errors: a correct program fails for
  // fewer than one seed in 1,000.
  @Test("Practices that are alike: verdicts come as often as VerdictPlan says, in a slot and in every slot")
  func verdictPlan() async throws {
    let (target, replications) = (0.45, 300.0)
    for design in try await Self.comparisons(
      practices: 60, Self.alike, target: target, replications: 300, perPractice: [1, 2, 4])
    {
      // 60 calls in 4 slots.
      let plan = try #require(VerdictPlan(calls: [15, 15, 15, 15], target: target))
      func check(_ found: MonteCarloMean?, _ expected: Double) throws {
        let found = try #require(found)
        let error = (expected * (1 - expected) / replications).squareRoot()
        #expect(abs(found.value - expected) < 4.5 * error + 1 / replications)
      }
      for verdict in Verdict.allCases {
        for (slot, rate) in Self.rates.enumerated() {
          let expected = plan.rules[slot].probability(of: verdict, atRate: rate)
          try check(design.trial.probability(of: verdict, slot: slot), expected)
          // The formula has the practices' shares from probes; with the true ones it is the binomial.
          let formula = try #require(design.theory.probability(of: verdict, slot: slot, target: target))
          #expect(abs(formula - expected) < 0.03)
        }
        try check(
          design.trial.probabilityEverywhere(of: verdict),
          plan.probabilityInEveryHour(of: verdict, atRates: Self.rates))
      }
    }
  }

  @Test("Practices that are alike: the diagnosis of a simulation has the verdicts that VerdictPlan says")
  func diagnosis() async throws {
    let study = try Self.study(practices: 60, Self.alike, target: 0.3)
    var result = StudyResult(study)
    try await study.run(0..<250, jobs: 2) { result.add($0) }
    let plan = try #require(VerdictPlan(calls: [15, 15, 15, 15], target: 0.3))
    for (slot, rate) in Self.rates.enumerated() {
      let row = try #require(result.summary(definition: 0, group: slot))
      for (found, verdict) in [(row.meets, Verdict.meets), (row.undecided, .undecided), (row.fails, .fails)] {
        let expected = plan.rules[slot].probability(of: verdict, atRate: rate)
        // 12 numbers at 4.5 standard errors: fewer than one seed in 10,000 fails.
        let error = (expected * (1 - expected) / 250).squareRoot()
        #expect(abs(try #require(found).value - expected) < 4.5 * error + 1 / 250.0)
      }
    }
  }

  // 3 designs of 30 numbers at 5 standard errors of the simulation, of which the formula's own error, from three times as many
  // probes in four times as many practices, is less than a third: fewer than one seed in 10,000 fails.
  @Test("Practices that differ: widths, spreads and verdicts agree with the formulas in every slot")
  func formulas() async throws {
    var compared = 0
    for design in try await Self.comparisons(
      practices: 48, Self.different, target: 0.4, replications: 300, perPractice: [1, 2, 4])
    {
      for figure in design.figures where figure.measure != .power {
        guard let simulated = figure.simulated, let analytic = figure.analytic else { continue }
        compared += 1
        let slack = 5 * (try #require(simulated.standardError)) + 0.002
        #expect(
          abs(simulated.value - analytic) < slack,
          "\(design.perPractice) of 4, \(figure.measure.rawValue), \(figure.group)")
      }
    }
    // In each design 4 slots of width, spread and 3 verdicts, and 6 numbers more.
    #expect(compared == 3 * (4 * 5 + 6))
  }

  @Test(
    "The power to tell two slots apart agrees with the normal approximation, also when practices are shared")
  func power() async throws {
    for design in try await Self.comparisons(
      practices: 160, Self.alike, target: 0.3, replications: 160, perPractice: [1, 4], between: (0, 2))
    {
      // 40 calls a slot at 20 and 40 %; pooled z without continuity correction.
      // R: power.prop.test(n = 40, p1 = 0.2, p2 = 0.4) gives 0.4967, to which the other tail adds 0.00003.
      let analytic = try #require(design.power?.analytic)
      #expect(abs(analytic - 0.4967) < 0.03)
      let simulated = try #require(design.power?.simulated)
      // Two numbers at 4 standard errors, and three points for the approximation: one seed in 10,000 fails.
      let error = try #require(simulated.standardError)
      #expect(abs(simulated.value - analytic) < 4 * error + 0.03)
    }
  }

  /// A profile in which practice i was not reached in so many of four probes of each slot.
  static func profile(_ unreached: [[Int]]) -> PracticeProfile {
    var profile = PracticeProfile(
      practices: unreached.count, slots: unreached[0].count, definition: .agreement)
    for (practice, slots) in unreached.enumerated() {
      for (slot, count) in slots.enumerated() {
        profile.add(
          (0..<4).map { probe in
            // Open probes would all be in vain: they must not count.
            ProbeResult(
              practice: practice, slot: slot,
              outcome: ProbeOutcome(disposition: probe < count ? .noAnswer : .answeredByStaff),
              openOutcome: ProbeOutcome(disposition: .noAnswer))
          })
      }
    }
    return profile
  }

  @Test("A profile's rates, variances and covariances by hand")
  func profileByHand() {
    // Shares 0, 1/2, 1 and 1/4, 1/2, 3/4.
    let profile = Self.profile([[0, 1], [2, 2], [4, 3]])
    #expect(profile.rates(in: 0) == [0, 0.5, 1])
    #expect(profile.rate(in: 1) == 0.5)
    // (1/2 · 1/4 + 0 + 1/2 · 1/4)/2
    #expect(abs(profile.covariance(0, 1) - 0.125) < 1e-15)
    // (1/4 + 0 + 1/4)/2 less what four probes scatter: (0 + 1/4/3 + 0)/3.
    #expect(abs(profile.covariance(0, 0) - (0.25 - 1.0 / 36)) < 1e-15)
    // Scatter alone: (1/16 + 1/16)/2 is less than (3/16/3 + 1/4/3 + 3/16/3)/3.
    #expect(profile.covariance(1, 1) == 0)
    #expect(profile.mostDifferentSlots.map { [$0.0, $0.1] } == [0, 1])
    #expect(Self.profile([[1, 3, 0]]).mostDifferentSlots.map { [$0.0, $0.1] } == [1, 2])
    #expect(Self.profile([[1]]).mostDifferentSlots == nil)
  }

  @Test("Practices that never differ: binomial spreads, a known overlap, and the mixture of uneven slots")
  func theoryByHand() throws {
    let profile = Self.profile([[Int]](repeating: [1, 1, 2, 2], count: 10))
    // Six practices in two of four slots: 3 calls a slot, and 6 · 2/(4 · 3) = 1 practice in each pair of slots.
    let theory = DesignTheory(profile, practices: 6, perPractice: 2)
    #expect(theory.callsPerSlot == 3 && theory.sharedPractices == 1)
    #expect(abs(theory.covariance(0, 0) - 0.25 * 0.75 / 3) < 1e-15)
    #expect(theory.covariance(0, 2) == 0)
    #expect(abs(theory.standardDeviationOfDifference(0, 2) - ((0.1875 + 0.25) / 3).squareRoot()) < 1e-15)
    #expect(abs(theory.standardDeviationOfAll - (2 * (0.1875 + 0.25) / 3 / 16).squareRoot()) < 1e-15)
    // Ten practices in one slot each: half of the slots have two calls, half three.
    let uneven = DesignTheory(profile, practices: 10, perPractice: 1)
    let two = try #require(VerdictRule(trials: 2, target: 0.9, error: 0.05))
    let three = try #require(VerdictRule(trials: 3, target: 0.9, error: 0.05))
    let expected =
      0.5 * (two.probability(of: .meets, atRate: 0.5) + three.probability(of: .meets, atRate: 0.5))
    let found = try #require(uneven.probability(of: .meets, slot: 2, target: 0.9))
    #expect(abs(found - expected) < 1e-12)
    let width = try #require(theory.meanWidth(slot: 0, method: .wilson, confidence: 0.95))
    let binomial = try #require(Coverage.meanWidth(of: .wilson, trials: 3, probability: 0.25))
    #expect(abs(width - binomial) < 1e-12)
  }
}
