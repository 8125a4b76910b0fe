internal import Drawing
internal import SurveyStatistics
internal import Surveys

extension ReportComposer {
  /// What was found: by time of day, against the target, by how calls ended and by other definitions.
  var findings: [Block] {
    guard let survey = report.survey else { return [] }
    var blocks: [Block] = []
    blocks.append(.table(hours(survey)))
    if survey.slots.contains(where: { $0.verdict != nil }) {
      blocks.append(
        .paragraph(([text.everyHour(survey)] + failing(survey)).joined(separator: " ")))
    }
    if !survey.dispositions.isEmpty {
      blocks.append(.paragraph(text.dispositionsIntroduction))
      blocks.append(.figure(dispositionFigure(survey)))
    }
    if !survey.otherDefinitions.isEmpty {
      blocks.append(.heading(text.definitionsHeading))
      blocks.append(.paragraph(text.definitionsIntroduction(survey)))
      blocks.append(.table(definitions(survey)))
    }
    return blocks
  }

  /// Which slots may be named as missing the target, where any misses it by itself.
  func failing(_ survey: SurveyFindings) -> [String] {
    survey.count(of: .fails) > 0 ? [text.failing(survey.slots.filter(\.isNamedFailing))] : []
  }

  /// The shares by time of day with their verdicts.
  private func hours(_ survey: SurveyFindings) -> ReportDocument.Table {
    let isJudged = ([survey.all] + survey.slots).contains { $0.verdict != nil }
    var columns: [ReportDocument.Table.Column] = [
      .init(head: text.hours), .init(head: text.calls, isNumber: true),
      .init(head: text.notReached, isNumber: true), .init(head: text.share, isNumber: true),
      .init(head: text.intervalHead(report.confidence), isNumber: true),
    ]
    if isJudged {
      columns += [
        .init(head: text.verdict), .init(head: text.meetsIfAtMost, isNumber: true),
        .init(head: text.failsIfAtLeast, isNumber: true),
      ]
    }
    func row(_ group: GroupFinding, _ kind: ReportDocument.Table.Row.Kind) -> ReportDocument.Table.Row {
      let isShown = group.calls >= report.leastCalls || kind == .total
      var cells = [
        label(group) + (isShown ? "" : "\u{A0}*"), text.count(group.calls), text.count(group.unreached),
        isShown ? text.percent(group.rate) : ReportLanguage.missing,
        isShown ? text.interval(group) : ReportLanguage.missing,
      ]
      if isJudged {
        cells += [
          group.verdict.map(text.word) ?? ReportLanguage.missing,
          limit(group, \.meetsIfAtMost), limit(group, \.failsIfAtLeast),
        ]
      }
      return .init(cells: cells, kind: kind)
    }
    var notes: [String] = []
    if survey.slots.contains(where: { $0.calls < report.leastCalls }) {
      notes.append(text.smallMark(report.leastCalls))
    }
    if survey.all.invalid > 0 { notes.append(text.notValid(survey.all.invalid)) }
    return ReportDocument.Table(
      caption: text.hoursCaption, columns: columns,
      rows: survey.slots.map { row($0, .plain) } + survey.pooled.map { row($0, .total) }
        + [row(survey.all, .total)], notes: notes)
  }

  /// From how many calls on a verdict falls; some numbers of calls allow none, and a group that is not judged has no limit.
  private func limit(_ group: GroupFinding, _ limit: KeyPath<VerdictRule, Int?>) -> String {
    guard let rule = group.rule else { return ReportLanguage.missing }
    return rule[keyPath: limit].map(text.count) ?? text.never
  }

  /// The name of a group in a table.
  func label(_ group: GroupFinding) -> String {
    switch group.by {
    case "all": text.allCalls
    case "pooled": "\(language.group(group.group)) \(text.together)"
    case _: text.name(of: group)
    }
  }

  private func definitions(_ survey: SurveyFindings) -> ReportDocument.Table {
    let own = SurveyFindings.OtherDefinition(
      definition: survey.definition, all: survey.all, slots: survey.slots)
    return ReportDocument.Table(
      caption: text.definitionsCaption,
      columns: [
        .init(head: text.definition), .init(head: text.calls, isNumber: true),
        .init(head: text.notReached, isNumber: true), .init(head: text.share, isNumber: true),
        .init(head: text.intervalHead(report.confidence), isNumber: true),
      ],
      rows: ([own] + survey.otherDefinitions).map { other in
        .init(
          cells: [
            text.name(of: other.definition).capitalisedFirst, text.count(other.all.calls),
            text.count(other.all.unreached), text.percent(other.all.rate), text.interval(other.all),
          ])
      })
  }

  /// What changed since a baseline.
  var changes: [Block] {
    guard let change = report.change else { return [] }
    var blocks: [Block] = []
    if let all = change.all {
      blocks.append(.paragraph(text.changeSentence(all, confidence: report.confidence)))
    }
    let practices = change.practices
    blocks.append(
      .paragraph(
        text.changeIntroduction + " "
          + text.practicesChanged(common: practices.common, gone: practices.gone, new: practices.new)))
    blocks.append(.figure(twoWaves(change)))
    func row(_ change: ChangeFinding, _ kind: ReportDocument.Table.Row.Kind) -> ReportDocument.Table.Row {
      let bounds = change.interval.map { "\(language.points($0.lower)) – \(language.points($0.upper))" }
      return .init(
        cells: [
          label(change.after), text.percent(change.before.rate), text.percent(change.after.rate),
          language.points(change.change), bounds ?? ReportLanguage.missing,
        ], kind: kind)
    }
    blocks.append(
      .table(
        .init(
          caption: text.changeCaption,
          columns: [
            .init(head: text.hours), .init(head: text.before, isNumber: true),
            .init(head: text.after, isNumber: true), .init(head: text.difference, isNumber: true),
            .init(head: text.intervalHead(report.confidence), isNumber: true),
          ],
          rows: change.slots.map { row($0, .plain) } + (change.all.map { [row($0, .total)] } ?? []))))
    return blocks
  }

  /// What happened to patients in the model.
  var patients: [Block] {
    guard let traffic = report.reading?.traffic, let all = traffic.first(where: { $0.slot == "all" }) else {
      return []
    }
    return [.paragraph(text.patientsIntroduction(all))] + (patientFigure(traffic).map { [.figure($0)] } ?? [])
  }

  /// How sure one may be.
  var certainty: [Block] {
    var blocks: [Block] = []
    if let survey = report.survey {
      blocks.append(.paragraph(text.intervalMeaning(report.confidence)))
      if let rule = typicalHour(survey)?.rule {
        blocks.append(.figure(operatingCharacteristic(rule)))
      }
    }
    guard let all = report.worth(by: "all").first else { return blocks }
    blocks.append(.heading(text.worthCaption))
    var sentences = [text.worthIntroduction(all.replications), text.bias(all)]
    if all.meets.value != nil { sentences.append(text.worthOfVerdicts(all)) }
    if let late = all.late.value, late > 0 { sentences.append(text.late(all)) }
    if let hours = all.interviewerHours.value { sentences.append(text.interviewerHours(hours)) }
    blocks.append(.paragraph(sentences.joined(separator: " ")))
    blocks += worthFigures.map { .figure($0) }
    return blocks
  }
}
