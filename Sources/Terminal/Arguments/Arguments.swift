/// What a command was given: one text or more per parameter, checked and ready to be taken.
package struct Arguments: Sendable {
  private let parameters: [ParameterSpec]
  /// What was given, by the parameters' typed names.
  let texts: [String: [String]]
  private var untaken: [String]
  private var rejections: [String] = []

  package init(parameters: [ParameterSpec], texts: [String: [String]]) {
    self.parameters = parameters
    self.texts = texts
    self.untaken = parameters.map(\.typedName)
  }

  /// The value of a parameter; each is taken once.
  package mutating func take<Value>(_ parameter: Parameter<Value>) -> Value {
    let name = parameter.spec.typedName
    guard let index = untaken.firstIndex(of: name) else {
      preconditionFailure("\(name) is not declared in the command's spec, or is taken twice")
    }
    untaken.remove(at: index)
    guard let value = parameter.assemble(texts[name] ?? []) else {
      preconditionFailure("\(name) was checked with another reader than it is taken with")
    }
    return value
  }

  /// What was given for all parameters, by their typed names.
  mutating func takeAll() -> [String: [String]] {
    untaken = []
    return texts
  }

  /// The value of a group's parameters.
  mutating func take<Group: OptionGroup>(_ group: Group.Type) -> Group {
    let collector = ParameterCollector(texts)
    let value = collector.collect { Group() }
    let names = Set(collector.entries.map(\.spec.typedName))
    untaken.removeAll { names.contains($0) }
    var faults = collector.faultsOfGroups
    value.validate(&faults)
    reject(faults)
    return value
  }

  /// Whether the user gave the parameter, as against its default.
  package func isGiven<Value>(_ parameter: Parameter<Value>) -> Bool {
    texts[parameter.spec.typedName] != nil
  }

  /// Notes a usage fault that shows only when several values are seen together.
  ///
  /// All of them are shown at once after the command's initialiser.
  package mutating func reject(_ message: String) {
    rejections.append(message)
  }

  /// Notes several usage faults, in order.
  package mutating func reject(_ messages: [String]) {
    rejections += messages
  }

  /// The end of the command's initialiser: every rejection, or every parameter it forgot.
  package func finish() throws {
    guard rejections.isEmpty else { throw CommandError(.usage, rejections.map { Fault($0) }) }
    guard untaken.isEmpty else {
      throw CommandError.internalFault("declared but never used: " + untaken.joined(separator: ", "))
    }
  }

  /// The arguments in the order of declaration, without those that cannot change a result.
  ///
  /// This is what the manifest keeps, so that another folder name or number of jobs leaves it as it is.
  var reproducible: [String] {
    var options: [String] = []
    var positionals: [String] = []
    for parameter in parameters where parameter.changesResults {
      guard let given = texts[parameter.typedName] else { continue }
      switch parameter.form {
      case .flag: options.append(parameter.typedName)
      case .option: options += given.flatMap { [parameter.typedName, $0] }
      case .positional: positionals += given
      }
    }
    if positionals.contains(where: { $0.count > 1 && $0.hasPrefix("-") }) {
      return options + ["--"] + positionals
    }
    return positionals + options
  }
}
