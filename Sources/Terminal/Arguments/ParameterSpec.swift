/// What the parser and the help text need to know of one parameter, whatever its type.
package struct ParameterSpec: Sendable {
  /// How a parameter is written on the command line.
  package enum Form: Equatable, Sendable {
    /// `--name`.
    case flag
    /// `--name VALUE`, with the name of the value.
    case option(String)
    /// `VALUE`, by its place.
    case positional
  }

  package var form: Form
  /// The long name without dashes, or the name of a positional's value.
  package var name: String
  package var short: Character? = nil
  var help: String
  /// The values allowed, where they can be listed.
  package var allowed: [String] = []
  /// What its value names.
  package var naming = ValueNaming.nothing
  /// What holds when the parameter is absent, for the help text.
  var defaultText: String? = nil
  package var isRequired = false
  var isRepeatable = false
  /// Whether another value can change a byte of the results; if not, the manifest's command line leaves it out.
  package var changesResults = true
  /// What is wrong with a value, as the end of a sentence.
  package var fault: @Sendable (String) -> String? = { _ in nil }

  /// The name as it is typed: `--seed`, or `SCENARIO` for a positional.
  package var typedName: String {
    switch form {
    case .flag, .option: "--" + name
    case .positional: name
    }
  }

  /// The name with its value: `--seed S`.
  var typedForm: String {
    switch form {
    case .flag, .positional: typedName
    case .option(let valueName): "\(typedName) \(valueName)"
    }
  }

  /// The part of a usage line: `[--seed S]`, `--set PATH=VALUE ...`, `FILE ...`.
  package var usage: String {
    let repeated = typedForm + (isRepeatable ? " ..." : "")
    return isRequired ? repeated : "[\(repeated)]"
  }

  /// The left column of the help text: `-o, --output DIR`.
  var helpLabel: String {
    let label = short.map { "-\($0), \(typedForm)" } ?? typedForm
    return isRepeatable ? label + " ..." : label
  }

  /// The right column of the help text, with the values allowed and the default.
  var helpText: String {
    var remarks: [String] = []
    if !allowed.isEmpty { remarks.append("values: " + allowed.joined(separator: ", ")) }
    if let defaultText { remarks.append("default: " + defaultText) }
    return remarks.isEmpty ? help : "\(help) (\(remarks.joined(separator: "; ")))"
  }
}
