internal import Drawing
internal import Files
internal import Scenarios

/// Decides what a report says, and in which order; how it is said is up to ``ReportText``.
struct ReportComposer: Sendable {
  typealias Block = ReportDocument.Block
  typealias Section = ReportDocument.Section

  let report: Report
  let language: ReportLanguage
  let text: ReportText

  init(_ report: Report, language: ReportLanguage) {
    self.report = report
    self.language = language
    text = ReportText(language)
  }

  /// The whole report: one page for everybody, then slots, definitions, groups and change, then the method, then the appendix.
  var document: ReportDocument {
    let findings = [
      Section(id: "summary", title: text.inShort, blocks: summary),
      Section(
        id: "found", title: report.isWhatIf ? text.foundInSweep : text.foundBySlot,
        blocks: report.isSweep ? sweepFindings : self.findings, startsPage: true),
      Section(id: "definitions", title: text.definitionsHeading, blocks: definitions),
    ]
    let rest = [
      Section(id: "change", title: text.change, blocks: changes),
      Section(id: "patients", title: text.patientsCalls, blocks: patients),
      Section(id: "practice", title: text.practiceDay, blocks: practiceDay),
      Section(id: "certainty", title: text.sure, blocks: certainty),
      Section(id: "worlds", title: text.worldsHeading, blocks: worldsSection),
      Section(id: "limits", title: text.limitsInFull, blocks: limits),
      Section(id: "method", title: text.done, blocks: method),
    ]
    let appendix = [
      Section(id: "parameters", title: text.parameters, blocks: parameters),
      Section(id: "checklist", title: text.checklist, blocks: checklist),
      Section(id: "files", title: text.aboutFiles, blocks: files),
    ]
    return ReportDocument(
      language: language, kind: kind, title: title, subtitle: subtitle,
      contents: text.contents, showNumbers: text.showNumbers,
      sections: (findings + feedback + rest + appendix).filter { !$0.blocks.isEmpty },
      colophon: [text.madeBy(Program.name, version: Program.version)])
  }

  private var kind: String {
    if report.isWhatIf { return text.whatIfKind }
    if report.isSimulated { return text.simulatedKind }
    return report.survey?.fieldwork?.madeCalls == 0 ? text.plannedKind : text.madeKind
  }

  /// The user's title, the scenario's in the reader's language, or a general one.
  var title: String { ownTitle ?? text.generalTitle }

  /// The title that says which survey it is; `nil` where nothing does.
  var ownTitle: String? {
    report.title ?? report.scenario.map { text.title($0.title) } ?? report.reading?.manifest?.scenario?.name
  }

  private var subtitle: String {
    var parts: [String]
    if let facts = report.survey?.fieldwork {
      let words = [
        text.practices(facts, isSimulated: report.isSimulated), text.calls(facts),
        facts.days == nil ? nil : text.days(facts),
      ]
      parts = [words.compactMap(\.self).joined(separator: "; ") + "."]
    } else {
      parts = report.scenario.map { [text.title($0.description)] } ?? []
    }
    // The title and the description are those of the scenario as its file has it.
    if report.parameters.contains(where: { $0.source == ReportParameter.setByCommand }) {
      parts.append(text.changedByCommand)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var practiceDay: [Block] {
    guard let day = report.practiceDay else { return [] }
    return [
      .paragraph(text.practiceDayIntroduction(day.practice)),
      .figure(sourced(day.figure, of: [text.kind(isSimulated: true)], file: nil)),
    ]
  }
}
