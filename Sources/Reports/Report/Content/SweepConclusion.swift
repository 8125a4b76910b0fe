internal import Drawing

/// What a sweep shows beyond the error of its simulation: the change that helps most, and what the out-of-hours service gets.
struct SweepConclusion: Equatable, Sendable {
  /// The cell that is shown to lower the share not reached the most; `nil` where none is.
  let best: SweepFinding?
  /// The cell that spares the out-of-hours service most, of those that are shown to change its calls if there are any.
  let displaced: SweepFinding?

  /// Concludes from the rows of all calls together, of cells other than the first.
  init(_ changed: [SweepFinding]) {
    func least(_ rows: [SweepFinding], _ measure: KeyPath<SweepFinding, Measured>) -> SweepFinding? {
      rows.filter { $0[keyPath: measure].value?.isFinite ?? false }.min {
        ($0[keyPath: measure].value ?? 0) < ($1[keyPath: measure].value ?? 0)
      }
    }
    best = least(changed.filter { $0.difference.isShown && ($0.difference.value ?? 0) < 0 }, \.difference)
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
}
