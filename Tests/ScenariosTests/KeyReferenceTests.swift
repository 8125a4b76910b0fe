import Foundation
import Testing

@testable import Scenarios

@Suite("Key reference and schema")
struct KeyReferenceTests {
  static let article = URL(fileURLWithPath: Shipped.folder).deletingLastPathComponent()
    .appendingPathComponent("Sources/Scenarios/Scenarios.docc/ScenarioFiles.md").path

  static let mark = "swift test --filter KeyReferenceTests -->\n\n"

  /// With TELEFONTID_UPDATE=1 the test writes the reference into the article instead of comparing.
  @Test("the article holds the reference that the table gives")
  func article() throws {
    let text = try String(contentsOfFile: Self.article, encoding: .utf8)
    let parts = text.components(separatedBy: Self.mark)
    try #require(parts.count == 2)
    if ProcessInfo.processInfo.environment["TELEFONTID_UPDATE"] == "1" {
      try (parts[0] + Self.mark + KeyReference.markdown).write(
        toFile: Self.article, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == KeyReference.markdown)
    }
  }

  @Test("every key stands in the article and in the schema")
  func everyKey() throws {
    let text = try String(contentsOfFile: Self.article, encoding: .utf8)
    let schema = ScenarioSchema.text
    #expect(ScenarioFields.catalog.count > 80)
    for entry in ScenarioFields.catalog {
      let stands = text.contains("\(entry.key)`: ") || text.contains("\n### \(entry.key)\n")
      #expect(stands, "\(entry.path)")
      #expect(schema.contains("\"\(entry.key)\": {"), "\(entry.path)")
    }
  }

  @Test("every key is snake_case, and every summary is a sentence")
  func style() {
    for entry in ScenarioFields.catalog {
      #expect(entry.key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(entry.path)")
      #expect(entry.field.summary.hasSuffix("."), "\(entry.path)")
    }
  }

  @Test("the schema is JSON")
  func schemaIsJSON() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.text.utf8))
    #expect(
      (object as? [String: Any])?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    if let path = ProcessInfo.processInfo.environment["TELEFONTID_SCHEMA"] {
      try ScenarioSchema.text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
