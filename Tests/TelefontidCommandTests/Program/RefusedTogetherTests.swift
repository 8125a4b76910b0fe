import Foundation
import Terminal
import Testing

@testable import TelefontidCommand

/// Faults that were put in on purpose, and that no other test found.
@Suite("Options that are seen together")
struct RefusedTogetherTests {
  private static let root = CommandSandbox.repository.path

  @Test("Every option that describes a design is refused beside a scenario, all at once")
  func draw() async {
    let options = [
      "sample 4", "stratify gps", "division equal", "systematic gps", "proportional-to gps", "slots 08-12",
      "slots-per-practice 2", "first-date 2026-09-01", "days 5", "except 2026-09-02", "interviewers 2",
    ]
    let ending = await telefontid(
      "draw \(Self.root)/scenarios/arithmetic.json " + options.map { "--\($0)" }.joined(separator: " "))
    #expect(ending.status == .usage)
    for option in options {
      let name = option.split(separator: " ")[0]
      #expect(
        ending.faults.contains(
          "'--\(name)' describes a design, and so does the scenario: change that with '--set'"), "\(name)")
    }
  }

  @Test("What rates over patients cannot be combined with is named, all at once")
  func estimate() async {
    let ending = await telefontid(
      "estimate calls.csv --total patients --partial-pooling --between-practices 0.1 --practices 9")
    #expect(
      ending.faults == [
        "'--total patients' needs '--frame'", "'--between-practices' is for '--total calls'",
        "'--partial-pooling' is for '--total calls'",
      ])
  }

  @Test("How many groups meet the target is the number of rows that say so")
  func evaluate() async throws {
    let words = "evaluate \(Self.root)/scenarios/fieldwork/calls.csv --target 0.2"
    // A file on standard output is the process's own.
    let csv = Ending(
      status: .done, output: try CommandSandbox().shell("telefontid \(words) -o -").output, error: "")
    let verdicts = csv.rows.filter { $0["by"] == "slot" && $0["definition"] == "agreement" }
      .map { $0["verdict"] }
    let meeting = verdicts.count { $0 == "meets" }
    try #require(meeting > 0 && verdicts.contains("undecided"))
    let text = await telefontid(words).output
    #expect(text.contains("not shown; \(meeting) of \(verdicts.count) groups meet the target by themselves."))
  }
}
