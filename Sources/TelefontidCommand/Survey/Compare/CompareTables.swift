import SurveyStatistics
import Surveys
import Terminal

/// What `compare` prints.
struct CompareTables {
  let before: RealSurvey
  let after: RealSurvey
  let confidence: Double
  let methods: ChangeMethods
  let margin: Double?
  let error: Double
  let frameChange: SurveyComparison.FrameChange

  /// A table per grouping, pooled stretches and all calls below the last line.
  func tables(_ changes: CompareCommand.Changes) -> [TextTable] {
    let total = changes.groupings.last ?? []
    let pooled = changes.groupings.filter { $0.first?.by == "pooled" }.flatMap { $0 }
    let shown = changes.groupings.dropLast().filter { $0.first?.by != "pooled" }
    return shown.map { table($0, ($0.first?.by == "slot" ? pooled : []) + total, changes.rule) }
  }

  private func table(_ groups: [SurveyChange], _ footers: [SurveyChange], _ rule: RealSurvey.Rule)
    -> TextTable
  {
    var columns: [TextTable.Column] = [
      .text(RealSurveyText.header(groups.first?.by ?? "calls")), .number("Before"), .number("After"),
      .number("Shared"), .number("Change, points"),
      .number("\(RealSurveyText.confidence(confidence)) interval"), .number("p"),
    ]
    if isAdjusted(groups) { columns.append(.number("Adjusted p")) }
    columns.append(.text("Conclusion"))
    if margin != nil { columns += [.text("Not worse"), .text("Equivalent")] }
    var table = TextTable(
      columns,
      title:
        "\(before.file) → \(after.file): change in the share not reached by \"\(rule.label)\"",
      notes: notes(groups + footers))
    let isAdjusted = isAdjusted(groups)
    for group in groups { table.append(cells(group, isAdjusted)) }
    for footer in footers { table.appendFooter(cells(footer, isAdjusted)) }
    return table
  }

  /// Whether there are several groups, whose p-values are adjusted for that.
  private func isAdjusted(_ groups: [SurveyChange]) -> Bool {
    groups.count { $0.adjustedPValue != nil } > 1
  }

  private func cells(_ change: SurveyChange, _ isAdjusted: Bool) -> [String] {
    let interval = change.interval(confidence: confidence).map {
      "\(RealSurveyText.points($0.lower)) to \(RealSurveyText.points($0.upper))"
    }
    func rate(_ estimate: RateEstimate) -> String {
      "\(RealSurveyText.percent(estimate.rate)) of \(estimate.calls)"
    }
    var cells = [
      change.by == "pooled" ? "\(change.group) together" : change.group, rate(change.baseline),
      rate(change.followUp), "\(change.sharedPractices)", RealSurveyText.points(change.change),
      interval ?? "–", RealSurveyText.pValue(change.pValue),
    ]
    if isAdjusted { cells.append(change.adjustedPValue.map { RealSurveyText.pValue($0) } ?? "") }
    cells.append(change.conclusion(error: 1 - confidence).rawValue)
    if let margin {
      cells.append(change.isNotWorse(margin: margin, error: error) ? "shown" : "not shown")
      cells.append(change.isEquivalent(margin: margin, error: error) ? "shown" : "not shown")
    }
    return cells
  }

  private func notes(_ changes: [SurveyChange]) -> [String] {
    var notes = [
      "Negative is better: fewer calls are not reached. Shared: practices with a valid call in both surveys."
    ]
    var methods: [String] = []
    for change in changes {
      guard let interval = change.intervalName, let test = change.testName else { continue }
      let method = interval == test ? interval : "\(interval) with \(test)"
      if !methods.contains(method) { methods.append(method) }
    }
    if !methods.isEmpty { notes.append("Interval and test: \(methods.joined(separator: "; ")).") }
    notes += conclusionNotes(changes)
    if let margin {
      notes.append(
        "Not worse: by less than \(RealSurveyText.points(margin).dropFirst()) points; equivalent: neither better nor worse by that much; at a risk of \(RealSurveyText.percent(error))."
      )
    }
    let source = before.frame == nil ? "called" : "in the frame"
    notes.append(
      "Practices \(source): \(frameChange.common) common, \(frameChange.gone.count) gone\(listed(frameChange.gone)), \(frameChange.new.count) new\(listed(frameChange.new))."
    )
    if frameChange.common == 0 {
      notes.append(
        "NO PRACTICE IS IN BOTH: the surveys are compared as if of different practices. If they are the same under other numbers, write the same numbers in both files; the interval then usually becomes narrower."
      )
    }
    return notes
  }

  /// What conclusions rest on, and where the interval does not say what the test says.
  private func conclusionNotes(_ changes: [SurveyChange]) -> [String] {
    var notes: [String] = []
    switch methods.alternative {
    case .twoSided: break
    case .less:
      notes.append("One-sided: looks for an improvement only, and the interval has an upper bound only.")
    case .greater:
      notes.append("One-sided: looks for a deterioration only, and the interval has a lower bound only.")
    }
    if isAdjusted(changes) {
      notes.append(
        "Conclusions of groups go by the p adjusted by Holm's method: a wrong one anywhere has a chance of at most \(RealSurveyText.percent(1 - confidence)). Intervals are of each group by itself; a line below all groups stands by itself."
      )
    }
    let apart = changes.filter { $0.isContradicted(error: 1 - confidence) }.map(\.group)
    if !apart.isEmpty {
      notes.append(
        "Interval and p do not say the same of \(apart.joined(separator: ", ")): the conclusion is the test's. --test interval takes the test that the interval inverts."
      )
    }
    let without = changes.filter { CompareRefusal.reason($0) != nil }
    if let first = without.first, let reason = CompareRefusal.reason(first) {
      notes.append(
        "Not by the methods asked for: \(without.map(\.group).joined(separator: ", ")), where \(reason).")
    }
    return notes
  }

  /// The first of some practices in brackets.
  private func listed(_ practices: [String]) -> String {
    guard !practices.isEmpty else { return "" }
    let rest = practices.count > Self.mostListed ? ", …" : ""
    return " (\(practices.prefix(Self.mostListed).joined(separator: ", "))\(rest))"
  }

  private static let mostListed = 5
}
