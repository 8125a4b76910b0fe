/// The tables of two groups that an exact test rejects, for exact power and true error.
///
/// Given all successes, a test rejects when the first group has few or many of them: two critical counts per total.
package struct ExactRejectionRegion: Sendable, Equatable {
  /// Trials of the first group.
  package let firstTrials: Int
  /// Trials of the second group.
  package let secondTrials: Int
  /// By total of successes, the greatest count of the first group that is rejected as too small, −1 for none.
  private let low: [Int]
  /// By total of successes, the smallest count of the first group that is rejected as too great.
  private let high: [Int]

  /// What Fisher's test rejects: two-sided by minimum likelihood, or one-sided.
  ///
  /// Nil for groups without trials or with more than 10,000, or an error outside (0, 1). O(smaller group) per total.
  package static func fisher(
    firstTrials: Int, secondTrials: Int, error: Double = 0.05, alternative: Alternative = .twoSided
  ) -> ExactRejectionRegion? {
    guard isEnumerable(firstTrials, secondTrials), error > 0, error < 1 else { return nil }
    return ExactRejectionRegion(firstTrials: firstTrials, secondTrials: secondTrials) { masses in
      switch alternative {
      case .less: (masses.prefix(upTo: error), masses.count)
      case .greater: (-1, masses.suffix(upTo: error))
      case .twoSided: masses.unlikeliest(upTo: error)
      }
    }
  }

  /// What Boschloo's test rejects: Fisher's one-sided regions made as great as the error allows.
  ///
  /// Two-sided puts half of the error on each side, as SciPy's p-value of twice the smaller does. Nil as for Fisher's,
  /// and for an error above ½. About forty maximisations over the common share: a second for a thousand trials each.
  package static func boschloo(
    firstTrials: Int, secondTrials: Int, error: Double = 0.05, alternative: Alternative = .twoSided
  ) -> ExactRejectionRegion? {
    guard isEnumerable(firstTrials, secondTrials), error > 0, error <= 0.5 else { return nil }
    let side = alternative == .twoSided ? 0.5 * error : error
    let greater =
      alternative == .less
      ? 0 : greatestFisherLevel(firstTrials: firstTrials, secondTrials: secondTrials, error: side)
    let less: Double
    switch alternative {
    case .greater: less = 0
    case .less, .twoSided:
      // Swapping the groups turns "less" into "greater".
      less =
        firstTrials == secondTrials && alternative == .twoSided
        ? greater
        : greatestFisherLevel(firstTrials: secondTrials, secondTrials: firstTrials, error: side)
    }
    return ExactRejectionRegion(firstTrials: firstTrials, secondTrials: secondTrials) { masses in
      (masses.prefix(upTo: less), masses.suffix(upTo: greater))
    }
  }

  /// Whether the test rejects for these counts; false for counts that cannot be.
  package func contains(first: Int, second: Int) -> Bool {
    guard first >= 0, first <= firstTrials, second >= 0, second <= secondTrials else { return false }
    return first <= low[first + second] || first >= high[first + second]
  }

  /// The probability of rejecting when the groups have these shares: the power, or at equal shares the true error.
  ///
  /// Exact but for counts of probability below 1e-18. NaN for shares outside [0, 1]. O(√(first · second)).
  package func probability(first p: Double, second q: Double) -> Double {
    guard p >= 0, p <= 1, q >= 0, q <= 1 else { return .nan }
    let left = BinomialMasses(trials: firstTrials, probability: p)
    let right = BinomialMasses(trials: secondTrials, probability: q)
    var total = 0.0
    for first in left.range {
      var rejected = 0.0
      for second in right.range where first <= low[first + second] || first >= high[first + second] {
        rejected += right[second]
      }
      total += left[first] * rejected
    }
    return min(total, 1)
  }

  /// Asks for the critical counts of every total, counted from the smallest possible count of the first group.
  private init(
    firstTrials: Int, secondTrials: Int, criticalCounts: (HypergeometricMasses) -> (low: Int, high: Int)
  ) {
    self.firstTrials = firstTrials
    self.secondTrials = secondTrials
    var low: [Int] = []
    var high: [Int] = []
    for total in 0...(firstTrials + secondTrials) {
      let masses = HypergeometricMasses(firstTrials: firstTrials, secondTrials: secondTrials, total: total)
      let critical = criticalCounts(masses)
      // "None" must stay out of reach on either side.
      low.append(critical.low < 0 ? -1 : masses.smallest + critical.low)
      high.append(critical.high >= masses.count ? Int.max : masses.smallest + critical.high)
    }
    self.low = low
    self.high = high
  }

  /// The greatest one-sided Fisher p-value that may still be rejected, so that the size stays within the error.
  private static func greatestFisherLevel(firstTrials: Int, secondTrials: Int, error: Double) -> Double {
    func isAllowed(_ level: Double) -> Bool {
      let region = UnconditionalTest.fisherRegion(
        firstTrials: firstTrials, secondTrials: secondTrials, pValue: level)
      return region.greatestProbability() <= error
    }
    // Fisher's own level always is.
    var allowed = error
    var refused = 1.0
    if isAllowed(refused) { return refused }
    while refused - allowed > 1e-10 * allowed {
      let middle = (allowed * refused).squareRoot()
      guard middle > allowed, middle < refused else { break }
      if isAllowed(middle) { allowed = middle } else { refused = middle }
    }
    return allowed
  }

  private static func isEnumerable(_ first: Int, _ second: Int) -> Bool {
    first > 0 && second > 0 && first <= mostTrials && second <= mostTrials
  }

  private static let mostTrials = 10_000
}

/// The probabilities of the first group's counts given all successes, from the smallest possible count on.
private struct HypergeometricMasses {
  /// The smallest count that the first group can have.
  let smallest: Int
  private let masses: [Double]

  /// How many different counts there are.
  var count: Int { masses.count }

  init(firstTrials: Int, secondTrials: Int, total: Int) {
    let distribution = Hypergeometric(
      population: firstTrials + secondTrials, successes: total, draws: firstTrials)
    let support = distribution.support
    smallest = support.lowerBound
    let mode = min(
      max(
        Int(Double(firstTrials + 1) * Double(total + 1) / Double(firstTrials + secondTrials + 2)),
        support.lowerBound), support.upperBound - 1)
    var masses = [Double](repeating: 0, count: support.count)
    let peak = distribution.pmf(mode)
    var mass = peak
    masses[mode - smallest] = peak
    var k = mode
    while k + 1 < support.upperBound {
      mass *=
        Double(total - k) / Double(k + 1) * (Double(firstTrials - k) / Double(secondTrials - total + k + 1))
      k += 1
      masses[k - smallest] = mass
    }
    mass = peak
    k = mode
    while k > smallest {
      mass *=
        Double(k) / Double(total - k + 1) * (Double(secondTrials - total + k) / Double(firstTrials - k + 1))
      k -= 1
      masses[k - smallest] = mass
    }
    self.masses = masses
  }

  /// The last index whose lower tail is within the error; −1 for none.
  func prefix(upTo error: Double) -> Int {
    var sum = 0.0
    for (index, mass) in masses.enumerated() {
      sum += mass
      if sum > error * Self.allowance { return index - 1 }
    }
    return masses.count - 1
  }

  /// The first index whose upper tail is within the error; the number of counts for none.
  func suffix(upTo error: Double) -> Int {
    var sum = 0.0
    for (index, mass) in masses.enumerated().reversed() {
      sum += mass
      if sum > error * Self.allowance { return index + 1 }
    }
    return 0
  }

  /// Both ends of the set of unlikeliest counts whose probability is within the error, ties taken together.
  func unlikeliest(upTo error: Double) -> (low: Int, high: Int) {
    var left = 0
    var right = masses.count - 1
    var low = -1
    var high = masses.count
    var sum = 0.0
    while left <= right {
      let limit = min(masses[left], masses[right]) * FisherTest.fuzz
      while left <= right && masses[left] <= limit {
        sum += masses[left]
        left += 1
      }
      while left <= right && masses[right] <= limit {
        sum += masses[right]
        right -= 1
      }
      guard sum <= error * Self.allowance else { break }
      low = left - 1
      high = right + 1
    }
    return (low, high)
  }

  /// Room for the rounding of sums, so that a p-value of exactly the error rejects.
  private static let allowance = 1 + 1e-12
}
