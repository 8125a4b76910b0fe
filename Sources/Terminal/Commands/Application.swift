internal import Drawing
internal import Files

/// A program of commands, from the process's arguments to its exit status.
package enum Application {
  /// Runs the command in the process's arguments, then ends the process with its status.
  ///
  /// - Parameters:
  ///   - arguments: as the process got them, its own name first.
  ///   - commands: what the program can do; the group has the program's name.
  @MainActor
  package static func main(_ arguments: [String], commands: CommandGroup) async -> Never {
    await main(
      arguments, help: (HelpText.usage(of: commands, called: commands.name), commands.name),
      advise: commands.advise
    ) { try Request($0, in: commands, help: &$1) }
  }

  /// Runs a program that is one command, such as the benchmark, in the same way.
  ///
  /// - Parameters:
  ///   - arguments: as the process got them, its own name first.
  ///   - command: what the program does; its specification has the program's name.
  @MainActor
  package static func main(_ arguments: [String], command: any Command.Type) async -> Never {
    let name = command.spec.name
    await main(arguments, help: (HelpText.usage(of: command, called: name), name)) {
      try Request($0, to: command, called: name, help: &$1)
    }
  }

  /// What is said of an error besides.
  private typealias Advising = @Sendable (CommandError, GivenCommand) -> CommandError
  /// What a command line asks for, and the help to point to if it cannot be understood.
  private typealias Reading = @Sendable ([String], inout (usage: String, command: String)) throws -> Request

  /// Runs on the main thread until the command is run: nothing has waited, so that the runtime has opened no file of its own yet.
  @MainActor
  private static func main(
    _ arguments: [String], help: (usage: String, command: String),
    advise: Advising = { error, _ in error }, reading: Reading
  ) async -> Never {
    Platform.prepareProcess()
    let console = Console.ofProcess()
    guard Platform.canOpen(files: fewestFiles) else {
      let fault = "the system lets this program open fewer than \(fewestFiles) files (ulimit -n)"
      console.complain(CommandError(.inputOutput, [Fault(fault)]).text(help: help))
      Platform.leave(with: ExitStatus.inputOutput.rawValue)
    }
    let status = await run(
      Array(arguments.dropFirst()), help: help, console: console, advise: advise, reading: reading)
    if status == .interrupted { Interruption.dieOfSignal() }
    Platform.leave(with: status.rawValue)
  }

  /// Files that any command may have open at once, those of the runtime included.
  private static let fewestFiles = 16

  /// Does what the words say and returns how it ended; whatever goes wrong has been written to standard error.
  package static func run(_ words: [String], commands: CommandGroup, console: Console) async -> ExitStatus {
    await run(
      words, help: (HelpText.usage(of: commands, called: commands.name), commands.name), console: console,
      advise: commands.advise
    ) { try Request($0, in: commands, help: &$1) }
  }

  private static func run(
    _ words: [String], help: (usage: String, command: String), console: Console, advise: Advising,
    reading: Reading
  ) async -> ExitStatus {
    var help = help
    var given: GivenCommand?
    do {
      switch try reading(words, &help) {
      case .text(let text):
        try console.print(text(console.helpWidth))
      case .run(let type, let name, let arguments):
        given = GivenCommand(name: name, arguments: arguments)
        try await run(type, called: name, with: arguments, console: console)
      }
      return .done
    } catch {
      var error = CommandError(error)
      if let given { error = advise(error, given) }
      console.complain(error.text(help: help))
      return error.status
    }
  }

  private static func run(
    _ type: any Command.Type, called name: String, with arguments: Arguments, console: Console
  ) async throws {
    let isQuiet = arguments.texts[StandardParameters.quiet.typedName] != nil
    let isForced = type.writesFiles && arguments.texts[StandardParameters.force.typedName] != nil
    let commandLine = name.split(separator: " ").map(String.init) + arguments.reproducible
    let asked = arguments.texts[StandardParameters.language.typedName]?.first
    let language =
      try asked.flatMap(ReportLanguage.init(rawValue:)) ?? Speech.language(of: console.environment)
    let command = try type.init(arguments)
    try await CommandFiles.$current.withValue(CommandFiles(mayReplaceForeign: isForced)) {
      try await Speech.$language.withValue(language) {
        try await command.run(in: Context(console: console, isQuiet: isQuiet, commandLine: commandLine))
      }
    }
  }
}
