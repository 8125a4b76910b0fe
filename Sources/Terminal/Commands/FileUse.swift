internal import Files

/// A file that a command line names, and the parameter that names it.
package struct FileUse: Sendable {
  /// The parameter as it is typed.
  package var name: String
  /// The file as the user named it.
  package var path: String
  private let identity: FileIdentity?

  /// The same for a file that is read, where `-` is standard input.
  private var readIdentity: FileIdentity? { path == "-" ? .standardInput : identity }

  package init(_ parameter: ParameterSpec, _ path: String) {
    name = parameter.typedName
    self.path = path
    identity = FileIdentity(path)
  }

  /// Refuses outputs that would replace a file that the command line names to be read, or one another, before anything is written.
  ///
  /// Files that those files name in turn are found when they are read: see `CommandFiles`.
  /// - Throws: `CommandError` of status `cannotCreate` with every such output.
  package static func refuseCollisions(outputs: [FileUse?], inputs: [FileUse?]) throws {
    let (outputs, inputs) = (outputs.compactMap(\.self), inputs.compactMap(\.self))
    var faults: [Fault] = []
    for (place, output) in outputs.enumerated() {
      guard let identity = output.identity else { continue }
      for input in inputs where input.readIdentity == identity {
        faults.append(
          Fault(
            "'\(output.name)' would replace what '\(input.name)' reads; write to another file",
            file: output.path))
      }
      for other in outputs[..<place] where other.identity == identity {
        faults.append(
          Fault(
            "'\(other.name)' and '\(output.name)' both write to it; give each a file of its own",
            file: output.path))
      }
    }
    guard faults.isEmpty else { throw CommandError(.cannotCreate, faults) }
  }
}

extension Option where Value == String {
  /// The file that it names.
  package var file: FileUse { FileUse(spec, wrappedValue) }
}

extension Option where Value == String? {
  /// The file that it names, if any.
  package var file: FileUse? { wrappedValue.map { FileUse(spec, $0) } }
}

extension Option where Value == [String] {
  /// The files that it names.
  package var files: [FileUse] { wrappedValue.map { FileUse(spec, $0) } }
}
