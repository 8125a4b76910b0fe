/// Power and size of paired and partly paired comparisons of two shares.
package struct PairedPlan: Sendable, Equatable {
  /// The probability of success the first time.
  package let first: Double
  /// The probability of success the second time.
  package let second: Double
  /// The probability of success both times.
  package let both: Double

  /// From the joint probability; nil when the three cannot belong together.
  package init?(first: Double, second: Double, both: Double) {
    guard first >= 0, first <= 1, second >= 0, second <= 1, both >= max(0, first + second - 1),
      both <= min(first, second)
    else { return nil }
    self.first = first
    self.second = second
    self.both = both
  }

  /// From the correlation φ of the two outcomes; nil for one that these shares cannot have.
  ///
  /// Unequal shares cannot correlate perfectly: 0.10 and 0.06 reach at most φ = 0.758.
  package init?(first: Double, second: Double, correlation: Double) {
    guard first > 0, first < 1, second > 0, second < 1, correlation >= -1, correlation <= 1 else {
      return nil
    }
    let scale = (first * (1 - first)).squareRoot() * (second * (1 - second)).squareRoot()
    var both = first * second + correlation * scale
    // Rounding must not refuse the very ends.
    let low = max(0, first + second - 1)
    let high = min(first, second)
    if abs(both - low) < 1e-12 { both = low }
    if abs(both - high) < 1e-12 { both = high }
    self.init(first: first, second: second, both: both)
  }

  /// The probability of success the first time only.
  package var firstOnly: Double { max(0, first - both) }

  /// The probability of success the second time only.
  package var secondOnly: Double { max(0, second - both) }

  /// The pairs n₀ at which McNemar's test has the power, by normal approximation.
  ///
  /// [z_α√ψ + z_β√(ψ − δ²)]²/δ² with ψ the probability of a discordant pair. Connor (1987, Biometrics 43:207). Nil for
  /// equal shares, an error outside (0, ½], or a power not between the error and 1.
  package func size(power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true) -> Double? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), first != second, power > error, power < 1 else {
      return nil
    }
    let discordant = firstOnly + secondOnly
    let difference = first - second
    let spread = max(0, discordant - difference * difference).squareRoot()
    let root = (z * discordant.squareRoot() + Normal.quantile(power) * spread) / difference
    return root * root
  }

  /// The power of McNemar's asymptotic test, by normal approximation; nil for an error outside (0, ½] or no pairs.
  package func power(pairs: Int, error: Double = 0.05, isTwoSided: Bool = true) -> Double? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), pairs > 0 else { return nil }
    let discordant = firstOnly + secondOnly
    guard discordant > 0 else { return 0 }
    let difference = abs(first - second)
    let spread = max(0, discordant - difference * difference).squareRoot()
    return TwoSharePlan.tail(Double(pairs).squareRoot() * difference - z * discordant.squareRoot(), spread)
  }

  /// The power of McNemar's exact or mid-p test, over all numbers of discordant pairs.
  ///
  /// One-sided tests look in the direction in which the shares differ. Nil for an error outside (0, ½], no pairs, or
  /// more than 100,000. O(√pairs) critical counts.
  package func exactPower(
    pairs: Int, error: Double = 0.05, isTwoSided: Bool = true, isMidP: Bool = true
  ) -> Double? {
    guard error > 0, error <= 0.5, pairs > 0, pairs <= UnconditionalTest.mostTrials else { return nil }
    let discordant = firstOnly + secondOnly
    guard discordant > 0 else { return 0 }
    let tail = isTwoSided ? 0.5 * error : error
    // The rarer kind of discordant pair is expected to be small; the other tail counts when two-sided.
    let rarer = min(firstOnly, secondOnly) / discordant
    let masses = BinomialMasses(trials: pairs, probability: min(discordant, 1))
    var total = 0.0
    for count in masses.range {
      let fair = Binomial(trials: count, probability: 0.5)
      let critical =
        BinarySearch.firstIndex(in: 0..<(count / 2 + 1)) {
          fair.cdf($0) - (isMidP ? 0.5 * fair.pmf($0) : 0) > tail
        } - 1
      guard critical >= 0 else { continue }
      let actual = Binomial(trials: count, probability: rarer)
      var rejected = actual.cdf(critical)
      if isTwoSided { rejected += actual.upperTail(count - critical) }
      total += masses[count] * rejected
    }
    return min(total, 1)
  }

  /// The sizes of two surveys that share practices, at which a z test of the change has the power.
  ///
  /// - Parameters:
  ///   - overlap: the share of the first survey's practices that the second calls too.
  ///   - ratio: the first survey's size over the second's.
  ///   - power: the chance of seeing the change.
  ///   - error: the risk of seeing one that is not there.
  ///   - isTwoSided: whether the risk is shared between both directions.
  /// - Returns: both sizes, not rounded; nil for equal shares, an overlap outside [0, 1] or above 1/ratio, a ratio that
  ///   is not positive, an error outside (0, ½], or a power not between the error and 1. R's PracTools `nProp2sam`.
  package func overlappingSizes(
    overlap: Double, ratio: Double = 1, power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true
  ) -> (first: Double, second: Double)? {
    Self.overlappingSizes(
      variances: (first * (1 - first), second * (1 - second)), covariance: both - first * second,
      difference: first - second, overlap: overlap, ratio: ratio, power: power, error: error,
      isTwoSided: isTwoSided)
  }

  /// The power of the z test of the change between two surveys of one size that share practices.
  ///
  /// What ``overlappingSizes(overlap:ratio:power:error:isTwoSided:)`` is the size for, with a ratio of 1; of the tail
  /// that the change lies in. Nil for an overlap outside [0, 1], no trials, or an error outside (0, ½].
  package func overlappingPower(
    overlap: Double, trials: Int, error: Double = 0.05, isTwoSided: Bool = true
  ) -> Double? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), overlap >= 0, overlap <= 1, trials > 0 else {
      return nil
    }
    let covariance = both - first * second
    let variance = first * (1 - first) + second * (1 - second) - 2 * overlap * covariance
    let spread = max(0, variance / Double(trials)).squareRoot()
    return TwoSharePlan.tail(abs(first - second) - z * spread, spread)
  }

  /// The sizes for the means of any two measurements, with their variances and covariance over practices.
  ///
  /// [V₁ + rV₂ − 2γrV₁₂](z_α + z_β)²/δ², γ the overlap, r the ratio. Woodward (1992, Am. J. Epidemiology 136); R's
  /// PracTools `nCont2sam`.
  package static func overlappingSizes(
    variances: (first: Double, second: Double), covariance: Double, difference: Double, overlap: Double,
    ratio: Double = 1, power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true
  ) -> (first: Double, second: Double)? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), difference != 0, difference.isFinite,
      overlap >= 0,
      overlap <= 1, ratio > 0, overlap * ratio <= 1, power > error, power < 1
    else { return nil }
    let root = (z + Normal.quantile(power)) / difference
    let variance = variances.first + ratio * variances.second - 2 * overlap * ratio * covariance
    guard variance >= 0, variance.isFinite else { return nil }
    let size = root * root * variance
    return (size, size / ratio)
  }
}
