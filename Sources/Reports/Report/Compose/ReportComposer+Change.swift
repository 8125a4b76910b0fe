internal import Drawing

extension ReportComposer {
  /// What changed since a baseline: between which surveys, by slot, and in a table.
  var changes: [Block] {
    guard let change = report.change else { return [] }
    let practices = change.practices
    var blocks: [Block] = changeCautions.map { .caution($0) }
    blocks.append(
      .facts([
        .init(term: text.baselineTerm, words: text.origin(change.baseline)),
        .init(term: text.followUpTerm, words: text.origin(change.followUp)),
      ]))
    blocks.append(
      .paragraph(
        text.changeIntroduction + " "
          + text.practicesChanged(common: practices.common, gone: practices.gone, new: practices.new)))
    func row(_ change: ChangeFinding, _ kind: ReportDocument.Table.Row.Kind) -> ReportDocument.Table.Row {
      let isShown = isShown(change.before) && isShown(change.after)
      let bounds = change.interval.map(language.span)
      return .init(
        cells: [
          label(change.after) + (isShown ? "" : "\u{A0}*"),
          isShown ? text.percent(change.before.rate) : ReportLanguage.missing,
          isShown ? text.percent(change.after.rate) : ReportLanguage.missing,
          isShown ? language.points(change.change) : ReportLanguage.missing,
          isShown ? bounds ?? ReportLanguage.missing : ReportLanguage.missing,
        ], kind: kind)
    }
    let all = change.all.map { [$0] } ?? []
    let isAnySmall = (change.slots + all).contains { !isShown($0.before) || !isShown($0.after) }
    blocks.append(
      .table(
        .init(
          caption: text.changeCaption,
          columns: [
            .init(head: text.hours), .init(head: text.before, isNumber: true),
            .init(head: text.after, isNumber: true), .init(head: text.difference, isNumber: true),
            .init(head: text.intervalHead(report.confidence), isNumber: true),
          ],
          rows: change.slots.map { row($0, .plain) } + all.map { row($0, .total) },
          notes: isAnySmall ? [text.smallMark(report.leastCalls)] : [])))
    return blocks
  }

  /// What must be said before a change is: that a survey never took place, or that no practice is in both.
  var changeCautions: [String] {
    guard let change = report.change else { return [] }
    let wave = text.simulatedWave(before: change.baseline, after: change.followUp)
    return (wave.isEmpty ? [] : [wave]) + (change.practices.common == 0 ? [text.noCommonPractice] : [])
  }

  /// The change as slopes, between surveys that are named.
  var changeFigure: SourcedFigure? {
    guard let change = report.change, let all = change.all, isShown(all.before), isShown(all.after) else {
      return nil
    }
    let shown = change.slots.filter { isShown($0.before) && isShown($0.after) }
    let figure = TwoWavesFigure(
      groups: (shown + [all]).map { change in
        .init(
          label: change.after.group, baseline: .init(change.before.rate, change.before.interval),
          followUp: .init(change.after.rate, change.after.interval),
          change: .init(change.change, change.interval))
      }, confidence: report.confidence)
    return SourcedFigure(
      figure, title: text.changeTitle(all),
      source: text.source([
        "\(text.baselineTerm): \(short(change.baseline, calls: all.before.calls))",
        "\(text.followUpTerm): \(short(change.followUp, calls: all.after.calls))",
        report.survey.map { $0.saysOnlyReached ? "" : text.reachedBy($0.definition) },
      ]))
  }

  private func short(_ origin: SurveyOrigin, calls: Int) -> String {
    let days = origin.fieldwork?.days.map { language.dates($0.lowerBound, $0.upperBound) }
    return [
      origin.title.map(text.title), days, text.validCalls(calls), text.kind(isSimulated: origin.isSimulated),
      origin.file.split(separator: "/").suffix(2).joined(separator: "/"),
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
