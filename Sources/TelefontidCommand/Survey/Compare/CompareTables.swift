import Drawing
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
      .text(RealSurveyText.header(groups.first?.by ?? "calls")), .number("Before", "Før"),
      .number("After", "Efter"), .number("Shared", "Fælles"),
      .number("Change, points", "Ændring, procentpoint"), .number(Phrase.interval(confidence)), .number("p"),
    ]
    if isAdjusted(groups) { columns.append(.number("Adjusted p", "Justeret p")) }
    columns.append(.text("Conclusion", "Konklusion"))
    if margin != nil { columns += [.text("Not worse", "Ikke værre"), .text("Equivalent", "Ligeværdig")] }
    var table = TextTable(
      columns,
      title: "\(before.title) → \(after.title): "
        + said("change in the share not reached by ", "ændring i andelen uden kontakt efter ")
        + Phrase.rule(rule.label, rule.definition),
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
      let (lower, upper) = (RealSurveyText.points($0.lower), RealSurveyText.points($0.upper))
      return said("\(lower) to \(upper)", "\(lower) til \(upper)")
    }
    func rate(_ estimate: RateEstimate) -> String {
      let share = RealSurveyText.percent(estimate.rate)
      return said("\(share) of \(estimate.calls)", "\(share) af \(estimate.calls)")
    }
    var cells = [
      Phrase.group(change.group, by: change.by), rate(change.baseline), rate(change.followUp),
      "\(change.sharedPractices)", RealSurveyText.points(change.change),
      interval ?? "–", RealSurveyText.pValue(change.pValue),
    ]
    if isAdjusted { cells.append(change.adjustedPValue.map { RealSurveyText.pValue($0) } ?? "") }
    cells.append(Self.name(of: change.conclusion(error: 1 - confidence)))
    if let margin {
      for isShown in [
        change.isNotWorse(margin: margin, error: error), change.isEquivalent(margin: margin, error: error),
      ] {
        cells.append(isShown ? said("shown", "vist") : said("not shown", "ikke vist"))
      }
    }
    return cells
  }

  private func notes(_ changes: [SurveyChange]) -> [String] {
    var notes = [
      said(
        "Negative is better: fewer calls are not reached. Shared: practices with a valid call in both surveys.",
        "Negativ er bedre: Færre opkald er uden kontakt. Fælles: praksisser med et gyldigt opkald i begge undersøgelser."
      )
    ]
    var methods: [String] = []
    for change in changes {
      guard let interval = change.intervalName, let test = change.testName else { continue }
      let method =
        interval == test ? interval : said("\(interval) with \(test)", "\(interval) med \(test)")
      if !methods.contains(method) { methods.append(method) }
    }
    if !methods.isEmpty {
      notes.append(said("Interval and test: ", "Interval og test: ") + methods.joined(separator: "; ") + ".")
    }
    notes += conclusionNotes(changes)
    if let margin {
      let (points, risk) = (RealSurveyText.points(margin).dropFirst(), RealSurveyText.percent(error))
      notes.append(
        said(
          "Not worse: by less than \(points) points; equivalent: neither better nor worse by that much; at a risk of \(risk).",
          "Ikke værre: med mindre end \(points) procentpoint; ligeværdig: hverken bedre eller værre med så meget; med en risiko på \(risk)."
        ))
    }
    let source =
      before.frame == nil
      ? said("Practices called", "Praksisser, der er ringet op")
      : said("Practices in the frame", "Praksisser i stikprøverammen")
    let (gone, new) = (frameChange.gone, frameChange.new)
    notes.append(
      "\(source): "
        + said(
          "\(frameChange.common) common, \(gone.count) gone\(listed(gone)), \(new.count) new\(listed(new)).",
          "\(frameChange.common) fælles, \(gone.count) udgået\(listed(gone)), \(new.count) nye\(listed(new))."
        )
    )
    if frameChange.common == 0 {
      notes.append(
        said(
          "NO PRACTICE IS IN BOTH: the surveys are compared as if of different practices. If they are the same under other numbers, write the same numbers in both files; the interval then usually becomes narrower.",
          "INGEN PRAKSIS ER MED I BEGGE: Undersøgelserne sammenlignes, som om de var af forskellige praksisser. Er de de samme under andre numre, så skriv de samme numre i begge filer; intervallet bliver da som regel smallere."
        ))
    }
    return notes
  }

  /// What conclusions rest on, and where the interval does not say what the test says.
  private func conclusionNotes(_ changes: [SurveyChange]) -> [String] {
    var notes: [String] = []
    switch methods.alternative {
    case .twoSided: break
    case .less:
      notes.append(
        said(
          "One-sided: looks for an improvement only, and the interval has an upper bound only.",
          "Ensidet: ser kun efter en forbedring, og intervallet har kun en øvre grænse."))
    case .greater:
      notes.append(
        said(
          "One-sided: looks for a deterioration only, and the interval has a lower bound only.",
          "Ensidet: ser kun efter en forværring, og intervallet har kun en nedre grænse."))
    }
    if isAdjusted(changes) {
      let chance = RealSurveyText.percent(1 - confidence)
      notes.append(
        said(
          "Conclusions of groups go by the p adjusted by Holm's method: a wrong one anywhere has a chance of at most \(chance). Intervals are of each group by itself; a line below all groups stands by itself.",
          "Gruppernes konklusioner følger p justeret efter Holms metode: En forkert et eller andet sted har en sandsynlighed på højst \(chance). Intervallerne er for hver gruppe for sig; en linje under alle grupper står for sig."
        ))
    }
    let apart = changes.filter { $0.isContradicted(error: 1 - confidence) }.map(\.group)
    if !apart.isEmpty {
      let names = apart.map { Phrase.group($0) }.joined(separator: ", ")
      notes.append(
        said(
          "Interval and p do not say the same of \(names): the conclusion is the test's. --test interval takes the test that the interval inverts.",
          "Interval og p siger ikke det samme om \(names): Konklusionen er testens. --test interval bruger den test, som intervallet er vendt om fra."
        ))
    }
    let without = changes.filter { CompareRefusal.reason($0) != nil }
    if let first = without.first, let reason = CompareRefusal.reason(first) {
      let names = without.map { Phrase.group($0.group) }.joined(separator: ", ")
      notes.append(
        said(
          "Not by the methods asked for: \(names), where \(reason.english).",
          "Ikke efter de metoder, der blev bedt om: \(names), hvor \(reason.danish)."))
    }
    return notes
  }

  private static func name(of conclusion: SurveyChange.Conclusion) -> String {
    switch conclusion {
    case .better: said("better", "bedre")
    case .worse: said("worse", "værre")
    case .undecided: said("undecided", "uafklaret")
    }
  }

  /// The first of some practices in brackets.
  private func listed(_ practices: [String]) -> String {
    guard !practices.isEmpty else { return "" }
    let rest = practices.count > Self.mostListed ? ", …" : ""
    return " (\(practices.prefix(Self.mostListed).joined(separator: ", "))\(rest))"
  }

  private static let mostListed = 5
}
