internal import SurveyDesign
internal import Tables  // text(pretty:)
internal import TelephoneAccess

/// The key reference of the documentation, made from the same table as the reader.
///
/// A test holds the article "Scenario files" against it.
enum KeyReference {
  /// The reference in Markdown: a heading and a list of keys for each section.
  static var markdown: String {
    var text = ""
    let labels = ScenarioFields.root.filter { !$0.isSection }
    text += "### The document\n\n" + labels.flatMap { lines(for: $0, at: "") }.joined(separator: "\n") + "\n"
    for section in ScenarioFields.root where section.isSection {
      guard case .object(let fields, _) = section.shape else { continue }
      text += "\n### \(section.key)\n\n\(section.summary)\n\n"
      text += fields.flatMap { lines(for: $0, at: "\(section.key).") }.joined(separator: "\n") + "\n"
    }
    text += kinds(Form<DurationDistribution>.duration.shape, "Durations")
    text += kinds(Form<SamplingDesign>.sampling.shape, "Sampling designs")
    return text
  }

  private static func lines(for field: Field, at path: String, depth: Int = 0) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    let name = depth == 0 ? path + field.key : field.key
    var line = "\(indentation)- `\(name)`: \(field.summary)"
    if !field.isSection {
      line += " *\(field.shape.words.prefix(1).uppercased())\(field.shape.words.dropFirst())*."
    }
    switch field.need {
    case .required: line += depth == 0 && ScenarioFields.labels.contains(field.key) ? "" : " Required."
    case .standard(let node): line += " Standard: `\(node.line)`."
    case .fromKeys, .mayBeAbsent: break
    }
    return [line] + inner(field.shape).flatMap { lines(for: $0, at: "", depth: depth + 1) }
  }

  /// The keys inside a shape, through arrays and alternatives.
  private static func inner(_ shape: Shape) -> [Field] {
    switch shape {
    case .object(let fields, _): fields
    case .list(let element, _, _): inner(element)
    case .map(_, let value, _): inner(value)
    case .either(let shapes): shapes.flatMap(inner)
    case .nullable(let shape): inner(shape)
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .kinds, .anything: []
    }
  }

  private static func kinds(_ shape: Shape, _ title: String) -> String {
    guard case .kinds(let key, let kinds) = shape else { return "" }
    var text = "\n### \(title)\n\n"
    for kind in kinds {
      text += "- `\"\(key)\": \"\(kind.name)\"`: \(kind.summary).\n"
      text += kind.fields.flatMap { lines(for: $0, at: "", depth: 1) }.map { $0 + "\n" }.joined()
    }
    return text
  }
}

extension Shape {
  /// What may stand there, in a few words; what is inside is listed below it.
  fileprivate var words: String {
    switch self {
    case .object: "an object"
    case .kinds(let key, _): "an object with `\(key)`, see below"
    case .map(let key, let value, _): "an object; keys are \(key.words), values \(value.words)"
    case .list(let element, let count, _):
      "\(count.lowerBound) to \(count.upperBound) elements, each \(element.words)"
    case .either(let shapes): shapes.map(\.words).joined(separator: "; or ")
    case .nullable(let shape): "\(shape.words); or null"
    case .choice(let words): words.map { "`\"\($0)\"`" }.joined(separator: ", ")
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .anything: allowed
    }
  }
}

extension MapKey {
  fileprivate var words: String {
    switch self {
    case .choice(let words): words.map { "`\"\($0)\"`" }.joined(separator: ", ")
    case .time, .window, .size, .label, .path: plural
    }
  }
}

extension DocumentNode {
  /// The value as JSON on one line, for people.
  fileprivate var line: String {
    switch content {
    case .null, .flag, .whole, .number, .text: json.text(pretty: false)
    case .list(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.key)\": \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }
}
