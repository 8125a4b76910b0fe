import Foundation
import Testing

@testable import TelefontidCommand

@Suite("draw, plan fieldwork, plan compare-designs: the article")
struct DrawingArticleTests {
  private static let article = Article(named: "DrawingAndFieldwork")

  private static func example(of command: String) throws -> Article.Example {
    try #require(article.examples.first { $0.command.hasPrefix(command + " ") })
  }

  private static func run(_ arguments: String, in sandbox: borrowing CommandSandbox) throws
    -> BuiltProgram.Ending
  {
    try sandbox.shell("ln -sfn \"$REPOSITORY/scenarios\" scenarios; telefontid \(arguments)")
  }

  @Test("The team sizes that are shown are found, and what rounds buy")
  func fieldwork() throws {
    let examples = Self.article.examples.filter { $0.command.hasPrefix("plan fieldwork ") }
    #expect(examples.count == 2)
    for example in examples {
      let sandbox = try CommandSandbox()
      let ending = try Self.run(example.command, in: sandbox)
      #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
      #expect(example.lines.count > 8)
      #expect(example.lines.firstLine(missingFrom: ending.output) == nil)
    }
  }

  /// The article's tables take minutes in a debug build; fewer replications tell whether they are still right.
  @Test("The comparison of designs that is shown is found again, within Monte Carlo error")
  func designs() throws {
    let example = try Self.example(of: "plan compare-designs")
    let option = try #require(example.command.firstMatch(of: #/--replications (\d+)/#))
    let shown = try #require(Double(option.1))
    let here = 6.0
    // Six surveys may find other hours the most different.
    let contrast = try #require(
      example.lines.compactMap { $0.firstMatch(of: #/^Telling (\S+) \(.*\) from (\S+) \(/#) }.first)
    let sandbox = try CommandSandbox()
    let ending = try Self.run(
      example.command.replacing(option.0, with: "--replications \(Int(here))")
        + " --between \(contrast.1),\(contrast.2)", in: sandbox)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    let pairs = try #require(ShownTable.pairs(shown: example.lines, printed: ending.output))
    let compared = ShownTable.differences(between: pairs, replications: (shown, here))
    #expect(compared.different == [])
    // Four tables of four designs, with from 3 to 4 simulated numbers and up to 3 formulas in a row.
    #expect(compared.count >= 4 * (3 + 3 + 2 + 4))
  }

  @Test("Every wish of the table is granted")
  func wishes() throws {
    let first = try #require(Self.article.commandLines.first { $0.hasPrefix("telefontid draw ") })
    let rows = Self.article.text.split(separator: "\n").compactMap {
      $0.firstMatch(of: #/^\|.*\| `(--.*)`(.*) \|$/#)
    }
    #expect(rows.count >= 10)
    let sandbox = try CommandSandbox()
    var before = ""
    for row in rows {
      let options = (row.2.contains("besides") ? before + " " : "") + row.1
      before = options
      // A wish takes the place of what the first command says of the same.
      let base = options.contains("--first-date") ? first.replacing(#/--first-date \S+/#, with: "") : first
      _ = try sandbox.shell("rm -f calls.csv")
      let ending = try Self.run(base.dropFirst(11) + " \(options)", in: sandbox)
      #expect(ending.status == 0 && ending.error == "", "\(options): \(ending.error)")
    }
  }

  @Test("The lists of the interviewers come together again as the article says")
  func together() throws {
    let first = try #require(Self.article.commandLines.first { $0.hasPrefix("telefontid draw ") })
    let script = try #require(Self.article.blocks.first { $0.hasPrefix("telefontid progress ") })
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      set -e; ln -s "$REPOSITORY/scenarios" scenarios
      \(first) --interviewers 2 > /dev/null
      \(first.replacing("-o calls.csv", with: "-o lists/calls.csv")) --interviewers 2 --per-interviewer > /dev/null
      { \(script)
      } > /dev/null
      cmp joined.csv calls.csv; telefontid check calls.csv > /dev/null
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }
}

/// Tables of an article, held against those of a run with other replications.
private enum ShownTable {
  /// Each shown line with the printed one of the same shape; `nil` where a shape is missing.
  static func pairs(shown: [String], printed: String) -> [(String, String)]? {
    var rest = printed.split(separator: "\n").map(String.init)[...]
    var pairs: [(String, String)] = []
    for line in shown {
      guard let place = rest.firstIndex(where: { shape($0) == shape(line) }) else { return nil }
      pairs.append((line, rest[place]))
      rest = rest[(place + 1)...]
    }
    return pairs
  }

  /// A line without its numbers and the widths of its columns.
  private static func shape(_ line: String) -> String {
    line.replacing(#/\d+(\.\d+)?/#, with: "#").replacing(#/-{2,}/#, with: "-").replacing(#/ +/#, with: " ")
  }

  /// What differs by more than five standard errors, or at all where no error is stated; and how much was compared.
  ///
  /// A number of a correct article differs by so much with a probability of 6e-7; some fifty are compared. A formula's number
  /// is surer than the simulated one before it, whose error is taken for both.
  static func differences(
    between pairs: [(String, String)], replications: (shown: Double, here: Double)
  ) -> (different: [String], count: Int) {
    var header: [String] = []
    var different: [String] = []
    var count = 0
    for (shown, printed) in pairs {
      let (cells, others) = (cells(of: shown), cells(of: printed))
      if cells.contains("± MC") { header = cells }
      guard cells != header, cells.count == header.count, cells.count > 1 else { continue }
      for (place, name) in header.enumerated() where name != "± MC" {
        let errorPlace = name == "Formula" ? place - 1 : place + 1
        guard header.indices.contains(errorPlace), header[errorPlace] == "± MC" else {
          if cells[place] != others[place] { different.append("\(name): \(cells[place]), \(others[place])") }
          continue
        }
        count += 1
        let errors = 5 * (1 + replications.shown / replications.here).squareRoot()
        let (error, digit) = number(cells[errorPlace])
        let (one, unit) = number(cells[place])
        if abs(one - number(others[place]).value) > errors * (error + digit / 2) + unit {
          different.append("\(name): \(cells[place]), \(others[place])")
        }
      }
    }
    return (different, count)
  }

  /// The words between wide gaps.
  private static func cells(of line: String) -> [String] {
    line.split(separator: #/ {2,}/#).map(String.init)
  }

  /// A cell's number, and one in its last digit.
  private static func number(_ cell: String) -> (value: Double, digit: Double) {
    let text = cell.prefix { $0 != " " }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return (Double(text) ?? .nan, pow(10, -Double(decimals)))
  }
}
