import Testing

@testable import TelefontidCommand

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
}
