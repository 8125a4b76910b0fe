package import Scenarios
package import Tables

/// What stands behind a parameter of a scenario, or that the scenario does not say.
package enum ParameterBasis: CaseIterable, Equatable, Sendable {
  /// Published or measured.
  case observed
  /// Worked out from something published.
  case derived
  /// Chosen because nothing better is known.
  case assumed
  /// The scenario does not say.
  case unsaid

  /// The basis as a scenario states it.
  init(_ basis: Provenance.Basis) {
    switch basis {
    case .observed: self = .observed
    case .derived: self = .derived
    case .assumed: self = .assumed
    }
  }
}

/// A parameter of a scenario with its value and where it comes from.
package struct ReportParameter: Equatable, Sendable {
  /// Its path in the scenario.
  package var path: String
  /// What it is set to.
  package var value: JSONText
  /// What stands behind it.
  package var basis: ParameterBasis
  /// Who says so, or why it is assumed, in the scenario's words; empty where it does not say.
  package var source: String
  /// What else it could be: the lowest and the highest value; `nil` where the scenario does not say.
  package var range: [Double]?
  /// How many whole values it could have, this one included; 0 where the scenario names none.
  package var valuesNamed = 0
}

extension ReportParameter {
  /// The source of what `--set` has changed, as `Scenarios` writes it.
  static let setByCommand = "set on the command line"

  /// The parameters of a scenario in the order of its sections: practices, telephone, patients, survey.
  package static func all(of scenario: Scenario) -> [ReportParameter] {
    guard let document = try? ScenarioDocument(scenario).completed() else { return [] }
    func value(_ path: DocumentPath) -> JSONText? { try? document.json(at: path) }
    let stated = scenario.provenance.entries.flatMap { entry in
      parts(of: entry, in: document, scenario.provenance).compactMap { path in
        value(path).map {
          ReportParameter(
            path: path.description, value: $0, basis: ParameterBasis(entry.basis), source: entry.source,
            range: entry.range, valuesNamed: entry.values?.count ?? 0)
        }
      }
    }
    let unsaid = scenario.parametersWithoutProvenance.compactMap { path in
      value(path).map {
        ReportParameter(path: path.description, value: $0, basis: .unsaid, source: "")
      }
    }
    let parameters = stated + unsaid
    let place = order(in: document)
    return parameters.indices.sorted { left, right in
      let (first, second) = (place(parameters[left].path), place(parameters[right].path))
      return (first.section, first.key, left) < (second.section, second.key, right)
    }.map { parameters[$0] }
  }

  /// Where a parameter stands in the document: its section, and its key there.
  private static func order(in document: CompletedDocument) -> (String) -> (section: Int, key: Int) {
    let sections = ["practices", "telephone", "patients", "survey"]
    let keys = sections.map { section -> [String] in
      guard case .object(let members)? = try? document.json(at: DocumentPath([.key(section)])) else {
        return []
      }
      return members.map(\.name)
    }
    return { path in
      let steps = (DocumentPath(path)?.steps ?? []).prefix(2).map { step in
        switch step {
        case .key(let key): key
        case .index: ""
        }
      }
      let section = sections.firstIndex(of: steps.first ?? "") ?? sections.count
      let inner = steps.dropFirst().first ?? ""
      return (section, section < keys.count ? keys[section].firstIndex(of: inner) ?? -1 : -1)
    }
  }

  /// What an entry speaks of: of a whole section, each parameter that no other entry speaks of.
  private static func parts(
    of entry: Provenance.Entry, in document: CompletedDocument, _ provenance: Provenance
  ) -> [DocumentPath] {
    guard entry.path.steps.count == 1, case .object(let members)? = try? document.json(at: entry.path)
    else { return [entry.path] }
    return members.map { entry.path.key($0.name) }.filter { provenance.entry(for: $0) == entry }
  }
}

extension ScenarioDocument {
  fileprivate init(_ scenario: Scenario) throws {
    try self.init(parsing: scenario.canonicalText, file: scenario.name)
  }
}
