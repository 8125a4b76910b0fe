/// The power of the test that compare makes of two surveys of which some practices are in both.
///
/// It is that of ``OverlappingWaves/test(alternative:population:)`` and ``ClusteredWaves/pValue``: no change is rejected where the
/// interval of the change leaves out 0, both Wilson intervals being squared and added with the correlation that the shared
/// practices show. Not an approximation by the normal distribution: the counts are gone through.
///
///     let pair = PairedPlan(first: 0.10, second: 0.02, correlation: 0.2)
///     pair.flatMap { ChangePlan($0, trials: 52, shared: 26) }?.power()   // 0.34, where the z test of the change has 0.44
package struct ChangePlan: Sendable {
  /// The two shares, and how practices in both surveys hang together.
  package let pair: PairedPlan
  /// Practices in the first survey, or the independent calls that its calls are worth.
  package let firstTrials: Int
  /// The same of the second.
  package let secondTrials: Int
  /// Practices in both.
  package let shared: Int
  /// The degrees of freedom of either survey's variance: Student's t in place of the normal deviate; nil for independent calls.
  package let degreesOfFreedom: (first: Int, second: Int)?

  /// Two surveys of one size that share practices, one call to each; nil for shares of 0 or 1, no trials, more shared than there are,
  /// or more than 10,000 trials.
  package init?(_ pair: PairedPlan, trials: Int, shared: Int) {
    self.init(pair, firstTrials: trials, secondTrials: trials, shared: shared, degreesOfFreedom: nil)
  }

  /// Two surveys without a practice in common whose calls are worth so many independent ones; nil as above, or without degrees of
  /// freedom.
  package init?(
    first: Double, second: Double, firstTrials: Int, secondTrials: Int,
    degreesOfFreedom: (first: Int, second: Int)? = nil
  ) {
    guard let pair = PairedPlan(first: first, second: second, correlation: 0) else { return nil }
    self.init(
      pair, firstTrials: firstTrials, secondTrials: secondTrials, shared: 0,
      degreesOfFreedom: degreesOfFreedom)
  }

  private init?(
    _ pair: PairedPlan, firstTrials: Int, secondTrials: Int, shared: Int,
    degreesOfFreedom: (first: Int, second: Int)?
  ) {
    guard pair.first > 0, pair.first < 1, pair.second > 0, pair.second < 1, firstTrials > 0, secondTrials > 0,
      max(firstTrials, secondTrials) <= Self.mostTrials, shared >= 0,
      shared <= min(firstTrials, secondTrials),
      degreesOfFreedom.map({ $0.first > 0 && $0.second > 0 }) ?? true
    else { return nil }
    self.pair = pair
    self.firstTrials = firstTrials
    self.secondTrials = secondTrials
    self.shared = shared
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// More take long, and the z test of the change is then as good.
  package static let mostTrials = 10_000

  /// The probability that the test rejects; nil for an error outside (0, ½].
  ///
  /// `greater` asks whether the first share is greater. Exact to about 1e-5 while the counts are small; of a kind of practice of which
  /// there are many likely counts, one in every half standard deviation stands for its neighbours.
  package func power(error: Double = 0.05, alternative: Alternative = .twoSided) -> Double? {
    guard error > 0, error <= 0.5 else { return nil }
    var region = Region(self, tail: alternative == .twoSided ? 0.5 * error : error, alternative)
    let firstAlone = LikelyCounts(trials: firstTrials - shared, probability: pair.first)
    let notBoth = 1 - pair.both
    let rest = notBoth - pair.firstOnly
    var power = 0.0
    for (both, chanceOfBoth) in LikelyCounts(trials: shared, probability: pair.both).counts {
      for (firstOnly, chanceOfFirst) in LikelyCounts(
        trials: shared - both, probability: pair.firstOnly / notBoth
      ).counts {
        for (secondOnly, chanceOfSecond) in LikelyCounts(
          trials: shared - both - firstOnly, probability: rest > 0 ? min(pair.secondOnly / rest, 1) : 0
        ).counts {
          let chance = chanceOfBoth * chanceOfFirst * chanceOfSecond
          guard chance > Self.negligible else { continue }
          region.begin(
            secondAtLeast: both + secondOnly, correlation: correlation(both, firstOnly, secondOnly))
          for (alone, chanceAlone) in firstAlone.counts {
            power += chance * chanceAlone * region.rejection(first: both + firstOnly + alone)
          }
        }
      }
    }
    return min(power, 1)
  }

  /// What all such tables together have is less than a ten thousandth.
  private static let negligible = 1e-8

  /// The correlation of the two shares that the shared practices show.
  private func correlation(_ both: Int, _ firstOnly: Int, _ secondOnly: Int) -> Double {
    let counts = PairedCounts(
      both: both, firstOnly: firstOnly, secondOnly: secondOnly,
      neither: shared - both - firstOnly - secondOnly)
    let scale = Double(firstTrials).squareRoot() * Double(secondTrials).squareRoot()
    return (counts?.correlation ?? 0) * Double(shared) / scale
  }
}

/// The counts of a binomial distribution that matter, with their chances; of many, some that stand for their neighbours.
private struct LikelyCounts {
  /// In ascending order.
  let counts: [(count: Int, chance: Double)]

  init(trials: Int, probability: Double) {
    guard trials > 0, probability > 0 else {
      counts = [(0, 1)]
      return
    }
    guard probability < 1 else {
      counts = [(trials, 1)]
      return
    }
    let masses = BinomialMasses(trials: trials, probability: probability)
    let likely = masses.range.filter { masses[$0] > Self.negligible }
    let deviation = (Double(trials) * probability * (1 - probability)).squareRoot()
    // Where the distribution is cut off at 0 or at all trials, leaving counts out would tell.
    let isCutOff = [likely.first, likely.last].contains { ($0.map { masses[$0] } ?? 0) > Self.tail }
    let step = isCutOff ? 1 : max(1, Int(0.5 * deviation))
    let taken = stride(from: 0, to: likely.count, by: step).map { likely[$0] }
    let total = taken.reduce(0) { $0 + masses[$1] }
    counts = taken.map { ($0, masses[$0] / total) }
  }

  private static let negligible = 1e-6
  private static let tail = 1e-4
}

/// Which counts of two surveys the test rejects, gone through with rising counts of the first.
private struct Region {
  private let firsts: [ConfidenceInterval]
  private let seconds: [ConfidenceInterval]
  /// The chance of fewer than so many unreached among the second survey's own practices.
  private let fewerThan: [Double]
  private let seesGreater: Bool
  private let seesLess: Bool

  private var secondAtLeast = 0
  private var correlation = 0.0
  /// The smallest count of the second survey's own practices with which the first share is no longer shown to be greater.
  private var notGreater = 0
  /// The smallest with which it is shown to be less.
  private var less = 0

  init(_ plan: ChangePlan, tail: Double, _ alternative: Alternative) {
    func intervals(_ trials: Int, _ degreesOfFreedom: Int?) -> [ConfidenceInterval] {
      let z =
        degreesOfFreedom.map { StudentT(degreesOfFreedom: Double($0)).quantile(upperTail: tail) }
        ?? Normal.quantile(upperTail: tail)
      return (0...trials).map {
        ProportionInterval.Counts(successes: Double($0), failures: Double(trials - $0)).wilson(z)
      }
    }
    firsts = intervals(plan.firstTrials, plan.degreesOfFreedom?.first)
    seconds = intervals(plan.secondTrials, plan.degreesOfFreedom?.second)
    let own = Binomial(trials: plan.secondTrials - plan.shared, probability: plan.pair.second)
    fewerThan = [0] + (0...own.trials).map { own.cdf($0) }
    seesGreater = alternative != .less
    seesLess = alternative != .greater
  }

  /// Begins with the smallest count of the first survey.
  ///
  /// - Parameters:
  ///   - secondAtLeast: How many of the shared practices are unreached in the second survey.
  ///   - correlation: That of the two shares.
  mutating func begin(secondAtLeast: Int, correlation: Double) {
    self.secondAtLeast = secondAtLeast
    self.correlation = correlation
    notGreater = 0
    less = 0
  }

  /// The chance of rejection with a count of the first survey, which only rises from call to call.
  mutating func rejection(first: Int) -> Double {
    let own = fewerThan.count - 1
    while seesGreater, notGreater < own, isGreater(first, secondAtLeast + notGreater) { notGreater += 1 }
    less = max(less, notGreater)
    while less < own, !seesLess || !isLess(first, secondAtLeast + less) { less += 1 }
    return fewerThan[notGreater] + (1 - fewerThan[less])
  }

  private func isGreater(_ first: Int, _ second: Int) -> Bool {
    let (share, other) = shares(first, second)
    return share > other && change(first, second, share, other).lower >= 0
  }

  private func isLess(_ first: Int, _ second: Int) -> Bool {
    let (share, other) = shares(first, second)
    return share < other && change(first, second, share, other).upper <= 0
  }

  private func shares(_ first: Int, _ second: Int) -> (Double, Double) {
    (Double(first) / Double(firsts.count - 1), Double(second) / Double(seconds.count - 1))
  }

  private func change(_ first: Int, _ second: Int, _ share: Double, _ other: Double) -> ConfidenceInterval {
    ProportionDifference.combined(
      share, in: firsts[first], minus: other, in: seconds[second], correlation: correlation)
  }
}
