internal import Files

/// What a scenario file says, with the files it extends: not yet checked, completed or used.
///
/// ```swift
/// var document = try ScenarioDocument(reading: "scenarios/midtjylland-2015.json")
/// try document.set("survey.attempts=6")
/// let scenario = try document.scenario()
/// ```
///
/// A scenario that says `"extends": "other.json"` starts from that file, or from the shipped one of that name: its own objects are merged into the other's, key
/// by key; its numbers, texts and arrays replace the other's, and so do objects whose keys are data, such as
/// `practices.gps` or `telephone.last_answer`, and durations that name their distribution. Name, title and
/// description are not inherited.
package struct ScenarioDocument: Sendable {
  /// The file as the user named it.
  package let file: String

  /// The values, those of extended files included.
  var root: DocumentNode

  /// What was found wrong so far; ``scenario()`` adds to it.
  private(set) var faults: [ScenarioFault] = []

  /// What it is called, by people; `nil` where the file says nothing.
  package var title: String? { root["title"]?.text }

  /// What it is, in a sentence or two; `nil` where the file says nothing.
  package var description: String? { root["description"]?.text }

  /// Reads a file, or the shipped scenario of that name where there is no such file, and the files it extends.
  ///
  /// - Throws: ``ScenarioFaults`` when a file is missing or unreadable, is no JSON5 or extends itself.
  package init(reading path: String) throws {
    let file = ShippedFiles.located(path)
    try self.init(parsing: TextFile.text(of: file), file: file)
  }

  /// Reads a text, and the files it extends from the folder of `file`.
  ///
  /// - Throws: ``ScenarioFaults`` as ``init(reading:)`` does.
  package init(parsing text: String, file: String) throws {
    self.file = file
    (root, faults) = try Self.read(text, file: file, readers: [TextFile.identity(of: file)])
  }

  /// Longer chains of scenarios are a mistake.
  static let longestChain = 16

  private static func read(
    _ text: String, file: String, readers: [String]
  ) throws -> (DocumentNode, [ScenarioFault]) {
    var parser = JSON5Parser(text, file: file)
    let own: DocumentNode
    do {
      own = try parser.document()
    } catch {
      throw ScenarioFaults([ScenarioFault(error.message, at: DocumentPath(), error.place)])
    }
    let faults = parser.repeatedKeys.map {
      ScenarioFault("this key stands here twice", at: $0.path, $0.place)
    }
    guard let link = own["extends"], let other = link.text else { return (own.named(after: file), faults) }

    let path = ShippedFiles.located(other, at: TextFile.path(other, besides: file))
    let identity = TextFile.identity(of: path)
    func fault(_ kind: ScenarioFault.Kind, _ message: String) -> ScenarioFaults {
      ScenarioFaults([
        ScenarioFault(
          kind, file: file, line: link.place.line, column: link.place.column, path: "extends",
          message: message)
      ])
    }
    guard !other.isEmpty, !other.utf8.contains(0) else {
      throw fault(.data, "a file's name is not empty, and has no character NUL in it")
    }
    guard !readers.contains(identity) else { throw fault(.data, "\(path) extends this file: a circle") }
    guard readers.count < longestChain else {
      throw fault(.data, "more than \(longestChain) files extend one another")
    }
    let extended: String
    do {
      extended = try TextFile.text(of: path, isNamed: true)
    } catch let faults as ScenarioFaults {
      throw fault(.unreadable, "\(path) \(faults.faults[0].message)")
    }
    var (base, baseFaults) = try read(extended, file: path, readers: readers + [identity])
    base.moveFrame(from: path, named: other)
    return (own.named(after: file).extending(base, file: file), baseFaults + faults)
  }
}

extension DocumentNode {
  /// A document whose name and title, when it has none, are the base name of its file; and which extends nothing.
  fileprivate func named(after file: String) -> DocumentNode {
    guard case .object(var members) = content else { return self }
    members.removeAll { $0.key == "extends" && ($0.value.text != nil || $0.value.isNull) }
    let name = self["name"] ?? DocumentNode(content: .text(TextFile.baseName(of: file)), place: place)
    if self["name"] == nil { members.append(.init(key: "name", keyPlace: place, value: name)) }
    if self["title"] == nil { members.append(.init(key: "title", keyPlace: name.place, value: name)) }
    return DocumentNode(content: .object(members), place: place)
  }

  /// Makes a frame's path relative to the file that extends this document; a shipped frame has one name everywhere.
  ///
  /// - Parameters:
  ///   - document: This document's file.
  ///   - path: The same as the other file names it.
  fileprivate mutating func moveFrame(from document: String, named path: String) {
    guard var practices = self["practices"], var frame = practices["frame"], let file = frame.text else {
      return
    }
    let own = TextFile.path(file, besides: document)
    guard ShippedFiles.located(file, at: own) == own else { return }
    frame.content = .text(TextFile.path(file, besides: path))
    practices["frame"] = frame
    self["practices"] = practices
  }

  /// The value of a key; setting it keeps the key's place in the order, or puts it last.
  subscript(key: String) -> DocumentNode? {
    get { members.last { $0.key == key }?.value }
    set {
      guard case .object(var members) = content else { return }
      if let index = members.lastIndex(where: { $0.key == key }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        members.append(.init(key: key, keyPlace: newValue.place, value: newValue))
      }
      content = .object(members)
    }
  }
}
