import Testing

@testable import Terminal

@Suite("Text table")
struct TextTableTests {
  private var table: TextTable {
    var table = TextTable(
      [.text("Municipality"), .number("Calls"), .number("Rate")], title: "Not reached", notes: ["95 % Wilson"]
    )
    table.append(["Ringkøbing-Skjern", "19", "0.0526"])
    // The second å is written as a and a combining ring: one column all the same.
    table.append(["Å\u{72}hus a\u{30A}", "105", "0.1"])
    table.appendFooter(["All", "124", "0.0927"])
    return table
  }

  @Test("In a pipe: aligned, plain, no spaces at the ends of lines")
  func plain() {
    #expect(
      table.text() == """
        Not reached

        Municipality       Calls    Rate
        -----------------  -----  ------
        Ringkøbing-Skjern     19  0.0526
        Århus a\u{30A}              105     0.1
        -----------------  -----  ------
        All                  124  0.0927

        95 % Wilson

        """)
  }

  @Test("In a narrow window text wraps and numbers stay whole")
  func narrow() {
    let ability = Console.Ability(isTerminal: true, hasUnicode: true, columns: 27)
    #expect(
      table.text(for: ability) == """
        Not reached

        Municipality  Calls    Rate
        ────────────  ─────  ──────
        Ringkøbing-S     19  0.0526
        kjern
        Århus a\u{30A}         105     0.1
        ────────────  ─────  ──────
        All             124  0.0927

        95 % Wilson

        """)
  }

  @Test("A slot stays whole, however narrow the window")
  func slots() {
    var table = TextTable([.text("Slot"), .number("Calls")], title: "", notes: [])
    table.append(["08:00-09:00", "53"])
    table.append(["13:00-15:00 together", "105"])
    let lines = table.text(for: Console.Ability(isTerminal: true, hasUnicode: false, columns: 12)).split(
      separator: "\n")
    #expect(lines.dropFirst(2) == ["08:00-09:00     53", "13:00-15:00    105", "together"])
  }

  @Test("Bold only where style is allowed")
  func bold() {
    #expect(table.text(for: .init(hasStyle: true)).contains("\u{1B}[1mMunicipality"))
    #expect(!table.text(for: .init(isTerminal: true)).contains("\u{1B}"))
  }

  @Test("A cell cannot break out of its line")
  func controls() {
    var table = TextTable([.text("practice")])
    table.append(["a\n\u{1B}[31mb"])
    #expect(table.text() == "practice\n-----------------\na\\u{A}\\u{1B}[31mb\n")
  }

  @Test("A table without rows is its header")
  func empty() {
    #expect(TextTable([.text("slot"), .number("calls")]).text() == "slot  calls\n----  -----\n")
  }

  @Test("Wrapping keeps every word and every width", arguments: 1...30)
  func wrapping(width: Int) {
    let sentence = "Telephones of a whole region, rehearsed before a single call is made"
    let lines = sentence.wrapped(to: width)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.joined().filter { $0 != " " } == sentence.filter { $0 != " " })
  }
}

@Suite("Interval sketch")
struct IntervalSketchTests {
  private let unicode = IntervalSketch(scale: 0...1, width: 10, glyphs: .unicode)
  private let ascii = IntervalSketch(scale: 0...1, width: 10, glyphs: .ascii)

  @Test(
    "Intervals stand where their numbers say",
    arguments: [
      (0.25, 0.45, 0.75, "  |-o--|  "), (0, 0, 0.15, "o|        "), (0.95, 1, 1, "         o"),
      (-0.5, 0.5, 2, "<----o--->"), (0.5, 0.5, 0.5, "     o    "), (2, 3, 4, "          "),
      (.nan, .nan, .nan, "          "),
    ])
  func intervals(lower: Double, estimate: Double, upper: Double, expected: String) {
    #expect(ascii.interval(lower: lower, estimate: estimate, upper: upper) == expected)
  }

  @Test("A target mark stands behind the interval")
  func mark() {
    #expect(unicode.interval(lower: 0.25, estimate: 0.45, upper: 0.75, mark: 0.05) == "┊ ├─●──┤  ")
    #expect(ascii.interval(lower: 0.25, estimate: 0.45, upper: 0.75, mark: 0.4) == "  |-o--|  ")
    #expect(ascii.interval(lower: 0.25, estimate: 0.45, upper: 0.75, mark: 7) == "  |-o--|  ")
  }

  @Test(
    "Bars are as long as their numbers, and never invisible",
    arguments: [
      (0.0, "          ", "          "), (0.5, "#####     ", "█████     "), (1, "##########", "██████████"),
      (7, "##########", "██████████"), (0.001, "#         ", "▏         "),
      (0.55, "######    ", "█████▌    "),
      (-.infinity, "          ", "          "), (.nan, "          ", "          "),
    ])
  func bars(value: Double, plain: String, fine: String) {
    #expect(ascii.bar(value) == plain)
    #expect(unicode.bar(value) == fine)
  }

  @Test("Nothing is drawn for a stream that is no terminal")
  func pipe() {
    #expect(IntervalSketch(scale: 0...1, for: .init()) == nil)
    #expect(IntervalSketch(scale: 0...1, for: .init(isTerminal: true))?.bar(1).first == "#")
    #expect(IntervalSketch(scale: 0...1, for: .init(isTerminal: true, hasUnicode: true))?.bar(1).first == "█")
  }
}
