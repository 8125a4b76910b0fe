import Files
import SurveyDesign
import Tables
import Terminal

extension FileUse {
  /// Refuses, before the work is done, outputs that cannot be written and those in whose place something would be lost: what the
  /// command reads, another output, or what this program did not write.
  ///
  /// - Throws: `CommandError` or `FileFault` of status `cannotCreate`.
  static func check(outputs: [FileUse?], inputs: [FileUse?]) throws {
    try refuseCollisions(outputs: outputs, inputs: inputs)
    for output in outputs.compactMap(\.self) {
      try ReplacedFile.check(output.path)
      try output.refuseToLose(nil)
    }
  }

  /// Refuses to replace a list that people fill in, unless all that stands in it stands in the new one too, anything that is no table,
  /// page or picture of ours, and a file of a folder of results, which would no longer be what its manifest says.
  ///
  /// - Parameter list: The bytes of the list that would be written; `nil` for an output that is none.
  func refuseToLose(_ list: [UInt8]?) throws {
    guard path != "-", InputFile.exists(path), !CommandFiles.mayReplaceForeign else { return }
    if ResultFolder.holds(path) { throw refusal("is listed by the manifest of its folder of results") }
    switch FileLook(of: try CommandFiles.looking { try InputFile.head(of: path, length: FileLook.length) }) {
    case .empty, .ours: return
    case .list:
      if let list, try holds(list) { return }
      throw refusal("is a list in which people may have written")
    case .foreign:
      throw refusal("was not written by \(Program.name)")
    }
  }

  /// Whether all that stands in the file stands in a list, too.
  private func holds(_ list: [UInt8]) throws -> Bool {
    let there = try CommandFiles.looking { try InputFile.contents(of: path) }
    return try Entries(list, file: path).hold(Entries(there, file: path))
  }

  private func refusal(_ reason: String) -> FileFault {
    FileFault(.cannotCreate, path, "\(reason): write to another file, or replace it with --force")
  }
}

/// What stands in a list: the cells that are not empty, row by row.
private struct Entries {
  /// Rows by the cells that say which call it is, or by the first one.
  private var rows: [[String]: [[String: String]]] = [:]

  init(_ bytes: [UInt8], file: String) throws {
    var options = CSVReadingOptions()
    options.requiresRows = false
    let table = try Table(bytes, file: file, options: options)
    let names = table.header.names
    let telling: Set<KnownColumn> = [.practice, .slot, .date, .attempt]
    let places = names.indices.filter { !telling.isDisjoint(with: KnownColumn.columns(named: names[$0])) }
    let key = places.isEmpty ? [0] : places
    for row in table.rows {
      let filled = names.indices.filter { !row[$0].isEmpty }
      rows[key.map { row[$0] }, default: []].append(
        Dictionary(filled.map { (names[$0], row[$0]) }) { first, _ in first })
    }
  }

  /// Whether every row of another list stands here, with more in it or not.
  func hold(_ other: Entries) -> Bool {
    other.rows.allSatisfy { key, rows in
      let own = self.rows[key] ?? []
      return rows.allSatisfy { row in
        own.contains { candidate in row.allSatisfy { name, cell in candidate[name] == cell } }
      }
    }
  }
}

/// What a file looks like that an output would replace.
enum FileLook: Equatable {
  case empty
  /// A table of results, a page or a picture of this program.
  case ours
  /// A list of calls, a frame or a list of codes: what people draw, type and fill in.
  case list
  case foreign

  /// So many bytes tell it.
  static let length = 1 << 16

  /// Looks at the beginning of a file.
  init(of head: [UInt8]) {
    let text = String(decoding: head, as: UTF8.self)
    if head.isEmpty {
      self = .empty
    } else if text.hasPrefix("{") {
      self = text.contains("\"source\": \"\(CalibratedScenario.mark) ") ? .ours : .foreign
    } else if text.hasPrefix("<") {
      let marks = [
        "<meta name=\"generator\" content=\"\(Program.name) ",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tf\"",
      ]
      self = marks.contains { text.contains($0) } ? .ours : .foreign
    } else {
      self = Self.look(ofTable: head)
    }
  }

  private static func look(ofTable head: [UInt8]) -> FileLook {
    var options = CSVReadingOptions()
    options.requiresRows = false
    // The last row may be cut off, and what is wrong below the header is not asked here.
    let line = head.prefix { $0 != UInt8(ascii: "\n") }
    guard let header = try? Table(Array(line), file: "", options: options).header else { return .foreign }
    // A table of ours has several columns; a line of words may look like one.
    guard header.names.count > 1 else { return .foreign }
    let known = header.names.map { KnownColumn.columns(named: $0) }
    func has(_ column: KnownColumn) -> Bool { known.contains { $0.contains(column) } }
    if has(.disposition) || has(.practice) && known.count(where: { !$0.isEmpty }) > 1 { return .list }
    return header.names.allSatisfy(isColumnOfOurs) ? .ours : .foreign
  }

  /// Whether a column can be one of our tables: lower-case words with `_` or `-` between them, or the path of a scenario's key.
  private static func isColumnOfOurs(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        case _: false
        }
      }
  }
}
