import Foundation
import Testing

@testable import Drawing
@testable import Reports

@Suite("Glossary: one word for one thing")
struct GlossaryTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Everything that Reports can say: its sources' string literals, whatever numbers would make it say.
  private static func literals() throws -> String {
    // Of the plan commands only the pictures are for everybody.
    try literals(of: "Reports") + literals(of: "TelefontidCommand/Plan") { $0.hasSuffix("Figures.swift") }
  }

  /// The string literals of a folder's sources, in small letters.
  private static func literals(of module: String, where isRead: (String) -> Bool = { _ in true }) throws
    -> String
  {
    var text = ""
    let folder = root.appendingPathComponent("Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      let name = file.lastPathComponent
      // Shipped texts quote the scenarios.
      guard name.hasSuffix(".swift"), name != "ShippedTexts.swift", isRead(name) else { continue }
      let source = try String(contentsOf: file, encoding: .utf8)
      for line in source.split(separator: "\n") where !line.contains("//") {
        for literal in line.matches(of: #/"(?:[^"\\]|\\.)*"/#) { text += literal.0.lowercased() + "\n" }
      }
    }
    return text
  }

  private static let danishOutOfUse = [
    "rudtegn", "at tale om", "slog fejl", "uden ur", "åbent program", "producentens", "forbrugerens",
    "sandheden",
    "sande tal", "optagettone", "telefonen lukket", "først til mølle",
  ]

  @Test("Words that are out of use stand in no sentence, title or label")
  func outOfUse() throws {
    let text = try Self.literals()
    #expect(text.contains("uden kontakt") && text.contains("the true share"))
    for word in Self.danishOutOfUse + [
      "reached nobody", "reach nobody", "busy tone", "telephone off", "times of day", "somebody", "nobody",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("Danish tables and sentences of commands have none of them either")
  func tables() throws {
    let text = try Self.literals(of: "TelefontidCommand")
    #expect(text.contains("uden kontakt") && text.contains("lægevagten"))
    for word in Self.danishOutOfUse + ["klinik"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test(
    "Titles and descriptions of the shipped scenarios have Danish wordings, all of them and no others' words")
  func shipped() throws {
    let folder = Self.root.appendingPathComponent("scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".json")
    }
    #expect(files.count >= 12)
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for key in ["title", "description"] {
        let match = try #require(
          text.firstMatch(of: try Regex("\"\(key)\": \"(.*?)\",?\\n")), "\(file): \(key)")
        let english = String(try #require(match.output[1].substring))
        #expect(ShippedTexts.danish(english) != nil, "\(file): \(english)")
      }
    }
    #expect(ReportText(.danish).title("My own") == "My own")
    #expect(ReportText(.english).title("Region Midtjylland, April 2015") == "Region Midtjylland, April 2015")
  }

  @Test("Sources of a shipped scenario's parameters are marked as English on a Danish page")
  func quotations() {
    let text = ReportText(.danish)
    #expect(text.languageOfSources(of: "Region Midtjylland, April 2015") == .english)
    #expect(text.languageOfSources(of: "Min egen") == nil)
    #expect(ReportText(.english).languageOfSources(of: "Region Midtjylland, April 2015") == nil)
  }
}
