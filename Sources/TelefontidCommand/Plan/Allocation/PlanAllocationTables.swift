import SurveyStatistics
import Tables
import Terminal

/// What `plan allocation` prints and writes.
struct PlanAllocationTables: Sendable {
  let question: PlanAllocationCommand.Question
  let groups: [PlanAllocationCommand.Group]
  let plans: [PlanAllocationCommand.Plan]

  var answer: PlanAnswer {
    PlanAnswer(tables: [divisions, effects], Self.table, rows: { rows }, figure: { figure })
  }

  private var knowsSizes: Bool { groups.allSatisfy { $0.size != nil } }

  /// Who gets how many.
  private var divisions: TextTable {
    var columns: [TextTable.Column] = [.text("Group"), .number("Not reached")]
    if knowsSizes { columns.append(.number("Practices")) }
    if question.costs != nil { columns.append(.number("Cost of a call")) }
    var table = TextTable(
      columns + plans.map { .number($0.method.title) },
      title: "How to divide \(PlanText.count(question.calls, "call")) over \(groups.count) groups")
    for (place, group) in groups.enumerated() {
      var cells = [group.name, RealSurveyText.percent(group.rate)]
      if knowsSizes { cells.append(group.size.map { "\($0)" } ?? "–") }
      if question.costs != nil { cells.append(PlanText.trimmed(question.cost(place), decimals: 3)) }
      table.append(cells + plans.map { "\($0.calls[place])" })
    }
    let blanks = [String](repeating: "", count: columns.count - 1)
    table.appendFooter(["all"] + blanks + plans.map { "\($0.calls.reduce(0, +))" })
    return table
  }

  /// What each division does.
  private var effects: TextTable {
    var columns: [TextTable.Column] = [
      .text("Division"), .number("Widest interval"), .text("In"), .number("Overall ±"),
    ]
    if question.costs != nil { columns.append(.number("Cost")) }
    if question.target != nil { columns += [.number("Undecided"), .number("Meet"), .number("Fail")] }
    var table = TextTable(columns, title: "What each division does", notes: notes)
    for plan in plans {
      let widest = widest(plan)
      var cells = [
        plan.method.title, "\(NumberText.format(widest.width * 100, decimals: 1)) points", widest.name,
        NumberText.format(overallHalfWidth(plan) * 100, decimals: 2),
      ]
      if question.costs != nil { cells.append(PlanText.trimmed(cost(plan), decimals: 1)) }
      if question.target != nil {
        cells += [Verdict.undecided, .meets, .fails].map { verdict in
          NumberText.format(expected(verdict, plan), decimals: 2)
        }
      }
      table.append(cells)
    }
    return table
  }

  private var notes: [String] {
    let confidence = RealSurveyText.confidence(question.confidence)
    var notes = [
      "Widest interval: \(question.interval.rawValue), \(confidence), from end to end, if each group finds what is expected. Overall ±: half of the \(confidence) interval of the share of all groups, in points, \(knowsSizes ? "weighted by practices" : "all groups alike")."
    ]
    if let target = question.target {
      notes.append(
        "Undecided, meet, fail: how many of the \(groups.count) groups can be expected to get that verdict against \(PlanText.percent(target)), at a risk of \(PlanText.percent(question.error)) to either side."
      )
    }
    if let file = question.file {
      notes.append(
        "Not reached: from \(file), with half a call added to those reached and half to those not.")
    }
    notes.append(
      question.yield.isPlain
        ? "Assumed: independent calls, all valid; the shares expected are those that come."
        : question.yield.assumption + " The shares expected are those that come.")
    if !knowsSizes { notes.append("Without the number of practices, proportional is the same as equal.") }
    if question.costs != nil {
      notes.append("Cost-optimal: as many calls as the others, dearer ones fewer; see what they cost.")
    }
    if plans.contains(where: { plan in
      zip(groups, plan.calls).contains { question.limit($0) == $1 && $1 < question.calls }
    }) {
      notes.append("Some groups get every call that their practices can take.")
    }
    return notes
  }

  func interval(_ place: Int, _ calls: Int) -> ConfidenceInterval? {
    ProportionInterval.interval(
      proportion: groups[place].rate, effectiveSize: Double(calls) * question.worth,
      method: question.interval.method,
      confidence: question.confidence)
  }

  private func widest(_ plan: PlanAllocationCommand.Plan) -> (name: String, width: Double) {
    var found = (name: "", width: -1.0)
    for (place, calls) in plan.calls.enumerated() {
      let width = interval(place, calls)?.width ?? 1
      if width > found.width { found = (groups[place].name, width) }
    }
    return found
  }

  private func standardError(_ plan: PlanAllocationCommand.Plan) -> Double {
    groups.indices.reduce(0.0) { sum, place in
      let (weight, rate) = (question.weight(place, groups), groups[place].rate)
      return sum + weight * weight * rate * (1 - rate) / (Double(plan.calls[place]) * question.worth)
    }.squareRoot()
  }

  private func overallHalfWidth(_ plan: PlanAllocationCommand.Plan) -> Double {
    -Normal.quantile(0.5 * (1 - question.confidence)) * standardError(plan)
  }

  private func cost(_ plan: PlanAllocationCommand.Plan) -> Double {
    plan.calls.enumerated().reduce(0) { $0 + question.cost($1.offset) * Double($1.element) }
  }

  /// The chance of a verdict on one group; `nil` without a target.
  private func chance(_ verdict: Verdict, _ place: Int, _ calls: Int) -> Double? {
    guard let target = question.target else { return nil }
    guard let judged = question.yield.judged(calls, error: question.error),
      let rule = VerdictRule(
        calls: question.yield.valid(calls), worth: judged, target: target, error: question.error)
    else { return verdict == .undecided ? 1 : 0 }
    return rule.probability(of: verdict, atRate: groups[place].rate)
  }

  private func expected(_ verdict: Verdict, _ plan: PlanAllocationCommand.Plan) -> Double {
    plan.calls.enumerated().reduce(0) { $0 + (chance(verdict, $1.offset, $1.element) ?? 0) }
  }

  private var rows: [Row] {
    plans.flatMap { plan in
      groups.indices.map { place in
        let calls = plan.calls[place]
        return Row(
          method: plan.method, group: groups[place], cost: question.cost(place), calls: calls,
          interval: interval(place, calls), meets: chance(.meets, place, calls),
          undecided: chance(.undecided, place, calls), fails: chance(.fails, place, calls))
      }
    }
  }

  /// One group under one division.
  struct Row: Sendable {
    var method: PlanAllocationCommand.Method
    var group: PlanAllocationCommand.Group
    var cost: Double
    var calls: Int
    var interval: ConfidenceInterval?
    var meets: Double?
    var undecided: Double?
    var fails: Double?
  }

  /// One row per division and group.
  static let table = RowTable<Row>(
    "plan-allocation", primaryKey: ["division", "group"],
    [
      .choice("division", "How the calls are divided", PlanAllocationCommand.Method.allCases.map(\.rawValue))
      {
        $0.method.rawValue
      },
      .text("group", "The slot or stratum") { $0.group.name },
      .share("rate", "Share not reached that is expected") { $0.group.rate },
      .optionalCount("practices", "Practices of the group; empty: not known") { $0.group.size },
      .number("cost", "What a call costs, in the unit of --costs; 1 without it", .positive) { $0.cost },
      .optionalCount("calls", "Calls that the group gets") { $0.calls },
      .share("lower", "Lower bound of the interval if the group finds what is expected") {
        $0.interval?.lower
      },
      .share("upper", "Upper bound of the interval if the group finds what is expected") {
        $0.interval?.upper
      },
      .share("p_meets", "Probability that the group meets the target; empty without one") { $0.meets },
      .share("p_undecided", "Probability that its verdict is undecided; empty without a target") {
        $0.undecided
      },
      .share("p_fails", "Probability that it fails the target; empty without one") { $0.fails },
    ])
}
