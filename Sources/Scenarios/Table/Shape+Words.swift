internal import SurveyDesign
internal import Tables

extension Shape {
  /// What may stand there, for a message: "a number from 0 to 1".
  var allowed: String {
    switch self {
    case .text(let rule): rule.allowed
    case .flag: "true or false"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .seed: "a whole number from 0 to \(UInt64.max)"
    case .number(let range): range.allowed
    case .time: "a time of day such as \"08:00\", at most \"48:00\""
    case .date: "a date such as \"2015-04-07\""
    case .window: "a stretch of the day such as \"08:00-09:00\""
    case .choice(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    case .object(let fields, _): "an object with " + fields.map(\.key).joined(separator: ", ")
    case .kinds(let key, let kinds):
      "an object with \"\(key)\": " + kinds.map { "\"\($0.name)\"" }.joined(separator: ", ")
    case .map(let key, let value, _): "an object with \(key.plural) as keys and \(value.allowed) each"
    case .list(let element, let count, _):
      count.lowerBound > 1 && count.lowerBound != count.upperBound
        ? "an array of \(count.lowerBound) to \(count.upperBound) elements, each \(element.allowed)"
        : "an array, each element \(element.allowed)"
    case .either(let shapes): shapes.map(\.allowed).joined(separator: ", or ")
    case .nullable(let shape): "\(shape.allowed), or null"
    case .anything: "what the parameter itself may be"
    }
  }

  /// Whether a value has the JSON type of the shape.
  func hasType(of node: DocumentNode) -> Bool {
    switch self {
    case .text, .time, .date, .window, .choice: node.text != nil
    case .flag: node.flag != nil
    case .whole, .seed, .number: node.number != nil
    case .object, .kinds, .map: node.isObject
    case .list:
      if case .list = node.content { true } else { false }
    case .either(let shapes): shapes.contains { $0.hasType(of: node) }
    case .nullable(let shape): node.isNull || shape.hasType(of: node)
    case .anything: true
    }
  }

  /// The shape that a value is meant to have, with `null` and alternatives out of the way.
  func alternative(for node: DocumentNode) -> Shape {
    switch self {
    case .either(let shapes): (shapes.first { $0.hasType(of: node) } ?? self).alternativeIfDeeper(for: node)
    case .nullable(let shape): node.isNull ? self : shape.alternative(for: node)
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .object, .kinds, .map, .list,
      .anything:
      self
    }
  }

  /// The shapes of which it is one: itself, unless it is one of several.
  var choices: [Shape] {
    if case .either(let shapes) = self { shapes } else { [self] }
  }

  private func alternativeIfDeeper(for node: DocumentNode) -> Shape {
    if case .either = self { self } else { alternative(for: node) }
  }
}

extension NumberRange {
  var allowed: String {
    let (lower, upper) = (NumberText.shortest(lower), NumberText.shortest(upper))
    switch (excludesLower, excludesUpper) {
    case (false, false): return "a number from \(lower) to \(upper)"
    case (true, false): return "a number above \(lower), at most \(upper)"
    case (false, true): return "a number from \(lower) to below \(upper)"
    case (true, true): return "a number above \(lower) and below \(upper)"
    }
  }
}

extension TextRule {
  /// The longest text in Unicode scalars.
  var longest: Int {
    switch self {
    case .name: 64
    case .line: 200
    case .file: 4_000
    case .prose: 20_000
    }
  }

  var allowed: String {
    switch self {
    case .name:
      "a name of 1 to 64 letters a-z, digits, hyphens, points and underscores, a letter or digit first"
    case .line: "a text of 1 to 200 characters on one line"
    case .file: "the path of a file"
    case .prose: "a text of at most 20000 characters"
    }
  }

  func admits(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= longest else { return false }
    switch self {
    case .name:
      let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        case _: false
        }
      }
      return isPlain && text.utf8.first.map { !"-_.".utf8.contains($0) } ?? false
    case .line, .file:
      return !text.isEmpty && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    case .prose: return !text.unicodeScalars.contains("\0")
    }
  }
}

extension MapKey {
  /// The keys, for a message.
  var plural: String {
    switch self {
    case .time: "times of day"
    case .window: "stretches of the day such as \"08:00-09:00\""
    case .size: "numbers of GPs from 1 to \(Self.largestSize)"
    case .label: "names"
    case .path: "paths of parameters"
    case .choice(let words): words.map { "\"\($0)\"" }.joined(separator: ", ")
    }
  }

  static let largestSize = 1_000

  /// The number of GPs that a key of ``size`` stands for.
  static func size(_ key: String) -> Int? { Int(key) }

  /// The key in the one way it is printed, or `nil` for a key that is none.
  func canonical(_ key: String) -> String? {
    switch self {
    case .time: (try? TimeOfDay(parsing: key))?.label
    case .window: (try? Slot(parsing: key))?.label
    case .size: Self.size(key).flatMap { (1...Self.largestSize).contains($0) ? "\($0)" : nil }
    case .label: TextRule.line.admits(key) ? key : nil
    case .path: DocumentPath(key)?.description
    case .choice(let words): words.contains(key) ? key : nil
    }
  }

  /// Whether a canonical key is printed before another: times and sizes by value, words in their order, names by bytes.
  func precedes(_ left: String, _ right: String) -> Bool {
    switch self {
    case .time, .window, .label, .path: Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
    case .size: (Self.size(left) ?? 0) < (Self.size(right) ?? 0)
    case .choice(let words): (words.firstIndex(of: left) ?? 0) < (words.firstIndex(of: right) ?? 0)
    }
  }
}

extension TimeOfDay {
  /// `08:00`, with seconds only where there are any.
  var label: String {
    milliseconds % TimeOfDay.millisecondsPerMinute == 0 ? hoursAndMinutes : description
  }
}
