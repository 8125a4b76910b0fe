import Foundation
import Testing

@testable import TelefontidCommand

@Suite("Shipped scenarios, wherever one is")
struct ShippedScenarioCommandTests {
  @Test("Every shipped scenario is listed with its own sentence, and no other")
  func listed() throws {
    let ending = try CommandSandbox().shell("telefontid scenarios")
    #expect(ending.status == 0 && ending.error == "")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: CommandSandbox.repository.appendingPathComponent("scenarios").path
    ).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    let rows = ending.output.split(separator: "\n").filter { !$0.hasPrefix("They stand in ") }.dropFirst(2)
    #expect(rows.map { String($0.prefix { $0 != " " }) } == names)
    #expect(rows.allSatisfy { $0.split(separator: " ").count > 5 })
  }

  @Test(
    "By name, from any folder, a scenario is the same as by its file, and so is what a manifest says of it")
  func byName() throws {
    let ending = try CommandSandbox().shell(
      """
      telefontid simulate what-if-all-slots --replications 1 -q -o named > /dev/null || exit 1
      telefontid simulate "$REPOSITORY/scenarios/what-if-all-slots.json" --replications 1 -q -o filed > /dev/null || exit 2
      for file in named/*.csv; do cmp $file filed/${file#named/} || exit 3; done
      [ "$(grep sha256 named/manifest.json)" = "$(grep sha256 filed/manifest.json)" ] || exit 4
      telefontid report named -o page.html > /dev/null || exit 5
      telefontid check midtjylland-2015 midtjylland-2015.json > /dev/null || exit 6
      telefontid check --inputs what-if-all-slots | sed "s:$REPOSITORY/::"
      """)
    #expect(
      ending
        == .init(
          status: 0, wasKilledBySignal: false,
          output: "scenarios/what-if-all-slots.json\nscenarios/midtjylland-2015.json\n", error: ""))
  }

  @Test("A file of that name goes before the shipped one; a folder does not")
  func ownFirst() throws {
    let ending = try CommandSandbox().shell(
      """
      mkdir one-practice; telefontid check one-practice || exit 1
      cp "$REPOSITORY/scenarios/arithmetic.json" midtjylland-2015.json; telefontid check midtjylland-2015.json
      """)
    #expect(ending.status == 0 && ending.error == "")
    let lines = ending.output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0].contains(": no faults") == false && lines[1].contains(": 1 practice,"))
  }

  @Test("A scenario of one's own extends a shipped one and names a shipped list of practices, by name alone")
  func extended() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      #"{ extends: "midtjylland-2015", practices: { frame: "fieldwork/practices.csv" } }"#, to: "mine.json")
    let ending = try sandbox.shell(
      """
      telefontid check --inputs mine.json | sed "s:$REPOSITORY/::"
      mkdir below; echo '{ extends: "../mine.json", title: "Below" }' > below/other.json; telefontid check below/other.json
      echo '{ extends: "midtjyland-2015" }' > wrong.json; telefontid check wrong.json
      """)
    #expect(
      ending.output.hasPrefix(
        "mine.json\nscenarios/midtjylland-2015.json\nscenarios/fieldwork/practices.csv\n"))
    #expect(ending.output.contains("below/other.json: Below: 420 practices"))
    #expect(
      ending.error.contains("wrong.json:1:12: extends: midtjyland-2015 does not exist"), "\(ending.error)")
  }

  @Test("An installed program finds them beside it, through a link too; a lone one says how to get them")
  func installed() throws {
    let ending = try CommandSandbox().shell(
      """
      mkdir -p prefix/bin prefix/share/telefontid bin lone
      ln "$PROGRAM" prefix/bin/telefontid 2> /dev/null || cp "$PROGRAM" prefix/bin/telefontid
      cp -r "$REPOSITORY/scenarios" prefix/share/telefontid; rm prefix/share/telefontid/scenarios/what-if-*
      ln -s ../prefix/bin/telefontid bin/telefontid
      bin/telefontid scenarios | tail -1 | sed "s:$PWD/::"
      bin/telefontid check one-practice > /dev/null || exit 1
      bin/telefontid check what-if-all-slots > /dev/null 2>&1 && exit 2
      ln prefix/bin/telefontid lone/telefontid; lone/telefontid scenarios; echo $?
      lone/telefontid simulate midtjylland-2015; echo $?
      """)
    #expect(
      ending.output
        == "They stand in prefix/share/telefontid/scenarios.\n66\n66\n")
    #expect(ending.error.contains("install it with its files, or name a scenario's file"))
  }
}

@Suite("Files to start from")
struct InitCommandTests {
  @Test("What init writes passes check and runs as it is, in both languages", arguments: ["en", "da"])
  func runs(language: String) throws {
    let ending = try CommandSandbox().shell(
      """
      set -e
      for kind in scenario:s.json frame:f.csv codes:d.csv calls:c.csv; do
        telefontid init ${kind%:*} --language \(language) -o ${kind#*:}
        telefontid init ${kind%:*} --language \(language) | cmp - ${kind#*:}
      done
      telefontid check s.json f.csv c.csv
      telefontid check c.csv --frame f.csv --dispositions d.csv
      telefontid simulate s.json --replications 2 -q -o r
      telefontid draw --frame f.csv --first-date 2026-09-01 -o drawn.csv
      telefontid estimate c.csv --frame f.csv --dispositions d.csv --by municipality
      telefontid evaluate c.csv --target 0.1
      for kind in frame codes calls; do
        telefontid init $kind --language \(language) --csv excel-da > excel-$kind.csv
      done
      telefontid check excel-frame.csv excel-calls.csv --frame excel-frame.csv --dispositions excel-codes.csv
      """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    #expect(
      ending.output.contains(
        "s.json: \(language == "da" ? "Min undersøgelse" : "My survey"): 54 practices, 108 calls"))
    #expect(ending.output.contains("f.csv: a frame of 8 practices"))
  }

  @Test("Codes have every disposition, and every line of the scenario's survey has a comment before it")
  func whole() async throws {
    let codes = await telefontid("init codes --language da").output.split(separator: "\n").dropFirst()
    #expect(codes.count == 16)
    let scenario = await telefontid("init scenario --language da").output
    #expect(scenario.split(separator: "\n").count { $0.contains("// ") } == 12)
    #expect(!scenario.contains(" the "))
    #expect(
      await telefontid("init scenario --csv excel-da").faults == ["'--csv' is for tables; a scenario is JSON"]
    )
  }

  @Test("What was begun is not lost: another file is not replaced, the same one is")
  func kept() throws {
    let ending = try CommandSandbox().shell(
      """
      telefontid init frame -o f.csv > /dev/null && telefontid init frame -o f.csv > /dev/null || exit 1
      echo '9,Viborg,1,1000,' >> f.csv; cp f.csv before
      telefontid init frame -o f.csv; status=$?; cmp f.csv before || exit 2; exit $status
      """)
    #expect(ending.status == 73)
    #expect(ending.error.contains("or replace it with --force"))
  }
}
