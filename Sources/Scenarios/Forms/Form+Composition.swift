extension Form {
  /// An array.
  @_semantics("optimize.sil.specialize.generic.never")
  static func list<Element: Sendable>(
    of element: Form<Element>, count: ClosedRange<Int>, rules: [ContentRule] = []
  ) -> Form where Value == [Element] {
    Form(.list(of: element.shape, count: count, rules: rules)) { node in
      node.elements.compactMap(element.read)
    } write: { values in
      let nodes = values.compactMap(element.node)
      return nodes.count == values.count ? .list(nodes) : nil
    }
  }

  /// An object whose keys are data: `entry` makes a value of a key and what stands there; `nil` drops it.
  ///
  /// Only an empty one can be a standard.
  @_semantics("optimize.sil.specialize.generic.never")
  static func map<Content: Sendable, Entry: Sendable>(
    _ keys: MapKey, of content: Form<Content>, rules: [ContentRule] = [],
    entry: @escaping @Sendable (String, Content) -> Entry?
  ) -> Form where Value == [Entry] {
    Form(.map(keys, of: content.shape, rules: rules)) { node in
      node.members.compactMap { member in content.read(member.value).flatMap { entry(member.key, $0) } }
    } write: { entries in
      entries.isEmpty ? .object([]) : nil
    }
  }

  /// An object with fixed keys, each of which must be there unless it has a standard of its own.
  @_semantics("optimize.sil.specialize.generic.never")
  static func object(_ blank: Value, _ keys: [Key<Value>], rules: [ContentRule] = []) -> Form {
    Form(.object(keys.map { $0.field(nil) }, rules: rules)) { node in
      var value = blank
      return keys.allSatisfy { $0.read(node, &value) } ? value : nil
    } write: { value in
      let members = keys.compactMap { $0.write(value) }
      return members.count == keys.count ? .object(members) : nil
    }
  }

  /// One of two forms of different JSON types; a standard is written in the first that can.
  @_semantics("optimize.sil.specialize.generic.never")
  static func either(_ first: Form, or second: Form) -> Form {
    Form(.either(first.shape.choices + second.shape.choices)) { node in
      first.shape.hasType(of: node) ? first.read(node) : second.read(node)
    } write: {
      first.write($0) ?? second.write($0)
    }
  }
}
