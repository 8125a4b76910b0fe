/// A parameter whose value is not known, and what it could be as well.
///
/// ```swift
/// let parameters = try ScenarioDocument(reading: "scenarios/midtjylland-2015.json").uncertainParameters()
/// parameters.first { $0.path.description == "patients.urgent_share" }?.alternatives
/// // .range(0.04...0.15, .uniform, likeliest: 0.08, isWhole: false)
/// ```
package struct UncertainParameter: Equatable, Sendable {
  /// Where it stands in the scenario.
  package let path: DocumentPath
  /// What stands behind the scenario's own value.
  package let basis: Provenance.Basis
  /// What it could be.
  package let alternatives: Alternatives

  /// What a parameter could be.
  package enum Alternatives: Equatable, Sendable {
    /// A number within limits, both included; `likeliest` is the scenario's own.
    case range(ClosedRange<Double>, Provenance.RangeLaw, likeliest: Double, isWhole: Bool)
    /// One of several values as JSON, each as likely.
    case values([String])
  }
}

extension ScenarioDocument {
  /// The parameters that provenance gives a range or values, in the order of their paths' text.
  ///
  /// A file that sets a parameter and does not say what else it could be leaves it certain, whatever the file says that it
  /// extends; so does ``set(_:)``.
  /// - Throws: ``ScenarioFaults`` when the document has faults.
  package func uncertainParameters() throws -> [UncertainParameter] {
    try scenario().provenance.entries.compactMap { entry in
      if let values = entry.values {
        return UncertainParameter(path: entry.path, basis: entry.basis, alternatives: .values(values))
      }
      guard let range = entry.range, range.count == 2 else { return nil }
      let parameter: NumberParameter = try number(at: entry.path)
      return UncertainParameter(
        path: entry.path, basis: entry.basis,
        alternatives: .range(
          range[0]...range[1], entry.law ?? .uniform, likeliest: parameter.value, isWhole: parameter.isWhole))
    }
  }
}
