internal import Files
internal import Tables

/// What a command line asks for.
enum Request {
  /// Text for standard output, wrapped to a width: help or the version.
  case text((Int) -> String)
  /// A command with its full name and its arguments.
  case run(any Command.Type, called: String, with: Arguments)

  /// Finds the command that the first words name and reads the rest.
  ///
  /// - Parameter help: on a fault, the usage of the command that was meant and how to get its help.
  init(_ words: [String], in root: CommandGroup, help: inout (usage: String, command: String)) throws {
    if words.first == "help" {
      self = try Self.help(for: Array(words.dropFirst()), in: root)
    } else {
      self = try Self.find(words, in: root, called: root.name, help: &help)
    }
  }

  /// Reads the words after a command's name.
  init(
    _ words: [String], to type: any Command.Type, called name: String,
    help: inout (usage: String, command: String)
  ) throws {
    help = (HelpText.usage(of: type, called: name), name)
    if ArgumentParser.contains(StandardParameters.help, in: words) {
      self = .text { HelpText.of(type, called: name, width: $0) }
    } else if ArgumentParser.contains(StandardParameters.version, in: words) {
      self = Self.version
    } else {
      // Help and version are answered above; the parser knows them so that it can suggest them.
      let arguments = try ArgumentParser.parse(words, against: type.allParameters)
      self = .run(type, called: name, with: arguments)
    }
  }

  private static var version: Request { .text { _ in "\(Program.name) \(Program.version)\n" } }

  private static func find(
    _ words: [String], in group: CommandGroup, called name: String,
    help: inout (usage: String, command: String)
  ) throws -> Request {
    help = (HelpText.usage(of: group, called: name), name)
    guard let word = words.first else {
      return .text { HelpText.of(group, called: name, width: $0) }
    }
    let rest = Array(words.dropFirst())
    if word.isOption { return try standardOption(word, in: group, called: name) }
    switch try entry(word, in: group) {
    case .group(let inner):
      return try find(rest, in: inner, called: "\(name) \(word)", help: &help)
    case .command(let type):
      return try Request(rest, to: type, called: "\(name) \(word)", help: &help)
    }
  }

  private static func standardOption(
    _ word: String, in group: CommandGroup, called name: String
  ) throws -> Request {
    switch word {
    case "--help", "-h": return .text { HelpText.of(group, called: name, width: $0) }
    case "--version": return version
    default:
      let near = Self.standardOption(meantBy: word)
      let hint = near.map { ". Did you mean '--\($0)'?" } ?? "; options stand after the command"
      throw CommandError.usage("Unknown option '\(word)'" + hint)
    }
  }

  /// `--help` or `--version`, where a word is near to one or other programs call it so: `version`, `-V`, `-?`.
  private static func standardOption(meantBy word: String) -> String? {
    switch word {
    case "-V", "-v": StandardParameters.version.name
    case "-?", "/?", "-H": StandardParameters.help.name
    case _:
      Suggestion.nearest(
        to: String(word.drop { $0 == "-" }),
        among: [StandardParameters.help.name, StandardParameters.version.name])
    }
  }

  private static func help(for words: [String], in root: CommandGroup) throws -> Request {
    var found = CommandGroup.Entry.group(root)
    var name = root.name
    for word in words where !word.isOption {
      guard case .group(let group) = found else { break }
      found = try entry(word, in: group)
      name += " \(word)"
    }
    let (shown, fullName) = (found, name)
    let asDocument = words.contains(StandardParameters.json.typedName)
    return .text { width in
      if asDocument { return HelpDocument.text(of: shown, called: fullName) }
      return switch shown {
      case .group(let group): HelpText.of(group, called: fullName, width: width)
      case .command(let type): HelpText.of(type, called: fullName, width: width)
      }
    }
  }

  private static func entry(_ word: String, in group: CommandGroup) throws -> CommandGroup.Entry {
    if let entry = group.entry(named: word) { return entry }
    let names = group.entries.map(\.name)
    if let option = standardOption(meantBy: word),
      !names.contains(where: { nearestMatch(to: word, among: [$0]) != nil })
    {
      throw CommandError.usage("Unknown command '\(word)'. Did you mean '--\(option)'?")
    }
    guard let near = Suggestion.nearest(to: word, among: names) else {
      throw CommandError.usage("Unknown command '\(word)'; there are: \(names.joined(separator: ", "))")
    }
    throw CommandError.usage("Unknown command '\(word)'. Did you mean '\(near)'?")
  }
}
