internal import Drawing
internal import Files
internal import Scenarios

/// Decides what a report says, and in which order; how it is said is up to the language's text.
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

  /// The whole report.
  var document: ReportDocument {
    let candidates = [
      Section(id: "summary", title: text.inShort, blocks: summary),
      Section(id: "question", title: text.asked, blocks: question),
      Section(id: "method", title: text.done, blocks: method),
      Section(id: "found", title: text.found, blocks: report.isSweep ? sweepFindings : findings),
      Section(id: "change", title: text.change, blocks: changes),
      Section(id: "patients", title: text.patientsCalls, blocks: patients),
      Section(id: "practice", title: text.practiceDay, blocks: practiceDay),
      Section(id: "certainty", title: text.sure, blocks: certainty),
      Section(id: "limits", title: text.limits, blocks: limits),
    ]
    let appendix = [
      Section(id: "parameters", title: text.parameters, blocks: parameters, startsPage: true),
      Section(id: "checklist", title: text.checklist, blocks: checklist, startsPage: true),
      Section(id: "files", title: text.aboutFiles, blocks: files),
    ]
    return ReportDocument(
      language: language, kind: kind, title: title, subtitle: subtitle, contents: text.contents,
      showNumbers: text.showNumbers,
      sections: (candidates + feedback + appendix).filter { !$0.blocks.isEmpty },
      colophon: [text.madeBy(Program.name, version: Program.version)])
  }

  private var kind: String {
    report.isSweep ? text.whatIfKind : report.isSimulated ? text.simulatedKind : text.madeKind
  }

  private var title: String {
    report.title ?? report.scenario?.title ?? report.reading?.manifest?.scenario?.name ?? text.generalTitle
  }

  private var subtitle: String {
    guard let facts = report.survey?.fieldwork else { return report.scenario?.description ?? "" }
    return [text.practices(facts), text.calls(facts), facts.days == nil ? nil : text.days(facts)]
      .compactMap { $0 }.joined(separator: "; ") + "."
  }

  private var question: [Block] {
    var blocks: [Block] = []
    if report.isSweep {
      blocks.append(.paragraph(text.whatIfQuestion))
    } else {
      blocks.append(
        .paragraph(
          text.question(report.survey, target: report.survey?.target) + " " + text.questionAboutHours))
      if report.isSimulated {
        let replications = report.reading?.manifest?.replications?.done ?? 1
        blocks.append(.paragraph(text.rehearsalQuestion(replications: replications)))
      }
    }
    return blocks
  }

  private var practiceDay: [Block] {
    guard let day = report.practiceDay else { return [] }
    return [.paragraph(text.practiceDayIntroduction(day.practice)), .figure(day.figure)]
  }
}
