import Foundation
import Testing

@testable import TelefontidCommand

@Suite("From the register to the report: the article")
struct RegisterArticleTests {
  private static let article = Article(named: "FromRegisterToReport")

  /// Runs the page's commands as they stand, in a folder with the shipped files.
  @Test("The page of commands runs as it stands, and finds what the text says")
  func runs() throws {
    let script = try #require(Self.article.blocks.first)
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      "set -e; ln -s \"$REPOSITORY/scenarios\" scenarios\n\(script)")
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    let rows = ending.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["all", "120", "118", "2", "0", "2"]))
    #expect(rows.contains(["all", "122", "120", "2", "0"]))
    #expect(rows.contains { $0.first == "Aarhus" })
    #expect(Self.article.text.contains("finds 118 of 120 calls made, 2 overdue and 2 late"))
    #expect(Self.article.text.contains("writes 122 rows"))
    let joined = try sandbox.text(of: "opkald.csv").split(separator: "\n")
    #expect(joined.count == 123)
    // Leading zeros that Bo's spreadsheet dropped are back.
    #expect(joined.dropFirst().allSatisfy { $0.hasPrefix("0,00") })
    #expect(try sandbox.text(of: "rapport.html").contains("Aarhus"))
    #expect(try sandbox.text(of: "lister/sider.html").contains("Anne · Tirsdag 1.\u{A0}september\u{A0}2026"))
    // What a spreadsheet would run is guarded in the list for Excel, and plain in the joined data.
    let list = try ["Anne", "Bo", "Cecilie"].map { try sandbox.text(of: "lister/opkald-\($0).csv") }.joined()
    #expect(list.contains(";'=Lægerne, Torvet 4;"))
    #expect(joined.contains { $0.contains("\"=Lægerne, Torvet 4\"") })
  }

  @Test(
    "The lists in the repository are those of this draw, filled in: nothing in them is in no list, and nothing is unplanned"
  )
  func lists() throws {
    let script = try #require(Self.article.blocks.first)
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      "set -e; ln -s \"$REPOSITORY/scenarios\" scenarios\n{ \(script)\n} > /dev/null; telefontid join lister/opkald-*.csv --plan plan.csv"
    )
    #expect(ending.error.hasPrefix("Nothing was written"))
    #expect(!ending.output.contains("in no list:") && !ending.output.contains("not in the plan"))
  }
}
