import Foundation
import Terminal
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Next steps")
struct NextStepsTests {
  /// What stands on standard error when a person sits at a terminal.
  private static func said(_ line: String, terminal: Bool = true) async -> Ending {
    let (output, error) = (OutputStream.Capture(), OutputStream.Capture())
    let ability = Console.Ability(isTerminal: terminal, hasUnicode: true)
    let console = Console(
      output: .capture(output), error: .capture(error), outputAbility: ability, errorAbility: ability)
    let status = await Application.run(
      line.split(separator: " ").map(String.init), commands: .telefontid, console: console)
    return Ending(status: status, output: output.text, error: error.text)
  }

  /// The commands that were named.
  private static func steps(_ ending: Ending) -> [String] {
    guard let start = ending.error.range(of: "Next:\n") else { return [] }
    return ending.error[start.upperBound...].split(separator: "\n").filter { $0.hasPrefix("  telefontid ") }
      .map { String($0.dropFirst("  telefontid ".count)) }
  }

  @Test("After simulate, estimate, evaluate and draw, commands with the files' own names, which run")
  func run() async throws {
    let sandbox = try CommandSandbox()
    let folder = sandbox.folder.path
    let fieldwork = CommandSandbox.repository.path + "/scenarios/fieldwork"
    let lines = [
      "simulate one-practice --replications 2 -o \(folder)/r",
      "estimate \(fieldwork)/calls.csv --frame \(fieldwork)/practices.csv",
      "evaluate \(fieldwork)/calls.csv --target 10%",
      "draw --frame \(fieldwork)/practices.csv --first-date 2026-09-01 -o \(folder)/drawn.csv",
      "draw --frame \(fieldwork)/practices.csv --first-date 2026-09-01 --interviewers 2 --per-interviewer -o \(folder)/l.csv",
      "init frame -o \(folder)/frame.csv",
    ]
    for line in lines {
      let ending = await Self.said(line)
      #expect(ending.status == .done, "\(ending.error)")
      let steps = Self.steps(ending)
      #expect(steps.count >= 2, "\(line)\n\(ending.error)")
      for step in steps {
        let next = try sandbox.shell("telefontid \(step)")
        #expect(next.status == 0, "\(step)\n\(next.error)")
      }
      #expect(Self.steps(await Self.said(line + " --quiet")).isEmpty)
    }
    #expect(Self.steps(await Self.said(lines[1], terminal: false)).isEmpty)
    #expect(Self.steps(await Self.said(lines[2] + " --json")).isEmpty)
  }

  @Test("simulate names the target that its verdicts are about, and that it is assumed")
  func target() async throws {
    let sandbox = try CommandSandbox()
    let ending = await Self.said(
      "simulate what-if-all-slots --replications 2 -o \(sandbox.folder.path)/r", terminal: false)
    #expect(
      ending.output.contains(
        "Meets, Undecided, Fails: how often such a survey says so of the target, at most 10.0 % not reached (assumed: "
      ))
  }
}
