extension ProportionDifference {
  /// The score test of a given difference, the one that the score intervals invert.
  ///
  /// The statistic is z = (p̂₁ − p̂₂ − δ)/√V, with V from the shares that are likeliest among those that differ by δ.
  /// `isUnbiased` multiplies V by N/(N − 1), as Miettinen and Nurminen (1985) do; without it the test is Mee's and
  /// Farrington and Manning's (1990), for δ = 0 the square root of Pearson's chi-square. Infinite when the data
  /// contradict a δ of ±1. Nil for a null difference outside [−1, 1]. O(1): about ten likelihood equations.
  package static func scoreTest(
    _ first: Tally, minus second: Tally, null: Double = 0, alternative: Alternative = .twoSided,
    isUnbiased: Bool = true
  ) -> TestResult? {
    guard null >= -1, null <= 1 else { return nil }
    let z = scoreStatistic(first, second, null: null, isUnbiased: isUnbiased)
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  /// The differences at which the score statistic is z and −z.
  static func scoreInterval(
    _ first: Tally, _ second: Tally, z: Double, isUnbiased: Bool
  ) -> ConfidenceInterval {
    let difference = first.share - second.share
    func bound(_ end: Double, _ target: Double) -> Double {
      guard difference != end else { return end }
      // At the end the statistic is infinite, at the difference zero.
      return RootFinder.root(from: difference, to: end) {
        scoreStatistic(first, second, null: $0, isUnbiased: isUnbiased) - target
      } ?? end
    }
    guard z > 0 else { return ConfidenceInterval(lower: difference, upper: difference) }
    return ConfidenceInterval(lower: bound(-1, z), upper: bound(1, -z))
  }

  static func scoreStatistic(
    _ first: Tally, _ second: Tally, null: Double, isUnbiased: Bool
  ) -> Double {
    let excess = first.share - second.share - null
    guard excess != 0 else { return 0 }
    let p2 = restrictedShare(first, second, null: null)
    let p1 = min(max(p2 + null, 0), 1)
    var variance = p1 * (1 - p1) / Double(first.trials) + p2 * (1 - p2) / Double(second.trials)
    if isUnbiased {
      let total = Double(first.trials) + Double(second.trials)
      variance *= total / (total - 1)
    }
    return excess / variance.squareRoot()
  }

  /// The second share that is likeliest when the first is greater by `null`.
  ///
  /// The zero of the derivative of the log-likelihood, which falls all the way. The closed form of Miettinen and
  /// Nurminen loses half its digits near the ends, so the equation is solved numerically.
  static func restrictedShare(_ first: Tally, _ second: Tally, null: Double) -> Double {
    let low = max(0, -null)
    let high = min(1, 1 - null)
    if null == 0 {
      return Double(first.successes + second.successes) / Double(first.trials + second.trials)
    }
    func term(_ count: Int, _ share: Double) -> Double {
      count == 0 ? 0 : share > 0 ? Double(count) / share : .infinity
    }
    func slope(_ p: Double) -> Double {
      let rising = term(first.successes, p + null) + term(second.successes, p)
      let falling = term(first.failures, 1 - p - null) + term(second.failures, 1 - p)
      return rising == falling ? 0 : rising - falling
    }
    if slope(low) <= 0 { return low }
    if slope(high) >= 0 { return high }
    return RootFinder.root(from: low, to: high, of: slope) ?? low
  }
}

extension Normal {
  /// The p-value of a standard normal statistic.
  static func pValue(_ z: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .less: cdf(z)
    case .greater: upperTail(z)
    case .twoSided: 2 * upperTail(abs(z))
    }
  }
}
