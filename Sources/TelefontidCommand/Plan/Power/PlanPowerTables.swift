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
      return [.number(question.sharedPractices == 1 ? "Practices" : "Practices per survey")]
    }
    return isEven ? [.number("Calls per slot")] : [.number("First slot"), .number("Second slot")]
  }

  private func callCells(_ calls: PlanPowerCommand.Calls) -> [String] {
    isEven ? ["\(calls.first)"] : ["\(calls.first)", "\(calls.second)"]
  }

  private var difference: String {
    "\(PlanText.percent(question.rate)) against \(PlanText.percent(question.alternative)) not reached"
  }

  private var sizes: TextTable {
    let pair =
      !question.isPaired
      ? ""
      : question.sharedPractices == 1
        ? ", the same practices both times"
        : ", \(PlanText.percent(question.sharedPractices)) of the practices both times"
    var table = TextTable(
      [.text("Test")] + callColumns + [.number("Power")],
      title:
        "Calls to see \(difference) with a chance of \(PlanText.percent(question.power))\(pair)")
    for size in answer.sizes {
      table.append([size.test.title] + callCells(size.calls) + [PlanText.chance(size.power)])
    }
    return table
  }

  private var curve: TextTable {
    var table = TextTable(
      callColumns + question.tests.map { .number($0.title) },
      title: "The chance of seeing it, by number of calls", notes: notes)
    for (calls, powers) in zip(answer.curve, answer.powers) {
      table.append(callCells(calls) + powers.map { $0.map(PlanText.chance) ?? "–" })
    }
    return table
  }

  private var notes: [String] {
    let sides = question.isOneSided ? "one-sided" : "two-sided"
    var notes = [
      "Risk of seeing a difference that is not there: \(PlanText.percent(question.error)), \(sides)."
    ]
    if question.isPaired {
      notes.append(
        "Assumed: the two calls to a practice correlate by \(PlanText.trimmed(question.correlation ?? 0, decimals: 4)); practices are independent of each other."
      )
    } else if question.yield.isPlain {
      notes.append("Assumed: calls are independent, within a slot and between slots, and all are valid.")
    }
    if !question.yield.isPlain { notes.append(question.yield.assumption) }
    if question.tests.contains(.twoWaves) {
      notes.append("compare makes the test two-waves; the z test of the change is the usual approximation.")
    }
    if question.tests.contains(.linearised) {
      notes.append(
        "compare makes the test linearised, here at the independent calls that the valid ones are worth; the z test is the usual approximation."
      )
    }
    if let practices = question.practices,
      let size = answer.sizes.first(where: { $0.calls.first > question.fitting(practices) })
    {
      notes.append("\(size.test.title) test needs more calls than the \(practices) practices can give.")
    }
    let exact = question.tests.filter { !$0.isApproximate }.map(\.title)
    let missing = question.tests.filter { test in !answer.sizes.contains { $0.test == test } }
    if let test = missing.first {
      notes.append(
        "\(test.title): not computed where a group has more than \(test.mostCalls) calls.")
    }
    if !exact.isEmpty, missing.count < exact.count {
      notes.append(
        "Exact power moves up and down by a little as calls are added: a few calls more may have less of it.")
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
