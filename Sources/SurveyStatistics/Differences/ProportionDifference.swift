/// The difference of two shares that were counted in separate samples.
///
/// Everywhere the difference is the first share minus the second.
package enum ProportionDifference {
  /// The interval of the difference, clipped to [−1, 1].
  ///
  /// Two-sided intervals have half the error at each end; `less` gives an upper bound only (the lower is −1),
  /// `greater` a lower bound only.
  ///
  ///     ProportionDifference.interval(before, minus: after)   // 7 of 34 and 1 of 34: 0.0189…0.3404
  ///
  /// `wald` has no width when both shares are 0 or 1; every other method always has some. Nil for a confidence outside
  /// (0, 1), or below ½ when one-sided. O(1).
  package static func interval(
    _ first: Tally, minus second: Tally, method: DifferenceMethod = .newcombe,
    confidence: Double = ConfidenceLevel.usual,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    let z = Normal.quantile(upperTail: tail)
    let both =
      switch method {
      case .newcombe: squareAndAdd(first, second, z: z, correlation: 0)
      case .miettinenNurminen: scoreInterval(first, second, z: z, isUnbiased: true)
      case .meeScore: scoreInterval(first, second, z: z, isUnbiased: false)
      case .agrestiCaffo: wald(first, second, added: 1).interval(z: z)
      case .wald: wald(first, second, added: 0).interval(z: z)
      }
    return both.clippedToDifferences().oneSided(alternative)
  }

  /// The interval of the difference of two estimates whose own intervals are known, whatever gave them.
  ///
  /// Squares the distances of the estimates to their bounds and adds them as if they were standard errors: the method of
  /// variance estimates recovery of Zou and Donner (2008, Statistics in Medicine 27:1693), Newcombe's (1998) method 10
  /// when the intervals are Wilson's. For weighted or clustered surveys take each survey's own interval. The
  /// correlation is that of the two estimates, 0 for separate samples; it is cut to [−1, 1].
  package static func combined(
    _ first: Double, in firstInterval: ConfidenceInterval, minus second: Double,
    in secondInterval: ConfidenceInterval, correlation: Double = 0
  ) -> ConfidenceInterval {
    let correlation = min(max(correlation, -1), 1)
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    return ConfidenceInterval(
      lower: first - second - distance(first - firstInterval.lower, secondInterval.upper - second),
      upper: first - second + distance(firstInterval.upper - first, second - secondInterval.lower))
  }

  /// Wilson's intervals of both shares combined, each drawn towards its share by a factor.
  static func squareAndAdd(
    _ first: Tally, _ second: Tally, z: Double, correlation: Double, shrinkage: (Double, Double) = (1, 1)
  ) -> ConfidenceInterval {
    func wilson(_ tally: Tally, _ shrinkage: Double) -> ConfidenceInterval {
      let counts = ProportionInterval.Counts(
        successes: Double(tally.successes), failures: Double(tally.failures))
      let interval = counts.wilson(z)
      return ConfidenceInterval(
        lower: tally.share - shrinkage * (tally.share - interval.lower),
        upper: tally.share + shrinkage * (interval.upper - tally.share))
    }
    return combined(
      first.share, in: wilson(first, shrinkage.0), minus: second.share, in: wilson(second, shrinkage.1),
      correlation: correlation)
  }

  /// The difference and its standard error after `added` successes and as many failures have joined each group.
  static func wald(_ first: Tally, _ second: Tally, added: Double) -> WaldDifference {
    func share(_ tally: Tally) -> (share: Double, variance: Double) {
      let trials = Double(tally.trials) + 2 * added
      let share = (Double(tally.successes) + added) / trials
      return (share, share * (1 - share) / trials)
    }
    let (p, q) = (share(first), share(second))
    return WaldDifference(
      difference: p.share - q.share, standardError: (p.variance + q.variance).squareRoot())
  }
}

extension ConfidenceInterval {
  /// The part inside [−1, 1], where differences of shares live.
  func clippedToDifferences() -> ConfidenceInterval {
    ConfidenceInterval(lower: min(max(lower, -1), 1), upper: min(max(upper, -1), 1))
  }

  /// An interval of a difference with the bound that was not asked for pushed to −1 or 1.
  func oneSided(_ alternative: Alternative) -> ConfidenceInterval {
    switch alternative {
    case .twoSided: self
    case .less: ConfidenceInterval(lower: -1, upper: upper)
    case .greater: ConfidenceInterval(lower: lower, upper: 1)
    }
  }
}
