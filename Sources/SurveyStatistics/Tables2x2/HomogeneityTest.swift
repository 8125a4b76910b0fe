/// Tests whether several groups share one proportion.
package enum HomogeneityTest {
  /// Pearson's chi-square over groups, without continuity correction: R's `prop.test` for three groups or more.
  ///
  /// Degrees of freedom are groups − 1. When every trial, or none, is a success the statistic is 0. Nil for fewer
  /// than two groups. O(groups).
  package static func chiSquare(_ groups: [Tally]) -> TestResult? {
    guard groups.count > 1 else { return nil }
    let pooled = pooledShare(groups)
    let degrees = Double(groups.count - 1)
    let spread = groups.reduce(0) { sum, group in
      let difference = group.share - pooled
      return sum + Double(group.trials) * difference * difference
    }
    let statistic = spread == 0 ? 0 : spread / (pooled * (1 - pooled))
    return TestResult(
      statistic: statistic, degreesOfFreedom: degrees,
      pValue: ChiSquare(degreesOfFreedom: degrees).upperTail(statistic))
  }

  /// The Cochran–Armitage test for a linear trend of the shares over the groups' scores.
  ///
  /// The statistic is z with the binomial variance (total N, not N − 1): z² is R's `prop.trend.test`, z DescTools'
  /// `CochranArmitageTest` but for its sign. Positive, and `greater`, means that the share rises with the score. Nil
  /// for fewer than two groups, a number of scores other than theirs, or scores that are all equal or not finite.
  /// Cochran (1954), Armitage (1955, Biometrics 11:375). O(groups).
  package static func trend(
    _ groups: [Tally], scores: [Double], alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard groups.count > 1, scores.count == groups.count, scores.allSatisfy(\.isFinite) else { return nil }
    let trials = groups.reduce(0) { $0 + Double($1.trials) }
    let centre = zip(groups, scores).reduce(0) { $0 + Double($1.0.trials) / trials * $1.1 }
    let pooled = pooledShare(groups)
    var slope = 0.0
    var spread = 0.0
    for (group, score) in zip(groups, scores) {
      let distance = score - centre
      slope += distance * (Double(group.successes) - Double(group.trials) * pooled)
      spread += Double(group.trials) * distance * distance
    }
    guard spread > 0, spread.isFinite else { return nil }
    let variance = pooled * (1 - pooled) * spread
    let z = slope == 0 || variance == 0 ? 0 : slope / variance.squareRoot()
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  private static func pooledShare(_ groups: [Tally]) -> Double {
    groups.reduce(0) { $0 + Double($1.successes) } / groups.reduce(0) { $0 + Double($1.trials) }
  }
}
