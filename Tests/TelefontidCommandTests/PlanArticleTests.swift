import Foundation
import Tables
import Testing

@testable import TelefontidCommand

/// The article "Planning a survey" must show what the program prints.
@Suite("plan: the article")
struct PlanArticleTests {
  private static let article: String = {
    let file = CommandSandbox.repository.appendingPathComponent(
      "Sources/TelefontidCommand/TelefontidCommand.docc/PlanningASurvey.md")
    return (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
  }()

  /// A command line of the article and the lines shown below it.
  struct Example: Sendable, CustomTestStringConvertible {
    var command: String
    var lines: [String]

    var testDescription: String { command }
  }

  private static let examples: [Example] = article.components(separatedBy: "```\n").compactMap { block in
    let lines = block.split(separator: "\n").map(String.init)
    guard let first = lines.first, first.hasPrefix("$ telefontid ") else { return nil }
    return Example(command: String(first.dropFirst(13)), lines: lines.dropFirst().filter { $0 != "…" })
  }

  @Test("Every shown line is printed, in this order", arguments: examples)
  func shown(example: Example) async {
    let ending = await telefontid(example.command)
    var printed = (ending.output + ending.error).split(separator: "\n").map(String.init)[...]
    for line in example.lines {
      guard let place = printed.firstIndex(of: line) else {
        Issue.record("not printed: \(line)")
        return
      }
      printed = printed[(place + 1)...]
    }
  }

  @Test("There are examples of every command")
  func complete() {
    #expect(Self.examples.count == 10)
    for name in ["margin", "power", "acceptance", "sequential", "verdict", "allocation"] {
      #expect(Self.examples.contains { $0.command.hasPrefix("plan \(name) ") })
    }
  }

  @Test(
    "The columns are those of the files",
    arguments: [
      PlanMarginTables.schema, PlanPowerTables.schema, PlanAcceptanceTables.schema,
      PlanSequentialTables.schema,
      PlanVerdictTables.schema, PlanAllocationTables.schema,
    ])
  func columns(schema: TableSchema) {
    let name = schema.name.replacingOccurrences(of: "-", with: " ")
    let row = Self.article.split(separator: "\n").first { $0.hasPrefix("| `\(name)` | ") && $0.contains("_") }
    #expect(row?.hasSuffix("| `\(schema.columnNames.joined(separator: ", "))` |") == true)
  }
}
