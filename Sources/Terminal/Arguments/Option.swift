import Synchronization

/// An option or flag of a command, declared where its value is kept.
///
/// ```swift
/// @Option("confidence", "LEVEL", "The confidence of intervals.", reading: .probability, default: 0.95)
/// var confidence: Double
/// @Option("seed", "S", "What happens by chance.", reading: .seed, absent: "the scenario's") var seed: UInt64?
/// @Option("set", "PATH=VALUE", "Sets a parameter.", readingEach: .assignment) var assignments: [Assignment]
/// @Flag("resume", "Goes on from where an interrupted run stopped.") var resumes
/// ```
///
/// That line is all there is: parser, help and manifest find the parameters of a command by making one
/// (`ParameterCollector`), in the order in which they are declared. An optional property may be left out, an array may be
/// given several times, any other without a default must be given. `$seed` is the option itself: whether it was given, its
/// name, the file that it names.
@propertyWrapper
package struct Option<Value: Sendable>: Sendable {
  package let spec: ParameterSpec
  private var value: Value?
  private let entry: ParameterCollector.Entry?

  /// Enters the parameter into the command that is being made, and takes what was given for it.
  ///
  /// - `assemble`: the value from the texts given, in order; `nil` where one is missing.
  init(_ spec: ParameterSpec, _ assemble: ([String]) -> Value?) {
    self.spec = spec
    entry = ParameterCollector.current?.enter(spec)
    value = assemble(entry?.texts ?? [])
  }

  /// An option that several commands share word for word: `@Option(.csv) var format: TableFormat`.
  package init(_ shared: Option) { self = shared }

  package var wrappedValue: Value {
    get {
      entry?.noteReading()
      guard let value else { preconditionFailure("\(spec.typedName) is read before it is given") }
      return value
    }
    set { value = newValue }
  }

  package var projectedValue: Option { self }

  /// Whether the user gave it, as against its default.
  package var isGiven: Bool {
    entry?.noteReading()
    return entry?.texts != nil
  }

  /// Its name as it is typed, if the user gave it.
  package var nameIfGiven: String? { isGiven ? spec.typedName : nil }
}

extension Option {
  /// An option that must be given: `--name VALUE`.
  package init(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Value>, changesResults: Bool = true
  ) {
    self.init(
      ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        naming: reader.naming,
        isRequired: true, changesResults: changesResults, fault: reader.fault(in:)),
      reader.first)
  }

  /// An option that may be left out.
  ///
  /// - `absent`: what happens without it, for the help text ("all cores").
  package init<Wrapped>(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Wrapped>, absent: String? = nil, changesResults: Bool = true
  ) where Value == Wrapped? {
    self.init(
      ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        naming: reader.naming,
        defaultText: absent, changesResults: changesResults, fault: reader.fault(in:)),
      { .some(reader.first($0)) })
  }

  /// An option with a value that stands when it is left out.
  ///
  /// - `shown`: the default as a user would type it, where it is not the value's own text.
  package init(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    reading reader: ValueReader<Value>, default value: Value, shown: String? = nil,
    changesResults: Bool = true
  ) {
    self.init(
      ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        naming: reader.naming,
        defaultText: shown ?? Self.text(of: value), changesResults: changesResults, fault: reader.fault(in:)),
      { $0.isEmpty ? value : reader.first($0) })
  }

  /// An option that may be given several times; the values keep their order.
  package init<Element>(
    _ name: String, short: Character? = nil, _ valueName: String, _ help: String,
    readingEach reader: ValueReader<Element>, isRequired: Bool = false, changesResults: Bool = true
  ) where Value == [Element] {
    self.init(
      ParameterSpec(
        form: .option(valueName), name: name, short: short, help: help, allowed: reader.allowed,
        naming: reader.naming,
        isRequired: isRequired, isRepeatable: true, changesResults: changesResults, fault: reader.fault(in:)),
      { $0.compactMap(reader.read) })
  }

  /// A default as a user would type it.
  private static func text(of value: Value) -> String {
    if let number = value as? Double { return number.shortest }
    if let choice = value as? any RawRepresentable<String> { return choice.rawValue }
    return "\(value)"
  }
}

/// An option without a value: true when given.
package typealias Flag = Option<Bool>

extension Option where Value == Bool {
  package init(_ name: String, short: Character? = nil, _ help: String, changesResults: Bool = true) {
    self.init(
      ParameterSpec(form: .flag, name: name, short: short, help: help, changesResults: changesResults),
      { !$0.isEmpty })
  }
}

/// A value on the command line that is known by its place, declared where it is kept.
///
/// ```swift
/// @Argument("SCENARIO", "The scenario: a file, or the name of a shipped one.", reading: .scenarioFile) var file: String
/// ```
@propertyWrapper
package struct Argument<Value: Sendable>: Sendable {
  package let projectedValue: Option<Value>

  package var wrappedValue: Value { projectedValue.wrappedValue }

  /// One that several commands share word for word.
  package init(_ shared: Argument) { self = shared }

  /// One that must be given.
  package init(_ valueName: String, _ help: String, reading reader: ValueReader<Value>) {
    projectedValue = Option(
      ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, naming: reader.naming,
        isRequired: true,
        fault: reader.fault(in:)),
      reader.first)
  }

  /// One that may be left out; it stands after those that may not.
  package init<Wrapped>(
    _ valueName: String, _ help: String, reading reader: ValueReader<Wrapped>, absent: String? = nil
  ) where Value == Wrapped? {
    projectedValue = Option(
      ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, naming: reader.naming,
        defaultText: absent,
        fault: reader.fault(in:)),
      { .some(reader.first($0)) })
  }

  /// All that remain, at least one unless `isRequired` is false.
  package init<Element>(
    _ valueName: String, _ help: String, readingEach reader: ValueReader<Element>, isRequired: Bool = true
  ) where Value == [Element] {
    projectedValue = Option(
      ParameterSpec(
        form: .positional, name: valueName, help: help, allowed: reader.allowed, naming: reader.naming,
        isRequired: isRequired,
        isRepeatable: true, fault: reader.fault(in:)),
      { $0.compactMap(reader.read) })
  }
}

extension ValueReader {
  /// The value of the first text, if there is one.
  fileprivate func first(_ texts: [String]) -> Value? { texts.first.flatMap(read) }
}
