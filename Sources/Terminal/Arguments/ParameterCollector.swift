import Synchronization

/// What gathers a command's parameters while the command is made, and hands each what was given for it.
///
/// A command's options are its properties, whose initial values are computed in the order of declaration: each
/// ``Option`` enters itself here and finds its texts. A class because all of them share it.
final class ParameterCollector: Sendable {
  /// The collector of the command that is being made, if one is.
  @TaskLocal static var current: ParameterCollector?

  /// One parameter of the command: what was given, and whether the command looked at it.
  final class Entry: Sendable {
    let spec: ParameterSpec
    /// The texts in order; `nil` where the parameter was not given.
    let texts: [String]?
    private let wasRead = Atomic(false)

    init(_ spec: ParameterSpec, _ texts: [String]?) {
      self.spec = spec
      self.texts = texts
    }

    /// Whether the value was read so far.
    var isRead: Bool { wasRead.load(ordering: .relaxed) }

    func noteReading() { wasRead.store(true, ordering: .relaxed) }
  }

  private struct Contents {
    var entries: [Entry] = []
    var groups: [any OptionGroup] = []
  }

  private let texts: [String: [String]]
  private let contents = Mutex(Contents())

  /// - Parameter texts: what was given, by the parameters' typed names.
  init(_ texts: [String: [String]] = [:]) {
    self.texts = texts
  }

  /// Makes a command of which this collects the parameters.
  func collect<Made>(_ make: () -> Made) -> Made {
    Self.$current.withValue(self, operation: make)
  }

  /// Enters a parameter, each name once.
  func enter(_ spec: ParameterSpec) -> Entry {
    let entry = Entry(spec, texts[spec.typedName])
    contents.withLock { contents in
      precondition(
        !contents.entries.contains { $0.spec.typedName == spec.typedName },
        "\(spec.typedName) is declared twice")
      contents.entries.append(entry)
    }
    return entry
  }

  /// Enters a group, whose parameters have been entered.
  func enter(_ group: any OptionGroup) {
    contents.withLock { $0.groups.append(group) }
  }

  /// The parameters in the order of declaration.
  var entries: [Entry] { contents.withLock(\.entries) }

  /// What the groups find wrong with their values.
  var faultsOfGroups: [String] {
    var faults: [String] = []
    for group in contents.withLock(\.groups) { group.validate(&faults) }
    return faults
  }
}

extension Command {
  /// The parameters of the command, positionals in the order in which they are typed, options as help lists them.
  package static var parameters: [ParameterSpec] {
    let collector = ParameterCollector()
    _ = collector.collect { Self() }
    return collector.entries.map(\.spec)
  }

  /// A command of what was given.
  ///
  /// - Throws: a usage error with everything that is wrong with the values together.
  package init(_ arguments: Arguments) throws {
    try self.init(ParameterCollector(arguments.texts))
  }

  /// A command of the texts that a collector has.
  init(_ collector: ParameterCollector) throws {
    self = collector.collect { Self() }
    var faults = collector.faultsOfGroups
    validate(&faults)
    guard faults.isEmpty else { throw CommandError(.usage, faults.map { Fault($0) }) }
  }
}
