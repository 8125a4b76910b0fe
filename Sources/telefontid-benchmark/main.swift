import Terminal

await Application.main(CommandLine.arguments, command: BenchmarkCommand.self)
