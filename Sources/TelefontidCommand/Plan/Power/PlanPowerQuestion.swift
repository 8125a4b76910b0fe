import Drawing
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
    var title: String { name(Speech.language) }

    /// Its name in both languages.
    var name: Words {
      switch self {
      case .z: Words("z test", "z-test")
      case .overlap: Words("z test of change", "z-test af ændring")
      case .twoWaves: Words("two-waves (compare)")
      case .linearised: Words("linearised (compare)")
      case .fisher: Words("Fisher's exact", "Fishers eksakte")
      case .boschloo: Words("Boschloo's exact", "Boschloos eksakte")
      case .mcnemar: Words("McNemar's", "McNemars")
      case .mcnemarExact: Words("McNemar's exact", "McNemars eksakte")
      case .mcnemarMidP: Words("McNemar's mid-p", "McNemars mid-p")
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
  struct Question: OptionGroup {
    @Option("rate", "RATE", "The share not reached in one slot or survey, such as 0.10.", reading: .share)
    var rate: Double
    @Option("alternative", "RATE", "The share in the other, such as 0.06.", reading: .share) var alternative:
      Double
    @Option("power", "CHANCE", "The chance of seeing the difference.", reading: .probability, default: 0.8)
    var power: Double
    @Option("error", "RISK", "The risk of seeing one that is not there.", reading: .errorRisk, default: 0.05)
    var error: Double
    @Flag("one-sided", "Look in one direction only: one rate is known not to be the greater.") var isOneSided
    @Flag("paired", "The same practices are rung both times.") var isPaired
    @Option(
      "correlation", "PHI", "How alike the two calls to a practice end, from -1 to 1.",
      reading: .number(in: -1...1), absent: "0, the cautious choice") var correlation: Double?
    @Option(
      "overlap", "SHARE", "With --paired: the share of practices that are rung both times.", reading: .share,
      absent: "1, all of them") var overlap: Double?
    @Option(
      "allocation", "RATIO", "Calls in the second slot per call in the first.",
      reading: .number(in: 0.01...100),
      absent: "1") var allocation: Double?
    @Option(
      "calls", "N,...", "The numbers of calls (in the first slot) to state the power for.",
      reading: .list(of: .integer(in: 1...100_000_000)), absent: "around the answer") var calls: [Int]?
    @Option(
      "practices", "N", "How many practices there are; each is rung once per slot at most.",
      reading: .integer(in: 1...1_000_000_000), absent: "more than enough") var practices: Int?
    @Flag(
      "boschloo",
      "Also Boschloo's exact test: with as many calls in both slots it needs fewer than Fisher's, and some time to compute."
    ) var asksBoschloo
    @Options(PlanYield(rotates: true)) var yield: PlanYield

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
