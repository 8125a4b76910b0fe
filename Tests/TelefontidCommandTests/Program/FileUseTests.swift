import Testing

@testable import TelefontidCommand

@Suite("Outputs in the place of inputs")
struct FileUseTests {
  /// Runs a command beside a copy `f` of the shipped fieldwork, and says whether any file has changed or come.
  private static func run(_ command: String) throws -> BuiltProgram.Ending {
    try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f; cp f/calls.csv B.csv; ln -s f link
      echo 'code,disposition' > f/disp.csv; echo 'x,busy' >> f/disp.csv
      cp "$REPOSITORY/scenarios/midtjylland-2015.json" s.json; ln -s s.json s-link.json; ln f/calls.csv hard.csv
      echo '{"extends": "s.json"}' > child.json
      echo '{"extends": "s.json", "practices": {"frame": "f/practices.csv"}}' > framed.json
      cp "$REPOSITORY/scenarios/midtjylland-2015.targets.csv" T.csv
      find . -type f | sort | xargs cksum > "$TMPDIR.before"
      telefontid \(command) > /dev/null; status=$?
      find . -type f | sort | xargs cksum | cmp - "$TMPDIR.before" >&2; rm "$TMPDIR.before"
      exit $status
      """)
  }

  @Test(
    "No output replaces what the same command reads, however its path is written",
    arguments: [
      ("estimate f/calls.csv -o f/calls.csv", "--output", "CALLS"),
      ("estimate f/calls.csv -o f/../f/calls.csv", "--output", "CALLS"),
      ("estimate f/calls.csv -o ./link/calls.csv", "--output", "CALLS"),
      ("estimate f/calls.csv -o new/../f/calls.csv", "--output", "CALLS"),
      ("estimate f/calls.csv --differences-output f/calls.csv", "--differences-output", "CALLS"),
      ("estimate f/calls.csv --frame f/practices.csv -o f/practices.csv", "--output", "--frame"),
      ("estimate f/calls.csv --dispositions f/disp.csv -o f/disp.csv", "--output", "--dispositions"),
      ("evaluate f/calls.csv --target 0.1 -o f/calls.csv", "--output", "CALLS"),
      ("evaluate f/calls.csv --target 0.1 --frame f/practices.csv -o f/practices.csv", "--output", "--frame"),
      ("compare B.csv f/calls.csv -o B.csv", "--output", "BASELINE"),
      ("compare B.csv f/calls.csv -o f/calls.csv", "--output", "FOLLOWUP"),
      (
        "compare B.csv f/calls.csv --followup-frame f/practices.csv -o f/practices.csv", "--output",
        "--followup-frame"
      ),
      ("report f/calls.csv -o f/calls.csv", "--output", "RESULTS"),
      ("report f -o f/calls.csv", "--output", "RESULTS"),
      ("report f -o link/practices.csv", "--output", "RESULTS"),
      ("report f --baseline B.csv -o B.csv", "--output", "--baseline"),
      ("report f/calls.csv --frame f/practices.csv -o f/practices.csv", "--output", "--frame"),
      ("plan allocation --calls 400 --from f/calls.csv --by slot -o f/calls.csv", "--output", "--from"),
      ("plan fieldwork s.json -o s.json", "--output", "SCENARIO"),
      ("join f/calls.csv --plan B.csv -o B.csv", "--output", "--plan"),
      ("join f/calls.csv --plan B.csv -o f/calls.csv", "--output", "CALLS"),
      ("progress f/calls.csv --plan B.csv -o B.csv", "--output", "--plan"),
      ("plan compare-designs s.json -o s-link.json", "--output", "SCENARIO"),
      ("calibrate s.json --to T.csv --free telephone.queue_share -o T.csv", "--output", "--to"),
      ("draw --frame f/practices.csv --first-date 2026-09-01 -o f/practices.csv", "--output", "--frame"),
      ("estimate f/calls.csv -o hard.csv", "--output", "CALLS"),
      ("estimate - -o f/calls.csv < f/calls.csv", "--output", "CALLS"),
      ("estimate - -o f/calls.csv --force < hard.csv", "--output", "CALLS"),
    ])
  func refused(command: String, output: String, input: String) throws {
    let ending = try Self.run(command)
    #expect(ending.status == 73)
    #expect(
      ending.error.hasSuffix(": '\(output)' would replace what '\(input)' reads; write to another file\n"),
      "\(ending.error)")
    #expect(ending.error.split(separator: "\n").count == 1, "\(ending.error)")
  }

  @Test(
    "No output replaces a file that an input names, not even by force",
    arguments: [
      ("plan fieldwork child.json --force -o s.json", "s.json"),
      ("plan compare-designs child.json --force -o s-link.json", "s-link.json"),
      ("plan fieldwork framed.json --force -o f/practices.csv", "f/practices.csv"),
      (
        "calibrate child.json --to T.csv --free patients.calls_per_day_per_1000_listed --force -o s.json",
        "s.json"
      ),
      ("draw framed.json --force --codes f/practices.csv", "f/practices.csv"),
    ])
  func namedByAnInput(command: String, output: String) throws {
    let ending = try Self.run(command)
    #expect(ending.status == 73)
    #expect(ending.error.hasPrefix("Error: \(output): is what this command reads"), "\(ending.error)")
  }

  @Test("A report takes no place of what the scenario of its folder extends")
  func scenarioOfReport() throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" s.json; echo '{"extends": "s.json"}' > child.json
      telefontid simulate child.json --replications 1 -o r -q > /dev/null || exit 1
      telefontid report r --force -o s.json
      """)
    #expect(ending.status == 73)
    #expect(ending.error.hasPrefix("Error: s.json: is what this command reads"), "\(ending.error)")
  }

  @Test("What is merged takes no place of a part, by whatever name", arguments: ["b", "link", "c/../b"])
  func partOfMerge(output: String) throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" s.json; mkdir c
      telefontid simulate s.json --replications 0-0 -o a -q > /dev/null || exit 1
      telefontid simulate s.json --replications 1-1 -o b -q > /dev/null || exit 1
      ln -s b link; cp -r b before
      telefontid merge a b --force -o \(output) -q; status=$?
      diff -r b before || exit 2
      exit $status
      """)
    #expect(ending.status == 73)
    #expect(
      ending.error.hasPrefix("Error: \(output): holds b/manifest.json, which this command reads"),
      "\(ending.error)")
  }

  @Test("A folder of results is not replaced while its practices are the frame of the scenario")
  func frameInResults() throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" s.json
      telefontid simulate s.json --replications 1 -o r -q > /dev/null || exit 1
      echo '{"extends": "s.json", "practices": {"frame": "r/practices.csv"}}' > framed.json
      telefontid simulate framed.json --force -o r
      """)
    #expect(ending.status == 73)
    #expect(
      ending.error.contains("Error: r: holds r/practices.csv, which this command reads"), "\(ending.error)")
  }

  @Test(
    "Two outputs need two files, however their paths are written",
    arguments: [
      ("estimate f/calls.csv -o e.csv --differences-output ./e.csv", "--differences-output"),
      ("estimate f/calls.csv -o f/e.csv --differences-output link/e.csv", "--differences-output"),
      ("plan verdict --target 0.1 --calls 52 -o x --svg x", "--svg"),
      ("plan verdict --target 0.1 --calls 52 -o x --svg f/../x", "--svg"),
    ])
  func twice(command: String, second: String) throws {
    let ending = try Self.run(command)
    #expect(ending.status == 73)
    #expect(
      ending.error.hasSuffix(
        ": '--output' and '\(second)' both write to it; give each a file of its own\n"), "\(ending.error)")
  }

  @Test("What is no input, standard output and devices are written to")
  func allowed() throws {
    let ending = try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f
      telefontid estimate f/calls.csv -o f/estimates.csv > /dev/null || exit 1
      telefontid estimate - -o - < f/calls.csv > /dev/null || exit 2
      telefontid estimate f/calls.csv -o /dev/null --differences-output /dev/null > /dev/null || exit 3
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }
}
