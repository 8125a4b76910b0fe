/// Equal stretches side by side, one per category.
package struct Bands: Equatable, Sendable {
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
  /// Names that are too wide are wrapped, those of slots behind their dash. Of slots that follow one another the hours stand at the
  /// bands' edges instead, as on a ruler, if they fit there: `8`, `9`, `10` and not `8–9`, `9–10`. Where nothing of that helps, only
  /// every second, third … name is written, the last one always, and cut if need be.
  package mutating func names(_ names: [String], below bands: Bands, y: Double) -> Double {
    let style = TextStyle.note
    let gap = 2.0
    let room = bands.width - gap
    let baseline = y + style.ascent
    if names.contains(where: { style.width(of: $0) > room }), writeEdges(of: names, bands, baseline: baseline)
    {
      return y + style.lineHeight
    }
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

  /// Writes the hours of slots that follow one another at their bands' edges, and the names behind them in the middle of theirs;
  /// `false` if the names are others or do not fit.
  private mutating func writeEdges(of names: [String], _ bands: Bands, baseline: Double) -> Bool {
    let style = TextStyle.note
    let slots = names.prefix { $0.first?.isNumber == true && $0.contains("–") }.map {
      $0.split(separator: "–")
    }
    guard slots.count > 1, slots.allSatisfy({ $0.count == 2 }),
      zip(slots, slots.dropFirst()).allSatisfy({ $0[1] == $1[0] })
    else { return false }
    let hours = slots.map { String($0[0]) } + slots.suffix(1).map { String($0[1]) }
    let others = names.dropFirst(slots.count)
    // Before names that are no slots the last hour stands back.
    let back = others.isEmpty ? 0 : (hours.last.map(style.width) ?? 0) / 2
    let widest = hours.reduce(0) { max($0, style.width(of: $1)) }
    guard widest + back + Self.betweenHours <= bands.width,
      others.allSatisfy({ style.width(of: $0) / 2 + Self.betweenHours <= bands.width / 2 })
    else { return false }
    for (index, hour) in hours.enumerated() {
      let edge = bands.start(index) - (index == hours.count - 1 ? back : 0)
      text(
        hour, x: min(edge, width - style.width(of: hour) / 2), y: baseline, style, .middle, colour: "f-muted")
    }
    for (index, name) in zip(slots.count..., others) {
      text(name, x: bands.centre(index), y: baseline, style, .middle, colour: "f-muted")
    }
    return true
  }

  /// What two hours at neighbouring edges leave between them.
  private static let betweenHours = 4.0

  /// A slot's name that is too wide may be broken behind its dash: `12.30–` and `13.30`.
  private static func breakable(_ name: String, _ style: TextStyle, _ room: Double) -> String {
    guard style.width(of: name) > room, let dash = name.firstIndex(of: "–"), name.first?.isNumber == true
    else {
      return name
    }
    return String(name[...dash]) + " " + name[name.index(after: dash)...]
  }
}
