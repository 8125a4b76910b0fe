/// A text in pieces, so that a page can keep ranges such as `8–9` or `4.2–30.0 %` on one line.
///
/// Browsers break lines behind a dash. A style keeps them from it, and what a reader copies has no odd characters in it.
enum RangeText {
  /// A part of the text.
  struct Piece: Equatable {
    var text: String
    var isRange: Bool
  }

  /// A longer word may be broken, for it might not fit on a phone.
  private static let longest = 40

  /// The text in order: words with a range in them by themselves, and what lies between.
  static func pieces(of text: String) -> [Piece] {
    guard text.contains("–") else { return [Piece(text: text, isRange: false)] }
    var pieces: [Piece] = []
    func add(_ part: Substring, isRange: Bool) {
      if !isRange, let last = pieces.indices.last, !pieces[last].isRange {
        pieces[last].text += part
      } else if !part.isEmpty {
        pieces.append(Piece(text: String(part), isRange: isRange))
      }
    }
    // Lines break at spaces only, not at no-break spaces.
    for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { add(" ", isRange: false) }
      add(word, isRange: isRange(word))
    }
    return pieces
  }

  /// Whether a dash stands in the word, right before a number or its sign.
  private static func isRange(_ word: Substring) -> Bool {
    guard word.count <= longest else { return false }
    return word.indices.dropFirst().contains { place in
      let next = word.index(after: place)
      return word[place] == "–" && next < word.endIndex
        && (word[next].isNumber || word[next] == "\u{2212}" || word[next] == "+")
    }
  }
}
