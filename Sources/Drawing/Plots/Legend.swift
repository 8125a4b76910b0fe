/// The key to the marks of a drawing, in lines that flow as text does.
///
/// A drawing whose marks can be named where they stand needs none.
package struct Legend: Sendable {
  /// One mark and what it means.
  package struct Entry: Sendable {
    package var mark: Mark
    package var text: String

    /// Creates an entry.
    package init(mark: Mark, text: String) {
      self.mark = mark
      self.text = text
    }
  }

  /// How a mark looks in the key.
  package enum Mark: Sendable {
    case block(Colour, isFaint: Bool)
    case interval(Colour, isHollow: Bool)
    case dot(Colour, isHollow: Bool)
    case diamond
    case cross(Colour)
    case line(Colour, Dash)
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  private static let markWidth = 18.0
  private static let markGap = 6.0
  private static let entryGap = 18.0
  private static let lineHeight = 19.0

  /// Draws the key from `y` downwards, within the drawing's width, and gives the y below it.
  package func draw(into drawing: inout Canvas, x left: Double = 0, y: Double) -> Double {
    guard !entries.isEmpty else { return y }
    let style = TextStyle.note
    let widest = drawing.width - left - Self.markWidth - Self.markGap
    var x = left
    var y = y
    for entry in entries {
      let lines = style.wrapped(entry.text, to: widest)
      let width = lines.reduce(0) { max($0, style.width(of: $1)) }
      if x > left, x + Self.markWidth + Self.markGap + width > drawing.width {
        x = left
        y += Self.lineHeight
      }
      draw(entry.mark, into: &drawing, x: x, y: y + Self.lineHeight / 2)
      let baseline = y + Self.lineHeight / 2 + style.size * 0.35
      drawing.text(
        lines: lines, x: x + Self.markWidth + Self.markGap, y: baseline, style, colour: "f-muted")
      y += Double(max(0, lines.count - 1)) * style.lineHeight
      x += Self.markWidth + Self.markGap + width + Self.entryGap
    }
    return y + Self.lineHeight
  }

  private func draw(_ mark: Mark, into drawing: inout Canvas, x: Double, y: Double) {
    let middle = Point(x: x + Self.markWidth / 2, y: y)
    let (start, end) = (Point(x: x, y: y), Point(x: x + Self.markWidth, y: y))
    switch mark {
    case .block(let colour, let isFaint):
      drawing.rectangle(
        Box(x: x + 3, y: y - 6, width: 12, height: 12), colour, isEdged: !isFaint, isFaint: isFaint)
    case .interval(let colour, let isHollow):
      drawing.line(from: start, to: end, colour, .medium)
      drawing.dot(at: middle, colour, isHollow: isHollow)
    case .dot(let colour, let isHollow): drawing.dot(at: middle, colour, isHollow: isHollow)
    case .diamond: drawing.diamond(at: middle)
    case .cross(let colour): drawing.cross(at: middle, colour)
    case .line(let colour, let dash): drawing.line(from: start, to: end, colour, .medium, dash: dash)
    }
  }
}
