package import Tables

/// A Frictionless Data Package: what a folder of tables holds, for programs that know nothing of this one.
///
/// Source: <https://specs.frictionlessdata.io/tabular-data-package/>.
package struct DataPackage: Equatable, Sendable {
  /// One table of the package.
  package struct Resource: Equatable, Sendable {
    /// The name of the file in the folder.
    package var path: String
    /// One sentence on what the table holds.
    package var title: String
    /// Its columns.
    package var schema: TableSchema

    /// Describes a table in a file.
    package init(path: String, title: String, schema: TableSchema) {
      self.path = path
      self.title = title
      self.schema = schema
    }
  }

  /// The name that a package's description has in its folder.
  package static let fileName = "datapackage.json"

  /// A name of lower-case letters, digits, `-`, `_` and `.`; other characters are replaced when it is written.
  package var name: String
  /// One line for people.
  package var title: String
  /// The tables in the order in which they are listed.
  package var resources: [Resource]
  /// How all of them are written.
  package var format: TableFormat

  /// Describes a package.
  package init(name: String, title: String, resources: [Resource], format: TableFormat = .standard) {
    self.name = name
    self.title = title
    self.resources = resources
    self.format = format
  }

  /// The description as a JSON document, with length and digest of the files that are known.
  package func json(files: [OutputFile.Record]) -> JSONText {
    [
      "profile": "tabular-data-package",
      "name": .string(Self.identifier(name)),
      "title": .string(title),
      "resources": .array(
        resources.map { resource in
          json(of: resource, in: files.first { $0.path == resource.path })
        }),
    ]
  }

  private func json(of resource: Resource, in file: OutputFile.Record?) -> JSONText {
    var members: [JSONText.Member] = [
      .init("profile", "tabular-data-resource"),
      .init("name", .string(Self.identifier(resource.schema.name))),
      .init("path", .string(resource.path)),
      .init("title", .string(resource.title)),
      .init("format", "csv"),
      .init("mediatype", "text/csv"),
      .init("encoding", "utf-8"),
    ]
    if let file {
      members.append(.init("bytes", .integer(file.bytes)))
      members.append(.init("hash", .string("sha256:" + file.sha256)))
    }
    members.append(
      .init(
        "dialect",
        [
          "delimiter": .string(String(UnicodeScalar(format.delimiter))), "lineTerminator": "\n",
          "quoteChar": "\"", "doubleQuote": true, "skipInitialSpace": false, "header": true,
        ]))
    members.append(.init("schema", resource.schema.json.withDecimalMark(format.decimalMark)))
    return .object(members)
  }

  /// A text as a name of the specification: lower case, and a hyphen for what is not allowed.
  static func identifier(_ text: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    let name = String(text.lowercased().map { allowed.contains($0) ? $0 : "-" })
    return name.isEmpty ? "unnamed" : name
  }
}

extension JSONText {
  /// A Table Schema whose number fields say which mark their decimals stand behind; a point goes without saying.
  fileprivate func withDecimalMark(_ mark: UInt8) -> JSONText {
    guard mark != UInt8(ascii: "."), case .object(let members) = self else { return self }
    let isNumber = members.contains(Member("type", "number"))
    let deeper = members.map { member -> Member in
      guard member.name == "fields", case .array(let fields) = member.value else { return member }
      return Member(member.name, .array(fields.map { $0.withDecimalMark(mark) }))
    }
    let own = isNumber ? [Member("decimalChar", .string(String(UnicodeScalar(mark))))] : []
    return .object(deeper + own)
  }
}
