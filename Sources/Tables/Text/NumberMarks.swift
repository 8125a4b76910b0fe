/// What the marks in a whole column of numbers tell of their meaning, which no single number does.
///
/// `1.509` is one and a half in one country and fifteen hundred in another. A column shows which: beside `12.5` its point is a
/// decimal one, and beside `12,5` it sets thousands apart.
///
/// ```swift
/// var marks = NumberMarks()
/// for text in ["1.509", "950"] { marks.take(text, line: 1) }
/// marks.meaning  // .doubtful(example: "1.509", line: 1, besideWholeNumbers: true)
/// ```
package struct NumberMarks: Equatable, Sendable {
  /// What the marks may mean.
  package enum Meaning: Equatable, Sendable {
    /// They are decimal marks, or there are none.
    case decimals
    /// Each has three digits after it: decimals that happen to be three, or thousands.
    case doubtful(example: String, line: Int, besideWholeNumbers: Bool)
    /// Those like the example set thousands apart, since decimals have the other mark, or both marks look like that.
    case thousands(example: String, line: Int)
  }

  /// What was seen of one mark.
  private struct Mark: Equatable {
    /// The first number with three digits after it and one to three before it, and its line.
    var example: String?
    var line = 0
    /// Whether a number has other digits around it.
    var isDecimal = false
  }

  private var point = Mark()
  private var comma = Mark()
  private var hasWhole = false

  /// Nothing has been seen yet.
  package init() {}

  /// Takes a number as it stands in a file, on a physical line from 1; a text that is none is passed over.
  ///
  /// - Complexity: O(*b*) for *b* bytes.
  package mutating func take(_ bytes: Span<UInt8>, line: Int) {
    let range = unpaddedRange(of: bytes)
    var first = range.lowerBound
    if first < range.upperBound, bytes[first] == Byte.minus || bytes[first] == Byte.plus { first += 1 }
    var place: Int?
    for index in first..<range.upperBound where !(Byte.zero...Byte.nine).contains(bytes[index]) {
      guard place == nil, isMark(bytes[index]) else { return }
      place = index
    }
    guard first < range.upperBound else { return }
    guard let place else {
      hasWhole = hasWhole || bytes[first] != Byte.zero
      return
    }
    let isPoint = bytes[place] == Byte.point
    let looksLikeThousands =
      range.upperBound - place == 4 && (1...3).contains(place - first) && bytes[first] != Byte.zero
    if !looksLikeThousands {
      if isPoint { point.isDecimal = true } else { comma.isDecimal = true }
    } else if (isPoint ? point : comma).example == nil {
      let text = decodedText(bytes.extracting(range))
      if isPoint {
        (point.example, point.line) = (text, line)
      } else {
        (comma.example, comma.line) = (text, line)
      }
    }
  }

  /// Takes a number that is text already.
  package mutating func take(_ text: String, line: Int) {
    take(Array(text.utf8).span, line: line)
  }

  /// What all numbers together say.
  package var meaning: Meaning {
    for (mark, other) in [(point, comma), (comma, point)] {
      guard let example = mark.example, !mark.isDecimal else { continue }
      guard !other.isDecimal, other.example == nil else {
        return .thousands(example: example, line: mark.line)
      }
      return .doubtful(example: example, line: mark.line, besideWholeNumbers: hasWhole)
    }
    return .decimals
  }

  private func isMark(_ byte: UInt8) -> Bool { byte == Byte.point || byte == Byte.comma }
}
