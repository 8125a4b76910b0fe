import Scenarios
import SurveyDesign
package import Terminal

extension ScenarioFaults: ExplainedError {
  /// What is wrong with a scenario: a file that is not there, a file that is wrong, or a `--set` that is.
  package var commandError: CommandError {
    let status: ExitStatus =
      if faults.contains(where: { $0.kind == .unreadable }) {
        .noInput
      } else if faults.allSatisfy({ $0.kind == .usage }) {
        .usage
      } else {
        .data
      }
    return CommandError(
      status,
      faults.map {
        Fault(
          $0.message, file: $0.file, line: $0.line, column: $0.column, path: $0.path.isEmpty ? nil : $0.path)
      })
  }
}

extension DesignFaults: ExplainedError {
  package var commandError: CommandError {
    CommandError(.data, faults.map { Fault($0.message) })
  }
}

extension DesignFault: ExplainedError {
  package var commandError: CommandError {
    CommandError(.data, [Fault(message)])
  }
}
