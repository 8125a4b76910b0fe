internal import Drawing
internal import Files  // Manifest.replications
internal import SurveyDesign

extension ReportComposer {
  /// A figure with what it shows as its title, and with the line that says where its numbers come from.
  ///
  /// - Parameters:
  ///   - title: What the figure shows; `nil` for its subject.
  ///   - parts: What the numbers are of, beside the region and the days.
  ///   - file: The file within a folder of results; `nil` for the source itself.
  func sourced(
    _ figure: any Figure, title: ((ReportText) -> String?)? = nil, of parts: [String], file: String?
  ) -> SourcedFigure {
    let days = report.survey?.fieldwork?.days.map { language.dates($0.lowerBound, $0.upperBound) }
    let place = shortSource + (report.reading != nil && file != nil ? "/\(file ?? "")" : "")
    return SourcedFigure(
      figure, title: title?(text), source: text.source([ownTitle, days] + parts.map { $0 } + [place]))
  }

  /// A figure of one survey's calls.
  func surveyFigure(
    _ figure: any Figure, title: ((ReportText) -> String?)? = nil, _ survey: SurveyFindings,
    definition: ReachedDefinition?
  ) -> SourcedFigure {
    sourced(
      figure, title: title,
      of: [
        text.validCalls(survey.all.calls), text.kind(isSimulated: report.isSimulated),
        definition.map { survey.saysOnlyReached ? "" : text.reachedBy($0) } ?? "",
      ], file: "calls.csv")
  }

  /// A figure of many simulated surveys.
  func simulatedFigure(
    _ figure: any Figure, title: ((ReportText) -> String?)? = nil, surveys: String?, file: String,
    definition: String?
  ) -> SourcedFigure {
    let rule = definition.flatMap { try? ReachedDefinition(parsing: $0) }
    return sourced(
      figure, title: title,
      of: [
        surveys ?? "", text.kind(isSimulated: true),
        rule.map(text.reachedBy) ?? "",
      ], file: file)
  }

  /// How many surveys the model's means are over; `nil` where the folder does not say.
  var simulatedSurveys: String? {
    guard let manifest = report.reading?.manifest, let done = manifest.replications?.done else { return nil }
    return text.simulatedSurveys(done, regions: manifest.regions)
  }

  /// The last two steps of the path that the user named: the rest of it is no reader's concern.
  var shortSource: String {
    report.source.split(separator: "/").suffix(2).joined(separator: "/")
  }
}
