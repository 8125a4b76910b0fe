internal import Files
package import Tables

/// Why a command did not do what it was asked: the faults, and the status they lead to.
///
/// Every error of the program ends as one of these, so text and status are decided in one place.
package struct CommandError: Error, Equatable, Sendable {
  package var status: ExitStatus
  /// Everything wrong, in the order in which it was found.
  package var faults: [Fault]
  /// What to do next, each a command or a sentence.
  package var ways: [String]

  package init(_ status: ExitStatus, _ faults: [Fault], ways: [String] = []) {
    self.status = status
    self.faults = faults
    self.ways = ways
  }

  /// The command line is wrong; usage is shown below the faults.
  package static func usage(_ messages: String...) -> CommandError {
    CommandError(.usage, messages.map { Fault($0) })
  }

  /// A file that was read is wrong.
  package static func data(_ faults: [Fault]) -> CommandError {
    CommandError(.data, faults)
  }

  /// The program itself is wrong.
  package static func internalFault(_ message: String) -> CommandError {
    CommandError(.internalFault, [Fault(message)])
  }

  /// A signal stopped the work; the message says what was kept and how to go on.
  package static func interrupted(_ message: String) -> CommandError {
    CommandError(.interrupted, [Fault(message)])
  }
}

/// An error of a module that knows nothing of commands, and what the user is told of it.
package protocol ExplainedError: Error {
  /// The faults and the status they lead to.
  var commandError: CommandError { get }
}

extension CommandError {
  /// Any error that reaches the top.
  ///
  /// An error that no one foresaw is a fault of the program and says so.
  package init(_ error: any Error) {
    switch error {
    case let error as CommandError:
      self = error
    case let fault as FileFault where fault.kind == .readerGone:
      // Whoever read standard output has what it wanted: `| head` ends quietly.
      self.init(.done, [])
    case let fault as FileFault:
      self.init(ExitStatus(fault.kind), [Fault(fault.reason, file: fault.path)])
    case let faults as TableFaults:
      self.init(.data, Fault.list(faults))
    case let fault as TableFault:
      self.init(.data, [Fault(fault)])
    case let error as any ExplainedError:
      self = error.commandError
    case is CancellationError:
      self = .interrupted("interrupted")
    default:
      self = .internalFault("\(error)")
    }
  }
}

extension Fault {
  /// A fault of a table.
  package init(_ fault: TableFault) {
    self.init(
      fault.wholeMessage, file: fault.file, line: fault.line, column: fault.column, path: fault.columnName)
  }

  /// The faults that were kept, and how many more there are.
  fileprivate static func list(_ faults: TableFaults) -> [Fault] {
    let rest = faults.uncounted
    let kept = faults.faults.map { Fault($0) }
    return rest > 0 ? kept + [Fault("and \(rest) more", file: faults.file)] : kept
  }
}

extension ExitStatus {
  fileprivate init(_ kind: FileFault.Kind) {
    switch kind {
    case .noInput: self = .noInput
    case .badData: self = .data
    case .cannotCreate: self = .cannotCreate
    case .brokenOff: self = .inputOutput
    case .readerGone: self = .done
    }
  }
}

extension CommandError {
  /// What stands on standard error: one line per fault, then usage where the command line was at fault, then the ways out.
  ///
  /// - Parameter help: the usage line and the command to ask for help, of the command that was meant.
  package func text(help: (usage: String, command: String)) -> String {
    var text = ""
    var seen = Set<String>()
    // A file that is read twice, as a frame of two surveys may be, is not wrong twice.
    for line in faults.map(\.description) where seen.insert(line).inserted {
      text += "Error: \(line)\n"
    }
    switch status {
    case .usage:
      text += "Usage: \(help.usage)\n"
      text += "See '\(help.command) --help' for more information.\n"
    case .internalFault:
      text +=
        "This is a fault of \(Program.name) \(Program.version), not of your input.\n\(Program.reporting)\n"
    case .done, .data, .noInput, .cannotCreate, .inputOutput, .interrupted:
      break
    }
    for way in ways { text += "Try: \(way.escapingControls)\n" }
    return text
  }
}
