import Terminal

/// `plan power`: how many calls show a difference between two slots or two surveys.
struct PlanPowerCommand: Command {
  static let rate = Parameter<Double>.requiredOption(
    "rate", "RATE", "The share not reached in one slot or survey, such as 0.10.", reading: .share)
  static let alternative = Parameter<Double>.requiredOption(
    "alternative", "RATE", "The share in the other, such as 0.06.", reading: .share)
  static let power = Parameter<Double>.option(
    "power", "CHANCE", "The chance of seeing the difference.", reading: .probability, default: 0.8,
    shown: "0.8"
  )
  static let error = Parameter<Double>.option(
    "error", "RISK", "The risk of seeing one that is not there.", reading: .errorRisk, default: 0.05,
    shown: "0.05")
  static let isOneSided = Parameter<Bool>.flag(
    "one-sided", "Look in one direction only: one rate is known not to be the greater.")
  static let isPaired = Parameter<Bool>.flag(
    "paired", "The same practices are rung both times.")
  static let correlation = Parameter<Double?>.option(
    "correlation", "PHI", "How alike the two calls to a practice end, from -1 to 1.",
    reading: .number(in: -1...1), absent: "0, the cautious choice")
  static let overlap = Parameter<Double?>.option(
    "overlap", "SHARE", "With --paired: the share of practices that are rung both times.", reading: .share,
    absent: "1, all of them")
  static let allocation = Parameter<Double?>.option(
    "allocation", "RATIO", "Calls in the second slot per call in the first.",
    reading: .number(in: 0.01...100),
    absent: "1")
  static let calls = Parameter<[Int]?>.option(
    "calls", "N,...", "The numbers of calls (in the first slot) to state the power for.",
    reading: .list(of: .integer(in: 1...100_000_000)), absent: "around the answer")
  static let practices = Parameter<Int?>.option(
    "practices", "N", "How many practices there are; each is rung once per slot at most.",
    reading: .integer(in: 1...1_000_000_000), absent: "more than enough")
  static let boschloo = Parameter<Bool>.flag(
    "boschloo",
    "Also Boschloo's exact test: with as many calls in both slots it needs fewer than Fisher's, and some time to compute."
  )

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
    parameters: [
      rate.spec, alternative.spec, power.spec, error.spec, isOneSided.spec, isPaired.spec, correlation.spec,
      overlap.spec,
      allocation.spec, calls.spec, practices.spec, boschloo.spec,
    ] + PlanYield.specsWithRotation + PlanOutput.specs,
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

  let question: Question
  let answer: Answer?
  let output: PlanOutput

  init(_ arguments: inout Arguments) throws {
    question = Question(&arguments)
    output = PlanOutput(&arguments)
    let faults = question.faults
    arguments.reject(faults)
    answer = faults.isEmpty ? question.answer(&arguments) : nil
  }

  func run(in context: Context) async throws {
    guard let answer else { return }
    try output.deliver(PlanPowerTables(question: question, answer: answer).planAnswer, in: context)
  }
}
