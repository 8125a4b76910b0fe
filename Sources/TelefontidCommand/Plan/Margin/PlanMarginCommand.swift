import SurveyStatistics
import Terminal

/// `plan margin`: how many calls per slot make an interval as narrow as asked.
struct PlanMarginCommand: Command {
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
    var chanceOfCovering: Double?
  }

  @Options var question: Question
  @Options var output: PlanOutput

  func validate(_ faults: inout [String]) { faults += question.faults }

  func run(in context: Context) async throws {
    try output.check()
    var (plans, faults): ([Plan], [Fault]) = ([], [])
    for margin in question.margins {
      do { plans.append(try question.plan(margin)) } catch { faults.append(Fault(error.message)) }
    }
    guard faults.isEmpty else { throw CommandError(.usage, faults) }
    try output.deliver(PlanMarginTables(question: question, plans: plans).answer, in: context)
  }
}
