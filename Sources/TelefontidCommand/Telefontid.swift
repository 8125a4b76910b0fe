import Reports

/// The whole program from arguments to exit status, so that `main` has nothing left to decide.
public enum Telefontid {
  /// Runs the command in the process's arguments, then ends the process with its status.
  ///
  /// - Parameter arguments: as the process got them, its own name first.
  public static func main(_ arguments: [String]) async -> Never {
    Platform.prepareProcess()
    let status = await run(Array(arguments.dropFirst()), commands: .telefontid, console: .ofProcess())
    if status == .interrupted { Interruption.dieOfSignal() }
    Platform.leave(with: status.rawValue)
  }

  /// Does what the words say and returns how it ended; whatever goes wrong has been written to standard error.
  static func run(_ words: [String], commands: CommandGroup, console: Console) async -> ExitStatus {
    var help = (usage: HelpText.usage(of: commands, called: commands.name), command: commands.name)
    do {
      switch try Request(words, in: commands, help: &help) {
      case .text(let text):
        try console.print(text(console.helpWidth))
      case .run(let type, let name, let arguments):
        try await run(type, called: name, with: arguments, console: console)
      }
      return .done
    } catch {
      let error = CommandError(error)
      console.complain(error.text(help: help))
      return error.status
    }
  }

  private static func run(
    _ type: any Command.Type, called name: String, with arguments: Arguments, console: Console
  ) async throws {
    var arguments = arguments
    let isQuiet = arguments.take(StandardParameters.quiet)
    // Answered before any command is made.
    for answered in [StandardParameters.help, StandardParameters.version] { _ = arguments.take(answered) }
    let commandLine = name.split(separator: " ").map(String.init) + arguments.reproducible
    let command = try type.init(&arguments)
    try arguments.finish()
    try await command.run(in: Context(console: console, isQuiet: isQuiet, commandLine: commandLine))
  }
}
