import Files
import Testing

@testable import Terminal

@Suite("Telefontid: from arguments to status")
struct TelefontidTests {
  @Test(
    "Help and version go to standard output with status 0",
    arguments: [
      ["--help"], ["-h"], ["help"], [], ["help", "survey"], ["survey", "--help"], ["survey", "-h"],
      ["survey", "--nonsense", "--help"], ["plan"], ["plan", "--help"], ["help", "plan", "forgetful"],
      ["--version"], ["survey", "--version"],
    ])
  func help(words: [String]) async {
    let ending = await run(words)
    #expect(ending.status == .done)
    #expect(ending.error.isEmpty)
    #expect(ending.output.hasPrefix("OVERVIEW: ") || ending.output == "telefontid 0.1.0\n")
  }

  @Test("After -- the word --help is an argument like any other")
  func helpAsArgument() async {
    let ending = await run(["survey", "--", "--help"])
    #expect(ending.output.hasPrefix("--help; "))
  }

  @Test(
    "Unknown commands are refused with a suggestion",
    arguments: [
      (["survye"], "Unknown command 'survye'. Did you mean 'survey'?", "telefontid"),
      (["simulate"], "Unknown command 'simulate'; there are: survey, plan", "telefontid"),
      (["plan", "forget"], "Unknown command 'forget'. Did you mean 'forgetful'?", "telefontid plan"),
      (["help", "plna"], "Unknown command 'plna'. Did you mean 'plan'?", "telefontid"),
      (["version"], "Unknown command 'version'. Did you mean '--version'?", "telefontid"),
      (["-V"], "Unknown option '-V'. Did you mean '--version'?", "telefontid"),
      (["--hepl"], "Unknown option '--hepl'. Did you mean '--help'?", "telefontid"),
      (["--quiet", "survey"], "Unknown option '--quiet'; options stand after the command", "telefontid"),
      ([""], "Unknown command ''; there are: survey, plan", "telefontid"),
    ])
  func unknown(words: [String], fault: String, command: String) async {
    let ending = await run(words)
    #expect(ending.status == .usage)
    #expect(
      ending.error == """
        Error: \(fault)
        Usage: \(command) COMMAND [options]
        See '\(command) --help' for more information.

        """)
  }

  @Test(
    "Every ending has its status and its text",
    arguments: [
      ("done", Terminal.ExitStatus.done, "remarked\n"),
      (
        "data", .data,
        "Error: a.csv:3:7: expected a time, found '25:00'\nError: s.json: survey.attempts: must be 1 or more\n"
      ),
      ("broken", .inputOutput, "Error: out/calls.csv: No space left on device\n"),
      (
        "bug", .internalFault,
        "Error: Surprise()\nThis is a fault of telefontid 0.1.0, not of your input.\n\(Program.reporting)\n"
      ),
      ("interrupted", .interrupted, "Error: 3 of 10 replications are kept\n"),
    ])
  func endings(how: String, status: Terminal.ExitStatus, error: String) async {
    let ending = await run(["survey", "a", "--end", how])
    #expect(ending.status == status)
    #expect(ending.error == error)
  }

  @Test("Quiet silences remarks, not errors")
  func quiet() async {
    #expect(await run(["survey", "a", "--quiet"]).error.isEmpty)
    #expect(await run(["survey", "a", "-q", "--end", "broken"]).error.hasPrefix("Error: "))
  }

  @Test("The statuses are those of sysexits.h")
  func statuses() {
    // /usr/include/sysexits.h: EX_USAGE 64, EX_DATAERR 65, EX_NOINPUT 66, EX_SOFTWARE 70, EX_CANTCREAT 73,
    // EX_IOERR 74; 128 + SIGINT (2) = 130.
    #expect(Terminal.ExitStatus.allCases.map(\.rawValue) == [0, 64, 65, 66, 70, 73, 74, 130])
  }

  @Test("Control characters in a file's text cannot steer the terminal")
  func escaped() {
    let fault = Fault("unknown practice '\u{1B}[2Jå\u{7}\n\u{202E}'", file: "a\n.csv", line: 2)
    #expect(fault.description == "a\\u{A}.csv:2: unknown practice '\\u{1B}[2Jå\\u{7}\\u{A}\\u{202E}'")
  }
}
