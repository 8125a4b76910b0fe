/// What a count of calls says about a target for the share not reached.
package enum Verdict: String, Sendable, Equatable, CaseIterable {
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
///
/// Calls that are not independent are judged as the number that they are worth, which need not be whole: the binomial tails are incomplete
/// beta functions.
package struct VerdictRule: Sendable, Equatable {
  /// How many calls were, or will be, made.
  package let calls: Int
  /// How many independent calls they are worth, at most as many.
  package let worth: Double
  /// The greatest share not reached that is still acceptable.
  package let target: Double
  /// The error probability allowed to each side.
  package let error: Double
  /// The greatest count of unreached calls that meets the target; nil when no count can.
  package let meetsIfAtMost: Int?
  /// The smallest count of unreached calls that fails the target; nil when no count can.
  package let failsIfAtLeast: Int?

  /// The rule for independent calls; nil for negative trials, a target outside [0, 1], or an error outside (0, ½].
  ///
  /// O(√trials · log trials).
  package init?(trials: Int, target: Double, error: Double = 0.05) {
    self.init(calls: trials, worth: Double(trials), target: target, error: error)
  }

  /// The rule for calls that are worth less than as many independent ones; nil as above, and for a worth outside 0…calls.
  package init?(calls: Int, worth: Double, target: Double, error: Double = 0.05) {
    guard calls >= 0, calls < Int.max, worth >= 0, worth <= Double(calls), target >= 0, target <= 1,
      error > 0, error <= 0.5
    else { return nil }
    self.calls = calls
    self.worth = worth
    self.target = target
    self.error = error
    let tails = Tails(calls: calls, worth: worth, rate: target)
    let limit = error * FisherTest.fuzz
    let firstNotLow = BinarySearch.firstIndex(in: 0..<(calls + 1)) { tails.atMost(Double($0)) > limit }
    // No count both meets and fails, which only the fuzz could bring about, near an error of ½.
    let firstHigh = BinarySearch.firstIndex(in: firstNotLow..<(calls + 1)) {
      tails.atLeast(Double($0)) <= limit
    }
    meetsIfAtMost = firstNotLow == 0 ? nil : firstNotLow - 1
    failsIfAtLeast = firstHigh > calls ? nil : firstHigh
  }

  /// The independent calls that the calls are worth, rounded down.
  package var trials: Int { Int(worth) }

  /// The verdict on a count of unreached calls.
  package func verdict(unreached: Int) -> Verdict {
    if let meetsIfAtMost, unreached <= meetsIfAtMost { return .meets }
    if let failsIfAtLeast, unreached >= failsIfAtLeast { return .fails }
    return .undecided
  }

  /// The p-value of the test that shows the target met: P(X ≤ unreached) at the target.
  ///
  /// The count need not be whole where calls are worth less than independent ones or weigh differently.
  package func pValueOfMeeting(unreached: Double) -> Double {
    Tails(calls: calls, worth: worth, rate: target).atMost(unreached)
  }

  /// The p-value of the test that shows the target failed: P(X ≥ unreached) at the target.
  package func pValueOfFailing(unreached: Double) -> Double {
    Tails(calls: calls, worth: worth, rate: target).atLeast(unreached)
  }

  /// The probability of a verdict when the true share not reached is the given one; NaN for one outside [0, 1].
  ///
  /// The count of unreached calls is spread as one of so many independent calls as they are worth, and is taken to lie in the middle of
  /// its unit.
  package func probability(of verdict: Verdict, atRate rate: Double) -> Double {
    guard rate >= 0, rate <= 1 else { return .nan }
    let tails = Tails(calls: calls, worth: worth, rate: rate)
    let meets = meetsIfAtMost.map { tails.probability(ofAtMost: $0) } ?? 0
    let fails = failsIfAtLeast.map { tails.probability(ofAtLeast: $0) } ?? 0
    switch verdict {
    case .meets: return meets
    case .fails: return fails
    case .undecided: return max(0, 1 - meets - fails)
    }
  }

  /// The tails of the count of unreached calls at one rate.
  private struct Tails {
    let calls: Int
    let worth: Double
    let rate: Double
    private let whole: Binomial?

    init(calls: Int, worth: Double, rate: Double) {
      self.calls = calls
      self.worth = worth
      self.rate = rate
      whole = worth == Double(calls) ? Binomial(trials: calls, probability: rate) : nil
    }

    /// How many of the independent calls so many of the calls are.
    private func scaled(_ count: Double) -> Double { count * worth / Double(max(calls, 1)) }

    /// P(X ≤ count), the count being as large a share of what the calls are worth as of the calls.
    func atMost(_ count: Double) -> Double {
      if let whole, let exact = Int(exactly: count) { return whole.cdf(exact) }
      return lower(scaled(count))
    }

    /// P(X ≥ count).
    func atLeast(_ count: Double) -> Double {
      if let whole, let exact = Int(exactly: count) { return whole.upperTail(exact) }
      return upper(scaled(count))
    }

    /// The chance that at most so many of the calls are unreached.
    func probability(ofAtMost count: Int) -> Double {
      whole?.cdf(count) ?? lower(scaled(Double(count) + 0.5) - 0.5)
    }

    /// The chance that at least so many are.
    func probability(ofAtLeast count: Int) -> Double {
      whole?.upperTail(count) ?? 1 - lower(scaled(Double(count) - 0.5) - 0.5)
    }

    private func lower(_ count: Double) -> Double {
      guard count > -1 else { return 0 }
      return count < worth ? BetaDistribution(count + 1, worth - count).upperTail(rate) : 1
    }

    private func upper(_ count: Double) -> Double {
      guard count < worth + 1 else { return 0 }
      return count > 0 ? BetaDistribution(count, worth - count + 1).cdf(rate) : 1
    }
  }
}
