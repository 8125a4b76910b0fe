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

  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scenarios").path
}
