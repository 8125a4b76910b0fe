/// Something in a user's text, file or wish that cannot be used, said in one sentence.
///
/// The message says what was wrong and what is allowed. The caller who knows the place (file, line, path) puts it in front.
package struct DesignFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence, without file or line, and without a closing newline.
  package let message: String

  /// The fault that says `message`.
  package init(_ message: String) {
    self.message = message
  }

  /// The message.
  package var description: String { message }
}

/// Every fault found in one go, in the order in which they were found.
///
/// - Invariant: `faults` is not empty.
package struct DesignFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The faults, at least one.
  package let faults: [DesignFault]

  /// The error with these faults, at least one.
  package init(_ faults: [DesignFault]) {
    precondition(!faults.isEmpty, "an error needs at least one fault")
    self.faults = faults
  }

  /// The messages, one a line.
  package var description: String {
    faults.map(\.message).joined(separator: "\n")
  }
}
