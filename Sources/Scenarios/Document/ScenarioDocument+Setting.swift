internal import Tables

extension ScenarioDocument {
  /// Sets one parameter, as the command line writes it: `survey.attempts=6`, `telephone.lunch[0].share=0.3`.
  ///
  /// The value is JSON5; a word that is none is taken as a text: `survey.late_calls=move-to-next-day`. An object is laid
  /// over what is there, as a scenario that extends another would. Its provenance becomes "set on the command line".
  /// - Throws: ``ScenarioFaults`` with one fault when there is no such parameter; a value that is not allowed is
  ///   found by ``scenario()``.
  package mutating func set(_ assignment: String) throws { try set(all: [assignment]) }

  /// Sets parameters one after the other; the paths of the provenance are read once for all of them.
  ///
  /// - Throws: ``ScenarioFaults`` with one fault for the first that cannot be set.
  package mutating func set(all assignments: [String]) throws {
    var provenance: ProvenanceTable?
    for assignment in assignments {
      let place = DocumentNode.Place(file: "--set \(assignment)", isCommandLine: true)
      let (path, text) = try Self.parts(of: assignment, at: place)
      let isParameter = path.steps.first.map { !$0.isLabel } ?? false
      if !isParameter { flush(&provenance) }
      do throws(Setting.Failure) {
        let setting = Setting(path: path, text: text, place: place)
        root = try setting.apply(to: root, as: .object(ScenarioFields.root), at: 0)
      } catch {
        throw ScenarioFaults([ScenarioFault(error.message, at: path, place)])
      }
      guard isParameter else { continue }
      var table = provenance ?? ProvenanceTable(root["provenance"], place: place)
      table.replace(path, with: .provenance(.assumed, "set on the command line", at: place))
      provenance = table
    }
    flush(&provenance)
  }

  /// Puts a table that was held back into the document.
  private mutating func flush(_ provenance: inout ProvenanceTable?) {
    if let table = provenance { root["provenance"] = table.node }
    provenance = nil
  }

  /// The path and the text on either side of the equals sign.
  private static func parts(
    of assignment: String, at place: DocumentNode.Place
  ) throws -> (path: DocumentPath, text: String) {
    guard let equals = indexOfEquals(assignment), let path = DocumentPath(String(assignment[..<equals])),
      !path.steps.isEmpty
    else {
      let message = "write it as path=value, such as survey.attempts=6"
      throw ScenarioFaults([ScenarioFault(message, at: DocumentPath(), place)])
    }
    return (path, String(assignment[assignment.index(after: equals)...]))
  }

  /// The first equals sign outside quotes.
  private static func indexOfEquals(_ text: String) -> String.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == "=", !isQuoted { return index }
    }
    return nil
  }
}

extension DocumentPath.Step {
  /// Whether it leads to what only names or explains a scenario.
  fileprivate var isLabel: Bool {
    guard case .key(let section) = self else { return true }
    return ScenarioFields.labels.contains(section)
  }
}

/// A value on its way to a place in a document.
private struct Setting {
  var path: DocumentPath
  var text: String
  var place: DocumentNode.Place

  struct Failure: Error {
    var message: String
  }

  /// The node with the value set in it, from the step at `depth` on.
  func apply(to node: DocumentNode, as shape: Shape, at depth: Int) throws(Failure) -> DocumentNode {
    guard depth < path.steps.count else { return try value(as: shape).laid(over: node, as: shape) }
    switch path.steps[depth] {
    case .key(let key): return try apply(key, to: node, as: shape.taking(path.steps[depth], node), at: depth)
    case .index(let index):
      return try apply(index, to: node, as: shape.taking(path.steps[depth], node), at: depth)
    }
  }

  private func apply(
    _ key: String, to node: DocumentNode, as shape: Shape, at depth: Int
  ) throws(Failure) -> DocumentNode {
    var result = node.isObject ? node : DocumentNode(content: .object([]), place: place)
    switch shape {
    case .object(let fields, _):
      if depth == 0, key == "extends" {
        throw Failure(
          message: "there is no parameter extends: the file that a scenario extends is named in its own file")
      }
      guard let field = fields.first(where: { $0.key == key }) else {
        throw unknown(key, among: fields.map(\.key), at: depth)
      }
      let standard = field.standardValue ?? DocumentNode(content: .object([]), place: place)
      result[key] = try apply(to: node[key] ?? standard, as: field.shape, at: depth + 1)
    case .kinds(let discriminator, let kinds):
      let fields = kinds.flatMap(\.fields)
      if key == discriminator {
        result[key] = try apply(to: node[key] ?? node, as: .choice(kinds.map(\.name)), at: depth + 1)
      } else if let field = fields.first(where: { $0.key == key }) {
        result[key] = try apply(to: node[key] ?? result, as: field.shape, at: depth + 1)
      } else {
        throw unknown(key, among: [discriminator] + fields.map(\.key), at: depth)
      }
    case .map(let keys, let element, _):
      guard let name = keys.canonical(key) else {
        throw Failure(message: "unknown key \"\(excerpt(key))\"; the keys here are \(keys.plural)")
      }
      let known = node.members.last { keys.canonical($0.key) == name }
      let nothing = DocumentNode(content: .object([]), place: place)
      result[known?.key ?? name] = try apply(to: known?.value ?? nothing, as: element, at: depth + 1)
    case .list: throw Failure(message: "\(parent(depth)) is an array; name an element as \(parent(depth))[0]")
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .either, .nullable, .anything:
      throw Failure(message: "\(parent(depth)) has no parts; it is \(shape.allowed)")
    }
    return result
  }

  private func apply(
    _ index: Int, to node: DocumentNode, as shape: Shape, at depth: Int
  ) throws(Failure) -> DocumentNode {
    guard case .list(let element, _, _) = shape else {
      throw Failure(message: "\(parent(depth)) is no array; it is \(shape.allowed)")
    }
    var elements = node.elements
    guard index < elements.count else {
      let there = elements.isEmpty ? "no elements" : "elements 0 to \(elements.count - 1)"
      throw Failure(message: "\(parent(depth)) has \(there)")
    }
    elements[index] = try apply(to: elements[index], as: element, at: depth + 1)
    return DocumentNode(content: .list(elements), place: node.place)
  }

  /// The value as JSON5, or as a text where it is none or where a text belongs.
  private func value(as shape: Shape) throws(Failure) -> DocumentNode {
    let plain = DocumentNode(content: .text(text), place: place)
    var parser = JSON5Parser(text, file: place.file)
    do {
      let node = try parser.document().replacingPlaces(with: place)
      return !shape.hasType(of: node) && shape.hasType(of: plain) ? plain : node
    } catch {
      if let first = text.first(where: { !$0.isWhitespace }), "{[\"'".contains(first) {
        throw Failure(message: error.message)
      }
      return plain
    }
  }

  private func parent(_ depth: Int) -> String {
    depth == 0 ? "the scenario" : DocumentPath(Array(path.steps.prefix(depth))).description
  }

  private func unknown(_ key: String, among keys: [String], at depth: Int) -> Failure {
    let prefix = DocumentPath(Array(path.steps.prefix(depth)))
    let near = nearestMatch(to: key, among: keys).map { prefix.key($0).description }
    let elsewhere = ScenarioFields.catalog.first { $0.key == key && !$0.path.contains("*") }?.path
    if let suggestion = near ?? elsewhere {
      return Failure(message: "there is no parameter \(path); did you mean \"\(suggestion)\"?")
    }
    return Failure(message: "there is no parameter \(path); known here: \(keys.joined(separator: ", "))")
  }
}

extension Shape {
  /// The alternative that a step can go into.
  fileprivate func taking(_ step: DocumentPath.Step, _ node: DocumentNode) -> Shape {
    switch self {
    case .nullable(let shape): return shape.taking(step, node)
    case .either(let shapes):
      if let shape = shapes.first(where: { $0.hasType(of: node) && $0.takes(step) }) { return shape }
      return shapes.first { $0.takes(step) } ?? self
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .object, .kinds, .map, .list,
      .anything:
      return self
    }
  }

  private func takes(_ step: DocumentPath.Step) -> Bool {
    switch (self, step) {
    case (.object, .key), (.kinds, .key), (.map, .key), (.list, .index): true
    case _: false
    }
  }
}
