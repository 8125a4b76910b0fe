/// A drawing under construction: its markup, and where its text stands.
///
/// Where text stands is measured when it is placed, so that tests can see whether two labels touch or one leaves the drawing.
package struct Canvas: Sendable {
  /// The width in the drawing's units.
  package let width: Double
  /// The height so far; the figure sets it when it knows.
  package var height: Double
  /// The shapes and the text.
  private(set) var markup = Markup()
  /// The text with the box that it takes.
  package private(set) var labels: [Label] = []

  /// A text and its place.
  package struct Label: Hashable, Sendable {
    package var text: String
    package var box: Box

    /// Creates a label.
    package init(text: String, box: Box) {
      self.text = text
      self.box = box
    }
  }

  /// Which end of a text its x means.
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  package init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  /// The edges of the drawing.
  package var frame: Box { Box(x: 0, y: 0, width: width, height: height) }

  /// Whether a box is free of text so far, with a margin around it.
  package func isFree(_ box: Box, margin: Double = 2) -> Bool {
    !labels.contains { $0.box.overlaps(box, margin: margin) }
  }

  /// Adds a shape.
  package mutating func shape(_ name: StaticString, _ attributes: Markup.Attributes) {
    markup.empty(name, attributes)
    markup.newLine()
  }

  /// Draws a mark that says what it shows to whoever points at it: the value, its interval, of how many.
  package mutating func marked(_ title: String, _ draw: (inout Canvas) -> Void) {
    var mark = Canvas(width: width, height: height)
    draw(&mark)
    guard !mark.markup.isEmpty else { return }
    markup.element("g") { group in
      group.element("title", text: title)
      group.append(mark.markup)
    }
    markup.newLine()
    labels += mark.labels
  }

  /// Puts another drawing into this one, moved.
  package mutating func place(_ other: Canvas, x: Double = 0, y: Double) {
    let move = "translate(\(Markup.number(x)) \(Markup.number(y)))"
    markup.element("g", ["transform": move]) { group in
      group.newLine()
      group.append(other.markup)
    }
    markup.newLine()
    for label in other.labels {
      var moved = label
      moved.box.x += x
      moved.box.y += y
      labels.append(moved)
    }
  }

  /// Writes a line of text; `y` is its baseline.
  ///
  /// - `colours`: a class of ``FigureStyle``: `f-` and a colour, or `t-` and the colour of the mark it stands on.
  /// - `halo`: whether the paper shows around the letters, for text over lines.
  package mutating func text(
    _ text: String, x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start,
    colour: String = "f-ink", halo: Bool = false
  ) {
    guard !text.isEmpty else { return }
    func write(_ colour: String, isHidden: Bool) {
      let name = "\(style.rawValue) \(colour)"
      let place: Markup.Attributes = [
        "class": name, "x": Markup.number(x), "y": Markup.number(y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue, "aria-hidden": isHidden ? "true" : nil,
      ]
      markup.element("text", place, text: text)
      markup.newLine()
    }
    // An element of its own below the letters, for viewers that do not know paint-order.
    if halo { write("halo", isHidden: true) }
    write(colour, isHidden: false)
    labels.append(Label(text: text, box: Self.box(of: text, x: x, y: y, style, anchor)))
  }

  /// Writes lines of text below each other, the first on the baseline `y`.
  package mutating func text(
    lines: [String], x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start,
    colour: String = "f-ink", halo: Bool = false
  ) {
    for (number, line) in lines.enumerated() {
      text(line, x: x, y: y + Double(number) * style.lineHeight, style, anchor, colour: colour, halo: halo)
    }
  }

  /// The box that a line of text takes.
  package static func box(
    of text: String, x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start
  ) -> Box {
    let width = style.width(of: text)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(x: left, y: y - style.ascent, width: width, height: style.ascent + style.descent)
  }
}
