import Foundation
import Testing

@testable import TelefontidCommand

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

  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scenarios").path
}
