/// Fisher's exact test whether two groups have the same share.
///
/// Fisher (1935). The total of successes is taken as given, so that the first group's count is hypergeometric.
package enum FisherTest {
  /// The test; `greater` asks whether the first group's share is greater than the second's.
  ///
  /// Two-sided by minimum likelihood, as R's `fisher.test` and SciPy's `fisher_exact`: the p-value is the probability
  /// of all tables that are no likelier than the one seen, with a relative fuzz of 1e-7 for ties. The statistic is
  /// the first group's count. O(smaller margin).
  package static func test(
    _ first: Tally, against second: Tally, alternative: Alternative = .twoSided
  ) -> TestResult {
    let distribution = distribution(first, second)
    let count = first.successes
    let pValue =
      switch alternative {
      case .less: distribution.cdf(count)
      case .greater: distribution.upperTail(count)
      case .twoSided: minimumLikelihood(count, distribution)
      }
    return TestResult(statistic: Double(count), pValue: pValue)
  }

  /// The first group's count given both groups' sizes and all successes.
  static func distribution(_ first: Tally, _ second: Tally) -> Hypergeometric {
    Hypergeometric(
      population: first.trials + second.trials, successes: first.successes + second.successes,
      draws: first.trials)
  }

  /// How much likelier than the table seen another may be by rounding and still count as a tie.
  static let fuzz = 1 + 1e-7

  private static func minimumLikelihood(_ count: Int, _ distribution: Hypergeometric) -> Double {
    let support = distribution.support
    let threshold = distribution.pmf(count) * fuzz
    // The masses rise up to the mode and fall after it; both ends are at most as likely as what lies inside them.
    let n = Double(distribution.draws)
    let mode = Int((n + 1) * Double(distribution.successes + 1) / Double(distribution.population + 2))
    let peak = min(max(mode, support.lowerBound), support.upperBound - 1)
    let firstLikely = BinarySearch.firstIndex(in: support.lowerBound..<peak) {
      distribution.pmf($0) > threshold
    }
    let firstUnlikely = BinarySearch.firstIndex(in: peak..<support.upperBound) {
      distribution.pmf($0) <= threshold
    }
    guard firstLikely < firstUnlikely else { return 1 }
    return distribution.cdf(firstLikely - 1) + distribution.upperTail(firstUnlikely)
  }
}
