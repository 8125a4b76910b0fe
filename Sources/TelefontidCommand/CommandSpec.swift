/// One command as its help shows it: its name, what it does, what it takes.
package struct CommandSpec: Sendable {
  /// A command line worth copying, and what it does.
  package struct Example: Sendable {
    var command: String
    var purpose: String

    /// Puts an example together.
    package init(command: String, purpose: String) {
      self.command = command
      self.purpose = purpose
    }
  }

  var name: String
  /// One line for the list of commands.
  var summary: String
  /// More paragraphs for the command's own help, an empty line between them.
  var discussion: String
  /// Positionals in the order in which they are typed, options in the order in which help lists them.
  var parameters: [ParameterSpec]
  var examples: [Example]
  /// What help says below the options about the files written, or about exit statuses.
  var notes: [String]

  /// Puts a specification together.
  package init(
    name: String, summary: String, discussion: String = "", parameters: [ParameterSpec],
    examples: [Example] = [], notes: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.parameters = parameters
    self.examples = examples
    self.notes = notes
  }
}

/// A command: a value made from arguments, which then does its work.
///
/// Write one file per command and add its type to the list in `CommandGroup+Telefontid.swift`.
package protocol Command: Sendable {
  static var spec: CommandSpec { get }

  /// Takes every declared parameter, whether given or not, and rejects combinations that make no sense.
  ///
  /// A declared parameter that is not taken ends the run as a fault of the program, so that no option is ever
  /// parsed and ignored.
  init(_ arguments: inout Arguments) throws

  /// Does the work. Files first, standard output last: a reader of standard output may leave at any time.
  func run(in context: Context) async throws
}

/// Several commands under one name.
struct CommandGroup: Sendable {
  /// One name below the group's.
  enum Entry: Sendable {
    case command(any Command.Type)
    case group(CommandGroup)

    var name: String {
      switch self {
      case .command(let type): type.spec.name
      case .group(let group): group.name
      }
    }

    var summary: String {
      switch self {
      case .command(let type): type.spec.summary
      case .group(let group): group.summary
      }
    }
  }

  var name: String
  var summary: String
  var discussion = ""
  var entries: [Entry]

  /// The entry of that name.
  func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }
}
