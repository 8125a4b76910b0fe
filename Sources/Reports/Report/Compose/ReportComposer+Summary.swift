internal import Drawing
internal import Files
internal import SurveyStatistics

extension ReportComposer {
  /// The first page: what was asked, what was found, whether the target is met, how sure that is, and what it cannot say.
  var summary: [Block] {
    var blocks: [Block] = []
    // That no practice was rung stands before every number.
    if report.isSimulated, !report.isWhatIf { blocks.append(.caution(text.rehearsal)) }
    if let survey = report.survey {
      blocks += summary(of: survey)
    } else if report.isSweep {
      blocks += sweepSummary
    } else if report.isSensitivity {
      blocks += worldsSummary
    } else if let truth = report.truth(by: "all", group: "all") {
      blocks.append(.tiles([truthTile(truth)]))
    }
    if let replication = report.survey?.fieldwork?.replication, report.reading == nil {
      blocks.append(.note(text.onlyReplication(replication)))
    }
    if report.hasSimulationErrors { blocks.append(.note(text.plusMinus)) }
    if !report.faults.isEmpty { blocks.append(.caution(text.faultsSentence(report.faults.count))) }
    return blocks
  }

  private func summary(of survey: SurveyFindings) -> [Block] {
    let headline = text.headline(survey, isSimulated: report.isSimulated, least: report.leastCalls)
    guard survey.all.calls > 0 else { return [.lead(headline), .facts(facts(survey))] }
    var lead = headline
    if isShown(survey.all) { lead += " " + text.uncertainty(survey.all) }
    var blocks: [Block] = []
    if let change = report.change?.all {
      // Whoever names a baseline asks about the change, so it comes first.
      let isTold = isShown(change.before) && isShown(change.after)
      blocks.append(
        .lead(
          isTold
            ? text.changeSentence(change, confidence: report.confidence)
            : text.changeOfFew(change, least: report.leastCalls)))
      blocks += changeCautions.map { .caution($0) } + (changeFigure.map { [.figure($0)] } ?? [])
      blocks.append(.paragraph("\(text.followUpTerm): \(lead)"))
    } else {
      blocks.append(.lead(lead))
      let tiles = tiles(survey)
      if tiles.count > 1 { blocks.append(.tiles(tiles)) }
      blocks += hoursFigure(survey).map { [.figure($0)] } ?? []
    }
    return blocks + [.facts(facts(survey))]
  }

  /// The five things that a first page says, each in a sentence or two.
  private func facts(_ survey: SurveyFindings) -> [ReportDocument.Fact] {
    let question = text.question(target: survey.target, slots: survey.slots.count)
    var facts = [ReportDocument.Fact(term: text.asked, words: question)]
    func add(_ term: String, _ sentences: [String?]) {
      let words = sentences.compactMap { $0 }.joined(separator: " ")
      if !words.isEmpty { facts.append(.init(term: term, words: words)) }
    }
    guard survey.all.calls > 0 else { return facts }
    add(
      text.found,
      [hoursRange(survey)] + survey.otherDefinitions.filter { isShown($0.all) }.map(text.otherwise))
    if !survey.hasTarget {
      add(text.targetTerm, [text.noTarget])
    } else if survey.all.verdict != nil || survey.slots.contains(where: { $0.verdict != nil }) {
      // Without any verdict there are estimates only, and the sentence would count nothing.
      add(
        text.targetTerm,
        [text.verdicts(survey), isShown(survey.all) ? nil : text.verdictOfFew(survey.all)] + failing(survey))
    }
    add(text.sure, strength(survey) + [coverage])
    add(
      text.limits,
      [
        text.limitsInShort(isSimulated: report.isSimulated, practices: survey.fieldwork?.practicesCalled)
      ])
    return facts
  }

  private func hoursRange(_ survey: SurveyFindings) -> String? {
    let slots = shown(survey.slots)
    if slots.count == 1 { return text.onlySlot(slots[0]) }
    guard let lowest = slots.min(by: { ($0.rate ?? 0) < ($1.rate ?? 0) }),
      let highest = slots.max(by: { ($0.rate ?? 0) < ($1.rate ?? 0) })
    else { return nil }
    return text.hoursRange(
      lowest: lowest, highest: highest, of: slots.count, among: survey.slots.count,
      pValue: slots.count == survey.slots.count ? survey.slotsDifferP : nil)
  }

  /// What so many calls could show, where they left something undecided: beside a clear verdict it is no news.
  private func strength(_ survey: SurveyFindings) -> [String] {
    var sentences: [String] = []
    // The one slot of a survey is all its calls.
    if survey.count(of: .undecided) > 0, survey.slots.count > 1 || survey.all.verdict == nil,
      let hour = typicalHour(survey)?.rule.flatMap(SurveyStrength.init)
    {
      sentences.append(text.strength(hour, inHour: true))
    }
    if survey.all.toldVerdict == .undecided, let all = survey.all.rule.flatMap(SurveyStrength.init) {
      sentences.append(text.strength(all, inHour: false))
    }
    let isUnsure = isShown(survey.all) && survey.all.interval == nil
    return sentences.isEmpty || isUnsure ? [howSure(survey)] + sentences : sentences
  }

  private var coverage: String? {
    report.worth(by: "all").first.flatMap { row in
      row.coverage.value == nil ? nil : text.coverageSentence(row, confidence: report.confidence)
    }
  }

  private func tiles(_ survey: SurveyFindings) -> [ReportDocument.Tile] {
    var tiles = [
      isShown(survey.all)
        ? ReportDocument.Tile(
          label: text.rateTile, value: text.percent(survey.all.rate),
          note: text.rateNote(survey.all, confidence: report.confidence))
        : ReportDocument.Tile(
          label: text.rateTile, value: "\(survey.all.unreached)/\(survey.all.calls)",
          note: text.tooFew(survey.all, least: report.leastCalls))
    ]
    if let verdict = survey.all.toldVerdict, let target = survey.all.target {
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
    if let truth = report.truth(by: "all", group: "all") { tiles.append(truthTile(truth)) }
    return tiles
  }

  private func truthTile(_ truth: TruthRow) -> ReportDocument.Tile {
    .init(
      label: text.truthTile, value: text.percent(truth.rate),
      note: text.truthNote(truth, surveys: simulatedSurveys))
  }

  /// Whether a group has enough calls to show a share.
  func isShown(_ group: GroupFinding) -> Bool { group.rate != nil && group.calls >= report.leastCalls }

  /// Groups with enough calls to show a share.
  func shown(_ groups: [GroupFinding]) -> [GroupFinding] { groups.filter(isShown) }

  /// The slot with the median number of calls.
  func typicalHour(_ survey: SurveyFindings) -> GroupFinding? {
    let slots = survey.slots.filter { $0.rule != nil }.sorted { $0.calls < $1.calls }
    return slots.isEmpty ? nil : slots[(slots.count - 1) / 2]
  }
}
