import Files
import Scenarios
import SurveyDesign
import Terminal

/// `completion`: the script that makes a shell complete command lines.
struct CompletionCommand: Command {
  @Argument("SHELL", "The shell; words prints what may stand next, as the scripts ask.", reading: .choice)
  var shell: Shell
  @Argument(
    "WORD",
    "With words, the command line so far, without the program's name; the last may be unfinished or empty.",
    readingEach: .anything, isRequired: false) var words: [String]

  /// The shells, and what their scripts ask for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish, words

    fileprivate var script: CompletionScript? {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      case .words: nil
      }
    }
  }

  static var speaks: Bool { false }

  static let spec = CommandSpec(
    name: "completion",
    summary: "Print the script with which bash, zsh or fish complete commands, options and values.",
    discussion: """
      An installed program has them already. Completed are commands, options, their values, files, shipped scenarios, and \
      a scenario's keys after --set, --vary and --free.
      """,
    examples: [
      .init(command: "source <(telefontid completion bash)", purpose: "In bash, until the shell ends:"),
      .init(command: "source <(telefontid completion zsh)", purpose: "In zsh, after compinit:"),
      .init(command: "telefontid completion fish | source", purpose: "In fish:"),
    ])

  func validate(_ faults: inout [String]) {
    if shell != .words, !words.isEmpty {
      faults.append("'\(words[0])': words of a command line are for 'completion words --'")
    }
  }

  func run(in context: Context) async throws {
    if let script = shell.script { return try context.printData(script.text) }
    try context.printData(Completion(of: words, in: .telefontid, known: Self.known).text)
  }

  /// What there is of a kind.
  private static func known(_ naming: ValueNaming) -> [Completion.Candidate] {
    switch naming {
    case .scenario: ShippedFiles.scenarios.map { .init($0, "shipped scenario") }
    case .scenarioKey:
      ScenarioKey.all.flatMap { key in
        [.init(key.path + "=", key.summary)] + key.words.map { .init("\(key.path)=\($0)") }
      }
    case .nothing, .inputFile, .outputFile, .folder, .words: []
    }
  }
}

extension ValueReader where Value == String {
  /// Any text, also an empty one.
  fileprivate static let anything = ValueReader(expecting: "a word") { $0 }
}
