import SurveyStatistics
import Tables
import Terminal

/// What `plan acceptance` prints and writes.
struct PlanAcceptanceTables: Sendable {
  let question: PlanAcceptanceCommand.Question
  let plan: AcceptancePlan
  let double: DoublePlan?

  var answer: PlanAnswer {
    PlanAnswer(tables: [plans, characteristic], Self.table, rows: { rows }, figure: { figure })
  }

  private static let rowsPrinted = 14
  static let rowsWritten = 100

  var contrast: PlanContrast { question.contrast }

  private var plans: TextTable {
    let (good, bad) = (PlanText.percent(contrast.good), PlanText.percent(contrast.bad))
    var table = TextTable(
      [
        .text("Plan", "Plan"), .number("Calls", "Opkald"), .number("Accept at", "Godkend ved"),
        .number("Refuse at", "Afvis ved"), .number("Refuses \(good)", "Afviser \(good)"),
        .number("Accepts \(bad)", "Godkender \(bad)"),
      ] + (question.yield.isPlain ? [] : [.number("To make", "Skal foretages")]),
      title: contrast.title)
    let risks = [
      PlanText.chance(plan.refusalOfGood(contrast.good)), PlanText.chance(plan.acceptanceOfBad(contrast.bad)),
    ]
    table.append(
      [
        question.isOwn
          ? said("your own", "din egen")
          : question.accept == nil ? said("single", "enkelt") : said("fewest calls", "færrest opkald"),
        "\(plan.calls)",
        "≤ \(plan.acceptIfAtMost)",
        "≥ \(plan.acceptIfAtMost + 1)",
      ]
        + risks + toMake(plan.calls))
    if let double {
      table.append(
        [
          said("double, first", "dobbelt, første"), "\(double.firstCalls)", "≤ \(double.firstAcceptIfAtMost)",
          "≥ \(double.firstRefuseIfAtLeast)", "", "",
        ] + toMake(double.firstCalls))
      table.append(
        [
          said("double, with second", "dobbelt, med anden"), "\(double.firstCalls + double.secondCalls)",
          "≤ \(double.finalAcceptIfAtMost)",
          "≥ \(double.finalAcceptIfAtMost + 1)",
          PlanText.chance(1 - double.acceptance(atRate: contrast.worstGood)),
          PlanText.chance(double.acceptance(atRate: contrast.bestBad)),
        ] + toMake(double.firstCalls + double.secondCalls))
    }
    return table
  }

  /// A cell with the calls to make for so many that count; none where these are the same.
  private func toMake(_ calls: Int) -> [String] {
    question.yield.isPlain ? [] : [made(calls).map { "\($0)" } ?? "–"]
  }

  private func made(_ calls: Int) -> Int? { question.calls ?? question.yield.made(counting: Double(calls)) }

  private var characteristic: TextTable {
    var columns: [TextTable.Column] = [
      .number("True share", "Sand andel"), .number("Accepted", "Godkendt"),
      .number("Calls, stopping early", "Opkald ved tidligt stop"),
    ]
    if double != nil {
      columns += [
        .number("Double: accepted", "Dobbelt: godkendt"), .number("Calls expected", "Forventede opkald"),
      ]
    }
    var table = TextTable(
      columns,
      title: said(
        "The chance of being accepted, and the calls expected, by the true share",
        "Sandsynligheden for godkendelse og de forventede opkald, efter den sande andel"), notes: notes)
    let rates = rates(count: Self.rowsPrinted)
    for (rate, text) in zip(rates, PlanText.rates(rates)) {
      var cells = [
        text, PlanText.chance(plan.acceptance(atRate: rate)),
        plan.curtailedCalls(atRate: rate).map { spoken($0, decimals: 1) } ?? "–",
      ]
      if let double {
        cells += [
          PlanText.chance(double.acceptance(atRate: rate)),
          spoken(double.expectedCalls(atRate: rate), decimals: 1),
        ]
      }
      table.append(cells)
    }
    return table
  }

  private var notes: [String] {
    var notes = [
      contrast.practices == nil
        ? said(
          "Assumed: independent calls (binomial). With few practices, --practices gives fewer calls.",
          "Antaget: uafhængige opkald (binomial). Med få praksisser giver --practices færre opkald.")
        : said(
          "Assumed: different practices, each rung once, each one reached or not on that day (hypergeometric).",
          "Antaget: forskellige praksisser, hver ringet op én gang og den dag enten med eller uden kontakt (hypergeometrisk)."
        ),
      said(
        "Stopping early: once the answer is certain, either way. ",
        "Tidligt stop: så snart svaret ligger fast, den ene eller den anden vej. ")
        + (question.yield.isPlain
          ? said("All calls are taken to be valid.", "Alle opkald regnes for gyldige.")
          : question.yield.assumption),
    ]
    if question.yield.isClustered {
      let share = PlanText.trimmed(
        100 * Double(plan.acceptIfAtMost) / Double(plan.calls), decimals: 2)
      notes.append(
        said(
          "Calls are independent ones: ring as many as stand under To make, and accept if at most \(share) % of the valid calls are not reached.",
          "Opkald er uafhængige: Ring så mange op, som der står under Skal foretages, og godkend, hvis højst \(share) % af de gyldige opkald er uden kontakt."
        ))
    }
    if question.accept != nil {
      notes += contrast.warnings(
        refusal: plan.refusalOfGood(contrast.good), acceptance: plan.acceptanceOfBad(contrast.bad))
    }
    if double != nil {
      notes.append(
        said(
          "Double: both samples of one size, fewest calls expected at the good share.",
          "Dobbelt: begge stikprøver lige store, færrest forventede opkald ved den gode andel."))
    }
    return notes
  }

  private func rates(count: Int) -> [Double] { contrast.rates(of: plan, count: count) }

  private var rows: [Row] {
    let rates = rates(count: Self.rowsWritten)
    let single = rates.map { rate in
      Row(
        plan: "single", practices: contrast.practices, firstCalls: plan.calls,
        firstAccept: plan.acceptIfAtMost, firstRefuse: plan.acceptIfAtMost + 1, secondCalls: 0,
        finalAccept: plan.acceptIfAtMost, rate: rate, acceptance: plan.acceptance(atRate: rate),
        expectedCalls: plan.curtailedCalls(atRate: rate), made: made(plan.calls))
    }
    guard let double else { return single }
    return single
      + rates.map { rate in
        Row(
          plan: "double", practices: contrast.practices, firstCalls: double.firstCalls,
          firstAccept: double.firstAcceptIfAtMost, firstRefuse: double.firstRefuseIfAtLeast,
          secondCalls: double.secondCalls, finalAccept: double.finalAcceptIfAtMost, rate: rate,
          acceptance: double.acceptance(atRate: rate), expectedCalls: double.expectedCalls(atRate: rate),
          made: made(double.firstCalls + double.secondCalls))
      }
  }

  /// One plan at one true share.
  struct Row: Sendable {
    var plan: String
    var practices: Int?
    var firstCalls: Int
    var firstAccept: Int
    var firstRefuse: Int
    var secondCalls: Int
    var finalAccept: Int
    var rate: Double
    var acceptance: Double
    var expectedCalls: Double?
    var made: Int?
  }

  /// One row per plan and true share.
  static let table = RowTable<Row>(
    "plan-acceptance", primaryKey: ["plan", "rate"],
    [
      .choice(
        "plan", "single, or double with a second sample where the first leaves doubt", ["single", "double"]
      ) {
        $0.plan
      },
      .optionalCount("practices", "Practices, each rung once at most; empty: no limit") { $0.practices },
      .optionalCount("first_calls", "Calls of the first sample") { $0.firstCalls },
      .optionalCount("first_accept_if_at_most", "Greatest count not reached that is accepted after it") {
        $0.firstAccept
      },
      .optionalCount("first_refuse_if_at_least", "Smallest count not reached that is refused after it") {
        $0.firstRefuse
      },
      .optionalCount("second_calls", "Calls of the second sample") { $0.secondCalls },
      .optionalCount("final_accept_if_at_most", "Greatest count of both samples that is accepted") {
        $0.finalAccept
      },
      .share("rate", "True share not reached") { $0.rate },
      .share("p_accept", "Probability of being accepted") { $0.acceptance },
      .number(
        "expected_calls",
        "Calls expected: single, when ringing stops once the answer is certain; double, in whole samples; empty: not computed",
        .positive
      ) { $0.expectedCalls },
      .optionalCount(
        "calls_to_make",
        "Calls to make for these: more where some are lost or worth less than independent ones"
      ) { $0.made },
    ])
}
