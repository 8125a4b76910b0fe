/// A table for people: aligned columns, a header, rows, and rows below a line such as a total.
///
/// Numbers stand right and are never cut. Text columns wrap onto further lines where the window is too narrow; in a
/// pipe nothing is wrapped, and the table is the same whatever the locale.
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
    package static func number(_ header: String) -> Column { Column(header: header, alignment: .number) }
    package static func fixed(_ header: String) -> Column { Column(header: header, alignment: .fixed) }
  }

  package let columns: [Column]
  /// A line above the table, wrapped like text.
  package var title: String
  package private(set) var rows: [[String]] = []
  package private(set) var footers: [[String]] = []
  /// Sentences below the table.
  package var notes: [String]

  package init(_ columns: [Column], title: String = "", notes: [String] = []) {
    self.columns = columns
    self.title = title
    self.notes = notes
  }

  /// Adds a row with one cell per column.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has one cell per column")
    rows.append(cells.map(\.escapingControls))
  }

  /// Adds a row below the line under the rows.
  package mutating func appendFooter(_ cells: [String]) {
    precondition(cells.count == columns.count, "a footer has one cell per column")
    footers.append(cells.map(\.escapingControls))
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
    let widths = columnWidths(within: ability.columns)
    let rule = widths.map { String(repeating: ability.hasUnicode ? "─" : "-", count: $0) }
    var lines: [String] = []
    if !title.isEmpty { lines += wrapped(title, for: ability) + [""] }
    lines += cellLines(columns.map(\.header), widths).map(ability.bold)
    lines.append(rule.joined(separator: Self.gap))
    for row in rows { lines += cellLines(row, widths) }
    if !footers.isEmpty {
      lines.append(rule.joined(separator: Self.gap))
      for footer in footers { lines += cellLines(footer, widths) }
    }
    if !notes.isEmpty { lines.append("") }
    for note in notes { lines += wrapped(note, for: ability) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func wrapped(_ sentence: String, for ability: Console.Ability) -> [String] {
    guard let width = ability.columns else { return [sentence] }
    return sentence.wrapped(to: max(Self.narrowest, width))
  }

  /// The natural widths, with the widest text columns narrowed until the table fits or none can give more.
  private func columnWidths(within limit: Int?) -> [Int] {
    let cells = columns.indices.map { column in
      [columns[column].header] + rows.map { $0[column] } + footers.map { $0[column] }
    }
    var widths = cells.map { $0.reduce(0) { max($0, $1.displayWidth) } }
    guard let limit else { return widths }
    let narrowest = cells.map { cells in
      let words = cells.flatMap { $0.split(separator: " ").map { String($0).displayWidth } }
      return max(Self.narrowest, words.filter { $0 <= Self.longestWord }.max() ?? 0)
    }
    var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - limit
    while excess > 0 {
      let yielding = columns.indices.filter { columns[$0].alignment == .text && widths[$0] > narrowest[$0] }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// One row as one line or more, without spaces at the end.
  private func cellLines(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = columns.indices.map { column in
      columns[column].alignment == .text ? cells[column].wrapped(to: widths[column]) : [cells[column]]
    }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      let parts = columns.indices.map { column in
        let part = line < wrapped[column].count ? wrapped[column][line] : ""
        return part.padded(to: widths[column], right: columns[column].alignment == .number)
      }
      return parts.joined(separator: Self.gap).trimmingEnd()
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
