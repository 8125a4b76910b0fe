import Tables
import Testing

@Suite("Suggestions and excerpts")
struct SuggestionTests {
  static let columns = ["practice", "slot", "date", "attempt", "disposition", "wait_seconds", "interviewer"]

  @Test(
    "The nearest word is suggested, a far one is not",
    arguments: [
      ("practise", "practice"), ("Practice", "practice"), ("pratcice", "practice"), ("slots", "slot"),
      ("solt", "slot"), ("solts", nil), ("dispostion", "disposition"), ("wait-second", "wait_seconds"),
      ("xyz", nil),
      ("municipality", nil), ("", nil), ("a", nil), (String(repeating: "slot", count: 20), nil),
    ] as [(String, String?)])
  func nearest(word: String, match: String?) {
    #expect(nearestMatch(to: word, among: Self.columns) == match)
  }

  @Test(
    "Just a third of the longer word's characters may differ, and not one more",
    arguments: [
      ("abcdef", "abcdxy", true), ("abcdef", "abcxyz", false), ("abcdefgh", "abcdefxy", true),
      ("abcdefgh", "abcdexyz", false), ("abcdefghi", "abcdefxyz", true), ("abcdefghi", "abcdewxyz", false),
      ("abcde", "abcdx", true), ("abcde", "abcxy", false),
    ])
  func limit(word: String, candidate: String, isNear: Bool) {
    #expect(nearestMatch(to: word, among: [candidate]) == (isNear ? candidate : nil))
  }

  @Test("Words of 64 characters are compared, longer ones are not")
  func longest() {
    let word = String(repeating: "a", count: 64)
    #expect(nearestMatch(to: word, among: [word.dropLast() + "b"]) != nil)
    #expect(nearestMatch(to: word + "a", among: [word]) == nil)
    #expect(nearestMatch(to: word, among: [word + "a"]) == nil)
  }

  @Test("Of two words that are equally near the first is suggested")
  func tie() {
    #expect(nearestMatch(to: "cat", among: ["car", "cut"]) == "car")
    #expect(nearestMatch(to: "cat", among: ["cut", "car"]) == "cut")
  }

  @Test("A single letter matches only itself")
  func singleLetter() {
    #expect(nearestMatch(to: "a", among: ["b"]) == nil)
    #expect(nearestMatch(to: "A", among: ["b", "a"]) == "a")
  }

  @Test("A column is found by its exact name, else by one that differs in case only, if just one does")
  func columnLookup() {
    let header = TableHeader(["Slot", "slot", "GPs", "a", "A"])
    #expect(header.index(of: "slot") == 1)
    #expect(header.index(of: "gps") == 2)
    #expect(header.index(of: "SLOT") == nil)
    #expect(header.index(of: "weight") == nil)
  }

  @Test(
    "An excerpt is short and cannot steer a terminal",
    arguments: [
      ("Skærbæk", "Skærbæk"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{1B}[2J", "\\u{1B}[2J"),
      ("\u{202E}abc", "\\u{202E}abc"),
      (String(repeating: "x", count: 41), String(repeating: "x", count: 40) + "…"),
      (String(repeating: "x", count: 40), String(repeating: "x", count: 40)),
      ("e" + String(repeating: "\u{301}", count: 90), "e" + String(repeating: "\u{301}", count: 39) + "…"),
    ])
  func excerpts(text: String, shown: String) {
    #expect(excerpt(text) == shown)
  }
}
