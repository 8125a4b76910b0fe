/// A key of an object and what may stand there: one row of the table, as the walkers see it.
///
/// The checker, the printed JSON Schema, `--set`, provenance and the key reference walk fields; a ``Key`` also knows which
/// property its value sets. A field is a reference because it is passed around much and never changes.
final class Field: Sendable {
  let key: String
  let shape: Shape
  let need: Need
  /// What it means and in which unit, in one sentence, for the schema and the key reference.
  let summary: String

  /// Whether the key has to be there.
  enum Need: Sendable {
    case required
    /// The value that holds when the key is absent.
    case standard(DocumentNode)
    /// An object whose keys say for themselves what holds when it is absent.
    case fromKeys
    /// Nothing holds when the key is absent.
    case mayBeAbsent
  }

  init(_ key: String, _ shape: Shape, _ need: Need, _ summary: String) {
    self.key = key
    self.shape = shape
    self.need = need
    self.summary = summary
  }

  /// What holds when the key is absent, placed nowhere; `nil` for a key that must be there.
  var standardValue: DocumentNode? {
    switch need {
    case .required, .mayBeAbsent: nil
    case .fromKeys: DocumentNode(content: .object([]), place: .standard)
    case .standard(let node): node
    }
  }

  var isRequired: Bool {
    if case .required = need { true } else { false }
  }

  var isSection: Bool {
    if case .fromKeys = need { true } else { false }
  }
}

/// One of the kinds of object that a key tells apart.
struct Kind: Sendable {
  var name: String
  var fields: [Field]
  var rules: [ContentRule]
  var summary: String
}
