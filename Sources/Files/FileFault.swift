/// A file or folder that could not be read or written, and why.
///
/// The kind decides the exit status of the program; the reason says in words what was wrong and what would be right.
package struct FileFault: Error, Equatable, Sendable {
  /// What failed, by what it means to the person who asked.
  package enum Kind: Equatable, Sendable {
    /// A file to be read is missing, unreadable or a folder.
    case noInput
    /// A file was read and cannot be right.
    case badData
    /// The output cannot be made or may not be replaced.
    case cannotCreate
    /// Reading or writing had begun and failed.
    case brokenOff
    /// The program that read our output through a pipe has left: no error, but a reason to stop.
    case readerGone
  }

  /// What failed.
  package var kind: Kind
  /// The file or folder as the user named it.
  package var path: String
  /// What was wrong, without a final full stop.
  package var reason: String

  /// A fault with a reason in words.
  package init(_ kind: Kind, _ path: String, _ reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }
}

extension FileFault: CustomStringConvertible {
  /// `path: reason`.
  package var description: String { "\(path): \(reason)" }
}
