/// What a command may use of the world besides its arguments.
package struct Context: Sendable {
  package let console: Console
  /// `--quiet`: no progress, no remarks.
  let isQuiet: Bool
  /// The command line as the manifest keeps it: program and command, then what can change a result.
  package let commandLine: [String]

  /// Prints on standard output.
  package func print(_ text: String) throws {
    try console.print(text)
  }

  /// Prints a table as standard output can show it.
  package func print(_ table: TextTable) throws {
    try console.print(table.text(for: console.outputAbility))
  }

  /// A remark on standard error that `--quiet` silences; warnings that matter belong in the results as well.
  package func remark(_ text: String) {
    guard !isQuiet else { return }
    console.complain(text.escapingControls + "\n")
  }

  /// A line that shows how far the work is, on a terminal's standard error; otherwise it writes nothing.
  package func progressLine(of total: Int, unit: String) -> ProgressLine {
    ProgressLine(
      total: total, unit: unit,
      stream: !isQuiet && console.errorAbility.isTerminal ? console.error : nil,
      columns: console.errorAbility.columns ?? 80)
  }
}
