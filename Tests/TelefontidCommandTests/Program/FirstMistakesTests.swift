import Foundation
import Terminal
import Testing

@testable import TelefontidCommand

/// The mistakes that people make first: each ends in a sentence that says what to do instead.
@Suite("First mistakes")
struct FirstMistakesTests {
  /// What the program says beside the shipped fieldwork, in a folder of its own.
  private static func said(_ script: String, status: Int32) throws -> String {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY"/scenarios/fieldwork/*.csv . ; cp "$REPOSITORY/scenarios/arithmetic.json" mine.json
      printf 'PK\\003\\004' > opkald.xlsx; echo todo > note.txt
      \(script)
      """)
    #expect(ending.status == status, "\(script)\n\(ending.error)")
    return ending.error
  }

  @Test("No arguments: help says which commands there are, and a command says what it needs in three lines")
  func nothing() async throws {
    let program = await telefontid("")
    #expect(program.status == .done)
    #expect(program.output.contains("See 'telefontid help COMMAND' for the options of a command."))
    #expect(program.output.contains("Please report it"))
    for (command, needed) in [
      ("simulate", "SCENARIO"), ("estimate", "CALLS ..."), ("evaluate", "CALLS ... --target TARGET"),
      ("plan margin", "--rate RATE --margin E,..."), ("merge", "DIR ... --output DIR"), ("init", "WHAT"),
    ] {
      let ending = await telefontid(command)
      #expect(ending.status == .usage)
      let lines = ending.error.split(separator: "\n").filter { !$0.hasPrefix("Error: ") }
      #expect(
        lines == [
          "Usage: telefontid \(command) \(needed) [options]",
          "See 'telefontid \(command) --help' for more information.",
        ])
    }
  }

  @Test(
    "A wrong file: which kind it is, which was expected, and the command that it is for",
    arguments: [
      (
        "estimate mine.json", "mine.json: is a scenario (JSON); expected a table (CSV)",
        "telefontid simulate mine.json"
      ),
      (
        "simulate calls.csv", "calls.csv: is a table of calls; expected a scenario (JSON)",
        "telefontid estimate calls.csv"
      ),
      (
        "simulate practices.csv", "practices.csv: is a list of practices; expected a scenario (JSON)",
        "telefontid draw --frame practices.csv --first-date 2026-09-01 -o calls.csv"
      ),
      (
        "evaluate practices.csv --target 5%",
        "practices.csv: is a list of practices; expected a table of calls",
        "telefontid draw --frame practices.csv --first-date 2026-09-01 -o calls.csv"
      ),
      (
        "simulate opkald-excel.csv", "opkald-excel.csv: is a table of calls; expected a scenario (JSON)",
        "telefontid estimate opkald-excel.csv"
      ),
    ])
  func wrongKind(command: String, fault: String, way: String) throws {
    #expect(try Self.said("telefontid \(command)", status: 65) == "Error: \(fault)\nTry: \(way)\n")
  }

  @Test("A wrong file: one that is missing has its nearest neighbour, a folder of results its command")
  func missing() throws {
    #expect(
      try Self.said("telefontid estimate call.csv", status: 66)
        == "Error: call.csv: No such file or directory. Did you mean 'calls.csv'?\nTry: telefontid init calls -o call.csv  # one to start from\n"
    )
    #expect(
      try Self.said("telefontid draw --frame 'my list.csv' --first-date 2026-09-01", status: 66).hasSuffix(
        "Try: telefontid init frame -o 'my list.csv'  # one to start from\n"))
    #expect(
      try Self.said(
        "telefontid simulate mine.json --replications 1 -o r -q > /dev/null; telefontid estimate r",
        status: 66)
        == "Error: r: is a folder; expected a file\nTry: telefontid report r\nTry: the same with a file in it, such as r/calls.csv\n"
    )
  }

  @Test("A scenario's name: near misses are named, and where to find or begin one")
  func scenarioName() throws {
    let ways =
      "Try: telefontid scenarios  # what is shipped\nTry: telefontid init scenario -o mine.json  # one of your own\n"
    #expect(
      try Self.said("telefontid simulate midtjyland-2015", status: 66)
        == "Error: midtjyland-2015: does not exist. Did you mean 'midtjylland-2015'?\n" + ways)
    #expect(
      try Self.said("telefontid plan fieldwork scenarios/midtjylland-2015.jsn", status: 66)
        == "Error: scenarios/midtjylland-2015.jsn: does not exist. Did you mean 'midtjylland-2015.json'?\n"
        + ways)
    #expect(
      try Self.said("telefontid sweep whatever mine.json", status: 66) == "Error: whatever: does not exist\n"
        + ways)
  }

  @Test("A workbook: how to save it")
  func workbook() throws {
    for command in [
      "estimate opkald.xlsx", "draw --frame opkald.xlsx --first-date 2026-09-01", "check opkald.xlsx",
    ] {
      #expect(
        try Self.said("telefontid \(command)", status: 65).contains(
          "in Excel choose File, Save As, CSV UTF-8"))
    }
    #expect(
      try Self.said("telefontid simulate opkald.xlsx", status: 65)
        == "Error: opkald.xlsx: is a workbook (or another ZIP archive); expected a scenario (JSON)\n")
  }

  @Test("Percent signs are understood; without one, what was meant is named")
  func percentages() async throws {
    let plain = await telefontid("plan margin --rate 0.1 --margin 0.03 --confidence 0.9")
    let percent = await telefontid("plan margin --rate 10% --margin 3% --confidence 90%")
    #expect(plain.status == .done && plain.output == percent.output)
    for (words, meant) in [
      ("plan margin --rate 10 --margin 0.03", "10%"), ("plan margin --rate 0.1 --margin 3,5", "3%,5%"),
      ("estimate calls.csv --confidence 95", "95%"), ("evaluate calls.csv --target 5 ", "5%"),
    ] {
      let ending = await telefontid(words)
      #expect(ending.status == .usage)
      #expect(
        ending.faults.count == 1 && ending.faults[0].hasSuffix(" Did you mean '\(meant)'?"), "\(ending.error)"
      )
    }
    // Not every number becomes right by a percent sign.
    #expect(
      await telefontid("evaluate calls.csv --target 5% --error 60").faults.first?.contains("Did you mean")
        == false)
  }

  @Test("A misspelt column: the nearest header, also of a Danish one, and the option that names it")
  func column() throws {
    #expect(
      try Self.said("sed -i '1s/practice/practise/' calls.csv; telefontid estimate calls.csv", status: 65)
        .contains(
          "there is no column 'practice'; did you mean 'practise'? The columns are: "))
    let danish = try Self.said(
      "printf 'ydernummer;tidsrum;udfaldd\\n1;8-9;optaget\\n' > d.csv; telefontid estimate d.csv", status: 65)
    #expect(
      danish.contains("did you mean 'udfaldd'?") && danish.contains("--columns disposition=udfaldd"),
      "\(danish)")
    #expect(
      try Self.said("telefontid estimate calls.csv --by municipality", status: 65).hasSuffix(
        "Try: the same with --frame FRAME, a list of practices that has the column\n"))
    #expect(
      try Self.said("telefontid estimate calls.csv --frame practices.csv --by municpality", status: 65)
        .contains(
          "Did you mean 'municipality'?"))
    #expect(
      try Self.said(
        "printf 'practice,slot,disposition\\n1,8-9,bussy\\n' > c.csv; telefontid estimate c.csv", status: 65)
        == "Error: c.csv:2:3: disposition: 'bussy' is no disposition that is known; did you mean 'busy'?\n"
        + "Try: telefontid check c.csv  # everything that is wrong with it\n")
  }

  @Test(
    "An output that exists and is not ours: another name, or --force",
    arguments: [
      "estimate calls.csv -o mine.json", "estimate calls.csv -o note.txt",
      "evaluate calls.csv --target 0.1 -o practices.csv",
      "draw --frame practices.csv --first-date 2026-09-01 -o calls.csv", "init scenario -o mine.json",
      "report calls.csv -o mine.json", "plan margin --rate 0.1 --margin 0.03 -o mine.json",
    ])
  func outputExists(command: String) throws {
    let error = try Self.said("telefontid \(command) > /dev/null", status: 73)
    #expect(error.contains("another file") && error.contains("--force"), "\(error)")
  }

  @Test("A folder that exists and is not ours: another name")
  func folderExists() throws {
    #expect(
      try Self.said("mkdir f; touch f/x; telefontid simulate mine.json -o f", status: 73)
        == "Error: f: holds files but no manifest.json of ours; name another folder, or an empty one\n")
  }

  @Test("A place that cannot be written to, a run of another seed: what to do instead")
  func otherPlaces() throws {
    #expect(
      try Self.said("telefontid estimate calls.csv -o /proc/x/y > /dev/null", status: 73).hasSuffix(
        "Try: the same with another name for what is written\n"))
    #expect(
      try Self.said(
        "telefontid simulate mine.json --replications 1 -o r -q > /dev/null; telefontid simulate mine.json --resume -o r --seed 5",
        status: 65
      ).hasSuffix("Try: the same without --resume, which begins anew\n"))
  }

  @Test("No frame: how to name one")
  func noFrame() async {
    let ending = await telefontid("draw --first-date 2026-09-01")
    #expect(ending.status == .usage)
    #expect(
      ending.faults == ["nothing to draw from: name a scenario, or a list of practices with '--frame FRAME'"])
  }

  @Test("Too few calls: which command says how many it takes")
  func fewCalls() throws {
    let ending = try CommandSandbox().shell(
      """
      printf 'practice,slot,disposition\\n1,8-9,busy\\n' > c.csv
      telefontid estimate c.csv; telefontid evaluate c.csv --target 0.1
      """)
    #expect(ending.status == 0)
    #expect(
      ending.output.contains(
        "* Fewer than 10 calls: too few to mean anything by themselves; 'telefontid plan margin' says how many it takes."
      ))
    #expect(
      ending.output.contains("'telefontid plan verdict --target 0.1 --calls N' says what N calls can show."))
  }

  @Test("Ctrl-C: what is kept, and how to go on", .timeLimit(.minutes(2)))
  func interrupted() throws {
    for (command, way) in [
      (
        "simulate midtjylland-2015 --replications 100000 -o r",
        "the same command with --resume goes on from there"
      ),
      (
        "plan fieldwork midtjylland-2015 --replications 100000",
        "Try: run the same command again; it begins anew"
      ),
    ] {
      let error = try Self.said(
        """
        "$PROGRAM" \(command) > /dev/null & pid=$!
        sleep 4; kill -INT $pid; wait $pid
        """, status: 130)
      #expect(error.contains(way), "\(error)")
    }
  }

  @Test("Definitions, the version: what was meant")
  func words() async {
    for (words, meant) in [
      ("estimate c.csv --reached agreemnt", "agreement"), ("estimate c.csv --reached persn", "person"),
      ("estimate c.csv --reached person-witin=20", "person-within=20"),
      ("estimate c.csv --reached mine=buzy,within=20", "mine=busy,within=20"),
      ("version", "--version"), ("-V", "--version"), ("-v", "--version"), ("--Version", "--version"),
      ("simulate mine.json -V", "--version"), ("-?", "--help"),
    ] {
      let ending = await telefontid(words)
      #expect(ending.status == .usage)
      #expect(ending.faults.first?.hasSuffix(". Did you mean '\(meant)'?") == true, "\(ending.error)")
    }
  }
}
