extension ScenarioFields {
  /// A key with the path at which it stands: `telephone.staffing[].from`, `telephone.last_answer.*`.
  struct CatalogEntry: Sendable {
    var path: String
    var key: String
    var shape: Shape
    var field: Field
  }

  /// Every key with a name of its own, in the order of the table; those of distributions not repeated.
  static let catalog: [CatalogEntry] = entries(root, at: "")

  /// The paths of all keys.
  static let paths = Set(catalog.map(\.path))

  private static func entries(_ fields: [Field], at path: String) -> [CatalogEntry] {
    fields.flatMap { field in
      let path = path.isEmpty ? field.key : "\(path).\(field.key)"
      let entry = CatalogEntry(path: path, key: field.key, shape: field.shape, field: field)
      return [entry] + entries(inside: field.shape, at: path)
    }
  }

  private static func entries(inside shape: Shape, at path: String) -> [CatalogEntry] {
    switch shape {
    case .object(let fields, _): entries(fields, at: path)
    case .map(_, let value, _): entries(inside: value, at: "\(path).*")
    case .list(let element, _, _): entries(inside: element, at: "\(path)[]")
    case .either(let shapes): shapes.flatMap { entries(inside: $0, at: path) }
    case .nullable(let shape): entries(inside: shape, at: path)
    case .text, .flag, .whole, .seed, .number, .time, .date, .window, .choice, .kinds, .anything: []
    }
  }
}
