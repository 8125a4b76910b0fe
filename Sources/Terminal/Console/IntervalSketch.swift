/// Draws an interval on a scale in one line of text: `  ├──●────┤   `.
///
/// What lies outside the scale is cut off and the cut is marked; what is not a number is not drawn.
package struct IntervalSketch: Sendable {
  /// The characters of a sketch.
  package struct Glyphs: Sendable {
    var lower: Character
    var upper: Character
    var line: Character
    var point: Character
    var mark: Character
    var cutBelow: Character
    var cutAbove: Character
    /// What fills a bar, from the smallest part of a column to a whole one.
    var fill: [Character]

    package static let unicode = Glyphs(
      lower: "├", upper: "┤", line: "─", point: "●", mark: "┊", cutBelow: "◂", cutAbove: "▸",
      fill: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"])
    package static let ascii = Glyphs(
      lower: "|", upper: "|", line: "-", point: "o", mark: ":", cutBelow: "<", cutAbove: ">", fill: ["#"])
  }

  package let scale: ClosedRange<Double>
  package let width: Int
  package let glyphs: Glyphs

  /// - `scale`: the values of the left and the right edge; not empty.
  /// - `width`: in columns, at least 2.
  package init(scale: ClosedRange<Double>, width: Int, glyphs: Glyphs) {
    precondition(scale.lowerBound < scale.upperBound, "a scale has two ends")
    self.scale = scale
    self.width = max(2, width)
    self.glyphs = glyphs
  }

  /// A sketch for a stream, or `nil` for one that is no terminal.
  package init?(scale: ClosedRange<Double>, width: Int = 30, for ability: Console.Ability) {
    guard ability.isTerminal else { return nil }
    self.init(scale: scale, width: width, glyphs: ability.hasUnicode ? .unicode : .ascii)
  }

  /// The interval with its estimate, and a mark such as a target behind it.
  package func interval(lower: Double, estimate: Double, upper: Double, mark: Double? = nil) -> String {
    var cells = [Character](repeating: " ", count: width)
    if let mark, let column = column(of: mark) { cells[column] = glyphs.mark }
    if lower <= upper, upper >= scale.lowerBound, lower <= scale.upperBound {
      let first = column(of: max(lower, scale.lowerBound)) ?? 0
      let last = column(of: min(upper, scale.upperBound)) ?? width - 1
      for column in first...last { cells[column] = glyphs.line }
      cells[first] = lower < scale.lowerBound ? glyphs.cutBelow : glyphs.lower
      cells[last] = upper > scale.upperBound ? glyphs.cutAbove : glyphs.upper
    }
    if let column = column(of: estimate) { cells[column] = glyphs.point }
    return String(cells)
  }

  /// A bar from the left edge to the value, in eighths of a column where the glyphs allow; nothing below the scale.
  package func bar(_ value: Double) -> String {
    guard value > scale.lowerBound else { return String(repeating: " ", count: width) }
    let share = (min(value, scale.upperBound) - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    let steps = glyphs.fill.count
    // At least one step: a small value is not zero.
    let filled = max(1, Int((share * Double(width * steps)).rounded()))
    var text = String(repeating: glyphs.fill[steps - 1], count: filled / steps)
    if filled % steps > 0 { text.append(glyphs.fill[filled % steps - 1]) }
    return text.padded(to: width)
  }

  /// The column a value falls into, `nil` outside the scale or when it is not a number.
  private func column(of value: Double) -> Int? {
    guard scale.contains(value) else { return nil }
    let share = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return min(width - 1, Int(share * Double(width)))
  }
}
