/// An object whose keys depend on a word.
extension Form {
  /// An object whose keys depend on the word that stands at one of them, such as the law of a duration.
  ///
  /// - Parameters:
  ///   - key: Where the word stands.
  ///   - blank: Parts before anything is read.
  ///   - kinds: One for each word.
  @_semantics("optimize.sil.specialize.generic.never")
  static func kinds<Parts: Sendable>(_ key: String, _ blank: Parts, _ kinds: [KindForm<Value, Parts>]) -> Form
  {
    Form(.kinds(key: key, kinds.map(\.kind))) { node in
      var parts = blank
      guard let kind = kinds.first(where: { $0.name == node[key]?.text }),
        kind.keys.allSatisfy({ $0.read(node, &parts) })
      else { return nil }
      return kind.make(parts)
    } write: { value in
      for kind in kinds {
        guard let parts = kind.parts(value) else { continue }
        let word = DocumentNode(content: .text(kind.name), place: .standard)
        return .object([.standard(key, word)] + kind.keys.compactMap { $0.write(parts) })
      }
      return nil
    }
  }
}

/// One of the kinds of value that a word tells apart.
struct KindForm<Value: Sendable, Parts: Sendable>: Sendable {
  let name: String
  let keys: [Key<Parts>]
  var rules: [ContentRule] = []
  let summary: String
  /// The value of its parts.
  let make: @Sendable (Parts) -> Value?
  /// The parts of a value of this kind; `nil` for one of another.
  var parts: @Sendable (Value) -> Parts? = { _ in nil }

  /// The same as the walkers see it.
  var kind: Kind {
    Kind(name: name, fields: keys.map { $0.field(nil) }, rules: rules, summary: summary)
  }
}
