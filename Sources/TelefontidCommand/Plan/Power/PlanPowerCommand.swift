import Terminal

/// `plan power`: how many calls show a difference between two slots or two surveys.
struct PlanPowerCommand: Command {
  static let spec = CommandSpec(
    name: "power", summary: "Calls per slot to see a difference between slots or surveys.",
    discussion: """
      How many calls in each of two slots, or in each of two surveys, show that the shares not reached differ; and what \
      the chance of that is with fewer or more. The z test is the usual approximation, Fisher's and Boschloo's tests are \
      exact. With --paired the same practices are rung both times: McNemar's test, its exact form and mid-p. With --overlap \
      only some of them are, and others are new: the z test of the change, and two-waves, the test that compare makes. Where a \
      practice is called several times in a survey, or --design-effect says that calls are worth less than independent ones, \
      compare's test is linearised.
      """,
    examples: [
      .init(
        command: "telefontid plan power --rate 0.10 --alternative 0.06",
        purpose: "10 % from 15 to 16, 6 % before:"),
      .init(
        command: "telefontid plan power --rate 0.10 --alternative 0.06 --calls 52,105,210,420",
        purpose: "What a survey of the size of 2015 could see:"),
      .init(
        command: "telefontid plan power --rate 0.10 --alternative 0.06 --paired --correlation 0.4",
        purpose: "The same practices in both surveys:"),
      .init(
        command:
          "telefontid plan power --rate 0.10 --alternative 0.06 --per-practice 2 --between-practices 0.1 --lost 0.05",
        purpose: "Two surveys that ring each practice in two slots:"),
    ])

  @Options var question: Question
  @Options var output: PlanOutput

  func validate(_ faults: inout [String]) { faults += question.faults }

  func run(in context: Context) async throws {
    let answer = try output.answering { () throws(PlanRefusal) in try question.answer() }
    try output.deliver(PlanPowerTables(question: question, answer: answer).planAnswer, in: context)
  }
}
