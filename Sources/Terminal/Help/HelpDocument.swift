internal import Files
internal import Tables

/// Everything that help says, as JSON for programs.
enum HelpDocument {
  /// A command or a group, with all below it.
  static func text(of entry: CommandGroup.Entry, called name: String) -> String {
    var members = members(of: entry, called: name)
    members.insert(.init("version", .string(Program.version)), at: 1)
    return JSONText.object(members).text()
  }

  private static func members(of entry: CommandGroup.Entry, called name: String) -> [JSONText.Member] {
    switch entry {
    case .group(let group):
      [
        .init("name", .string(name)), .init("summary", .string(group.summary)),
        .init("discussion", .string(group.discussion)),
        .init(
          "commands", .array(group.entries.map { .object(members(of: $0, called: "\(name) \($0.name)")) })),
      ]
    case .command(let type):
      [
        .init("name", .string(name)), .init("summary", .string(type.spec.summary)),
        .init("discussion", .string(type.spec.discussion)),
        .init("parameters", .array(type.allParameters.map(parameter))),
        .init(
          "examples",
          .array(
            type.spec.examples.map { ["purpose": .string($0.purpose), "command": .string($0.command)] })),
        .init("notes", .array(type.spec.notes.map { .string($0) })),
      ]
    }
  }

  private static func parameter(_ spec: ParameterSpec) -> JSONText {
    let (kind, value): (String, JSONText) =
      switch spec.form {
      case .flag: ("flag", .null)
      case .option(let value): ("option", .string(value))
      case .positional: ("argument", .string(spec.name))
      }
    return [
      "name": .string(spec.typedName), "kind": .string(kind),
      "short": spec.short.map { .string("-\($0)") } ?? .null,
      "value": value, "help": .string(spec.help), "required": .bool(spec.isRequired),
      "repeatable": .bool(spec.isRepeatable), "values": .array(spec.allowed.map { .string($0) }),
      "default": spec.defaultText.map { .string($0) } ?? .null,
    ]
  }
}
