internal import Files
internal import SurveyDesign
internal import Tables
internal import TelephoneAccess

extension ScenarioDocument {
  /// Checks and completes the document, reads the frame it names, and gives the scenario.
  ///
  /// - Throws: ``ScenarioFaults`` with everything that is wrong, in the order of the document.
  package func scenario() throws -> Scenario {
    var checker = DocumentChecker()
    guard let completed = checker.complete(root) else {
      throw ScenarioFaults((faults + checker.faults).inOrder)
    }
    let (frame, frameFaults) = frame(named: completed.value("practices.frame"))
    var consistency = ConsistencyChecker(completed, stated: root, frame: frame)
    consistency.check()
    let found = faults + checker.faults + consistency.faults + frameFaults
    guard found.isEmpty else { throw ScenarioFaults(found.inOrder) }
    guard let scenario = Scenario(completed.withStandardProvenance, frame: frame, besides: file) else {
      throw ScenarioFaults([ScenarioFault(file: file, message: "the scenario could not be put together")])
    }
    return scenario
  }

  private func frame(named node: DocumentNode?) -> (Frame?, [ScenarioFault]) {
    guard let node, let name = node.text else { return (nil, []) }
    let path = ShippedFiles.located(name, at: TextFile.path(name, besides: file))
    func fault(_ kind: ScenarioFault.Kind, _ message: String) -> ScenarioFault {
      ScenarioFault(
        node.place.isCommandLine ? .usage : kind, file: node.place.file, line: node.place.line,
        column: node.place.column, path: "practices.frame", message: "\(path) \(message)")
    }
    do {
      let bytes = try TextFile.bytes(of: path, atMost: Self.largestFrame, isNamed: true)
      let frame = try Frame(reading: bytes, file: path, requiring: .practiceOnly)
      guard frame.count <= ScenarioFields.mostPractices else {
        return (nil, [fault(.data, "has \(frame.count) practices; at most \(ScenarioFields.mostPractices)")])
      }
      guard !frame.absentColumns.contains(.gps) else {
        return (nil, [fault(.data, "has no column \"gps\"; a telephone depends on the number of doctors")])
      }
      return (frame, [])
    } catch let faults as ScenarioFaults {
      return (nil, faults.faults.map { fault($0.kind, $0.message) })
    } catch let faults as TableFaults {
      return (
        nil, faults.faults.map { ScenarioFault(file: $0.file, line: $0.line, message: $0.messageWithColumn) }
      )
    } catch {
      return (nil, [fault(.data, "\(error)")])
    }
  }

  /// A line of a thousand bytes for each practice, and more.
  private static let largestFrame = 256 << 20
}

extension [ScenarioFault] {
  /// The faults by file, line and column; those at one place in the order in which they were found.
  fileprivate var inOrder: [ScenarioFault] {
    let files = reduce(into: [String]()) { if !$0.contains($1.file) { $0.append($1.file) } }
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      (files.firstIndex(of: self[index].file) ?? 0, self[index].line ?? 0, self[index].column ?? 0, index)
    }
    return indices.sorted { key($0) < key($1) }.map { self[$0] }
  }
}

extension TableFault {
  fileprivate var messageWithColumn: String {
    guard let column else { return message }
    return "column \(column)\(columnName.map { " (\($0))" } ?? ""): \(message)"
  }
}

extension Scenario {
  /// The scenario that a completed and consistent document describes.
  init?(_ document: DocumentNode, frame: Frame?, besides file: String) {
    self.init()
    for key in ScenarioFields.keys where !key.read(document, &self) { return nil }
    guard survey.complete() else { return nil }
    regionSeed = practicesSeed ?? seed
    self.frame = frame
    frameFile = frameFile.map { ShippedFiles.located($0, at: TextFile.path($0, besides: file)) }
    canonicalText = document.json.text()
    parameters = document.parameterPaths
  }
}

extension DocumentNode {
  /// A completed document with an entry of provenance for each parameter that no file sets.
  fileprivate var withStandardProvenance: DocumentNode {
    var provenance = ProvenanceTable(value("provenance"), place: .standard)
    for path in parameterPaths where isStandard(path) {
      provenance.fill(
        path, with: .provenance(.assumed, "standard value of telefontid", at: .standard))
    }
    provenance.sort()
    var result = self
    result["provenance"] = provenance.node
    return result
  }

  private func isStandard(_ path: DocumentPath) -> Bool {
    var node = self
    for step in path.steps {
      guard let next = node[step] else { return false }
      node = next
    }
    return node.place.isStandard
  }

  /// The value as JSON.
  var json: JSONText {
    switch content {
    case .null: .null
    case .flag(let flag): .bool(flag)
    case .whole(let whole): .unsigned(whole)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .list(let elements): .array(elements.map(\.json))
    case .object(let members):
      .object(members.filter { $0.key != "extends" }.map { .init($0.key, $0.value.json) })
    }
  }
}
