import Testing

@testable import Terminal

@Suite("What may stand next")
struct CompletionTests {
  private func words(_ line: String...) -> [String] {
    Completion(of: line, in: .tests) { naming in
      switch naming {
      case .scenarioKey: [.init("a.b="), .init("a.c="), .init("a.b=yes")]
      case .nothing, .inputFile, .scenario, .outputFile, .folder, .words: []
      }
    }.candidates.map(\.word)
  }

  @Test("Commands and groups, what stands below a group, and help")
  func commands() {
    #expect(words("") == ["survey", "plan", "help"])
    #expect(words("su") == ["survey"])
    #expect(words("plan", "") == ["forgetful"])
    #expect(words("help", "") == ["survey", "plan"])
    #expect(words("help", "plan", "f") == ["forgetful"])
    #expect(words("-") == ["--help", "--version"])
    #expect(words("nonsense", "") == [])
  }

  @Test("Options, once each unless they may be repeated, and none behind --")
  func options() {
    #expect(words("survey", "--s") == ["--seed", "--slots", "--set"])
    #expect(words("survey", "--seed", "7", "--set", "a=b", "--s") == ["--slots", "--set"])
    #expect(words("survey", "-s=7", "--se") == ["--set"])
    #expect(words("survey", "--", "--s") == [])
    #expect(words("survey", "-").contains("--force"))
  }

  @Test("Values of an option, behind a space or an equals sign; a key first, then its values")
  func values() {
    #expect(words("survey", "--end", "d") == ["done", "data"])
    #expect(words("survey", "--end=da") == ["--end=data"])
    #expect(words("survey", "--set", "a.") == ["a.b=", "a.c="])
    #expect(words("survey", "--set", "a.b=") == ["a.b=yes"])
    #expect(words("survey", "--set=a.b=y") == ["--set=a.b=yes"])
    #expect(words("survey", "--seed", "") == [])
  }

  @Test("Files where files are named, and nothing where no more arguments may come")
  func files() {
    #expect(Completion(of: ["survey", "a"], in: .tests).names == .files)
    #expect(Completion(of: ["survey", "a", "b", "c"], in: .tests).names == .files)
    #expect(Completion(of: ["survey", "-o", ""], in: .tests).names == .files)
    #expect(Completion(of: ["survey", "--seed", ""], in: .tests).names == .none)
    #expect(Completion(of: ["plan", "forgetful", ""], in: .tests).names == .none)
  }

  @Test("The lines for the shells: what a word is behind a tabulator; no space behind a key")
  func lines() {
    let completion = Completion(of: ["survey", "--set", "a."], in: .tests) { _ in [.init("a.b=", "A key.")] }
    #expect(completion.text == "a.b=\tA key.\n:open\n")
  }
}

@Suite("Manual pages and help for programs")
struct HelpFormsTests {
  @Test("A page for the program, for each group and for each command")
  func pages() {
    #expect(
      ManualPage.all(of: .tests).map(\.name) == [
        "telefontid", "telefontid-survey", "telefontid-plan", "telefontid-plan-forgetful",
      ])
  }

  @Test("A page has every option, its help, and examples as they are typed")
  func page() throws {
    let page = try #require(ManualPage.all(of: .tests).first { $0.name == "telefontid-survey" }).text
    for spec in SurveyCommand.allParameters where spec.form != .positional {
      #expect(page.contains("Fl -\(spec.name)"), "\(spec.name)")
    }
    #expect(page.contains("\ntelefontid survey a.csv --seed 7\n"))
    #expect(page.contains("says what it was given\"\n"))
    // A line that begins with a full stop or an apostrophe would be a request.
    #expect(!page.split(separator: "\n").contains { $0.hasPrefix("'") })
  }

  @Test("help --json is the whole tree, with what the parser knows of each parameter")
  func document() async {
    let text = await run(["help", "--json"]).output
    #expect(text.contains("\"name\": \"telefontid plan forgetful\""))
    #expect(text.contains("\"version\": \"0.1.0\""))
    let one = await run(["help", "survey", "--json"]).output
    #expect(
      one.contains("\"name\": \"--end\"") && one.contains("\"interrupted\"") && !one.contains("forgetful"))
  }
}
