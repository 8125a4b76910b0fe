import Testing

@testable import TelefontidCommand

/// Runs the program in this process, with the words of a line as its arguments.
func telefontid(_ line: String) async -> Ending {
  let (output, error) = (OutputStream.Capture(), OutputStream.Capture())
  let console = Console(output: .capture(output), error: .capture(error))
  let status = await Telefontid.run(
    line.split(separator: " ").map(String.init), commands: .telefontid, console: console)
  return Ending(status: status, output: output.text, error: error.text)
}

extension Ending {
  /// The fault lines, without "Error: " and without usage.
  var faults: [String] {
    error.split(separator: "\n").filter { $0.hasPrefix("Error: ") }.map { String($0.dropFirst(7)) }
  }

  /// The rows of a CSV file on standard output, by column name.
  var rows: [[String: String]] {
    let lines = output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

@Suite("plan: the group of commands")
struct PlanCommandTests {
  @Test("The commands are listed, and each has its help", arguments: ["plan", "plan --help", "help plan"])
  func help(line: String) async {
    let ending = await telefontid(line)
    #expect(ending.status == .done)
    #expect(ending.output.contains("USAGE: telefontid plan COMMAND [options]"))
    for entry in CommandGroup.plan.entries {
      #expect(ending.output.contains("  \(entry.name) "))
      let help = await telefontid("plan \(entry.name) --help")
      #expect(help.status == .done)
      #expect(help.output.contains("USAGE: telefontid plan \(entry.name) "))
      #expect(await telefontid("help plan \(entry.name)").output == help.output)
    }
  }

  @Test("A misspelt command is refused with a suggestion")
  func misspelt() async {
    let ending = await telefontid("plan margni --rate 0.1")
    #expect(ending.status == .usage)
    #expect(
      ending.error == """
        Error: Unknown command 'margni'. Did you mean 'margin'?
        Usage: telefontid plan COMMAND [options]
        See 'telefontid plan --help' for more information.

        """)
  }
}
