import SurveyStatistics
import Tables

/// `plan verdict`: which verdicts a survey of several hours can come to.
struct PlanVerdictCommand: Command {
  static let target = Parameter<Double>.requiredOption(
    "target", "RATE", "The greatest share not reached that is still acceptable, such as 0.10.",
    reading: .share)
  static let calls = Parameter<[Int]?>.option(
    "calls", "N,...", "Calls per hour; several are compared.",
    reading: .list(of: .integer(in: 1...1_000_000)),
    absent: "as many as --rate needs")
  static let hours = Parameter<Int>.option(
    "hours", "K", "How many hours are judged.", reading: .integer(in: 1...24), default: 8, shown: "8")
  static let error = Parameter<Double>.option(
    "error", "RISK", "The risk of a wrong verdict, to either side.", reading: .errorRisk, default: 0.05,
    shown: "0.05")
  static let rate = Parameter<Double?>.option(
    "rate", "RATE", "A true share: find the fewest calls that will show it to meet (or fail) the target.",
    reading: .share)
  static let power = Parameter<Double>.option(
    "power", "CHANCE", "The chance of that verdict, with --rate.", reading: .probability, default: 0.8,
    shown: "0.8")
  static let practices = Parameter<Int?>.option(
    "practices", "N", "How many practices there are; each is rung once per hour at most.",
    reading: .integer(in: 1...1_000_000_000), absent: "more than enough")

  static let spec = CommandSpec(
    name: "verdict", summary: "How likely meets, undecided and fails are, by calls and true share.",
    discussion: """
      What evaluate would say of an hour, before a call is made: meets if an exact test shows the share not reached to be \
      below the target, fails if it shows it to be above, else undecided. "Every hour" is met if each hour is, and an hour \
      is named as failing after Holm's correction.
      """,
    parameters: [
      target.spec, calls.spec, hours.spec, error.spec, rate.spec, power.spec, practices.spec,
    ] + PlanOutput.specsWithFigure,
    examples: [
      .init(
        command: "telefontid plan verdict --target 0.10 --calls 52,105,210,420 --hours 8",
        purpose: "What surveys of different sizes can decide:"),
      .init(
        command: "telefontid plan verdict --target 0.10 --rate 0.06",
        purpose: "Calls needed to show that 6 % is below 10 %:"),
    ])

  let question: Question
  let plans: [Plan]
  let sizes: [Size]
  let output: PlanOutput

  init(_ arguments: inout Arguments) throws {
    question = Question(&arguments)
    output = PlanOutput(&arguments, draws: true)
    var faults = question.faults
    var found: [Size] = []
    if faults.isEmpty {
      do { found = try question.sizes() } catch { faults.append(error.message) }
    }
    for fault in faults { arguments.reject(fault) }
    sizes = found
    plans = faults.isEmpty ? question.plans(sizes: found) : []
  }

  func run(in context: Context) async throws {
    try output.deliver(
      PlanVerdictTables(question: question, plans: plans, sizes: sizes).answer, in: context)
  }
}

extension PlanVerdictCommand {
  /// So many calls in every hour, and the rules that they lead to.
  struct Plan: Sendable {
    var calls: Int
    /// The rule of one hour.
    var rule: VerdictRule
    /// All hours together.
    var hours: VerdictPlan

    /// The chances at one true share, the same in every hour.
    func chances(atRate rate: Double) -> Chances {
      let rates = [Double](repeating: rate, count: hours.rules.count)
      return Chances(
        meets: rule.probability(of: .meets, atRate: rate),
        undecided: rule.probability(of: .undecided, atRate: rate),
        fails: rule.probability(of: .fails, atRate: rate),
        everyHourMeets: hours.probabilityInEveryHour(of: .meets, atRates: rates),
        someHourFails: hours.probabilityOfNamingAFailingHour(atRates: rates))
    }
  }

  /// The chances of verdicts at one true share.
  struct Chances: Sendable {
    var meets: Double
    var undecided: Double
    var fails: Double
    var everyHourMeets: Double
    var someHourFails: Double
    /// Neither is shown of the hours together.
    var neither: Double { max(0, 1 - everyHourMeets - someHourFails) }
  }

  /// The fewest calls per hour for a verdict on some hours.
  struct Size: Sendable {
    var hours: Int
    var calls: Int
    /// The chance of the verdict in all of them.
    var power: Double
  }

  /// What is asked: everything but the answer.
  struct Question: Sendable {
    let target: Double
    let calls: [Int]?
    let hours: Int
    let error: Double
    let rate: Double?
    let power: Double
    let practices: Int?
    let isPowerGiven: Bool

    init(_ arguments: inout Arguments) {
      target = arguments.take(PlanVerdictCommand.target)
      calls = arguments.take(PlanVerdictCommand.calls)
      hours = arguments.take(PlanVerdictCommand.hours)
      error = arguments.take(PlanVerdictCommand.error)
      rate = arguments.take(PlanVerdictCommand.rate)
      isPowerGiven = arguments.isGiven(PlanVerdictCommand.power)
      power = arguments.take(PlanVerdictCommand.power)
      practices = arguments.take(PlanVerdictCommand.practices)
    }

    private static let mostNumbers = 10
    /// Searching further takes long, and nobody makes so many calls an hour.
    private static let mostSought = 20_000.0

    /// What has no answer, and what could be asked instead.
    var faults: [String] {
      var faults: [String] = []
      if target == 0 || target == 1 {
        faults.append(
          target == 0
            ? "'--target 0': no number of calls shows that nobody ever fails to get through. Ask with the greatest share that is still acceptable, such as 0.05"
            : "'--target 1': every survey meets it. Ask with the greatest share that is still acceptable, such as 0.05"
        )
      }
      if calls == nil, rate == nil {
        faults.append(
          "'--calls' or '--rate' is needed: numbers of calls to look at, or a true share to find the fewest calls for"
        )
      }
      if let calls, calls.count > Self.mostNumbers {
        faults.append("'--calls': \(calls.count) numbers; ask for \(Self.mostNumbers) at most at a time")
      }
      if let practices {
        for number in calls ?? [] where number > practices {
          faults.append(
            "'--calls \(number)' in each of \(PlanText.count(hours, "hour")) are \(number * hours), more than \(practices) practices can give with one call each per hour (\(practices * hours)); ask for \(practices) or fewer"
          )
        }
      }
      if rate == target, target > 0, target < 1 {
        faults.append(
          "'--rate \(target.shortest)' is the target itself: there the verdict stays undecided however many calls are made. Ask with the smaller share that should be seen to meet it, or the greater one that should be seen to fail"
        )
      }
      if rate == nil, isPowerGiven {
        faults.append("'--power' needs '--rate': the true share that is to be seen")
      }
      if rate != nil, power <= error {
        faults.append(
          "'--power \(power.shortest)' comes without any calls at a risk of \(error.shortest); ask for more, such as 0.8"
        )
      }
      return faults
    }

    /// The fewest calls for one hour and for all, if a true share was given.
    func sizes() throws(PlanRefusal) -> [Size] {
      guard let rate else { return [] }
      var sizes: [Size] = []
      for count in hours > 1 && rate < target ? [1, hours] : [1] {
        sizes.append(try size(rate, hours: count))
      }
      return sizes
    }

    private func size(_ rate: Double, hours count: Int) throws(PlanRefusal) -> Size {
      // All hours come to the verdict only if each one does.
      let each = Self.root(power, count)
      // The normal approximation has no answer for 0 and 1: a share that is nearly so serves as well.
      let near = rate == 0 ? 0.001 * target : rate == 1 ? 1 - 0.001 * (1 - target) : rate
      let approximate = OneSharePlan.size(
        share: near, null: target, power: max(each, 1.01 * error), error: error, isTwoSided: false)
      guard let approximate, approximate <= Self.mostSought,
        let found = Self.smallest(around: approximate, target: target, rate: rate, power: each, error: error)
      else {
        throw PlanRefusal(
          "to show that \(rate.shortest) is \(rate < target ? "below" : "above") \(target.shortest) takes more than \(Int(Self.mostSought)) calls per hour; ask with a share further from the target, or less power"
        )
      }
      if let practices, found.trials > practices {
        throw PlanRefusal(
          "to show in \(count == 1 ? "one hour" : "all of \(count) hours") that \(rate.shortest) is \(rate < target ? "below" : "above") \(target.shortest), with a chance of \(PlanText.percent(power)), takes \(found.trials) calls per hour, but there are \(practices) practices. Ask what they can show: '--calls \(practices)'"
        )
      }
      var chance = 1.0
      for _ in 0..<count { chance *= found.power }
      return Size(hours: count, calls: found.trials, power: chance)
    }

    /// The fewest calls from which on any number has the power; sought further where the approximation is poor.
    private static func smallest(
      around size: Double, target: Double, rate: Double, power: Double, error: Double
    ) -> ExactOneSharePlan? {
      for most in [Int(1.5 * size) + 500, Int(3 * size) + 2000] {
        if let found = ExactOneSharePlan.smallest(
          in: 1...most, null: target, share: rate, power: power, error: error)
        {
          return found
        }
      }
      return nil
    }

    /// The number whose power is the given one; by bisection, since there is no pow without Foundation.
    private static func root(_ power: Double, _ degree: Int) -> Double {
      var (low, high) = (power, 1.0)
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        if (0..<degree).reduce(1, { product, _ in product * middle }) < power {
          low = middle
        } else {
          high = middle
        }
      }
      return high
    }

    /// A plan for every number of calls that was given or found, in ascending order.
    func plans(sizes: [Size]) -> [Plan] {
      var numbers: [Int] = []
      for number in ((calls ?? []) + sizes.map(\.calls)).sorted() where numbers.last != number {
        numbers.append(number)
      }
      return numbers.compactMap { number in
        guard let rule = VerdictRule(trials: number, target: target, error: error),
          let all = VerdictPlan(
            calls: [Int](repeating: number, count: hours), target: target, error: error)
        else { return nil }
        return Plan(calls: number, rule: rule, hours: all)
      }
    }
  }
}
