/// How one document is laid over another.
extension DocumentNode {
  /// Keys that say which scenario it is, and do not pass on.
  private static let notInherited: Set<String> = ["name", "title", "description"]

  /// This document laid over the one it extends.
  func extending(_ base: DocumentNode, file: String) -> DocumentNode {
    guard isObject, case .object(let members) = base.content else { return self }
    let inherited = DocumentNode(
      content: .object(members.filter { !Self.notInherited.contains($0.key) }), place: base.place)
    let root = Shape.object(ScenarioFields.root)
    var merged = laid(over: inherited, as: root)
    let source = "set in \(file.split(separator: "/").last ?? "")"
    merged["provenance"] = provenance(over: inherited, source: source) ?? merged["provenance"]
    return merged
  }

  /// The value laid over another of the same shape.
  func laid(over base: DocumentNode, as shape: Shape) -> DocumentNode {
    switch shape {
    case .object(let fields, _): return merged(over: base) { key in fields.first { $0.key == key }?.shape }
    case .kinds(let key, _):
      // An object that names its kind says everything; one that does not changes the parameters of the other's.
      return self[key] == nil ? merged(over: base) { _ in nil } : self
    case .either, .nullable:
      let alternative = shape.alternative(for: self)
      switch alternative {
      case .either, .nullable: return self
      case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .object, .kinds, .map, .list,
        .anything:
        return alternative.hasType(of: base) ? laid(over: base, as: alternative) : self
      }
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .map, .list, .anything:
      return self
    }
  }

  private func merged(over base: DocumentNode, shape: (String) -> Shape?) -> DocumentNode {
    guard isObject, base.isObject else { return self }
    var members = base.members
    var places = Dictionary(members.indices.map { (members[$0].key, $0) }) { _, last in last }
    for member in self.members {
      guard let index = places[member.key] else {
        places[member.key] = members.count
        members.append(member)
        continue
      }
      let below = members[index].value
      members[index] = member
      if let shape = shape(member.key) { members[index].value = member.value.laid(over: below, as: shape) }
    }
    return DocumentNode(content: .object(members), place: place)
  }

  /// The provenance of a document laid over another: what it sets no longer comes from where the other had it.
  ///
  /// Where it does not say itself whence a value comes, the source is `source`, and the value counts as assumed.
  private func provenance(over base: DocumentNode, source: String) -> DocumentNode? {
    let isWhole = [self, base].allSatisfy { $0["provenance"]?.isObject ?? true }
    guard isWhole else { return nil }
    let own = ProvenanceTable(self["provenance"], place: place)
    var result = ProvenanceTable(base["provenance"], place: place)
    for path in parameterPaths {
      result.replace(path, with: own.entry(for: path) ?? .provenance(.assumed, source, at: place))
    }
    result.add(own)
    return result.node
  }
}

extension DocumentNode {
  /// The paths of the parameters that a document sets; maps, arrays and whole distributions count as one each.
  var parameterPaths: [DocumentPath] {
    parameterPaths(
      in: ScenarioFields.root.filter { !ScenarioFields.labels.contains($0.key) }, at: DocumentPath())
  }

  /// Those of an object with fixed keys; unknown keys are no parameters.
  private func parameterPaths(in fields: [Field], at path: DocumentPath) -> [DocumentPath] {
    fields.flatMap { field in
      self[field.key]?.parameterPaths(as: field.shape, at: path.key(field.key)) ?? []
    }
  }

  private func parameterPaths(as shape: Shape?, at path: DocumentPath) -> [DocumentPath] {
    switch shape {
    case .object(let fields, _) where isObject: parameterPaths(in: fields, at: path)
    case .kinds(let key, let kinds) where isObject && self[key] == nil:
      members.map(\.key).filter { key in kinds.contains { $0.fields.contains { $0.key == key } } }
        .map(path.key)
    case .either(let shapes):
      parameterPaths(as: shapes.first { $0.hasType(of: self) }.flatMap { $0.isObject ? $0 : nil }, at: path)
    case .object, .kinds, .nullable, .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice,
      .map, .list, .anything, nil:
      [path]
    }
  }
}

extension Shape {
  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }
}
