import Files
import Foundation
import Reports
import Scenarios
import SurveyDesign
import SurveyStatistics
import Surveys
import Terminal

extension ReportCommand {
  /// Everything that the report tells.
  func makeReport() throws -> Report {
    let isFolder = Self.isFolder(results)
    var reading = isFolder ? ResultReading(folder: results) : nil
    if let reading, reading.isResult { try refuseOutput(in: reading.folder) }
    var beside = isFolder ? nil : Self.simulation(beside: results)
    let scenario = try reading == nil ? scenario(noting: &beside) : scenario(noting: &reading)
    var report = Report(source: results)
    report.isSimulatedFile = beside != nil
    report.title = title
    report.scenario = scenario
    report.leastCalls = leastCalls
    report.method = method ?? reading?.intervalMethod ?? .wilson
    report.confidence =
      confidence ?? reading?.confidence ?? scenario?.survey.confidence
      ?? ConfidenceLevel.usual
    if (reading?.sweep.isEmpty ?? true) && (reading?.conclusions.isEmpty ?? true) {
      report.survey = try survey(scenario, report, noting: &reading)
    }
    report.reading = reading
    report.designCells = designCells(reading)
    report.sensitivity = try worlds(report)
    if let baseline { report.change = try change(since: baseline, scenario, report) }
    if let practice {
      let first = reading?.manifest?.replications?.first ?? 0
      report.practiceDay = try practiceDay(of: practice, scenario, first: first)
    }
    return report
  }

  /// The folder of `--sensitivity`, which must be of the scenario that is reported where that is known.
  private func worlds(_ report: Report) throws -> ResultReading? {
    guard let sensitivityFolder else { return nil }
    let worlds = ResultReading(folder: sensitivityFolder)
    guard !worlds.conclusions.isEmpty else {
      throw CommandError.data([
        Fault("holds no conclusions; a folder that sensitivity wrote is needed", file: sensitivityFolder)
      ])
    }
    let (own, other) = (report.reading?.manifest?.scenario?.name, worlds.manifest?.scenario?.name)
    if let own, let other, own != other {
      throw CommandError.data([
        Fault("is of the scenario '\(other)', and the results are of '\(own)'", file: sensitivityFolder)
      ])
    }
    return worlds
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// A page inside a folder of results would not be among the files that its manifest lists.
  private func refuseOutput(in folder: String) throws {
    func path(_ text: String) -> String {
      URL(fileURLWithPath: text).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let outputs = [output == "-" ? nil : output, pictures.map { $0 + "/figure.svg" }].compactMap { $0 }
    for output in outputs where (path(output) + "/").hasPrefix(path(folder) + "/") {
      throw CommandError(
        .cannotCreate,
        [
          Fault(
            "lies in a folder of results, whose manifest lists its files; write it elsewhere", file: output)
        ])
    }
  }

  // MARK: The survey

  /// What the calls say; of a folder of ours whose calls are damaged, what its estimates say.
  private func survey(
    _ scenario: Scenario?, _ report: Report, noting reading: inout ResultReading?
  ) throws -> SurveyFindings? {
    guard let known = reading else {
      let survey = try calls(results, and: furtherResults, options, frameFile: options.frameFile, among: nil)
      return try findings(of: survey, options, scenario, report, nil)
    }
    var options = options
    // Groups of a frame that is lost cannot be made; that it is lost is noted already.
    if known.lists(Self.practicesFile), frameFile(known) == nil { options.by = [] }
    let fallback = SurveyFindings(known, definition: definitions(scenario, known).first ?? .agreement)
    guard !known.isResult || known.isIntact(Self.callsFile) else { return fallback }
    let isThere = FileManager.default.fileExists(atPath: "\(results)/\(Self.callsFile)")
    // A folder that is damaged already needs no second complaint.
    if !isThere, !known.faults.isEmpty { return fallback }
    let survey = try calls(
      "\(results)/\(Self.callsFile)", options, frameFile: frameFile(known),
      among: definitions(scenario, known),
      // In a small survey a slot may have no call, and is one all the same.
      slots: known.estimates.filter { $0.by == SurveyColumn.slot.rawValue }
        .compactMap { try? Slot(parsing: $0.group) })
    let found = try findings(of: survey, options, scenario, report, known)
    guard known.isResult, isPlain, let found, let fallback, !agrees(found, with: fallback) else {
      return found
    }
    reading?.note(.otherEstimates)
    return fallback
  }

  static let callsFile = "calls.csv"
  static let practicesFile = "practices.csv"

  /// Whether nothing was asked for that the folder's own estimates would not answer.
  private var isPlain: Bool {
    options.definitions.isEmpty && options.replication == nil && method == nil && confidence == nil
      && options.frameFile == nil
  }

  private func agrees(_ found: SurveyFindings, with folder: SurveyFindings) -> Bool {
    let tolerance = 1e-9
    // Only the folder has slots without a call.
    let slots = Dictionary(found.slots.map { ($0.group, $0) }) { first, _ in first }
    let pairs = folder.slots.map { (slots[$0.group], $0) } + [(found.all, folder.all)]
    return pairs.allSatisfy { own, other in
      own?.calls ?? 0 == other.calls && abs((own?.rate ?? 0) - (other.rate ?? 0)) <= tolerance
    }
  }

  /// The definitions to look at, the report's own first; none for the usual two.
  private func definitions(_ scenario: Scenario?, _ reading: ResultReading) -> [ReachedDefinition] {
    guard options.definitions.isEmpty else { return options.definitions }
    if let scenario { return scenario.survey.definitions }
    let names = (reading.worth.map(\.definition) + reading.estimates.map(\.definition))
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }.compactMap { try? ReachedDefinition(parsing: $0) }
  }

  private func frameFile(_ reading: ResultReading) -> String? {
    if let given = options.frameFile { return given }
    let file = "\(reading.folder)/\(Self.practicesFile)"
    let isThere =
      reading.isResult
      ? reading.isIntact(Self.practicesFile) : FileManager.default.fileExists(atPath: file)
    return isThere ? file : nil
  }

  private func calls(
    _ file: String, and further: [String] = [], _ options: RealSurveyOptions, frameFile: String?,
    among definitions: [ReachedDefinition]?, slots: [Slot] = []
  ) throws -> RealSurvey {
    var options = options
    if let definitions { options.definitions = definitions }
    let frame = try frameFile.map { try RealSurveyOptions.frame($0, columns: options.columnNames) }
    return try RealSurvey(
      CallFiles(paths: [file] + further), options: options, frame: frame, codes: try options.readCodes(),
      slots: slots)
  }

  private func analysis(_ survey: RealSurvey, _ report: Report) -> SurveyAnalysis {
    survey.analysis(RateEstimator(method: report.method, confidence: report.confidence))
  }

  private func findings(
    of survey: RealSurvey, _ options: RealSurveyOptions, _ scenario: Scenario?, _ report: Report,
    _ reading: ResultReading?
  ) throws -> SurveyFindings? {
    guard let rule = survey.rules.first, let replication = survey.replications.first else { return nil }
    let slot = [SurveyColumn.slot.rawValue]
    let stretches =
      options.stretches.isEmpty ? scenario?.survey.pooledSlots.map(\.stretch) ?? [] : options.stretches
    let targets = targets(reading, rule.label, scenario)
    let columns = options.by.isEmpty ? [] : options.groupings.filter { $0 != slot }
    let question = SurveyFindings.Question(
      definition: rule.definition, others: survey.rules.dropFirst().map(\.definition),
      groupings: try columns.map { try survey.calls.grouped(by: $0, frame: survey.frame) },
      pooled: try stretches.map { try survey.calls.pooled($0) }, error: error,
      target: { targets[[$0, $1]] ?? targets[[]] })
    return SurveyFindings(
      analysis(survey, report), question,
      bySlot: try survey.calls.grouped(by: slot, frame: survey.frame), in: replication)
  }

  /// Targets by grouping and group; that of no group is for all that have none of their own.
  private func targets(
    _ reading: ResultReading?, _ definition: String, _ scenario: Scenario?
  ) -> [[String]: Double] {
    if let target { return [[]: target] }
    let rows = (reading?.worth ?? []).filter { $0.definition == definition }
    guard rows.contains(where: { $0.target != nil }) else { return Self.targets(of: scenario) }
    var targets: [[String]: Double] = [:]
    for row in rows { targets[[row.by, row.group]] = row.target }
    let all = Set(rows.map(\.target))
    // Only a target that is the same everywhere is one for groups that the scenario does not name.
    if all.count == 1, let target = rows.first?.target { targets[[]] = target }
    return targets
  }

  /// The targets that the scenario sets, for calls whose folder has none.
  private static func targets(of scenario: Scenario?) -> [[String]: Double] {
    switch scenario?.survey.target {
    case nil: return [:]
    case .everywhere(let rate): return [[]: rate]
    case .bySlot(let targets):
      var found: [[String]: Double] = [:]
      for target in targets {
        found[[SurveyColumn.slot.rawValue, target.slot.label]] = target.rate
        found[["pooled", target.slot.label]] = target.rate
      }
      return found
    }
  }

  // MARK: Two surveys

  /// The results beside a calls file, if it is one of theirs: then its calls were simulated.
  static func simulation(beside file: String) -> ResultReading? {
    let url = URL(fileURLWithPath: file)
    let folder = file.contains("/") ? url.deletingLastPathComponent().relativePath : "."
    guard file != "-" else { return nil }
    let reading = ResultReading(folder: folder)
    return reading.isResult && reading.lists(url.lastPathComponent) ? reading : nil
  }

  private func change(since baseline: String, _ scenario: Scenario?, _ report: Report) throws
    -> ChangeFindings
  {
    guard let survey = report.survey else {
      throw CommandError.data([Fault("its calls cannot be read, so no change can be told", file: results)])
    }
    var options = options
    options.by = []
    var origin = SurveyOrigin(file: baseline, isSimulated: false)
    func read(_ path: String, and further: [String]) throws -> RealSurvey {
      guard Self.isFolder(path) else {
        if path == baseline, let beside = Self.simulation(beside: path) { Self.tell(beside, of: &origin) }
        return try calls(
          path, and: further, options, frameFile: options.frameFile, among: [survey.definition])
      }
      let reading = ResultReading(folder: path)
      if path == baseline, reading.isResult { Self.tell(reading, of: &origin) }
      if reading.isResult, !reading.isIntact(Self.callsFile) {
        throw CommandError.data([Fault("is missing or has changed", file: "\(path)/\(Self.callsFile)")])
      }
      return try calls(
        "\(path)/\(Self.callsFile)", options, frameFile: frameFile(reading), among: [survey.definition])
    }
    let (before, after) = (try read(baseline, and: furtherBaseline), try read(results, and: furtherResults))
    guard let earlier = before.replications.first, let later = after.replications.first else {
      throw CommandError.data([Fault("holds no calls", file: baseline)])
    }
    // Only a simulation has several surveys in one file.
    origin.isSimulated = origin.isSimulated || before.calls.replications.count > 1
    let followUp = SurveyOrigin(
      file: results, title: report.title ?? scenario?.title, isSimulated: report.isSimulated)
    return try ChangeFindings(
      SurveyComparison(baseline: analysis(before, report), followUp: analysis(after, report)),
      of: (origin, followUp), definition: survey.definition, confidence: report.confidence,
      error: 1 - report.confidence, in: (earlier, later))
  }

  /// That a survey was simulated, and by which scenario.
  private static func tell(_ reading: ResultReading, of origin: inout SurveyOrigin) {
    origin.isSimulated = true
    guard let manifest = reading.manifest, let call = RunCall(manifest.commandLine) else { return }
    let scenario = try? ScenarioLoader.scenario(
      call.file, assignments: call.assignments, seed: manifest.seed)
    origin.title = scenario?.title ?? manifest.scenario?.name
  }
}
