internal import Tables

extension String {
  /// The text with spaces behind it (or before it) up to a width; a longer text stays as it is.
  package func padded(to width: Int, right: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - displayWidth))
    return right ? padding + self : self + padding
  }

  /// The text in lines of at most a width, broken at spaces; a longer word is broken where the line ends.
  ///
  /// Spaces at the beginning stay, so a label in a column of its own keeps its place.
  /// - Parameters:
  ///   - indent: the spaces before the first line.
  ///   - hanging: the spaces before the other lines.
  package func wrapped(to width: Int, indent: Int = 0, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var hasWord = false
    var gap = ""
    func finishLine() {
      lines.append(line)
      line = String(repeating: " ", count: hanging)
      hasWord = false
      gap = ""
    }
    for piece in pieces() {
      if piece.first == " " {
        gap = hasWord || lines.isEmpty ? piece : ""
        continue
      }
      var word = piece[...]
      if hasWord, line.displayWidth + gap.count + word.count > width { finishLine() }
      line += gap
      gap = ""
      while line.displayWidth + word.count > width, word.count > 1 {
        let room = max(1, width - line.displayWidth)
        line += word.prefix(room)
        word = word.dropFirst(room)
        finishLine()
      }
      line += word
      hasWord = true
    }
    if hasWord || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Words and the spaces between them, in order.
  private func pieces() -> [String] {
    var pieces: [String] = []
    for character in self {
      if let last = pieces.last, (last.last == " ") == (character == " ") {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }
}
