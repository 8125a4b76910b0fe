internal import Drawing

extension ReportComposer {
  /// One section per grouping that was asked for.
  var feedback: [Section] {
    guard let survey = report.survey else { return [] }
    return survey.groupings.enumerated().map { place, grouping in
      Section(
        id: "feedback-\(place + 1)", title: text.feedback(by: grouping.by),
        blocks: feedback(grouping, survey),
        startsPage: true)
    }
  }

  private func feedback(_ grouping: SurveyFindings.Grouping, _ survey: SurveyFindings) -> [Block] {
    let least = report.leastCalls
    let small = grouping.groups.filter { $0.calls < least }
    var blocks: [Block] = [.caution(text.feedbackIntroduction(by: grouping.by, least: least))]
    if let pValue = differenceP(grouping.groups) { blocks.append(.paragraph(text.groupsDiffer(pValue))) }
    blocks += groupDots(grouping).map { [.figure($0)] } ?? []
    if !small.isEmpty { blocks.append(.paragraph(text.suppressed(small.count, least: least))) }
    for group in grouping.groups {
      blocks.append(.heading(text.name(of: group)))
      blocks.append(
        .paragraph(
          group.calls < least
            ? text.tooFew(group, least: least)
            : text.groupSentence(group, overall: survey.all) + " " + text.oneMiss(group)))
    }
    return blocks + [.heading(text.toDiscuss), .bullets(text.questions)]
  }

  /// Pearson's test over the groups that are shown, where it can be trusted.
  private func differenceP(_ groups: [GroupFinding]) -> Double? {
    let groups = shown(groups)
    guard groups.count > 1, groups.allSatisfy({ $0.effectiveCalls == nil }) else { return nil }
    return SurveyFindings.homogeneity(groups)
  }

  // MARK: What if

  /// The rows of the group that the summary is about, of cells other than the first.
  private var sweepRows: [SweepFinding] {
    (report.reading?.sweep ?? []).filter { $0.definition == report.definition && $0.by == "all" }
  }

  /// What a cell is called.
  func cellName(_ cell: Int) -> String {
    guard let name = report.reading?.cells.first(where: { $0.cell == cell }) else {
      return "\(text.cell) \(cell)"
    }
    let titles = Set((report.reading?.cells ?? []).map(\.title))
    let values = name.values.map { "\(text.name(ofParameter: $0.path) ?? $0.path): \($0.text)" }
    let title = titles.count > 1 || values.isEmpty ? [name.title.isEmpty ? name.scenario : name.title] : []
    return (title + values).joined(separator: ", ")
  }

  var sweepSummary: [Block] {
    let rows = sweepRows
    let changed = rows.filter { $0.cell != 0 }
    let baseline = rows.first { $0.cell == 0 }?.rate.value ?? .nan
    var points: [String] = []
    let conclusion = SweepConclusion(changed)
    var lead = text.noChange(cells: changed.count)
    if let best = conclusion.best {
      lead = text.sweepHeadline(
        best, name: cellName(best.cell), group: text.allCalls.lowercased(), baseline: baseline)
    }
    if let displaced = conclusion.displaced {
      points.append(text.displacedSentence(displaced, name: cellName(displaced.cell)))
    }
    let figures = sweepFigure.map { [Block.figure($0)] } ?? []
    return [.lead(lead)] + figures + [.bullets(points)].filter { _ in !points.isEmpty }
      + [.caution(text.sweepCaution)]
  }

  /// A table per group that stands in the sweep, all calls first.
  var sweepFindings: [Block] {
    let rows = (report.reading?.sweep ?? []).filter { $0.definition == report.definition }
    guard let first = rows.first else { return [] }
    var blocks: [Block] = [
      .paragraph(text.sweepIntroduction(replications: first.replications, baseline: cellName(0)))
    ]
    var groups: [(by: String, group: String)] = [("all", "all")]
    for row in rows where row.by == "slot" && !groups.contains(where: { $0 == (row.by, row.group) }) {
      groups.append((row.by, row.group))
    }
    for group in groups {
      let own = rows.filter { $0.by == group.by && $0.group == group.group }
      if !own.isEmpty { blocks.append(.table(sweepTable(own))) }
    }
    return blocks
  }

  private func sweepTable(_ rows: [SweepFinding]) -> ReportDocument.Table {
    let isAll = rows.first?.by == "all"
    func error(_ measured: WorthRow.Measured, scale: Double, decimals: Int) -> String {
      language.number(measured.error.map { $0 * scale }, decimals: decimals)
    }
    var columns: [ReportDocument.Table.Column] = [
      .init(head: text.cell), .init(head: text.trueShare, isNumber: true),
      .init(head: text.changeInPoints, isNumber: true), .init(head: text.paired, isNumber: true),
    ]
    if isAll {
      columns += [.init(head: text.displaced, isNumber: true), .init(head: text.paired, isNumber: true)]
    }
    let group = rows.first.map { isAll ? text.allCalls.lowercased() : language.group($0.group) } ?? ""
    return ReportDocument.Table(
      caption: text.sweepCaption(group), columns: columns,
      rows: rows.map { row in
        let isFirst = row.cell == 0
        var cells = [
          cellName(row.cell), language.percent(row.rate.value, decimals: 2),
          isFirst ? ReportLanguage.missing : language.points(row.difference.value, decimals: 2),
          isFirst ? ReportLanguage.missing : error(row.difference, scale: 100, decimals: 2),
        ]
        if isAll {
          cells += [
            language.number(row.displaced.value, decimals: 1),
            isFirst ? ReportLanguage.missing : error(row.displacedDifference, scale: 1, decimals: 1),
          ]
        }
        return .init(cells: cells)
      })
  }
}
