/// How the same practices, called twice, fell out: the four counts of a paired table, at least one pair.
public struct PairedCounts: Sendable, Hashable {
  /// Success both times.
  public let both: Int
  /// Success the first time only.
  public let firstOnly: Int
  /// Success the second time only.
  public let secondOnly: Int
  /// No success either time.
  public let neither: Int
  /// All pairs.
  public let pairs: Int

  /// Nil without pairs, for a negative count, or for more pairs than a `Double` can tell apart (2⁵³).
  public init?(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
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
  public var firstSuccesses: Int { both + firstOnly }

  /// The successes of the second time.
  public var secondSuccesses: Int { both + secondOnly }

  /// The first share minus the second.
  public var difference: Double { Double(firstOnly - secondOnly) / Double(pairs) }

  /// The correlation φ of the two outcomes; 0 when one of them never varies.
  public var correlation: Double { correlation(lessThan: 0) }

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
