package import Tables

/// A number in a scenario and the limits within which it may be changed.
package struct NumberParameter: Equatable, Sendable {
  /// The value, standard values included.
  package let value: Double
  /// What the scenario's key allows, in the key's unit.
  package let limits: ClosedRange<Double>
  /// Whether only whole numbers are allowed.
  package let isWhole: Bool
}

extension ScenarioDocument {
  /// The number that stands at a path.
  ///
  /// - Throws: ``ScenarioFaults`` when the document has faults, or when no number stands there.
  package func number(at path: DocumentPath) throws -> NumberParameter {
    let node = try completed().node(at: path)
    var shapes = [Shape.object(ScenarioFields.root)]
    for step in path.steps { shapes = shapes.flatMap { $0.innerShapes(step) } }
    for shape in shapes.flatMap(\.alternatives) {
      switch (shape, node.number) {
      case (.number(let range), let value?):
        return NumberParameter(value: value, limits: range.lower...range.upper, isWhole: false)
      case (.whole(let range), let value?):
        return NumberParameter(
          value: value, limits: Double(range.lowerBound)...Double(range.upperBound), isWhole: true)
      case _: continue
      }
    }
    throw ScenarioFaults([
      ScenarioFault(
        file: file, path: path.description, message: "\(node.shown) stands here; a number is needed")
    ])
  }

  /// What stands at a path as JSON, standard values included.
  ///
  /// - Throws: ``ScenarioFaults`` when the document has faults, or when nothing stands there.
  package func json(at path: DocumentPath) throws -> JSONText {
    try completed().json(at: path)
  }

  /// The document with the standard values of what it leaves out; what its parts are together is not looked at.
  ///
  /// Whoever reads several paths reads them here: completing the document takes longer than reading one.
  /// - Throws: ``ScenarioFaults`` when the document has faults.
  package func completed() throws -> CompletedDocument {
    var checker = DocumentChecker()
    guard let root = checker.complete(root), checker.faults.isEmpty else {
      throw ScenarioFaults(
        checker.faults.isEmpty
          ? [ScenarioFault(file: file, message: "the scenario cannot be completed")] : checker.faults)
    }
    return CompletedDocument(root: root, file: file)
  }
}

/// A document without faults in which every key stands.
package struct CompletedDocument: Sendable {
  let root: DocumentNode
  fileprivate let file: String

  /// What stands at a path as JSON.
  ///
  /// - Throws: ``ScenarioFaults`` when nothing stands there.
  package func json(at path: DocumentPath) throws -> JSONText {
    try node(at: path).json
  }

  fileprivate func node(at path: DocumentPath) throws -> DocumentNode {
    var node = root
    for step in path.steps {
      guard let next = node[step] else {
        let message = ScenarioFields.problem(with: path) ?? "nothing stands here in this scenario"
        throw ScenarioFaults([ScenarioFault(file: file, path: path.description, message: message)])
      }
      node = next
    }
    return node
  }
}

extension Shape {
  /// The shape itself, or those that it offers to choose among.
  fileprivate var alternatives: [Shape] {
    switch self {
    case .either(let shapes): shapes.flatMap(\.alternatives)
    case .nullable(let shape): shape.alternatives
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .object, .kinds, .map, .list,
      .anything:
      [self]
    }
  }
}
