import Files
import Scenarios
import Terminal

/// `scenarios`: what is shipped, by the names under which every command finds it.
struct ScenariosCommand: Command {
  static let spec = CommandSpec(
    name: "scenarios", summary: "List the scenarios that are shipped, each with a sentence.",
    discussion: """
      Wherever a scenario is asked for, its name will do: a file of that name in your folder goes before the shipped one. \
      "extends" in a scenario of your own finds them by the same names.
      """,
    examples: [
      .init(command: "telefontid scenarios", purpose: "List them:"),
      .init(command: "telefontid simulate midtjylland-2015", purpose: "Run one of them:"),
      .init(command: "telefontid check midtjylland-2015 --print", purpose: "See every parameter of one:"),
    ])

  func run(in context: Context) async throws {
    guard let folder = ShippedFiles.folder else {
      throw CommandError(
        .noInput,
        [
          Fault(
            "no scenario is shipped beside this program: install it with its files, or name a scenario's file"
          )
        ])
    }
    var table = TextTable(
      [.fixed("Name", "Navn"), .text("What it is", "Hvad det er")],
      notes: [said("They stand in \(folder).", "De ligger i \(folder).")])
    for name in ShippedFiles.scenarios {
      let document = try ScenarioDocument(reading: "\(folder)/\(name).json")
      table.append([name, Phrase.title(document.description ?? document.title ?? "")])
    }
    try context.print(table)
  }
}
