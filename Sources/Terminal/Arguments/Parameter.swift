/// One option, flag or positional of a command, and the type of what it yields.
///
/// Declare it as a constant, list its ``spec`` in the command's ``CommandSpec`` and take its value in the command's
/// initialiser with ``Arguments/take(_:)``.
package struct Parameter<Value: Sendable>: Sendable {
  package let spec: ParameterSpec
  /// The value from the texts given, in order; `nil` never happens to texts that passed the spec's checks.
  let assemble: @Sendable ([String]) -> Value?
}

extension Parameter {
  /// An option that may be left out: `--name VALUE`.
  ///
  /// - Parameter absent: what happens without it, for the help text ("all cores").
  package static func option<Wrapped>(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Wrapped>, absent: String? = nil, changesResults: Bool = true
  ) -> Parameter where Value == Wrapped? {
    Parameter(
      spec: ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        defaultText: absent, changesResults: changesResults, fault: reader.fault(in:)),
      assemble: { texts in .some(texts.first.flatMap(reader.read)) })
  }

  /// An option with a value that stands when it is left out.
  ///
  /// - Parameter shown: the default as a user would type it.
  package static func option(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Value>, default value: Value, shown: String, changesResults: Bool = true
  ) -> Parameter {
    Parameter(
      spec: ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        defaultText: shown, changesResults: changesResults, fault: reader.fault(in:)),
      assemble: { texts in
        guard let text = texts.first else { return value }
        return reader.read(text)
      })
  }

  /// An option that must be given.
  package static func requiredOption(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Value>, changesResults: Bool = true
  ) -> Parameter {
    Parameter(
      spec: ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        isRequired: true, changesResults: changesResults, fault: reader.fault(in:)),
      assemble: { texts in texts.first.flatMap(reader.read) })
  }

  /// An option that may be given several times; the values keep their order.
  package static func options<Element>(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Element>, isRequired: Bool = false, changesResults: Bool = true
  ) -> Parameter where Value == [Element] {
    Parameter(
      spec: ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        isRequired: isRequired, isRepeatable: true, changesResults: changesResults, fault: reader.fault(in:)),
      assemble: { texts in texts.readAll(reader) })
  }

  /// One positional argument that must be given.
  package static func positional(
    _ valueName: String, _ help: String, reading reader: ValueReader<Value>
  ) -> Parameter {
    Parameter(
      spec: ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, isRequired: true,
        fault: reader.fault(in:)),
      assemble: { texts in texts.first.flatMap(reader.read) })
  }

  /// One positional argument that may be left out; it stands after those that may not.
  package static func optionalPositional<Wrapped>(
    _ valueName: String, _ help: String, reading reader: ValueReader<Wrapped>, absent: String? = nil
  ) -> Parameter where Value == Wrapped? {
    Parameter(
      spec: ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, defaultText: absent,
        fault: reader.fault(in:)),
      assemble: { texts in .some(texts.first.flatMap(reader.read)) })
  }

  /// All remaining positional arguments, at least one unless `isRequired` is false.
  package static func positionals<Element>(
    _ valueName: String, _ help: String, reading reader: ValueReader<Element>, isRequired: Bool = true
  ) -> Parameter where Value == [Element] {
    Parameter(
      spec: ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, isRequired: isRequired,
        isRepeatable: true, fault: reader.fault(in:)),
      assemble: { texts in texts.readAll(reader) })
  }
}

extension Parameter where Value == Bool {
  /// A flag: true when given.
  package static func flag(
    _ name: String, short: Character? = nil, _ help: String, changesResults: Bool = true
  ) -> Parameter {
    Parameter(
      spec: ParameterSpec(form: .flag, name: name, short: short, help: help, changesResults: changesResults),
      assemble: { texts in !texts.isEmpty })
  }
}

extension [String] {
  fileprivate func readAll<Value>(_ reader: ValueReader<Value>) -> [Value]? {
    var values: [Value] = []
    for text in self {
      guard let value = reader.read(text) else { return nil }
      values.append(value)
    }
    return values
  }
}
