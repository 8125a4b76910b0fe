internal import Drawing
internal import Files
internal import Scenarios
internal import SurveyStatistics

extension ReportComposer {
  /// What a reader takes away in half a minute.
  var summary: [Block] {
    var blocks: [Block] = []
    if let survey = report.survey {
      blocks += summary(of: survey)
    } else if report.isSweep {
      blocks += sweepSummary
    } else if let truth = report.truth(by: "all", group: "all") {
      blocks.append(.tiles([truthTile(truth)]))
    }
    if report.isSimulated, !report.isSweep {
      blocks.append(.caution(text.rehearsal))
    } else if let replication = report.survey?.fieldwork?.replication {
      blocks.append(.caution(text.onlyReplication(replication)))
    }
    if !report.faults.isEmpty { blocks.append(.caution(text.faultsSentence(report.faults.count))) }
    return blocks
  }

  private func summary(of survey: SurveyFindings) -> [Block] {
    // Only a simulation has several surveys in one file.
    let headline = text.headline(
      survey, isSimulated: report.isSimulated || survey.fieldwork?.replication != nil,
      saysOnlyReached: survey.saysOnlyReached)
    guard survey.all.calls > 0 else { return [.lead(headline)] }
    var points: [String] = []
    if let lowest = shown(survey.slots).min(by: { ($0.rate ?? 0) < ($1.rate ?? 0) }),
      let highest = shown(survey.slots).max(by: { ($0.rate ?? 0) < ($1.rate ?? 0) }), lowest != highest
    {
      points.append(text.hoursRange(lowest: lowest, highest: highest, pValue: survey.slotsDifferP))
    }
    if !survey.hasTarget {
      points.append(text.noTarget)
    } else if ([survey.all] + survey.slots).contains(where: { $0.verdict != nil }) {
      // Without any verdict there are estimates only, and the sentence would count nothing.
      points.append(([text.verdicts(survey)] + failing(survey)).joined(separator: " "))
    }
    if let hour = typicalHour(survey)?.rule.flatMap(SurveyStrength.init) {
      points.append(text.strength(hour, inHour: true))
    }
    if let all = survey.all.rule.flatMap(SurveyStrength.init) {
      points.append(text.strength(all, inHour: false))
    }
    if let row = report.worth(by: "all").first, row.coverage.value != nil {
      points.append(text.coverageSentence(row, confidence: report.confidence))
    }
    if let change = report.change?.all {
      points.append(text.changeSentence(change, confidence: report.confidence))
    }
    let lead = "\(headline) \(text.uncertainty(survey.all, confidence: report.confidence))"
    let isShowable = !shown(survey.slots).isEmpty || !(report.reading?.truth ?? []).isEmpty
    let figures: [Block] = isShowable && !survey.slots.isEmpty ? [.figure(rateByHour(survey))] : []
    return [.lead(lead), .tiles(tiles(survey))] + figures + [.bullets(points)]
  }

  private func tiles(_ survey: SurveyFindings) -> [ReportDocument.Tile] {
    var tiles = [
      survey.all.calls < report.leastCalls
        ? ReportDocument.Tile(
          label: text.rateTile, value: "\(survey.all.unreached)/\(survey.all.calls)",
          note: text.tooFew(survey.all, least: report.leastCalls))
        : ReportDocument.Tile(
          label: text.rateTile, value: text.percent(survey.all.rate),
          note: text.rateNote(survey.all, confidence: report.confidence))
    ]
    if let verdict = survey.all.verdict, let target = survey.all.target {
      tiles.append(
        .init(
          label: text.targetTile(target), value: text.word(for: verdict).capitalisedFirst,
          note: text.targetNote(survey)))
    } else if survey.slots.contains(where: { $0.verdict != nil }) {
      tiles.append(
        .init(
          label: text.targetsDiffer, value: "\(survey.count(of: .meets))/\(survey.slots.count)",
          note: text.targetNote(survey)))
    }
    let widths = shown(survey.slots).compactMap { $0.interval?.width }
    let calls = shown(survey.slots).map(\.calls)
    if survey.slots.count > 1, !widths.isEmpty, let least = calls.min(), let most = calls.max() {
      tiles.append(
        .init(
          label: text.marginTile, value: text.margin(widths.reduce(0, +) / Double(widths.count) / 2),
          note: text.marginNote(calls: least...most)))
    }
    if let truth = report.truth(by: "all", group: "all") { tiles.append(truthTile(truth)) }
    return tiles
  }

  private func truthTile(_ truth: TruthRow) -> ReportDocument.Tile {
    .init(
      label: text.truthTile, value: text.percent(truth.rate),
      note: text.truthNote(truth, replications: report.reading?.manifest?.replications?.done))
  }

  /// Groups with enough calls to show a rate.
  func shown(_ groups: [GroupFinding]) -> [GroupFinding] {
    groups.filter { $0.rate != nil && $0.calls >= report.leastCalls }
  }

  /// The slot with the median number of calls.
  func typicalHour(_ survey: SurveyFindings) -> GroupFinding? {
    let slots = survey.slots.filter { $0.rule != nil }.sorted { $0.calls < $1.calls }
    return slots.isEmpty ? nil : slots[(slots.count - 1) / 2]
  }
}
