import Files
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
    let confidence = RealSurveyText.confidence(analysis.estimator.confidence)
    var table = TextTable(
      [
        .text(RealSurveyText.header(groups.first?.by ?? "calls")), .number("Waited"), .number("Answered"),
        .number("Median"), .number("\(confidence) interval"), .number("9 in 10"),
        .number("\(confidence) interval"), .number("Within 3 min"), .number("\(confidence) interval"),
      ], title: "\(survey.file): how long callers wait for a person", notes: notes(all))
    for group in groups { table.append(cells(group)) }
    for footer in footers { table.appendFooter(cells(footer)) }
    return table
  }

  private func cells(_ waits: SurveyWaits) -> [String] {
    let name =
      waits.by == "pooled" ? "\(waits.group) together" : waits.group.isEmpty ? "(empty)" : waits.group
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
    case (let lower?, nil): "at least \(text(lower))"
    case (nil, let upper?): "at most \(text(upper))"
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
      "Minutes and seconds until a person answers, as if no caller gave up: calls that ended before an answer are censored (Kaplan and Meier, limits on the log-log scale)."
    ]
    let whole = groups.last
    if let others = whole?.notWaiting, others > 0 {
      notes.append(
        "\(others) \(others == 1 ? "call" : "calls") met a message or a busy tone and waited for no one.")
    }
    if let unknown = whole?.unknown, unknown > 0 {
      notes.append(
        "\(unknown) \(unknown == 1 ? "call" : "calls") without a wait in the file \(unknown == 1 ? "is" : "are") left out."
      )
    }
    if groups.contains(where: { $0.variance == .clusters }) {
      notes.append(
        "Where practices were called several times or have weights they are clusters (infinitesimal jackknife); strata make no interval narrower here."
      )
    }
    if groups.contains(where: { $0.variance == nil }) {
      notes.append("No interval for the calls of a single practice.")
    }
    if groups.contains(where: { $0.calls > 0 && $0.calls < SurveyRate.fewCalls }) {
      notes.append("Fewer than \(SurveyRate.fewCalls) calls say next to nothing.")
    }
    return notes
  }
}
