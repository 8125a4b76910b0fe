internal import Drawing
internal import Files

/// A report as one HTML page: no script, nothing from elsewhere, well-formed XML as well.
struct ReportPage {
  let document: ReportDocument

  /// The page, ending in a line feed.
  var text: String {
    var page = Markup()
    page.doctype()
    page.element("html", ["lang": document.language.code]) { html in
      html.newLine()
      html.element("head", content: head)
      html.newLine()
      html.element("body", content: body)
      html.newLine()
    }
    page.newLine()
    return page.description
  }

  private func head(_ head: inout Markup) {
    head.newLine()
    head.empty("meta", ["charset": "utf-8"])
    head.newLine()
    // Nothing from elsewhere, no script, whatever a file's names may try.
    head.empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'",
      ])
    head.newLine()
    head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.newLine()
    head.empty("meta", ["name": "color-scheme", "content": "light dark"])
    head.newLine()
    head.empty("meta", ["name": "generator", "content": "\(Program.name) \(Program.version)"])
    head.newLine()
    head.element("title", text: document.title)
    head.newLine()
    head.styleSheet(FigureStyle.page + ReportStyle.page)
    head.newLine()
  }

  private func body(_ body: inout Markup) {
    body.newLine()
    body.element("header") { header in
      header.element("p", ["class": "kind"], text: document.kind)
      header.element("h1") { words(document.title, to: &$0) }
      if !document.subtitle.isEmpty {
        header.element("p", ["class": "subtitle"]) { words(document.subtitle, to: &$0) }
      }
    }
    body.newLine()
    body.element("main") { main in
      main.newLine()
      for (place, section) in document.sections.enumerated() {
        write(section, to: &main)
        // The summary comes before the list of sections: whoever reads one thing reads that.
        if place == 0 { navigation(&main) }
      }
    }
    body.newLine()
    body.element("footer") { footer in
      for line in document.colophon { footer.element("p") { inline(line, to: &$0) } }
    }
    body.newLine()
  }

  private func navigation(_ main: inout Markup) {
    let sections = document.sections.dropFirst()
    guard sections.count > 1 else { return }
    main.element("nav", ["aria-label": document.contents]) { nav in
      nav.element("ul") { list in
        for section in sections {
          list.element("li") { $0.element("a", ["href": "#\(section.id)"], text: section.title) }
        }
      }
    }
    main.newLine()
  }

  private func write(_ section: ReportDocument.Section, to main: inout Markup) {
    let heading = "\(section.id)-heading"
    main.element(
      "section",
      [
        "id": section.id, "class": section.startsPage ? "page" : "part", "aria-labelledby": heading,
      ]
    ) { part in
      part.newLine()
      part.element("h2", ["id": heading], text: section.title)
      part.newLine()
      for (place, block) in section.blocks.enumerated() {
        write(block, id: "\(section.id)-\(place + 1)", to: &part)
        part.newLine()
      }
    }
    main.newLine()
  }

  private func write(_ block: ReportDocument.Block, id: String, to part: inout Markup) {
    switch block {
    case .lead(let text): part.element("p", ["class": "lead"]) { inline(text, to: &$0) }
    case .paragraph(let text): part.element("p") { inline(text, to: &$0) }
    case .note(let text): part.element("p", ["class": "note"]) { inline(text, to: &$0) }
    case .caution(let text): part.element("p", ["class": "caution"]) { inline(text, to: &$0) }
    case .heading(let text): part.element("h3") { words(text, to: &$0) }
    case .bullets(let items):
      part.element("ul") { list in
        for item in items { list.element("li") { inline(item, to: &$0) } }
      }
    case .facts(let facts):
      part.element("dl") { list in
        for fact in facts {
          list.element("div") { pair in
            pair.element("dt", text: fact.term)
            pair.element("dd") { inline(fact.words, to: &$0) }
          }
        }
      }
    case .tiles(let tiles):
      part.element("dl", ["class": "tiles"]) { list in
        for tile in tiles {
          list.element("div") { box in
            box.element("dt") { words(tile.label, to: &$0) }
            box.element("dd", ["class": "value"]) { words(tile.value, to: &$0) }
            box.element("dd") { words(tile.note, to: &$0) }
          }
        }
      }
    case .table(let table): write(table, id: id, to: &part)
    case .figure(let figure): write(figure, id: id, to: &part)
    }
  }

  private func write(_ figure: SourcedFigure, id: String, to part: inout Markup) {
    let language = document.language
    let title = figure.title(language: language)
    let subject = figure.figure.title(language: language)
    part.element("h3") { words(title, to: &$0) }
    part.newLine()
    // A picture of two panels needs more of a printed page.
    let drawing = figure.figure.drawing(language: language, width: .wide)
    let isTall = drawing.height > Self.tall * drawing.width
    part.element("figure", isTall ? ["class": "tall"] : [:]) { box in
      box.newLine()
      box.append(figure.svg(language: language, embeddedAs: id))
      box.element("figcaption") { caption in
        words(figure.caption(language: language), to: &caption)
        guard let source = figure.source else { return }
        caption.element("span", ["class": "source"]) { words(source, to: &$0) }
      }
    }
    part.newLine()
    let numbers = figure.dataTable(language: language)
    let isLong = numbers.rows.count > Self.mostRowsInPrint
    part.element("details", ["class": isLong ? "long" : "short"]) { details in
      details.element("summary", text: document.showNumbers)
      let columns = numbers.header.enumerated().map { place, head in
        ReportDocument.Table.Column(head: head, isNumber: place > 0)
      }
      write(
        ReportDocument.Table(caption: subject, columns: columns, rows: numbers.rows.map { .init(cells: $0) }),
        id: "\(id)-numbers", to: &details)
    }
  }

  private func write(_ table: ReportDocument.Table, id: String, to part: inout Markup) {
    // A wide table scrolls by itself on a phone, also with the keyboard.
    let caption = "\(id)-caption"
    let isShort = table.rows.count <= Self.mostRowsOnOnePage
    part.element(
      "div",
      [
        "class": isShort ? "scroll whole" : "scroll", "role": "region", "aria-labelledby": caption,
        "tabindex": "0",
      ]
    ) { box in
      let shape = table.isText ? "stack" : table.isDense ? "row dense" : table.isWide ? "row" : "numbers"
      box.element("table", ["class": shape]) { element in
        element.element("caption", ["id": caption]) { words(table.caption, to: &$0) }
        element.newLine()
        element.element("thead") { head in
          head.element("tr") { row in
            for column in table.columns {
              row.element("th", ["scope": "col", "class": column.isNumber ? "n" : "t"], text: column.head)
            }
          }
        }
        element.newLine()
        element.element("tbody") { body in
          for row in table.rows {
            write(row, of: table, to: &body)
            body.newLine()
          }
        }
      }
    }
    for note in table.notes { part.element("p", ["class": "note"]) { inline(note, to: &$0) } }
  }

  /// Height over width from which on a picture is tall.
  private static let tall = 0.6

  /// A longer table may be divided between pages in print.
  private static let mostRowsOnOnePage = 16

  /// The table behind a figure that has more rows, as that of a curve, is left out in print.
  private static let mostRowsInPrint = 18

  private func write(
    _ row: ReportDocument.Table.Row, of table: ReportDocument.Table, to body: inout Markup
  ) {
    body.element("tr", ["class": row.kind.rawValue]) { element in
      for (place, cell) in row.cells.enumerated() {
        if place == 0 {
          element.element("th", ["scope": "row"]) { words(cell, to: &$0) }
        } else {
          write(cell, at: place, in: row, of: table, to: &element)
        }
      }
    }
  }

  private func write(
    _ cell: String, at place: Int, in row: ReportDocument.Table.Row, of table: ReportDocument.Table,
    to element: inout Markup
  ) {
    let column = table.columns.indices.contains(place) ? table.columns[place] : nil
    let foreign = row.foreign.flatMap { $0.column == place ? $0.language.code : nil }
    element.element(
      "td",
      [
        "class": column?.isNumber == true ? "n" : "t",
        // Where cells stand without their column's head, on a phone, each names it.
        "data-label": table.isText || table.isWide ? column?.head : nil, "lang": foreign,
      ]
    ) { words(cell, to: &$0) }
  }

  /// Text in which what stands between grave accents is code.
  private func inline(_ text: String, to element: inout Markup) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return words(text, to: &element) }
    for (place, part) in parts.enumerated() {
      if place % 2 == 1 {
        element.element("code", text: String(part))
      } else {
        words(String(part), to: &element)
      }
    }
  }

  /// Text of which no range is broken between two lines.
  private func words(_ text: String, to element: inout Markup) {
    for piece in RangeText.pieces(of: text) {
      if piece.isRange {
        element.element("span", ["class": "range"], text: piece.text)
      } else {
        element.text(piece.text)
      }
    }
  }
}
