import SurveyStatistics
import Terminal

extension PlanVerdictCommand {
  /// What is asked: everything but the answer.
  struct Question: OptionGroup {
    @Option(
      "target", "RATE", "The greatest share not reached that is still acceptable, such as 0.10.",
      reading: .share) var target: Double
    @Option(
      "calls", "N,...", "Calls to make per hour; several are compared.",
      reading: .list(of: .integer(in: 1...1_000_000)),
      absent: "as many as --rate needs") var calls: [Int]?
    @Option("hours", "K", "How many hours are judged.", reading: .integer(in: 1...24), default: 8) var hours:
      Int
    @Option(.errorRisk) var error: Double
    @Option(
      "rate", "RATE", "A true share: find the fewest calls that will show it to meet (or fail) the target.",
      reading: .share) var rate: Double?
    @Option(
      "power", "CHANCE", "The chance of that verdict, with --rate.", reading: .probability, default: 0.8)
    var power: Double
    @Option(
      "practices", "N", "How many practices there are; each is rung once per hour at most.",
      reading: .integer(in: 1...1_000_000_000), absent: "more than enough") var practices: Int?
    @Options(PlanYield(rotates: true)) var yield: PlanYield

    private static let mostNumbers = 10
    /// Searching further takes long, and no survey makes so many calls an hour.
    private static let mostSought = 20_000.0

    /// What has no answer, and what could be asked instead.
    var faults: [String] {
      var faults = yield.faults
      if target == 0 || target == 1 {
        faults.append(
          target == 0
            ? "'--target 0': no number of calls shows that every caller gets through. Ask with the greatest share that is still acceptable, such as 0.05"
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
        let room = self.room(practices)
        for number in calls ?? [] where number > room {
          faults.append(
            "'--calls \(number)' in each of \(PlanText.count(hours, "hour")) are \(number * hours), more than \(practices) practices can give with \(eachPractice) per hour (\(room * hours)); ask for \(room) or fewer"
          )
        }
      }
      if rate == target, target > 0, target < 1 {
        faults.append(
          "'--rate \(target.shortest)' is the target itself: there the verdict stays undecided however many calls are made. Ask with the smaller share that should be seen to meet it, or the greater one that should be seen to fail"
        )
      }
      if rate == nil, $power.isGiven {
        faults.append("'--power' needs '--rate': the true share that is to be seen")
      }
      if rate != nil, power <= error {
        faults.append(
          "'--power \(power.shortest)' comes without any calls at a risk of \(error.shortest); ask for more, such as 0.8"
        )
      }
      if yield.faults.isEmpty {
        for number in calls ?? [] where yield.judged(number, error: error) == nil {
          faults.append(
            "'--calls \(number)' are worth less than one independent call, or go to one practice: nothing could be judged; ask for more"
          )
        }
      }
      return faults
    }

    /// The most calls that so many practices can give to one verdict.
    private func room(_ practices: Int) -> Int { practices * yield.perPractice }

    private var eachPractice: String {
      yield.perPractice == 1 ? "one call each" : "\(yield.perPractice) calls each"
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
        share: near, null: target, power: max(each, 1.01 * error), error: error)
      guard let approximate, approximate <= Self.mostSought,
        let found = Self.smallest(around: approximate, target: target, rate: rate, power: each, error: error)
      else { throw tooMany(rate) }
      let verdict = rate < target ? Verdict.meets : .fails
      func chance(_ made: Int) -> Double { plan(made)?.chance(of: verdict, atRate: rate) ?? 0 }
      guard
        var made = PlanYield.fewest(where: {
          (yield.judged($0, error: error) ?? 0) >= Double(found.trials)
        })
      else { throw tooMany(rate) }
      // Calls that are worth less than independent ones are judged as a number that need not be whole.
      while yield.isClustered, chance(made) < each { made += 1 }
      while yield.isClustered, made > 1, chance(made - 1) >= each { made -= 1 }
      if let practices, made > room(practices) {
        throw PlanRefusal(
          "to show in \(count == 1 ? "one hour" : "all of \(count) hours") that \(rate.shortest) is \(rate < target ? "below" : "above") \(target.shortest), with a chance of \(PlanText.percent(power)), takes \(made) calls per hour, but there are \(practices) practices. Ask what they can show: '--calls \(room(practices))'"
        )
      }
      let one = chance(made)
      return Size(hours: count, calls: made, power: (0..<count).reduce(1) { product, _ in product * one })
    }

    private func tooMany(_ rate: Double) -> PlanRefusal {
      PlanRefusal(
        "to show that \(rate.shortest) is \(rate < target ? "below" : "above") \(target.shortest) takes more than \(Int(Self.mostSought)) independent calls per hour; ask with a share further from the target, or less power"
      )
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
      return numbers.compactMap(plan)
    }

    /// What so many calls in every hour can say.
    private func plan(_ made: Int) -> Plan? {
      guard let judged = yield.judged(made, error: error),
        let rule = VerdictRule(calls: yield.valid(made), worth: judged, target: target, error: error),
        let all = VerdictPlan(
          calls: [Int](repeating: yield.valid(made), count: hours),
          worth: [Double](repeating: judged, count: hours), target: target, error: error)
      else { return nil }
      return Plan(calls: made, validCalls: yield.valid(made), rule: rule, hours: all)
    }
  }
}
