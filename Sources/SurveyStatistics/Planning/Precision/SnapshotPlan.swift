/// How many practices to ring so that the interval of a snapshot is as narrow as asked.
///
/// The interval is the exact one of ``FinitePopulation``, the one that such a survey prints. Of N practices the whole number nearest to
/// the share is not reached.
///
///     SnapshotPlan(share: 0.1, population: 420)?.expectedSize(margin: 0.05)   // 113
package struct SnapshotPlan: Sendable {
  /// How many practices there are.
  package let population: Int
  /// How many of them are not reached.
  package let unreached: Int
  /// The confidence of the interval, two-sided.
  package let confidence: Double

  /// Nil for a share outside [0, 1], no practices or more than 20,000, or a confidence outside (0, 1).
  package init?(share: Double, population: Int, confidence: Double = ConfidenceLevel.usual) {
    guard share >= 0, share <= 1, population >= 1, population <= Self.mostPractices,
      ConfidenceLevel.tail(confidence, .twoSided) != nil
    else { return nil }
    self.population = population
    unreached = Int((share * Double(population)).rounded())
    self.confidence = confidence
  }

  /// Going through the counts of more takes long, and the long-run rate is then as good an answer.
  package static let mostPractices = 20_000

  /// The mean of half the interval's width over all samples of a size; nil unless 1 ≤ calls ≤ population.
  package func meanHalfWidth(calls: Int) -> Double? {
    expectation(calls) { 0.5 * $0.width }
  }

  /// The chance that half the interval's width is within a margin; nil unless 1 ≤ calls ≤ population.
  package func assurance(calls: Int, margin: Double) -> Double? {
    // Widths are multiples of 1/N: rounding must not part equal ones.
    expectation(calls) { 0.5 * $0.width <= margin * (1 + 1e-9) ? 1 : 0 }.map { min($0, 1) }
  }

  /// The smallest number of calls whose mean half-width is within a margin; nil for a margin that is not positive.
  ///
  /// The mean moves up and down by less than 1/N as calls are added; a few calls more than the answer may be too wide again.
  /// O(√population log² population) tail probabilities.
  package func expectedSize(margin: Double) -> Int? {
    guard margin > 0 else { return nil }
    func excess(_ calls: Int) -> Double { (meanHalfWidth(calls: calls) ?? 0) - margin }
    // All practices together have an interval of no width.
    var found = BinarySearch.firstIndex(in: 1..<population) { excess($0) <= 0 }
    var calls = found - 1
    while calls >= 1 {
      let excess = excess(calls)
      if excess <= 0 { found = calls }
      if excess > 1 / Double(population) { break }
      calls -= 1
    }
    return found
  }

  /// The smallest number of calls, from the expected size on, with which the half-width is within the margin with a given chance.
  ///
  /// Nil where the expected size is, or for a chance outside (0, 1). O(answer − expected size) expectations.
  package func assuredSize(margin: Double, assurance: Double) -> Int? {
    guard assurance > 0, assurance < 1, let start = expectedSize(margin: margin) else { return nil }
    return (start...population).first { (self.assurance(calls: $0, margin: margin) ?? 1) >= assurance }
  }

  private func expectation(_ calls: Int, _ value: (ConfidenceInterval) -> Double) -> Double? {
    guard calls >= 1, calls <= population else { return nil }
    let distribution = Hypergeometric(population: population, successes: unreached, draws: calls)
    let support = distribution.support
    let mode = Int((Double(calls + 1) * Double(unreached + 1) / Double(population + 2)))
    let centre = min(max(mode, support.lowerBound), support.upperBound - 1)
    var total = 0.0
    // From the likeliest count outwards, until the chances no longer count.
    for step in [1, -1] {
      var count = step > 0 ? centre : centre - 1
      while support.contains(count) {
        let chance = distribution.pmf(count)
        if chance < Self.negligible { break }
        guard
          let interval = FinitePopulation.interval(
            successes: count, draws: calls, population: population, confidence: confidence)
        else { return nil }
        total += chance * value(interval)
        count += step
      }
    }
    return total
  }

  private static let negligible = 1e-15
}
