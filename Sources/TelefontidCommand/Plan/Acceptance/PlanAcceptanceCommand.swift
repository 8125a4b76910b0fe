import SurveyStatistics
import Terminal

/// `plan acceptance`: the smallest survey that tells good from bad.
struct PlanAcceptanceCommand: Command {
  static let spec = CommandSpec(
    name: "acceptance", summary: "The smallest survey that tells a good share from a bad one.",
    discussion: """
      Lot quality assurance: ring n practices, accept if at most c are not reached. Gives the smallest n, with its c, that \
      refuses a good share and accepts a bad one with no more than the two risks; then, for every true share, the \
      chance of being accepted (the operating characteristic) and the calls expected (the average sample number).
      """,
    examples: [
      .init(
        command:
          "telefontid plan acceptance --good 0.05 --bad 0.15 --producer-risk 0.10 --consumer-risk 0.10 --practices 420",
        purpose: "Of 420 practices, is it nearer to 5 % or to 15 %?"),
      .init(
        command: "telefontid plan acceptance --good 0.05 --bad 0.15 --calls 52 --accept 4",
        purpose: "What 52 calls of which 4 may fail are worth:"),
    ])

  @Options var question: Question
  @Options var output: PlanOutput

  func validate(_ faults: inout [String]) { faults += question.faults }

  func run(in context: Context) async throws {
    let plans = try output.answering { () throws(PlanRefusal) in try question.plans() }
    try output.deliver(
      PlanAcceptanceTables(question: question, plan: plans.0, double: plans.1).answer, in: context)
  }
}

extension PlanAcceptanceCommand {
  /// What is asked: everything but the answer.
  struct Question: OptionGroup {
    @Options var contrast: PlanContrast
    @Flag("double", "Also the best plan in two steps: a second sample only where the first leaves doubt.")
    var asksDouble
    @Option(
      "calls", "N", "A plan of your own: so many calls.", reading: .integer(in: 1...100_000),
      absent: "the smallest that will do") var calls: Int?
    @Option(
      "accept", "C",
      "Accept if at most so many are not reached: a plan of your own, or without --calls the fewest that refuse what is bad.",
      reading: .integer(in: 0...100_000)) var accept: Int?
    @Options var yield: PlanYield

    /// Whether the plan was given, not sought.
    var isOwn: Bool { calls != nil }

    /// What has no answer, and what could be asked instead.
    var faults: [String] {
      var faults = yield.faults
      if let fault = contrast.fault { faults.append(fault) }
      if calls != nil, accept == nil {
        faults.append(
          "a plan of your own needs both '--calls' and '--accept'; without both, the smallest is sought")
      }
      if yield.designEffect != 1, contrast.practices != nil {
        faults.append(
          "'--design-effect' is not for '--practices': different practices, each rung once, are counted exactly. Leave one of them out"
        )
      }
      if yield.designEffect != 1, calls != nil {
        faults.append(
          "'--design-effect' is for a plan that is sought; for one of your own divide '--calls' and '--accept' by it"
        )
      }
      if let calls, let accept, accept >= calls {
        faults.append(
          "'--accept \(accept)': a survey of \(PlanText.count(calls, "call")) that accepts so many accepts everything; ask for \(calls - 1) or fewer"
        )
      }
      if let calls, let practices = contrast.practices, calls > practices {
        faults.append(
          "'--calls \(calls)' are more than \(practices) practices can give with one call each; ask for \(practices) or fewer"
        )
      }
      if asksDouble, calls != nil { faults.append("'--double' is sought, not given: leave '--calls' out") }
      if asksDouble, calls == nil, accept != nil {
        faults.append("'--double' seeks its own numbers: leave '--accept' out")
      }
      return faults
    }

    /// The plans, or why there are none.
    func plans() throws(PlanRefusal) -> (AcceptancePlan, DoublePlan?) {
      if let calls, let accept,
        let own = AcceptancePlan(
          calls: yield.valid(calls), acceptIfAtMost: accept, population: contrast.practices)
      {
        return (own, nil)
      }
      if let accept {
        guard
          let fewest = AcceptancePlan.audit(
            acceptIfAtMost: accept, tolerable: contrast.bad, confidence: 1 - contrast.consumerRisk,
            population: contrast.practices)
        else {
          throw PlanRefusal(
            "'--accept \(accept)': no number of calls\(contrast.practices.map { " to \(PlanText.count($0, "practice"))" } ?? "") refuses a share of \(contrast.bad.shortest) so surely; ask for fewer, or a greater risk"
          )
        }
        return (fewest, nil)
      }
      guard let single = contrast.smallestPlan else {
        throw PlanRefusal(
          "to tell \(contrast.good.shortest) from \(contrast.bad.shortest) with these risks takes more than 100000 calls; ask with rates further apart, or greater risks"
        )
      }
      guard asksDouble else { return (single, nil) }
      guard single.acceptIfAtMost <= Self.mostAllowedOfDouble else {
        throw PlanRefusal(
          "'--double': the single plan has \(single.calls) calls and accepts up to \(single.acceptIfAtMost); double plans are sought where that is \(Self.mostAllowedOfDouble) or less. Ask with rates further apart, leave '--double' out, or ask 'telefontid plan sequential'"
        )
      }
      guard
        let double = DoublePlan.smallest(
          good: contrast.good, bad: contrast.bad, producerRisk: contrast.producerRisk,
          consumerRisk: contrast.consumerRisk, population: contrast.practices)
      else {
        throw PlanRefusal(
          "'--double': no two samples of the same size fit into \(contrast.practices.map { PlanText.count($0, "practice") } ?? "100000 calls"); the single plan has \(PlanText.count(single.calls, "call")) and accepts up to \(single.acceptIfAtMost). Leave '--double' out"
        )
      }
      return (single, double)
    }

    /// The search tries every pair of numbers below; more would take minutes.
    private static let mostAllowedOfDouble = 50
  }
}
