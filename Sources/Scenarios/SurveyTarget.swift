package import SurveyDesign

/// The share of calls not reached that must not be exceeded.
package enum SurveyTarget: Equatable, Sendable {
  /// The same everywhere.
  case everywhere(Double)
  /// The same everywhere, under the survey's definition with a longest wait: 90 % within 3 minutes.
  case within(AccessTarget)
  /// By slot or pooled stretch, in the order of the day; others have no target.
  case bySlot([SlotTarget])

  /// A slot or pooled stretch and its target.
  package struct SlotTarget: Equatable, Sendable {
    /// The slot or pooled stretch.
    package let slot: Slot
    /// The share, above 0 and below 1.
    package let rate: Double
  }

  /// The target of a slot or pooled stretch, if it has one.
  package func rate(for slot: Slot) -> Double? {
    switch self {
    case .everywhere(let rate): rate
    case .within(let target): target.rate
    case .bySlot(let targets): targets.first { $0.slot == slot }?.rate
    }
  }
}
