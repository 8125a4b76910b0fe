internal import Tables

extension ScenarioFields {
  /// What is wrong with a path that should lead to a parameter; `nil` for one that does.
  static func problem(with path: DocumentPath) -> String? {
    var shape = Shape.object(root)
    for (depth, step) in path.steps.enumerated() {
      let inner = shape.innerShapes(step)
      guard let next = inner.first else {
        var words: [String] = []
        if case .key(let key) = step {
          words = shape.keys.filter { nearestMatch(to: key, among: [$0]) != nil }
        }
        let prefix = DocumentPath(Array(path.steps.prefix(depth)))
        let near = words.first.map { "; did you mean \"\(prefix.key($0))\"?" }
        return "there is no parameter \(path)\(near ?? "")"
      }
      shape = next
    }
    return nil
  }
}

extension Shape {
  /// The shapes of what a step leads to.
  func innerShapes(_ step: DocumentPath.Step) -> [Shape] {
    switch (self, step) {
    case (.object(let fields, _), .key(let key)): fields.filter { $0.key == key }.map(\.shape)
    case (.kinds(let discriminator, let kinds), .key(let key)):
      key == discriminator
        ? [.choice(kinds.map(\.name))] : kinds.flatMap(\.fields).filter { $0.key == key }.map(\.shape)
    case (.map(let keys, let value, _), .key(let key)): keys.canonical(key) == nil ? [] : [value]
    case (.list(let element, _, _), .index): [element]
    case (.either(let shapes), _): shapes.flatMap { $0.innerShapes(step) }
    case (.nullable(let shape), _): shape.innerShapes(step)
    case _: []
    }
  }

  /// The keys that can stand inside, where they are fixed.
  fileprivate var keys: [String] {
    switch self {
    case .object(let fields, _): fields.map(\.key)
    case .kinds(let key, let kinds): [key] + kinds.flatMap(\.fields).map(\.key)
    case .either(let shapes): shapes.flatMap(\.keys)
    case .nullable(let shape): shape.keys
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .map, .list, .anything: []
    }
  }
}
