/// A share over several strata, judged by the score test: what each stratum adds is never known for sure.
///
/// Linearisation takes a stratum without a success as one that has none. Here the shares of the strata are those that are most likely if
/// the whole has a given share P₀ (constrained maximum likelihood, ΣWp = P₀), and the variance is ΣW²p(1 − p)/(n − 1) with them. The
/// statistic is corrected for its skewness (Gart and Nam 1990, Biometrics 46:637) and compared with Student's t. Verdicts are cautious
/// by half an observation besides, as counts are whole.
///
///     let survey = StratifiedShare(
///       strata: [.init(weight: 105, share: 0.2, trials: 10), .init(weight: 32, share: 0, trials: 4)], degreesOfFreedom: 12)
package struct StratifiedShare: Sendable, Equatable {
  /// What is known of one stratum.
  package struct Stratum: Sendable, Equatable {
    /// How much of the population it is, on any scale.
    package var weight: Double
    /// The share of its successes.
    package var share: Double
    /// How many independent observations that is worth, at least 1.
    package var trials: Double
    /// The share of the stratum that was not drawn, which its variance is multiplied by: 1 without a finite population correction.
    package var undrawn: Double

    /// A stratum; checked when it is used.
    package init(weight: Double, share: Double, trials: Double, undrawn: Double = 1) {
      self.weight = weight
      self.share = share
      self.trials = trials
      self.undrawn = undrawn
    }

    /// The divisor of its variance: n − 1, and 1 for a single observation.
    fileprivate var divisor: Double { trials > 1 ? max(trials - 1, 0.5) : 1 }

    /// Its most likely share where the whole is pulled with a Lagrange multiplier.
    ///
    /// The root in [0, 1] of λW·p² − (λW + n)p + x = 0, without cancellation.
    fileprivate func share(pulledBy multiplier: Double) -> Double {
      // What was drawn whole is known.
      guard undrawn > 0 else { return share }
      let trials = trials / undrawn
      let pull = multiplier * weight
      let sum = pull + trials
      let root = max(0, sum * sum - 4 * pull * share * trials).squareRoot()
      let value = sum > 0 ? 2 * share * trials / (sum + root) : (sum - root) / (2 * pull)
      return min(max(value, 0), 1)
    }
  }

  /// The strata, their weights adding to 1.
  package let strata: [Stratum]
  /// Of Student's t, at least 1.
  package let degreesOfFreedom: Int
  /// The share over all strata.
  package let value: Double

  private let trials: Double

  /// A share; `nil` without strata, for a weight that is not positive, a share outside [0, 1], fewer than one trial in a stratum, or
  /// fewer than one degree of freedom.
  package init?(strata: [Stratum], degreesOfFreedom: Int) {
    let weight = strata.reduce(0) { $0 + $1.weight }
    guard !strata.isEmpty, weight.isFinite, degreesOfFreedom > 0,
      strata.allSatisfy({
        $0.weight > 0 && $0.share >= 0 && $0.share <= 1 && $0.trials >= 1 && $0.trials.isFinite
          && $0.undrawn >= 0 && $0.undrawn <= 1
      })
    else { return nil }
    let scaled = strata.map {
      Stratum(
        weight: $0.weight / weight, share: $0.share, trials: $0.trials, undrawn: $0.undrawn)
    }
    self.strata = scaled
    self.degreesOfFreedom = degreesOfFreedom
    value = CompensatedSum.over(scaled.indices) { scaled[$0].weight * scaled[$0].share }
    trials = scaled.reduce(0) { $0 + $1.trials }
  }

  /// The interval of all shares that the two-sided test does not reject; `nil` for a confidence outside (0, 1), below ½ when one-sided.
  ///
  /// - Complexity: O(strata) for each of some fifty evaluations.
  package func interval(
    confidence: Double = ConfidenceLevel.usual, alternative: Alternative = .twoSided
  ) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, alternative) else { return nil }
    guard strata.contains(where: { $0.undrawn > 0 }) else {
      return ProportionInterval.oneSided(ConfidenceInterval(lower: value, upper: value), alternative)
    }
    let limit = student.quantile(upperTail: tail)
    let both = ConfidenceInterval(
      lower: value > 0 ? bound(above: limit, direction: 1) ?? 0 : 0,
      upper: value < 1 ? bound(above: limit, direction: -1) ?? 1 : 1)
    return ProportionInterval.oneSided(both, alternative)
  }

  /// The probability of a share so far below a target if the target were true, or so far above it.
  ///
  /// The share counts as half an observation nearer to the target, with as many observations as the target's variance P₀(1 − P₀)/V is
  /// worth (Yates 1934): without, a survey of 152 calls in proportion to 19 strata wrongly "meets" in up to 6 of 100. NaN for a target
  /// outside (0, 1).
  package func pValue(target: Double, isBelow: Bool) -> Double {
    guard target > 0, target < 1 else { return .nan }
    let deviate = statistic(at: multiplier(for: target), nearerBy: 0.5, from: isBelow ? 1 : -1)
    return isBelow ? student.cdf(deviate) : student.upperTail(deviate)
  }

  private var student: StudentT { StudentT(degreesOfFreedom: Double(degreesOfFreedom)) }

  /// The share of the whole under a multiplier: it falls as the multiplier grows, and is the estimate at 0.
  private func share(pulledBy multiplier: Double) -> Double {
    CompensatedSum.over(strata.indices) { strata[$0].weight * strata[$0].share(pulledBy: multiplier) }
  }

  /// The multiplier under which the whole has a share.
  private func multiplier(for share: Double) -> Double {
    guard share != value else { return 0 }
    let direction: Double = share < value ? 1 : -1
    var near = 0.0
    var far = direction * trials
    while (self.share(pulledBy: far) - share) * direction > 0, far.magnitude < Self.farthest {
      near = far
      far *= 2
    }
    return RootFinder.root(from: near, to: far) { self.share(pulledBy: $0) - share } ?? far
  }

  /// How many standard errors the estimate lies above the share that a multiplier makes, corrected for skewness.
  ///
  /// Gart and Nam's correction solves z + (κ/6)(z² − 1) = s for z, s being the plain statistic and κ its skewness.
  ///
  /// - Parameters:
  ///   - observations: How many observations the estimate is moved.
  ///   - direction: Upwards for 1, downwards for −1.
  private func statistic(
    at multiplier: Double, nearerBy observations: Double = 0, from direction: Double = 0
  ) -> Double {
    var variance = 0.0
    var thirdMoment = 0.0
    var share = 0.0
    for stratum in strata {
      let own = stratum.share(pulledBy: multiplier)
      let part = stratum.weight * stratum.undrawn / stratum.divisor
      let spread = stratum.weight * part * own * (1 - own)
      share += stratum.weight * own
      variance += spread
      thirdMoment += part * spread * (1 - 2 * own)
    }
    guard variance > 0 else { return 0 }
    let error = variance.squareRoot()
    let step = observations > 0 ? direction * observations * variance / (share * (1 - share)) : 0
    let plain = (value + step - share) / error
    let skewness = thirdMoment / (variance * error) / 6
    guard abs(skewness) > Self.negligibleSkewness else { return plain }
    let inner = max(0, 1 + 4 * skewness * (plain + skewness))
    return (inner.squareRoot() - 1) / (2 * skewness)
  }

  /// The share nearest to the estimate, in the direction of a multiplier's sign, at which the statistic reaches a limit; `nil` for none.
  private func bound(above limit: Double, direction: Double) -> Double? {
    var near = 0.0
    var far = direction * trials * Self.firstStep
    while statistic(at: far) * direction < limit {
      near = far
      far *= Self.growth
      guard far.magnitude < Self.farthest else { return nil }
    }
    let root = RootFinder.root(from: near, to: far) { statistic(at: $0) * direction - limit }
    return share(pulledBy: root ?? far)
  }

  private static let negligibleSkewness = 1e-9
  /// The search begins so near to the estimate, in multiples of the trials.
  private static let firstStep = 1.0 / 64
  private static let growth = 1.5
  private static let farthest = 1e15
}
