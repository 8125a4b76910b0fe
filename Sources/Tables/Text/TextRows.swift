/// Rows of text for people, in one piece for all bytes: a million of them are no million arrays.
///
/// Cells are as wide as the characters that a reader sees, and control characters in them are written out.
package struct TextRows: RandomAccessCollection, Sendable {
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  /// How wide the widest cell of each column is.
  package private(set) var widths: [Int]

  private struct Cell {
    var upper: UInt32
    var width: UInt32
  }

  /// How many rows there are.
  package private(set) var endIndex = 0

  /// Rows of so many cells.
  package init(columns: Int) { widths = [Int](repeating: 0, count: columns) }

  package var startIndex: Int { 0 }

  /// The cells of a row.
  package subscript(row: Int) -> [String] { widths.indices.map { text(row, $0) } }

  /// The text of one cell.
  package func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes[range(row * widths.count + column)], as: UTF8.self)
  }

  private func range(_ place: Int) -> Range<Int> {
    // Ends are kept in half the bytes: each row's cells are counted from its own beginning.
    let start = starts[place / widths.count]
    let first = place % widths.count == 0 ? 0 : Int(cells[place - 1].upper)
    return start + first..<start + Int(cells[place].upper)
  }

  /// Where each row begins.
  private var starts: [Int] = []

  /// Adds a row of as many cells.
  package mutating func append(_ row: [String]) {
    starts.append(bytes.count)
    for (column, text) in row.enumerated() {
      var text = text.escapingControls
      let width = text.withUTF8 { utf8 in
        bytes += utf8
        return utf8.allSatisfy { $0 < 0x80 } ? utf8.count : nil
      }
      let shown = width ?? text.displayWidth
      cells.append(
        Cell(
          upper: UInt32(truncatingIfNeeded: bytes.count - starts[endIndex]),
          width: UInt32(truncatingIfNeeded: shown)))
      widths[column] = Swift.max(widths[column], shown)
    }
    endIndex += 1
  }

  /// Writes a row as one line, without spaces at its end.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - columns: Which cells, how wide each is shown, at least as wide as it is, and whether it stands to the right.
  ///   - gap: How many spaces stand between cells.
  ///   - text: What the line is written behind.
  package func appendLine(
    _ row: Int, _ columns: [(column: Int, width: Int, isRight: Bool)], gap: Int, to text: inout [UInt8]
  ) {
    var spaces = 0
    func pad() {
      for _ in 0..<spaces { text.append(Byte.space) }
      spaces = 0
    }
    for (place, shown) in columns.enumerated() {
      let cell = row * widths.count + shown.column
      let padding = Swift.max(0, shown.width - Int(cells[cell].width))
      if place > 0 { spaces += gap }
      if shown.isRight { spaces += padding }
      let range = range(cell)
      if !range.isEmpty {
        pad()
        text += bytes[range]
      }
      if !shown.isRight { spaces += padding }
    }
    while text.last == Byte.space { text.removeLast() }
  }
}

extension String {
  /// The columns the text takes on a terminal, one per character a reader sees: å is one, however it is encoded.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      // Latin letters and marks of punctuation, arrows, mathematics and lines combine with nothing before them.
      guard
        (0x20..<0x300).contains(scalar.value) || (0x2010...0x2027).contains(scalar.value)
          || (0x2190...0x25FF).contains(scalar.value)
      else { return count }
      width += 1
    }
    return width
  }

  /// The text with control characters written out, so that a file's bytes cannot steer the terminal.
  package var escapingControls: String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    var safe = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}

extension Unicode.Scalar {
  /// Whether this is a control code (the category Cc), or one of the marks that turn the direction of text around.
  package var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
