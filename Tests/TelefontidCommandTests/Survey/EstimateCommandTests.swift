import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

/// A folder of its own for a test, and the repository's root.
struct CommandSandbox: ~Copyable {
  let folder: URL

  /// The root of the repository: tests read the files it ships.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("telefontid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a script in the folder; `$REPOSITORY` is the repository's root.
  func shell(_ script: String) throws -> BuiltProgram.Ending {
    try BuiltProgram.shell(
      "cd '\(folder.path)'; " + script,
      environment: ["REPOSITORY": Self.repository.path, "TMPDIR": folder.path])
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }
}

@Suite("estimate")
struct EstimateCommandTests {
  @Test(
    "A simulated survey is estimated byte for byte as the simulation did",
    arguments: [
      "", #"--set 'survey.sampling={"design": "proportional-to-size", "practices": 24}'"#,
      "--set survey.attempts=3 --set survey.slots_per_practice=2",
      "--set survey.slots_per_practice=all --set 'survey.definitions=[{\"name\": \"quick\", \"dispositions\": [\"answered-by-staff\"], \"within_seconds\": 60}]'",
    ])
  func reproduces(settings: String) throws {
    let sandbox = try CommandSandbox()
    let reached = settings.contains("quick") ? "--reached quick=answered-by-staff,within=60" : ""
    let ending = try sandbox.shell(
      """
      telefontid simulate "$REPOSITORY/scenarios/midtjylland-2015.json" --replications 1 \
        --set 'practices.municipalities={"Odder": 30, "Struer": 10}' --set survey.interviewers=2 \
        --set 'practices.gps={"1": 25, "2": 15}' \(settings) -o run > /dev/null || exit 1
      telefontid estimate run/calls.csv --frame run/practices.csv --by slot --pool 13:00-15:00 \
        --waits --reached agreement --reached person \(reached) -o all.csv > /dev/null || exit 2
      telefontid estimate run/calls.csv --frame run/practices.csv --by slot -o slot.csv > /dev/null || exit 3
      sort all.csv > a; sort run/estimates.csv > b; cmp a b || exit 4
      cut -d, -f 1-12 run/estimates.csv | grep -E ',(agreement|person),slot,' > b
      grep ',slot,' slot.csv > a; cmp a b || exit 5
      """)
    #expect(ending.error == "")
    #expect(ending.status == 0)
  }

  @Test("The spreadsheet and our own file of the same survey give the same bytes")
  func fieldwork() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"
      telefontid estimate "$F/opkald-excel.csv" --frame "$F/practices.csv" -o excel.csv > table.txt || exit 1
      telefontid estimate "$F/calls.csv" --frame "$F/practices.csv" -o ours.csv > /dev/null || exit 2
      cmp excel.csv ours.csv || exit 3
      telefontid estimate "$F/calls.csv" --frame "$F/practices.csv" --estimand snapshot -o snapshot.csv > /dev/null
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
    let rows = try sandbox.text(of: "ours.csv").split(separator: "\n")
    // 5 of 52 and 42 of 420: binom.wilson in R.
    #expect(rows.contains { $0.hasPrefix("0,agreement,slot,15:00-16:00,52,5,") && $0.contains(",0.04177") })
    #expect(rows.contains { $0.hasPrefix("0,agreement,all,all,420,42,0.1,") && $0.contains(",0.0748") })
    #expect(try sandbox.text(of: "table.txt").contains("'telefonsvarer' (11 rows) was read as"))
    let snapshot = try sandbox.text(of: "snapshot.csv").split(separator: "\n")
    #expect(
      snapshot.contains { $0.hasPrefix("0,agreement,slot,15:00-16:00,52,5,") && $0.hasSuffix(",420,15,85") })
  }

  @Test("The table says what a planner needs to know")
  func table() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "nr;hvornår;hvad\n1;8-9;besvaret\n2;8-9;ingen kontakt\n3;8-9;forkert nummer\n4;9-10;besvaret\n",
      to: "a.csv")
    let ending = try sandbox.shell(
      "telefontid estimate a.csv --columns practice=nr,slot=hvornår,disposition=hvad --reached agreement --bounds"
    )
    // Wilson of 1 of 2, 0 of 1 and 1 of 3, by hand: (x + z²/2 ± z√(x(n − x)/n + z²/4))/(n + z²).
    #expect(
      ending.output == """
        a.csv: not reached by "agreement"

        Slot           Calls  Not reached    Rate   95 % interval  Not valid  If all / none of these reached
        -------------  -----  -----------  ------  --------------  ---------  ------------------------------
        08:00-09:00 *      2            1  50.0 %    9.5 %–90.5 %          1                 33.3 % / 66.7 %
        09:00-10:00 *      1            0   0.0 %  at most 79.3 %          0                   0.0 % / 0.0 %
        -------------  -----  -----------  ------  --------------  ---------  ------------------------------
        all *              3            1  33.3 %    6.1 %–79.2 %          1                 25.0 % / 50.0 %

        Interval: wilson.
        * Fewer than 10 calls: too few to mean anything by themselves; 'telefontid plan margin' says how many it takes.
        1 call was not valid (wrong number, not made, or without the wait that the definition needs): beside the rates, not in them.
        'besvaret' (2 rows) was read as answered-by-staff; --dispositions FILE can say otherwise.
        'ingen kontakt' (1 row) was read as no-answer; --dispositions FILE can say otherwise.


        """)
  }

  @Test(
    "A column that --columns names must be in the calls or the frame",
    arguments: ["weight=NOPE", "stratum=NOPE", "municipality=NOPE", "gps=NOPE", "date=NOPE"])
  func missingColumn(named: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"; cp "$F/calls.csv" .
      telefontid estimate calls.csv --columns \(named); A=$?
      telefontid estimate calls.csv --frame "$F/practices.csv" --columns \(named); B=$?
      exit $(( A == 65 && B == 65 ? 0 : 1 ))
      """)
    #expect(ending.status == 0)
    #expect(ending.output == "")
    let lines = ending.error.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("Error: calls.csv:1: there is no column 'NOPE'") })
  }

  @Test("What --columns says of a frame wins over a column that has our name")
  func columnsWin() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,disposition\n1,8-9,busy\n2,8-9,answered-by-staff\n", to: "a.csv")
    // Its own column 'practice' holds the names, and 'weight' something else.
    try sandbox.write(
      "practice,nr,weight,w\nDr. A,1,1,3\nDr. B,2,1,1\nDr. C,3,1,1\n", to: "frame.csv")
    let ending = try sandbox.shell(
      """
      sed '1s/practice/nr/' a.csv > b.csv
      telefontid estimate b.csv --frame frame.csv --columns practice=nr,weight=w -o - | tail -n 1
      telefontid draw --frame frame.csv --columns practice=nr --first-date 2026-09-01 -o - | cut -d, -f2 | sort
      """)
    #expect(ending.error == "")
    // One of the two practices rung, which stands for three of four.
    #expect(ending.output.hasPrefix("0,person,all,all,2,1,0.75,"), "\(ending.output)")
    #expect(ending.output.hasSuffix("\n1\n2\n3\npractice\n"), "\(ending.output)")
  }

  @Test("Weights of calls count under the name that --columns gives")
  func namedWeights() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,slot,disposition,w\n1,8-9,busy,3\n2,8-9,answered-by-staff,1\n3,8-9,busy,1\n", to: "a.csv")
    let ending = try sandbox.shell(
      """
      sed '1s/w$/weight/' a.csv > b.csv; telefontid estimate b.csv -o b > /dev/null
      telefontid estimate a.csv --columns weight=w -o a > /dev/null && cmp a b && grep -c ',0.8,' a
      """)
    // Two of three practices, which stand for four of five.
    #expect(ending.status == 0)
    #expect(ending.error == "")
  }

  @Test("Codes of one's own")
  func codes() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,disposition\n1,8-9,A\n2,8-9,B\n3,8-9,telefonsvarer\n", to: "a.csv")
    try sandbox.write("kode;udfald\nA;besvaret\nB;no-answer\ntelefonsvarer;henvisning\n", to: "map.csv")
    let ending = try sandbox.shell(
      "telefontid estimate a.csv --dispositions map.csv --reached agreement -o - | tail -n 1")
    #expect(ending.output.hasPrefix("0,agreement,all,all,3,1,"))
    #expect(try sandbox.shell("telefontid estimate a.csv").status == 65)
  }

  @Test(
    "Nonsense ends with 65 and a sentence",
    arguments: [
      "head -c 200000 /bin/ls > f", ": > f", "echo practice,slot,disposition > f",
      "echo one > f; echo 1 >> f",
      "yes a, | head -n 1000000 | tr -d '\\n' > f",
      "printf 'practice,slot,disposition\\n1,8-9,bu\\0sy\\n' > f",
      "printf 'practice,slot,disposition\\n\"1,8-9,busy\\n' > f", "gzip -c /bin/ls > f",
      "head -c 40000000 /dev/zero | tr '\\0' x > f",
      "(echo practice,slot,disposition; head -c 40000000 /dev/zero | tr '\\0' x) > f",
      "printf '\\377\\376p\\0' > f", "printf 'practice,slot,disposition\\n1,8-9\\n' > f",
      "printf 'practice,slot,disposition\\n1,99-100,busy\\n' > f",
      "printf 'practice,slot,date,disposition\\n1,8-9,99999999999999999999,busy\\n' > f",
      "printf 'practice,slot,attempt,disposition\\n1,8-9,99999999999999999999,busy\\n' > f",
      "printf 'replication,practice,slot,disposition\\n-1,1,8-9,busy\\n' > f",
    ])
  func nonsense(script: String) throws {
    let sandbox = try CommandSandbox()
    // One gigabyte of address space: what a file holds must not become what the program holds.
    let ending = try sandbox.shell(
      "\(script); ulimit -v 1000000; telefontid estimate f; A=$?; telefontid estimate \"$REPOSITORY/scenarios/fieldwork/calls.csv\" --frame f 2> /dev/null; exit $(( A == 65 && $? == 65 ? 0 : 1 ))"
    )
    #expect(ending.status == 0)
    #expect(ending.output == "")
    #expect(ending.error.hasPrefix("Error: f:"))
    #expect(ending.error.utf8.count < 100_000)
  }

  @Test(
    "Fewer practices than were called are refused, as many are not",
    arguments: ["", "--estimand snapshot", "--between-practices 0.3"])
  func practices(options: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached\n1,8-9,1\n2,8-9,0\n2,9-10,0\n3,9-10,1\n", to: "a.csv")
    let ending = try sandbox.shell(
      "telefontid estimate a.csv \(options) --practices 3 > /dev/null || exit 1; telefontid estimate a.csv \(options) --practices 2"
    )
    #expect(
      ending
        == .init(
          status: 65, wasKilledBySignal: false, output: "",
          error: "Error: a.csv: 3 practices were called; '--practices 2' must be 3 or more\n"))
  }

  @Test("The model counts effective calls and says what its intervals allow for")
  func pooling() throws {
    let sandbox = try CommandSandbox()
    // Six practices in each of three slots, each called once, and then on four days with the same outcome.
    let ending = try sandbox.shell(
      """
      awk 'BEGIN { print "practice,slot,date,reached"; for (d = 1; d <= 4; d++) for (s = 8; s < 11; s++) for (p = 0; p < 6; p++)
        print s "-" p "," s "-" s + 1 ",2015-04-0" d "," (p < s - 7 ? 0 : 1) }' > four.csv
      awk -F, 'NR == 1 || $3 == "2015-04-01"' four.csv > one.csv
      for N in one four; do telefontid estimate $N.csv --by slot --partial-pooling -o $N-model.csv; done
      for N in one four; do cut -d, -f 4,13- $N-model.csv > $N.txt; done; cmp one.txt four.txt
      """)
    #expect(ending.output.contains("allow for all common distributions that the groups make likely.\n"))
    let models = try ["one-model.csv", "four-model.csv"].map { name in
      try sandbox.text(of: name).split(separator: "\n").map { $0.split(separator: ",").suffix(3) }
    }
    // Design effects are estimated with n − 1: 24 calls of six practices count as five or six, not as 24.
    for (one, four) in zip(models[0], models[1]).dropFirst().prefix(3) {
      for (left, right) in zip(one, four) {
        #expect(abs(try #require(Double(left)) - #require(Double(right))) < 0.05)
      }
    }
  }

  @Test(
    "What makes no sense together is refused",
    arguments: [
      "--estimand snapshot", "--interval hypergeometric", "--between-practices 0.2",
      "--estimand snapshot --practices 9 --interval wilson", "--slots 8-10,9-11",
      "--columns practise=x", "--columns practice=slot", "--columns practice=nr,slot=NR",
      "--columns practice=a,practice=b", "--reached no-one", "--pool 15-14",
      "--reached person --reached person", "--confidence 1",
    ])
  func usage(options: String) throws {
    let ending = try CommandSandbox().shell("telefontid estimate calls.csv \(options)")
    #expect(ending.status == 64)
  }

  // Wilson's intervals in R: 5 of 52 is 0.04177 to 0.20610, 0 of 20 is 0 to 0.16113. The scale ends at the greatest bound: in 24 columns the
  // first lies in 4, 11 (0.09615) and the last, the second in 0, 0 and 18.
  @Test("The sketch beside the rates reaches to the greatest bound")
  func sketch() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(5, of: 52, named: "A", slot: "8-9")
        + ReferenceCalls.independent(0, of: 20, named: "B", slot: "9-10"), to: "calls.csv")
    let (output, error) = (OutputStream.Capture(), OutputStream.Capture())
    let console = Console(
      output: .capture(output), error: .capture(error),
      outputAbility: .init(isTerminal: true, hasUnicode: true, columns: 200))
    let status = await Application.run(
      ["estimate", "\(sandbox.folder.path)/calls.csv"], commands: .telefontid, console: console)
    #expect(status == .done)
    let line = String(repeating: "─", count: 17)
    #expect(output.text.contains("    ├──────●───────────┤\n"))
    #expect(output.text.contains("●\(line)┤"))
  }
}
