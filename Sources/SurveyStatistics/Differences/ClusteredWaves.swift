/// The change between two surveys that rang practices several times or have weights; some practices may be in both.
///
/// The change is the first share minus the second: let the follow-up be the first to see an increase as positive. Each survey
/// stands for what it says of itself: with few clusters, or calls that all ended alike, it is as unsure as it is alone.
package struct ClusteredWaves: Sendable, Equatable {
  /// The survey whose share counts positively.
  package let first: ShareBasis
  /// The survey whose share is subtracted.
  package let second: ShareBasis
  /// The correlation of the two shares, from −1 to 1: that which clusters in both give them, 0 without any.
  package let correlation: Double

  /// Puts two shares together; a correlation beyond −1 or 1, or that is no number, is cut.
  package init(first: ShareBasis, second: ShareBasis, correlation: Double) {
    self.first = first
    self.second = second
    self.correlation = correlation.isNaN ? 0 : min(max(correlation, -1), 1)
  }

  /// The first share minus the second.
  package var change: Double { first.value - second.value }

  /// The interval of the change: those that both shares have by themselves, squared and added.
  ///
  /// Zou and Donner (2008, Statistics in Medicine 27:1693), with the intervals of ``ShareBasis``.
  /// It never has a width of zero. Nil where a survey has no degrees of freedom, as with a single practice, and for a confidence
  /// outside (0, 1), at most ½ when one-sided.
  package func interval(
    confidence: Double = ConfidenceLevel.usual, alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    let both = alternative == .twoSided ? confidence : 2 * confidence - 1
    guard let one = first.interval(confidence: both), let other = second.interval(confidence: both)
    else { return nil }
    return ProportionDifference.combined(
      first.value, in: one, minus: second.value, in: other, correlation: correlation
    ).clippedToDifferences().oneSided(alternative)
  }

  /// The p-value of no change in one direction: half the two-sided one where the change has that direction, else one less half of it.
  package func pValue(_ alternative: Alternative) -> Double? {
    pValue.map { both in
      switch alternative {
      case .twoSided: both
      case .greater: change > 0 ? 0.5 * both : 1 - 0.5 * both
      case .less: change < 0 ? 0.5 * both : 1 - 0.5 * both
      }
    }
  }

  /// The two-sided p-value of no change, which is the interval inverted: it is at most an error just where the interval of that
  /// confidence leaves out 0.
  ///
  /// At least 2.6·10⁻¹²; 1 without a change; nil where there is no interval.
  package var pValue: Double? {
    let change = change
    func error(_ deviates: Double) -> Double { Normal.pValue(deviates, .twoSided) }
    /// How far the nearer bound is beyond 0.
    func overlap(_ deviates: Double) -> Double {
      guard let interval = interval(confidence: 1 - error(deviates)) else { return .nan }
      return change > 0 ? -interval.lower : interval.upper
    }
    let least = overlap(Self.fewestDeviates)
    guard !least.isNaN else { return nil }
    // Rates that differ by rounding alone do not differ.
    guard change != 0, least < 0 else { return 1 }
    return error(
      RootFinder.root(from: Self.fewestDeviates, to: Self.mostDeviates, of: overlap) ?? Self.mostDeviates)
  }

  /// Confidences strictly between 0 and 1.
  private static let fewestDeviates = 1e-9
  private static let mostDeviates = 7.0
}
