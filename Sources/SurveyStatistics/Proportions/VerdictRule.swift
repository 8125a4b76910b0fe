/// What a count of calls says about a target for the share not reached.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The share is shown to be below the target.
  case meets
  /// The share is shown to be above the target.
  case fails
  /// Neither is shown: too few calls, or a share near the target.
  case undecided
}

/// The rule that turns unreached calls into a verdict, with the same risk of error on either side.
///
/// *Meets* when the exact one-sided test of share ≥ target rejects, *fails* when that of share ≤ target rejects, else
/// *undecided*. A practice or hour just at the target is therefore called wrongly with at most the stated error to each
/// side. A p-value that equals the error rejects; a relative fuzz of 1e-7 keeps rounding from deciding such ties.
public struct VerdictRule: Sendable, Hashable {
  /// How many calls were, or will be, made.
  public let trials: Int
  /// The greatest share not reached that is still acceptable.
  public let target: Double
  /// The error probability allowed to each side.
  public let error: Double
  /// The greatest count of unreached calls that meets the target; nil when no count can.
  public let meetsIfAtMost: Int?
  /// The smallest count of unreached calls that fails the target; nil when no count can.
  public let failsIfAtLeast: Int?

  /// Finds the critical counts; nil for negative trials, a target outside [0, 1], or an error outside (0, ½].
  ///
  /// O(√trials · log trials).
  public init?(trials: Int, target: Double, error: Double = 0.05) {
    guard trials >= 0, trials < Int.max, target >= 0, target <= 1, error > 0, error <= 0.5 else { return nil }
    self.trials = trials
    self.target = target
    self.error = error
    let atTarget = Binomial(trials: trials, probability: target)
    let limit = error * FisherTest.fuzz
    let firstNotLow = BinarySearch.firstIndex(in: 0..<(trials + 1)) { atTarget.cdf($0) > limit }
    // No count both meets and fails, which only the fuzz could bring about, near an error of ½.
    let firstHigh = BinarySearch.firstIndex(in: firstNotLow..<(trials + 1)) {
      atTarget.upperTail($0) <= limit
    }
    meetsIfAtMost = firstNotLow == 0 ? nil : firstNotLow - 1
    failsIfAtLeast = firstHigh > trials ? nil : firstHigh
  }

  /// The verdict on a count of unreached calls.
  public func verdict(unreached: Int) -> Verdict {
    if let meetsIfAtMost, unreached <= meetsIfAtMost { return .meets }
    if let failsIfAtLeast, unreached >= failsIfAtLeast { return .fails }
    return .undecided
  }

  /// The p-value of the test that shows the target met: P(X ≤ unreached) at the target.
  public func pValueOfMeeting(unreached: Int) -> Double {
    Binomial(trials: trials, probability: target).cdf(unreached)
  }

  /// The p-value of the test that shows the target failed: P(X ≥ unreached) at the target.
  public func pValueOfFailing(unreached: Int) -> Double {
    Binomial(trials: trials, probability: target).upperTail(unreached)
  }

  /// The probability of a verdict when the true share not reached is the given one; NaN for one outside [0, 1].
  public func probability(of verdict: Verdict, atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    let distribution = Binomial(trials: trials, probability: rate)
    let meets = meetsIfAtMost.map { distribution.cdf($0) } ?? 0
    let fails = failsIfAtLeast.map { distribution.upperTail($0) } ?? 0
    switch verdict {
    case .meets: return meets
    case .fails: return fails
    case .undecided: return max(0, 1 - meets - fails)
    }
  }
}
