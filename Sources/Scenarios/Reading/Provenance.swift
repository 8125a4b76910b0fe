/// Where the parameters of a scenario come from: published, worked out or assumed.
///
/// ```swift
/// let path = DocumentPath("survey.attempts") ?? DocumentPath()
/// scenario.provenance.entry(for: path)?.basis  // .observed
/// ```
package struct Provenance: Equatable, Sendable {
  /// What stands behind a value.
  package enum Basis: String, CaseIterable, Equatable, Sendable {
    /// Published or measured by a source that can be named.
    case observed
    /// Worked out from something observed.
    case derived
    /// Chosen because nothing better is known.
    case assumed
  }

  /// What one entry says.
  package struct Entry: Equatable, Sendable {
    /// The part of the scenario that it speaks of.
    package var path: DocumentPath
    /// What stands behind the values.
    package var basis: Basis
    /// Who says so, or how it was worked out, or why it is assumed.
    package var source: String
    /// The lowest and the highest value that a number could have as well, in the parameter's unit; `nil` where none is given.
    package var range: [Double]?
    /// How likely values within the range are; uniform where none is given.
    package var law: RangeLaw?
    /// Whole values that the parameter could have as well, each as likely, as JSON; `nil` where none are given.
    package var values: [String]?
  }

  /// How likely the values of a range are.
  package enum RangeLaw: String, CaseIterable, Equatable, Sendable {
    /// All the same.
    case uniform
    /// Most likely what the scenario says, and falling to nothing at both ends.
    case triangular
    /// The same for every doubling: for what is known to an order of magnitude. The range lies above 0.
    case logUniform = "log-uniform"
  }

  /// The entries, in the order of their paths' text.
  package var entries: [Entry]

  /// The entry that speaks of a parameter: of those whose path it lies in, the longest; `nil` when none does.
  ///
  /// - Complexity: O(*e*) for *e* entries.
  package func entry(for path: DocumentPath) -> Entry? {
    entries.filter { $0.path.contains(path) }.max { $0.path.steps.count < $1.path.steps.count }
  }
}
