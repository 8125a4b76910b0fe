internal import Tables

/// Reads JSON5 and remembers where everything stood.
///
/// JSON5 is JSON with comments, trailing commas, bare keys and single quotes. Foundation reads it too, but on Linux it
/// says neither where a text breaks the rules nor that a key stands there twice; a person with a file of 200 lines needs
/// both. Nesting is limited, so that no text can exhaust the stack.
///
/// Source: json5.org, specification 1.0.0 (2018).
struct JSON5Parser {
  /// The first thing that is not JSON5.
  struct Failure: Error {
    var message: String
    var place: DocumentNode.Place
  }

  /// Keys that stand in one object twice, with the place of the second; the first ``ScenarioFaults/limit`` of them.
  private(set) var repeatedKeys: [(path: DocumentPath, place: DocumentNode.Place)] = []

  /// The deepest nesting of arrays and objects that is read.
  static let deepest = 64

  var cursor: TextCursor
  private var path = DocumentPath()
  private var depth = 0

  init(_ text: String, file: String) {
    cursor = TextCursor(text, file: file)
  }

  /// Reads the whole text as one value.
  mutating func document() throws(Failure) -> DocumentNode {
    try skipBlanks()
    let node = try value()
    try skipBlanks()
    guard cursor.peek == nil else { throw failure("\(shownNext) stands after the end of the document") }
    return node
  }

  mutating func value() throws(Failure) -> DocumentNode {
    let place = cursor.place
    guard let byte = cursor.peek else { throw failure("the text ends where a value is expected") }
    guard depth < Self.deepest else { throw failure("nested more than \(Self.deepest) deep") }
    depth += 1
    defer { depth -= 1 }
    let content: DocumentNode.Content =
      switch byte {
      case UInt8(ascii: "{"): .object(try object())
      case UInt8(ascii: "["): .list(try array())
      case UInt8(ascii: "\""), UInt8(ascii: "'"): .text(try quotedText())
      case _: try bareWord()
      }
    return DocumentNode(content: content, place: place)
  }

  private mutating func object() throws(Failure) -> [DocumentNode.Member] {
    cursor.advance()
    var members: [DocumentNode.Member] = []
    var seen: Set<String> = []
    while true {
      try skipBlanks()
      if cursor.take(UInt8(ascii: "}")) { return members }
      let place = cursor.place
      let key = try key()
      path = path.key(key)
      if !seen.insert(key).inserted, repeatedKeys.count < ScenarioFaults.limit {
        repeatedKeys.append((path, place))
      }
      try skipBlanks()
      guard cursor.take(UInt8(ascii: ":")) else {
        throw failure("expected ':' after the key \"\(excerpt(key))\", found \(shownNext)")
      }
      try skipBlanks()
      members.append(.init(key: key, keyPlace: place, value: try value()))
      path.steps.removeLast()
      try skipBlanks()
      if cursor.take(UInt8(ascii: ",")) { continue }
      guard cursor.peek == UInt8(ascii: "}") else { throw failure("expected ',' or '}', found \(shownNext)") }
    }
  }

  private mutating func array() throws(Failure) -> [DocumentNode] {
    cursor.advance()
    var elements: [DocumentNode] = []
    while true {
      try skipBlanks()
      if cursor.take(UInt8(ascii: "]")) { return elements }
      path = path.index(elements.count)
      elements.append(try value())
      path.steps.removeLast()
      try skipBlanks()
      if cursor.take(UInt8(ascii: ",")) { continue }
      guard cursor.peek == UInt8(ascii: "]") else { throw failure("expected ',' or ']', found \(shownNext)") }
    }
  }

  private mutating func key() throws(Failure) -> String {
    guard let byte = cursor.peek else { throw failure("the text ends inside an object: '}' is missing") }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try quotedText() }
    let word = cursor.takeWord { Self.isWordByte($0) }
    guard let first = word.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      throw failure("expected a key or '}', found \(shownNext)")
    }
    return word
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    case _: false
    }
  }

  func failure(_ message: String, at place: DocumentNode.Place? = nil) -> Failure {
    Failure(message: "not JSON: \(message)", place: place ?? cursor.place)
  }

  /// What comes next, for a message.
  var shownNext: String { cursor.peekScalar.map { "'\($0)'" } ?? "the end of the text" }
}
