import SurveyStatistics
import Tables
import Terminal

/// What `plan margin` prints and writes.
struct PlanMarginTables: Sendable {
  let question: PlanMarginCommand.Question
  let plans: [PlanMarginCommand.Plan]

  var answer: PlanAnswer {
    PlanAnswer(
      tables: [chain, printed], Self.table, rows: { plans.map { Row(question: question, plan: $0) } },
      figure: { figure })
  }

  /// From a random sample to the calls to make, a column per margin.
  private var chain: TextTable {
    let margins = plans.map { "±\(PlanText.points($0.margin)) points" }
    var table = TextTable(
      [.text("Calls per slot")] + margins.map { .number($0) } + [.text("Because")],
      title:
        "Calls per slot for \(PlanText.percent(question.rate)) not reached within \(margins.joined(separator: ", "))"
    )
    let sizes = plans.map {
      PlanText.sizes([
        $0.chain.initial, $0.chain.afterDesignEffect, $0.chain.afterPopulation, $0.chain.afterLosses,
      ])
    }
    for (step, text) in steps.enumerated() {
      table.append([text.name] + sizes.map { $0[step] } + [text.because])
    }
    table.appendFooter(["Calls to make"] + plans.map { "\($0.calls)" } + ["rounded up once, at the end"])
    if let slots = question.slots {
      table.appendFooter(
        ["In \(PlanText.count(slots, "slot"))"] + plans.map { "\($0.calls * slots)" }
          + [callsPerPractice(slots)])
    }
    return table
  }

  private func callsPerPractice(_ slots: Int) -> String {
    guard let practices = question.practices else { return "all calls of the survey" }
    let each = plans.map {
      PlanText.trimmed(Double($0.calls) * Double(slots) / Double(practices), decimals: 1)
    }
    return "each practice is rung \(each.joined(separator: ", ")) times on average"
  }

  /// The steps of the chain in its order.
  private var steps: [(name: String, because: String)] {
    [
      (question.estimand == .snapshot ? "Sample of the practices" : "Random sample", reasonOfInitial),
      (
        "Design effect \(PlanText.trimmed(question.designEffect, decimals: 4))",
        question.estimand == .snapshot
          ? "unchanged: different practices, drawn by lot"
          : question.designEffect == 1
            ? "unchanged: calls are taken to be independent" : "times the design effect"
      ),
      (question.practices.map { "\($0) practices" } ?? "Practices without limit", reasonOfPopulation),
      question.lost == 0
        ? ("No calls lost", "unchanged: every call is taken to be valid")
        : (
          "\(PlanText.percent(question.lost)) of calls lost",
          "divided by the \(PlanText.percent(1 - question.lost)) that are valid"
        ),
    ]
  }

  private var reasonOfInitial: String {
    let name = question.estimand == .snapshot ? "Hypergeometric" : question.interval.title
    if let assurance = question.assurance {
      return "\(name) interval no wider in \(PlanText.percent(assurance)) of surveys, exactly"
    }
    let exact = "\(name) interval no wider on average, exactly"
    if question.estimand == .snapshot { return exact }
    let tail = 0.5 * (1 - question.confidence)
    let z = "z = \(NumberText.format(-Normal.quantile(tail), decimals: 3))"
    switch question.interval {
    case .wald: return "z² p(1 − p)/e² with \(z)"
    case .logit: return "Logit interval of the rate itself 2e wide, with \(z)"
    case .wilson, .clopperPearson: return exact
    }
  }

  private var reasonOfPopulation: String {
    guard question.practices != nil else { return "unchanged: the long-run rate" }
    if question.estimand == .snapshot { return "unchanged: the exact interval knows how many there are" }
    let share = question.betweenPractices
    if share == 0 { return "unchanged: the long-run rate, which even a census would not make known" }
    if share == 1 { return "nN/(N − 1 + n): practices that never vary" }
    return
      "n(N − 1 + ρ)/(N − 1 + ρn) with ρ = \(PlanText.trimmed(share, decimals: 4)) between practices"
  }

  /// What a survey of that size would say.
  private var printed: TextTable {
    var table = TextTable(
      [
        .number("Asked"), .number("Valid calls"), .number("Not reached"), .number("Rate"),
        .number("\(RealSurveyText.confidence(question.confidence)) interval"), .number("Half-width"),
        .number("Chance of being within"), .number("Chance of covering"),
      ],
      title: "What such a survey would print, if it finds what is expected", notes: assumptions)
    for plan in plans {
      table.append([
        "±\(PlanText.points(plan.margin))", "\(plan.usableCalls)", "\(plan.unreached)",
        RealSurveyText.percent(Double(plan.unreached) / Double(plan.usableCalls)),
        RealSurveyText.interval(plan.interval, rate: Double(plan.unreached) / Double(plan.usableCalls)),
        "±" + NumberText.format(plan.interval.width * 50, decimals: 1),
        plan.chanceOfNarrow.map(PlanText.chance) ?? "–",
        plan.chanceOfCovering.map(PlanText.chance) ?? "–",
      ])
    }
    return table
  }

  private var assumptions: [String] {
    var notes = [
      "Interval: \(question.intervalName), both ends together \(RealSurveyText.confidence(question.confidence)); margins in percentage points.",
      "Assumed: \(PlanText.percent(question.rate)) are truly not reached. At 50 % the same margin takes most calls.",
    ]
    if question.estimand == .service {
      notes.append(
        "Chance of covering: how often the interval of such a survey holds the assumed rate, over all counts that it can find."
      )
    }
    if question.practices == nil {
      notes.append("Assumed: there are enough practices to ring a new one with every call of a slot.")
    }
    if question.designEffect != 1 || question.betweenPractices > 0 {
      notes.append("The interval is that of the independent calls that these are worth.")
    }
    return notes
  }

  /// One margin with the question that it belongs to.
  struct Row: Sendable {
    var question: PlanMarginCommand.Question
    var plan: PlanMarginCommand.Plan
  }

  /// One row per margin.
  static let table = RowTable<Row>(
    "plan-margin", primaryKey: ["margin"],
    [
      .share("rate", "Share not reached that is expected") { $0.question.rate },
      .share("margin", "Half the width that the interval may have") { $0.plan.margin },
      .share("confidence", "Confidence of the interval, two-sided") { $0.question.confidence },
      .text("interval", "Method of the interval") { $0.question.intervalName },
      .share("assurance", "Chance asked for that the interval is so narrow; empty: on average") {
        $0.question.assurance
      },
      .number("design_effect", "Variance over that of as many independent calls", .positive) {
        $0.question.designEffect
      },
      .optionalCount("practices", "Practices that can be rung; empty: no limit") { $0.question.practices },
      .share("between_practices", "Share of a call's variance that lies between practices") {
        $0.question.betweenPractices
      },
      .share("lost", "Share of calls that will not be valid") { $0.question.lost },
      .number("initial", "Calls of a random sample without limit", .positive) { $0.plan.chain.initial },
      .number("after_design_effect", "Calls times the design effect", .positive) {
        $0.plan.chain.afterDesignEffect
      },
      .number("after_practices", "Calls that remain because practices are finite", .positive) {
        $0.plan.chain.afterPopulation
      },
      .number("after_lost", "Calls of which so many are valid", .positive) { $0.plan.chain.afterLosses },
      .optionalCount("calls", "Calls to make per slot") { $0.plan.calls },
      .optionalCount("slots", "Slots that get so many calls each; empty: not asked") { $0.question.slots },
      .optionalCount("all_calls", "Calls to make in all slots; empty: not asked") { row in
        row.question.slots.map { row.plan.calls * $0 }
      },
      .optionalCount("valid_calls", "Valid calls expected") { $0.plan.usableCalls },
      .optionalCount("unreached", "Valid calls expected not to be reached") { $0.plan.unreached },
      .share("lower", "Lower bound of the interval that such a survey prints") { $0.plan.interval.lower },
      .share("upper", "Upper bound of the interval that such a survey prints") { $0.plan.interval.upper },
      .share("p_within", "Probability that the interval is as narrow as asked") { $0.plan.chanceOfNarrow },
      .share(
        "p_covers",
        "Probability that the interval holds the rate; empty for a snapshot, where it is the confidence at least"
      ) {
        $0.plan.chanceOfCovering
      },
    ])
}
