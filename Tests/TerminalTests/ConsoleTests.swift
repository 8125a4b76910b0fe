import Testing

@testable import Terminal

@Suite("Console")
struct ConsoleTests {
  private func ability(terminal: Bool = true, window: Int? = 120, _ environment: [String: String])
    -> Console.Ability
  {
    Console.Ability(isTerminal: terminal, windowColumns: window) { environment[$0] }
  }

  @Test("A terminal with a UTF-8 locale can show everything")
  func everything() {
    let able = ability(["TERM": "xterm", "LANG": "da_DK.UTF-8"])
    #expect(able == .init(isTerminal: true, hasStyle: true, hasUnicode: true, columns: 120))
  }

  @Test("NO_COLOR takes style away, an empty one does not")
  func noColor() {
    #expect(!ability(["TERM": "xterm", "NO_COLOR": "1"]).hasStyle)
    #expect(ability(["TERM": "xterm", "NO_COLOR": ""]).hasStyle)
  }

  @Test(
    "A dumb terminal, or one without a name, gets neither style nor progress",
    arguments: [
      ["TERM": "dumb"], ["TERM": ""], [:],
    ])
  func dumb(environment: [String: String]) {
    #expect(!ability(environment).hasStyle)
    #expect(!ability(environment).isTerminal)
  }

  @Test(
    "LC_ALL beats LC_CTYPE beats LANG",
    arguments: [
      (["LANG": "da_DK.UTF-8"], true), (["LC_ALL": "C", "LANG": "da_DK.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "C.utf8", "LANG": "C"], true), ([:], false),
      (["LANG": "da_DK.ISO-8859-1"], false),
    ])
  func locale(environment: [String: String], expected: Bool) {
    #expect(ability(environment).hasUnicode == expected)
  }

  @Test(
    "COLUMNS beats the window and holds for pipes; nonsense is no width",
    arguments: [
      ("60", true, 60), ("60", false, 60), ("", true, 120), ("0", true, 120), ("-5", true, 120),
      ("wide", false, nil),
    ] as [(String, Bool, Int?)])
  func columns(value: String, terminal: Bool, expected: Int?) {
    #expect(ability(terminal: terminal, ["COLUMNS": value]).columns == expected)
  }

  @Test("A pipe gets plain text")
  func pipe() {
    #expect(ability(terminal: false, window: nil, ["TERM": "xterm", "LANG": "C.UTF-8"]) == .init())
  }
}

@Suite("Progress line")
struct ProgressLineTests {
  private let start = ContinuousClock.now

  @Test(
    "Done, rate, time left and a remark",
    arguments: [
      (0, 0.1, "", "0 of 1000 replications"),
      (120, 0.4, "", "120 of 1000 replications"),
      (120, 2.5, "error 0.0021", "120 of 1000 replications, 48 a second, 19 s left, error 0.0021"),
      (1, 10, "", "1 of 1000 replications, 6 a minute, 2 h 46 min left"),
      (10, 4, "", "10 of 1000 replications, 2.5 a second, 6 min 36 s left"),
      (1000, 10, "", "1000 of 1000 replications, 100 a second, 0 s left"),
    ])
  func text(done: Int, seconds: Double, remark: String, expected: String) {
    let line = ProgressLine(total: 1000, unit: "replications", stream: nil, columns: 80)
    #expect(line.text(done: done, remark: remark, after: .seconds(seconds)) == expected)
  }

  @Test("It writes at most ten times a second, within the window, and removes itself")
  func throttled() {
    let capture = OutputStream.Capture()
    var line = ProgressLine(
      total: 9, unit: "replications", stream: .capture(capture), columns: 8, start: start)
    for step in 0...250 { line.show(done: 1, now: start + .milliseconds(step)) }
    line.finish()
    #expect(capture.text == String(repeating: "\r\u{1B}[K1 of 9 ", count: 3) + "\r\u{1B}[K")
  }

  @Test("Without a terminal it writes nothing")
  func silent() async {
    let capture = OutputStream.Capture()
    let console = Console(output: .capture(capture), error: .capture(capture))
    var line = Context(console: console, isQuiet: false, commandLine: []).progressLine(of: 3, unit: "cells")
    line.show(done: 1)
    line.finish()
    #expect(capture.text.isEmpty)
  }
}
