/// One command as its help shows it: its name, what it does, what it takes.
package struct CommandSpec: Sendable {
  /// A command line worth copying, and what it does.
  package struct Example: Sendable {
    package var command: String
    package var purpose: String

    /// Puts an example together.
    package init(command: String, purpose: String) {
      self.command = command
      self.purpose = purpose
    }
  }

  package var name: String
  /// One line for the list of commands.
  package var summary: String
  /// More paragraphs for the command's own help, an empty line between them.
  package var discussion: String
  package var examples: [Example]
  /// What help says below the options about the files written, or about exit statuses.
  package var notes: [String]

  /// Puts a specification together.
  package init(
    name: String, summary: String, discussion: String = "", examples: [Example] = [], notes: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.notes = notes
  }
}

/// A command: a value whose properties are its options, and which then does its work.
///
/// Write one file per command and add its type to the list in `CommandGroup+Telefontid.swift`.
package protocol Command: Sendable {
  static var spec: CommandSpec { get }

  /// Whether it prints anything for people, who may choose the language.
  static var speaks: Bool { get }

  /// Makes the command; its options take what was given for them (``Option``).
  init()

  /// Adds what shows only when several values are seen together; all of it is shown at once.
  mutating func validate(_ faults: inout [String])

  /// Does the work. Files first, standard output last: a reader of standard output may leave at any time.
  func run(in context: Context) async throws
}

extension Command {
  package mutating func validate(_ faults: inout [String]) {}
}

extension Command {
  /// The command's own parameters, and behind them those that every command has.
  package static var allParameters: [ParameterSpec] {
    let own = parameters
    let speaks = speaks && !own.contains { $0.name == StandardParameters.language.name }
    return own + (speaks ? [StandardParameters.language] : [])
      + (writesFiles ? [StandardParameters.force] : []) + StandardParameters.all
  }

  package static var speaks: Bool { true }

  /// Whether the command may replace a file or a folder.
  static var writesFiles: Bool { parameters.contains { StandardParameters.outputNames.contains($0.name) } }
}

/// A command as it was called.
package struct GivenCommand: Sendable {
  /// Its full name, such as `telefontid plan margin`.
  package var name: String
  /// What was given for it.
  package var arguments: Arguments
}

/// Several commands under one name.
package struct CommandGroup: Sendable {
  /// One name below the group's.
  package enum Entry: Sendable {
    case command(any Command.Type)
    case group(CommandGroup)

    package var name: String {
      switch self {
      case .command(let type): type.spec.name
      case .group(let group): group.name
      }
    }

    package var summary: String {
      switch self {
      case .command(let type): type.spec.summary
      case .group(let group): group.summary
      }
    }
  }

  package var name: String
  package var summary: String
  package var discussion = ""
  package var entries: [Entry]
  /// What is said of an error besides, such as what to do next.
  package var advise: @Sendable (CommandError, GivenCommand) -> CommandError = { error, _ in error }

  /// Creates a group.
  package init(name: String, summary: String, discussion: String = "", entries: [Entry]) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.entries = entries
  }

  /// The entry of that name.
  package func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }
}
