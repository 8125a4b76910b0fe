import Testing

@testable import TelefontidCommand

/// What people typed, changed or wrote themselves is replaced only when they say so.
@Suite("Outputs in the place of other people's files")
struct ForeignFileTests {
  /// Runs a command that must refuse with 73, and then the same with `--force`, which must be obeyed.
  ///
  /// - Parameters:
  ///   - setup: What stands there before; the last line of it writes `$file`.
  ///   - file: The file that must not change, and then must.
  private static func refusal(_ setup: String, _ command: String, _ file: String) throws
    -> BuiltProgram.Ending
  {
    try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f; cp "$REPOSITORY/scenarios/arithmetic.json" a.json
      draw() { telefontid draw --frame f/practices.csv --first-date 2026-09-01 "$@" > /dev/null; }
      \(setup)
      cksum \(file) > before
      telefontid \(command) > /dev/null; status=$?
      cksum \(file) | cmp - before || exit 1
      test "$(ls -A | grep -c partial)" = 0 || exit 2
      telefontid \(command) --force > /dev/null 2>&1 || exit 3
      cksum \(file) | cmp -s - before && exit 4
      exit $status
      """)
  }

  @Test(
    "Refused with 73 unless --force is given",
    arguments: [
      (
        "telefontid simulate a.json --replications 2 -o r -q > /dev/null; echo ' ' >> r/calls.csv",
        "simulate a.json --replications 2 -o r", "r/calls.csv",
        "r: holds 'calls.csv', changed since the run that wrote it"
      ),
      (
        "telefontid simulate a.json --replications 2 -o r -q > /dev/null; echo ' ' >> r/truth.csv",
        "sweep a.json --vary survey.attempts=1,2 --replications 1 -o r", "r/manifest.json",
        "r: holds 'truth.csv', changed since the run that wrote it"
      ),
      (
        "draw -o d.csv; sed -i '3s/2026-09-../2026-10-01/' d.csv",
        "draw --frame f/practices.csv --first-date 2026-09-01 -o d.csv", "d.csv",
        "d.csv: holds 1 entry in date that would be lost"
      ),
      (
        "draw -o d.csv; awk -F, -v OFS=, 'NR==1{for(i=1;i<=NF;i++)if($i==\"interviewer\")c=i} NR==3{$c=\"Anne\"} 1' d.csv > x; mv x d.csv",
        "draw --frame f/practices.csv --first-date 2026-09-01 -o d.csv", "d.csv",
        "d.csv: holds 1 entry in interviewer that would be lost"
      ),
      (
        "cp f/calls.csv list.csv", "evaluate f/calls.csv --target 0.1 -o list.csv", "list.csv",
        "list.csv: is a list in which people may have written"
      ),
      (
        "cp f/calls.csv list.csv", "estimate f/calls.csv -o e.csv --differences-output list.csv", "list.csv",
        "list.csv: is a list in which people may have written"
      ),
      (
        "cp f/practices.csv frame.csv", "plan margin --rate 0.1 --margin 0.05 -o frame.csv", "frame.csv",
        "frame.csv: is a list in which people may have written"
      ),
      (
        "telefontid join f/calls.csv -o j.csv > /dev/null; sed -i '5s/,[0-9]*$/,Anne/' j.csv",
        "join f/calls.csv -o j.csv", "j.csv", "j.csv: is a list in which people may have written"
      ),
      (
        "echo '<html>My page</html>' > report.html", "report f/calls.csv", "report.html",
        "report.html: was not written by telefontid"
      ),
      (
        "echo 'My notes, and more' > notes.md", "report f/calls.csv -o notes.md", "notes.md",
        "notes.md: was not written by telefontid"
      ),
      (
        "telefontid simulate a.json --replications 2 -o r -q > /dev/null",
        "estimate r/calls.csv -o r/estimates.csv",
        "r/estimates.csv", "r/estimates.csv: is listed by the manifest of its folder of results"
      ),
      (
        "telefontid simulate a.json --replications 2 -o r -q > /dev/null; ln -s r link; ln -s link/truth.csv t.csv",
        "evaluate r/calls.csv --target 0.1 -o t.csv", "r/truth.csv",
        "t.csv: is listed by the manifest of its folder of results"
      ),
      (
        "telefontid simulate a.json --replications 2 -o r -q > /dev/null",
        "plan margin --rate 0.1 --margin 0.05 -o r/manifest.json", "r/manifest.json",
        "r/manifest.json: is listed by the manifest of its folder of results"
      ),
      (
        "cp a.json b.json",
        "calibrate a.json --to t.csv --free patients.calls_per_day_per_1000_listed --replications 2 -o b.json",
        "b.json",
        "b.json: was not written by telefontid"
      ),
    ])
  func refused(setup: String, command: String, file: String, reason: String) throws {
    guard !command.hasPrefix("calibrate") else { return try refusedScenario(command, reason) }
    let ending = try Self.refusal(setup, command, file)
    #expect(ending.status == 73, "\(ending.error)")
    #expect(ending.error.contains("Error: \(reason)"), "\(ending.error)")
    #expect(ending.error.contains("--force"), "\(ending.error)")
  }

  /// A calibration takes long; that it is refused at once is enough.
  private func refusedScenario(_ command: String, _ reason: String) throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/midtjylland-2015.json" a.json; cp a.json b.json
      cp "$REPOSITORY/scenarios/midtjylland-2015.targets.csv" t.csv
      telefontid \(command)
      """)
    #expect(ending.status == 73, "\(ending.error)")
    #expect(ending.error.contains("Error: \(reason)"), "\(ending.error)")
  }

  @Test("What this program wrote is replaced without a word, and so are joined lists that have become longer")
  func ours() throws {
    let ending = try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f; cp "$REPOSITORY/scenarios/arithmetic.json" a.json
      draw() { telefontid draw --frame f/practices.csv --first-date 2026-09-01 "$@" > /dev/null; }
      head -200 f/calls.csv > some.csv
      for round in 1 2; do
        telefontid simulate a.json --replications 2 -o r -q > /dev/null || exit 1
        telefontid sweep a.json --vary survey.attempts=1,2 --replications 1 -o s -q > /dev/null || exit 2
        draw -o d.csv --codes codes.csv --pages pages.html || exit 3
        draw -o d.csv --codes codes.csv --pages pages.html --force || exit 4
        telefontid estimate f/calls.csv -o e.csv --differences-output t.csv > /dev/null || exit 5
        telefontid estimate f/calls.csv --csv excel-da -o x.csv > /dev/null || exit 6
        telefontid plan verdict --target 0.1 --calls 52 -o p.csv --svg p.svg > /dev/null || exit 7
        telefontid report f/calls.csv --svg figures --language da > /dev/null || exit 8
        telefontid progress f/calls.csv --today 2026-01-01 -o w.csv --figure w.svg > /dev/null || exit 9
        telefontid join some.csv -o j.csv > /dev/null || exit 10
        cp f/calls.csv some.csv
      done
      ls -A | grep -E 'partial|journal|replaced'; ls -A figures | grep -E 'partial|journal|replaced'
      exit 0
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }

  @Test(
    "A pipe in a folder of results is no file to wait for",
    arguments: [
      "report r", "merge r -o m", "simulate a.json --replications 2 --resume -o r", "simulate a.json -o r",
    ])
  func pipe(command: String) throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" a.json
      telefontid simulate a.json --replications 2 -o r -q > /dev/null || exit 1
      rm r/tallies.csv; mkfifo r/tallies.csv
      timeout 60 "$PROGRAM" \(command) > /dev/null
      """)
    #expect(ending.status != 124, "\(ending.error)")
    #expect(ending.error.contains("tallies.csv"), "\(ending.error)")
  }

  @Test(
    "A pipe that a scenario names is no file to wait for; one that the user names is read",
    arguments: [#"{"extends": "pipe"}"#, #"{"extends": "a.json", "practices": {"frame": "pipe"}}"#],
    ["check s.json", "check --inputs s.json", "simulate s.json --replications 1"])
  func namedPipe(scenario: String, command: String) throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" a.json; mkfifo pipe; echo '\(scenario)' > s.json
      cat a.json | timeout 60 "$PROGRAM" simulate /dev/stdin --replications 1 -q -o r > /dev/null || exit 1
      timeout 60 "$PROGRAM" \(command) > /dev/null
      """)
    #expect(ending.status == 66, "\(ending.error)")
    #expect(ending.error.contains("is a pipe or a device; expected a file"), "\(ending.error)")
  }

  @Test(
    "An output that cannot be written is refused before the work, and nothing is made",
    arguments: [
      ("calibrate a.json --to t.csv --free telephone.queue_share -o a.json/new.json", "Not a directory"),
      ("plan fieldwork a.json --replications 1000000 -o a.json/x.csv", "Not a directory"),
      ("plan compare-designs a.json --replications 1000 --svg d", "is a folder; expected a file"),
      ("report f -o d", "is a folder; expected a file"),
      ("estimate - -o d < /dev/zero", "is a folder; expected a file"),
      ("simulate a.json --replications 1000000 -o t.csv", "is a file; expected a folder"),
    ])
  func unusable(command: String, reason: String) throws {
    let ending = try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f; cp "$REPOSITORY/scenarios/midtjylland-2015.json" a.json
      cp "$REPOSITORY/scenarios/midtjylland-2015.targets.csv" t.csv; mkdir d; find . | sort > ../before
      timeout 60 "$PROGRAM" \(command) > /dev/null; status=$?
      find . | sort | cmp - ../before >&2; rm ../before
      exit $status
      """)
    #expect(ending.status == 73, "\(ending.error)")
    #expect(ending.error.contains(reason), "\(ending.error)")
  }

  @Test("Where no further file can be opened, nothing is left behind", arguments: [4, 5, 6, 8, 11, 18, 19])
  func fewDescriptors(limit: Int) throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/arithmetic.json" a.json
      (ulimit -n \(limit); exec "$PROGRAM" simulate a.json --replications 2 -o r) > /dev/null 2> error; status=$?
      test $status = 0 -o "$(ls -A | grep -cE '^[.]?r([.]|$)')" = 0 || { ls -A; exit 1; }
      case $status in 0|66|73|74) exit 0;; esac
      cat error; exit $status
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }
}
