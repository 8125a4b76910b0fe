package import Tables

/// A table for people: aligned columns, a header, rows, and rows below a line such as a total.
///
/// Numbers stand right and are never cut. Where the window is too narrow, text columns and headers wrap onto further lines, sketches
/// go, and what still does not fit stands in a part of its own below, with the first column again. In a pipe nothing is wrapped, and
/// the table is the same whatever the locale.
package struct TextTable: Sendable {
  /// How a column stands and whether it may be narrowed.
  enum Alignment: Sendable {
    /// To the left, wrapped when there is no room.
    case text
    /// To the right, never wrapped.
    case number
    /// To the left, never wrapped: sketches, identifiers.
    case fixed
  }

  /// One column: its header and how it stands.
  package struct Column: Sendable {
    package var header: String
    var alignment: Alignment

    package static func text(_ header: String) -> Column { Column(header: header, alignment: .text) }
    package static func text(_ english: String, _ danish: String) -> Column { .text(said(english, danish)) }
    package static func number(_ header: String) -> Column { Column(header: header, alignment: .number) }
    package static func number(_ english: String, _ danish: String) -> Column {
      .number(said(english, danish))
    }
    package static func fixed(_ header: String) -> Column { Column(header: header, alignment: .fixed) }
    package static func fixed(_ english: String, _ danish: String) -> Column { .fixed(said(english, danish)) }

    /// Whether it is a picture beside the numbers, which has no header.
    var isSketch: Bool { alignment == .fixed && header.isEmpty }
  }

  package let columns: [Column]
  /// A line above the table, wrapped like text.
  package var title: String
  package private(set) var rows: TextRows
  package private(set) var footers: TextRows
  /// Sentences below the table.
  package var notes: [String]

  package init(_ columns: [Column], title: String = "", notes: [String] = []) {
    self.columns = columns
    self.title = title
    self.notes = notes
    (rows, footers) = (TextRows(columns: columns.count), TextRows(columns: columns.count))
  }

  /// Adds a row with one cell per column.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has one cell per column")
    rows.append(cells)
  }

  /// Adds a row below the line under the rows.
  package mutating func appendFooter(_ cells: [String]) {
    precondition(cells.count == columns.count, "a footer has one cell per column")
    footers.append(cells)
  }
}

extension TextTable {
  private static let gap = "  "
  /// A text column is not wrapped to less than this, and not to less than its words, such as slots, as long as they are no longer
  /// than ``longestWord``: half a slot looks like another one.
  private static let narrowest = 10
  private static let longestWord = 16

  /// The table as a stream can show it, each line with its end.
  package func text(for ability: Console.Ability = Console.Ability()) -> String {
    var text = ""
    write(for: ability) { text += $0 }
    return text
  }

  /// Gives the same text in pieces of some lines: of a million rows no second copy is made.
  package func write(for ability: Console.Ability, to output: (String) throws -> Void) rethrows {
    if ability.needsASCII {
      var plain = ability
      plain.needsASCII = false
      return try inASCII.write(for: plain, to: output)
    }
    var piece = ""
    func take(_ line: String) throws {
      piece += line
      piece += "\n"
      guard piece.utf8.count >= Self.pieceLength else { return }
      try output(piece)
      piece.removeAll(keepingCapacity: true)
    }
    if !title.isEmpty { try (wrapped(title, for: ability) + [""]).forEach(take) }
    for (place, part) in parts(within: ability.columns).enumerated() {
      if place > 0 { try take("") }
      try lines(of: part, for: ability, take)
    }
    if !notes.isEmpty { try take("") }
    for note in notes { try wrapped(note, for: ability).forEach(take) }
    try output(piece)
  }

  private static let pieceLength = 1 << 16

  /// The same table in ASCII; before widths are measured, as a sign may become several.
  private var inASCII: TextTable {
    var table = TextTable(
      columns.map { Column(header: $0.header.inASCII, alignment: $0.alignment) }, title: title.inASCII,
      notes: notes.map(\.inASCII))
    for row in rows { table.rows.append(row.map(\.inASCII)) }
    for row in footers { table.footers.append(row.map(\.inASCII)) }
    return table
  }

  /// Columns that stand beside one another.
  private func lines(
    of part: [Shown], for ability: Console.Ability, _ take: (String) throws -> Void
  ) rethrows {
    let rule = part.map { String(repeating: ability.hasUnicode ? "─" : "-", count: $0.width) }
      .joined(separator: Self.gap)
    try (headerLines(part).map(ability.bold) + [rule]).forEach(take)
    try cellLines(rows, part, take)
    if !footers.isEmpty {
      try take(rule)
      try cellLines(footers, part, take)
    }
  }

  private func wrapped(_ sentence: String, for ability: Console.Ability) -> [String] {
    guard let width = ability.columns else { return [sentence] }
    return sentence.wrapped(to: max(Self.narrowest, width))
  }

  /// A column by its place, and how wide it is shown.
  private struct Shown {
    var column: Int
    var width: Int
  }

  /// The columns in parts that fit, each with the first column.
  private func parts(within limit: Int?) -> [[Shown]] {
    var shown = columns.indices.map { Shown(column: $0, width: naturalWidth($0)) }
    guard let limit else { return [shown] }
    func excess() -> Int {
      shown.reduce(0) { $0 + $1.width } + Self.gap.count * max(0, shown.count - 1) - limit
    }
    // A sketch shows again what the numbers say.
    if excess() > 0 { shown.removeAll { columns[$0.column].isSketch } }
    let narrowest = columns.indices.map(narrowestWidth)
    for _ in 0..<max(0, excess()) {
      let yielding = shown.indices.filter { shown[$0].width > narrowest[shown[$0].column] }
      guard let widest = yielding.max(by: { shown[$0].width < shown[$1].width }) else { break }
      shown[widest].width -= 1
    }
    guard excess() > 0, let first = shown.first else { return [shown] }
    var parts = [[first]]
    var width = first.width
    for next in shown.dropFirst() {
      if width + Self.gap.count + next.width > limit, parts[parts.count - 1].count > 1 {
        parts.append([first])
        width = first.width
      }
      parts[parts.count - 1].append(next)
      width += Self.gap.count + next.width
    }
    return parts
  }

  /// The width of the widest cell of a column.
  private func cellWidth(_ column: Int) -> Int { max(rows.widths[column], footers.widths[column]) }

  private func naturalWidth(_ column: Int) -> Int {
    max(columns[column].header.displayWidth, cellWidth(column))
  }

  /// The width below which a column cannot be read: of text, its words; of all others, their cells and the header's words.
  private func narrowestWidth(_ column: Int) -> Int {
    func longestWord(_ text: String, upTo limit: Int = .max) -> Int {
      text.split(separator: " ").lazy.map { String($0).displayWidth }.filter { $0 <= limit }.max() ?? 0
    }
    let header = longestWord(columns[column].header, upTo: Self.longestWord)
    switch columns[column].alignment {
    case .text:
      return [rows, footers].reduce(max(Self.narrowest, header)) { width, rows in
        rows.indices.reduce(width) { max($0, longestWord(rows.text($1, column), upTo: Self.longestWord)) }
      }
    case .number, .fixed: return max(longestWord(columns[column].header), cellWidth(column))
    }
  }

  /// The headers, which stand on the line below them.
  private func headerLines(_ part: [Shown]) -> [String] {
    let wrapped = part.map { columns[$0.column].header.wrapped(to: $0.width) }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    return joined(part, wrapped.map { [String](repeating: "", count: height - $0.count) + $0 })
  }

  /// Rows, each as one line or more, without spaces at the end.
  private func cellLines(_ rows: TextRows, _ part: [Shown], _ take: (String) throws -> Void) rethrows {
    let isWrapped = part.contains {
      columns[$0.column].alignment == .text && rows.widths[$0.column] > $0.width
    }
    let shown = part.map {
      (column: $0.column, width: $0.width, isRight: columns[$0.column].alignment == .number)
    }
    var line: [UInt8] = []
    for row in rows.indices {
      if isWrapped {
        try wrappedLines(rows[row], part).forEach(take)
      } else {
        line.removeAll(keepingCapacity: true)
        rows.appendLine(row, shown, gap: Self.gap.utf8.count, to: &line)
        try take(String(decoding: line, as: UTF8.self))
      }
    }
  }

  private func wrappedLines(_ cells: [String], _ part: [Shown]) -> [String] {
    joined(
      part,
      part.map { shown in
        let cell = cells[shown.column]
        return columns[shown.column].alignment == .text ? cell.wrapped(to: shown.width) : [cell]
      })
  }

  private func joined(_ part: [Shown], _ cells: [[String]]) -> [String] {
    let height = cells.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      zip(part, cells).map { shown, cell in
        (line < cell.count ? cell[line] : "").padded(
          to: shown.width, right: columns[shown.column].alignment == .number)
      }.joined(separator: Self.gap).trimmingEnd()
    }
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
