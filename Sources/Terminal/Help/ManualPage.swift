internal import Files

/// A page for `man`, in mdoc, from the same tables as help.
///
/// See mdoc(7); `mandoc -T lint` finds nothing wrong with one.
package struct ManualPage: Sendable {
  /// The name of the page: `telefontid`, `telefontid-plan-margin`.
  package let name: String
  /// Its text.
  package let text: String

  /// The pages of a program, its own first.
  package static func all(of root: CommandGroup) -> [ManualPage] {
    pages(of: .group(root), called: root.name)
  }

  private static func pages(of entry: CommandGroup.Entry, called name: String) -> [ManualPage] {
    let own = ManualPage(entry, called: name)
    switch entry {
    case .command: return [own]
    case .group(let group):
      return [own] + group.entries.flatMap { pages(of: $0, called: "\(name) \($0.name)") }
    }
  }

  private init(_ entry: CommandGroup.Entry, called fullName: String) {
    name = Self.pageName(fullName)
    var page = Source()
    // The version's day is not known to the program; a manual that changes from day to day could not be compared.
    page.macro("Dd", [Program.released])
    page.macro("Dt", [name.uppercased(), "1"])
    page.macro("Os")
    page.section("NAME")
    page.macro("Nm", [name])
    page.macro("Nd", [Self.description(entry.summary)])
    page.section("SYNOPSIS")
    page.macro("Nm", [fullName])
    switch entry {
    case .group(let group): page.write(group, fullName)
    case .command(let type): page.write(type)
    }
    if fullName == Program.name {
      page.section("BUGS")
      page.paragraph(Program.reporting)
    } else {
      page.section("SEE ALSO")
      page.macro(
        "Xr", [Self.pageName(fullName.split(separator: " ").dropLast().joined(separator: " ")), "1"])
    }
    text = page.text
  }

  fileprivate static func pageName(_ fullName: String) -> String {
    fullName.split(separator: " ").joined(separator: "-")
  }

  /// A summary as `whatis` shows it: without a full stop, which mdoc does not want there.
  fileprivate static func description(_ summary: String) -> String {
    let text = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// The source of a page while it is written.
private struct Source {
  /// The longest line that mandoc finds readable, less what escaping may add.
  private static let widest = 70

  var text = ""

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    text += "." + ([name] + arguments.map(Self.argument)).joined(separator: " ") + "\n"
  }

  mutating func section(_ title: String) { macro("Sh", [title]) }

  /// Text, a sentence a line as mdoc wants it, paragraphs apart.
  mutating func paragraphs(_ whole: String) {
    for (place, part) in whole.split(separator: "\n\n").enumerated() {
      if place > 0 { macro("Pp") }
      paragraph(String(part))
    }
  }

  mutating func paragraph(_ whole: String) {
    for line in whole.sentences.flatMap({ $0.wrapped(to: Self.widest) }) { text += Self.line(line) + "\n" }
  }

  mutating func write(_ group: CommandGroup, _ fullName: String) {
    macro("Ar", ["command"])
    macro("Op", ["options"])
    section("DESCRIPTION")
    paragraph(group.summary)
    if !group.discussion.isEmpty { macro("Pp"); paragraphs(group.discussion) }
    macro("Pp")
    text += "The commands are:\n"
    list(
      group.entries.map { entry in
        (
          { $0.macro("Xr", [ManualPage.pageName("\(fullName) \(entry.name)"), "1"], inItem: true) },
          entry.summary
        )
      })
    macro("Pp")
    text += "For every command:\n"
    list(StandardParameters.all.map { spec in ({ $0.item(spec) }, spec.helpText) })
    environment()
    exitStatus()
  }

  mutating func write(_ type: any Command.Type) {
    let spec = type.spec
    let parameters = type.parameters
    for parameter in parameters.filter({ $0.form == .positional })
      + parameters.filter({ $0.form != .positional })
    {
      synopsis(parameter)
    }
    section("DESCRIPTION")
    paragraph(spec.summary)
    if !spec.discussion.isEmpty { macro("Pp"); paragraphs(spec.discussion) }
    let positionals = parameters.filter { $0.form == .positional }
    let options = type.allParameters.filter { $0.form != .positional }
    macro("Pp")
    text += "Arguments and options:\n"
    list((positionals + options).map { spec in ({ $0.item(spec) }, spec.helpText) })
    for note in spec.notes { macro("Pp"); paragraph(note) }
    guard !spec.examples.isEmpty else { return }
    section("EXAMPLES")
    for (place, example) in spec.examples.enumerated() {
      if place > 0 { macro("Pp") }
      paragraph(example.purpose)
      macro("Bd", ["-literal", "-offset", "indent"])
      text += Self.line(example.command) + "\n"
      macro("Ed")
    }
  }

  private mutating func synopsis(_ spec: ParameterSpec) {
    let repeats = spec.isRepeatable ? [" ..."] : []
    let words: [String] =
      switch spec.form {
      case .positional: ["Ar"] + [Self.argument(spec.name)] + repeats
      case .flag: ["Fl", "-" + spec.name]
      case .option(let value): ["Fl", "-" + spec.name, "Ar", Self.argument(value)] + repeats
      }
    text +=
      "." + ((spec.isRequired ? [] : ["Op"]) + words).joined(separator: " ").replacing("  ", with: " ") + "\n"
  }

  private typealias Item = (write: (inout Source) -> Void, help: String)

  private mutating func list(_ items: [Item]) {
    macro("Bl", ["-tag", "-width", "indent"])
    for item in items {
      item.write(&self)
      paragraph(item.help)
    }
    macro("El")
  }

  fileprivate mutating func macro(_ name: String, _ arguments: [String], inItem: Bool) {
    text += ".It \(name) " + arguments.map(Self.argument).joined(separator: " ") + "\n"
  }

  fileprivate mutating func item(_ spec: ParameterSpec) {
    let short = spec.short.map { ["Fl", String($0), ","] } ?? []
    let words: [String] =
      switch spec.form {
      case .positional: ["Ar", Self.argument(spec.name)]
      case .flag: short + ["Fl", "-" + spec.name]
      case .option(let value): short + ["Fl", "-" + spec.name, "Ar", Self.argument(value)]
      }
    text += ".It " + words.joined(separator: " ") + "\n"
  }

  private mutating func environment() {
    section("ENVIRONMENT")
    list(ManualPage.variables.map { name, help in ({ $0.macro("Ev", [name], inItem: true) }, help) })
  }

  private mutating func exitStatus() {
    section("EXIT STATUS")
    list(ExitStatus.allCases.map { status in ({ $0.text += ".It \(status.rawValue)\n" }, status.meaning) })
  }

  /// A word as an argument of a macro: in quotes where it has other signs, and marked where it could be a macro itself.
  private static func argument(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="):
        true
      case _: false
      }
    }
    let couldBeMacro = word.count < longestMacro && word.allSatisfy(\.isLetter)
    if couldBeMacro { return "\"\\&\(word)\"" }
    return isPlain ? escape(word) : "\"\(escape(word).replacing("\"", with: "\\(dq"))\""
  }

  /// Names of macros have two or three letters.
  private static let longestMacro = 4

  /// A line of text: none begins with a full stop or an apostrophe, which are requests.
  private static func line(_ text: String) -> String {
    let escaped = escape(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("'", with: "\\(aq").replacing("\u{A0}", with: "\\~")
  }
}

extension ManualPage {
  /// The variables of the environment that the program looks at.
  fileprivate static let variables = [
    ("COLUMNS", "The width of tables and help, also in a pipe."),
    ("LC_ALL, LC_CTYPE, LANG", "The first that is set says whether a terminal shows more than ASCII."),
    (
      "\(Speech.variable), LC_ALL, LC_MESSAGES, LANG",
      "The first that is set says whether what is printed is Danish or English; --language goes before them."
    ),
    ("NO_COLOR", "Set to anything: no bold, no colour."),
    ("TERM", "With dumb: no style and no line of progress."),
  ]
}

extension ExitStatus {
  /// What a shell's user should make of it, in a sentence.
  package var meaning: String {
    switch self {
    case .done: "Done, whatever a verdict says."
    case .usage: "The command line cannot be understood."
    case .data: "A file that was read cannot be right."
    case .noInput: "A file to be read is missing, unreadable or a folder."
    case .internalFault: "A fault of the program."
    case .cannotCreate: "An output cannot be created, or may not be replaced."
    case .inputOutput: "Reading or writing broke off."
    case .interrupted: "Stopped by Ctrl-C; what was finished has been kept."
    }
  }
}

extension String {
  /// The sentences of a paragraph; mdoc begins each on a line of its own.
  fileprivate var sentences: [String] {
    var sentences: [String] = []
    var sentence = ""
    for word in split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      sentence += (sentence.isEmpty ? "" : " ") + word
      if word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix(".)") {
        sentences.append(sentence)
        sentence = ""
      }
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }
}
