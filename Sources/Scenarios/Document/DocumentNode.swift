/// A value in a scenario document and the place where it was written.
struct DocumentNode: Sendable {
  /// What was written.
  var content: Content
  /// Where.
  var place: Place

  /// The kinds of JSON value; objects keep the order of their text.
  indirect enum Content: Sendable {
    case null
    case flag(Bool)
    /// A whole number written without sign, point or exponent: exact also beyond 2⁵³.
    case whole(UInt64)
    case number(Double)
    case text(String)
    case list([DocumentNode])
    case object([Member])
  }

  /// A key and its value.
  struct Member: Sendable {
    var key: String
    var keyPlace: Place
    var value: DocumentNode
  }

  /// A file, or the command line, and the place in it; a reference, because every value carries one.
  final class Place: Sendable {
    /// The file as the user named it, or the words of the command line.
    let file: String
    /// From 1; `nil` when there is no such place.
    let line: Int?
    /// From 1, counted in Unicode scalars.
    let column: Int?
    /// Whether it was said on the command line rather than in a file.
    let isCommandLine: Bool

    init(file: String, line: Int? = nil, column: Int? = nil, isCommandLine: Bool = false) {
      self.file = file
      self.line = line
      self.column = column
      self.isCommandLine = isCommandLine
    }

    /// The place of a standard value, which no file holds.
    static let standard = Place(file: "")

    /// Whether the value is a standard one.
    var isStandard: Bool { self === Place.standard }
  }
}

extension DocumentNode {
  /// The members, or none for anything but an object.
  var members: [Member] {
    if case .object(let members) = content { members } else { [] }
  }

  /// The elements, or none for anything but an array.
  var elements: [DocumentNode] {
    if case .list(let elements) = content { elements } else { [] }
  }

  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  var isObject: Bool {
    if case .object = content { true } else { false }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  var flag: Bool? {
    if case .flag(let flag) = content { flag } else { nil }
  }

  var number: Double? {
    switch content {
    case .number(let number): number
    case .whole(let whole): Double(whole)
    case .null, .flag, .text, .list, .object: nil
    }
  }

  /// The value as a whole number, also when written `2.0`.
  var integer: Int? {
    switch content {
    case .number(let number): Int(exactly: number)
    case .whole(let whole): Int(exactly: whole)
    case .null, .flag, .text, .list, .object: nil
    }
  }

  /// What stands there, in a few words for a message.
  var shown: String {
    switch content {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .whole(let whole): "\(whole)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text.count > 40 ? text.prefix(40) + "…" : text)\""
    case .list: "an array"
    case .object: "an object"
    }
  }
}
