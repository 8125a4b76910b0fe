import Drawing
import Reports
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
    var columns: [TextTable.Column] = [
      .text("Group", "Gruppe"), .number("Not reached", "Uden kontakt"),
    ]
    if knowsSizes { columns.append(.number("Practices", "Praksisser")) }
    if question.costs != nil { columns.append(.number("Cost of a call", "Pris pr. opkald")) }
    let (calls, count) = (PlanText.count(question.calls, .call), groups.count)
    var table = TextTable(
      columns + plans.map { .number($0.method.title) },
      title: said(
        "How to divide \(calls) over \(count) groups", "Sådan fordeles \(calls) på \(count) grupper"))
    for (place, group) in groups.enumerated() {
      var cells = [Self.name(group.name), RealSurveyText.percent(group.rate)]
      if knowsSizes { cells.append(group.size.map { "\($0)" } ?? "–") }
      if question.costs != nil { cells.append(PlanText.trimmed(question.cost(place), decimals: 3)) }
      table.append(cells + plans.map { "\($0.calls[place])" })
    }
    let blanks = [String](repeating: "", count: columns.count - 1)
    table.appendFooter([Phrase.all] + blanks + plans.map { "\($0.calls.reduce(0, +))" })
    return table
  }

  /// What each division does.
  private var effects: TextTable {
    var columns: [TextTable.Column] = [
      .text("Division", "Fordeling"), .number("Widest interval", "Bredeste interval"), .text("In", "I"),
      .number("Overall ±", "I alt ±"),
    ]
    if question.costs != nil { columns.append(.number("Cost", "Pris")) }
    if question.target != nil {
      columns += [
        .number("Undecided", "Uafklaret"), .number("Meet", "Opfyldt"), .number("Fail", "Ikke opfyldt"),
      ]
    }
    var table = TextTable(
      columns, title: said("What each division does", "Hvad hver fordeling giver"), notes: notes)
    for plan in plans {
      let widest = widest(plan)
      let width = spoken(widest.width * 100, decimals: 1)
      var cells = [
        plan.method.title, said("\(width) points", "\(width) procentpoint"),
        Self.name(widest.name),
        spoken(overallHalfWidth(plan) * 100, decimals: 2),
      ]
      if question.costs != nil { cells.append(PlanText.trimmed(cost(plan), decimals: 1)) }
      if question.target != nil {
        cells += [Verdict.undecided, .meets, .fails].map { verdict in
          spoken(expected(verdict, plan), decimals: 2)
        }
      }
      table.append(cells)
    }
    return table
  }

  private var notes: [String] {
    let confidence = RealSurveyText.confidence(question.confidence)
    let method = question.interval.rawValue
    let weights =
      knowsSizes
      ? said("weighted by practices", "vægtet med praksisser") : said("all groups alike", "alle grupper ens")
    var notes = [
      said(
        "Widest interval: \(method), \(confidence), from end to end, if each group finds what is expected. Overall ±: half of the \(confidence) interval of the share of all groups, in points, \(weights).",
        "Bredeste interval: \(method), \(confidence), fra ende til anden, hvis hver gruppe finder det forventede. I alt ±: det halve \(confidence)-interval for andelen i alle grupper, i procentpoint, \(weights)."
      )
    ]
    if let target = question.target {
      let (aim, risk) = (PlanText.percent(target), PlanText.percent(question.error))
      notes.append(
        said(
          "Undecided, meet, fail: how many of the \(groups.count) groups can be expected to get that verdict against \(aim), at a risk of \(risk) to either side.",
          "Uafklaret, opfyldt, ikke opfyldt: hvor mange af de \(groups.count) grupper der kan ventes at få den afgørelse mod \(aim), med en risiko på \(risk) til hver side."
        ))
    }
    if let file = question.file {
      notes.append(
        said(
          "Not reached: from \(file), with half a call added to those reached and half to those not.",
          "Uden kontakt: fra \(file), med et halvt opkald lagt til dem med og et halvt til dem uden kontakt.")
      )
    }
    notes.append(
      question.yield.isPlain
        ? said(
          "Assumed: independent calls, all valid; the shares expected are those that come.",
          "Antaget: uafhængige opkald, alle gyldige; de forventede andele er dem, der kommer.")
        : question.yield.assumption
          + said(
            " The shares expected are those that come.", " De forventede andele er dem, der kommer."))
    if !knowsSizes {
      notes.append(
        said(
          "Without the number of practices, proportional is the same as equal.",
          "Uden antallet af praksisser er proportional det samme som ligelig."))
    }
    if question.costs != nil {
      notes.append(
        said(
          "Cost-optimal: as many calls as the others, dearer ones fewer; see what they cost.",
          "Billigst: lige så mange opkald som de andre, færre af de dyre; se, hvad de koster."))
    }
    if plans.contains(where: { plan in
      zip(groups, plan.calls).contains { question.limit($0) == $1 && $1 < question.calls }
    }) {
      notes.append(
        said(
          "Some groups get every call that their practices can take.",
          "Nogle grupper får alle de opkald, deres praksisser kan tage imod."))
    }
    return notes
  }

  func interval(_ place: Int, _ calls: Int) -> ConfidenceInterval? {
    ProportionInterval.interval(
      proportion: groups[place].rate, effectiveSize: Double(calls) * question.worth,
      method: question.interval.method,
      confidence: question.confidence)
  }

  /// A group as a row names it: those that have only a number are groups in either language.
  private static func name(_ name: String) -> String {
    let words = words(of: name)
    return words.english == name ? said(name, words.danish) : Phrase.group(name)
  }

  /// The same in a picture, whose language may be another one.
  static func words(of name: String) -> Words {
    let words = name.split(separator: " ")
    guard words.count == 2, words[0] == "group", let number = Int(words[1]) else {
      return Words(PlanText.group(name))
    }
    return Words(name, "gruppe \(number)")
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
