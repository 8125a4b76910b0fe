import Foundation
import Testing

@testable import TelefontidCommand

/// What was misread in silence, through the door that people use.
@Suite("Nothing misread in silence")
struct MisreadInSilenceTests {
  @Test("Ten of a hundred stay ten of a hundred with two columns of outcomes, and it is said which counts")
  func twoOutcomes() throws {
    let sandbox = try CommandSandbox()
    let rows = (1...100).map { "\($0);8-9;\($0 <= 10 ? "nej;optaget" : "ja;")\n" }.joined()
    try sandbox.write("Ydernummer;Tidsrum;Kontakt;Udfald\n" + rows, to: "opkald.csv")
    let ending = try sandbox.shell("telefontid estimate opkald.csv --reached agreement")
    #expect(ending.error == "")
    #expect(ending.output.contains("10.0 %"))
    #expect(ending.output.contains("Column Udfald: empty in 90 rows in which 'Kontakt' has the outcome"))
  }

  @Test("A stray quote and an open code are remarked on below the table")
  func remarks() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,slot,disposition,note\n1,8-9,busy,\"a\n2,8-9,busy,\n3,8-9,busy,\n4,8-9,busy,b\"\n5,8-9,kø,\n",
      to: "c.csv")
    let ending = try sandbox.shell("telefontid estimate c.csv; telefontid check c.csv")
    #expect(ending.output.contains("1 row: column note: a field in quotes runs over several lines"))
    #expect(ending.output.contains("'kø' (1 row) was read as hold-limit"))
  }

  @Test(
    "A target is the share not reached: percentages are understood, and one above half is remarked on",
    arguments: [("10%", ""), ("10 %", ""), ("0,1", ""), ("0.1", "")])
  func targets(text: String, error: String) throws {
    let ending = try CommandSandbox().shell(
      "telefontid evaluate \"$REPOSITORY/scenarios/fieldwork/calls.csv\" --target '\(text)' | head -1")
    #expect(ending.output.contains("at most 10.0 % not reached"))
    #expect(ending.error == error)
  }

  @Test("A target of 0.95 and a plan for shares reached are set right")
  func reachedShares() throws {
    let ending = try CommandSandbox().shell(
      """
      telefontid evaluate "$REPOSITORY/scenarios/fieldwork/calls.csv" --target 0.95 > /dev/null
      telefontid evaluate "$REPOSITORY/scenarios/fieldwork/calls.csv" --target 95 2>&1 | head -1
      telefontid plan acceptance --good 0.95 --bad 0.85 2>&1 | head -1
      """)
    #expect(ending.error.contains("95.0 % reached is '--target 0.05'"))
    #expect(ending.output.contains("such as 0.05 or 5%"))
    #expect(ending.output.contains("'--good 0.05 --bad 0.15'"))
  }

  @Test("Sizes that may have their thousands set apart are refused, since they would change who is sampled")
  func sizes() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,size\n1,1.509\n2,950\n3,2.100\n", to: "f.csv")
    let ending = try sandbox.shell(
      "telefontid draw --frame f.csv --first-date 2026-09-01 --sample 2 --proportional-to size")
    #expect(ending.status == 65)
    #expect(ending.error.contains("'1.509' in 'size' may set thousands apart or be a decimal"))
  }

  @Test("A scenario reads the same frames as draw, and finds columns as people write them")
  func scenarioFrames() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "Ydernummer;Antal læger;Kommunekode;Sikrede\n012;1;0751;1500\n013;2;751;3100\n", to: "f.csv")
    let ending = try sandbox.shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" .
      telefontid draw --frame f.csv --first-date 2026-09-01 --sample 1 --stratify kommunekode -o - | head -1
      telefontid draw --frame f.csv --first-date 2026-09-01 --sample 1 --stratify Kommune -o - | cut -d, -f11,12,13,16
      """)
    #expect(ending.error == "")
    #expect(
      ending.output.hasPrefix(
        "replication,practice,slot,date,attempt,due,dialled,disposition,wait_seconds,interviewer,municipality,gps,listed_patients,stratum,weight,Kommunekode\n"
      ))
    #expect(ending.output.contains("\nAarhus,"))
  }

  @Test("Headers with commas and quotes can be named")
  func headers() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "\"Yder, nr\",Tidsrum,Udfald,\"Område \"\"A, B\"\"\"\n1,8-9,busy,x\n2,8-9,læge,y\n", to: "c.csv")
    let ending = try sandbox.shell(
      #"""
      telefontid estimate c.csv --columns 'practice="Yder, nr"' --by '"Område ""A, B"""' --reached agreement -o -
      """#)
    #expect(ending.error == "")
    #expect(ending.output.contains(#""Område ""A, B""",x,1,1,"#))
  }

  @Test("Unknown codes come as a list to fill in, which then says what they mean")
  func unknownCodes() throws {
    let sandbox = try CommandSandbox()
    let rows = (1...30).map { "\($0),8-9,\(["K1", "K2", "K3"][$0 % 3])\n" }.joined()
    try sandbox.write("practice,slot,disposition\n" + rows, to: "c.csv")
    let ending = try sandbox.shell(
      """
      telefontid check c.csv --unknown-codes codes.csv 2> faults; echo $?
      grep -c "^Error:" faults; cat codes.csv
      telefontid check c.csv --dispositions codes.csv 2>&1 | head -1
      sed -i 's/^K2,$/K2,optaget/; s/^K3,$/K3,læge/; s/^K1,$/K1,personale/' codes.csv
      telefontid check c.csv --dispositions codes.csv
      """)
    #expect(
      ending.output == """
        65
        3
        code,disposition
        K2,
        K3,
        K1,
        Error: codes.csv:2:2: disposition: the code 'K2' has no disposition yet
        c.csv: a calls file of 30 rows; no faults

        """)
  }

  @Test("A workbook is told how it becomes a CSV, in both languages")
  func workbook() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(#"printf 'PK\003\004x' > c.xlsx; telefontid estimate c.xlsx"#)
    #expect(ending.status == 65)
    #expect(
      ending.error.contains("in Excel choose File, Save As, CSV UTF-8 (på dansk: Filer, Gem som, CSV UTF-8"))
  }

  @Test("compare finds practices again whose leading zeros one of the spreadsheets has dropped")
  func comparedPractices() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached\n012,8-9,1\n013,8-9,0\n", to: "a.csv")
    try sandbox.write("practice,slot,reached\n12,8-9,1\n13,8-9,1\n014,8-9,1\n", to: "b.csv")
    let ending = try sandbox.shell(
      """
      telefontid compare a.csv b.csv -o - | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "shared_practices") c = i }
        $3 == "all" { print $c }'
      """)
    #expect(ending.output == "2\n" && ending.error == "", "\(ending.error)")
  }

  @Test(
    "Two hundred calls whose day stands under an unknown header do not become forty, whatever their outcomes")
  func unreadDay() throws {
    let sandbox = try CommandSandbox()
    let rows = (1...5).flatMap { day in
      (1...40).map { "\($0);8-9;\(day)-9-2026;\($0 % 3 == day % 2 ? "optaget" : "personale")\n" }
    }
    for (name, text) in [("a.csv", rows), ("b.csv", rows.map { $0.replacing("optaget", with: "personale") })]
    {
      try sandbox.write("Ydernummer;Tidsrum;Ugens dag;Udfald\n" + text.joined(), to: name)
      for command in ["estimate", "check", "evaluate --target 10%"] {
        let ending = try sandbox.shell("telefontid \(command) \(name) --columns 'slot=Tidsrum'")
        #expect(ending.status == 65)
        #expect(
          ending.error.contains(
            "'Ugens dag' looks like the date and is not read: say so with --columns date=Ugens dag"))
        #expect(ending.error.count(where: { $0 == "\n" }) <= 41, "\(ending.error)")
      }
      let told = try sandbox.shell(
        "telefontid estimate \(name) --columns 'date=Ugens dag' --reached agreement -o - | grep ,all,all,")
      #expect(told.output.contains(",all,all,200,"))
    }
  }

  @Test("A row that stands twice counts once, and that is said")
  func twice() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,disposition\n1,8-9,busy\n2,8-9,busy\n1,8-9,busy\n", to: "c.csv")
    let ending = try sandbox.shell("telefontid estimate c.csv --reached agreement")
    #expect(
      ending.output.contains("1 row: the same call and outcome as in an earlier row, counted once; on line 4")
    )
  }

  @Test("A table that R wrote with its row names is read, and it is said")
  func rowNames() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "\"practice\";\"slot\";\"disposition\"\n\"1\";\"P1\";\"8-9\";\"busy\"\n\"2\";\"P2\";\"8-9\";NA\n",
      to: "c.csv")
    let ending = try sandbox.shell("telefontid estimate c.csv --reached agreement")
    #expect(ending.error == "")
    #expect(ending.output.contains("the first, which numbers them, was passed over, as R writes it"))
    #expect(ending.output.contains("08:00-09:00"))
  }
}
