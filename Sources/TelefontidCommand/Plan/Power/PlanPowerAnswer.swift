import SurveyStatistics
import Terminal

extension PlanPowerCommand.Question {
  typealias Calls = PlanPowerCommand.Calls

  /// Sizes and curve, or why there are none.
  func answer() throws(PlanRefusal) -> PlanPowerCommand.Answer {
    guard let first = approximateSize, let made = yield.made(counting: first), made <= Self.mostCalls else {
      throw PlanRefusal(
        "a difference between \(rate.shortest) and \(alternative.shortest) takes more calls than anyone can make; ask for a greater difference or less power"
      )
    }
    let calls = pairOfCalls(made)
    if let practices, calls.first > fitting(practices) {
      throw PlanRefusal(refusal(calls, practices: practices))
    }
    var sizes: [PlanPowerCommand.Size] = []
    for test in tests {
      let size = test.isApproximate ? calls : exactSize(test, near: calls.first)
      if let size, let power = power(of: test, size) {
        sizes.append(.init(test: test, calls: size, power: power))
      }
    }
    let limit = practices.map(fitting)
    let curve = (self.calls ?? Self.points(around: calls.first, limit: limit)).map(pairOfCalls)
    return PlanPowerCommand.Answer(
      sizes: sizes, curve: curve, powers: curve.map { point in tests.map { power(of: $0, point) } })
  }

  private static let mostCalls = 1_000_000_000
  /// Below so many calls the saw-tooth of exact power is coarse.
  private static let few = 100

  func pairOfCalls(_ first: Int) -> Calls {
    Calls(first: max(1, first), second: isPaired ? max(1, first) : second(of: first))
  }

  /// The size of the first group by the normal approximation.
  private var approximateSize: Double? {
    if isPaired, sharedValid < 1 {
      return pair?.overlappingSizes(
        overlap: sharedValid, power: power, error: error, isTwoSided: !isOneSided)?.first
    }
    return isPaired
      ? pair?.size(power: power, error: error, isTwoSided: !isOneSided)
      : TwoSharePlan.size(
        first: rate, second: alternative, power: power, error: error, isTwoSided: !isOneSided, ratio: ratio)
  }

  /// The power of a test; `nil` beyond what can be computed in reasonable time.
  func power(of test: PlanPowerCommand.Test, _ calls: Calls) -> Double? {
    let (first, second) = (yield.valid(calls.first), yield.valid(calls.second))
    guard max(first, second) <= test.mostCalls else { return nil }
    let direction: Alternative = !isOneSided ? .twoSided : rate > alternative ? .greater : .less
    switch test {
    case .z:
      return TwoSharePlan.power(
        first: rate, second: alternative, firstTrials: yield.effective(calls.first),
        secondTrials: yield.effective(calls.second),
        error: error, isTwoSided: !isOneSided)
    case .fisher:
      return ExactRejectionRegion.fisher(
        firstTrials: first, secondTrials: second, error: error, alternative: direction
      )?.probability(first: rate, second: alternative)
    case .boschloo:
      return ExactRejectionRegion.boschloo(
        firstTrials: first, secondTrials: second, error: error, alternative: direction
      )?.probability(first: rate, second: alternative)
    case .overlap:
      return pair?.overlappingPower(
        overlap: sharedValid, trials: first, error: error, isTwoSided: !isOneSided)
    case .twoWaves:
      return pair.flatMap {
        ChangePlan($0, trials: first, shared: Int((Double(first) * sharedValid).rounded()))
      }?.power(error: error, alternative: direction)
    case .linearised:
      let degrees = yield.degreesOfFreedom(calls.first).flatMap { one in
        yield.degreesOfFreedom(calls.second).map { (first: one, second: $0) }
      }
      return ChangePlan(
        first: rate, second: alternative, firstTrials: Int(yield.effective(calls.first)),
        secondTrials: Int(yield.effective(calls.second)), degreesOfFreedom: degrees
      )?.power(error: error, alternative: direction)
    case .mcnemar: return pair?.power(pairs: calls.first, error: error, isTwoSided: !isOneSided)
    case .mcnemarExact, .mcnemarMidP:
      return pair?.exactPower(
        pairs: calls.first, error: error, isTwoSided: !isOneSided, isMidP: test == .mcnemarMidP)
    }
  }

  /// The fewest calls around an approximate size with which an exact test has the power.
  ///
  /// Exact power moves in a saw-tooth. The answer has the power and one call less has not; a few more may fall short
  /// again by a little. O(log size) powers, and one per step down.
  private func exactSize(_ test: PlanPowerCommand.Test, near size: Int) -> Calls? {
    func suffices(_ first: Int) -> Bool? { power(of: test, pairOfCalls(first)).map { $0 >= power } }
    // An exact test needs little more than the approximate one, and with few calls at times a little less.
    var low = max(1, size < Self.few ? size / 2 : size - size / 10)
    // The test of a change does little before both surveys have seen a few unreached calls, and needs more with small rates.
    let isOfChange = test == .twoWaves || test == .linearised
    var high = min(isOfChange ? 2 * size + 100 : size + size / 4 + 20, mostCalls(of: test))
    // Boschloo's test, slow to compute, needs about as many as the approximate one.
    if test == .boschloo, suffices(size + size / 20) == true { high = size + size / 20 }
    guard high > low, suffices(high) == true else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let isEnough = suffices(middle) else { return nil }
      if isEnough { high = middle } else { low = middle }
    }
    while high > 1, suffices(high - 1) == true { high -= 1 }
    return pairOfCalls(high)
  }

  /// The most calls in the first group for which neither group has too many for a test.
  private func mostCalls(of test: PlanPowerCommand.Test) -> Int {
    let most = Double(min(test.mostCalls, Self.mostCalls)) / (isPaired ? 1 : max(1, ratio)) / (1 - yield.lost)
    return Int(most)
  }

  /// Numbers of calls around an answer, each once.
  private static func points(around size: Int, limit: Int?) -> [Int] {
    var points: [Int] = []
    for eighths in [1, 2, 4, 6, 8, 10, 12, 16] {
      let point = max(1, size * eighths / 8)
      if points.last != point, point <= limit ?? .max { points.append(point) }
    }
    return points
  }

  /// There are not so many practices: what they could show.
  private func refusal(_ calls: Calls, practices: Int) -> String {
    let most = pairOfCalls(fitting(practices))
    let power = power(of: tests[isPaired && sharedValid < 1 ? 1 : 0], most) ?? power(of: tests[0], most) ?? 0
    let asked =
      !isPaired
      ? "\(calls.first) calls per slot"
      : sharedPractices == 1
        ? "\(calls.first) practices rung both times"
        : "\(calls.first) practices per survey, \(PlanText.percent(sharedPractices)) of them in both"
    let split = calls.first == calls.second ? asked : "\(calls.first) and \(calls.second) calls"
    let reachable = (power * 100).rounded(.down) / 100
    let offer =
      reachable > error
      ? "With all of them the power is \(PlanText.chance(power)): ask for '--power \(PlanText.trimmed(reachable, decimals: 2))' or a greater difference"
      : "Ask for a greater difference"
    return
      "a power of \(PlanText.percent(self.power)) takes \(split), but there are \(practices) practices, each rung once per slot at most. \(offer), or leave '--practices' out and ring on several days"
  }
}
