/// The change between two surveys that called some of the same practices.
///
/// The change is the first share minus the second: let the follow-up be the first to see an increase as positive.
/// With m practices in both surveys the covariance of the two shares is (m/(n₁n₂) − 1/N)·S₁₂, where S₁₂ is that of
/// the practices' outcomes, estimated from those m (Kish 1965, Survey Sampling, section 12.4; Qualité and Tillé 2008,
/// Survey Methodology 34:173). Without a population N the change is one of long-run rates; leaving it out is also
/// the conservative choice for a snapshot, because it drops the gain of −Var(Y₁ − Y₂)/N.
package struct OverlappingWaves: Sendable, Equatable {
  /// The survey whose share counts positively.
  package let first: Tally
  /// The survey whose share is subtracted.
  package let second: Tally
  /// The practices in both surveys; nil when there are none.
  package let shared: PairedCounts?

  /// Nil when the shared practices' counts do not fit into those of the surveys.
  package init?(first: Tally, second: Tally, shared: PairedCounts?) {
    if let shared {
      guard shared.firstSuccesses <= first.successes, shared.secondSuccesses <= second.successes,
        shared.pairs - shared.firstSuccesses <= first.failures,
        shared.pairs - shared.secondSuccesses <= second.failures
      else { return nil }
    }
    self.first = first
    self.second = second
    self.shared = shared
  }

  /// The first share minus the second.
  package var change: Double { first.share - second.share }

  /// The estimated variance of the change, possibly 0; nil with a single call in a survey or too small a population.
  ///
  /// With a population both variances have the factor 1 − n/N too: the change of two snapshots. All three are unbiased
  /// (divided by n − 1 and m − 1). With a single shared practice, or none, S₁₂ counts as 0.
  package func variance(population: Int? = nil) -> Double? {
    guard let weights = weights(population), first.trials > 1, second.trials > 1 else { return nil }
    func spread(_ tally: Tally) -> Double {
      Double(tally.successes) * (Double(tally.failures) / Double(tally.trials)) / Double(tally.trials - 1)
    }
    return max(
      0, weights.first * spread(first) + weights.second * spread(second) - 2 * weights.shared * covariance)
  }

  /// The interval of the change: Wilson's for both shares, squared and added with the correlation of the shares.
  ///
  /// Zou and Donner (2008, Statistics in Medicine 27:1693). Without shared practices it is Newcombe's for disjoint
  /// samples, with all shared Newcombe's for pairs (without its continuity correction); it never collapses without a
  /// population. With one, the distances shrink by √(1 − n/N). Nil for a confidence outside (0, 1), below ½ when
  /// one-sided, or a population smaller than the practices called.
  package func interval(
    confidence: Double = ConfidenceLevel.usual, alternative: Alternative = .twoSided, population: Int? = nil
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative), let weights = weights(population) else {
      return nil
    }
    return interval(z: Normal.quantile(upperTail: tail), weights).clippedToDifferences().oneSided(alternative)
  }

  private func interval(z: Double, _ weights: Weights) -> ConfidenceInterval {
    let scale = (weights.first * weights.second).squareRoot()
    let correlation = scale > 0 ? weights.shared * (shared?.correlation ?? 0) / scale : 0
    return ProportionDifference.squareAndAdd(
      first, second, z: z, correlation: min(max(correlation, -1), 1),
      shrinkage: (
        (weights.first * Double(first.trials)).squareRoot(),
        (weights.second * Double(second.trials)).squareRoot()
      ))
  }

  /// The change plus and minus z estimated standard errors, clipped to [−1, 1]: for comparison, it can have no width.
  ///
  /// Nil where the variance or the confidence is.
  package func waldInterval(
    confidence: Double = ConfidenceLevel.usual, alternative: Alternative = .twoSided, population: Int? = nil
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative),
      let variance = variance(population: population)
    else { return nil }
    let half = Normal.quantile(upperTail: tail) * variance.squareRoot()
    return ConfidenceInterval(lower: change - half, upper: change + half).clippedToDifferences()
      .oneSided(alternative)
  }

  /// The test that Wald's interval inverts; nil where the variance is.
  package func waldTest(alternative: Alternative = .twoSided, population: Int? = nil) -> TestResult? {
    variance(population: population).map {
      WaldDifference(difference: change, standardError: $0.squareRoot()).test(alternative)
    }
  }

  /// The test that nothing has changed, which is the interval inverted: it rejects just where the interval leaves out 0.
  ///
  /// The statistic is the z, with the sign of the change, at which one bound is 0; infinite where none is. When nearly
  /// all practices are shared the few others decide, and the correlation is no more than an estimate: `scoreTest`
  /// then rejects up to three times as often as it should, this one too rarely. Nil for a population smaller than the
  /// practices called. Some ten intervals.
  package func test(alternative: Alternative = .twoSided, population: Int? = nil) -> TestResult? {
    weights(population).map { weights in
      InvertedTest.test(difference: change, alternative) { interval(z: $0, weights) }
    }
  }

  /// The test that nothing has changed, with the variance that both surveys together suggest.
  ///
  /// For surveys that share few practices or all of them: the correlation of the shared ones counts as known. The
  /// statistic is z; without shared practices its square is Pearson's chi-square. Nil for a population smaller than the
  /// practices called.
  package func scoreTest(alternative: Alternative = .twoSided, population: Int? = nil) -> TestResult? {
    guard let weights = weights(population) else { return nil }
    guard change != 0 else { return TestResult(statistic: 0, pValue: Normal.pValue(0, alternative)) }
    let pooled =
      Double(first.successes + second.successes) / Double(first.trials + second.trials)
    let weight = weights.first + weights.second - 2 * weights.shared * (shared?.correlation ?? 0)
    let z = change / (pooled * (1 - pooled) * max(0, weight)).squareRoot()
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  /// S₁₂: the covariance of the two outcomes over the shared practices.
  package var covariance: Double {
    guard let shared, shared.pairs > 1 else { return 0 }
    let n = Double(shared.pairs)
    let excess =
      Double(shared.both) * Double(shared.neither) - Double(shared.firstOnly) * Double(shared.secondOnly)
    return excess / (n * (n - 1))
  }

  private typealias Weights = (first: Double, second: Double, shared: Double)

  /// 1/n₁ − 1/N, 1/n₂ − 1/N and m/(n₁n₂) − 1/N; nil when the population cannot hold all practices called.
  private func weights(_ population: Int?) -> Weights? {
    let pairs = shared?.pairs ?? 0
    let (n, k) = (Double(first.trials), Double(second.trials))
    let overlap = Double(pairs) / n / k
    guard let population else { return (1 / n, 1 / k, overlap) }
    guard population >= first.trials + second.trials - pairs else { return nil }
    let reciprocal = 1 / Double(population)
    return (max(0, 1 / n - reciprocal), max(0, 1 / k - reciprocal), overlap - reciprocal)
  }
}
