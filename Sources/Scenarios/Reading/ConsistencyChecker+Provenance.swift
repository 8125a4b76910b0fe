/// What provenance says of parameters must fit them: the path, and what else the value could be.
extension ConsistencyChecker {
  mutating func checkProvenance() {
    let entries = document.value("provenance")?.members ?? []
    let lists = entries.compactMap { $0.value["values"] == nil ? nil : DocumentPath($0.key) }
    for entry in entries {
      guard let path = DocumentPath(entry.key) else { continue }
      let place = DocumentPath([.key("provenance"), .key(entry.key)])
      if let problem = ScenarioFields.problem(with: path) {
        note(problem, at: place, entry.keyPlace)
        continue
      }
      check(range: entry.value, of: path, at: place)
      check(values: entry.value, of: path, at: place)
      let isUncertain = entry.value["range"] != nil || entry.value["values"] != nil
      if isUncertain, let outer = lists.first(where: { $0 != path && $0.contains(path) }) {
        note(
          "\(outer) has values of its own, which decide this too: give a range to one of them only",
          at: place, entry.keyPlace)
      }
    }
  }

  private mutating func check(range entry: DocumentNode, of path: DocumentPath, at place: DocumentPath) {
    guard let range = entry["range"] else {
      if let law = entry["law"] { note("a law needs a range", at: place.key("law"), law.place) }
      return
    }
    let ends = range.elements.compactMap(\.number)
    guard ends.count == 2, ends[0] < ends[1] else {
      return note(
        "a range is the lowest and the highest value, such as [0.04, 0.15]", at: place.key("range"),
        range.place)
    }
    if entry["values"] != nil {
      note("give a range or values, not both", at: place.key("range"), range.place)
    }
    if entry["law"]?.text == Provenance.RangeLaw.logUniform.rawValue, ends[0] <= 0 {
      note("a log-uniform range lies above 0", at: place.key("range"), range.place)
    }
    guard let value = node(at: path)?.number else {
      return note("\(path) is no number in this scenario: give values", at: place.key("range"), range.place)
    }
    if value < ends[0] || value > ends[1] {
      note(
        "the scenario's own value, \(node(at: path)?.shown ?? ""), lies outside it", at: place.key("range"),
        range.place)
    }
    for end in range.elements { check(end, as: path, at: place.key("range")) }
  }

  private mutating func check(values entry: DocumentNode, of path: DocumentPath, at place: DocumentPath) {
    for (index, value) in (entry["values"]?.elements ?? []).enumerated() {
      check(value, as: path, at: place.key("values").index(index))
    }
  }

  /// Notes what is wrong with a value that a parameter could have.
  private mutating func check(_ value: DocumentNode, as path: DocumentPath, at place: DocumentPath) {
    var shapes = [Shape.object(ScenarioFields.root)]
    for step in path.steps { shapes = shapes.flatMap { $0.innerShapes(step) } }
    guard let shape = shapes.first(where: { $0.hasType(of: value) }) ?? shapes.first else { return }
    var checker = DocumentChecker()
    let whole = node(at: path).map { value.laid(over: $0, as: shape) } ?? value
    _ = checker.complete(whole, as: shape, at: place, near: value.place)
    for fault in checker.faults { add(fault) }
  }

  /// What stands at a path of the completed document.
  private func node(at path: DocumentPath) -> DocumentNode? {
    path.steps.reduce(document) { $0?[$1] }
  }
}
