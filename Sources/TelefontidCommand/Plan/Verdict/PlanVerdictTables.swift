import Reports
import SurveyStatistics
import Tables
import Terminal

/// What `plan verdict` prints and writes.
struct PlanVerdictTables: Sendable {
  let question: PlanVerdictCommand.Question
  let plans: [PlanVerdictCommand.Plan]
  let sizes: [PlanVerdictCommand.Size]

  var answer: PlanAnswer {
    PlanAnswer(
      tables: [sizes.isEmpty ? nil : fewest, counts].compactMap { $0 } + plans.map(chances),
      Self.table, rows: { rows }, figure: { figure })
  }

  /// The true shares that the tables state, in multiples of the target.
  private static let multiples = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3]
  private static let rowsWritten = 40

  private var target: String { PlanText.percent(question.target) }

  private var fewest: TextTable {
    let rate = question.rate ?? question.target
    let meets = rate < question.target
    let (chance, share) = (PlanText.percent(question.power), PlanText.percent(rate))
    var table = TextTable(
      [
        .text("Verdict", "Afgørelse"), .number("Calls per hour", "Opkald pr. time"),
        .number("Chance", "Sandsynlighed"),
      ],
      title: meets
        ? said(
          "Fewest calls to show with a chance of \(chance) that \(share) meets the target of \(target)",
          "Færrest opkald for med en sandsynlighed på \(chance) at vise, at \(share) opfylder målet på \(target)"
        )
        : said(
          "Fewest calls to show with a chance of \(chance) that \(share) fails the target of \(target)",
          "Færrest opkald for med en sandsynlighed på \(chance) at vise, at \(share) ikke opfylder målet på \(target)"
        ))
    for size in sizes {
      let name =
        size.hours == 1
        ? (meets
          ? said("one hour meets", "opfyldt i én time") : said("one hour fails", "ikke opfyldt i én time"))
        : (meets
          ? said("all \(size.hours) hours meet", "opfyldt i alle \(size.hours) timer")
          : said("all \(size.hours) hours fail", "ikke opfyldt i alle \(size.hours) timer"))
      table.append([name, "\(size.calls)", PlanText.chance(size.power)])
    }
    return table
  }

  /// The critical counts.
  private var counts: TextTable {
    let further: [TextTable.Column] =
      (question.yield.lost > 0 ? [.number("Valid", "Gyldige")] : [])
      + (question.yield.isClustered ? [.number("Judged", "Bedømt")] : [])
    let hours = question.hours
    var table = TextTable(
      [.number("Calls per hour", "Opkald pr. time")] + further + [
        .number("Meets at", "Opfyldt ved"), .number("Undecided at", "Uafklaret ved"),
        .number("Fails at", "Ikke opfyldt ved"),
      ] + (hours > 1 ? [.number("All \(hours) hours", "Alle \(hours) timer")] : []),
      title: said(
        "When an hour meets the target of at most \(target) not reached, and when it fails",
        "Hvornår målet på højst \(target) uden kontakt er opfyldt i en time, og hvornår ikke"), notes: notes)
    for plan in plans {
      let (meets, fails) = (plan.rule.meetsIfAtMost, plan.rule.failsIfAtLeast)
      let first = (meets ?? -1) + 1
      let last = (fails ?? plan.validCalls + 1) - 1
      table.append(
        ["\(plan.calls)"] + (question.yield.lost > 0 ? ["\(plan.validCalls)"] : [])
          + (question.yield.isClustered ? [PlanText.trimmed(plan.rule.worth, decimals: 1)] : []) + [
            meets.map { "≤ \($0)" } ?? Phrase.never,
            first < last ? "\(first)–\(last)" : first == last ? "\(first)" : Phrase.never,
            fails.map { "≥ \($0)" } ?? Phrase.never,
          ] + (question.hours > 1 ? [PlanText.count(plan.calls * question.hours, .call)] : []))
    }
    return table
  }

  private var notes: [String] {
    let risk = PlanText.percent(question.error)
    var notes = [
      said(
        "Risk of a wrong verdict: \(risk) to either side, exact test for one hour by itself.",
        "Risiko for en forkert afgørelse: \(risk) til hver side, eksakt test for én time for sig."),
      question.yield.isPlain
        ? said(
          "Assumed: independent calls, all valid, and the same true share in every hour.",
          "Antaget: uafhængige opkald, alle gyldige, og den samme sande andel i alle timer.")
        : question.yield.assumption
          + said(" The same true share in every hour.", " Den samme sande andel i alle timer."),
    ]
    if question.yield.isClustered {
      notes.append(
        said(
          "Judged: the independent calls that evaluate will take them for, fewer where few practices tell how much practices differ. Counts are of the valid calls.",
          "Bedømt: de uafhængige opkald, som evaluate vil regne dem for, færre hvor kun få praksisser viser, hvor forskellige praksisser er. Antal er af gyldige opkald."
        ))
    }
    if !sizes.isEmpty {
      notes.append(
        question.yield.isClustered
          ? said(
            "Fewest: about; some smaller numbers may give the chance too, and some greater ones a little less.",
            "Færrest: cirka; nogle mindre tal kan også give sandsynligheden, og nogle større lidt mindre.")
          : said(
            "Fewest: this number and any above give the chance; some smaller numbers may too.",
            "Færrest: Dette tal og alle højere giver sandsynligheden; nogle mindre kan også."))
    }
    if let fewest = fewestThatCanMeet, plans.contains(where: { $0.rule.meetsIfAtMost == nil }) {
      notes.append(
        said(
          "Fewer than \(fewest) calls can never show that an hour meets \(target), even if every one gets through.",
          "Færre end \(fewest) opkald kan aldrig vise, at \(target) er opfyldt i en time, selv om alle får kontakt."
        ))
    }
    return notes
  }

  /// The fewest calls of which none unreached shows the target met.
  private var fewestThatCanMeet: Int? {
    var (share, calls) = (1.0, 0)
    while share > question.error, calls < Self.mostCounted {
      share *= 1 - question.target
      calls += 1
    }
    return share <= question.error ? calls : nil
  }

  private static let mostCounted = 1_000_000

  private func chances(_ plan: PlanVerdictCommand.Plan) -> TextTable {
    let calls = PlanText.count(plan.calls, .call)
    var table = TextTable(
      [
        .number("True share", "Sand andel"), .number("Meets", "Opfyldt"),
        .number("Undecided", "Uafklaret"), .number("Fails", "Ikke opfyldt"),
      ]
        + (question.hours > 1
          ? [
            .number("All \(question.hours) meet", "Opfyldt i alle \(question.hours)"),
            .number("Neither", "Ingen af delene"),
            .number("Some named failing", "Nogen udpeget som ikke opfyldt"),
          ] : []),
      title: said(
        "\(calls) per hour: the chance of each verdict",
        "\(calls) pr. time: sandsynligheden for hver afgørelse"))
    let rates = asked
    for (rate, text) in zip(rates, PlanText.rates(rates)) {
      let chances = plan.chances(atRate: rate)
      let one = [text] + [chances.meets, chances.undecided, chances.fails].map(PlanText.chance)
      let all = [chances.everyHourMeets, chances.neither, chances.someHourFails].map(PlanText.chance)
      table.append(question.hours > 1 ? one + all : one)
    }
    return table
  }

  /// Multiples of the target, and the true share that was asked about.
  private var asked: [Double] {
    var rates: [Double] = []
    let all = Self.multiples.map { $0 * question.target } + (question.rate.map { [$0] } ?? [])
    for rate in all.sorted() where rate <= 1 && rates.last.map({ rate - $0 > 1e-9 }) ?? true {
      rates.append(rate)
    }
    return rates
  }

  private var rows: [Row] {
    let rates = PlanRates(
      upTo: min(1, 3 * question.target), count: Self.rowsWritten, asked: asked
    ).values
    return plans.flatMap { plan in
      rates.map { Row(question: question, plan: plan, rate: $0, chances: plan.chances(atRate: $0)) }
    }
  }

  /// One number of calls at one true share.
  struct Row: Sendable {
    var question: PlanVerdictCommand.Question
    var plan: PlanVerdictCommand.Plan
    var rate: Double
    var chances: PlanVerdictCommand.Chances
  }

  /// One row per number of calls and true share.
  static let table = RowTable<Row>(
    "plan-verdict", primaryKey: ["calls", "rate"],
    [
      .share("target", "Greatest share not reached that is still acceptable") { $0.question.target },
      .share("error", "Risk of a wrong verdict on one hour, to either side") { $0.question.error },
      .optionalCount("hours", "Hours that are judged") { $0.question.hours },
      .optionalCount("calls", "Calls to make per hour") { $0.plan.calls },
      .optionalCount(
        "meets_if_at_most",
        "Greatest count not reached of the valid calls that meets the target; empty: none does"
      ) { $0.plan.rule.meetsIfAtMost },
      .optionalCount("fails_if_at_least", "Smallest count not reached that fails it; empty: none does") {
        $0.plan.rule.failsIfAtLeast
      },
      .share("rate", "True share not reached, the same in every hour") { $0.rate },
      .share("p_meets", "Probability that one hour meets") { $0.chances.meets },
      .share("p_undecided", "Probability that one hour is undecided") { $0.chances.undecided },
      .share("p_fails", "Probability that one hour fails") { $0.chances.fails },
      .share("p_every_hour_meets", "Probability that each hour meets") { $0.chances.everyHourMeets },
      .share("p_neither", "Probability that neither is shown of the hours together") { $0.chances.neither },
      .share("p_some_hour_fails", "Probability that an hour is named as failing, after Holm's correction") {
        $0.chances.someHourFails
      },
      .optionalCount("valid_calls", "Valid calls per hour") { $0.plan.validCalls },
      .number(
        "judged_calls", "Independent calls that evaluate will judge them as: the valid ones, or fewer",
        .positive
      ) { $0.plan.rule.worth },
    ])
}
