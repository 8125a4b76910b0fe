import SurveyStatistics
import Terminal

/// `plan verdict`: which verdicts a survey of several hours can come to.
struct PlanVerdictCommand: Command {
  static let spec = CommandSpec(
    name: "verdict", summary: "How likely meets, undecided and fails are, by calls and true share.",
    discussion: """
      What evaluate would say of an hour, before a call is made: meets if an exact test shows the share not reached to be \
      below the target, fails if it shows it to be above, else undecided. "Every hour" is met if each hour is, and an hour \
      is named as failing after Holm's correction. An hour is any group of calls that gets one verdict: with --hours 1 it may \
      be the whole survey. Where a practice is called several times in it, or --design-effect says that its calls are worth \
      less than independent ones, the verdict is about as many calls as evaluate will then judge.
      """,
    examples: [
      .init(
        command: "telefontid plan verdict --target 0.10 --calls 52,105,210,420 --hours 8",
        purpose: "What surveys of different sizes can decide:"),
      .init(
        command: "telefontid plan verdict --target 0.10 --rate 0.06",
        purpose: "Calls needed to show that 6 % is below 10 %:"),
      .init(
        command:
          "telefontid plan verdict --target 0.10 --rate 0.06 --hours 1 --per-practice 2 --between-practices 0.1 --lost 0.05",
        purpose: "The same for a whole survey that rings each practice in two slots:"),
    ])

  @Options var question: Question
  @Options var output: PlanOutput

  func validate(_ faults: inout [String]) { faults += question.faults }

  func run(in context: Context) async throws {
    let sizes = try output.answering { () throws(PlanRefusal) in try question.sizes() }
    try output.deliver(
      PlanVerdictTables(
        question: question, plans: question.plans(sizes: sizes), sizes: sizes
      ).answer, in: context)
  }
}

extension PlanVerdictCommand {
  /// So many calls in every hour, and the rules that they lead to.
  struct Plan: Sendable {
    /// Calls to make.
    var calls: Int
    /// Of these, the valid ones.
    var validCalls: Int
    /// The rule of one hour, for as many calls as are judged.
    var rule: VerdictRule
    /// All hours together.
    var hours: VerdictPlan

    /// The chance of a verdict on one hour.
    func chance(of verdict: Verdict, atRate rate: Double) -> Double {
      rule.probability(of: verdict, atRate: rate)
    }

    /// The chances at one true share, the same in every hour.
    func chances(atRate rate: Double) -> Chances {
      let rates = [Double](repeating: rate, count: hours.rules.count)
      return Chances(
        meets: chance(of: .meets, atRate: rate), undecided: chance(of: .undecided, atRate: rate),
        fails: chance(of: .fails, atRate: rate),
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
    /// Calls to make.
    var calls: Int
    /// The chance of the verdict in all of them.
    var power: Double
  }
}
