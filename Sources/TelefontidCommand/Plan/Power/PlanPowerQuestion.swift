import SurveyStatistics
import Terminal

extension PlanPowerCommand {
  /// A test that may find the difference.
  enum Test: String, CaseIterable {
    case z, fisher, boschloo, mcnemar
    /// Of the change between surveys that share some practices.
    case overlap
    /// The test of such a change that `compare` makes.
    case twoWaves = "two-waves"
    /// The test of surveys with several calls to a practice that `compare` makes.
    case linearised
    case mcnemarExact = "mcnemar-exact"
    case mcnemarMidP = "mcnemar-mid-p"

    /// Its name in a table.
    var title: String {
      switch self {
      case .z: "z test"
      case .overlap: "z test of change"
      case .twoWaves: "two-waves (compare)"
      case .linearised: "linearised (compare)"
      case .fisher: "Fisher's exact"
      case .boschloo: "Boschloo's exact"
      case .mcnemar: "McNemar's"
      case .mcnemarExact: "McNemar's exact"
      case .mcnemarMidP: "McNemar's mid-p"
      }
    }

    /// Whether its sizes come from a formula; else they are found by computing the power itself.
    var isApproximate: Bool {
      switch self {
      case .z, .overlap, .mcnemar: true
      case .fisher, .boschloo, .twoWaves, .linearised, .mcnemarExact, .mcnemarMidP: false
      }
    }

    /// The most calls in either group for which the exact power is worth the wait.
    var mostCalls: Int {
      switch self {
      case .z, .mcnemar, .overlap: .max
      case .twoWaves, .linearised: ChangePlan.mostTrials
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
    let overlap: Double?
    let allocation: Double?
    let calls: [Int]?
    let practices: Int?
    let asksBoschloo: Bool
    let yield: PlanYield

    init(_ arguments: inout Arguments) {
      rate = arguments.take(PlanPowerCommand.rate)
      alternative = arguments.take(PlanPowerCommand.alternative)
      power = arguments.take(PlanPowerCommand.power)
      error = arguments.take(PlanPowerCommand.error)
      isOneSided = arguments.take(PlanPowerCommand.isOneSided)
      isPaired = arguments.take(PlanPowerCommand.isPaired)
      correlation = arguments.take(PlanPowerCommand.correlation)
      overlap = arguments.take(PlanPowerCommand.overlap)
      allocation = arguments.take(PlanPowerCommand.allocation)
      calls = arguments.take(PlanPowerCommand.calls)
      practices = arguments.take(PlanPowerCommand.practices)
      asksBoschloo = arguments.take(PlanPowerCommand.boschloo)
      yield = PlanYield(&arguments, rotates: true)
    }

    /// The tests that can be used, the approximate one first.
    var tests: [Test] {
      if isPaired, sharedValid < 1 { return [.overlap, .twoWaves] }
      if isPaired { return [.mcnemar, .mcnemarExact, .mcnemarMidP] }
      if yield.isClustered { return [.z, .linearised] }
      return asksBoschloo ? [.z, .fisher, .boschloo] : [.z, .fisher]
    }

    var ratio: Double { allocation ?? 1 }

    /// The share of practices that both surveys ring.
    var sharedPractices: Double { overlap ?? 1 }

    /// Of the practices with a valid call in one survey, the share that has one in the other too.
    var sharedValid: Double { sharedPractices * (1 - yield.lost) }

    /// How many different practices both surveys ring, for each call of the first one.
    private var practicesPerCall: Double {
      isPaired ? 2 - sharedPractices : max(1, ratio) / Double(yield.perPractice)
    }

    private static let mostPoints = 20

    /// What no number of calls can show, and what could be asked instead.
    var faults: [String] {
      var faults = yield.faults
      if isPaired, yield.isClustered {
        faults.append(
          "'--design-effect' and '--per-practice' are not for '--paired': the surveys call each practice once, and what its two calls share is '--correlation'"
        )
      }
      if isPaired, overlap == 0 {
        faults.append("'--overlap 0' is two surveys of different practices: leave '--paired' out")
      }
      if asksBoschloo, yield.isClustered {
        faults.append("'--boschloo' is for independent calls, not for '--design-effect' or '--per-practice'")
      }
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
      if !isPaired, overlap != nil { faults.append("'--overlap' is for '--paired'") }
      if !isPaired, correlation != nil { faults.append("'--correlation' is for '--paired'") }
      if isPaired, allocation != nil {
        faults.append("'--allocation' is not for '--paired': the same practices are rung both times")
      }
      if isPaired, asksBoschloo { faults.append("'--boschloo' is not for '--paired'; McNemar's test is") }
      if let calls, calls.count > Self.mostPoints {
        faults.append("'--calls': \(calls.count) numbers; ask for \(Self.mostPoints) at most at a time")
      }
      if let practices {
        for number in calls ?? [] where number > fitting(practices) {
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

    /// The most calls of the first slot or survey that so many practices can give.
    func fitting(_ practices: Int) -> Int {
      max(1, Int(Double(practices) / practicesPerCall * (1 + 1e-12)))
    }
  }
}
