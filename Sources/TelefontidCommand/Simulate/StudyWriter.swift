import Files
import Scenarios
import Studies
import SurveyDesign
import Surveys
import Tables
import TelephoneAccess

/// Writes a study's folder of results while replications, or whole shards, come in.
struct StudyWriter: ~Copyable {
  /// What has come in so far.
  private(set) var result: RegionalResult
  private let format: TableFormat
  private var folder: ResultFolder
  private var calls: OutputFile
  private var estimates: OutputFile
  private let callHeader: [UInt8]
  private let estimateHeader: [UInt8]

  /// Begins a folder; nothing stands under its name before it is committed.
  ///
  /// - Parameter result: A result of no replication.
  init(_ result: RegionalResult, format: TableFormat, folder path: String) throws {
    var callHeader: [UInt8] = []
    var callWriter = CallRecordWriter(format: format, rounds: result.outline.hasRounds)
    callWriter.header(to: &callHeader)
    let estimateHeader = StudyTables.estimates(regions: result.regions.count).bytes(of: [], format: format)

    let folder = try ResultFolder(replacing: path)
    var calls = try folder.makeFile("calls.csv")
    var estimates = try folder.makeFile("estimates.csv")
    try calls.append(callHeader)
    try estimates.append(estimateHeader)
    self.result = result
    self.format = format
    self.folder = folder
    self.calls = calls
    self.estimates = estimates
    self.callHeader = callHeader
    self.estimateHeader = estimateHeader
  }

  /// Adds a replication of a region; always in order.
  mutating func add(_ rows: ReplicateRows, region: Int) throws {
    result.add(rows.facts, region: region)
    try calls.append(rows.calls)
    try estimates.append(rows.estimates)
  }

  /// Adds the replications of a folder whose result has been read; always in order.
  mutating func add(_ shard: Shard, _ result: RegionalResult) throws {
    self.result.add(result)
    try shard.copyRows(of: "calls.csv", below: callHeader, to: &calls)
    try shard.copyRows(of: "estimates.csv", below: estimateHeader, to: &estimates)
  }

  /// Writes the other tables and puts the folder in its place.
  ///
  /// - Parameters:
  ///   - practices: The bytes of `practices.csv`.
  ///   - package: The description of the folder, or the one of a shard, to be brought up to date.
  consuming func commit(_ manifest: Manifest, practices: [UInt8], package: PackageSource) throws {
    try folder.finish(&calls)
    try folder.finish(&estimates)
    try folder.write(practices, to: "practices.csv")
    for table in Self.tables(regions: result.regions.count, result.outline) {
      try folder.write(table.bytes(result, format), to: "\(table.schema.name).csv")
    }
    switch package {
    case .study(let study):
      try folder.commit(
        manifest, package: Self.package(of: study, regions: result.regions.count, format: format))
    case .shard(let text):
      let updated = DataPackage.text(text, updatedWith: folder.records)
      try folder.write(Array(updated.utf8), to: DataPackage.fileName)
      try folder.commit(manifest)
    }
  }

  /// Where the description of the folder comes from.
  enum PackageSource {
    case study(Study)
    /// The text of a shard's `datapackage.json`.
    case shard(String)
  }

  private static func package(of study: Study, regions: Int, format: TableFormat) -> DataPackage {
    DataPackage(
      name: study.scenario.name, title: study.scenario.title,
      resources: [
        .init(
          path: "calls.csv", title: "Call attempts",
          schema: CallRecord.schema(rounds: study.outline.hasRounds)),
        .init(path: "practices.csv", title: "The sampling frame", schema: study.population.frame.schema),
        .init(
          path: "estimates.csv", title: "Estimates of every replication",
          schema: StudyTables.estimates(regions: regions).schema),
      ]
        + tables(regions: regions, study.outline).map {
          .init(path: "\($0.schema.name).csv", title: $0.title, schema: $0.schema)
        },
      format: format)
  }

  /// A table that is written once all replications are in.
  private struct ResultTable: Sendable {
    var schema: TableSchema
    var title: String
    var bytes: @Sendable (RegionalResult, TableFormat) -> [UInt8]

    init<Row>(_ table: RowTable<Row>, _ title: String, rows: @escaping @Sendable (RegionalResult) -> [Row]) {
      self.init(table.schema, title) { table.bytes(of: rows($0), format: $1) }
    }

    init(
      _ schema: TableSchema, _ title: String,
      bytes: @escaping @Sendable (RegionalResult, TableFormat) -> [UInt8]
    ) {
      self.schema = schema
      self.title = title
      self.bytes = bytes
    }
  }

  private static func tables(regions: Int, _ outline: StudyOutline) -> [ResultTable] {
    return [
      ResultTable(
        StudyTables.traffic(professionals: outline.hasProfessionals),
        outline.hasProfessionals ? "Patients' and professionals' calls" : "Patients' calls"
      ) { StudyTables.trafficRows(of: $0) },
      ResultTable(StudyTables.truth(regions: regions), "True rates") { StudyTables.truthRows(of: $0) },
      ResultTable(StudyTables.summary, "What such a survey is worth") { StudyTables.summaryRows(of: $0) },
      ResultTable(StudyTallies.table(regions: regions).schema, "Exact sums, to resume and merge runs") {
        StudyTallies.bytes(of: $0, format: $1)
      },
    ]
      + (outline.hasRounds
        ? [ResultTable(StudyTables.reached, "When calls reached") { StudyTables.reachedRows(of: $0) }] : [])
  }
}

extension DataPackage {
  /// A description as it was written, with the lengths and digests of other files of the same names.
  ///
  /// Line by line, as ``json(files:)`` writes it: a resource's path stands before its length and digest.
  static func text(_ text: String, updatedWith records: [OutputFile.Record]) -> String {
    var record: OutputFile.Record?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let indent = line.prefix { $0 == " " }
      let member = line.dropFirst(indent.count)
      if member.hasPrefix("\"path\": \"") {
        record = records.first { member.hasPrefix("\"path\": \"\($0.path)\"") }
      }
      guard let record else { return String(line) }
      if member.hasPrefix("\"bytes\": ") { return "\(indent)\"bytes\": \(record.bytes)," }
      if member.hasPrefix("\"hash\": ") { return "\(indent)\"hash\": \"sha256:\(record.sha256)\"," }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }
}
