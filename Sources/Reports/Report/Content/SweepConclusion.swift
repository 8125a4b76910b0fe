internal import Drawing

/// What a sweep shows beyond the error of its simulation: the change that helps most, and what the out-of-hours service gets.
struct SweepConclusion: Equatable, Sendable {
  /// The cell that is shown to lower the share not reached the most; `nil` where none is.
  let best: SweepFinding?
  /// Other cells of which it is not shown that they lower it less than the best, in the order of their effects.
  let rivals: [SweepFinding]
  /// The cell that spares the out-of-hours service most, of those that are shown to change its calls if there are any.
  let displaced: SweepFinding?

  /// Concludes from the rows of all calls together, of cells other than the first: of remedies, where there are any, and not of designs.
  init(_ changed: [SweepFinding]) {
    func least(_ rows: [SweepFinding], _ measure: KeyPath<SweepFinding, Measured>) -> SweepFinding? {
      rows.filter { $0[keyPath: measure].value?.isFinite ?? false }.min {
        ($0[keyPath: measure].value ?? 0) < ($1[keyPath: measure].value ?? 0)
      }
    }
    let best = least(changed.filter { $0.difference.isShown && ($0.difference.value ?? 0) < 0 }, \.difference)
    rivals = changed.filter { other in
      guard let best, other.cell != best.cell, other.difference.value?.isFinite ?? false else { return false }
      return !other.difference.isShown(above: best.difference)
    }.sorted { ($0.difference.value ?? 0, $0.cell) < ($1.difference.value ?? 0, $1.cell) }
    self.best = best
    displaced =
      least(changed.filter(\.displacedDifference.isShown), \.displacedDifference)
      ?? least(changed, \.displacedDifference)
  }
}

extension Measured {
  /// Whether the number differs from zero by more than two Monte Carlo standard errors; not where the error is unknown.
  var isShown: Bool {
    guard let value, let error else { return false }
    return abs(value) > 2 * error
  }

  /// Whether the number is greater than another by more than two standard errors of their difference, as if they were independent; an
  /// error that is unknown counts as none.
  func isShown(above other: Measured) -> Bool {
    guard let value, let least = other.value else { return false }
    let (own, others) = (error ?? 0, other.error ?? 0)
    return value - least > 2 * (own * own + others * others).squareRoot()
  }
}
