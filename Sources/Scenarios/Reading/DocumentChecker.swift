internal import SurveyDesign
internal import Tables

/// Holds a document against the table of keys: notes every fault and fills in what was left out.
///
/// A completed value has every key, in the order of the table, and times, dates and keys written in one way only. Where
/// a value is faulty, nothing stands in its place.
struct DocumentChecker {
  private(set) var faults: [ScenarioFault] = []

  /// Completes a whole document.
  mutating func complete(_ document: DocumentNode) -> DocumentNode? {
    guard document.isObject else {
      note("\(document.shown) is not a scenario; a scenario is an object", at: DocumentPath(), document.place)
      return nil
    }
    return complete(document, as: .object(ScenarioFields.root), at: DocumentPath(), near: document.place)
  }

  /// Notes a fault; beyond the limit messages are not even made.
  mutating func note(
    _ message: @autoclosure () -> String, at path: DocumentPath, _ place: DocumentNode.Place
  ) {
    // What is noted last still says that something is wrong.
    if faults.count < ScenarioFaults.limit { faults.append(ScenarioFault(message(), at: path, place)) }
  }

  /// Completes one value; `near` is the closest place that a file holds, for what is missing.
  mutating func complete(
    _ node: DocumentNode, as shape: Shape, at path: DocumentPath, near: DocumentNode.Place
  ) -> DocumentNode? {
    let place = node.place.isStandard ? near : node.place
    guard shape.hasType(of: node) else {
      note("\(node.shown) is not \(shape.allowed)", at: path, place)
      return nil
    }
    switch shape {
    case .text(let rule): return leaf(node, shape, path) { rule.admits($0.text ?? "") ? $0.content : nil }
    case .flag, .anything: return node
    case .whole(let range):
      return leaf(node, shape, path) { node in
        node.integer.flatMap { range.contains($0) ? .whole(UInt64($0)) : nil }
      }
    case .seed:
      return leaf(node, shape, path) { node in
        if case .whole = node.content {
          node.content
        } else {
          node.number.flatMap(UInt64.init(exactly:)).map { .whole($0) }
        }
      }
    case .number(let range):
      return leaf(node, shape, path) { node in
        node.number.flatMap { range.contains($0) ? .number($0) : nil }
      }
    case .time: return text(node, shape, path) { try TimeOfDay(parsing: $0).label }
    case .date: return text(node, shape, path) { try CalendarDate(parsing: $0).description }
    case .window: return text(node, shape, path) { try Slot(parsing: $0).label }
    case .choice(let words): return choice(node, words, shape, path)
    case .object(let fields, let rules): return object(node, fields, rules, path, near: place)
    case .kinds(let key, let kinds): return kind(node, key, kinds, path, near: place)
    case .map(let key, let value, let rules): return map(node, key, value, rules, path)
    case .list(let element, let count, let rules): return list(node, element, count, rules, path)
    case .either, .nullable:
      let alternative = shape.alternative(for: node)
      if case .nullable = alternative { return node }
      return complete(node, as: alternative, at: path, near: near)
    }
  }

  /// A value that is used as `read` gives it, or is out of range.
  private mutating func leaf(
    _ node: DocumentNode, _ shape: Shape, _ path: DocumentPath,
    _ read: (DocumentNode) -> DocumentNode.Content?
  ) -> DocumentNode? {
    guard let content = read(node) else {
      note("\(node.shown) is not \(shape.allowed)", at: path, node.place)
      return nil
    }
    return DocumentNode(content: content, place: node.place)
  }

  private mutating func text(
    _ node: DocumentNode, _ shape: Shape, _ path: DocumentPath, _ read: (String) throws -> String
  ) -> DocumentNode? {
    do {
      return DocumentNode(content: .text(try read(node.text ?? "")), place: node.place)
    } catch let fault as DesignFault {
      note(fault.message, at: path, node.place)
    } catch {
      note("\(node.shown) is not \(shape.allowed)", at: path, node.place)
    }
    return nil
  }

  private mutating func choice(
    _ node: DocumentNode, _ words: [String], _ shape: Shape, _ path: DocumentPath
  ) -> DocumentNode? {
    let word = node.text ?? ""
    if words.contains(word) { return node }
    note(
      "\(node.shown) is not \(shape.allowed)" + Self.suggestion(for: word, among: words), at: path, node.place
    )
    return nil
  }

  static func suggestion(for word: String, among words: [String]) -> String {
    nearestMatch(to: word, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}

/// Objects and arrays.
extension DocumentChecker {
  private mutating func object(
    _ node: DocumentNode, _ fields: [Field], _ rules: [ContentRule], _ path: DocumentPath,
    near: DocumentNode.Place
  ) -> DocumentNode {
    for member in node.members where !fields.contains(where: { $0.key == member.key }) {
      note(Self.unknownKey(member.key, among: fields), at: path.key(member.key), member.keyPlace)
    }
    let before = faults.count
    let members = fields.compactMap { field -> DocumentNode.Member? in
      guard let value = self.value(of: field, in: node, path, near: near) else { return nil }
      return DocumentNode.Member(key: field.key, keyPlace: value.place, value: value)
    }
    let object = DocumentNode(content: .object(members), place: node.place)
    if faults.count == before { check(object, rules, path, near: near) }
    return object
  }

  private static func unknownKey(_ key: String, among fields: [Field]) -> String {
    let keys = fields.map(\.key)
    let elsewhere = ScenarioFields.catalog.first { $0.key == key }?.path
    guard let meant = nearestMatch(to: key, among: keys) ?? elsewhere else {
      return "unknown key; known here: \(keys.joined(separator: ", "))"
    }
    return "unknown key; did you mean \"\(meant)\"?"
  }

  private mutating func value(
    of field: Field, in node: DocumentNode, _ path: DocumentPath, near: DocumentNode.Place
  ) -> DocumentNode? {
    let path = path.key(field.key)
    if let value = node[field.key] { return complete(value, as: field.shape, at: path, near: near) }
    if case .mayBeAbsent = field.need { return nil }
    guard let standard = field.standardValue else {
      note("is missing; give \(field.shape.allowed)", at: path, near)
      return nil
    }
    return complete(standard, as: field.shape, at: path, near: near)
  }

  private mutating func kind(
    _ node: DocumentNode, _ key: String, _ kinds: [Kind], _ path: DocumentPath, near: DocumentNode.Place
  ) -> DocumentNode? {
    let names = Shape.choice(kinds.map(\.name))
    guard let name = node[key] else {
      note("is missing; give \(names.allowed)", at: path.key(key), near)
      return nil
    }
    guard names.hasType(of: name) else {
      note("\(name.shown) is not \(names.allowed)", at: path.key(key), name.place)
      return nil
    }
    guard let kind = kinds.first(where: { $0.name == name.text }) else {
      return choice(name, kinds.map(\.name), names, path.key(key))
    }
    let known = [key] + kind.fields.map(\.key)
    for member in node.members where !known.contains(member.key) {
      let takes = kind.fields.isEmpty ? "nothing more" : kind.fields.map(\.key).joined(separator: ", ")
      let owners = kinds.filter { $0.fields.contains { $0.key == member.key } }.map(\.name)
      let problem =
        owners.isEmpty ? "unknown key" : "belongs to another \(key) (\(owners.joined(separator: ", ")))"
      note("\(problem); \"\(kind.name)\" takes \(takes)", at: path.key(member.key), member.keyPlace)
    }
    let before = faults.count
    var members = [DocumentNode.Member(key: key, keyPlace: name.place, value: name)]
    for field in kind.fields {
      guard let value = value(of: field, in: node, path, near: near) else { continue }
      members.append(.init(key: field.key, keyPlace: value.place, value: value))
    }
    let object = DocumentNode(content: .object(members), place: node.place)
    if faults.count == before { check(object, kind.rules, path, near: near) }
    return faults.count == before ? object : nil
  }

  private mutating func map(
    _ node: DocumentNode, _ key: MapKey, _ value: Shape, _ rules: [ContentRule], _ path: DocumentPath
  ) -> DocumentNode? {
    let before = faults.count
    var members: [DocumentNode.Member] = []
    var seen: Set<String> = []
    for member in node.members {
      let path = path.key(member.key)
      guard let name = key.canonical(member.key) else {
        var suggestion = ""
        if case .choice(let words) = key { suggestion = Self.suggestion(for: member.key, among: words) }
        note("unknown key; the keys here are \(key.plural)\(suggestion)", at: path, member.keyPlace)
        continue
      }
      if !seen.insert(name).inserted && name != member.key {
        note("\"\(excerpt(name))\" stands here twice", at: path, member.keyPlace)
      }
      guard let value = complete(member.value, as: value, at: path, near: member.keyPlace) else { continue }
      members.append(.init(key: name, keyPlace: member.keyPlace, value: value))
    }
    members.sort { key.precedes($0.key, $1.key) }
    guard faults.count == before else { return nil }
    let object = DocumentNode(content: .object(members), place: node.place)
    check(object, rules, path, near: node.place)
    return faults.count == before ? object : nil
  }

  private mutating func list(
    _ node: DocumentNode, _ element: Shape, _ count: ClosedRange<Int>, _ rules: [ContentRule],
    _ path: DocumentPath
  ) -> DocumentNode? {
    let before = faults.count
    if !count.contains(node.elements.count) {
      let allowed =
        count.lowerBound == count.upperBound
        ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      note("has \(node.elements.count) elements; allowed are \(allowed)", at: path, node.place)
    }
    let elements = node.elements.prefix(count.upperBound).enumerated().compactMap { index, value in
      complete(value, as: element, at: path.index(index), near: node.place)
    }
    guard faults.count == before else { return nil }
    let list = DocumentNode(content: .list(elements), place: node.place)
    check(list, rules, path, near: node.place)
    return faults.count == before ? list : nil
  }
}

extension DocumentNode {
  /// The value as if it had been written in one place.
  func replacingPlaces(with place: Place) -> DocumentNode {
    switch content {
    case .null, .flag, .whole, .number, .text: DocumentNode(content: content, place: place)
    case .list(let elements):
      DocumentNode(content: .list(elements.map { $0.replacingPlaces(with: place) }), place: place)
    case .object(let members):
      DocumentNode(
        content: .object(
          members.map { Member(key: $0.key, keyPlace: place, value: $0.value.replacingPlaces(with: place)) }),
        place: place)
    }
  }
}
