import TelefontidCommand

await Telefontid.main(CommandLine.arguments)
