/// How the same practices, called twice, fell out: the four counts of a paired table, at least one pair.
package struct PairedCounts: Sendable, Equatable {
  /// Success both times.
  package let both: Int
  /// Success the first time only.
  package let firstOnly: Int
  /// Success the second time only.
  package let secondOnly: Int
  /// No success either time.
  package let neither: Int
  /// All pairs.
  package let pairs: Int

  /// Nil without pairs, for a negative count, or for more pairs than a `Double` can tell apart (2⁵³).
  package init?(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    var pairs = 0
    for count in [both, firstOnly, secondOnly, neither] {
      guard count >= 0, count <= Tally.mostTrials - pairs else { return nil }
      pairs += count
    }
    guard pairs > 0 else { return nil }
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
    self.pairs = pairs
  }

  /// The successes of the first time.
  package var firstSuccesses: Int { both + firstOnly }

  /// The successes of the second time.
  package var secondSuccesses: Int { both + secondOnly }

  /// The first share minus the second.
  package var difference: Double { Double(firstOnly - secondOnly) / Double(pairs) }

  /// The correlation φ of the two outcomes; 0 when one of them never varies.
  package var correlation: Double { correlation(lessThan: 0) }

  /// The correlation with the numerator ad − bc moved towards zero, by at most its own size.
  func correlation(lessThan correction: Double) -> Double {
    let agreeing = Double(both) * Double(neither)
    let differing = Double(firstOnly) * Double(secondOnly)
    let margins =
      Double(firstSuccesses).squareRoot() * Double(pairs - firstSuccesses).squareRoot()
      * Double(secondSuccesses).squareRoot() * Double(pairs - secondSuccesses).squareRoot()
    guard margins > 0 else { return 0 }
    let excess = agreeing - differing
    return min(max(excess > 0 ? max(excess - correction, 0) : excess, -margins), margins) / margins
  }
}
