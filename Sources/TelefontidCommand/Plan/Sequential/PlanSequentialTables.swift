import Reports
import SurveyStatistics
import Tables
import Terminal

/// What `plan sequential` prints and writes.
struct PlanSequentialTables: Sendable {
  let question: PlanSequentialCommand.Question
  let answer: PlanSequentialCommand.Answer

  var plan: SequentialPlan { answer.plan }
  var contrast: PlanContrast { question.contrast }

  private static let rowsPrinted = 14
  static let rowsWritten = 40

  var planAnswer: PlanAnswer {
    PlanAnswer(
      tables: [lines, characteristic], Self.table, rows: { boundaryRows + characteristicRows },
      figure: { figure })
  }

  /// When to stop.
  private var lines: TextTable {
    let (lower, upper) = (line(plan.lowerIntercept), line(plan.upperIntercept))
    let (most, final) = (PlanText.count(plan.mostCalls, .call), plan.finalAcceptIfAtMost)
    let forced =
      final < 0
      ? said("refuse", "afvis") : said("accept at \(final) or fewer", "godkend ved \(final) eller færre")
    var table = TextTable(
      [
        .number("After calls", "Efter opkald"), .number("Accept at", "Godkend ved"),
        .number("Refuse at", "Afvis ved"),
      ],
      title: contrast.title + said(", one call after another", ", ét opkald efter et andet"),
      notes: [
        said(
          "Accept when the count not reached is at or below \(lower), refuse when it is at or above \(upper), n being the calls.",
          "Godkend, når antallet uden kontakt er på eller under \(lower), afvis, når det er på eller over \(upper); n er antallet af opkald."
        ),
        said(
          "After \(most) the decision is forced: \(forced).", "Efter \(most) skal der afgøres: \(forced)."),
      ])
    for calls in checkpoints {
      let (accept, refuse) = boundaries(calls)
      table.append([
        "\(calls)", accept.map { "≤ \($0)" } ?? said("not yet", "endnu ikke"),
        refuse.map { "≥ \($0)" } ?? said("not yet", "endnu ikke"),
      ])
    }
    return table
  }

  private func line(_ intercept: Double) -> String {
    let sign = intercept < 0 ? "−" : "+"
    return "\(spoken(plan.slope, decimals: 4)) n \(sign) \(spoken(abs(intercept), decimals: 3))"
  }

  /// The critical counts after so many calls; `nil` where no count is.
  private func boundaries(_ calls: Int) -> (accept: Int?, refuse: Int?) {
    let (accept, refuse) = (plan.acceptIfAtMost(after: calls), plan.refuseIfAtLeast(after: calls))
    return (accept < 0 ? nil : accept, refuse > calls ? nil : refuse)
  }

  /// Round numbers of calls, and the last.
  private var checkpoints: [Int] {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].first {
      plan.mostCalls <= $0 * Self.rowsPrinted * 2
    }
    return Array(stride(from: step ?? plan.mostCalls, to: plan.mostCalls, by: step ?? plan.mostCalls))
      + [plan.mostCalls]
  }

  private var characteristic: TextTable {
    var table = TextTable(
      [
        .number("True share", "Sand andel"), .number("Accepted", "Godkendt"),
        .number("Calls expected", "Forventede opkald"), .number("SD", "Spredning"),
        .number("Single plan, stopping early", "Enkelt plan med tidligt stop"),
      ] + (question.yield.lost > 0 ? [.number("Calls to make", "Opkald, der skal foretages")] : []),
      title: said(
        "The chance of being accepted, and the calls it takes, by the true share",
        "Sandsynligheden for godkendelse, og hvor mange opkald det tager, efter den sande andel"),
      notes: notes)
    let rates = rates(count: Self.rowsPrinted)
    for (rate, text) in zip(rates, PlanText.rates(rates)) {
      guard let result = result(rate) else { continue }
      table.append(
        [
          text, PlanText.chance(result.acceptance), spoken(result.expectedCalls, decimals: 1),
          spoken(result.deviationOfCalls, decimals: 1),
          answer.single.curtailedCalls(atRate: rate).map { spoken($0, decimals: 1) } ?? "–",
        ] + (question.yield.lost > 0 ? [spoken(made(result), decimals: 1)] : []))
    }
    return table
  }

  private var notes: [String] {
    let (calls, accept) = (PlanText.count(answer.single.calls, .call), answer.single.acceptIfAtMost)
    var notes = [
      said(
        "Single plan with the same risks: \(calls), accept at \(accept) or fewer.",
        "Enkelt plan med de samme risici: \(calls), godkend ved \(accept) eller færre."),
      contrast.practices == nil
        ? said(
          "Assumed: independent calls in random order, \(validity).",
          "Antaget: uafhængige opkald i tilfældig orden, \(validity).")
        : said(
          "Assumed: different practices in random order, each one reached or not on that day; \(validity).",
          "Antaget: forskellige praksisser i tilfældig orden, hver den dag enten med eller uden kontakt; \(validity)."
        ),
    ]
    if let good = result(contrast.worstGood), let bad = result(contrast.bestBad) {
      notes += contrast.warnings(refusal: good.refusal, acceptance: bad.acceptance)
    }
    return notes
  }

  private var validity: String {
    let lost = PlanText.percent(question.yield.lost)
    return question.yield.lost == 0
      ? said("all calls valid", "alle opkald gyldige")
      : said(
        "\(lost) of the calls made are not valid and do not count",
        "\(lost) af de foretagne opkald er ugyldige og tæller ikke")
  }

  /// The calls expected to be made until the decision.
  private func made(_ result: SequentialCharacteristics) -> Double {
    result.expectedCalls / (1 - question.yield.lost)
  }

  private func rates(count: Int) -> [Double] { contrast.rates(of: answer.single, count: count) }

  func result(_ rate: Double) -> SequentialCharacteristics? {
    plan.characteristics(atRate: rate, population: contrast.practices)
  }

  private var boundaryRows: [Row] {
    (1...plan.mostCalls).map { calls in
      let (accept, refuse) = boundaries(calls)
      return Row(boundary: (calls, accept, refuse))
    }
  }

  private var characteristicRows: [Row] {
    rates(count: Self.rowsWritten).compactMap { rate in
      result(rate).map {
        Row(
          characteristic: (rate, $0), single: answer.single.curtailedCalls(atRate: rate), made: made($0))
      }
    }
  }

  /// A call with its boundaries, or a true share with what comes of it.
  struct Row: Sendable {
    var boundary: (calls: Int, accept: Int?, refuse: Int?)?
    var characteristic: (rate: Double, result: SequentialCharacteristics)?
    var single: Double?
    var made: Double?
  }

  /// A row per call with its boundaries, then one per true share.
  static let table = RowTable<Row>(
    "plan-sequential",
    [
      .choice(
        "row", "boundary: when to stop; characteristic: what comes of it", ["boundary", "characteristic"]
      ) {
        $0.boundary == nil ? "characteristic" : "boundary"
      },
      .optionalCount("calls", "Valid calls made") { $0.boundary?.calls },
      .optionalCount(
        "accept_if_at_most", "Stop and accept at this count not reached or fewer; empty: not yet"
      ) { $0.boundary?.accept },
      .optionalCount("refuse_if_at_least", "Stop and refuse at this count or more; empty: not yet") {
        $0.boundary?.refuse
      },
      .share("rate", "True share not reached") { $0.characteristic?.rate },
      .share("p_accept", "Probability of being accepted") { $0.characteristic?.result.acceptance },
      .number("expected_calls", "Mean number of calls until the decision", .positive) {
        $0.characteristic?.result.expectedCalls
      },
      .number("sd_calls", "Standard deviation of the number of calls", .positive) {
        $0.characteristic?.result.deviationOfCalls
      },
      .number("single_expected_calls", "Mean number of calls of the single plan that stops early", .positive)
      {
        $0.single
      },
      .number("expected_calls_to_make", "Mean number of calls to make, with those that are lost", .positive) {
        $0.made
      },
    ])
}
