import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Sweeping from the command line")
struct SweepCommandTests {
  @Test(
    "Commas divide values, except in brackets and quotes",
    arguments: [
      ("1,2,6", ["1", "2", "6"]),
      (
        #"["08:00-09:00", "09:00-12:00"],["08:00-12:00"]"#,
        [#"["08:00-09:00", "09:00-12:00"]"#, #"["08:00-12:00"]"#]
      ),
      (#"{"1": 0.4, "2": 0.6},0.5"#, [#"{"1": 0.4, "2": 0.6}"#, "0.5"]),
      (#""a,b",c"#, [#""a,b""#, "c"]),
      (#""a\",b",c"#, [#""a\",b""#, "c"]),
      ("1", ["1"]),
    ])
  func values(text: String, expected: [String]) {
    #expect(Variation.divide(text) == expected)
  }

  @Test(
    "A variation needs a path and no empty value", arguments: ["=1,2", "survey.attempts", "a=1,,2", "a="])
  func refused(text: String) {
    #expect(ValueReader<Variation>.variation.read(text) == nil)
  }

  @Test("The last parameter varies fastest")
  func combinations() {
    let grid = Variation.combinations(of: [
      Variation(path: "a", values: ["1", "2"]), Variation(path: "b", values: ["x", "y"]),
    ])
    #expect(grid == [["1", "x"], ["1", "y"], ["2", "x"], ["2", "y"]])
  }

  @Test("A sweep writes its folder, the same for any number of jobs, with the truth that simulate writes")
  func folder() throws {
    let ending = try BuiltProgram.shell(
      """
      set -e
      cd "$(mktemp -d)"
      telefontid sweep "$SCENARIOS/arithmetic.json" --vary survey.attempts=1,2 --replications 3 --jobs 1 -o one > /dev/null
      telefontid sweep "$SCENARIOS/arithmetic.json" --vary survey.attempts=1,2 --replications 3 --jobs 2 -o two > /dev/null
      telefontid simulate "$SCENARIOS/arithmetic.json" --replications 3 -o plain > /dev/null
      diff -r one two
      ls one
      cut -d, -f1-3 one/cells.csv
      grep -c . one/sweep.csv
      # definition, by, group, rate and its error: columns 4 to 6, 8 and 9 of a sweep, 1 to 5 of truth.csv.
      grep '^0,' one/sweep.csv | cut -d, -f4-6,8,9 > swept
      cut -d, -f1-5 plain/truth.csv | grep -F -x -f swept | sort > known
      sort swept | diff - known
      rm -r "$PWD"
      """, environment: ["SCENARIOS": Self.scenarios])
    #expect(ending.error == "")
    #expect(
      ending.output == """
        cells.csv
        datapackage.json
        manifest.json
        sums.csv
        sweep.csv
        cell,survey.attempts,scenario
        0,1,arithmetic
        1,2,arithmetic
        17

        """)
    #expect(ending.status == 0)
  }

  @Test("Nothing to compare, a parameter named twice and too many cells are usage errors")
  func usage() throws {
    let values = (1...40).map(String.init).joined(separator: ",")
    for arguments in [
      "x.json", "x.json --vary a=1 --vary a=2", "x.json --vary a=\(values) --vary b=\(values)",
    ] {
      let ending = try BuiltProgram.shell("telefontid sweep \(arguments)")
      #expect(ending.status == 64)
    }
  }

  @Test(
    "What cannot be varied or shown is said, with what can",
    arguments: [
      ("--vary survey.attempts=0,1", "--vary survey.attempts=0: survey.attempts: 0 is not a whole number"),
      ("--vary survey.atempts=1,2", "--vary survey.atempts=1: survey.atempts: there is no parameter"),
      ("--vary seed=1,2", "'--vary seed': all cells share it; give it with '--seed'"),
      (
        "--vary survey.attempts=1,2 --group 08:00-9:00",
        "no scenario has a group '08:00-9:00'. Did you mean '08:00-09:00'?"
      ),
      ("--vary survey.attempts=1,2 --group x", "There are 08:00-09:00, 09:00-10:00, 10:00-11:00, all."),
    ])
  func faults(arguments: String, message: String) throws {
    let ending = try BuiltProgram.shell(
      "cd \"$(mktemp -d)\"; telefontid sweep \"$SCENARIOS/arithmetic.json\" \(arguments) --replications 1 -o s; "
        + "s=$?; ls; rmdir \"$PWD\"; exit $s", environment: ["SCENARIOS": Self.scenarios])
    #expect(ending.status == 64)
    #expect(ending.error.contains(message), "\(ending.error)")
    #expect(ending.output == "")
  }

  @Test(
    "A scenario is read from a file, since it may extend another", arguments: ["simulate -", "sweep - -"])
  func standardInput(command: String) throws {
    let ending = try BuiltProgram.shell("telefontid \(command) -o \"$(mktemp -u)\"")
    #expect(ending.status == 64)
    #expect(ending.error.contains("The value '-' is invalid for 'SCENARIO': expected the name of a file"))
  }

  @Test("Parts made on other machines, in any order and by any jobs, are the sweep; so is one that goes on")
  func parts() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      set -e
      sweep() { telefontid sweep eight.json --vary survey.attempts=1,2 --vary telephone.queue_share=0.5,1 \
        --regions 2 --replications 5-15 -q "$@" > /dev/null; }
      sweep --jobs 1 -o whole
      sweep --part 1/3 --jobs 2 -o a; sweep --part 2/3 -o b; sweep --part 3/3 --jobs 3 -o c
      sweep --take c --take a --take b -o taken
      sweep --take b -o filled
      sweep --part 3/3 --take a -o gaps; cp -r gaps longer; sweep --resume -o longer
      for made in taken filled longer; do diff -r whole $made; done
      tr -d ' \n' < a/manifest.json | grep -o '"first":5,"asked":11,"done":4.,"complete":false'
      grep replications gaps/sums.csv
      sweep --resume -o whole; sweep --take whole --take a --take a -o again; diff -r whole again
      telefontid report gaps -o gaps.html > /dev/null 2> stopped; grep -c 'stopped: 7 of 11' stopped
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)\(ending.output)")
    #expect(
      ending.output == """
        "first":5,"asked":11,"done":4},"complete":false
        0,replications,,,,4,,,5,8
        0,replications,,,,3,,,13,15
        1

        """)
  }

  @Test(
    "What is no part of the sweep is refused",
    arguments: [
      ("", "--seed 9 --take a", 65, "a: is not of this run: command line, scenarios, seed or version differ"),
      ("", "--take nowhere", 66, "nowhere/manifest.json: No such file or directory"),
      ("", "--take a --take b", 65, "b/sums.csv: holds some of the replications of another folder"),
      (
        "sed -i 's/\"attempts\": 1/\"attempts\": 2/' other.json", "other.json --take c", 65,
        "c: is of other cells than this run"
      ),
      ("echo 1 >> a/sums.csv", "--take a", 65, "a/sums.csv: is not the file that the run wrote"),
      ("", "--part 7/7", 64, "'--part': there are 6 replications, fewer than parts"),
      (
        "forge sums.csv '/^0,replications/d'", "--take a", 65,
        "a/sums.csv: does not say which replications it sums"
      ),
      ("forge sums.csv '$d'", "--take a", 65, "a/sums.csv: has other rows than this run"),
      ("forge sums.csv '$p'", "--take a", 65, "a/sums.csv: has more rows than this run"),
      (
        "forge sums.csv 's/^0,probes,agreement,all,all,[0-9]*/0,probes,agreement,all,all,-1/'", "--take a",
        65,
        "a/sums.csv: has no sound row for probes of agreement, all, all"
      ),
      (
        "forge sums.csv 's/sum_of/sums_of/'", "--take a", 65,
        "a/sums.csv: has other columns than a run writes"
      ),
    ])
  func refusedParts(change: String, arguments: String, status: Int32, message: String) throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      cp eight.json other.json
      sed -i 's/"survey": {/"survey": { "attempts": 1,/' other.json
      sweep() { telefontid sweep eight.json --vary survey.interviewers=2,3 --replications 6 -q "$@" > /dev/null; }
      sweep --part 1/2 -o a; sweep --part 2/3 -o b; sweep other.json --part 2/2 -o c
      \(change)
      sweep \(arguments) -o made; status=$?
      test $status = 0 || test ! -e made || exit 1
      exit $status
      """)
    #expect(ending.status == status, "\(ending.error)")
    #expect(ending.error.contains("Error: \(message)"), "\(ending.error)")
  }

  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scenarios").path
}
