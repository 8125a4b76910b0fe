import Testing

@testable import TelefontidCommand
@testable import Terminal

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

@Suite("plan: the built program")
struct PlanProgramTests {
  @Test(
    "A reader that leaves early is no error; a refusal is a usage error",
    arguments: [
      ("telefontid plan verdict --target 0.1 --calls 52,105,210,420 | head -n 1 > /dev/null", 0),
      ("telefontid plan margin --rate 0.02 --margin 0.5", 64),
      ("telefontid plan margin --rate 0.1 --margin 0.03 -o /dev/full", 74),
      ("telefontid plan margin --rate 0.1 --margin 0.03 -o /dev/null/x", 73),
      ("telefontid plan margin --rate 0.1 --margin 0.03 -o - > /dev/full", 74),
      // Questions without an answer, which is seen only after it was sought: where it cannot be written, it is not.
      ("telefontid plan power --rate 0.1 --alternative 0.1000001 -o /dev/null/x", 73),
      ("telefontid plan acceptance --good 0.05 --bad 0.0500001 -o /dev/null/x", 73),
      ("telefontid plan sequential --good 0.05 --bad 0.0500001 -o /dev/null/x", 73),
      ("telefontid plan allocation --calls 9 --rates 0.1,0.2 -o /dev/null/x", 73),
    ])
  func status(script: String, status: Int32) throws {
    #expect(try BuiltProgram.shell("set -o pipefail; " + script).status == status)
  }

  @Test("Every line fits into a narrow window but for numbers, which are never cut")
  func narrow() throws {
    let ending = try BuiltProgram.shell(
      "telefontid plan margin --rate 0.1 --margin 0.03", environment: ["COLUMNS": "60"])
    let widest = ending.output.split(separator: "\n").prefix(12).map(\.count).max() ?? 0
    #expect(widest <= 60 && widest > 40)
  }
}
