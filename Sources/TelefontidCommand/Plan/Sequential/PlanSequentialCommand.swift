import SurveyStatistics
import Terminal

/// `plan sequential`: stop ringing when the answer is known.
struct PlanSequentialCommand: Command {
  static let spec = CommandSpec(
    name: "sequential", summary: "Stop ringing when the answer is known: when, and after how many calls.",
    discussion: """
      Wald's sequential probability ratio test of a good against a bad share, with a last call after which the decision is \
      forced. Count the calls and those not reached; stop when the count is at or below the accepting line, or at or \
      above the refusing one. The chances and the calls expected are exact, not Wald's approximations. Practices must be \
      rung in random order.
      """,
    examples: [
      .init(
        command: "telefontid plan sequential --good 0.05 --bad 0.15",
        purpose: "Is it nearer to 5 % or to 15 %, in as few calls as can be?")
    ])

  @Options var question: Question
  @Options var output: PlanOutput

  func validate(_ faults: inout [String]) { faults += question.faults }

  func run(in context: Context) async throws {
    let answer = try output.answering { () throws(PlanRefusal) in try question.answer() }
    try output.deliver(PlanSequentialTables(question: question, answer: answer).planAnswer, in: context)
  }
}

extension PlanSequentialCommand {
  /// The plan, and the single plan with the same risks that it is measured against.
  struct Answer: Sendable {
    var plan: SequentialPlan
    var single: AcceptancePlan
  }

  /// What is asked: everything but the answer.
  struct Question: OptionGroup {
    @Options var contrast: PlanContrast
    @Option(
      "most", "N", "The valid call after which a decision is forced.", reading: .integer(in: 1...20_000),
      absent: "three times those of the single plan") var most: Int?
    @Options var yield: PlanYield

    /// What has no answer, and what could be asked instead.
    var faults: [String] {
      var faults = yield.faults
      if yield.designEffect != 1 {
        faults.append(
          "'--design-effect': the lines are for calls that say something new one after another, to practices in random order; calls that are alike cannot be stopped by them. Leave it out, or ask 'telefontid plan acceptance'"
        )
      }
      let (good, bad) = (contrast.good, contrast.bad)
      if let fault = contrast.fault {
        faults.append(fault)
      } else if good == 0 {
        faults.append(
          "'--good 0': then the first call that is not reached decides, and there are no lines to draw. Ask 'telefontid plan acceptance --good 0 --bad \(bad.shortest)', or with a small share such as '--good \(PlanText.trimmed(0.1 * bad, decimals: 6))'"
        )
      } else if bad == 1 {
        faults.append(
          "'--bad 1': then the first call that is reached decides, and there are no lines to draw. Ask with the smallest share that is bad already, such as '--bad \(PlanText.trimmed(0.5 * (1 + good), decimals: 6))'"
        )
      }
      let risks = contrast.producerRisk + contrast.consumerRisk
      if risks >= 1 {
        faults.append(
          "'--producer-risk' and '--consumer-risk' are \(PlanText.trimmed(risks, decimals: 6)) together: a coin does as well. Ask with smaller risks, such as 0.05 and 0.1"
        )
      }
      if let most, let practices = contrast.practices, most > practices {
        faults.append(
          "'--most \(most)' is more than \(practices) practices can give with one call each; ask for \(practices) or fewer"
        )
      }
      return faults
    }

    /// The plan, or why there is none.
    func answer() throws(PlanRefusal) -> Answer {
      let told = "to tell \(contrast.good.shortest) from \(contrast.bad.shortest) with these risks takes"
      guard
        let single = contrast.smallestPlan,
        let plan = SequentialPlan(
          good: contrast.good, bad: contrast.bad, producerRisk: contrast.producerRisk,
          consumerRisk: contrast.consumerRisk,
          mostCalls: min(most ?? 3 * single.calls, contrast.practices ?? .max))
      else {
        throw PlanRefusal(
          "\(told) too many calls; ask with rates further apart, or greater risks"
        )
      }
      let width = min(plan.upperIntercept - plan.lowerIntercept, Double(plan.mostCalls))
      guard Double(plan.mostCalls) * width <= Self.mostSteps else {
        throw PlanRefusal(
          "\(told) up to \(plan.mostCalls) calls, between lines that are \(PlanText.trimmed(width, decimals: 0)) calls apart: too many to follow one by one. Ask with rates further apart, greater risks or a smaller '--most'"
        )
      }
      return Answer(plan: plan, single: single)
    }

    /// What one true share may cost: a fraction of a second.
    private static let mostSteps = 500_000.0
  }
}
