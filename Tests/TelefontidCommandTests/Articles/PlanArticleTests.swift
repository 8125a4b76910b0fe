import Foundation
import Tables
import Testing

@testable import TelefontidCommand

/// The article "Planning a survey" must show what the program prints.
@Suite("plan: the article")
struct PlanArticleTests {
  private static let article = Article(named: "PlanningASurvey")

  @Test("Every shown line is printed, in this order", arguments: article.examples)
  func shown(example: Article.Example) async {
    let ending = await telefontid(example.command)
    #expect(example.lines.firstLine(missingFrom: ending.output + ending.error) == nil)
  }

  @Test("There are examples of every command")
  func complete() {
    #expect(Self.article.examples.count == 10)
    for name in ["margin", "power", "acceptance", "sequential", "verdict", "allocation"] {
      #expect(Self.article.examples.contains { $0.command.hasPrefix("plan \(name) ") })
    }
  }

  @Test(
    "The columns are those of the files",
    arguments: [
      PlanMarginTables.table.schema, PlanPowerTables.table.schema, PlanAcceptanceTables.table.schema,
      PlanSequentialTables.table.schema,
      PlanVerdictTables.table.schema, PlanAllocationTables.table.schema,
    ])
  func columns(schema: TableSchema) {
    let name = schema.name.replacingOccurrences(of: "-", with: " ")
    let row = Self.article.text.split(separator: "\n").first {
      $0.hasPrefix("| `\(name)` | ") && $0.contains("_")
    }
    #expect(row?.hasSuffix("| `\(schema.columnNames.joined(separator: ", "))` |") == true)
  }
}
