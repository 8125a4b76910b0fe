import Foundation
import Testing

@testable import Drawing
@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Report page")
struct ReportPageTests {
  @Test("The page is well-formed XML, in both languages", arguments: ReportLanguage.allCases)
  func wellFormed(language: ReportLanguage) {
    for report in [ReportSamples.made(), ReportSamples.made(target: nil), Report(source: "nothing")] {
      let page = report.page(language: language)
      #expect(XMLParser(data: Data(page.utf8)).parse())
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.code)\">"))
    }
  }

  @Test("The same values give the same bytes", arguments: ReportLanguage.allCases)
  func stable(language: ReportLanguage) {
    #expect(
      ReportSamples.made().page(language: language) == ReportSamples.made().page(language: language))
  }

  @Test("Names out of files stay text", arguments: ReportLanguage.allCases)
  func escaped(language: ReportLanguage) {
    var report = ReportSamples.made()
    report.title = ReportSamples.hostile
    report.source = ReportSamples.hostile
    let page = report.page(language: language)
    #expect(!page.contains("<script"))
    // The title of the page and of its head, the source, a vague word, and a municipality: once as heading, more in figures.
    #expect(page.components(separatedBy: "&lt;script&gt;").count > 5)
  }

  @Test("A time of day that fails by itself is named only where Holm's correction allows it")
  func named() throws {
    var report = ReportSamples.made()
    var survey = try #require(report.survey)
    survey.slots[0] = ReportSamples.group("slot", "08:00-09:00", calls: 20, unreached: 8)
    report.survey = survey
    #expect(report.page(language: .english).contains("No slot can be named as missing the target"))
    survey.slots[0].isNamedFailing = true
    report.survey = survey
    let page = report.page(language: .english)
    #expect(page.contains("judged at the same time (Holm’s correction): <span class=\"range\">8–9.</span>"))
    #expect(!page.contains("No slot can be named"))
    #expect(!ReportSamples.made().page(language: .english).contains("Holm’s"))
  }

  @Test(
    "A word with a range is a piece by itself, and the pieces together are the text",
    arguments: [
      ("95\u{A0}% interval: 7.9–13.8\u{A0}%", ["7.9–13.8\u{A0}%"]), ("08.00–08.15", ["08.00–08.15"]),
      ("7.–20.\u{A0}april\u{A0}2015: (4–9), 8–9.", ["7.–20.\u{A0}april\u{A0}2015:", "(4–9),", "8–9."]),
      ("−17.0–−5.0 to –", ["−17.0–−5.0"]), ("7.\u{A0}april – 4.\u{A0}maj", []), ("Cochran–Armitage", []),
      ("–", []), ("–5", []), ("", []), (String(repeating: "a", count: 60) + "–5", []),
    ])
  func ranges(text: String, ranges: [String]) {
    let pieces = RangeText.pieces(of: text)
    #expect(pieces.filter(\.isRange).map(\.text) == ranges)
    #expect(pieces.map(\.text).joined() == text)
  }

  @Test("Ranges stay on one line: intervals, dates and slots")
  func unbroken() throws {
    var report = ReportSamples.made()
    var survey = try #require(report.survey)
    survey.slots[0].group = "08:00-08:15"
    report.survey = survey
    let page = report.page(language: .danish)
    #expect(page.contains(".range{white-space:nowrap}"))
    for range in ["4,2–30,0\u{A0}%", "08.00–08.15"] {
      #expect(page.contains("<span class=\"range\">\(range)</span>"))
    }
    // Whatever stands outside of figures and of columns of numbers, and holds a range, is such a piece.
    let words = page.replacing(#/<(svg|style|td class="n")[\s\S]*?<\/(svg|style|td)>/#, with: "")
      .replacing(#/<span class="range">[^<]*<\/span>/#, with: "")
    #expect(!words.contains(#/[^\s>]–[0-9]/#))
  }

  @Test("A limit that so few calls cannot reach is never, as evaluate says", arguments: [("never", "aldrig")])
  func never(english: String, danish: String) throws {
    // Where the share is 20 %, none of 5 calls has a probability of 0.8^5 = 33 %, three or more 5.8 %, four or more 0.7 %.
    for (language, word) in [(ReportLanguage.english, english), (.danish, danish)] {
      let page = ReportSamples.made().page(language: language)
      #expect(page.contains(try Regex(">\(word)</td><td class=\"n\" data-label=\"[^\"]*\">4</td></tr>")))
    }
  }

  @Test("Nothing comes from elsewhere, and nothing runs")
  func selfContained() {
    let page = ReportSamples.made().page(language: .danish).lowercased()
    #expect(
      page.contains(
        "http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>"))
    for word in ["<script", "<link", "<img", "<iframe", " src=", "url(", "@import", "javascript:", "onload"] {
      #expect(!page.contains(word), "\(word)")
    }
    // The only addresses are anchors within the page.
    for part in page.components(separatedBy: "href=\"").dropFirst() { #expect(part.hasPrefix("#")) }
  }

  @Test("Headings are in order, ids differ, and every table says what it holds")
  func accessible() throws {
    let reader = PageReader(ReportSamples.made().page(language: .english))
    #expect(reader.headings.filter { $0 == 1 }.count == 1)
    #expect(reader.headings.first == 1)
    for (level, next) in zip(reader.headings, reader.headings.dropFirst()) { #expect(next <= level + 1) }
    #expect(Set(reader.ids).count == reader.ids.count)
    #expect(reader.references.allSatisfy(Set(reader.ids).contains))
    #expect(reader.tables > 5)
    #expect(reader.captions == reader.tables)
    #expect(reader.headersWithoutScope == 0)
    #expect(reader.figures == 5)
    // A table stands behind every figure.
    #expect(reader.details == reader.figures)
  }
}

/// What the elements of a page are, as an XML parser finds them.
private final class PageReader: NSObject, XMLParserDelegate {
  var headings: [Int] = []
  var ids: [String] = []
  var references: [String] = []
  var tables = 0
  var captions = 0
  var figures = 0
  var details = 0
  var headersWithoutScope = 0

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "h1", "h2", "h3": headings.append(Int(name.dropFirst()) ?? 0)
    case "table": tables += 1
    case "caption": captions += 1
    case "figure": figures += 1
    case "details": details += 1
    case "th" where attributes["scope"] == nil: headersWithoutScope += 1
    default: break
    }
    if let id = attributes["id"] { ids.append(id) }
    references += (attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    if let anchor = attributes["href"] { references.append(String(anchor.dropFirst())) }
  }
}
