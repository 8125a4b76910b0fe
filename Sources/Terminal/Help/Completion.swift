internal import Tables

/// What may stand at the end of a command line that is being typed.
///
/// The scripts of the shells ask the program itself, so that they know every command, option and value, always.
///
/// ```swift
/// Completion(of: ["estimate", "calls.csv", "--int"], in: .telefontid).candidates   // --interval
/// ```
package struct Completion: Equatable, Sendable {
  /// A word that may stand there, whole, and what it is.
  package struct Candidate: Equatable, Sendable {
    package var word: String
    package var help: String

    package init(_ word: String, _ help: String = "") {
      self.word = word
      self.help = help
    }
  }

  /// What the shell adds itself.
  package enum Names: String, Equatable, Sendable { case none, files, folders }

  package private(set) var candidates: [Candidate] = []
  package private(set) var names = Names.none
  /// Whether more follows without a space, as behind `--set survey.attempts=`.
  package private(set) var isOpen = false

  /// What there is to name of a kind, such as shipped scenarios: what a program knows and this module does not.
  package typealias Known = (ValueNaming) -> [Candidate]

  /// Finds what could stand in the place of the last word.
  ///
  /// - Parameters:
  ///   - words: the words behind the program's name, the last one as far as it is typed.
  ///   - root: the commands.
  ///   - known: what there is to name of a kind.
  package init(of words: [String], in root: CommandGroup, known: Known = { _ in [] }) {
    var rest = words[...]
    let word = rest.popLast() ?? ""
    var group = root
    let isHelp = rest.first == "help"
    if isHelp { rest = rest.dropFirst() }
    while let next = rest.popFirst() {
      switch group.entry(named: next) {
      case .group(let inner): group = inner
      case .command(let type):
        if !isHelp { complete(word, after: Array(rest), of: type, known) }
        keepMatching(word)
        return
      case nil: return
      }
    }
    if word.isOption || word == "-" {
      let options =
        isHelp ? [StandardParameters.json] : [StandardParameters.help, StandardParameters.version]
      candidates = options.map { Candidate($0.typedName, $0.helpText) }
    } else {
      candidates = group.entries.map { Candidate($0.name, $0.summary) }
      if group.name == root.name, !isHelp {
        candidates.append(Candidate("help", "Show the help of a command."))
      }
    }
    keepMatching(word)
  }

  private mutating func keepMatching(_ word: String) {
    candidates.removeAll { !$0.word.hasPrefix(word) }
    isOpen = !candidates.isEmpty && candidates.allSatisfy { $0.word.hasSuffix("=") }
  }

  private mutating func complete(
    _ word: String, after words: [String], of type: any Command.Type, _ known: Known
  ) {
    let parameters = type.allParameters
    let line = Line(words, parameters)
    if let option = line.awaited {
      addValues(of: option, before: "", word, known)
    } else if !line.areOptionsEnded, word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      let name = String(word[..<sign])
      guard let option = parameters.first(where: { $0.typedName == name && $0.takesValue }) else { return }
      addValues(of: option, before: name + "=", String(word[word.index(after: sign)...]), known)
    } else if !line.areOptionsEnded, word.hasPrefix("-"), word.isOption || word == "-" {
      candidates = parameters.filter {
        $0.form != .positional && ($0.isRepeatable || !line.given.contains($0.typedName))
      }.map { Candidate($0.typedName, $0.helpText) }
    } else {
      let positionals = parameters.filter { $0.form == .positional }
      let place = min(line.positionals, positionals.count - 1)
      guard place >= 0, line.positionals <= place || positionals[place].isRepeatable else { return }
      addValues(of: positionals[place], before: "", word, known)
    }
  }

  private mutating func addValues(
    of parameter: ParameterSpec, before prefix: String, _ word: String, _ known: Known
  ) {
    var words = parameter.allowed.map { Candidate($0) } + known(parameter.naming)
    switch parameter.naming {
    case .nothing: break
    case .words(let others): words += others.map { Candidate($0) }
    case .inputFile, .outputFile, .scenario: names = .files
    case .folder: names = .folders
    case .scenarioKey:
      // The key first, then its values.
      words.removeAll { word.contains("=") ? $0.word.hasSuffix("=") : !$0.word.hasSuffix("=") }
    }
    candidates = words.map { Candidate(prefix + $0.word, $0.help) }
  }

  /// What stands before the word that is being typed.
  private struct Line {
    var given: Set<String> = []
    var positionals = 0
    var areOptionsEnded = false
    /// The option whose value comes next.
    var awaited: ParameterSpec?

    init(_ words: [String], _ parameters: [ParameterSpec]) {
      for word in words {
        if awaited != nil {
          awaited = nil
        } else if word == "--", !areOptionsEnded {
          areOptionsEnded = true
        } else if !areOptionsEnded, word.isOption {
          let name = String(word.prefix { $0 != "=" })
          guard
            let option = parameters.first(where: {
              $0.form != .positional && ($0.typedName == name || $0.short.map { "-\($0)" } == name)
            })
          else { continue }
          given.insert(option.typedName)
          if option.takesValue, name == word { awaited = option }
        } else {
          positionals += 1
        }
      }
    }
  }

  /// The lines that a shell's script reads: a word, a tabulator and what it is; then what the shell adds, behind a colon.
  package var text: String {
    var text = ""
    for candidate in candidates {
      text += candidate.word + (candidate.help.isEmpty ? "" : "\t" + candidate.help.escapingControls) + "\n"
    }
    if names != .none { text += ":\(names.rawValue)\n" }
    if isOpen { text += ":open\n" }
    return text
  }
}

extension ParameterSpec {
  fileprivate var takesValue: Bool {
    switch form {
    case .option: true
    case .flag, .positional: false
    }
  }
}
