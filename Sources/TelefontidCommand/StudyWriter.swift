import Reports
import Scenarios
import Studies
import SurveyDesign
import Tables
import TelephoneAccess

/// Writes a study's folder of results while replications come in.
struct StudyWriter: ~Copyable {
  /// What has come in so far.
  private(set) var result: StudyResult
  /// The first replicate, for the table of one survey.
  private(set) var first: Replicate?
  private let replications: Range<UInt64>
  private let keepsAllCalls: Bool
  private let format: TableFormat
  private let path: String
  private var folder: ResultFolder
  private var calls: OutputFile
  private var estimates: OutputFile
  private var callWriter: CallRecordWriter
  private var estimateWriter: CSVWriter

  /// Begins a folder; nothing stands under its name before ``commit(commandLine:)``.
  init(
    study: Study, replications: Range<UInt64>, keepsAllCalls: Bool, format: TableFormat, folder path: String
  ) throws {
    let folder = try ResultFolder(replacing: path)
    var calls = try folder.makeFile("calls.csv")
    var estimates = try folder.makeFile("estimates.csv")
    var callWriter = CallRecordWriter(format: format)
    callWriter.header(to: &calls.pending)
    var estimateWriter = CSVWriter(format: format)
    estimateWriter.header(StudyTables.estimates.columnNames, to: &estimates.pending)

    result = StudyResult(study)
    self.replications = replications
    self.keepsAllCalls = keepsAllCalls
    self.format = format
    self.path = path
    self.folder = folder
    self.calls = calls
    self.estimates = estimates
    self.callWriter = callWriter
    self.estimateWriter = estimateWriter
  }

  /// Adds a replicate; always in order.
  mutating func add(_ replicate: Replicate) throws {
    result.add(replicate)
    if first == nil { first = replicate }
    if keepsAllCalls || replicate.number == 0 {
      StudyTables.append(replicate, of: result.study, using: &callWriter, to: &calls.pending)
      try calls.drain()
    }
    StudyTables.append(replicate, of: result.study, using: &estimateWriter, to: &estimates.pending)
    try estimates.drain()
  }

  /// Writes the other tables and puts the folder in its place.
  ///
  /// - Returns: The folder's path.
  consuming func commit(commandLine: [String]) throws -> String {
    let scenario = result.study.scenario
    let frame = result.study.population.frame
    try folder.finish(&calls)
    try folder.finish(&estimates)
    try folder.write(frame.bytes(format: format), to: "practices.csv")
    for (schema, append) in Self.tables {
      var writer = CSVWriter(format: format)
      var bytes: [UInt8] = []
      writer.header(schema.columnNames, to: &bytes)
      append(result, &writer, &bytes)
      try folder.write(bytes, to: "\(schema.name).csv")
    }
    let canonical = Array(scenario.canonicalText.utf8)
    let manifest = Manifest(
      commandLine: commandLine,
      scenario: .init(name: scenario.name, sha256: SHA256.hexDigest(of: canonical)), seed: scenario.seed,
      replications: .init(
        first: Int(clamping: replications.lowerBound), asked: replications.count, done: result.replications),
      isComplete: result.replications == replications.count)
    let resources = [
      DataPackage.Resource(path: "calls.csv", title: "Call attempts", schema: CallRecord.schema()),
      .init(path: "practices.csv", title: "The sampling frame", schema: frame.schema),
      .init(path: "estimates.csv", title: "Estimates of every replication", schema: StudyTables.estimates),
    ]
    let titles = [
      "traffic": "Patients' calls", "truth": "True rates", "summary": "What such a survey is worth",
    ]
    try folder.commit(
      manifest,
      package: DataPackage(
        name: scenario.name, title: scenario.title,
        resources: resources
          + Self.tables.map {
            .init(path: "\($0.0.name).csv", title: titles[$0.0.name] ?? $0.0.name, schema: $0.0)
          }, format: format))
    return path
  }

  /// The tables that are written once all replications are in.
  private static let tables:
    [(TableSchema, @Sendable (StudyResult, inout CSVWriter, inout [UInt8]) -> Void)] = [
      (StudyTables.traffic, { StudyTables.append($0.traffic, using: &$1, to: &$2) }),
      (StudyTables.truth, { StudyTables.appendTruth(of: $0, using: &$1, to: &$2) }),
      (StudyTables.summary, { StudyTables.appendSummary(of: $0, using: &$1, to: &$2) }),
    ]
}
