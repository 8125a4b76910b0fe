import Files
import Scenarios
import Studies
import SurveyStatistics
import Tables
import TestSupport
import Testing

@testable import Experiments
@testable import TelefontidCommand
@testable import Terminal

/// In every row here, all cells differ that can, so that no two columns can stand for each other.
@Suite("Columns of the tables of plan (golden)")
struct PlanTablesTests {
  /// The row of that number of a table, by the names of its columns.
  private static func row(_ line: String, _ number: Int = 0) async throws -> [String: String] {
    let ending = await telefontid(line + " -o -")
    try #require(ending.status == .done, "\(ending.error)")
    return try #require(ending.rows.dropFirst(number).first)
  }

  private static func cells<Row>(_ table: RowTable<Row>, _ row: Row) throws -> [String: String] {
    let text = String(decoding: table.bytes(of: [row]), as: UTF8.self)
    return try #require(Ending(status: .done, output: text, error: "").rows.first)
  }

  @Test("margin")
  func margin() async throws {
    let row = try await Self.row(
      "plan margin --rate 0.11 --margin 0.05 --confidence 0.9 --interval wald --assurance 0.8 --design-effect 1.5 "
        + "--practices 420 --between-practices 0.2 --lost 0.12 --slots 3")
    #expect(
      row == [
        "rate": "0.11", "margin": "0.05", "confidence": "0.9", "interval": "wald", "assurance": "0.8",
        "design_effect": "1.5", "practices": "420", "between_practices": "0.2", "lost": "0.12",
        "initial": "123", "after_design_effect": "184.5", "after_practices": "169.64772976529937",
        "after_lost": "192.7815110969311", "calls": "193", "slots": "3", "all_calls": "579",
        "valid_calls": "170", "unreached": "19", "lower": "0.06508792399724664",
        "upper": "0.15844148776745925", "p_within": "0.8069956678708201",
        // SciPy: binom.pmf(x, 123, 0.11) over the counts whose Wald interval holds 0.11.
        "p_covers": "0.906003891244499",
      ])
  }

  @Test("power, of different and of the same practices")
  func power() async throws {
    let different = try await Self.row(
      "plan power --rate 0.1 --alternative 0.07 --design-effect 1.5 --allocation 2 --power 0.85 --lost 0.1")
    #expect(
      different == [
        "row": "smallest", "test": "z", "rate": "0.1", "alternative": "0.07", "correlation": "",
        "overlap": "", "error": "0.05", "sides": "2", "calls": "1905", "second_calls": "3810",
        "power": "0.8501933182299262", "effective_calls": "1143.3333333333333",
        "second_effective_calls": "2286",
      ])
    let same = try await Self.row(
      "plan power --rate 0.1 --alternative 0.07 --paired --overlap 0.5 --correlation 0.3 --error 0.04 --one-sided"
    )
    #expect(
      same == [
        "row": "smallest", "test": "overlap", "rate": "0.1", "alternative": "0.07", "correlation": "0.3",
        "overlap": "0.5", "error": "0.04", "sides": "1", "calls": "987", "second_calls": "987",
        "power": "0.800136190100472", "effective_calls": "987", "second_effective_calls": "987",
      ])
  }

  @Test("verdict")
  func verdict() async throws {
    let row = try await Self.row(
      "plan verdict --target 0.1 --calls 300 --hours 3 --per-practice 2 --between-practices 0.1 --lost 0.05",
      10)
    #expect(
      row == [
        "target": "0.1", "error": "0.05", "hours": "3", "calls": "300", "meets_if_at_most": "19",
        "fails_if_at_least": "39", "rate": "0.08", "p_meets": "0.25224183382959614",
        "p_undecided": "0.7464896127865324", "p_fails": "0.0012685533838714402",
        "p_every_hour_meets": "0.016049124474289793", "p_neither": "0.9828220582050791",
        "p_some_hour_fails": "0.0011288173206311924", "valid_calls": "285",
        "judged_calls": "257.39781564929604",
      ])
  }

  @Test("allocation")
  func allocation() async throws {
    let row = try await Self.row(
      "plan allocation --calls 90 --rates A=0.08,B=0.12 --sizes 105,32 --target 0.2 --costs 1,2")
    #expect(
      row == [
        "division": "equal", "group": "A", "rate": "0.08", "practices": "105", "cost": "1", "calls": "58",
        "lower": "0.033615116601388724", "upper": "0.17856388225986167", "p_meets": "0.8205064949050596",
        "p_undecided": "0.17949315303761623", "p_fails": "0.0000003520573242135271",
      ])
  }

  @Test("acceptance")
  func acceptance() throws {
    let row = PlanAcceptanceTables.Row(
      plan: "double", practices: 420, firstCalls: 16, firstAccept: 1, firstRefuse: 3, secondCalls: 17,
      finalAccept: 2, rate: 0.04, acceptance: 0.88, expectedCalls: 23.5, made: 36)
    #expect(
      try Self.cells(PlanAcceptanceTables.table, row) == [
        "plan": "double", "practices": "420", "first_calls": "16", "first_accept_if_at_most": "1",
        "first_refuse_if_at_least": "3", "second_calls": "17", "final_accept_if_at_most": "2",
        "rate": "0.04", "p_accept": "0.88", "expected_calls": "23.5", "calls_to_make": "36",
      ])
  }

  @Test("sequential, a boundary and a characteristic")
  func sequential() throws {
    let boundary = try Self.cells(
      PlanSequentialTables.table, PlanSequentialTables.Row(boundary: (31, 1, 5)))
    #expect(
      boundary.filter { !$0.value.isEmpty } == [
        "row": "boundary", "calls": "31", "accept_if_at_most": "1", "refuse_if_at_least": "5",
      ])
    let plan = try #require(SequentialPlan(good: 0.05, bad: 0.15, producerRisk: 0.05, consumerRisk: 0.1))
    let result = try #require(plan.characteristics(atRate: 0.05))
    let characteristic = try Self.cells(
      PlanSequentialTables.table,
      PlanSequentialTables.Row(characteristic: (0.05, result), single: 77, made: 88))
    #expect(
      characteristic.filter { !$0.value.isEmpty } == [
        "row": "characteristic", "rate": "0.05", "p_accept": "\(result.acceptance)",
        "expected_calls": "\(result.expectedCalls)", "sd_calls": "\(result.deviationOfCalls)",
        "single_expected_calls": "77", "expected_calls_to_make": "88",
      ])
  }

  @Test("fieldwork: each column is what its name says of the team")
  func fieldwork() async throws {
    let folder = try TemporaryFolder()
    try folder.write(EightPractices.scenario, to: "eight.json")
    let file = folder.path + "/eight.json"
    let assignments = [Assignment(path: "survey.interviewers", value: "1")]
    let study = try ScenarioLoader.study(
      try ScenarioLoader.scenario(file, assignments: assignments), file: file)
    let team = try await TeamRehearsal.run(study, 0..<5, jobs: 1)
    let row = PlanFieldworkTables.Row(
      team: team,
      length: .init(days: study.scenario.survey.days, outcome: .init(teams: [team], smallest: nil)),
      cost: 1234, limit: 1)
    let cells = try Self.cells(PlanFieldworkTables.table, row)
    let numbers: [String: Double?] = [
      "days": 2, "interviewers": 1, "calls": 8, "late": team.late?.value, "late_se": team.late?.standardError,
      "never_dialled": team.neverDialled?.value, "never_dialled_se": team.neverDialled?.standardError,
      "longest_delay_minutes": team.longestDelay?.value, "longest_delay_se": team.longestDelay?.standardError,
      "working_hours": team.workingHours?.value, "working_hours_se": team.workingHours?.standardError,
      "attendance_hours": team.attendanceHours, "cost": 1234, "limit": 1, "replications": 5,
    ]
    for (column, number) in numbers { #expect(cells[column].flatMap(Double.init) == number, "\(column)") }
    let words = [
      "first_date": "2015-04-14", "last_date": "2015-04-15", "within_limit": "true", "smallest": "false",
    ]
    for (column, word) in words { #expect(cells[column] == word, "\(column)") }
    #expect(cells.count == numbers.count + words.count)
  }

  @Test("compare-designs: a number by simulation, its error, and the number by formula")
  func compareDesigns() async throws {
    let folder = try TemporaryFolder()
    try folder.write(EightPractices.scenario, to: "eight.json")
    let row = try await Self.row(
      "plan compare-designs \(folder.path)/eight.json --slots-per-practice 2 --calls 14 --replications 5 --seed 3"
    )
    #expect(
      [row["slots_per_practice"], row["practices"], row["calls"], row["replications"]] == [
        "2", "7", "14", "5",
      ])
    #expect(row["measure"] == "interval-width" && row["group"] == "08:00-09:00", "\(row)")
    let numbers = ["simulated", "monte_carlo_se", "analytic"].compactMap { row[$0].flatMap(Double.init) }
    try #require(numbers.count == 3)
    // Widths of some 0.5; their error over five surveys is far smaller.
    #expect(numbers[1] < 0.2 * numbers[0] && abs(numbers[2] - numbers[0]) < 0.3, "\(numbers)")
  }
}
