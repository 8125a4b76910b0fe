import Files
import Terminal

/// `manual`: the pages that `man` shows.
struct ManualCommand: Command {
  @Argument(
    "COMMAND", "The command, such as plan margin, or the name of its page.", readingEach: .text,
    isRequired: false)
  var words: [String]
  @Flag("list", "Prints the names of all pages instead.") var lists

  static var speaks: Bool { false }

  static let spec = CommandSpec(
    name: "manual", summary: "Print the manual page of the program or of a command, for man.",
    discussion: """
      An installed program has its pages already: man telefontid, man telefontid-simulate. The pages are mdoc, from the \
      table from which help is made.
      """,
    examples: [
      .init(
        command: "telefontid manual plan margin | man -l -", purpose: "Read a page that is not installed:")
    ])

  func validate(_ faults: inout [String]) {
    if lists, !words.isEmpty {
      faults.append("'--list' prints the names of all pages: leave '\(words[0])' out")
    }
  }

  func run(in context: Context) async throws {
    let pages = ManualPage.all(of: .telefontid)
    if lists { return try context.printData(pages.map { $0.name + "\n" }.joined()) }
    let wanted = words.joined(separator: "-")
    let names = [wanted, Program.name + (wanted.isEmpty ? "" : "-" + wanted)]
    guard let page = pages.first(where: { names.contains($0.name) }) else {
      let near = Suggestion.nearest(to: names[1], among: pages.map(\.name))
      throw CommandError.usage(
        "There is no page '\(names[1])'"
          + (near.map { ". Did you mean '\($0)'?" } ?? "; '--list' prints all names"))
    }
    try context.printData(page.text)
  }
}
