import SurveyStatistics
import Terminal

/// `plan margin`: how many calls per slot make an interval as narrow as asked.
struct PlanMarginCommand: Command {
  static let rate = Parameter<Double>.requiredOption(
    "rate", "RATE", "The share not reached that is expected, such as 0.10.", reading: .share)
  static let margins = Parameter<[Double]>.requiredOption(
    "margin", "E,...", "Half the width that the interval may have, such as 0.03; several are compared.",
    reading: .list(of: .share))
  static let confidence = Parameter<Double>.option(
    "confidence", "LEVEL", "The confidence of the interval, two-sided.", reading: .probability,
    default: ConfidenceLevel.usual, shown: ConfidenceLevel.usual.shortest)
  static let interval = Parameter<Method?>.option(
    "interval", "METHOD", "The interval that the survey will print.", reading: .choice, absent: "wilson")
  static let estimand = Parameter<EstimateCommand.Estimand>.option(
    "estimand", "WHAT", "The long-run share, or that of the practices as they are when called.",
    reading: .choice, default: .service, shown: "service")
  static let assurance = Parameter<Double?>.option(
    "assurance", "CHANCE", "The chance that the interval is really so narrow, such as 0.9.",
    reading: .probability, absent: "narrow enough on average")
  static let practices = Parameter<Int?>.option(
    "practices", "N", "How many practices there are; each is rung once per slot at most.",
    reading: .integer(in: 1...1_000_000_000), absent: "more than enough")
  static let slots = Parameter<Int?>.option(
    // With at most 2⁵³ calls in each of 1000, the sum can always be counted.
    "slots", "K", "How many slots get so many calls each: adds them up.", reading: .integer(in: 1...1000))
  static let betweenPractices = Parameter<Double>.option(
    "between-practices", "RHO",
    "Which share of a call's variance lies between practices: 0 none, 1 all, as if practices never varied.",
    reading: .share, default: 0, shown: "0, the cautious choice")

  /// The intervals that a size can be found for.
  enum Method: String, CaseIterable {
    case wilson, wald, logit
    case clopperPearson = "clopper-pearson"

    var method: IntervalMethod {
      switch self {
      case .wilson: .wilson
      case .wald: .wald
      case .logit: .logit
      case .clopperPearson: .clopperPearson
      }
    }

    /// Its name in a sentence.
    var title: String {
      switch self {
      case .wilson: "Wilson"
      case .wald: "Wald"
      case .logit: "Logit"
      case .clopperPearson: "Clopper–Pearson"
      }
    }
  }

  static let spec = CommandSpec(
    name: "margin", summary: "Calls per slot for an interval of a given width.",
    discussion: """
      From the calls that a random sample would need, step by step to the calls to make: times the design effect, less \
      what a finite number of practices spares, plus the calls that will be lost. By default the long-run rate is \
      asked for, which a census of practices does not make known: the number of practices then only limits the \
      calls. With --estimand snapshot it is the share of these very practices on that day, whose exact interval estimate \
      prints. A margin may be wider than the rate: intervals reach further up than down then.
      """,
    parameters: [
      rate.spec, margins.spec, confidence.spec, estimand.spec, interval.spec, assurance.spec, practices.spec,
      slots.spec, betweenPractices.spec,
    ] + PlanYield.specs + PlanOutput.specs,
    examples: [
      .init(
        command: "telefontid plan margin --rate 0.10 --margin 0.03,0.05",
        purpose: "10 % within ±3 and ±5 points:"
      ),
      .init(
        command:
          "telefontid plan margin --rate 0.10 --margin 0.05 --practices 420 --estimand snapshot",
        purpose: "A snapshot of 420 practices:"),
    ])

  /// The steps for one margin.
  struct Plan: Sendable {
    var margin: Double
    var chain: SampleSizeChain
    var calls: Int
    var usableCalls: Int
    var unreached: Int
    var interval: ConfidenceInterval
    var chanceOfNarrow: Double?
  }

  let question: Question
  let plans: [Plan]
  let output: PlanOutput

  init(_ arguments: inout Arguments) throws {
    question = Question(&arguments)
    output = PlanOutput(&arguments)
    var plans: [Plan] = []
    if question.isPossible(&arguments) {
      for margin in question.margins {
        do { plans.append(try question.plan(margin)) } catch { arguments.reject(error.message) }
      }
    }
    self.plans = plans
  }

  func run(in context: Context) async throws {
    try output.deliver(PlanMarginTables(question: question, plans: plans).answer, in: context)
  }
}
