import Testing

@testable import Terminal

@Suite("Did you mean")
struct SuggestionTests {
  @Test(
    "The beginning of a name is enough from three letters on",
    arguments: [
      ("rep", "replications"), ("Repl", "replications"), ("re", nil), ("sed", "seed"), ("q", nil),
    ] as [(String, String?)])
  func beginning(typed: String, meant: String?) {
    #expect(Suggestion.nearest(to: typed, among: ["seed", "replications"]) == meant)
  }

  @Test("A name that begins with what was typed comes before one that is nearer")
  func order() {
    #expect(Suggestion.nearest(to: "set", among: ["seed", "settings"]) == "settings")
  }
}
