/// One thing that is wrong with a scenario: where it stands, what it is, and what is allowed.
package struct ScenarioFault: Error, Equatable, Sendable {
  /// What kind of mistake it is, which decides the exit status of a program.
  package enum Kind: Equatable, Sendable {
    /// A file holds something that cannot be used.
    case data
    /// A file is missing or cannot be read.
    case unreadable
    /// The command line holds something that cannot be used.
    case usage
  }

  /// The kind of mistake.
  package var kind: Kind
  /// The file as the user named it, or the words of the command line.
  package var file: String
  /// The line, from 1; `nil` when there is no such place.
  package var line: Int?
  /// The column in Unicode scalars, from 1; `nil` when there is no such place.
  package var column: Int?
  /// The place in the document; empty for the whole.
  package var path: String
  /// What is wrong and what is allowed, without a full stop at its end.
  package var message: String

  /// Puts a fault together.
  package init(
    _ kind: Kind = .data, file: String, line: Int? = nil, column: Int? = nil, path: String = "",
    message: String
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.message = message
  }

  /// A fault at a place of a document.
  init(_ message: String, at path: DocumentPath, _ place: DocumentNode.Place) {
    self.init(
      place.isCommandLine ? .usage : .data, file: place.file, line: place.line, column: place.column,
      path: path.shown, message: message)
  }
}

extension ScenarioFault: CustomStringConvertible {
  /// `file:line:column: path: message`, as compilers write it.
  package var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let line, let column, line > 0 { text += ":\(column)" }
    if !text.isEmpty { text += ": " }
    if !path.isEmpty { text += "\(path): " }
    return text + message
  }
}

/// Everything that is wrong with a scenario, in the order of the document.
package struct ScenarioFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The most faults of one kind that are looked for: a reader mends the first of them and looks again.
  package static let limit = 1_000

  /// The faults; at least one.
  package let faults: [ScenarioFault]

  /// The list of these faults, which must not be empty.
  package init(_ faults: [ScenarioFault]) {
    precondition(!faults.isEmpty, "a list of faults holds at least one")
    self.faults = faults
  }

  /// One line for each fault.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
