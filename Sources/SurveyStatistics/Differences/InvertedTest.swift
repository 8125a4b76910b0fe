/// A difference and its standard error, as Wald's interval and its relatives have them.
struct WaldDifference {
  let difference: Double
  /// 0 where nothing varies.
  let standardError: Double

  func interval(z: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: difference - z * standardError, upper: difference + z * standardError)
  }

  /// The test of no difference; z is infinite for a difference that nothing makes unsure.
  func test(_ alternative: Alternative) -> TestResult {
    let z = difference == 0 ? 0 : difference / standardError
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }
}

/// Tests that an interval inverts: they reject no difference just where the interval leaves out 0.
enum InvertedTest {
  /// The test of no difference by an interval that widens with its normal deviate z.
  ///
  /// The statistic is the z, with the sign of the difference, at which one bound is 0; infinite where none is. Some ten intervals.
  static func test(
    difference: Double, _ alternative: Alternative, interval: (_ z: Double) -> ConfidenceInterval
  ) -> TestResult {
    guard difference != 0 else { return TestResult(statistic: 0, pValue: Normal.pValue(0, alternative)) }
    let size =
      RootFinder.root(from: 0, to: mostDeviates) {
        difference > 0 ? -interval($0).lower : interval($0).upper
      } ?? .infinity
    let z = difference > 0 ? size : -size
    return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
  }

  /// No p-value above zero is so far out.
  private static let mostDeviates = 40.0
}

extension ProportionDifference {
  /// The test of no difference that the interval of a method inverts.
  ///
  /// `greater` asks whether the first share is greater. For `miettinen-nurminen` it is the score test with N/(N − 1), for `mee-score`
  /// Pearson's chi-square, of which the statistic is the root.
  package static func test(
    _ first: Tally, minus second: Tally, method: DifferenceMethod = .newcombe,
    alternative: Alternative = .twoSided
  ) -> TestResult {
    func score(isUnbiased: Bool) -> TestResult {
      let z = scoreStatistic(first, second, null: 0, isUnbiased: isUnbiased)
      return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
    }
    switch method {
    case .newcombe:
      return InvertedTest.test(difference: first.share - second.share, alternative) {
        squareAndAdd(first, second, z: $0, correlation: 0)
      }
    case .miettinenNurminen: return score(isUnbiased: true)
    case .meeScore: return score(isUnbiased: false)
    case .agrestiCaffo: return wald(first, second, added: 1).test(alternative)
    case .wald: return wald(first, second, added: 0).test(alternative)
    }
  }
}

extension PairedDifference {
  /// The test of no difference that the interval of a method inverts; for `tango` it is McNemar's asymptotic test.
  ///
  /// `greater` asks whether the first share is greater.
  package static func test(
    _ counts: PairedCounts, method: PairedDifferenceMethod = .tango, alternative: Alternative = .twoSided
  ) -> TestResult {
    switch method {
    case .tango:
      let z = scoreStatistic(counts, null: 0)
      return TestResult(statistic: z, pValue: Normal.pValue(z, alternative))
    case .newcombe:
      return InvertedTest.test(difference: counts.difference, alternative) {
        newcombe(counts, z: $0) ?? ConfidenceInterval(lower: -1, upper: 1)
      }
    case .bonettPrice, .agrestiMin, .wald: return wald(counts, method).test(alternative)
    }
  }
}
