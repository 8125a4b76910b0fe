internal import Tables

/// Where something stands in a scenario: `telephone.lunch[0].share`.
///
/// ```swift
/// DocumentPath("telephone.lunch[0].share")?.steps.count  // 4
/// DocumentPath([.key("survey")]).key("attempts").description  // "survey.attempts"
/// ```
///
/// A key that holds a dot, a bracket, a quote or a space is written in brackets and quotes: `practices["St. Heddinge"]`.
package struct DocumentPath: Hashable, Sendable {
  /// One step inwards.
  package enum Step: Hashable, Sendable {
    /// Into an object, by key.
    case key(String)
    /// Into an array, by position from 0.
    case index(Int)
  }

  /// The steps from the outside in; none for the whole document.
  package var steps: [Step]

  /// The path of those steps.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// The path of an entry of an object.
  package func key(_ key: String) -> DocumentPath { DocumentPath(steps + [.key(key)]) }

  /// The path of an element of an array.
  package func index(_ index: Int) -> DocumentPath { DocumentPath(steps + [.index(index)]) }

  /// Whether the other path is this one or lies inside it.
  ///
  /// The last step is compared first: a scenario asks its provenance ten thousand times, and most paths differ there.
  ///
  /// - Complexity: O(*s*) for *s* steps.
  package func contains(_ other: DocumentPath) -> Bool {
    guard let last = steps.last else { return true }
    guard steps.count <= other.steps.count, other.steps[steps.count - 1] == last else { return false }
    return other.steps.starts(with: steps)
  }
}

extension DocumentPath: LosslessStringConvertible {
  /// Reads the text of a path; `nil` for an empty step, an unclosed bracket or a position that is no number.
  package init?(_ text: String) {
    self.init()
    var rest = Substring(text)
    while let first = rest.first {
      if first == "[" {
        guard let step = Self.bracketed(&rest) else { return nil }
        steps.append(step)
      } else {
        if first == "." {
          guard !steps.isEmpty else { return nil }
          rest.removeFirst()
        } else if !steps.isEmpty {
          return nil
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { return nil }
        steps.append(.key(String(key)))
        rest = rest.dropFirst(key.count)
      }
    }
  }

  /// Takes `[3]` or `["key"]` off the front; in the quotes `\"` and `\\` stand for the mark itself.
  private static func bracketed(_ rest: inout Substring) -> Step? {
    rest.removeFirst()
    guard rest.first == "\"" else {
      let digits = rest.prefix { $0 != "]" }
      guard let index = Int(digits), index >= 0, rest.dropFirst(digits.count).first == "]" else { return nil }
      rest = rest.dropFirst(digits.count + 1)
      return .index(index)
    }
    rest.removeFirst()
    var key = ""
    while let character = rest.popFirst() {
      if character == "\"" {
        guard rest.popFirst() == "]" else { return nil }
        return .key(key)
      }
      if character == "\\" {
        guard let next = rest.popFirst() else { return nil }
        key.append(next)
      } else {
        key.append(character)
      }
    }
    return nil
  }

  /// The path as people write it, which the initialiser from a text reads.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where Self.needsQuotes(key):
        let escaped = key.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        text += "[\"\(escaped)\"]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      }
    }
    return text
  }

  /// The path for a message: keys that are no key of a scenario may be of any length, and are cut.
  var shown: String {
    DocumentPath(
      steps.map { step in
        switch step {
        case .key(let key) where key.unicodeScalars.count > Self.longestKeyShown:
          .key(excerpt(key, limit: Self.longestKeyShown))
        case .key, .index: step
        }
      }
    ).description
  }

  /// In Unicode scalars; longer than any key of a scenario.
  private static let longestKeyShown = 60

  private static func needsQuotes(_ key: String) -> Bool {
    // Small letters and underscores, of which the keys of the table are made, come behind all of these in ASCII.
    if !key.isEmpty, key.utf8.allSatisfy({ UInt8(ascii: "]") < $0 && $0 < 0x7F }) { return false }
    return key.isEmpty || key.contains { ".[]\"\\=".contains($0) || $0.isWhitespace }
  }
}
