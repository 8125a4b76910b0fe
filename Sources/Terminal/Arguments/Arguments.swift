/// What a command was given: one text or more per parameter, checked.
package struct Arguments: Sendable {
  private let parameters: [ParameterSpec]
  /// What was given, by the parameters' typed names.
  let texts: [String: [String]]

  package init(parameters: [ParameterSpec], texts: [String: [String]]) {
    self.parameters = parameters
    self.texts = texts
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
