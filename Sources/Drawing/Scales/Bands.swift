/// Equal stretches side by side, one per category.
package struct Bands: Hashable, Sendable {
  package let count: Int
  package let start: Double
  package let end: Double

  /// The width of one; the whole where there is none.
  package var width: Double { (end - start) / Double(max(1, count)) }

  package func centre(_ index: Int) -> Double { start + (Double(index) + 0.5) * width }
  package func start(_ index: Int) -> Double { start + Double(index) * width }
}

extension Canvas {
  /// Writes the categories' names below their bands, from `y` downwards, and gives the y below them.
  ///
  /// Names that are too wide are wrapped, those of slots behind their dash; where that does not help, only every second,
  /// third … is written, the last one always, and cut if need be.
  package mutating func names(_ names: [String], below bands: Bands, y: Double) -> Double {
    let style = TextStyle.note
    let gap = 2.0
    let room = bands.width - gap
    let baseline = y + style.ascent
    let wrapped = names.map { style.wrapped(Self.breakable($0, style, room), to: room) }
    // A name that would be broken within a word, or into many lines, is rather thinned out.
    let pieces = names.flatMap { TextStyle.pieces(of: Self.breakable($0, style, room)) }.map {
      String($0.text)
    }
    let fits = pieces.allSatisfy { style.width(of: $0) <= room } && wrapped.allSatisfy { $0.count <= 3 }
    if fits {
      for (index, lines) in wrapped.enumerated() {
        text(lines: lines, x: bands.centre(index), y: baseline, style, .middle, colour: "f-muted")
      }
      return y + Double(wrapped.reduce(1) { max($0, $1.count) }) * style.lineHeight
    }
    let widest = names.reduce(0) { max($0, style.width(of: $1)) }
    let least = min(widest, 72)
    let every = max(1, Int(((least + gap) / bands.width).rounded(.up)))
    for index in stride(from: (names.count - 1) % every, to: names.count, by: every) {
      // A name stands over the middle of its own band; at the edges only what the drawing holds of it.
      let centre = bands.centre(index)
      let half = min(Double(every) * bands.width / 2 - gap / 2, centre, width - centre)
      let name = style.shortened(names[index], to: 2 * half)
      text(name, x: centre, y: baseline, style, .middle, colour: "f-muted")
    }
    return y + style.lineHeight
  }

  /// A slot's name that is too wide may be broken behind its dash: `12.30–` and `13.30`.
  private static func breakable(_ name: String, _ style: TextStyle, _ room: Double) -> String {
    guard style.width(of: name) > room, let dash = name.firstIndex(of: "–"), name.first?.isNumber == true
    else {
      return name
    }
    return String(name[...dash]) + " " + name[name.index(after: dash)...]
  }
}
