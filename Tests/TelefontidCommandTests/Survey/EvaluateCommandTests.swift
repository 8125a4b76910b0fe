import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("evaluate")
struct EvaluateCommandTests {
  @Test("The shipped example: undecided everywhere, critical counts, exit status 0")
  func fieldwork() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      telefontid evaluate "$REPOSITORY/scenarios/fieldwork/calls.csv" --target 0.10 --reached agreement -o v.csv
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(ending.output.contains("15:00-16:00     52            5   9.6 %  undecided       ≤ 1      ≥ 10"))
    #expect(ending.output.contains("all            420           42  10.0 %  undecided      ≤ 31      ≥ 53"))
    #expect(
      ending.output.contains(
        "Met in every group by slot: not shown; 0 of 8 groups meet the target by themselves."))
    let rows = try sandbox.text(of: "v.csv").split(separator: "\n")
    #expect(rows.count == 10)
    #expect(rows[9].hasPrefix("0,agreement,all,all,420,42,0.1,0.1,undecided,"))
    #expect(rows[9].contains(",420,31,53,"))
  }

  @Test(
    "A target is needed, and must be a share that can be missed",
    arguments: ["", "--target 0", "--target 5 %"])
  func usage(options: String) throws {
    #expect(try CommandSandbox().shell("telefontid evaluate calls.csv \(options)").status == 64)
  }

  /// Golden: our own output, its p-values checked.
  ///
  /// NumPy's linearised variance of North as a domain of 163 practices gives n = 73.4614980707537 judged calls, of which
  /// 23/120·n = x are unreached; SciPy: betainc(x, n − x + 1, .1) = 0.0124707661221, 1 − betainc(x + 1, n − x, .1) =
  /// 0.9948086432625; West has 0.0111532868298, and Holm makes both three times that.
  @Test("No two columns of verdicts can be swapped (golden row of different cells)")
  func row() async throws {
    let sandbox = try CommandSandbox()
    var text = "practice,slot,reached,area\n"
    for (area, practices, both, first) in [("North", 60, 8, 7), ("South", 55, 2, 4), ("West", 48, 5, 9)] {
      for practice in 0..<practices {
        text += "\(area)\(practice),8-9,\(practice < both + first ? 0 : 1),\(area)\n"
        text += "\(area)\(practice),9-10,\(practice < both ? 0 : 1),\(area)\n"
      }
    }
    try sandbox.write(text, to: "calls.csv")
    let row = try #require(try await sandbox.rows("evaluate FOLDER/calls.csv --target 0.1 --by area").first)
    let golden = [
      "replication": "0", "definition": "reached", "by": "area", "group": "North", "calls": "120",
      "unreached": "23", "rate": "0.19166666666666668", "target": "0.1", "verdict": "fails",
      "p_value": "0.012470766122071722", "adjusted_p_value": "0.03345986048929525",
      "p_value_of_meeting": "0.9948086432625074", "judged_calls": "73", "meets_if_at_most": "4",
      "fails_if_at_least": "21", "meets_at_half_target": "0.335340", "undecided_at_half_target": "0.664598",
      "fails_at_half_target": "0.000062", "meets_at_target": "0.025120", "undecided_at_target": "0.946483",
      "fails_at_target": "0.028397", "meets_at_one_and_a_half_target": "0.000964",
      "undecided_at_one_and_a_half_target": "0.700415", "fails_at_one_and_a_half_target": "0.298621",
    ]
    #expect(Set(golden.values).count == golden.count)
    #expect(row == golden)
  }

  // 10 of 12 are answered, one of them after 4 minutes and one in a time that is not known; a message needs no time.
  @Test("A target that names a wait is judged under the definitions with that wait")
  func within() async throws {
    let sandbox = try CommandSandbox()
    var text = "practice,slot,disposition,wait_seconds\n"
    let outcomes = [
      ("busy", ""), ("hold-limit", "900"), ("answered-by-doctor", "240"), ("answered-by-staff", ""),
      ("referral-message", ""),
    ]
    for place in 0..<12 {
      let (outcome, wait) = place < outcomes.count ? outcomes[place] : ("answered-by-staff", "20")
      text += "P\(place),8-9,\(outcome),\(wait)\n"
    }
    try sandbox.write(text, to: "calls.csv")
    let named = try sandbox.shell(
      "telefontid evaluate calls.csv --target 0.1 --reached agreement-within=180 --reached person-within=180 -o -"
    )
    #expect(named.output.contains("0,person-within=180,all,all,"))
    for target in ["90 % within 3 minutes", "90% within 180 seconds", "0,9 inden for 3 min"] {
      let ending = try sandbox.shell("telefontid evaluate calls.csv --target \"\(target)\" -o -")
      #expect(ending.status == 0 && ending.output == named.output, "\(target): \(ending.error)")
    }
    let rows = try await sandbox.rows("evaluate FOLDER/calls.csv --target 0.1 --reached agreement,within=180")
    #expect(rows.last?["definition"] == "agreement-within=180")
    #expect(rows.last?["calls"] == "11" && rows.last?["unreached"] == "3")
    let refused = try sandbox.shell(
      "telefontid evaluate calls.csv --target '90% within 3 minutes' --reached person-within=60")
    #expect(refused.status == 64 && refused.error.contains("'--target' names a wait"))
    try sandbox.write("practice,slot,reached\nA,8-9,1\n", to: "reached.csv")
    #expect(try sandbox.shell("telefontid evaluate reached.csv --target '90% within 3 minutes'").status == 64)
    #expect(try sandbox.shell("telefontid evaluate calls.csv --target '90% within'").status == 64)
  }

  // SciPy: 3 of 52 against 10 %: binom.sf(2, 52, .1) = 0.903 of failing, binom.cdf(3, 52, .1) = 0.223 of meeting; 1 of 52 meets with
  // binom.cdf(1, 52, .1) = 0.028.
  @Test("The p of a group that meets is that of meeting; of any other that of failing")
  func printedPValue() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(3, of: 52, named: "A", slot: "8-9")
        + ReferenceCalls.independent(1, of: 52, named: "B", slot: "9-10"), to: "calls.csv")
    let output = await telefontid("evaluate \(sandbox.folder.path)/calls.csv --target 0.1").output
    let rows = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.first { $0.first == "08:00-09:00" }?.last == "0.903")
    #expect(rows.first { $0.first == "09:00-10:00" }?.last == "0.028")
  }
}
