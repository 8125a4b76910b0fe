/// Imperfect recording: calls noted as not reached that were reached, and the other way round.
public struct Misclassification: Sendable, Hashable {
  /// The probability that a call not reached is recorded as such.
  public let sensitivity: Double
  /// The probability that a call reached is recorded as such.
  public let specificity: Double

  /// Both probabilities; nil unless they lie in [0, 1] and sum to more than 1 (else recording says nothing).
  public init?(sensitivity: Double, specificity: Double) {
    guard sensitivity >= 0, sensitivity <= 1, specificity >= 0, specificity <= 1,
      sensitivity + specificity > 1
    else { return nil }
    self.sensitivity = sensitivity
    self.specificity = specificity
  }

  /// The share that would be recorded when the given share is true.
  public func recorded(_ share: Double) -> Double {
    share * sensitivity + (1 - share) * (1 - specificity)
  }

  /// The true share behind a recorded one: (recorded + specificity − 1)/(sensitivity + specificity − 1).
  ///
  /// Rogan, W. J., Gladen, B. (1978), American Journal of Epidemiology 107:71. Fewer recorded than mistakes alone would
  /// give makes it negative: it is then clipped to 0 (and to 1 above), unless asked not to.
  public func corrected(_ share: Double, clipped: Bool = true) -> Double {
    let value = (share - (1 - specificity)) / (sensitivity - (1 - specificity))
    return clipped ? min(max(value, 0), 1) : value
  }

  /// The interval of the true share: both ends corrected.
  ///
  /// It takes sensitivity and specificity as known; when they were estimated, it is too narrow.
  public func corrected(_ interval: ConfidenceInterval, clipped: Bool = true) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: corrected(interval.lower, clipped: clipped), upper: corrected(interval.upper, clipped: clipped))
  }
}
