import Foundation
import TestSupport
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("One run, many ways", .serialized)
struct ManyMachinesTests {
  /// A folder with a scenario whose replications take about a millisecond, removed at the end.
  final class Place {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("telefontid-\(UUID())").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(EightPractices.scenario.utf8).write(to: URL(fileURLWithPath: path + "/eight.json"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Runs a script in the folder.
    ///
    /// In it `forge FILE SCRIPT` has sed change a file of the folder `a`, and its manifest name the digest that the file then has.
    func shell(_ script: String) throws -> BuiltProgram.Ending {
      let forge = """
        forge() {
          old=$(sha256sum < a/$1 | cut -c1-64); sed -i "$2" a/$1
          sed -i "s/$old/$(sha256sum < a/$1 | cut -c1-64)/" a/manifest.json
        }
        """
      return try BuiltProgram.shell("cd '\(path)'; \(forge)\n" + script)
    }

    /// What differs between the CSV files of two folders: nothing, or a line for each.
    func differences(_ one: String, _ other: String) throws -> String {
      try shell(
        """
        test -s \(one)/summary.csv || echo no summary
        for file in \(one)/*.csv; do cmp "$file" "\(other)/${file##*/}"; done 2>&1
        test "$(ls \(one))" = "$(ls \(other))" || echo other files
        """
      ).output
    }
  }

  @Test("Any number of jobs, two shards and three: the same bytes in every CSV file", arguments: ["", "all"])
  func sameBytes(keepCalls: String) throws {
    let place = try Place()
    let options = keepCalls.isEmpty ? "-q" : "-q --keep-calls \(keepCalls) --csv excel-da"
    let ending = try place.shell(
      """
      set -e
      simulate() { telefontid simulate eight.json \(options) "$@" > /dev/null; }
      simulate --replications 50 --jobs 1 -o one
      simulate --replications 50 --jobs 2 -o two
      simulate --replications 50 --jobs 7 -o seven
      simulate --replications 0-16 -o a; simulate --replications 17-29 -o b; simulate --replications 30-49 -o c
      telefontid merge c a b -o three-shards
      telefontid merge b a -o ab; telefontid merge ab c -o two-shards
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    for other in ["two", "seven", "three-shards", "two-shards"] {
      #expect(try place.differences("one", other).isEmpty)
    }
    // Jobs change nothing at all; merging changes the manifest by the list of shards, and nothing else.
    #expect(try place.shell("cmp one/manifest.json seven/manifest.json").status == 0)
    let added = try place.shell("diff one/manifest.json two-shards/manifest.json | grep -c '^<'")
    #expect(added.output == "0\n")
    #expect(try place.shell("grep -c '\"first\": 30' two-shards/manifest.json").output == "1\n")
  }

  @Test(
    "An interrupted run keeps a prefix, dies of the signal, and is resumed to the same bytes",
    arguments: ["TERM", "INT"])
  func interruption(signal: String) throws {
    let place = try Place()
    // With job control, or the shell would make its background processes deaf to SIGINT. The first 64 KiB of estimates are
    // written after some thirty replications.
    let ending = try place.shell(
      """
      set -m
      "$PROGRAM" simulate eight.json --replications 100000 -o cut -q & run=$!
      until [ -s .cut.partial-*/estimates.csv ] 2> /dev/null || ! kill -0 $run 2> /dev/null; do sleep 0.01; done
      kill -\(signal) $run; wait $run; echo $?
      """)
    #expect(ending.output == (signal == "INT" ? "130\n" : "143\n"))
    #expect(ending.error.contains("of 100000 replications; they are kept in cut"))
    let manifest = try place.shell("cat cut/manifest.json").output
    #expect(manifest.contains("\"complete\": false"))
    let done = try #require(
      manifest.split(separator: "\n").first { $0.contains("\"done\":") }.flatMap { line in
        Int(line.filter(\.isNumber))
      })
    #expect(done > 0 && done < 100_000)

    // The prefix is what a run of that length would have written; it can be merged, and resumed.
    let (all, last) = (done + 30, done + 29)
    let again = try place.shell(
      """
      set -e
      telefontid simulate eight.json --replications \(done) -o prefix -q > /dev/null
      telefontid simulate eight.json --replications \(done)-\(last) -o rest -q > /dev/null
      telefontid merge rest cut -o merged > /dev/null
      telefontid simulate eight.json --replications \(all) -o whole -q > /dev/null
      telefontid simulate eight.json --replications \(all) -o cut --resume -q > /dev/null
      """)
    #expect(again.status == 0, "\(again.error)")
    #expect(try place.differences("whole", "cut").isEmpty)
    #expect(try place.differences("whole", "merged").isEmpty)
    #expect(try place.shell("cmp whole/manifest.json cut/manifest.json").status == 0)
  }

  @Test("A run that is resumed with nothing there, or nothing left to do, is the run")
  func resumedEarlyAndLate() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      telefontid simulate eight.json --replications 9 -o plain -q
      telefontid simulate eight.json --replications 9 -o new --resume -q > first
      telefontid simulate eight.json --replications 9 -o new --resume -q > second
      cmp first second; cmp plain/manifest.json new/manifest.json
      """)
    #expect(ending.status == 0, "\(ending.error)")
    #expect(try place.differences("plain", "new").isEmpty)
  }

  @Test(
    "Merging names what is missing before, between and behind, and what was not asked for",
    arguments: [
      ("a b c", "0-49", 0, ""), ("a b c", "50", 0, ""),
      ("a b", "0-49", 65, "Error: b: replications 30-49 are missing, behind this folder"),
      ("b c", "0-49", 65, "Error: b: replications 0-16 are missing, before this folder"),
      ("a c", "0-49", 65, "Error: c: replications 17-29 are missing, between this folder and a"),
      ("a b c", "0-48", 65, "Error: c: replication 49 is not asked for"),
      ("b c", "20-49", 65, "Error: b: replications 17-19 are not asked for"),
      ("a", "60-69", 65, "Error: a: replications 60-69 are missing, behind this folder"),
      ("c", "0-9", 65, "Error: c: replications 0-9 are missing, before this folder"),
    ])
  func expected(folders: String, replications: String, status: Int32, error: String) throws {
    let place = try Place()
    let ending = try place.shell(
      """
      simulate() { telefontid simulate eight.json -q "$@" > /dev/null; }
      simulate --replications 0-16 -o a; simulate --replications 17-29 -o b; simulate --replications 30-49 -o c
      telefontid merge \(folders) --replications \(replications) -o joined > /dev/null; status=$?
      test $status = 0 || test ! -e joined || exit 1
      exit $status
      """)
    #expect(ending.status == status, "\(ending.error)")
    #expect(status == 0 ? ending.error.isEmpty : ending.error.contains(error + "\n"), "\(ending.error)")
  }

  @Test("One replication has errors that are not known, and can be resumed, merged, reported and swept")
  func oneReplication() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      simulate() { telefontid simulate eight.json -q "$@" > /dev/null; }
      simulate --replications 3 -o whole
      simulate --replications 1 -o one
      simulate --replications 1-1 -o two; simulate --replications 2-2 -o three
      telefontid merge three one two -o merged
      cp -r one longer; simulate --replications 3 -o longer --resume
      telefontid report one -o one.html > /dev/null
      telefontid sweep eight.json --vary survey.attempts=1,2 --replications 1 -o swept > table
      telefontid report swept -o swept.html > /dev/null
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    #expect(try place.differences("whole", "longer").isEmpty)
    #expect(try place.differences("whole", "merged").isEmpty)
    let rows = Ending(status: .done, output: try place.shell("cat one/summary.csv").output, error: "").rows
    // Two slots and all calls, by two definitions.
    #expect(rows.count == 6)
    for row in rows {
      #expect(row["late_share_se"] == "" && row["mean_width_se"] == "" && row["days_used_se"] == "")
      // Plus four of 0 or 1 in 1: √(0.4 · 0.6 / 5).
      #expect(row["coverage_se"] == "0.219089" && row["p_meets_se"] == "0.219089")
    }
    let cells = Ending(status: .done, output: try place.shell("cat swept/sweep.csv").output, error: "").rows
    #expect(cells.count == 12)
    #expect(cells.allSatisfy { $0["paired_se"] == "" && $0["displaced_se"] == "" && $0["rate"] != "" })
    // Of all calls and of two slots: the first cell has no change, 3; the second's errors in the figure's table, 3.
    #expect(try place.shell("grep -o '>–</td>' swept.html | wc -l").output == "6\n")
  }

  @Test("A folder is not resumed by another run, and stays as it is")
  func notResumed() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      telefontid simulate eight.json --replications 9 -o old -q > /dev/null
      cp old/manifest.json before
      telefontid simulate eight.json --replications 3-8 --seed 9 --keep-calls all -o old --resume
      status=$?
      cmp before old/manifest.json && exit $status
      """)
    #expect(ending.status == 65)
    #expect(
      ending.error == """
        Error: old: has seed 8, this run 9
        Error: old: has --keep-calls first, this run all
        Error: old: begins with replication 0, this run with 3
        Error: old: holds 9 replications, more than the 6 of this run
        Try: the same without --resume, which begins anew

        """)
  }

  @Test("Shards that are no parts of one run are refused with everything that is wrong")
  func refusals() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      simulate() { telefontid simulate eight.json -q "$@" > /dev/null; }
      simulate --replications 0-9 -o a; simulate --replications 8-12 -o b; simulate --replications 15-16 -o c
      simulate --replications 17-17 --seed 9 -o d
      simulate --replications 18-18 --set survey.attempts=2 --keep-calls all -o e
      telefontid merge e d c b a -o merged
      """)
    #expect(ending.status == 65)
    let lines = ending.error.split(separator: "\n")
    #expect(lines.contains("Error: d: has seed 9, a 8"))
    // Which region it is does not depend on the seed.
    #expect(!lines.contains("Error: d: has other practices than a"))
    #expect(lines.contains { $0.hasPrefix("Error: e: is of a scenario with digest ") })
    #expect(lines.contains("Error: e: has --keep-calls all, a first"))
    #expect(lines.contains("Error: b: replications 8-9 are also in a"))
    #expect(lines.contains("Error: c: replications 13-14 are missing, between this folder and b"))
    #expect(try place.shell("ls merged").status != 0)

    let missing = try place.shell("telefontid merge a nowhere -o merged")
    #expect(missing.status == 66)
    #expect(missing.error == "Error: nowhere/manifest.json: No such file or directory\nTry: ls .\n")
  }

  @Test(
    "A shard whose bytes are not those that the run wrote is refused",
    arguments: ["estimates.csv", "tallies.csv"])
  func tampered(file: String) throws {
    let place = try Place()
    let ending = try place.shell(
      """
      telefontid simulate eight.json --replications 0-4 -o a -q > /dev/null
      telefontid simulate eight.json --replications 5-9 -o b -q > /dev/null
      echo '5,agreement' >> b/\(file)
      telefontid merge a b -o merged
      """)
    #expect(ending.status == 65)
    #expect(
      ending.error == "Error: b/\(file): is not the file that the run wrote: its digest is another one\n"
        + "Try: run that part again with the others' scenario, seed and version, then merge\n")
    #expect(try place.shell("ls -A | grep merged").output.isEmpty)
  }

  @Test(
    "Tallies that are not those of the folder's run are refused, whatever their digest",
    arguments: [
      // The same rows twice, a row of another group, another number of replications.
      (
        "tail -n +2 a/tallies.csv > rows; forge tallies.csv '$r rows'",
        "its tallies have other rows than this run"
      ),
      (
        "forge tallies.csv 's/,municipality,B,/,municipality,C,/'",
        "its tallies have other rows than this run"
      ),
      (
        "sed -i 's/\"done\": 5/\"done\": 4/' a/manifest.json",
        "adds up 5 replications, but manifest.json says 4"
      ),
    ])
  func foreignTallies(change: String, reason: String) throws {
    let place = try Place()
    let ending = try place.shell(
      """
      telefontid simulate eight.json --replications 0-4 -o a -q > /dev/null
      \(change)
      telefontid simulate eight.json --replications 9 -o a -q --resume
      """)
    #expect(ending.status == 65)
    #expect(ending.error.contains(reason), "\(ending.error)")
  }

  @Test("Precision ends the run at the first look that is sure enough, whatever the jobs")
  func precision() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      telefontid simulate eight.json --precision 0.025 --jobs 1 -o one -q > /dev/null
      telefontid simulate eight.json --precision 0.025 --jobs 3 -o three -q > /dev/null
      telefontid simulate eight.json --precision 0.025 --replications 150 -o short > /dev/null
      cmp one/manifest.json three/manifest.json
      grep -A 4 '"replications": {' one/manifest.json | tr -d ' \\n'
      grep -A 4 '"replications": {' short/manifest.json | tr -d ' \\n'
      """)
    #expect(ending.status == 0)
    #expect(try place.differences("one", "three").isEmpty)
    // The rate of 4 calls has a standard deviation of at most 0.5 (√(0.25 / 4) = 0.25, more between practices), so
    // 0.25 / √n reaches 0.025 at n = 100 at the earliest, and 0.5 / √n at n = 400 at the latest.
    let done = [100, 200, 400].filter { ending.output.contains("\"asked\":100000,\"done\":\($0)}") }
    #expect(done.count == 1)
  }
}
