import TelefontidCommand

await Telefontid.main(CommandLine.arguments, command: BenchmarkCommand.self)
