import Foundation
import Testing

@testable import Drawing
@testable import Reports

/// Golden: these pages are our own output, read by a person and then pinned.
///
/// With TELEFONTID_GOLDEN=DIR what should stand in ``ReportGolden`` is written there.
@Suite("Report page (golden)")
struct ReportGoldenTests {
  @Test("A small survey with feedback, in both languages", arguments: ReportLanguage.allCases)
  func page(language: ReportLanguage) throws {
    let page = Self.words(of: ReportSamples.made().page(language: language))
    if let folder = ProcessInfo.processInfo.environment["TELEFONTID_GOLDEN"] {
      try page.write(toFile: "\(folder)/\(language.code).txt", atomically: true, encoding: .utf8)
    }
    let golden = language == .danish ? ReportGolden.danish : ReportGolden.english
    let (found, expected) = (page.split(separator: "\n"), golden.split(separator: "\n"))
    for (line, other) in zip(found, expected) { #expect(line == other) }
    #expect(found.count == expected.count)
  }

  /// The page without its style sheet and without the figures, which have golden tests of their own.
  private static func words(of page: String) -> String {
    var rest = page[...]
    var text = ""
    while let start = rest.firstRange(of: "<svg")?.lowerBound ?? rest.firstRange(of: "<style")?.lowerBound {
      let style = rest.firstRange(of: "<style")?.lowerBound
      let first = style.map { min($0, start) } ?? start
      let closing = rest[first...].hasPrefix("<style") ? "</style>" : "</svg>"
      text += rest[..<first]
      rest = rest[first...]
      guard let end = rest.firstRange(of: closing)?.upperBound else { break }
      rest = rest[end...]
    }
    // No-break spaces cannot be told from others in the text below.
    return (text + rest).replacing("\u{A0}", with: "~")
  }
}
