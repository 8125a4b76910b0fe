internal import SurveyDesign
package import Tables
internal import TelephoneAccess

/// The JSON Schema of scenario files, made from the same table of keys as the reader.
///
/// A scenario that extends another may leave out what the other gives, so required keys hold only without `extends`. What
/// a schema cannot say (shares that add up to 1, slots within opening hours, …) only the reader checks.
package enum ScenarioSchema {
  /// The schema, draft 2020-12.
  package static var json: JSONText {
    let kinds = [Form<DurationDistribution>.duration.shape, Form<SamplingDesign>.sampling.shape].compactMap(
      definition)
    return .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("title", "telefontid scenario"),
        .init(
          "description", "A region's practices, their telephones and patients, and a survey that rings them."),
      ] + members(ScenarioFields.root, requiring: []) + [
        .init("if", ["properties": ["extends": ["type": "string"]], "required": ["extends"]]),
        .init("then", [:]),
        .init("else", requirements(of: ScenarioFields.root) ?? [:]),
        .init("$defs", .object(kinds)),
      ])
  }

  /// The schema as pretty JSON.
  package static var text: String { json.text() }

  /// An object's `type`, `properties` and so on.
  private static func members(_ fields: [Field], requiring required: [String]) -> [JSONText.Member] {
    var members: [JSONText.Member] = [
      .init("type", "object"),
      .init("properties", .object(fields.map { .init($0.key, schema(of: $0)) })),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required.map { .string($0) }))) }
    members.append(.init("additionalProperties", false))
    return members
  }

  private static func schema(of field: Field) -> JSONText {
    var members: [JSONText.Member] = [.init("description", .string(field.summary))]
    if case .standard(let value) = field.need { members.append(.init("default", value.json)) }
    return .object(members + keywords(of: field.shape, isSection: field.isSection))
  }

  /// The keywords that admit what the shape admits; a section's required keys are asked for elsewhere.
  private static func keywords(of shape: Shape, isSection: Bool = false) -> [JSONText.Member] {
    switch shape {
    case .text(let rule): return rule.keywords
    case .flag: return [.init("type", "boolean")]
    case .whole(let range):
      return [
        .init("type", "integer"), .init("minimum", .integer(range.lowerBound)),
        .init("maximum", .integer(range.upperBound)),
      ]
    case .seed: return [.init("type", "integer"), .init("minimum", 0), .init("maximum", .unsigned(.max))]
    case .number(let range): return [.init("type", "number")] + range.keywords
    case .time: return pattern("^\\s*\(Patterns.time)\\s*$")
    case .date: return pattern("^\\s*\(Patterns.date)\\s*$")
    case .window: return pattern("^\\s*\(Patterns.window)\\s*$")
    case .choice(let words): return [.init("enum", .array(words.map { .string($0) }))]
    case .object(let fields, _):
      return members(fields, requiring: isSection ? [] : fields.filter(\.isRequired).map(\.key))
    case .kinds(let key, _): return [.init("$ref", .string("#/$defs/\(key)"))]
    case .map(let key, let value, let rules):
      return [
        .init("type", "object"), .init("propertyNames", .object(key.keywords)),
        .init("additionalProperties", .object(keywords(of: value))),
      ] + (rules.contains(.notEmpty) ? [.init("minProperties", 1)] : [])
    case .list(let element, let count, let rules):
      return [
        .init("type", "array"), .init("items", .object(keywords(of: element))),
        .init("minItems", .integer(count.lowerBound)), .init("maxItems", .integer(count.upperBound)),
      ] + (rules.contains(.noRepeats) ? [.init("uniqueItems", true)] : [])
    case .either(let shapes): return [.init("anyOf", .array(shapes.map { .object(keywords(of: $0)) }))]
    case .nullable(let shape):
      return [.init("anyOf", [.object(keywords(of: shape)), ["type": "null"]])]
    case .anything: return []
    }
  }

  private static func pattern(_ pattern: String) -> [JSONText.Member] {
    [.init("type", "string"), .init("pattern", .string(pattern))]
  }

  /// The definition of an object of kinds: the keys of all, and for each kind which it needs and takes.
  private static func definition(of shape: Shape) -> JSONText.Member? {
    guard case .kinds(let key, let kinds) = shape else { return nil }
    var properties: [JSONText.Member] = [.init(key, ["enum": .array(kinds.map { .string($0.name) })])]
    for field in kinds.flatMap(\.fields) where !properties.contains(where: { $0.name == field.key }) {
      // Kinds may differ in what they allow; the part of each kind says it.
      properties.append(.init(field.key, true))
    }
    let parts = kinds.map { kind -> JSONText in
      let required = [key] + kind.fields.filter(\.isRequired).map(\.key)
      let inner: JSONText = [
        "properties": .object(kind.fields.map { .init($0.key, schema(of: $0)) }),
        "required": .array(required.map { .string($0) }),
        "propertyNames": ["enum": .array(([key] + kind.fields.map(\.key)).map { .string($0) })],
      ]
      return [
        "if": ["properties": [key: ["const": .string(kind.name)]], "required": [.string(key)]], "then": inner,
      ]
    }
    return .init(
      key,
      [
        "type": "object", "properties": .object(properties), "additionalProperties": false,
        "allOf": .array(parts),
      ])
  }

  /// What a scenario that extends none must have, or `nil` for nothing.
  private static func requirements(of fields: [Field]) -> JSONText? {
    var required: [String] = []
    var properties: [JSONText.Member] = []
    for field in fields where !ScenarioFields.labels.contains(field.key) {
      if field.isRequired { required.append(field.key) }
      switch field.shape {
      case .object(let inner, _):
        guard let inside = requirements(of: inner) else { continue }
        properties.append(.init(field.key, inside))
        if inner.needsSomething { required.append(field.key) }
      case .kinds(let key, _): properties.append(.init(field.key, ["required": [.string(key)]]))
      case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .map, .list, .either,
        .nullable, .anything:
        continue
      }
    }
    guard !required.isEmpty || !properties.isEmpty else { return nil }
    return ["required": .array(required.map { .string($0) }), "properties": .object(properties)]
  }
}

extension [Field] {
  /// Whether an empty object would lack something.
  fileprivate var needsSomething: Bool {
    contains { field in
      if case .object(let inner, _) = field.shape { inner.needsSomething } else { field.isRequired }
    }
  }
}

/// What the readers of times and dates understand, as regular expressions.
private enum Patterns {
  static let time = "([Kk][Ll]\\.?\\s*)?[0-9]{1,2}([:.][0-9]{1,2}([:.][0-9]{1,2})?)?"
  static let date = "([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4})"
  static let window = "\(time)\\s*([-\u{2010}-\u{2014}\u{2212}]|[Tt][Ii][Ll])\\s*\(time)"
  static let line = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
  static let size = "^([1-9][0-9]{0,2}|1000)$"
}

extension TextRule {
  fileprivate var keywords: [JSONText.Member] {
    switch self {
    case .name: [.init("type", "string"), .init("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    case .line, .file:
      [
        .init("type", "string"), .init("minLength", 1), .init("maxLength", .integer(longest)),
        .init("pattern", .string(Patterns.line)),
      ]
    case .prose: [.init("type", "string"), .init("maxLength", .integer(longest))]
    }
  }
}

extension NumberRange {
  fileprivate var keywords: [JSONText.Member] {
    [
      .init(excludesLower ? "exclusiveMinimum" : "minimum", .number(lower)),
      .init(excludesUpper ? "exclusiveMaximum" : "maximum", .number(upper)),
    ]
  }
}

extension MapKey {
  fileprivate var keywords: [JSONText.Member] {
    switch self {
    case .time: [.init("pattern", .string("^\\s*\(Patterns.time)\\s*$"))]
    case .window: [.init("pattern", .string("^\\s*\(Patterns.window)\\s*$"))]
    case .size: [.init("pattern", .string(Patterns.size))]
    case .label: [.init("minLength", 1), .init("maxLength", 200)]
    case .path: [.init("minLength", 1)]
    case .choice(let words): [.init("enum", .array(words.map { .string($0) }))]
    }
  }
}
