import Scenarios
import Studies
import Tables
import Testing

@testable import Experiments

/// Worlds in which parameters are other than a scenario says.
struct SensitivityStudyTests {
  /// Twelve practices of which some ring out from 14:00 on; how many, is what the afternoon hangs on.
  private static let scenario = """
    {
      "name": "planted", "seed": 3,
      "practices": { "municipalities": { "A": 12 }, "gps": { "1": 12 } },
      "telephone": {
        "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 2 }],
        "last_answer": { "14:00": 1 }, "queue_share": 1,
        "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 0.5, "rings-out": 0.5 } }]
      },
      "patients": {
        "calls_per_day_per_1000_listed": 5, "call_shares": { "08:00-09:00": 0.4, "09:00-16:00": 0.6 }
      },
      "survey": { "days": ["2015-04-14"], "slots": ["08:00-09:00", "15:00-16:00"], "interviewers": 2, "target": 0.3 },
      "provenance": {
        "telephone.when_off[0].shares": {
          "basis": "assumed", "source": "x",
          "values": [
            { "referral-message": 1 }, { "referral-message": 0.5, "rings-out": 0.5 }, { "rings-out": 1 }
          ]
        },
        "patients.talk_with_staff.mean_seconds": { "basis": "assumed", "source": "x", "range": [100, 180] },
        "survey.message.seconds": { "basis": "assumed", "source": "x", "range": [10, 60] }
      }
    }
    """

  private static func document(_ text: String = scenario, _ settings: String...) throws -> ScenarioDocument {
    var document = try ScenarioDocument(parsing: text, file: "planted.json")
    for setting in settings { try document.set(setting) }
    return document
  }

  private static func study(seed: UInt64 = 3, worlds: Int = 20, remedy: String? = nil) throws
    -> SensitivityStudy
  {
    try SensitivityStudy(
      [try document()] + (remedy.map { [try document(scenario, "name=remedy", $0)] } ?? []), seed: seed,
      replications: 2, worlds: worlds)
  }

  /// The planted parameter decides everything from 15 to 16, whatever the seed; `Documentation` shows twenty seeds by command.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `the parameter that matters is found`(seed: UInt64)
    async throws
  {
    let result = try await Self.study(seed: seed, worlds: 50).run(jobs: 2)
    #expect(result.isComplete)
    let afternoon = try #require(
      result.study.conclusions.firstIndex { $0.kind == .rate && $0.group.label == "15:00-16:00" })
    let told = result.indices.filter { $0.conclusion == afternoon && $0.isShown }
    #expect(told.map { result.study.name(of: $0.parameters) } == ["telephone.when_off[0].shares"])
    // The rate is that of the practices that ring out, 0, a half or all: with it exchanged the first point is as the second.
    #expect(told.first?.index?.first == 1)
    let spread = try #require(result.spreads.first { $0.conclusion == afternoon })
    #expect(spread.percentiles[0] == 0 && spread.percentiles[2] == 1)
    #expect(spread.nominal?.value == 0.5)
  }

  @Test func `any number of jobs, parts and worlds known before give the same`() async throws {
    let study = try Self.study()
    let whole = try await study.run(jobs: 1)
    let other = try await study.run(jobs: 3)
    #expect(whole.outcomes == other.outcomes)
    let rows = SensitivityTables.outcomes.bytes(of: SensitivityTables.outcomeRows(of: whole))
    #expect(rows == SensitivityTables.outcomes.bytes(of: SensitivityTables.outcomeRows(of: other)))

    var known = KnownWorlds()
    try known.add(try Table(rows, file: "outcomes.csv"), conclusions: study.conclusions.count)
    #expect(known.count == whole.worlds.count)
    let again = try await study.run(knowing: known, jobs: 1, until: { true })
    #expect(again.isComplete)
    #expect(again.outcomes == whole.outcomes)
  }

  @Test func `a run that is stopped at once has looked at nothing and is not complete`() async throws {
    let result = try await Self.study().run(jobs: 2, until: { true })
    #expect(result.worlds.isEmpty && !result.isComplete)
  }

  @Test func `what a remedy sets is certain in its scenario, and it is best where it lowers the rate`()
    async throws
  {
    let study = try Self.study(
      remedy: #"telephone.when_off=[{from: "00:00", to: "24:00", shares: {"referral-message": 1}}]"#)
    let result = try await study.run(jobs: 2)
    let effect = try #require(
      study.conclusions.firstIndex { $0.kind == .effect && $0.group.label == "15:00-16:00" })
    for world in result.worlds {
      let rate = study.conclusions.firstIndex { $0.kind == .rate && $0.group.label == "15:00-16:00" }
      let outcome = try #require(result.outcomes[world])
      // The remedy leaves no practice that rings out, so that its effect is all of the rate.
      #expect(outcome.values[effect] == outcome.values[rate ?? 0].map { -$0 })
    }
  }

  @Test func `a scenario without ranges cannot be asked`() throws {
    let certain = try Self.document(
      Self.scenario, "telephone.when_off=[]",
      "patients.talk_with_staff={distribution: \"constant\", seconds: 60}",
      "survey.message={distribution: \"constant\", seconds: 30}")
    #expect(throws: SensitivityFault.nothingUncertain) {
      try SensitivityStudy([certain], seed: nil, replications: 2, worlds: 10)
    }
  }

  @Test func `a value that the rest of the scenario forbids is named before anything runs`() throws {
    var text = Self.scenario
    text.replace(
      "\"survey.message.seconds\"",
      with: """
        "survey.days": { "basis": "assumed", "source": "x", "values": [["2015-04-14"], ["2015-04-18"]] },
        "survey.message.seconds"
        """)
    let document = try Self.document(text)
    #expect(throws: ScenarioFaults.self) {
      try SensitivityStudy([document], seed: nil, replications: 2, worlds: 10)
    }
  }
}

/// Worlds by plan.
struct WorldPlanTests {
  @Test func `few parameters are all factors and nothing is screened`() {
    let plan = WorldPlan(parameters: 3, budget: 100)
    #expect(!plan.screens)
    #expect(plan.firstWorlds.count == 100 && plan.count == 100)
    #expect(plan.factors(effects: []) == [[0], [1], [2]])
    #expect(plan.lastWorlds(factors: [[0], [1], [2]]).isEmpty)
  }

  @Test func `of many the ten that matter most to any conclusion are left, and all others together`() {
    let plan = WorldPlan(parameters: 14, budget: 1000)
    #expect(plan.firstWorlds.count == 8 * 16)
    var first = [Double](repeating: 0, count: 14)
    first[13] = 1
    let second = (0..<14).map { Double($0 == 13 ? 0 : 13 - $0) }
    let factors = plan.factors(effects: [first, second])
    #expect(factors.dropLast().map { $0[0] } == [0, 1, 2, 3, 4, 5, 6, 7, 8, 13])
    #expect(factors.last == [9, 10, 11, 12])
    let last = plan.lastWorlds(factors: factors)
    #expect(Set(last).count == last.count && Set(last).isDisjoint(with: plan.firstWorlds))
    #expect(plan.count == plan.firstWorlds.count + last.count && plan.count <= 1000)
    #expect(last.allSatisfy { $0.row < plan.mostRows })
  }
}
