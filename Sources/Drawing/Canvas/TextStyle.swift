/// How a piece of text in a drawing looks.
///
/// Sizes are in the units of the drawing, which are pixels at its natural width; none is below 12.
package enum TextStyle: String, CaseIterable, Sendable {
  /// The heading of a figure that stands alone.
  case title
  /// A heading within a figure, such as that of a panel.
  case heading
  /// A name or a value beside a mark.
  case label
  /// A tick, a unit, a note, a caption.
  case note

  package var size: Double {
    switch self {
    case .title: 17
    case .heading: 13
    case .label: 13
    case .note: 12
    }
  }

  var isBold: Bool {
    switch self {
    case .title, .heading: true
    case .label, .note: false
    }
  }

  /// The distance from one baseline to the next.
  package var lineHeight: Double { size * 1.3 }

  /// How far letters reach above the baseline, capitals with accents included.
  package var ascent: Double { size * 0.8 }

  /// How far letters reach below it.
  package var descent: Double { size * 0.22 }

  package func width(of text: String) -> Double {
    TextMeasure.width(of: text, size: size, isBold: isBold)
  }

  /// The text in lines no wider than `width`, broken at spaces and hyphens, elsewhere only where it must.
  ///
  /// - `maximumLines`: further text is cut, and the last line ends in `…`; at least 1.
  package func wrapped(_ text: String, to width: Double, maximumLines: Int = .max) -> [String] {
    var lines: [String] = []
    var line = ""
    // Widths add up, so each piece is measured once.
    var lineWidth = 0.0
    let space = self.width(of: " ")
    for piece in Self.pieces(of: text) {
      let pieceWidth = self.width(of: String(piece.text))
      let gap = piece.isNewWord && !line.isEmpty ? space : 0
      if lineWidth + gap + pieceWidth <= width {
        line += (gap > 0 ? " " : "") + piece.text
        lineWidth += gap + pieceWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = piece.text
      lineWidth = pieceWidth
      while lineWidth > width, rest.count > 1 {
        let head = longestPrefix(of: rest, within: width)
        lines.append(String(head))
        rest = rest[head.endIndex...]
        lineWidth = self.width(of: String(rest))
      }
      line = String(rest)
    }
    if !line.isEmpty { lines.append(line) }
    let limit = max(1, maximumLines)
    guard lines.count > limit else { return lines }
    let kept = lines[..<limit]
    return kept.dropLast() + [shortened((kept.last ?? "") + "…", to: width)]
  }

  /// The text, or as much of it as fits before an ellipsis.
  package func shortened(_ text: String, to width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var head = text[...]
    while !head.isEmpty, self.width(of: "\(head)…") > width { head.removeLast() }
    while head.last == " " || head.last == "…" { head.removeLast() }
    return "\(head)…"
  }

  /// Words, and the parts of words that end in a hyphen or a slash.
  package static func pieces(of text: String) -> [(text: Substring, isNewWord: Bool)] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).flatMap { word in
      var pieces: [(text: Substring, isNewWord: Bool)] = []
      var start = word.startIndex
      for index in word.indices where word[index] == "-" || word[index] == "/" {
        let next = word.index(after: index)
        guard next < word.endIndex, index > start else { continue }
        pieces.append((word[start..<next], start == word.startIndex))
        start = next
      }
      return pieces + [(word[start...], start == word.startIndex)]
    }
  }

  private func longestPrefix(of word: Substring, within width: Double) -> Substring {
    var count = 1
    while count < word.count, self.width(of: String(word.prefix(count + 1))) <= width { count += 1 }
    return word.prefix(count)
  }
}
