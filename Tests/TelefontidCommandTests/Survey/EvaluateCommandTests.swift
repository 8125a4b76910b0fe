import Testing

@testable import TelefontidCommand

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
}
