import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

/// What the README promises a newcomer must happen.
@Suite("The README")
struct ReadmeTests {
  private static let readme = Article("README.md")

  /// Runs lines of the README as they stand, but few replications and regions: in a folder with copies of what is shipped.
  ///
  /// `set -e` ends a script at the first command that fails.
  private static func run(_ script: String, in sandbox: borrowing CommandSandbox) throws
    -> BuiltProgram.Ending
  {
    let short = script.replacing(#/--replications \d+(?=\s)/#, with: "--replications 1")
      .replacing(#/--regions \d+/#, with: "--regions 2")
    return try sandbox.shell(
      """
      telefontid() {
        case "$* " in
          *" --replications "* | *" --trace "*) ;;
          simulate\\ *) set -- "$@" --replications 1 ;;
          plan\\ fieldwork\\ * | plan\\ compare-designs\\ *) set -- "$@" --replications 2 ;;
        esac
        "$PROGRAM" "$@"
      }
      set -e
      [ -e scenarios ] || cp -r "$REPOSITORY/scenarios" "$REPOSITORY/results" .
      \(short)
      """)
  }

  private static let scripts = readme.blocks.filter { $0.hasPrefix("telefontid ") }

  @Test("Every command runs", arguments: scripts)
  func runs(script: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try Self.run(script, in: sandbox)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    #expect(!ending.output.isEmpty)
  }

  @Test("There is a block of commands for every job but those that are told in words")
  func complete() throws {
    let shown = Self.scripts.joined(separator: "\n")
    // A sensitivity study of the shipped scenario takes too long for a build without optimisation.
    let toldInWords = ["calibrate", "merge", "schema", "sensitivity"]
    for name in CommandGroup.telefontid.entries.map(\.name) where !toldInWords.contains(name) {
      #expect(shown.contains(try Regex("telefontid \(name)( |\n)")), "\(name)")
    }
  }

  @Test("The table at the top is what the first command prints")
  func table() throws {
    let table = try #require(Self.readme.blocks.first).split(separator: "\n").map(String.init)
    let command = try #require(
      Self.readme.blocks.first { $0.hasPrefix("swift run ") }?.split(separator: "\n").first)
    let sandbox = try CommandSandbox()
    let ending = try Self.run(String(command.trimmingPrefix("swift run -c release ")), in: sandbox)
    #expect(ending.error == "")
    #expect(table.count > 10)
    #expect(table.firstLine(missingFrom: ending.output) == nil)
  }

  @Test("The figure at the top is the one that a report of the shipped results has")
  func figure() throws {
    let path = try #require(Self.readme.text.firstMatch(of: #/\]\((\S+\.svg)\)/#)?.output.1)
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      "cd \"$REPOSITORY\" && telefontid report results/midtjylland-2015 --language en --svg \"$TMPDIR/figures\" "
        + "-o \"$TMPDIR/report.html\" -q > /dev/null")
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
    let shown = try Data(contentsOf: CommandSandbox.repository.appendingPathComponent(String(path)))
    #expect(try shown == Data(contentsOf: sandbox.folder.appendingPathComponent("figures/rate-by-hour.svg")))
  }

  @Test("The numbers that the text takes from plans are those that the plans give")
  func plans() async throws {
    let plans = try #require(Self.scripts.first { $0.hasPrefix("telefontid plan ") }).split(separator: "\n")
    try #require(plans.count > 2)
    let power = await telefontid(String(plans[1].dropFirst(11)))
    let calls = try #require(Self.readme.text.firstMatch(of: #/The second says (\d+) calls per slot/#))
    #expect(power.output.contains(try Regex("\\b\(calls.1)\\b")))
    let acceptance = await telefontid(String(plans[2].dropFirst(11)))
    let plan = try #require(
      Self.readme.text.firstMatch(of: #/The third needs (\d+) calls and accepts up to (\d+) not reached/#))
    #expect(acceptance.output.contains(try Regex("\\b\(plan.1)\\b.*\\b\(plan.2)\\b")))
  }

  @Test("The scenario that it shows is one")
  func scenario() throws {
    let scenario = try #require(Self.readme.blocks.first { $0.hasPrefix("{ \"extends\"") })
    let sandbox = try CommandSandbox()
    try sandbox.write(scenario, to: "mine.json")
    let ending = try Self.run("cp mine.json scenarios; telefontid check scenarios/mine.json", in: sandbox)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
  }
}
