/// The provenance of a document while it is laid over others: its entries with their paths read.
///
/// Entries whose key is no path, or which are no object, stay as they are; the reader tells about them.
struct ProvenanceTable {
  /// A path and the member that speaks of it.
  private struct Entry {
    var path: DocumentPath?
    var member: DocumentNode.Member
  }

  private var entries: [Entry]
  private let place: DocumentNode.Place

  /// The entries of a `provenance` object; none when there is no such object.
  init(_ node: DocumentNode?, place: DocumentNode.Place) {
    self.place = node?.place ?? place
    entries = (node?.members ?? []).map { Entry(path: DocumentPath($0.key), member: $0) }
  }

  /// The object.
  var node: DocumentNode { DocumentNode(content: .object(entries.map(\.member)), place: place) }

  /// The value of the entry with the longest path that a path lies in; of an entry for more than the path, its basis and source.
  ///
  /// What else the whole could be says nothing of a part.
  func entry(for path: DocumentPath) -> DocumentNode? {
    let candidates = entries.filter { $0.path.map { $0.contains(path) } ?? false }
    let entry = candidates.max { ($0.path?.steps.count ?? 0) < ($1.path?.steps.count ?? 0) }
    guard let entry, entry.path != path, entry.member.value.isObject else { return entry?.member.value }
    let value = entry.member.value
    let said = value.members.filter { ["basis", "source"].contains($0.key) }
    return DocumentNode(content: .object(said), place: value.place)
  }

  /// Puts an entry in, and takes out those that speak of parts of the same path.
  mutating func replace(_ path: DocumentPath, with value: DocumentNode) {
    entries.removeAll { $0.path.map(path.contains) ?? false }
    let member = DocumentNode.Member(key: path.description, keyPlace: value.place, value: value)
    entries.append(Entry(path: path, member: member))
  }

  /// Puts an entry in for a standard value; entries stay that say what else it, or a part of it, could be.
  mutating func fill(_ path: DocumentPath, with value: DocumentNode) {
    func isUncertain(_ entry: Entry) -> Bool {
      entry.member.value["range"] != nil || entry.member.value["values"] != nil
    }
    let kept = entries.filter { entry in isUncertain(entry) && entry.path.map(path.contains) ?? false }
    let exact = kept.first { $0.path == path }
    replace(path, with: exact?.member.value ?? value)
    entries += kept.filter { $0.path != path }
  }

  /// Adds the entries of another document; those of equal paths replace these.
  mutating func add(_ other: ProvenanceTable) {
    let (keys, paths) = (Set(other.entries.map(\.member.key)), Set(other.entries.compactMap(\.path)))
    entries.removeAll { entry in
      keys.contains(entry.member.key) || entry.path.map(paths.contains) ?? false
    }
    entries += other.entries
  }

  /// Sorts the entries by the text of their paths.
  mutating func sort() {
    entries.sort { MapKey.path.precedes($0.member.key, $1.member.key) }
  }
}

extension DocumentNode {
  /// An entry of provenance.
  static func provenance(_ basis: Provenance.Basis, _ source: String, at place: Place) -> DocumentNode {
    let members = [("basis", basis.rawValue), ("source", source)].map { key, text in
      Member(key: key, keyPlace: place, value: DocumentNode(content: .text(text), place: place))
    }
    return DocumentNode(content: .object(members), place: place)
  }
}
