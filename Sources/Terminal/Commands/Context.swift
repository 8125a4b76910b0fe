internal import Tables

/// What a command may use of the world besides its arguments.
package struct Context: Sendable {
  package let console: Console
  /// `--quiet`: no progress, no remarks.
  let isQuiet: Bool
  /// The command line as the manifest keeps it: program and command, then what can change a result.
  package let commandLine: [String]

  /// Prints text for people on standard output, as it can show it.
  package func print(_ text: String) throws {
    try console.print(console.outputAbility.needsASCII ? text.inASCII : text)
  }

  /// Prints text for programs on standard output, as it is.
  package func printData(_ text: String) throws {
    try console.print(text)
  }

  /// Prints a table as standard output can show it.
  package func print(_ table: TextTable) throws {
    try table.write(for: console.outputAbility) { try console.print($0) }
  }

  /// A remark on standard error that `--quiet` silences; warnings that matter belong in the results as well.
  package func remark(_ text: String) {
    guard !isQuiet else { return }
    console.complain(text.escapingControls + "\n")
  }

  /// What people run next, each a command with their own file names: for a person at a terminal, on standard error.
  package func suggest(_ commands: [String]) {
    guard !isQuiet, console.outputAbility.isTerminal, console.errorAbility.isTerminal, !commands.isEmpty
    else { return }
    console.complain(said("Next:\n", "Næste:\n") + commands.map { "  \($0.escapingControls)\n" }.joined())
  }

  /// A line that shows how far the work is, on a terminal's standard error; otherwise it writes nothing.
  package func progressLine(of total: Int, unit: String) -> ProgressLine {
    ProgressLine(
      total: total, unit: unit,
      stream: !isQuiet && console.errorAbility.isTerminal ? console.error : nil,
      columns: console.errorAbility.columns ?? 80, needsASCII: console.errorAbility.needsASCII)
  }
}
