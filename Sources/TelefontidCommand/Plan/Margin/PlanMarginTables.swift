import Reports
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
    let margins = plans.map { plan in
      let points = PlanText.points(plan.margin)
      return said("±\(points) points", "±\(points) procentpoint")
    }
    let (rate, within) = (PlanText.percent(question.rate), margins.joined(separator: ", "))
    var table = TextTable(
      [.text("Calls per slot", "Opkald pr. tidsrum")] + margins.map { .number($0) }
        + [.text("Because", "Fordi")],
      title: said(
        "Calls per slot for \(rate) not reached within \(within)",
        "Opkald pr. tidsrum for \(rate) uden kontakt inden for \(within)"))
    let sizes = plans.map {
      PlanText.sizes([
        $0.chain.initial, $0.chain.afterDesignEffect, $0.chain.afterPopulation, $0.chain.afterLosses,
      ])
    }
    for (step, text) in steps.enumerated() {
      table.append([text.name] + sizes.map { $0[step] } + [text.because])
    }
    table.appendFooter(
      [said("Calls to make", "Opkald, der skal foretages")] + plans.map { "\($0.calls)" }
        + [said("rounded up once, at the end", "rundet op én gang, til sidst")])
    if let slots = question.slots {
      table.appendFooter(
        [said("In ", "I ") + PlanText.count(slots, .slot)] + plans.map { "\($0.calls * slots)" }
          + [callsPerPractice(slots)])
    }
    return table
  }

  private func callsPerPractice(_ slots: Int) -> String {
    guard let practices = question.practices else {
      return said("all calls of the survey", "alle undersøgelsens opkald")
    }
    let each = plans.map {
      PlanText.trimmed(Double($0.calls) * Double(slots) / Double(practices), decimals: 1)
    }
    let times = each.joined(separator: said(", ", "; "))
    return said(
      "each practice is rung \(times) times on average", "hver praksis ringes i gennemsnit op \(times) gange")
  }

  /// The steps of the chain in its order.
  private var steps: [(name: String, because: String)] {
    [
      (
        question.estimand == .snapshot
          ? said("Sample of the practices", "Stikprøve af praksisserne")
          : said("Random sample", "Tilfældig stikprøve"), reasonOfInitial
      ),
      (
        said("Design effect ", "Designeffekt ") + PlanText.trimmed(question.designEffect, decimals: 4),
        question.estimand == .snapshot
          ? said(
            "unchanged: different practices, drawn by lot", "uændret: forskellige praksisser, trukket ved lod"
          )
          : question.designEffect == 1
            ? said(
              "unchanged: calls are taken to be independent", "uændret: opkald regnes for uafhængige")
            : said("times the design effect", "gange designeffekten")
      ),
      (
        question.practices.map { said("\($0) practices", "\($0) praksisser") }
          ?? said("Practices without limit", "Praksisser uden grænse"), reasonOfPopulation
      ),
      question.lost == 0
        ? (
          said("No calls lost", "Ingen opkald tabt"),
          said("unchanged: every call is taken to be valid", "uændret: alle opkald regnes for gyldige")
        )
        : (
          said(
            "\(PlanText.percent(question.lost)) of calls lost",
            "\(PlanText.percent(question.lost)) af opkald tabt"
          ),
          said(
            "divided by the \(PlanText.percent(1 - question.lost)) that are valid",
            "delt med de \(PlanText.percent(1 - question.lost)), der er gyldige")
        ),
    ]
  }

  private var reasonOfInitial: String {
    let name =
      question.estimand == .snapshot ? said("Hypergeometric", "Hypergeometrisk") : question.interval.title
    if let assurance = question.assurance {
      let share = PlanText.percent(assurance)
      return said(
        "\(name) interval no wider in \(share) of surveys, exactly",
        "\(name)-interval ikke bredere i \(share) af undersøgelserne, eksakt")
    }
    let exact = said(
      "\(name) interval no wider on average, exactly", "\(name)-interval i gennemsnit ikke bredere, eksakt")
    if question.estimand == .snapshot { return exact }
    let tail = 0.5 * (1 - question.confidence)
    let z = "z = \(spoken(-Normal.quantile(tail), decimals: 3))"
    switch question.interval {
    case .wald: return said("z² p(1 − p)/e² with \(z)", "z² p(1 − p)/e² med \(z)")
    case .logit:
      return said(
        "Logit interval of the rate itself 2e wide, with \(z)",
        "Logit-interval for selve andelen 2e bredt, med \(z)")
    case .wilson, .clopperPearson: return exact
    }
  }

  private var reasonOfPopulation: String {
    guard question.practices != nil else {
      return said("unchanged: the long-run rate", "uændret: andelen i det lange løb")
    }
    if question.estimand == .snapshot {
      return said(
        "unchanged: the exact interval knows how many there are",
        "uændret: det eksakte interval ved, hvor mange der er")
    }
    let share = question.betweenPractices
    if share == 0 {
      return said(
        "unchanged: the long-run rate, which even a census would not make known",
        "uændret: andelen i det lange løb, som selv en totaltælling ikke ville gøre kendt")
    }
    if share == 1 {
      return said(
        "nN/(N − 1 + n): practices that never vary", "nN/(N − 1 + n): praksisser, der aldrig varierer")
    }
    let rho = PlanText.trimmed(share, decimals: 4)
    return said(
      "n(N − 1 + ρ)/(N − 1 + ρn) with ρ = \(rho) between practices",
      "n(N − 1 + ρ)/(N − 1 + ρn) med ρ = \(rho) mellem praksisser")
  }

  /// What a survey of that size would say.
  private var printed: TextTable {
    var table = TextTable(
      [
        .number("Asked", "Ønsket"), .number("Valid calls", "Gyldige opkald"),
        .number("Not reached", "Uden kontakt"), .number("Rate", "Andel"),
        .number(Phrase.interval(question.confidence)), .number("Half-width", "Halv bredde"),
        .number("Chance of being within", "Sandsynlighed for at holde det"),
        .number("Chance of covering", "Sandsynlighed for at dække"),
      ],
      title: said(
        "What such a survey would print, if it finds what is expected",
        "Hvad sådan en undersøgelse ville vise, hvis den finder det forventede"), notes: assumptions)
    for plan in plans {
      table.append([
        "±\(PlanText.points(plan.margin))", "\(plan.usableCalls)", "\(plan.unreached)",
        RealSurveyText.percent(Double(plan.unreached) / Double(plan.usableCalls)),
        RealSurveyText.interval(plan.interval, rate: Double(plan.unreached) / Double(plan.usableCalls)),
        "±" + spoken(plan.interval.width * 50, decimals: 1),
        plan.chanceOfNarrow.map(PlanText.chance) ?? "–",
        plan.chanceOfCovering.map(PlanText.chance) ?? "–",
      ])
    }
    return table
  }

  private var assumptions: [String] {
    let (name, level) = (question.intervalName, RealSurveyText.confidence(question.confidence))
    let rate = PlanText.percent(question.rate)
    var notes = [
      said(
        "Interval: \(name), both ends together \(level); margins in percentage points.",
        "Interval: \(name), begge ender tilsammen \(level); marginer i procentpoint."),
      said(
        "Assumed: \(rate) are truly not reached. At 50 % the same margin takes most calls.",
        "Antaget: Den sande andel uden kontakt er \(rate). Ved 50 % kræver samme margin flest opkald."),
    ]
    if question.estimand == .service {
      notes.append(
        said(
          "Chance of covering: how often the interval of such a survey holds the assumed rate, over all counts that it can find.",
          "Sandsynlighed for at dække: hvor ofte sådan en undersøgelses interval rummer den antagne andel, over alle antal, den kan finde."
        ))
    }
    if question.practices == nil {
      notes.append(
        said(
          "Assumed: there are enough practices to ring a new one with every call of a slot.",
          "Antaget: Der er praksisser nok til at ringe til en ny ved hvert opkald i et tidsrum."))
    }
    if question.designEffect != 1 || question.betweenPractices > 0 {
      notes.append(
        said(
          "The interval is that of the independent calls that these are worth.",
          "Intervallet er det for så mange uafhængige opkald, som disse er værd."))
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
