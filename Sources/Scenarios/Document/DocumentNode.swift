/// A value in a scenario document and the place where it was written.
struct DocumentNode: Hashable, Sendable {
  /// What was written.
  var content: Content
  /// Where.
  var place: Place

  /// The kinds of JSON value; objects keep the order of their text.
  indirect enum Content: Hashable, Sendable {
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
  struct Member: Hashable, Sendable {
    var key: String
    var keyPlace: Place
    var value: DocumentNode
  }

  /// A file, or the command line, and the place in it.
  struct Place: Hashable, Sendable {
    /// The file as the user named it, or the words of the command line.
    var file: String
    /// From 1; `nil` when there is no such place.
    var line: Int?
    /// From 1, counted in Unicode scalars.
    var column: Int?
    /// Whether it was said on the command line rather than in a file.
    var isCommandLine = false

    /// The place of a value that nobody wrote: the standard one.
    static let standard = Place(file: "")

    /// Whether nobody wrote it.
    var isStandard: Bool { self == .standard }
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

  var isNull: Bool { content == .null }

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
