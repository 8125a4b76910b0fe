package import Drawing
package import Scenarios
internal import SurveyDesign  // The name of a definition.
package import SurveyStatistics

/// Everything that a report tells, in values: what was read, what it means, and what is missing.
///
/// ```swift
/// var report = Report(source: "results/midtjylland-2015", reading: reading)
/// report.survey = findings
/// let html = report.page(language: .danish)
/// ```
///
/// The same values give the same bytes; neither clock nor machine enters.
package struct Report: Sendable {
  /// The folder or file as the user named it.
  package var source: String
  /// A title of the user's own; `nil` for the scenario's, or a general one.
  package var title: String?
  /// What was read from a folder of results; `nil` for a file of calls.
  package var reading: ResultReading?
  /// The scenario that was run; `nil` where there is none or it is not known.
  package var scenario: Scenario? {
    didSet { parameters = scenario.map(ReportParameter.all) ?? [] }
  }
  /// The scenario's parameters; none where there is no scenario.
  private(set) var parameters: [ReportParameter] = []
  /// What one survey found.
  package var survey: SurveyFindings?
  /// Whether the calls are a simulation's although no folder of results was read: its manifest lies beside them.
  package var isSimulatedFile = false
  /// Cells of a sweep that change the survey and nothing else.
  package var designCells: Set<Int> = []
  /// What changed since a baseline.
  package var change: ChangeFindings?
  /// How intervals were computed.
  package var method = IntervalMethod.wilson
  /// The confidence of intervals.
  package var confidence = ConfidenceLevel.usual
  /// Calls below which a group has no share of its own.
  package var leastCalls = 10
  /// What `sensitivity` says of the scenario's worlds, from a folder of its own; `nil` unless asked for.
  package var sensitivity: ResultReading?
  /// One practice's day; `nil` unless asked for.
  package var practiceDay: PracticeDay?

  /// A practice and the figure of its day.
  package struct PracticeDay: Sendable {
    /// The practice's number.
    package var practice: String
    /// Its day.
    package var figure: any Figure

    /// Names a practice's day.
    package init(practice: String, figure: any Figure) {
      self.practice = practice
      self.figure = figure
    }
  }

  /// Begins a report; set what there is.
  package init(source: String, reading: ResultReading? = nil) {
    self.source = source
    self.reading = reading
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { survey == nil && reading?.isEmpty ?? true }

  /// The report as an HTML page, ending in a line feed.
  package func page(language: ReportLanguage) -> String {
    ReportPage(document: ReportComposer(self, language: language).document).text
  }

  /// The figures of the report in the order in which they stand, with their sources.
  package func figures(language: ReportLanguage) -> [any Figure] {
    let document = ReportComposer(self, language: language).document
    return document.sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .figure(let figure): figure
      case .lead, .paragraph, .note, .caution, .bullets, .heading, .facts, .tiles, .table: nil
      }
    }
  }
}

extension Report {
  /// Whether the calls come out of a simulation: no real file has several replications.
  package var isSimulated: Bool {
    (reading?.isResult ?? false) || isSimulatedFile || survey?.fieldwork?.replication != nil
  }

  /// Whether any number in the report has a Monte Carlo error.
  var hasSimulationErrors: Bool {
    guard let reading else { return false }
    return !reading.truth.isEmpty || !reading.worth.isEmpty || !reading.sweep.isEmpty || worlds != nil
  }

  /// Whether the folder is that of a sweep.
  var isSweep: Bool { !(reading?.sweep.isEmpty ?? true) }

  /// The folder that tells of worlds: one of its own, or the one that is reported.
  var worlds: ResultReading? {
    [sensitivity, reading].compactMap(\.self).first { !$0.conclusions.isEmpty }
  }

  /// Whether the folder tells of worlds and of nothing else.
  var isSensitivity: Bool { !(reading?.conclusions.isEmpty ?? true) }

  /// Whether the report is about possibilities, and not about one survey.
  var isWhatIf: Bool { isSweep || isSensitivity }

  /// What is wrong with the folder.
  var faults: [ReadingFault] { reading?.faults ?? [] }

  /// The definition of the report, as files name it.
  var definition: String {
    let stated = [
      survey?.definition.name, scenario?.survey.definition.name, reading?.worth.first?.definition,
      reading?.truth.first?.definition, reading?.sweep.first?.definition,
      reading?.conclusions.first?.definition,
    ]
    return stated.compactMap(\.self).first ?? ""
  }

  /// The true share of a group; `nil` where it is not known.
  func truth(by: String, group: String) -> TruthRow? {
    reading?.truth.first { $0.definition == definition && $0.by == by && $0.group == group }
  }

  /// What surveys are worth in a group; `nil` where it is not known, or only one was simulated.
  func worth(by: String) -> [WorthRow] {
    (reading?.worth ?? []).filter { $0.definition == definition && $0.by == by && $0.replications > 1 }
  }
}
