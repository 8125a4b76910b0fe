/// A picture of numbers, with words for it in two languages and with the table behind it.
///
/// A figure is a plain value. It is given numbers and names, reads no file, and always writes the same bytes.
///
/// ```swift
/// let figure = CurveFigure(…)
/// let file = figure.svg(language: .danish)                       // a file of its own, with title and caption
/// let inPage = figure.svg(language: .danish, embeddedAs: "oc")   // for a page that has FigureStyle.page
/// ```
package protocol Figure: Sendable {
  /// A short name in kebab-case, fit for a file and an id: `rate-by-hour`.
  var name: String { get }

  /// What the figure is about.
  func title(language: ReportLanguage) -> String

  /// What is shown, of what, and how uncertain it is: one to three sentences.
  func caption(language: ReportLanguage) -> String

  /// Where the numbers come from, in a line below the figure; `nil` where whoever shows it says so.
  var source: String? { get }

  /// The picture without title and caption.
  func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas

  /// The numbers behind the picture.
  func dataTable(language: ReportLanguage) -> FigureTable
}

extension Figure {
  /// None: ``SourcedFigure`` has one.
  package var source: String? { nil }

  /// The figure as a file of its own, with title, caption, style and paper; it ends in a line feed.
  package func svg(language: ReportLanguage, width: FigureWidth = .wide) -> String {
    let drawing = framed(language: language, width: width)
    let size = (Markup.number(drawing.width), Markup.number(drawing.height))
    var markup = Markup()
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "tf", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "role": "img", "aria-labelledby": "title description",
        "lang": language.code,
      ]
    ) { svg in
      describe(in: &svg, language: language, prefix: "")
      svg.styleSheet(FigureStyle.standalone)
      svg.newLine()
      svg.empty("rect", ["class": "f-paper", "width": size.0, "height": size.1])
      svg.newLine()
      svg.append(drawing.markup)
    }
    markup.newLine()
    return markup.description
  }

  /// The figure as part of a page that has the rules of ``FigureStyle/page``: without title and caption, which the page writes.
  ///
  /// Both widths are drawn, and the page shows the one that fits its window.
  /// - Parameters:
  ///   - language: the reader's.
  ///   - id: unique on the page; the ids within begin with it.
  package func svg(language: ReportLanguage, embeddedAs id: String) -> Markup {
    var markup = Markup()
    for width in FigureWidth.allCases {
      let drawing = drawing(language: language, width: width)
      let prefix = "\(id)-\(width.rawValue)-"
      markup.element(
        "svg",
        [
          "class": "tf tf-\(width.rawValue)",
          "viewBox": "0 0 \(Markup.number(drawing.width)) \(Markup.number(drawing.height))", "role": "img",
          "aria-labelledby": "\(prefix)title \(prefix)description", "lang": language.code,
        ]
      ) { svg in
        describe(in: &svg, language: language, prefix: prefix)
        svg.append(drawing.markup)
      }
      markup.newLine()
    }
    return markup
  }

  /// The drawing with its title above and its caption below, as it stands in a file of its own.
  func framed(language: ReportLanguage, width: FigureWidth) -> Canvas {
    let margin = 14.0
    let inner = drawing(language: language, width: width)
    var outer = Canvas(width: inner.width + 2 * margin)
    var y = margin + TextStyle.title.ascent
    let title = TextStyle.title.wrapped(title(language: language), to: inner.width)
    outer.text(lines: title, x: margin, y: y, .title)
    y += Double(max(0, title.count - 1)) * TextStyle.title.lineHeight + TextStyle.title.descent + 14
    outer.place(inner, x: margin, y: y)
    y += inner.height + 8
    let caption = TextStyle.note.wrapped(caption(language: language), to: inner.width)
    outer.text(lines: caption, x: margin, y: y + TextStyle.note.ascent, .note, colour: "f-muted")
    y += Double(caption.count) * TextStyle.note.lineHeight
    if let source {
      let lines = TextStyle.note.wrapped(source, to: inner.width)
      outer.text(lines: lines, x: margin, y: y + 4 + TextStyle.note.ascent, .note)
      y += 4 + Double(lines.count) * TextStyle.note.lineHeight
    }
    outer.height = y + margin
    return outer
  }

  private func describe(in svg: inout Markup, language: ReportLanguage, prefix: String) {
    svg.newLine()
    svg.element("title", ["id": "\(prefix)title"], text: title(language: language))
    svg.newLine()
    svg.element(
      "desc", ["id": "\(prefix)description"],
      text: [caption(language: language), source].compactMap { $0 }.joined(separator: " "))
    svg.newLine()
  }
}
