import Foundation
import Testing

@testable import Drawing
@testable import Reports

@Suite("Figures in files (golden)")
struct FigureGoldenTests {
  /// The pictures of the documentation are the golden files, so that whoever reads it sees what is drawn.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Reports/Reports.docc/Resources")

  /// With TELEFONTID_UPDATE=1 the test writes the picture instead of comparing.
  @Test("The documentation's pictures are what is drawn (golden)", arguments: FigureSamples.all.indices)
  func picture(index: Int) throws {
    let sample = FigureSamples.all[index]
    let file = Self.folder.appendingPathComponent("figure-\(sample.name).svg")
    let text = sample.figure.svg(language: .english)
    if ProcessInfo.processInfo.environment["TELEFONTID_UPDATE"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      // Not an expectation on the texts themselves: a difference of 10,000 characters is not readable.
      let isSame = try String(contentsOf: file, encoding: .utf8) == text
      #expect(isSame, "\(sample.name) is drawn otherwise than in \(file.lastPathComponent)")
    }
  }

  /// With TELEFONTID_FIGURES=DIR every sample is written there, in both languages and widths, to be looked at.
  @Test("Every sample can be written out")
  func gallery() throws {
    guard let folder = ProcessInfo.processInfo.environment["TELEFONTID_FIGURES"] else { return }
    var page = Markup()
    page.doctype()
    page.element("html", ["lang": "da"]) { page in
      page.element("head") {
        $0.empty("meta", ["charset": "utf-8"])
        $0.empty("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"])
        $0.element("title", text: "Figures")
        $0.styleSheet(
          FigureStyle.page
            + "body{background:var(--tf-paper);color:var(--tf-ink);font:16px Arial;margin:16px}")
      }
      page.element("body") { body in
        for sample in FigureSamples.all {
          body.element("h2", text: sample.figure.title(language: .danish))
          body.append(sample.figure.svg(language: .danish, embeddedAs: sample.name))
          body.element("p", text: sample.figure.caption(language: .danish))
        }
      }
    }
    try page.description.write(toFile: "\(folder)/page.html", atomically: true, encoding: .utf8)
    for sample in FigureSamples.all {
      for language in ReportLanguage.allCases {
        for width in FigureWidth.allCases {
          let file = "\(folder)/\(sample.name)-\(language.code)-\(width.rawValue).svg"
          try sample.figure.svg(language: language, width: width)
            .write(toFile: file, atomically: true, encoding: .utf8)
        }
      }
    }
  }
}
