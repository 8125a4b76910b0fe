import Tables
import Terminal

/// What `plan power` prints and writes.
struct PlanPowerTables: Sendable {
  let question: PlanPowerCommand.Question
  let answer: PlanPowerCommand.Answer

  var planAnswer: PlanAnswer {
    PlanAnswer(tables: [sizes, curve], Self.table, rows: { rows }, figure: { figure })
  }

  private var isEven: Bool { question.isPaired || question.ratio == 1 }

  private var callColumns: [TextTable.Column] {
    if question.isPaired {
      return [
        question.sharedPractices == 1
          ? .number("Practices", "Praksisser")
          : .number("Practices per survey", "Praksisser pr. undersøgelse")
      ]
    }
    return isEven
      ? [.number("Calls per slot", "Opkald pr. tidsrum")]
      : [.number("First slot", "Første tidsrum"), .number("Second slot", "Andet tidsrum")]
  }

  private func callCells(_ calls: PlanPowerCommand.Calls) -> [String] {
    isEven ? ["\(calls.first)"] : ["\(calls.first)", "\(calls.second)"]
  }

  private var difference: String {
    let (one, other) = (PlanText.percent(question.rate), PlanText.percent(question.alternative))
    return said("\(one) against \(other) not reached", "\(one) mod \(other) uden kontakt")
  }

  private var sizes: TextTable {
    let pair =
      !question.isPaired
      ? ""
      : question.sharedPractices == 1
        ? said(", the same practices both times", ", de samme praksisser begge gange")
        : said(
          ", \(PlanText.percent(question.sharedPractices)) of the practices both times",
          ", \(PlanText.percent(question.sharedPractices)) af praksisserne begge gange")
    let power = PlanText.percent(question.power)
    var table = TextTable(
      [.text("Test", "Test")] + callColumns + [.number("Power", "Styrke")],
      title: said(
        "Calls to see \(difference) with a chance of \(power)\(pair)",
        "Opkald for at se \(difference) med en sandsynlighed på \(power)\(pair)"))
    for size in answer.sizes {
      table.append([size.test.title] + callCells(size.calls) + [PlanText.chance(size.power)])
    }
    return table
  }

  private var curve: TextTable {
    var table = TextTable(
      callColumns + question.tests.map { .number($0.title) },
      title: said(
        "The chance of seeing it, by number of calls", "Sandsynligheden for at se det, efter antal opkald"),
      notes: notes)
    for (calls, powers) in zip(answer.curve, answer.powers) {
      table.append(callCells(calls) + powers.map { $0.map(PlanText.chance) ?? "–" })
    }
    return table
  }

  private var notes: [String] {
    let sides = question.isOneSided ? said("one-sided", "ensidet") : said("two-sided", "tosidet")
    let risk = PlanText.percent(question.error)
    var notes = [
      said(
        "Risk of seeing a difference that is not there: \(risk), \(sides).",
        "Risiko for at se en forskel, der ikke er der: \(risk), \(sides).")
    ]
    if question.isPaired {
      let correlation = PlanText.trimmed(question.correlation ?? 0, decimals: 4)
      notes.append(
        said(
          "Assumed: the two calls to a practice correlate by \(correlation); practices are independent of each other.",
          "Antaget: De to opkald til en praksis korrelerer med \(correlation); praksisser er uafhængige af hinanden."
        ))
    } else if question.yield.isPlain {
      notes.append(
        said(
          "Assumed: calls are independent, within a slot and between slots, and all are valid.",
          "Antaget: Opkald er uafhængige, inden for et tidsrum og mellem tidsrum, og alle er gyldige."))
    }
    if !question.yield.isPlain { notes.append(question.yield.assumption) }
    if question.tests.contains(.twoWaves) {
      notes.append(
        said(
          "compare makes the test two-waves; the z test of the change is the usual approximation.",
          "compare udfører testen two-waves; z-testen af ændringen er den sædvanlige tilnærmelse."))
    }
    if question.tests.contains(.linearised) {
      notes.append(
        said(
          "compare makes the test linearised, here at the independent calls that the valid ones are worth; the z test is the usual approximation.",
          "compare udfører testen linearised, her ved de uafhængige opkald, som de gyldige er værd; z-testen er den sædvanlige tilnærmelse."
        ))
    }
    if let practices = question.practices,
      let size = answer.sizes.first(where: { $0.calls.first > question.fitting(practices) })
    {
      notes.append(
        said(
          "\(size.test.title) test needs more calls than the \(practices) practices can give.",
          "Testen \(size.test.title) kræver flere opkald, end de \(practices) praksisser kan give."))
    }
    let exact = question.tests.filter { !$0.isApproximate }.map(\.title)
    let missing = question.tests.filter { test in !answer.sizes.contains { $0.test == test } }
    if let test = missing.first {
      notes.append(
        said(
          "\(test.title): not computed where a group has more than \(test.mostCalls) calls.",
          "\(test.title): ikke beregnet, hvor en gruppe har mere end \(test.mostCalls) opkald."))
    }
    if !exact.isEmpty, missing.count < exact.count {
      notes.append(
        said(
          "Exact power moves up and down by a little as calls are added: a few calls more may have less of it.",
          "Eksakt styrke går lidt op og ned, når der kommer opkald til: Nogle få opkald mere kan have mindre af den."
        ))
    }
    return notes
  }

  private var rows: [Row] {
    let smallest = answer.sizes.map {
      Row(question: question, row: "smallest", test: $0.test, calls: $0.calls, power: $0.power)
    }
    let curve = zip(answer.curve, answer.powers).flatMap { calls, powers in
      zip(question.tests, powers).map {
        Row(question: question, row: "curve", test: $0, calls: calls, power: $1)
      }
    }
    return smallest + curve
  }

  /// One test with one number of calls.
  struct Row: Sendable {
    var question: PlanPowerCommand.Question
    var row: String
    var test: PlanPowerCommand.Test
    var calls: PlanPowerCommand.Calls
    var power: Double?
  }

  /// One row per test and number of calls.
  static let table = RowTable<Row>(
    "plan-power",
    [
      .choice(
        "row", "smallest: the fewest calls with the power asked for; curve: the power of other numbers",
        ["smallest", "curve"]
      ) { $0.row },
      .choice("test", "The test that may find the difference", PlanPowerCommand.Test.allCases.map(\.rawValue))
      {
        $0.test.rawValue
      },
      .share("rate", "Share not reached in the first slot or survey") { $0.question.rate },
      .share("alternative", "Share not reached in the second") { $0.question.alternative },
      .number(
        "correlation", "Correlation of the two calls to a practice; empty: other practices",
        .init(minimum: .integer(-1), maximum: .integer(1))
      ) { $0.question.isPaired ? $0.question.correlation ?? 0 : nil },
      .share("overlap", "Share of practices that both surveys ring; empty: not paired") {
        $0.question.isPaired ? $0.question.sharedPractices : nil
      },
      .share("error", "Risk of seeing a difference that is not there") { $0.question.error },
      .optionalCount("sides", "1: looks in one direction; 2: in both") { $0.question.isOneSided ? 1 : 2 },
      .optionalCount("calls", "Calls to make in the first slot or survey") { $0.calls.first },
      .optionalCount("second_calls", "Calls to make in the second") { $0.calls.second },
      .share("power", "Chance of seeing the difference; empty: not computed") { $0.power },
      .number("effective_calls", "Independent calls that those of the first are worth", .positive) {
        $0.question.yield.effective($0.calls.first)
      },
      .number("second_effective_calls", "Independent calls that those of the second are worth", .positive) {
        $0.question.yield.effective($0.calls.second)
      },
    ])
}
