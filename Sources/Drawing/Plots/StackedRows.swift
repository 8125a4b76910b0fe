/// Rows that each stand for a whole, divided into the same parts in the same order.
package struct StackedRows: Sendable {
  /// One part of every row.
  package struct Part: Sendable {
    package var name: String
    package var colour: Colour

    /// Creates a part.
    package init(name: String, colour: Colour) {
      self.name = name
      self.colour = colour
    }
  }

  /// One row: its name, its parts' sizes, and a remark at its right.
  package struct Row: Sendable {
    package var name: String
    package var sizes: [Double]
    package var remark: String = ""
    /// What stands in the place of a bar; `nil` where there is one.
    package var instead: String?

    /// Creates a row.
    package init(name: String, sizes: [Double], remark: String = "", instead: String? = nil) {
      self.name = name
      self.sizes = sizes
      self.remark = remark
      self.instead = instead
    }
  }

  package var parts: [Part]
  package var rows: [Row]
  /// The head over the remarks.
  package var remarkHead = ""
  /// How many parts stand before the bold line that divides every row; `nil` for no line.
  package var divider: Int?

  /// Creates rows of parts.
  package init(parts: [Part], rows: [Row], remarkHead: String = "", divider: Int? = nil) {
    self.parts = parts
    self.rows = rows
    self.remarkHead = remarkHead
    self.divider = divider
  }

  private static let barHeight = 22.0
  private static let pitch = 29.0

  /// Draws the rows from `y` downwards and gives the y below the axis.
  package func draw(into drawing: inout Canvas, y top: Double, axisTitle: String, language: ReportLanguage)
    -> Double
  {
    let note = TextStyle.note
    let names = RowNames(rows.map(\.name), in: drawing)
    let remarks = rows.map(\.remark) + [remarkHead]
    let widest = remarks.reduce(0) { max($0, note.width(of: $1)) }
    let right = widest > 0 ? widest + 10 : note.width(of: language.percent(1, decimals: 0)) / 2
    let scale = LinearScale(0...1, from: names.width, to: drawing.width - right)
    var y = top
    if !remarkHead.isEmpty {
      drawing.text(remarkHead, x: drawing.width, y: y + note.ascent, note, .end, colour: "f-muted")
      y += note.lineHeight
    }
    if rows.count > Canvas.mostRowsWithOneAxis { y += note.lineHeight + 4 }
    let start = y
    var middles: [Double] = []
    for row in rows.indices {
      let height = names.height(row, least: Self.pitch)
      middles.append(y + height / 2)
      y += height
    }
    let ticks = Ticks.fitting(
      0...1, width: scale.end - scale.start, format: .percent, language: language)
    let end = drawing.axis(
      ticks, scale: scale, top: start, bottom: y + 2, title: axisTitle, format: .percent, language: language,
      isRepeated: rows.count > Canvas.mostRowsWithOneAxis)
    for (row, middle) in middles.enumerated() {
      names.draw(row, into: &drawing, middle: middle)
      draw(rows[row], into: &drawing, middle: middle, scale: scale, language: language)
      drawing.text(
        rows[row].remark, x: drawing.width, y: middle + note.size * 0.35, note, .end, colour: "f-muted")
    }
    return end
  }

  private func draw(
    _ row: Row, into drawing: inout Canvas, middle y: Double, scale: LinearScale, language: ReportLanguage
  ) {
    let note = TextStyle.note
    let sizes = row.sizes.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let total = sizes.reduce(0, +)
    guard total > 0, total.isFinite else {
      let text = row.instead ?? language.words("no numbers", "ingen tal")
      drawing.text(text, x: scale.start + 6, y: y + note.size * 0.35, note, colour: "f-muted", halo: true)
      return
    }
    var sum = 0.0
    for (part, size) in zip(parts, sizes) where size > 0 {
      let left = scale(sum / total)
      sum += size
      let right = scale(sum / total)
      // A gap of a unit parts neighbours, except where it would eat the part.
      let width = right - left > 3 ? right - left - 1 : right - left
      let box = Box(x: left, y: y - Self.barHeight / 2, width: width, height: Self.barHeight)
      let share = language.percent(size / total)
      drawing.marked("\(row.name): \(part.name) \(share)") { $0.rectangle(box, part.colour, isEdged: true) }
      let text = language.percent(size / total, decimals: 0)
      if note.width(of: text) + 8 <= width {
        drawing.text(
          text, x: left + width / 2, y: y + note.size * 0.35, note, .middle,
          colour: "t-\(part.colour.rawValue)")
      }
    }
    if let divider {
      // Colours tell the sides apart on a screen; in grey the line does.
      let x = scale(sizes.prefix(divider).reduce(0, +) / total)
      let reach = Self.barHeight / 2 + 3
      drawing.line(from: Point(x: x, y: y - reach), to: Point(x: x, y: y + reach), .ink, .bold)
    }
  }
}
