internal import Files
internal import Tables

/// Writes the help of a command or a group, wrapped to a width.
struct HelpText {
  /// The column at which descriptions begin, as wide as most labels need.
  private static let labelWidth = 26
  /// Help is not read in lines longer than this, however wide the window.
  private static let widest = 100
  private static let narrowest = 40

  private let width: Int
  private var text = ""

  private init(width: Int) {
    self.width = min(max(width, Self.narrowest), Self.widest)
  }

  /// The help of one command, called by its full name.
  package static func of(_ command: any Command.Type, called name: String, width: Int) -> String {
    let (spec, parameters) = (command.spec, command.parameters)
    var help = HelpText(width: width)
    help.paragraphs("OVERVIEW: " + spec.summary, spec.discussion)
    help.heading("USAGE: " + usage(of: parameters, called: name, glue: "\u{A0}"))
    let positionals = parameters.filter { $0.form == .positional }
    let options = command.allParameters.filter { $0.form != .positional }
    help.section("ARGUMENTS", positionals.map { ($0.helpLabel, $0.helpText) })
    help.section("OPTIONS", options.map { ($0.helpLabel, $0.helpText) })
    help.examples(spec.examples)
    for note in spec.notes {
      help.text += "\n"
      help.wrapped(note, indent: 0)
    }
    return help.text
  }

  /// The help of a group: what stands below it.
  package static func of(_ group: CommandGroup, called name: String, width: Int) -> String {
    var help = HelpText(width: width)
    help.paragraphs("OVERVIEW: " + group.summary, group.discussion)
    help.heading("USAGE: " + usage(of: group, called: name))
    let options = [StandardParameters.help, StandardParameters.version]
    help.section("OPTIONS", options.map { ($0.helpLabel, $0.helpText) })
    help.section("COMMANDS", group.entries.map { ($0.name, $0.summary) })
    help.text += "\n"
    help.wrapped("See '\(helpCommand(for: name))' for the options of a command.", indent: 0)
    help.wrapped(Program.reporting, indent: 0)
    return help.text
  }

  /// `telefontid simulate SCENARIO [--seed S]`.
  ///
  /// - Parameter glue: the space inside the brackets; a no-break space keeps an option with its value.
  private static func usage(of parameters: [ParameterSpec], called name: String, glue: String) -> String {
    let positionals = parameters.filter { $0.form == .positional }
    let options = parameters.filter { $0.form != .positional }
    let parts = (positionals + options).map { $0.usage.split(separator: " ").joined(separator: glue) }
    return ([name] + parts + ["[--quiet]"]).joined(separator: " ")
  }

  /// What must be given, on one line: below an error, the whole of it would hide the error.
  package static func usage(of command: any Command.Type, called name: String) -> String {
    let parameters = command.parameters
    let needed =
      parameters.filter { $0.form == .positional }
      + parameters.filter { $0.form != .positional && $0.isRequired }
    return ([name] + needed.map(\.usage) + ["[options]"]).joined(separator: " ")
  }

  package static func usage(of group: CommandGroup, called name: String) -> String {
    "\(name) COMMAND [options]"
  }

  private static func helpCommand(for name: String) -> String {
    var words = name.split(separator: " ")
    words.insert("help", at: 1)
    return (words + ["COMMAND"]).joined(separator: " ")
  }

  private mutating func paragraphs(_ overview: String, _ discussion: String) {
    wrapped(overview, indent: 0)
    for paragraph in discussion.split(separator: "\n\n") {
      text += "\n"
      wrapped(String(paragraph), indent: 0)
    }
  }

  private mutating func heading(_ line: String) {
    text += "\n"
    wrapped(line, indent: 0, hanging: 7)
  }

  private mutating func section(_ title: String, _ rows: [(label: String, help: String)]) {
    guard !rows.isEmpty else { return }
    text += "\n\(title):\n"
    for row in rows {
      let label = "  " + row.label
      if label.displayWidth + 2 > Self.labelWidth {
        text += label + "\n"
        wrapped(row.help, indent: Self.labelWidth)
      } else {
        wrapped(label.padded(to: Self.labelWidth) + row.help, indent: 0, hanging: Self.labelWidth)
      }
    }
  }

  private mutating func examples(_ examples: [CommandSpec.Example]) {
    guard !examples.isEmpty else { return }
    text += "\nEXAMPLES:\n"
    for example in examples {
      wrapped(example.purpose, indent: 2)
      // Never wrapped: it is there to be copied.
      text += "    \(example.command)\n"
    }
  }

  private mutating func wrapped(_ line: String, indent: Int, hanging: Int? = nil) {
    for part in line.wrapped(to: width, indent: indent, hanging: hanging ?? indent) {
      text += part.map { $0 == "\u{A0}" ? " " : String($0) }.joined() + "\n"
    }
  }
}
