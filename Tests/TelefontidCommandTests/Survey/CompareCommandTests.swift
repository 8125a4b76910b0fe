import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("compare")
struct CompareCommandTests {
  @Test("A survey and itself: nothing has changed, and that is shown within a margin")
  func same() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"
      telefontid compare "$F/calls.csv" "$F/opkald-excel.csv" --reached agreement --margin 0.05 -o c.csv
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(ending.output.contains("Practices called: 420 common, 0 gone, 0 new."))
    let rows = try sandbox.text(of: "c.csv").split(separator: "\n")
    #expect(rows.count == 10)
    #expect(rows[9].hasPrefix("agreement,all,all,420,42,0.1,420,42,0.1,420,0,"))
    #expect(rows[9].hasSuffix(",0.05,0.05,true,true"))
    #expect(rows[9].contains(",tango,0.95,mcnemar-mid-p,two-sided,0.5,,undecided,"))
  }

  @Test("No practice in common: said aloud")
  func strangers() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,disposition\nA,8-9,answered-by-staff\nB,8-9,no-answer\n", to: "a.csv")
    try sandbox.write("practice,slot,disposition\nC,8-9,answered-by-staff\nB,8-9,no-answer\n", to: "b.csv")
    try sandbox.write("practice,slot,disposition\nC,8-9,answered-by-staff\nD,8-9,no-answer\n", to: "c.csv")
    let some = try sandbox.shell("telefontid compare a.csv b.csv")
    let none = try sandbox.shell("telefontid compare a.csv c.csv")
    #expect(some.status == 0 && !some.output.contains("NO PRACTICE IS IN BOTH"))
    #expect(none.status == 0 && none.output.contains("NO PRACTICE IS IN BOTH"))
  }

  @Test("Only one of two surveys has dispositions: 65")
  func mixed() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached\n1,8-9,1\n", to: "a.csv")
    let ending = try sandbox.shell("telefontid compare a.csv \"$REPOSITORY/scenarios/fieldwork/calls.csv\"")
    #expect(ending.status == 65)
    #expect(ending.error.hasPrefix("Error: a.csv: says only who was reached"))
  }

  /// Two surveys of two slots: the same practices in the first slot, different ones in the second.
  private func surveys() throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(12, of: 40, named: "A", slot: "8-9")
        + ReferenceCalls.independent(14, of: 40, named: "B", slot: "9-10"), to: "before.csv")
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(4, of: 40, named: "A", slot: "8-9")
        + ReferenceCalls.independent(6, of: 40, named: "C", slot: "9-10"), to: "after.csv")
    return sandbox
  }

  // By hand: b = 0 and c = 8, mid-p ½^8 = 0.00390625; Holm's first of two is times 2.
  @Test("Several groups are concluded by Holm; a line below all groups stands by itself")
  func holm() async throws {
    let sandbox = try surveys()
    let rows = try await sandbox.rows("compare FOLDER/before.csv FOLDER/after.csv")
    #expect(rows.map { $0["test"] } == ["mcnemar-mid-p", "boschloo", "two-waves"])
    func number(_ column: String) -> Double { rows[0][column].flatMap(Double.init) ?? .nan }
    #expect(
      abs(number("p_value") - 0.00390625) < 1e-12 && abs(number("adjusted_p_value") - 0.0078125) < 1e-12)
    #expect(rows[1]["adjusted_p_value"] == rows[1]["p_value"])
    #expect(rows[2]["adjusted_p_value"] == "")
    let printed = await telefontid(
      "compare \(sandbox.folder.path)/before.csv \(sandbox.folder.path)/after.csv")
    #expect(printed.output.contains("Adjusted p"))
    #expect(printed.output.contains("Conclusions of groups go by the p adjusted by Holm's method"))
  }

  @Test("One direction: half the p-value there, and one bound")
  func oneSided() async throws {
    let sandbox = try surveys()
    let line = "compare FOLDER/before.csv FOLDER/after.csv --interval two-waves"
    let both = try #require(try await sandbox.rows(line).last)
    let better = try #require(try await sandbox.rows("\(line) --change better").last)
    let worse = try #require(try await sandbox.rows("\(line) --change worse").last)
    func number(_ row: [String: String], _ column: String) -> Double {
      row[column].flatMap(Double.init) ?? .nan
    }
    #expect(abs(number(better, "p_value") - 0.5 * number(both, "p_value")) < 1e-12)
    #expect(abs(number(worse, "p_value") - 1 + 0.5 * number(both, "p_value")) < 1e-12)
    #expect(better["lower"] == "-1" && worse["upper"] == "1")
    #expect(number(better, "upper") < number(both, "upper"))
    #expect(better["conclusion"] == "better" && worse["conclusion"] == "undecided")
  }

  @Test("A method is refused for surveys that it is not for, or left out of such groups")
  func refused() async throws {
    let sandbox = try surveys()
    let folder = sandbox.folder.path
    let tango = await telefontid(
      "compare \(folder)/before.csv \(folder)/after.csv --interval tango -o \(folder)/o.csv")
    #expect(tango.status == .done)
    #expect(
      tango.output.contains(
        "Not by the methods asked for: 09:00-10:00, all, where no practice was called in both surveys."))
    let rows = Ending(status: .done, output: try sandbox.text(of: "o.csv"), error: "").rows
    #expect(
      rows.map { $0["interval"] } == ["tango", "", ""] && rows.map { $0["test"] } == ["interval", "", ""])
    #expect(rows[1]["lower"] == "" && rows[1]["p_value"] == "" && rows[1]["conclusion"] == "undecided")
    let weighted = await telefontid(
      "compare \(folder)/before.csv \(folder)/after.csv --interval linearised --test mcnemar")
    #expect(weighted.status == .usage)
    #expect(
      weighted.faults == [
        "'--interval linearised' and '--test mcnemar' are for different surveys: the first is for practices called several times, weights or strata, the second is for surveys that called the same practices once each"
      ])
    let none = await telefontid("compare \(folder)/before.csv \(folder)/after.csv --test linearised")
    #expect(none.status == .usage)
    #expect(
      none.faults.first?.hasPrefix(
        "'--test linearised' is for practices called several times, weights or strata; here no practice was called in both surveys, in other groups the same practices were called in both surveys"
      ) == true)
  }
}
