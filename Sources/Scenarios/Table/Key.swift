/// A key of a scenario in one line: its name, the property it sets, what may stand there, and what it means.
///
/// ```swift
/// extension Key<FieldworkProtocol> {
///   static let protocols: [Key] = [
///     Key("attempts", \.attempts, .whole(1...100), "The most attempts at one call."),
///     Key("ring_limit_seconds", \.ringLimit, .wholeSeconds, "How long it rings before the interviewer hangs up."),
///   ]
/// }
/// ```
///
/// What holds when the key is absent is what the property of a new value holds: a default stands in the model and nowhere else.
struct Key<Root: Sendable>: Sendable {
  private let name: String
  private let shape: Shape
  private let summary: String
  private let presence: Presence
  /// Takes what a completed document says over into a value; `false` where something faulty was left out.
  let read: @Sendable (_ object: DocumentNode, _ value: inout Root) -> Bool
  /// The entry of an object that says what a value holds; `nil` for what no standard is.
  let write: @Sendable (_ value: Root) -> DocumentNode.Member?

  /// Whether the key has to be there.
  private enum Presence: Sendable {
    /// Only where no standard is given for the object as a whole.
    case unlessStandard
    /// Always.
    case required
    /// Never: this holds otherwise.
    case optional(DocumentNode)
    /// Never: an object whose keys say for themselves what holds otherwise.
    case fromKeys(@Sendable (Root?) -> Shape)
    /// Never, and nothing holds otherwise.
    case mayBeAbsent
  }

  /// The row of the table; the standard is what a new value holds, and without one the key must be there.
  func field(_ standard: Root?) -> Field {
    switch presence {
    case .unlessStandard:
      guard let standard else { return Field(name, shape, .required, summary) }
      guard let member = write(standard) else {
        preconditionFailure("the standard of \(name) cannot be written")
      }
      return Field(name, shape, .standard(member.value), summary)
    case .required: return Field(name, shape, .required, summary)
    case .optional(let node): return Field(name, shape, .standard(node), summary)
    case .fromKeys(let shape): return Field(name, shape(standard), .fromKeys, summary)
    case .mayBeAbsent: return Field(name, shape, .mayBeAbsent, summary)
    }
  }
}

extension Key {
  /// A key whose standard value is that of the property.
  init<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value>, _ form: Form<Value>, _ summary: String
  ) {
    self.init(name, property, form, summary, .unlessStandard)
  }

  /// A key that must be there, whatever a new value holds.
  static func required<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value>, _ form: Form<Value>, _ summary: String
  ) -> Key {
    Key(name, property, form, summary, .required)
  }

  /// A key that may be left out of an object that has no standard as a whole; `standard` then holds.
  static func optional<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value>, _ form: Form<Value>,
    or standard: Value, _ summary: String
  ) -> Key {
    guard let node = form.node(for: standard) else {
      preconditionFailure("the standard of \(name) cannot be written")
    }
    return Key(name, property, form, summary, .optional(node))
  }

  /// A key that may be left out, for which nothing stands then.
  static func absentOr<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value?>, _ form: Form<Value>, _ summary: String
  ) -> Key {
    Key(name: name, shape: form.shape, summary: summary, presence: .mayBeAbsent) { object, root in
      guard let node = object[name] else { return true }
      guard let value = form.read(node) else { return false }
      root[keyPath: property] = value
      return true
    } write: { root in
      root[keyPath: property].flatMap(form.node).map { .standard(name, $0) }
    }
  }

  /// A key that may be left out, and of which nothing is then printed; the property keeps its value.
  static func quiet<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value>, _ form: Form<Value>, _ summary: String
  ) -> Key {
    Key(name: name, shape: form.shape, summary: summary, presence: .mayBeAbsent) { object, root in
      guard let node = object[name] else { return true }
      guard let value = form.read(node) else { return false }
      root[keyPath: property] = value
      return true
    } write: { _ in
      nil
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private init<Value: Sendable>(
    _ name: String, _ property: Property<Root, Value>, _ form: Form<Value>, _ summary: String,
    _ presence: Presence
  ) {
    self.init(name: name, shape: form.shape, summary: summary, presence: presence) { object, root in
      guard let value = object[name].flatMap(form.read) else { return false }
      root[keyPath: property] = value
      return true
    } write: { root in
      form.node(for: root[keyPath: property]).map { .standard(name, $0) }
    }
  }

  /// An object in the object, whose keys set properties of the same value.
  static func section(_ name: String, _ keys: [Key], _ summary: String) -> Key {
    section(name, \.self, keys, summary)
  }

  /// An object in the object, whose keys set properties of a part.
  @_semantics("optimize.sil.specialize.generic.never")
  static func section<Part: Sendable>(
    _ name: String, _ part: Property<Root, Part>, _ keys: [Key<Part>],
    rules: [ContentRule] = [], _ summary: String
  ) -> Key {
    let fields: @Sendable (Root?) -> Shape = { root in
      let standard = root?[keyPath: part]
      return .object(keys.map { $0.field(standard) }, rules: rules)
    }
    return Key(name: name, shape: fields(nil), summary: summary, presence: .fromKeys(fields)) {
      object, root in
      guard let section = object[name] else { return false }
      return keys.allSatisfy { $0.read(section, &root[keyPath: part]) }
    } write: { _ in
      nil
    }
  }
}

extension DocumentNode.Member {
  /// An entry that no file holds.
  static func standard(_ key: String, _ value: DocumentNode) -> DocumentNode.Member {
    DocumentNode.Member(key: key, keyPlace: .standard, value: value)
  }
}

/// A property of a value, such as `\.attempts`.
typealias Property<Root, Value> = any WritableKeyPath<Root, Value> & Sendable
