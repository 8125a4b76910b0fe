/// What a command was given: one text or more per parameter, checked.
package struct Arguments: Sendable {
  private let parameters: [ParameterSpec]
  /// What was given, by the parameters' typed names.
  package let texts: [String: [String]]

  package init(parameters: [ParameterSpec], texts: [String: [String]]) {
    self.parameters = parameters
    self.texts = texts
  }

  /// What was given that names something of a kind, such as a file to be read, in the order of declaration.
  package func named(_ naming: ValueNaming) -> [String] {
    parameters.filter { $0.naming == naming }.flatMap { texts[$0.typedName] ?? [] }
  }

  /// The parameter for which a text was given; the first of several.
  package func parameter(of text: String) -> ParameterSpec? {
    parameters.first { texts[$0.typedName]?.contains(text) ?? false }
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
