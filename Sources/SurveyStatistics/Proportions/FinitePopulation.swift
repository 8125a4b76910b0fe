/// Inference about the count of successes in a finite population, from draws without replacement.
///
/// This is about the snapshot: the share in the population as it was at the calls, not a long-run rate.
package enum FinitePopulation {
  /// All counts of successes in the population that the exact test does not reject.
  ///
  /// A count M stays when both P(X ≤ x | M) and P(X ≥ x | M) exceed the error at their end, α/2 each when two-sided.
  /// `less` keeps everything from the successes seen, `greater` everything up to the failures seen.
  ///
  ///     FinitePopulation.acceptedCounts(successes: 5, draws: 52, population: 420)   // 15...85
  ///
  /// Nil when there are no draws, the sample does not fit the population, there are more than 10¹² in it, or the
  /// confidence is outside (0, 1) (below ½ when one-sided). Konijn, H. S. (1973), Statistical Theory of Sample Survey Design and Analysis; Katz (1953).
  /// O(√draws × log population).
  package static func acceptedCounts(
    successes: Int, draws: Int, population: Int, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ClosedRange<Int>? {
    guard draws > 0, draws <= population, population <= largestPopulation, successes >= 0,
      successes <= draws, let tail = ConfidenceLevel.tail(confidence, alternative)
    else { return nil }
    let least = successes
    let most = population - (draws - successes)
    func model(_ count: Int) -> Hypergeometric {
      Hypergeometric(population: population, successes: count, draws: draws)
    }
    // The observed share itself is never rejected: it parts the two searches.
    let centre = min(
      max(Int((Double(successes) / Double(draws) * Double(population)).rounded()), least), most)
    var lowest = least
    if alternative != .less {
      lowest = BinarySearch.firstIndex(in: least..<centre) { model($0).upperTail(successes) > tail }
    }
    var highest = most
    if alternative != .greater {
      highest =
        BinarySearch.firstIndex(in: (centre + 1)..<(most + 1)) { model($0).cdf(successes) <= tail } - 1
    }
    return lowest...max(lowest, highest)
  }

  /// The accepted counts as shares of the population: `acceptedCounts` divided by its size; nil where that is nil.
  package static func interval(
    successes: Int, draws: Int, population: Int, confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    acceptedCounts(
      successes: successes, draws: draws, population: population, confidence: confidence,
      alternative: alternative
    ).map {
      ConfidenceInterval(
        lower: Double($0.lowerBound) / Double(population), upper: Double($0.upperBound) / Double(population))
    }
  }

  /// The estimated standard error of a share from draws without replacement: √(pq/(n − 1) · (1 − n/N)).
  ///
  /// Nil for fewer than two draws or a sample that does not fit the population. Cochran, W. G. (1977), Sampling
  /// Techniques, equation 3.8.
  package static func standardError(successes: Int, draws: Int, population: Int) -> Double? {
    guard draws > 1, draws <= population, successes >= 0, successes <= draws else { return nil }
    let share = Double(successes) / Double(draws)
    let undrawn = Double(population - draws) / Double(population)
    return (share * (1 - share) / Double(draws - 1) * undrawn).squareRoot()
  }

  /// Beyond this the sums of the exact test would take minutes.
  private static let largestPopulation = 1_000_000_000_000
}
