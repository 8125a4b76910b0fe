@testable import TelefontidCommand
@testable import Terminal

/// What a run left behind.
struct Ending: Equatable {
  var status: Terminal.ExitStatus
  var output: String
  var error: String
}

/// Runs the program in this process, with the words of a line as its arguments.
///
/// - Parameter environment: The variables that say in which language it speaks; English without them.
func telefontid(_ line: String, environment: [String: String] = [:]) async -> Ending {
  let (output, error) = (OutputStream.Capture(), OutputStream.Capture())
  let console = Console(
    output: .capture(output), error: .capture(error), environment: { environment[$0] })
  let status = await Application.run(
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
