import Testing

@testable import TelefontidCommand

/// Plans of surveys in rounds, on the practices of `plan compare-designs`' tests: none rings in vain before noon.
@Suite("plan: rounds and reserves")
struct PlanRoundsTests {
  private static func sandbox(_ survey: String = "") throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    let rounds = #""rounds": [{}, { "days": ["2015-04-20"], "slot": "other" }],"#
    try sandbox.write(
      PlanCompareDesignsCommandTests.scenario.replacing(
        "\"survey\": {", with: "\"survey\": { \(rounds) \(survey)"),
      to: "s.json")
    return sandbox
  }

  private static func cells(_ line: Substring?) -> [String] {
    (line ?? "").split(separator: " ").filter { $0 != "%" }.map(String.init)
  }

  /// Whoever is not reached in the afternoon is rung again in the morning, where everybody answers: 100 % after round 2, whatever chance does.
  @Test(
    "plan compare-designs says what each round costs and buys; designs whose attempts could not be told apart are left out"
  )
  func designs() throws {
    let sandbox = try Self.sandbox()
    let ending = try sandbox.shell(
      "telefontid plan compare-designs s.json --replications 9 -o p.csv; telefontid plan compare-designs s.json --replications 2 --slots-per-practice 2"
    )
    #expect(ending.status == 64)
    #expect(ending.error.contains("2 of 3 slots: a later round rings in other slots"))
    #expect(ending.error.contains("'--set survey.rounds[1].slot=same'"))
    let lines = ending.output.split(separator: "\n")
    let title = try #require(lines.firstIndex(of: "What the rounds buy"))
    let (one, two) = (Self.cells(lines[title + 3]), Self.cells(lines[title + 4]))
    // 1 of 3, round 1, two days, 40 calls ± 0; round 2, one day.
    #expect(Array(one[0...6]) == ["1", "of", "3", "1", "2", "40.0", "0.00"], "\(one)")
    #expect(Array(two[0...4]) == ["1", "of", "3", "2", "1"])
    #expect(two.suffix(2) == ["100.0", "0.0"], "\(two)")
    #expect(ending.output.contains("Left out: 2 of 3 slots: a later round rings in other slots"))

    let rows = try sandbox.text(of: "p.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func number(_ measure: String, _ group: String) -> Double {
      rows.first { $0[3] == measure && $0[4] == group }.flatMap { Double($0[5]) } ?? .nan
    }
    let reached = [number("reached-in-round", "round 1"), number("reached-in-round", "round 2")]
    #expect(abs(reached[0] + reached[1] - 1) < 1e-9)
    // Round 2 rings the 40 less those reached.
    #expect(abs(number("calls-in-round", "round 2") - 40 * reached[1]) < 1e-6)
    #expect(number("calls-in-round", "round 1") == 40)
    let hours =
      number("interviewer-hours-in-round", "round 1") + number("interviewer-hours-in-round", "round 2")
    #expect(abs(hours - number("interviewer-hours", "all")) < 1e-6)
  }

  @Test("Reserves are released in designs that leave some, and named where none is left")
  func reserves() throws {
    let sandbox = try Self.sandbox(#""reserves": 0.5,"#)
    let set = "--set practices.invalid_share=0.25 --set 'survey.rounds[1].slot=same'"
    let ending = try sandbox.shell(
      """
      telefontid plan compare-designs s.json \(set) --replications 4 --slots-per-practice 1,2
      telefontid plan compare-designs s.json \(set) --set 'survey.reserves={A: 2}' --replications 4
      """)
    #expect(ending.status == 64)
    #expect(
      ending.error.contains(
        "survey.reserves is by stratum, and designs are compared as simple random samples"))
    #expect(ending.error.contains("'--set survey.reserves=0.2'"))
    #expect(ending.output.contains("1 of 3 slots: every practice is rung, and none is left in reserve."))
    #expect(!ending.output.contains("2 of 3 slots: every practice"))
  }

  @Test("plan fieldwork says what each round takes and buys; days are those of all rounds")
  func fieldwork() throws {
    let ending = try Self.sandbox().shell(
      "telefontid plan fieldwork s.json --replications 9 --late 0.9 --largest-team 2; telefontid plan fieldwork s.json --days 3"
    )
    #expect(ending.status == 64)
    #expect(ending.error.contains("the survey has 2 rounds, each with days of its own"))
    #expect(ending.error.contains("'--set survey.rounds[0].days=…'"))
    let lines = ending.output.split(separator: "\n")
    let title = try #require(lines.firstIndex(of: "What the rounds buy, by 1 interviewer"))
    let (one, two) = (Self.cells(lines[title + 3]), Self.cells(lines[title + 4]))
    // Round, days, calls ± 0, hours ± …, present: one interviewer from 8 to 16 on each day.
    #expect(Array(one[0...3]) == ["1", "2", "20.0", "0.00"], "\(one)")
    #expect(one[6] == "16.0" && two[6] == "8.0")
    #expect(two.suffix(2) == ["100.0", "0.00"], "\(two)")
    // The first table has the days of both rounds.
    #expect(lines.contains { Self.cells($0).prefix(2) == ["3", "1"] })
  }
}
