internal import SurveyDesign
internal import Tables
internal import TelephoneAccess

extension ScenarioDocument {
  /// Checks and completes the document, reads the frame it names, and gives the scenario.
  ///
  /// - Throws: ``ScenarioFaults`` with everything that is wrong, in the order of the document.
  public func scenario() throws -> Scenario {
    var checker = DocumentChecker()
    guard let completed = checker.complete(root) else {
      throw ScenarioFaults((faults + checker.faults).inOrder)
    }
    let (frame, frameFaults) = frame(named: completed["practices"]?["frame"])
    var consistency = ConsistencyChecker(completed, frame: frame)
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
    let path = TextFile.path(name, besides: file)
    func fault(_ kind: ScenarioFault.Kind, _ message: String) -> ScenarioFault {
      ScenarioFault(
        node.place.isCommandLine ? .usage : kind, file: node.place.file, line: node.place.line,
        column: node.place.column, path: "practices.frame", message: "\(path) \(message)")
    }
    do {
      let bytes = try TextFile.bytes(of: path, atMost: Self.largestFrame)
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
    guard let name = document["name"]?.text, let title = document["title"]?.text,
      let description = document["description"]?.text, case .whole(let seed)? = document["seed"]?.content,
      let replications = document["replications"]?.integer,
      let population = PopulationModel(document), let patientNode = document["patients"],
      let patients = PatientModel(patientNode), let survey = SurveyPlan(document["survey"]),
      let busyness = patientNode["busyness_cv"]?.number, let weekdays = patientNode["weekday_index"],
      let provenance = Provenance(document["provenance"])
    else { return nil }
    self.name = name
    self.title = title
    self.description = description
    self.seed = seed
    self.replications = replications
    self.population = population
    frameFile = document["practices"]?["frame"]?.text.map { TextFile.path($0, besides: file) }
    self.frame = frame
    self.patients = patients
    weekdayIndex = weekdays.elements.compactMap(\.number)
    busynessCV = busyness
    self.survey = survey
    self.provenance = provenance
    canonicalText = document.json.text()
    parametersWithoutProvenance = document.parameterPaths.filter { provenance.entry(for: $0) == nil }
  }
}

extension SurveyPlan {
  /// The plan that the `survey` of a completed and consistent document describes.
  init?(_ node: DocumentNode?) {
    guard let node, let grid = node["slots"].flatMap(SlotGrid.init), let pooled = node["pooled_slots"],
      let days = node["days"]?.surveyDays, let sampling = SamplingDesign(node["sampling"]),
      let slotDesign = SlotDesign(node["slots_per_practice"]),
      let interviewers = node["interviewers"]?.integer,
      let fieldwork = FieldworkProtocol(node), let own = node["definitions"],
      let definition = node["definition"]?.text, let interval = node["interval"]?.text,
      let confidence = node["confidence"]?.number
    else { return nil }
    let named = [.agreement, .person] + own.elements.compactMap { try? ReachedDefinition($0) }
    guard
      let first = named.first(where: { $0.name == definition })
        ?? (try? ReachedDefinition(parsing: definition))
    else { return nil }
    slots = grid
    pooledSlots = pooled.elements.compactMap(\.window).compactMap { try? grid.group($0) }
    self.days = days
    self.sampling = sampling
    self.slotDesign = slotDesign
    slotsBalancedBy = node["slots_balanced_by"]?.text
    self.interviewers = interviewers
    self.fieldwork = fieldwork
    definitions = [first] + named.filter { $0.name != first.name }
    target = SurveyTarget(node["target"])
    self.interval = interval
    self.confidence = confidence
  }
}

extension SlotDesign {
  /// The design that `survey.slots_per_practice` of a completed document describes.
  init?(_ node: DocumentNode?) {
    switch (node?.integer, node?.text) {
    case (1?, _): self = .onePerPractice
    case (let count?, _): self = .rotation(slotsPerPractice: count)
    case (nil, "all"?): self = .allSlots
    case _: return nil
    }
  }
}

extension SurveyTarget {
  /// The target that `survey.target` of a completed document describes; `nil` for none.
  init?(_ node: DocumentNode?) {
    guard let node, !node.isNull else { return nil }
    if let rate = node.number {
      self = .everywhere(rate)
    } else {
      self = .bySlot(node.windowNumbers.map { SlotTarget(slot: $0.window, rate: $0.number) })
    }
  }
}

extension Provenance {
  /// The entries of a completed document.
  init?(_ node: DocumentNode?) {
    guard let node else { return nil }
    entries = node.members.compactMap { member in
      guard let path = DocumentPath(member.key), let source = member.value["source"]?.text,
        let basis = member.value["basis"]?.text.flatMap(Basis.init(rawValue:))
      else { return nil }
      return Entry(path: path, basis: basis, source: source)
    }
  }
}

extension DocumentNode {
  /// A completed document with an entry of provenance for each parameter that nobody set.
  fileprivate var withStandardProvenance: DocumentNode {
    var provenance = ProvenanceTable(self["provenance"], place: .standard)
    for path in parameterPaths where isStandard(path) {
      provenance.replace(
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

  /// A completed document as JSON.
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
