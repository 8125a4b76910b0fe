import Testing

@testable import TelefontidCommand

@Suite("check of calls files")
struct CheckCallsTests {
  @Test("The shipped files have no faults")
  func fieldwork() throws {
    let ending = try CommandSandbox().shell(
      """
      cd "$REPOSITORY/scenarios/fieldwork"
      telefontid check calls.csv opkald-excel.csv practices.csv --frame practices.csv
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(ending.output.contains("calls.csv: a calls file of 420 rows; no faults\n"))
    #expect(ending.output.contains("opkald-excel.csv: a calls file of 420 rows; no faults\n"))
    #expect(ending.output.contains("practices.csv: a frame of 420 practices, with cluster; no faults\n"))
  }

  @Test(
    "A frame needs nothing but practices, under any name that draw and estimate find",
    arguments: [
      ("practice\nA\nB\n", ""), ("Ydernummer;kommune\nA;Odder\nB;Odder\n", ""),
      ("nr,gps\nA,1\nB,2\n", "--columns practice=nr"),
    ])
  func frame(text: String, options: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(text, to: "f.csv")
    let ending = try sandbox.shell("telefontid check f.csv \(options)")
    #expect(ending.error == "")
    #expect(ending.output == "f.csv: a frame of 2 practices; no faults\n")
  }

  @Test("What a frame says is checked under the names that --columns gives")
  func frameFaults() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("nr,n\nA,1\nA,0\n", to: "f.csv")
    let ending = try sandbox.shell("telefontid check f.csv --columns practice=nr,gps=n")
    #expect(ending.status == 65)
    #expect(ending.error.contains("already stands on line 2"))
    #expect(ending.error.contains("0 is out of range"))
  }

  @Test("Every row that cannot be right, with its line, and 65")
  func faults() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      """
      practice,slot,date,attempt,due,dialled,disposition,wait_seconds
      900001,8-9,2015-04-07,1,08:10,08:10,busy,0
      900001,8-9,2015-04-07,1,08:10,08:12,busy,0
      P7,8-9,2015-04-07,1,08:10,08:10,busy,0
      900002,17-18,2015-04-07,1,17:10,17:10,busy,0
      900003,8-9,2015-04-07,1,08:10,08:05,busy,0
      900004,8-9,2015-04-07,1,08:10,08:10,hold-limit,1000
      900005,8-9,2015-04-07,1,08:10,08:10,bussy,0

      """, to: "c.csv")
    let ending = try sandbox.shell(
      "telefontid check c.csv --frame \"$REPOSITORY/scenarios/fieldwork/practices.csv\"")
    #expect(ending.status == 65)
    let lines = ending.error.split(separator: "\n")
    #expect(lines.dropFirst(6) == ["Try: telefontid check c.csv  # once it is mended"])
    for (line, place) in zip(lines, ["3:1", "4:1", "5:2", "6:6", "7:8", "8:7"]) {
      #expect(line.hasPrefix("Error: c.csv:\(place): "))
    }
  }
}
