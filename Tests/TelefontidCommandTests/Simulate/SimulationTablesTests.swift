import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Surveys
import TelephoneAccess
import TestSupport
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Tables that simulate prints")
struct SimulationTablesTests {
  private static func tables(_ settings: [(String, String)], replications: Range<UInt64>) async throws
    -> SimulationTables
  {
    let folder = try TemporaryFolder()
    try folder.write(EightPractices.scenario, to: "eight.json")
    let file = folder.path + "/eight.json"
    let study = try ScenarioLoader.study(
      try ScenarioLoader.scenario(file, assignments: settings.map { .init(path: $0.0, value: $0.1) }),
      file: file)
    var result = RegionalResult(RegionalStudy(study))
    var first: Replicate?
    try await study.run(replications, jobs: 1) { replicate in
      if first == nil { first = replicate }
      result.add(replicate.facts, region: 0)
    }
    var ability = Console.Ability()
    (ability.isTerminal, ability.hasUnicode) = (true, true)
    return SimulationTables(study: study, result: result, first: first, ability: ability)
  }

  @Test("Patients who hung up are those who left the queue and those who heard its message and left")
  func hungUp() async throws {
    let tables = try await Self.tables(
      [
        ("telephone.queue_share", "1"), ("patients.balking_share", "0.5"),
        ("patients.balks_at_calls_in_system", "1"), ("patients.calls_per_hour", #"{"08:00-10:00": 40}"#),
      ], replications: 0..<2)
    for (cells, counts) in try Self.traffic(of: tables) {
      #expect(counts.balked > 0)
      let hungUp = Double(counts.abandoned + counts.balked) / Double(tables.result.traffic.practiceDays)
      #expect(abs((Double(cells[4]) ?? .nan) - hungUp) < 0.00501, "\(cells)")
    }
  }

  @Test("Calls that end in a menu and callers who are rung back have columns where there are any")
  func menusAndCallbacks() async throws {
    let tables = try await Self.tables(
      [
        ("telephone.queue_share", "1"), ("patients.calls_per_hour", #"{"08:00-10:00": 30}"#),
        ("telephone.menu_share", "0.2"), ("telephone.callback.share", "1"),
      ], replications: 0..<2)
    let days = Double(tables.result.traffic.practiceDays)
    for (cells, counts) in try Self.traffic(of: tables) {
      #expect(counts.endedInMenu > 0 && counts.calledBack > 0)
      for (cell, count) in [(3, counts.endedInMenu), (4, counts.answered), (5, counts.calledBack)] {
        #expect(abs((Double(cells[cell]) ?? .nan) - Double(count) / days) < 0.00501, "\(cells)")
      }
    }
  }

  @Test("Half a second of mean wait and more is a second")
  func waits() async throws {
    var fractions: [Int] = []
    for calls in [20, 25, 30] {
      let tables = try await Self.tables(
        [
          ("telephone.queue_share", "1"), ("patients.calls_per_hour", #"{"08:00-10:00": \#(calls)}"#),
        ], replications: 0..<2)
      for (cells, counts) in try Self.traffic(of: tables) {
        // In whole milliseconds.
        let seconds = (2 * counts.wait + 1000 * counts.answered) / (2000 * counts.answered)
        #expect(cells[8] == "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)")
        fractions.append(counts.wait / counts.answered % 1000)
      }
    }
    #expect(fractions.contains { $0 > 500 } && fractions.contains { $0 < 500 }, "\(fractions)")
  }

  /// The rows of the last table with the counts that they show.
  private static func traffic(of tables: SimulationTables) throws -> [(
    cells: [String], counts: TrafficCounts
  )] {
    let table = try #require(tables.tables.last)
    let rows = tables.result.traffic.rows
    try #require(table.rows.count + table.footers.count == rows.count)
    return zip(Array(table.rows) + table.footers, rows).map { ($0, $1.counts) }
  }

  @Test("The sketch of intervals ends at 10 % where none reaches further")
  func sketch() async throws {
    let tables = try await Self.tables(
      [
        ("practices.municipalities", #"{"A": 300}"#), ("practices.gps", #"{"1": 300}"#),
        ("patients.calls_per_hour", #"{"08:00-10:00": 0}"#), ("telephone.last_answer", "{}"),
        ("survey.interviewers", "16"),
      ], replications: 0..<1)
    let first = try #require(tables.first?.estimates.first)
    let table = try #require(tables.tables.first)
    let upper = try #require(first.first?.interval?.upper)
    try #require(upper > 0.02 && upper < 0.1)
    let sketch = Array(try #require(table.rows.first?.last))
    // 24 columns for 10 points.
    #expect(sketch.lastIndex(of: "┤") == Int(upper / 0.1 * 24), "\(String(sketch)) \(upper)")
  }
}
