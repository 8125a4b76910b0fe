/// Names at the left of rows: how wide their column is, and how each is broken into lines.
package struct RowNames: Sendable {
  /// The width of the column with the gap behind it.
  package let width: Double
  /// The lines of each name, at least one.
  package let lines: [[String]]
  private let style = TextStyle.label

  /// - `share`: how much of the drawing the names may take.
  /// - `maximumLines`: a longer name is cut.
  package init(_ names: [String], in drawing: Canvas, share: Double = 0.36, maximumLines: Int = 5) {
    let style = TextStyle.label
    let limit = drawing.width * share - 10
    lines = names.map { name in
      let lines = style.wrapped(name, to: limit, maximumLines: maximumLines)
      return lines.isEmpty ? [" "] : lines
    }
    width = lines.joined().reduce(0) { max($0, style.width(of: $1)) } + 10
  }

  /// How high a row must be for its name.
  package func height(_ row: Int, least: Double) -> Double {
    max(least, Double(lines[row].count) * style.lineHeight + 4)
  }

  /// Writes a row's name, with its middle at `y`.
  package func draw(_ row: Int, into drawing: inout Canvas, middle y: Double, colour: String = "f-ink") {
    let shift = Double(lines[row].count - 1) / 2 * style.lineHeight
    drawing.text(
      lines: lines[row], x: 0, y: y + style.size * 0.35 - shift, style, colour: colour)
  }
}
