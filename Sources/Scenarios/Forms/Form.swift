internal import SurveyDesign
internal import Tables  // text(pretty:)

/// What may stand at a place, and which value a completed document means by it.
///
/// Functions that make a form or a key of others are not specialised for every value that the table holds: reading a scenario
/// takes no time that matters, and specialised they were a quarter of the module's compile time.
struct Form<Value: Sendable>: Sendable {
  /// What the walkers of the table see.
  let shape: Shape
  /// The value that is meant; `nil` where something faulty was left out.
  let read: @Sendable (DocumentNode) -> Value?
  /// How a standard value is written; `nil` for values that none is.
  let write: @Sendable (Value) -> DocumentNode.Content?

  init(
    _ shape: Shape, read: @escaping @Sendable (DocumentNode) -> Value?,
    write: @escaping @Sendable (Value) -> DocumentNode.Content? = { _ in nil }
  ) {
    self.shape = shape
    self.read = read
    self.write = write
  }

  /// The value as it is written when a key is absent; `nil` for values that no standard is.
  func node(for value: Value) -> DocumentNode? {
    write(value).map { DocumentNode(content: $0, place: .standard) }
  }

  /// The form of one of these values or `null`.
  var orNull: Form<Value?> {
    Form<Value?>(.nullable(shape)) { node in
      node.isNull ? .some(nil) : read(node).map(Optional.some)
    } write: { value in
      value.map(write) ?? .null
    }
  }

  /// The same texts, meaning something else; a standard is written as `parts` gives it.
  @_semantics("optimize.sil.specialize.generic.never")
  func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) -> Other?, parts: @escaping @Sendable (Other) -> Value?
  ) -> Form<Other> {
    Form<Other>(shape) {
      read($0).flatMap(transform)
    } write: {
      parts($0).flatMap(write)
    }
  }
}

extension Form<Bool> {
  static var flag: Form { Form(.flag, read: \.flag) { .flag($0) } }
}

extension Form<Int> {
  static func whole(_ range: ClosedRange<Int>) -> Form {
    Form(.whole(range), read: \.integer) { .whole(UInt64($0)) }
  }

  /// Whole seconds up to a day, which a model holds in milliseconds.
  static var wholeSeconds: Form {
    whole(0...86_400).map {
      $0 * 1000
    } parts: {
      $0 / 1000
    }
  }
}

extension Form<UInt64> {
  static var seed: Form {
    Form(.seed) { node in
      if case .whole(let seed) = node.content { seed } else { nil }
    } write: {
      .whole($0)
    }
  }
}

extension Form<Double> {
  static func number(_ range: NumberRange) -> Form { Form(.number(range), read: \.number) { .number($0) } }

  static func number(_ lower: Double, to upper: Double) -> Form {
    number(NumberRange(lower: lower, upper: upper))
  }

  static var share: Form { number(0, to: 1) }
}

extension Form<String> {
  static func text(_ rule: TextRule) -> Form { Form(.text(rule), read: \.text) { .text($0) } }

  static func choice(_ words: [String]) -> Form { Form(.choice(words), read: \.text) { .text($0) } }
}

extension Form where Value: RawRepresentable<String> & CaseIterable {
  /// One of the words of an enumeration.
  static var word: Form { word(of: Array(Value.allCases)) }

  static func word(of values: [Value]) -> Form {
    Form(.choice(values.map(\.rawValue))) {
      $0.text.flatMap(Value.init(rawValue:))
    } write: {
      .text($0.rawValue)
    }
  }
}

extension Form<String> {
  /// Anything, as the text of its JSON on one line.
  static var json: Form {
    Form(.anything) {
      $0.json.text(pretty: false)
    } write: { _ in
      nil
    }
  }
}

extension Form<TimeOfDay> {
  static var time: Form { Form(.time, read: \.time) { .text($0.label) } }
}

extension Form<CalendarDate> {
  static var date: Form { Form(.date, read: \.date) { .text($0.description) } }
}

extension Form<Slot> {
  static var window: Form { Form(.window, read: \.window) { .text($0.label) } }
}
