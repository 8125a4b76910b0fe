internal import Tables

/// One thing that is wrong, and where.
package struct Fault: Equatable, Sendable {
  /// Where it is wrong, from the outside in: file, line, column (both from 1) and key path inside the document.
  package struct Place: Hashable, Sendable {
    package var file: String
    package var line: Int? = nil
    package var column: Int? = nil
    package var path: String? = nil

    /// Creates a place.
    package init(file: String, line: Int? = nil, column: Int? = nil, path: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.path = path
    }
  }

  /// The place, or `nil` when the fault has none (a fault on the command line).
  package var place: Place?
  /// What is wrong and what is allowed, without a final full stop.
  package var message: String

  package init(_ message: String, at place: Place? = nil) {
    self.message = message
    self.place = place
  }

  package init(_ message: String, file: String, line: Int? = nil, column: Int? = nil, path: String? = nil) {
    self.init(message, at: Place(file: file, line: line, column: column, path: path))
  }
}

extension Fault: CustomStringConvertible {
  /// `file:line:column: path: message`, as compilers write it, in one line that is safe to print.
  package var description: String {
    var text = ""
    if let place {
      text += place.file
      if let line = place.line {
        text += ":\(line)"
        if let column = place.column { text += ":\(column)" }
      }
      text += ": "
      if let path = place.path, !path.isEmpty { text += path + ": " }
    }
    return (text + message).escapingControls
  }
}
