/// What a table holds: its columns in order and those that tell its rows apart.
package struct TableSchema: Equatable, Sendable {
  /// A name for the table, in lower case: `calls`.
  package var name: String

  /// The columns in the order of the file.
  package var columns: [Column]

  /// The names of the columns that together tell the rows apart; empty if none do.
  package var primaryKey: [String]

  /// Describes a table.
  package init(name: String, columns: [Column], primaryKey: [String] = []) {
    self.name = name
    self.columns = columns
    self.primaryKey = primaryKey
  }

  /// The columns' names in order, for ``CSVWriter/header(_:to:)``.
  package var columnNames: [String] { columns.map(\.name) }

  /// The schema as a Frictionless Table Schema.
  ///
  /// Source: <https://specs.frictionlessdata.io/table-schema/>.
  package var json: JSONText {
    var members = [JSONText.Member("fields", .array(columns.map(\.json)))]
    if !primaryKey.isEmpty {
      members.append(JSONText.Member("primaryKey", .array(primaryKey.map(JSONText.string))))
    }
    members.append(JSONText.Member("missingValues", [""]))
    return .object(members)
  }
}

extension Column {
  /// The column as a field of a Frictionless Table Schema.
  package var json: JSONText {
    var members = [
      JSONText.Member("name", .string(name)), JSONText.Member("type", .string(type.rawValue)),
    ]
    if !description.isEmpty { members.append(JSONText.Member("description", .string(description))) }
    let rules = constraints.members
    if !rules.isEmpty { members.append(JSONText.Member("constraints", .object(rules))) }
    return .object(members)
  }
}

extension Column.Constraints {
  /// The rules that ask for something.
  fileprivate var members: [JSONText.Member] {
    var members: [JSONText.Member] = []
    if required { members.append(JSONText.Member("required", true)) }
    if unique { members.append(JSONText.Member("unique", true)) }
    if let minimum { members.append(JSONText.Member("minimum", minimum)) }
    if let maximum { members.append(JSONText.Member("maximum", maximum)) }
    if let pattern { members.append(JSONText.Member("pattern", .string(pattern))) }
    if !enumeration.isEmpty {
      members.append(JSONText.Member("enum", .array(enumeration.map(JSONText.string))))
    }
    return members
  }
}
