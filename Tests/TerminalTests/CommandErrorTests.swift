import Files
import Tables
import Testing

@testable import Terminal

@Suite("Command error: every error has its status")
struct CommandErrorTests {
  @Test(
    "Faults of files",
    arguments: [
      (FileFault.Kind.noInput, Terminal.ExitStatus.noInput), (.badData, .data),
      (.cannotCreate, .cannotCreate), (.brokenOff, .inputOutput),
    ])
  func files(kind: FileFault.Kind, status: Terminal.ExitStatus) {
    let error = CommandError(FileFault(kind, "a/b", "no luck") as any Error)
    #expect(error == CommandError(status, [Fault("no luck", file: "a/b")]))
    #expect(error.text(help: ("u", "c")) == "Error: a/b: no luck\n")
  }

  @Test("A reader that has left is the quiet end of the work")
  func readerGone() {
    let error = CommandError(FileFault(.readerGone, "standard output", "Broken pipe") as any Error)
    #expect(error.status == .done)
    #expect(error.text(help: ("u", "c")).isEmpty)
  }

  @Test("Faults of tables stand one per line with file, line and column; the rest is counted")
  func tables() {
    var faults = TableFaults(file: "calls.csv", limit: 2)
    faults.columnNames = ["practice", "slot"]
    faults.add("expected a slot, found 'x'", line: 2, field: 1)
    faults.add("has 3 fields, expected 2", line: 7)
    faults.add("lost", line: 8)
    faults.add("lost", line: 9)
    let error = CommandError(faults)
    #expect(error.status == .data)
    #expect(
      error.text(help: ("u", "c")) == """
        Error: calls.csv:2:2: slot: expected a slot, found 'x'
        Error: calls.csv:7: has 3 fields, expected 2
        Error: calls.csv: and 2 more

        """)
  }

  @Test("Usage faults alone are followed by usage")
  func usage() {
    let error = CommandError.usage("one", "two")
    #expect(
      error.text(help: ("telefontid x FILE", "telefontid x")) == """
        Error: one
        Error: two
        Usage: telefontid x FILE
        See 'telefontid x --help' for more information.

        """)
  }

  @Test("An unforeseen error is a fault of the program")
  func unforeseen() {
    struct Surprise: Error {}
    #expect(CommandError(Surprise()).status == .internalFault)
    #expect(CommandError(CancellationError()).status == .interrupted)
  }
}
