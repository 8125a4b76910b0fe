package import Studies

/// Something that a reader of a scenario's results would say, as a number that every world gives anew.
package struct Conclusion: Equatable, Sendable {
  /// What it is about.
  package enum Kind: String, CaseIterable, Sendable {
    /// The true share not reached.
    case rate
    /// The mean of the surveys' estimates less the truth.
    case bias
    /// The share of the surveys' intervals that hold the truth.
    case coverage
    /// The share of the surveys that say that the target is met.
    case meets
    /// The share of the surveys that say that it is not.
    case fails
    /// What a remedy changes in the true share not reached.
    case effect
    /// Whether a remedy changes it for the better, and more than every other: 1 or 0.
    case best
    /// Whether all remedies come in the order in which they come in the scenario as it is: 1 or 0.
    case order
  }

  /// What it is about.
  package var kind: Kind
  /// The remedy's scenario; empty where the conclusion is about none.
  package var remedy = ""
  /// The title of that scenario.
  package var remedyTitle = ""
  /// The definition of reached.
  package var definition: String
  /// Whose calls it is about.
  package var group: StudyGroup
  /// The target of the group, if there is one.
  package var target: Double?

  /// Whether a value is as good as another: on the same side of the target, of no change, or of even chances.
  ///
  /// - Returns: `nil` for kinds that say nothing which could hold or not.
  func agrees(_ value: Double, with nominal: Double) -> Bool? {
    func sameSide(of limit: Double) -> Bool { (value > limit) == (nominal > limit) }
    switch kind {
    case .rate: return target.map(sameSide)
    case .effect: return sameSide(of: 0)
    case .meets, .fails, .best, .order: return sameSide(of: 0.5)
    case .bias, .coverage: return nil
    }
  }
}

/// What a world says of every conclusion.
package struct WorldOutcome: Equatable, Sendable {
  /// The values, in the order of the conclusions; `nil` where the world has none.
  package var values: [Double?]
  /// Their Monte Carlo standard errors; `nil` where none is known.
  package var errors: [Double?]
}
