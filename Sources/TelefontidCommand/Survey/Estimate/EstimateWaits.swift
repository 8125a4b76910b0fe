import Files
import Reports
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// What `estimate --waits` prints below its tables, and writes for scripts.
struct EstimateWaits {
  let survey: RealSurvey
  let analysis: SurveyAnalysis
  let groupings: [SurveyGrouping]

  /// A table for each grouping, all calls below the last line of each; pooled stretches stand below the slots.
  func tables(in replication: SurveyCalls.Replication) -> [TextTable] {
    let waits = groupings.map { analysis.waits($0, in: replication) }
    let total = waits.last ?? []
    let pooled = waits.filter { $0.first?.by == "pooled" }.flatMap { $0 }
    let shown = waits.dropLast().filter { $0.first?.by != "pooled" }
    guard !shown.isEmpty else { return [table([], footers: pooled + total)] }
    return shown.map { table($0, footers: ($0.first?.by == "slot" ? pooled : []) + total) }
  }

  /// Writes a row for each group of each replication.
  func write(_ format: TableFormat, to file: inout OutputFile) throws {
    var writer = CSVWriter(format: format)
    SurveyTables.waits.header(using: &writer, to: &file.pending)
    for replication in survey.replications {
      for waits in groupings.flatMap({ analysis.waits($0, in: replication) }) {
        SurveyTables.waits.append(
          .init(replication: replication.number, waits: waits, confidence: analysis.estimator.confidence),
          using: &writer, to: &file.pending)
      }
      try file.drain()
    }
  }

  private func table(_ groups: [SurveyWaits], footers: [SurveyWaits]) -> TextTable {
    let all = groups + footers
    let interval = Phrase.interval(analysis.estimator.confidence)
    var table = TextTable(
      [
        .text(RealSurveyText.header(groups.first?.by ?? "calls")), .number("Waited", "Ventede"),
        .number("Answered", "Besvaret"), .number("Median", "Median"), .number(interval),
        .number("9 in 10", "9 af 10"), .number(interval), .number("Within 3 min", "Inden for 3 min."),
        .number(interval),
      ],
      title: "\(survey.title): "
        + said("how long callers wait for a person", "hvor længe der ventes på en person"),
      notes: notes(all))
    for group in groups { table.append(cells(group)) }
    for footer in footers { table.appendFooter(cells(footer)) }
    return table
  }

  private func cells(_ waits: SurveyWaits) -> [String] {
    let name = Phrase.group(waits.group, by: waits.by)
    let threeMinutes = SurveyWaits.limits.firstIndex(of: 180).map { waits.within[$0] } ?? .init()
    return [name, "\(waits.calls)", "\(waits.answered)"]
      + Self.wait(waits.median) + Self.wait(waits.ninetieth)
      + [
        RealSurveyText.percent(threeMinutes.value),
        Self.limits(threeMinutes, RealSurveyText.percent),
      ]
  }

  private static func wait(_ estimate: KaplanMeier.Estimate) -> [String] {
    [estimate.value.map(time) ?? "–", limits(estimate) { $0.map(time) ?? "–" }]
  }

  /// Both limits, or the one that is known.
  private static func limits(_ estimate: KaplanMeier.Estimate, _ text: (Double?) -> String) -> String {
    switch (estimate.lower, estimate.upper) {
    case (nil, nil): "–"
    case (let lower?, nil): said("at least \(text(lower))", "mindst \(text(lower))")
    case (nil, let upper?): said("at most \(text(upper))", "højst \(text(upper))")
    case (let lower?, let upper?): "\(text(lower))–\(text(upper))"
    }
  }

  /// Minutes and seconds.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds + 0.5, 1e9))
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  private func notes(_ groups: [SurveyWaits]) -> [String] {
    var notes = [
      said(
        "Minutes and seconds until a person answers, as if no caller gave up: calls that ended before an answer are censored (Kaplan and Meier, limits on the log-log scale).",
        "Minutter og sekunder, til en person svarer, som om ingen gav op: Opkald, der sluttede før et svar, er censureret (Kaplan og Meier, grænser på log-log-skalaen)."
      )
    ]
    let whole = groups.last
    if let others = whole?.notWaiting, others > 0 {
      let calls = PlanText.count(others, .call)
      notes.append(
        said(
          "\(calls) met a message or a busy tone and waited for no one.",
          "\(calls) mødte en besked eller optaget og ventede ikke på nogen."))
    }
    if let unknown = whole?.unknown, unknown > 0 {
      let calls = PlanText.count(unknown, .call)
      notes.append(
        said(
          "\(calls) without a wait in the file \(unknown == 1 ? "is" : "are") left out.",
          "\(calls) uden ventetid i filen er udeladt."))
    }
    if groups.contains(where: { $0.variance == .clusters }) {
      notes.append(
        said(
          "Where practices were called several times or have weights they are clusters (infinitesimal jackknife); strata make no interval narrower here.",
          "Hvor praksisser er ringet op flere gange eller har vægte, er de klynger (infinitesimal jackknife); strata gør intet interval smallere her."
        ))
    }
    if groups.contains(where: { $0.variance == nil }) {
      notes.append(
        said(
          "No interval for the calls of a single practice.",
          "Intet interval for opkald til en enkelt praksis."
        ))
    }
    if groups.contains(where: { $0.calls > 0 && $0.calls < SurveyRate.fewCalls }) {
      let few = SurveyRate.fewCalls
      notes.append(
        said("Fewer than \(few) calls say next to nothing.", "Færre end \(few) opkald siger næsten intet."))
    }
    return notes
  }
}
