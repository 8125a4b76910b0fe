internal import Drawing
internal import Files
internal import SurveyStatistics

extension ReportComposer {
  /// What was found: by slot, against the target, and by how calls ended.
  var findings: [Block] {
    guard let survey = report.survey, survey.all.calls > 0 else { return [] }
    var blocks: [Block] = []
    // Where a baseline is named, the first page shows the change.
    if report.change != nil { blocks += hoursFigure(survey).map { [.figure($0)] } ?? [] }
    blocks.append(.table(hours(survey)))
    if survey.slots.contains(where: { $0.verdict != nil }) {
      blocks.append(
        .paragraph(([text.everyHour(survey)] + failing(survey)).joined(separator: " ")))
    }
    if survey.dispositions.isEmpty { return blocks }
    if !isShown(survey.all) {
      blocks.append(.table(dispositionTable(survey)))
    } else {
      blocks.append(
        .figure(
          surveyFigure(
            dispositionFigure(survey), title: { $0.dispositionsTitle(survey, least: report.leastCalls) },
            survey,
            definition: nil)))
    }
    return blocks
  }

  /// The shares by slot, where any slot has enough calls for one.
  func hoursFigure(_ survey: SurveyFindings) -> SourcedFigure? {
    let isShowable = !shown(survey.slots).isEmpty || !(report.reading?.truth ?? []).isEmpty
    guard isShowable, !survey.slots.isEmpty else { return nil }
    return surveyFigure(
      rateByHour(survey), title: { $0.hoursTitle(survey, least: report.leastCalls) }, survey,
      definition: survey.definition)
  }

  /// The same calls by every definition, by slot and all together.
  var definitions: [Block] {
    guard let survey = report.survey, !survey.otherDefinitions.isEmpty, survey.all.calls > 0 else {
      return []
    }
    let all = allDefinitions(survey)
    var blocks: [Block] = [.paragraph(text.definitionsIntroduction(survey))]
    if !shown(survey.slots).isEmpty {
      let isShownInTitle = all.allSatisfy { isShown($0.all) }
      blocks.append(
        .figure(
          surveyFigure(
            definitionsFigure(all), title: { isShownInTitle ? $0.definitionsTitle(all) : nil }, survey,
            definition: nil)))
    }
    return blocks + [.table(definitionsTable(all))]
  }

  private func allDefinitions(_ survey: SurveyFindings) -> [SurveyFindings.OtherDefinition] {
    [.init(definition: survey.definition, all: survey.all, slots: survey.slots)] + survey.otherDefinitions
  }

  private func definitionsFigure(_ definitions: [SurveyFindings.OtherDefinition]) -> DefinitionsFigure {
    DefinitionsFigure(
      panels: definitions.map { other in
        .init(
          name: Words { $0.name(of: other.definition).capitalisedFirst },
          slots: other.slots.map { slot in
            let isShown = isShown(slot)
            return .init(
              label: slot.group, calls: slot.calls, unreached: slot.unreached,
              rate: isShown ? slot.rate : nil,
              interval: isShown ? slot.interval : nil)
          })
      }, confidence: report.confidence)
  }

  /// Which slots may be named as missing the target, where any misses it by itself.
  func failing(_ survey: SurveyFindings) -> [String] {
    survey.slots.contains { $0.verdict == .fails }
      ? [text.failing(survey.slots.filter(\.isNamedFailing), of: survey.slots.count)] : []
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
      let isShown = isShown(group)
      var cells = [
        label(group) + (isShown ? "" : "\u{A0}*"), text.count(group.calls), text.count(group.unreached),
        isShown ? text.percent(group.rate) : ReportLanguage.missing,
        isShown ? text.interval(group) : ReportLanguage.missing,
      ]
      if isJudged {
        cells += [
          (group.toldVerdict.map(text.word) ?? ReportLanguage.missing)
            + (group.isUnnamedFailure ? "\u{A0}†" : ""),
          limit(group, \.meetsIfAtMost), limit(group, \.failsIfAtLeast),
        ]
      }
      return .init(cells: cells, kind: kind)
    }
    var notes: [String] = []
    let groups = survey.slots + survey.pooled + [survey.all]
    if !groups.allSatisfy(isShown) { notes.append(text.smallMark(report.leastCalls)) }
    if groups.contains(where: \.isWeighted) { notes.append(text.weightedNote) }
    if groups.contains(where: \.isUnnamedFailure) { notes.append(text.unnamedMark) }
    if survey.all.invalid > 0 { notes.append(text.notValid(survey.all.invalid)) }
    return ReportDocument.Table(
      caption: text.hoursCaption, columns: columns,
      rows: survey.slots.map { row($0, .plain) } + survey.pooled.map { row($0, .total) }
        + [row(survey.all, .total)], notes: notes)
  }

  /// From how many calls on a verdict falls; some numbers of calls allow none, and a group that is not judged has no limit, nor has
  /// one over strata, where it matters where the calls were.
  private func limit(_ group: GroupFinding, _ limit: KeyPath<VerdictRule, Int?>) -> String {
    guard let rule = group.rule, !group.isOverStrata else { return ReportLanguage.missing }
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

  private func definitionsTable(_ definitions: [SurveyFindings.OtherDefinition]) -> ReportDocument.Table {
    ReportDocument.Table(
      caption: text.definitionsCaption,
      columns: [
        .init(head: text.definition), .init(head: text.calls, isNumber: true),
        .init(head: text.notReached, isNumber: true), .init(head: text.share, isNumber: true),
        .init(head: text.intervalHead(report.confidence), isNumber: true),
      ],
      rows: definitions.map { other in
        let isShown = isShown(other.all)
        return .init(
          cells: [
            text.name(of: other.definition).capitalisedFirst + (isShown ? "" : "\u{A0}*"),
            text.count(other.all.calls), text.count(other.all.unreached),
            isShown ? text.percent(other.all.rate) : ReportLanguage.missing,
            isShown ? text.interval(other.all) : ReportLanguage.missing,
          ])
      }, notes: definitions.allSatisfy { isShown($0.all) } ? [] : [text.smallMark(report.leastCalls)])
  }

  /// What happened to patients in the model.
  var patients: [Block] {
    guard let traffic = report.reading?.traffic, let all = traffic.first(where: { $0.slot == "all" }) else {
      return []
    }
    let surveys = simulatedSurveys
    let figure = patientFigure(traffic).map { figure in
      Block.figure(
        simulatedFigure(
          figure, title: { $0.patientsTitle(figure.worst) }, surveys: surveys, file: "traffic.csv",
          definition: nil))
    }
    return [.paragraph(text.patientsIntroduction(all, surveys: surveys))]
      + (figure.map { [$0] } ?? []) + professionals(surveys)
  }

  /// What happened to professionals in the model, where they ring the practices too.
  private func professionals(_ surveys: String?) -> [Block] {
    guard let traffic = report.reading?.professionalTraffic,
      let all = traffic.first(where: { $0.slot == "all" })
    else { return [] }
    let figure = patientFigure(traffic).map { figure in
      Block.figure(
        simulatedFigure(
          figure, title: { $0.professionalsTitle(figure.worst) }, surveys: surveys,
          file: "traffic.csv", definition: nil))
    }
    return [
      .heading(text.professionalsCalls),
      .paragraph(text.professionalsIntroduction(all, surveys: surveys)),
    ] + (figure.map { [$0] } ?? [])
  }

  /// What the interval of all calls means, or why there is none.
  func howSure(_ survey: SurveyFindings) -> String {
    guard isShown(survey.all) else {
      return text.tooFew(survey.all, least: report.leastCalls).capitalisedFirst
    }
    return survey.all.interval == nil ? text.noInterval : text.intervalMeaning(report.confidence)
  }

  /// How sure one may be.
  var certainty: [Block] {
    var blocks: [Block] = []
    if let survey = report.survey, survey.all.calls > 0 {
      blocks.append(.paragraph(howSure(survey)))
      if let rule = typicalHour(survey)?.rule {
        blocks.append(
          .figure(
            sourced(
              operatingCharacteristic(rule), title: { text in SurveyStrength(rule).map(text.curveTitle) },
              of: [text.computed], file: nil)))
      }
    }
    guard let all = report.worth(by: "all").first else { return blocks }
    blocks.append(.heading(text.worthCaption))
    var sentences = [text.worthIntroduction(all.replications), text.bias(all)]
    if all.meets.value != nil { sentences.append(text.worthOfVerdicts(all)) }
    if let late = all.late.value, late > 0 { sentences.append(text.late(all)) }
    if all.interviewerHours.value != nil { sentences.append(text.interviewerHours(all.interviewerHours)) }
    blocks.append(.paragraph(sentences.joined(separator: " ")))
    blocks += worthFigures.map { .figure($0) }
    return blocks
  }
}
