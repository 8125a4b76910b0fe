/// The difference of two shares that were counted in separate samples.
///
/// Everywhere the difference is the first share minus the second.
public enum ProportionDifference {
  /// The interval of the difference, clipped to [−1, 1].
  ///
  /// Two-sided intervals have half the error at each end; `less` gives an upper bound only (the lower is −1),
  /// `greater` a lower bound only.
  ///
  ///     ProportionDifference.interval(before, minus: after)   // 7 of 34 and 1 of 34: 0.0189…0.3404
  ///
  /// `wald` has no width when both shares are 0 or 1; every other method always has some. Nil for a confidence outside
  /// (0, 1), or below ½ when one-sided. O(1).
  public static func interval(
    _ first: Tally, minus second: Tally, method: DifferenceMethod = .newcombe, confidence: Double = 0.95,
    alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    let z = Normal.quantile(upperTail: tail)
    let both =
      switch method {
      case .newcombe: squareAndAdd(first, second, z: z, correlation: 0)
      case .miettinenNurminen: scoreInterval(first, second, z: z, isUnbiased: true)
      case .meeScore: scoreInterval(first, second, z: z, isUnbiased: false)
      case .agrestiCaffo: wald(first, second, z: z, added: 1)
      case .wald: wald(first, second, z: z, added: 0)
      }
    return both.clippedToDifferences().oneSided(alternative)
  }

  /// The intervals of the two shares combined as if their distances to the shares were standard errors.
  ///
  /// Newcombe (1998), method 10, for uncorrelated shares; with a correlation the method of variance estimates recovery
  /// of Zou and Donner (2008, Statistics in Medicine 27:1693).
  static func squareAndAdd(
    _ first: Tally, _ second: Tally, z: Double, correlation: Double, shrinkage: (Double, Double) = (1, 1)
  ) -> ConfidenceInterval {
    func wilson(_ tally: Tally) -> ConfidenceInterval {
      let counts = ProportionInterval.Counts(
        successes: Double(tally.successes), failures: Double(tally.failures))
      return counts.wilson(z)
    }
    let (p, q) = (first.share, second.share)
    let (ofFirst, ofSecond) = (wilson(first), wilson(second))
    func distance(_ left: Double, _ right: Double) -> Double {
      let (a, b) = (left * shrinkage.0, right * shrinkage.1)
      return max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    return ConfidenceInterval(
      lower: p - q - distance(p - ofFirst.lower, ofSecond.upper - q),
      upper: p - q + distance(ofFirst.upper - p, q - ofSecond.lower))
  }

  /// Wald's interval after `added` successes and as many failures have joined each group.
  private static func wald(_ first: Tally, _ second: Tally, z: Double, added: Double) -> ConfidenceInterval {
    func share(_ tally: Tally) -> (share: Double, variance: Double) {
      let trials = Double(tally.trials) + 2 * added
      let share = (Double(tally.successes) + added) / trials
      return (share, share * (1 - share) / trials)
    }
    let (p, q) = (share(first), share(second))
    let half = z * (p.variance + q.variance).squareRoot()
    return ConfidenceInterval(lower: p.share - q.share - half, upper: p.share - q.share + half)
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
