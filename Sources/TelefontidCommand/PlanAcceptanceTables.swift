import SurveyStatistics
import Tables

/// What `plan acceptance` prints and writes.
struct PlanAcceptanceTables {
  let question: PlanAcceptanceCommand.Question
  let plan: AcceptancePlan
  let double: DoublePlan?

  var answer: PlanAnswer {
    PlanAnswer(tables: [plans, characteristic], schema: Self.schema, rows: rows)
  }

  /// The expected calls of a plan that stops early are not worth the wait beyond so many steps.
  private static let mostSteps = 500_000
  private static let rowsPrinted = 14
  private static let rowsWritten = 100
  /// Where a characteristic has nothing left to show.
  private static let negligible = 0.001
  private static let smallestStart = 1e-6

  private var plans: TextTable {
    let of = question.practices.map { " of \($0) practices" } ?? ""
    var table = TextTable(
      [
        .text("Plan"), .number("Calls"), .number("Accept at"), .number("Refuse at"),
        .number("Refuses \(PlanText.percent(question.good))"),
        .number("Accepts \(PlanText.percent(question.bad))"),
      ],
      title:
        "Telling \(PlanText.percent(question.good)) from \(PlanText.percent(question.bad)) not reached\(of)")
    let risks = [
      PlanText.chance(plan.refusalOfGood(question.good)), PlanText.chance(plan.acceptanceOfBad(question.bad)),
    ]
    table.append(
      [
        question.calls == nil ? "single" : "your own", "\(plan.calls)", "≤ \(plan.acceptIfAtMost)",
        "≥ \(plan.acceptIfAtMost + 1)",
      ]
        + risks)
    if let double {
      table.append([
        "double, first", "\(double.firstCalls)", "≤ \(double.firstAcceptIfAtMost)",
        "≥ \(double.firstRefuseIfAtLeast)", "", "",
      ])
      table.append([
        "double, with second", "\(double.firstCalls + double.secondCalls)", "≤ \(double.finalAcceptIfAtMost)",
        "≥ \(double.finalAcceptIfAtMost + 1)",
        PlanText.chance(1 - double.acceptance(atRate: goodOfPractices)),
        PlanText.chance(double.acceptance(atRate: badOfPractices)),
      ])
    }
    return table
  }

  /// The worst of all good shares that whole practices can have.
  private var goodOfPractices: Double { whole(question.good, .down) }

  /// The best of all bad ones.
  private var badOfPractices: Double { whole(question.bad, .up) }

  private func whole(_ share: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard let practices = question.practices else { return share }
    let exact = share * Double(practices)
    let nearest = exact.rounded()
    // Rounding of doubles may have moved a whole count by a trifle.
    return (abs(exact - nearest) < 1e-9 * max(1, exact) ? nearest : exact.rounded(rule)) / Double(practices)
  }

  private var characteristic: TextTable {
    var columns: [TextTable.Column] = [
      .number("True share"), .number("Accepted"), .number("Calls, stopping early"),
    ]
    if double != nil { columns += [.number("Double: accepted"), .number("Calls expected")] }
    var table = TextTable(
      columns, title: "The chance of being accepted, and the calls expected, by the true share", notes: notes)
    let rates = rates(count: Self.rowsPrinted)
    for (rate, text) in zip(rates, PlanText.rates(rates)) {
      var cells = [
        text, PlanText.chance(plan.acceptance(atRate: rate)),
        expectedCalls(rate).map { NumberText.format($0, decimals: 1) } ?? "–",
      ]
      if let double {
        cells += [
          PlanText.chance(double.acceptance(atRate: rate)),
          NumberText.format(double.expectedCalls(atRate: rate), decimals: 1),
        ]
      }
      table.append(cells)
    }
    return table
  }

  private var notes: [String] {
    var notes = [
      question.practices == nil
        ? "Assumed: independent calls (binomial). With few practices, --practices gives fewer calls."
        : "Assumed: different practices, each rung once, each one reached or not on that day (hypergeometric).",
      "Stopping early: once the answer is certain, either way. All calls are taken to be valid.",
    ]
    if question.calls != nil {
      if plan.refusalOfGood(question.good) > question.producerRisk {
        notes.append(
          "Refuses what is good more often than the \(PlanText.percent(question.producerRisk)) asked for.")
      }
      if plan.acceptanceOfBad(question.bad) > question.consumerRisk {
        notes.append(
          "Accepts what is bad more often than the \(PlanText.percent(question.consumerRisk)) asked for.")
      }
    }
    if double != nil {
      notes.append("Double: both samples of one size, fewest calls expected at the good share.")
    }
    return notes
  }

  private func expectedCalls(_ rate: Double) -> Double? {
    plan.calls * (plan.acceptIfAtMost + 1) <= Self.mostSteps
      ? plan.expectedCallsWhenCurtailed(atRate: rate) : nil
  }

  /// True shares from 0 to where hardly anything is accepted, with the good and the bad one among them.
  private func rates(count: Int) -> [Double] {
    var (start, end) = (question.good, question.bad)
    while start > Self.smallestStart, plan.acceptance(atRate: start) < 1 - Self.negligible { start /= 1.1 }
    if start < 0.5 * question.good { start = 0 }
    while end < 1, plan.acceptance(atRate: end) > Self.negligible { end = min(1, end * 1.1) }
    return PlanRates(
      from: start, upTo: end, count: count, practices: question.practices,
      asked: [goodOfPractices, badOfPractices]
    ).values
  }

  private var rows: [[PlanAnswer.Value]] {
    let rates = rates(count: Self.rowsWritten)
    let head: [PlanAnswer.Value] = [.integer(question.practices)]
    let single = rates.map { rate -> [PlanAnswer.Value] in
      [.text("single")] + head + [
        .integer(plan.calls), .integer(plan.acceptIfAtMost), .integer(plan.acceptIfAtMost + 1), .integer(0),
        .integer(plan.acceptIfAtMost), .number(rate), .number(plan.acceptance(atRate: rate)),
        .number(expectedCalls(rate)),
      ]
    }
    guard let double else { return single }
    return single
      + rates.map { rate in
        [.text("double")] + head + [
          .integer(double.firstCalls), .integer(double.firstAcceptIfAtMost),
          .integer(double.firstRefuseIfAtLeast), .integer(double.secondCalls),
          .integer(double.finalAcceptIfAtMost), .number(rate), .number(double.acceptance(atRate: rate)),
          .number(double.expectedCalls(atRate: rate)),
        ]
      }
  }

  /// One row per plan and true share.
  static let schema = TableSchema(
    name: "plan-acceptance",
    columns: [
      Column(
        "plan", .string, "single, or double with a second sample where the first leaves doubt",
        .init(required: true, enumeration: ["single", "double"])),
      PlanColumn.count("practices", "Practices, each rung once at most; empty: no limit"),
      PlanColumn.count("first_calls", "Calls of the first sample"),
      PlanColumn.count("first_accept_if_at_most", "Greatest count not reached that is accepted after it"),
      PlanColumn.count("first_refuse_if_at_least", "Smallest count not reached that is refused after it"),
      PlanColumn.count("second_calls", "Calls of the second sample"),
      PlanColumn.count("final_accept_if_at_most", "Greatest count of both samples that is accepted"),
      PlanColumn.share("rate", "True share not reached"),
      PlanColumn.share("p_accept", "Probability of being accepted"),
      PlanColumn.number(
        "expected_calls",
        "Calls expected: single, when ringing stops once the answer is certain; double, in whole samples; empty: not computed"
      ),
    ], primaryKey: ["plan", "rate"])
}
