import Foundation
import Testing

@testable import Drawing
@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What holds for every figure, whatever its numbers: checked in both languages and both widths.
struct FigureCheck {
  let figure: any Figure

  init(_ figure: any Figure) {
    self.figure = figure
  }

  func run(_ comment: Comment) {
    for language in ReportLanguage.allCases {
      let table = figure.dataTable(language: language)
      #expect(table.header.allSatisfy { !$0.isEmpty }, comment)
      #expect(table.rows.allSatisfy { $0.count == table.header.count }, comment)
      for width in FigureWidth.allCases {
        let drawing = figure.framed(language: language, width: width)
        checkLabels(of: drawing, comment)
        #expect(Self.isWellFormed("<svg>\(drawing.markup.description)</svg>"), comment)
      }
    }
  }

  /// The whole files, as they are alone and as they stand in a page.
  func runOnFiles(_ comment: Comment) {
    for language in ReportLanguage.allCases {
      for width in FigureWidth.allCases {
        let file = figure.svg(language: language, width: width)
        #expect(Self.isWellFormed(file), comment)
        #expect(file == figure.svg(language: language, width: width), comment)
      }
      let embedded = figure.svg(language: language, embeddedAs: "figure-1").description
      #expect(Self.isWellFormed("<body>\(embedded)</body>"), comment)
      let ids = embedded.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
      #expect(ids.count == 4 && Set(ids).count == 4 && ids.allSatisfy { $0.hasPrefix("figure-1-") }, comment)
    }
  }

  /// Every label lies in the drawing, and no two touch, by the boxes that were measured.
  private func checkLabels(of drawing: Canvas, _ comment: Comment) {
    #expect(drawing.height > 0 && drawing.height.isFinite, comment)
    for label in drawing.labels where !drawing.frame.contains(label.box) {
      Issue.record("\(comment): '\(label.text)' leaves the drawing: \(label.box) in \(drawing.frame)")
    }
    let words = drawing.labels.flatMap { $0.text.split { !$0.isLetter } }
    #expect(!words.contains { $0 == "nan" || $0 == "inf" }, comment)
    let labels = drawing.labels.sorted { $0.box.y < $1.box.y }
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] {
        guard other.box.y < label.box.bottom else { break }
        if label.box.overlaps(other.box) {
          Issue.record("\(comment): '\(label.text)' at \(label.box) touches '\(other.text)' at \(other.box)")
        }
      }
    }
  }

  static func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }
}
