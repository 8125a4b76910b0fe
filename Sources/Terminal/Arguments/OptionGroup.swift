/// Options that several commands share, with what is wrong with them together.
///
/// ```swift
/// struct JoinOptions: OptionGroup {
///   @Option("frame", "FRAME", "The list of all practices.", reading: .inputFile) var frameFile: String?
/// }
/// struct JoinCommand: Command {
///   @Options var options: JoinOptions
/// }
/// ```
package protocol OptionGroup: Sendable {
  init()

  /// Adds what shows only when several values are seen together.
  func validate(_ faults: inout [String])
}

extension OptionGroup {
  package func validate(_ faults: inout [String]) {}
}

/// A group of options among those of a command; its place among them is theirs in the help text.
///
/// Its ``OptionGroup/validate(_:)`` is called before the command's own.
@propertyWrapper
package struct Options<Group: OptionGroup>: Sendable {
  package var wrappedValue: Group

  package init(_ group: Group = Group()) {
    wrappedValue = group
    ParameterCollector.current?.enter(group)
  }
}
