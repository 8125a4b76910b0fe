/// Exact unconditional tests whether two groups have the same share.
///
/// They order all tables by a statistic and take the worst common share, so that the error never exceeds its bound
/// and the discreteness of Fisher's test costs little. O((first + second)·√(first + second)) each.
package enum UnconditionalTest {
  /// Boschloo's test, which orders the tables by Fisher's one-sided p-value.
  ///
  /// `greater` asks whether the first group's share is greater; one-sided the p-value is never above Fisher's. Two-sided
  /// is twice the smaller one-sided p-value, as in SciPy (whose groups are the columns) and R's `Exact` with
  /// `tsmethod = "central"`; Fisher's adds the tables no likelier than the one seen, which for groups of unequal size
  /// can be less. The statistic is Fisher's one-sided p-value. Boschloo (1970, Statistica Neerlandica 24:1). Relative error of the p-value below 1e-8. Nil
  /// for more than 100,000 trials in a group, which no enumeration should take on.
  package static func boschloo(
    _ first: Tally, against second: Tally, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isEnumerable(first, second) else { return nil }
    switch alternative {
    case .greater: return boschlooGreater(first, second)
    case .less: return boschlooGreater(second, first)
    case .twoSided:
      let greater = boschlooGreater(first, second)
      let less = boschlooGreater(second, first)
      let smaller = less.pValue < greater.pValue ? less : greater
      return TestResult(statistic: smaller.statistic, pValue: 2 * smaller.pValue)
    }
  }

  /// Barnard's test with the pooled z statistic, as SciPy's `barnard_exact` with `pooled=True`.
  ///
  /// `greater` asks whether the first group's share is greater. Two-sided counts all tables with |z| at least as
  /// great on either side. The statistic is z = (p̂₁ − p̂₂)/√(p̄q̄(1/n₁ + 1/n₂)). Barnard (1947, Biometrika 34:123);
  /// Suissa and Shuster (1985, JRSS A 148:317). Accuracy and limits as for Boschloo's.
  package static func barnard(
    _ first: Tally, against second: Tally, alternative: Alternative = .twoSided
  ) -> TestResult? {
    guard isEnumerable(first, second) else { return nil }
    let n = first.trials
    let k = second.trials
    let observed = pooledZ(first.successes, n, second.successes, k)
    func region(_ bound: Double) -> Staircase {
      let threshold = bound - 1e-10 * abs(bound)
      return Staircase(firstTrials: n, secondTrials: k) { pooledZ($0, n, $1, k) >= threshold }
    }
    // The mirror of "z ≤ bound": the second group has the greater share.
    func mirrored(_ bound: Double) -> Staircase {
      let threshold = bound + 1e-10 * abs(bound)
      return Staircase(firstTrials: k, secondTrials: n) { pooledZ($1, n, $0, k) <= threshold }
    }
    let pValue: Double
    switch alternative {
    case .greater: pValue = region(observed).greatestProbability()
    case .less: pValue = mirrored(observed).greatestProbability()
    case .twoSided:
      guard observed != 0 else { return TestResult(statistic: 0, pValue: 1) }
      let upper = region(abs(observed))
      let lower = mirrored(-abs(observed))
      pValue = UnconditionalMaximum.over(trials: n + k) {
        upper.probability(first: $0, second: $0) + lower.probability(first: $0, second: $0)
      }
    }
    return TestResult(statistic: observed, pValue: pValue)
  }

  /// The tables whose one-sided Fisher p-value, that the first share is greater, is at most the given one.
  static func fisherRegion(firstTrials: Int, secondTrials: Int, pValue: Double) -> Staircase {
    Staircase(firstTrials: firstTrials, secondTrials: secondTrials) { first, second in
      Hypergeometric(
        population: firstTrials + secondTrials, successes: first + second, draws: firstTrials
      ).upperTail(first) <= pValue
    }
  }

  private static func boschlooGreater(_ first: Tally, _ second: Tally) -> TestResult {
    let statistic = FisherTest.test(first, against: second, alternative: .greater).pValue
    // Tables that tie in exact arithmetic must not be parted by rounding.
    let region = fisherRegion(
      firstTrials: first.trials, secondTrials: second.trials, pValue: statistic * (1 + 1e-10))
    return TestResult(statistic: statistic, pValue: region.greatestProbability())
  }

  private static func isEnumerable(_ first: Tally, _ second: Tally) -> Bool {
    first.trials <= mostTrials && second.trials <= mostTrials
  }

  static let mostTrials = 100_000

  private static func pooledZ(_ x: Int, _ n: Int, _ y: Int, _ k: Int) -> Double {
    let total = x + y
    guard total > 0, total < n + k else { return 0 }
    let pooled = Double(total) / Double(n + k)
    let difference = Double(x) / Double(n) - Double(y) / Double(k)
    return difference / (pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(k))).squareRoot()
  }
}
