/// How the interval of a difference of two shares from the same practices is computed.
package enum PairedDifferenceMethod: String, Sendable, Equatable, CaseIterable {
  /// Inverts the score test: Tango (1998, Statistics in Medicine 17:891).
  case tango
  /// Wilson's intervals of both shares, squared and added with their correlation: Newcombe (1998, Statistics in
  /// Medicine 17:2635), method 10, whose positive correlations have ad − bc less n/2 above the line.
  case newcombe = "newcombe-paired"
  /// Wald's after one pair of either discordant kind has been added: Bonett and Price (2012, JEBS 37:479).
  case bonettPrice = "bonett-price"
  /// Wald's after half a pair of each of the four kinds has been added: Agresti and Min (2005, Statistics in Medicine 24:729).
  case agrestiMin = "agresti-min"
  /// Difference plus and minus z estimated standard errors: for comparison only, it can have no width.
  case wald
}

/// The difference of two shares that were counted on the same practices.
///
/// Everywhere the difference is the first share minus the second.
package enum PairedDifference {
  /// The interval of the difference, clipped to [−1, 1].
  ///
  /// Two-sided intervals have half the error at each end; `less` gives an upper bound only, `greater` a lower one.
  /// `wald` has no width without discordant pairs; every other method always has some. Nil for a confidence outside
  /// (0, 1), or below ½ when one-sided. O(1).
  package static func interval(
    _ counts: PairedCounts, method: PairedDifferenceMethod = .tango,
    confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    let z = Normal.quantile(upperTail: tail)
    let both: ConfidenceInterval? =
      switch method {
      case .tango: tango(counts, z: z)
      case .newcombe: newcombe(counts, z: z)
      case .bonettPrice, .agrestiMin, .wald: wald(counts, method).interval(z: z)
      }
    return both?.clippedToDifferences().oneSided(alternative)
  }

  /// The score test of a given difference, the one that Tango's interval inverts; for 0 it is McNemar's.
  ///
  /// The statistic is z; infinite when the data contradict a difference of ±1. Nil for a null outside [−1, 1].
  package static func scoreTest(
    _ counts: PairedCounts, null: Double = 0, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard null >= -1, null <= 1 else { return nil }
    let z = scoreStatistic(counts, null: null)
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  /// Whether the first share is shown to differ from the second by less than the margins, by two of Tango's tests.
  ///
  /// Nil unless −1 ≤ lower < upper ≤ 1 and 0 < error ≤ ½.
  package static func equivalence(
    _ counts: PairedCounts, lowerMargin: Double, upperMargin: Double, error: Double = 0.05
  ) -> Equivalence? {
    guard lowerMargin >= -1, lowerMargin < upperMargin, upperMargin <= 1, error > 0, error <= 0.5 else {
      return nil
    }
    return Equivalence(
      difference: counts.difference,
      interval: tango(counts, z: Normal.quantile(upperTail: error)),
      pValueAboveLower: Normal.upperTail(scoreStatistic(counts, null: lowerMargin)),
      pValueBelowUpper: Normal.cdf(scoreStatistic(counts, null: upperMargin)), error: error)
  }

  private static func tango(_ counts: PairedCounts, z: Double) -> ConfidenceInterval {
    let difference = counts.difference
    func bound(_ end: Double, _ target: Double) -> Double {
      guard difference != end else { return end }
      return RootFinder.root(from: difference, to: end) { scoreStatistic(counts, null: $0) - target } ?? end
    }
    guard z > 0 else { return ConfidenceInterval(lower: difference, upper: difference) }
    return ConfidenceInterval(lower: bound(-1, z), upper: bound(1, -z))
  }

  /// Tango (1998), equations 3 to 5: the nuisance share is the likeliest one, from a quadratic equation.
  static func scoreStatistic(_ counts: PairedCounts, null: Double) -> Double {
    let n = Double(counts.pairs)
    let (b, c) = (Double(counts.firstOnly), Double(counts.secondOnly))
    let excess = b - c - n * null
    guard excess != 0 else { return 0 }
    let linear = (2 * n - b + c) * null - b - c
    let constant = -c * null * (1 - null)
    let root = max(0, linear * linear - 8 * n * constant).squareRoot()
    // The form without cancellation, whichever sign the linear term has.
    let nuisance = linear > 0 ? -2 * constant / (root + linear) : (root - linear) / (4 * n)
    let variance = n * (2 * nuisance + null * (1 - null))
    return excess / max(0, variance).squareRoot()
  }

  static func newcombe(_ counts: PairedCounts, z: Double) -> ConfidenceInterval? {
    guard let first = Tally(successes: counts.firstSuccesses, trials: counts.pairs),
      let second = Tally(successes: counts.secondSuccesses, trials: counts.pairs)
    else { return nil }
    return ProportionDifference.squareAndAdd(
      first, second, z: z, correlation: counts.correlation(lessThan: 0.5 * Double(counts.pairs)))
  }

  /// The difference and its standard error after pairs have been added that nothing was seen of.
  static func wald(_ counts: PairedCounts, _ method: PairedDifferenceMethod) -> WaldDifference {
    let (discordant, all): (Double, Double) =
      switch method {
      case .bonettPrice: (1, 2)
      case .agrestiMin: (0.5, 2)
      case .tango, .newcombe, .wald: (0, 0)
      }
    let n = Double(counts.pairs) + all
    let p = (Double(counts.firstOnly) + discordant) / n
    let q = (Double(counts.secondOnly) + discordant) / n
    return WaldDifference(
      difference: p - q, standardError: (max(0, p + q - (p - q) * (p - q)) / n).squareRoot())
  }
}
