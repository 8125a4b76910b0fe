internal import Drawing

extension ReportComposer {
  /// One section per grouping that was asked for.
  var feedback: [Section] {
    guard let survey = report.survey else { return [] }
    return survey.groupings.enumerated().map { place, grouping in
      Section(
        id: "feedback-\(place + 1)", title: text.feedback(by: grouping.by),
        blocks: feedback(grouping, survey))
    }
  }

  /// A funnel, a sentence about each group outside it, and a table of them all by name.
  private func feedback(_ grouping: SurveyFindings.Grouping, _ survey: SurveyFindings) -> [Block] {
    let least = report.leastCalls
    let small = grouping.groups.filter { !isShown($0) }
    var blocks: [Block] = [.caution(text.feedbackIntroduction(by: grouping.by, least: least))]
    let funnel = funnel(grouping, survey)
    if let funnel {
      let outside = funnel.outside
      blocks.append(
        .figure(
          surveyFigure(
            funnel,
            title: { $0.groupsTitle(outside: outside.count, of: funnel.groups.count, by: grouping.by) },
            survey,
            definition: survey.definition)))
      blocks.append(
        .paragraph(
          text.outside(
            outside.count, of: funnel.groups.count, limits: FunnelFigure.near,
            beyondFar: outside.count { $0.level == FunnelFigure.far }, far: FunnelFigure.far)))
      let sentences = outside.compactMap { found in
        shown(grouping.groups).indices.contains(found.group)
          ? text.groupSentence(
            shown(grouping.groups)[found.group], isAbove: found.isAbove, level: found.level) : nil
      }
      if !sentences.isEmpty { blocks.append(.bullets(sentences)) }
    }
    if let pValue = differenceP(grouping.groups) { blocks.append(.paragraph(text.groupsDiffer(pValue))) }
    // Where calls weigh differently, one of them moves its group by more or less than its part of the calls.
    if let least = shown(grouping.groups).map(\.calls).min(), !grouping.groups.contains(where: \.isWeighted) {
      blocks.append(.paragraph(text.oneMiss(calls: least)))
    }
    if !small.isEmpty { blocks.append(.paragraph(text.suppressed(small.count, least: least))) }
    // The table behind the funnel has every group; where no funnel can be drawn, a table of its own.
    if funnel == nil, !shown(grouping.groups).isEmpty { blocks.append(.table(table(grouping))) }
    return blocks + [.heading(text.toDiscuss), .bullets(text.questions)]
  }

  /// The groups that have a share, by name; how many have none is said beside it.
  private func table(_ grouping: SurveyFindings.Grouping) -> ReportDocument.Table {
    ReportDocument.Table(
      caption: text.groupsCaption(by: grouping.by),
      columns: [
        .init(head: text.name(ofGrouping: grouping.by).capitalisedFirst),
        .init(head: text.calls, isNumber: true),
        .init(head: text.notReached, isNumber: true), .init(head: text.share, isNumber: true),
        .init(head: text.intervalHead(report.confidence), isNumber: true),
      ],
      rows: shown(grouping.groups).map { group in
        .init(
          cells: [
            text.name(of: group), text.count(group.calls), text.count(group.unreached),
            text.percent(group.rate), text.interval(group),
          ])
      })
  }

  /// The funnel of the groups that have a share; `nil` for fewer than two, or where all calls together say nothing.
  func funnel(_ grouping: SurveyFindings.Grouping, _ survey: SurveyFindings) -> FunnelFigure? {
    let groups = shown(grouping.groups)
    guard groups.count > 1, let centre = survey.all.rate, isShown(survey.all) else { return nil }
    return FunnelFigure(
      grouping: Words { $0.names(ofGrouping: grouping.by) },
      groups: groups.map { group in
        .init(
          label: Words { $0.name(of: group) }, calls: group.calls, unreached: group.unreached,
          rate: group.rate ?? 0, interval: group.interval, effectiveCalls: group.effectiveCalls)
      }, centre: centre, target: survey.target, confidence: report.confidence)
  }

  /// Pearson's test over the groups that are shown, where it can be trusted.
  private func differenceP(_ groups: [GroupFinding]) -> Double? {
    let groups = shown(groups)
    guard groups.count > 1, groups.allSatisfy({ $0.effectiveCalls == nil }) else { return nil }
    return SurveyFindings.homogeneity(groups)
  }
}
