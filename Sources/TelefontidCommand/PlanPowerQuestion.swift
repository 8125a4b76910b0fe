import SurveyStatistics
import Tables

extension PlanPowerCommand {
  /// A test that may find the difference.
  enum Test: String, CaseIterable {
    case z, fisher, boschloo, mcnemar
    case mcnemarExact = "mcnemar-exact"
    case mcnemarMidP = "mcnemar-mid-p"

    /// Its name in a table.
    var title: String {
      switch self {
      case .z: "z test"
      case .fisher: "Fisher's exact"
      case .boschloo: "Boschloo's exact"
      case .mcnemar: "McNemar's"
      case .mcnemarExact: "McNemar's exact"
      case .mcnemarMidP: "McNemar's mid-p"
      }
    }

    /// The most calls in either group for which the exact power is worth the wait.
    var mostCalls: Int {
      switch self {
      case .z, .mcnemar: .max
      case .fisher: 2000
      case .boschloo: 1000
      case .mcnemarExact, .mcnemarMidP: 100_000
      }
    }
  }

  /// The calls in both slots.
  struct Calls: Equatable, Sendable {
    var first: Int
    var second: Int
  }

  /// The fewest calls with which a test has the power, and the power that it then has.
  struct Size: Sendable {
    var test: Test
    var calls: Calls
    var power: Double
  }

  /// What comes out.
  struct Answer: Sendable {
    var sizes: [Size]
    /// The numbers of calls that the power is stated for.
    var curve: [Calls]
    /// The power by test (as in ``Question/tests``) for each of them; `nil` where it takes too long.
    var powers: [[Double?]]
  }

  /// What is asked: everything but the answer.
  struct Question: Sendable {
    let rate: Double
    let alternative: Double
    let power: Double
    let error: Double
    let isOneSided: Bool
    let isPaired: Bool
    let correlation: Double?
    let allocation: Double?
    let calls: [Int]?
    let practices: Int?
    let asksBoschloo: Bool

    init(_ arguments: inout Arguments) {
      rate = arguments.take(PlanPowerCommand.rate)
      alternative = arguments.take(PlanPowerCommand.alternative)
      power = arguments.take(PlanPowerCommand.power)
      error = arguments.take(PlanPowerCommand.error)
      isOneSided = arguments.take(PlanPowerCommand.isOneSided)
      isPaired = arguments.take(PlanPowerCommand.isPaired)
      correlation = arguments.take(PlanPowerCommand.correlation)
      allocation = arguments.take(PlanPowerCommand.allocation)
      calls = arguments.take(PlanPowerCommand.calls)
      practices = arguments.take(PlanPowerCommand.practices)
      asksBoschloo = arguments.take(PlanPowerCommand.boschloo)
    }

    /// The tests that can be used, the approximate one first.
    var tests: [Test] {
      if isPaired { return [.mcnemar, .mcnemarExact, .mcnemarMidP] }
      return asksBoschloo ? [.z, .fisher, .boschloo] : [.z, .fisher]
    }

    var ratio: Double { allocation ?? 1 }

    private static let mostPoints = 20

    /// What no number of calls can show, and what could be asked instead.
    var faults: [String] {
      var faults: [String] = []
      for (name, rate) in [("rate", rate), ("alternative", alternative)] where rate == 0 || rate == 1 {
        faults.append(
          "'--\(name) \(rate.shortest)': a rate without exceptions cannot be told from a very small one by any number of calls. Ask with the rate that would matter, or ask 'telefontid plan acceptance --good 0 --bad 0.05'"
        )
      }
      if rate == alternative {
        faults.append(
          "'--alternative \(alternative.shortest)' is the rate itself: without a difference there is nothing to see. Ask with the smallest difference that would matter, or ask 'telefontid plan margin' how close the rate can be known"
        )
      }
      if power <= error {
        faults.append(
          "'--power \(power.shortest)': a test that errs in \(PlanText.percent(error)) of cases has that much power without any calls; ask for more than \(error.shortest), such as 0.8"
        )
      }
      if !isPaired, correlation != nil { faults.append("'--correlation' is for '--paired'") }
      if isPaired, allocation != nil {
        faults.append("'--allocation' is not for '--paired': the same practices are rung both times")
      }
      if isPaired, asksBoschloo { faults.append("'--boschloo' is not for '--paired'; McNemar's test is") }
      if let calls, calls.count > Self.mostPoints {
        faults.append("'--calls': \(calls.count) numbers; ask for \(Self.mostPoints) at most at a time")
      }
      if let practices {
        for number in calls ?? [] where second(of: number) > practices || number > practices {
          faults.append(
            "'--calls \(number)' are more than \(practices) practices can give with one call each per slot; ask for \(fitting(practices)) or fewer"
          )
        }
      }
      return faults + (faults.isEmpty ? [impossibleCorrelation].compactMap { $0 } : [])
    }

    private var impossibleCorrelation: String? {
      guard isPaired, pair == nil else { return nil }
      let scale = (rate * (1 - rate) * alternative * (1 - alternative)).squareRoot()
      let most = (min(rate, alternative) - rate * alternative) / scale
      let least = (max(0, rate + alternative - 1) - rate * alternative) / scale
      return
        "'--correlation \((correlation ?? 0).shortest)': calls of which \(PlanText.percent(rate)) and \(PlanText.percent(alternative)) are not reached correlate by \(Self.cut(least)) to \(Self.cut(most)) at most; ask for something between"
    }

    /// A correlation with two decimals, towards 0.
    private static func cut(_ correlation: Double) -> String {
      PlanText.trimmed((correlation * 100).rounded(.towardZero) / 100, decimals: 2)
    }

    var pair: PairedPlan? {
      PairedPlan(first: rate, second: alternative, correlation: correlation ?? 0)
    }

    /// The calls in the second slot that belong to so many in the first.
    func second(of first: Int) -> Int {
      max(1, Int((Double(first) * ratio * (1 - 1e-12)).rounded(.up)))
    }

    /// The most calls of the first slot with which neither needs more than there are practices.
    func fitting(_ practices: Int) -> Int {
      max(1, min(practices, Int(Double(practices) / ratio * (1 + 1e-12))))
    }
  }
}

extension PlanPowerCommand.Question {
  typealias Calls = PlanPowerCommand.Calls

  /// Sizes and curve, or `nil` with a rejection.
  func answer(_ arguments: inout Arguments) -> PlanPowerCommand.Answer? {
    guard let first = approximateSize, first <= Double(Self.mostCalls) else {
      arguments.reject(
        "a difference between \(rate.shortest) and \(alternative.shortest) takes more calls than anyone can make; ask for a greater difference or less power"
      )
      return nil
    }
    let calls = pairOfCalls(Int((first * (1 - 1e-12)).rounded(.up)))
    if let practices, max(calls.first, calls.second) > practices {
      arguments.reject(refusal(calls, practices: practices))
      return nil
    }
    var sizes: [PlanPowerCommand.Size] = []
    for test in tests {
      let size = test == tests[0] ? calls : exactSize(test, near: calls.first)
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
    isPaired
      ? pair?.size(power: power, error: error, isTwoSided: !isOneSided)
      : TwoSharePlan.size(
        first: rate, second: alternative, power: power, error: error, isTwoSided: !isOneSided, ratio: ratio)
  }

  /// The power of a test; `nil` beyond what can be computed in reasonable time.
  func power(of test: PlanPowerCommand.Test, _ calls: Calls) -> Double? {
    guard max(calls.first, calls.second) <= test.mostCalls else { return nil }
    let direction: Alternative = !isOneSided ? .twoSided : rate > alternative ? .greater : .less
    switch test {
    case .z:
      return TwoSharePlan.power(
        first: rate, second: alternative, firstTrials: Double(calls.first),
        secondTrials: Double(calls.second),
        error: error, isTwoSided: !isOneSided)
    case .fisher:
      return ExactRejectionRegion.fisher(
        firstTrials: calls.first, secondTrials: calls.second, error: error, alternative: direction
      )?.probability(first: rate, second: alternative)
    case .boschloo:
      return ExactRejectionRegion.boschloo(
        firstTrials: calls.first, secondTrials: calls.second, error: error, alternative: direction
      )?.probability(first: rate, second: alternative)
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
    var high = size + size / 4 + 20
    // Boschloo's test, slow to compute, needs about as many as the approximate one.
    if test == .boschloo, suffices(size + size / 20) == true { high = size + size / 20 }
    guard suffices(high) == true else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let isEnough = suffices(middle) else { return nil }
      if isEnough { high = middle } else { low = middle }
    }
    while high > 1, suffices(high - 1) == true { high -= 1 }
    return pairOfCalls(high)
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
    let power = power(of: tests[0], most) ?? 0
    let asked = isPaired ? "\(calls.first) practices rung both times" : "\(calls.first) calls per slot"
    let split = calls.first == calls.second ? asked : "\(calls.first) and \(calls.second) calls"
    let offer =
      power > error
      ? "With all of them the power is \(PlanText.chance(power)): ask for '--power \(PlanText.trimmed((power * 100).rounded(.down) / 100, decimals: 2))' or a greater difference"
      : "Ask for a greater difference"
    return
      "a power of \(PlanText.percent(self.power)) takes \(split), but there are \(practices) practices, each rung once per slot at most. \(offer), or leave '--practices' out and ring on several days"
  }
}
