package import Files
package import SurveyStatistics
internal import Tables

/// What stands in a folder of results, read with suspicion: every file is held against its digest in the manifest.
///
/// A file that is missing, damaged or changed is left out and noted in ``faults``; the rest is read all the same.
package struct ResultReading: Sendable {
  /// One file of the folder and whether it is as it was written.
  package struct File: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Its length in bytes, as the manifest has it.
    package var bytes: Int
    /// Its digest, as the manifest has it.
    package var sha256: String
    /// Whether it is there and has that digest.
    package var isIntact: Bool
  }

  /// The folder as the user named it.
  package let folder: String
  /// What the folder says of itself; `nil` when it says nothing that can be believed.
  package private(set) var manifest: Manifest?
  /// The files that the manifest lists.
  package private(set) var files: [File] = []
  /// What is wrong.
  package private(set) var faults: [ReadingFault] = []

  /// The rows of `truth.csv`.
  package private(set) var truth: [TruthRow] = []
  /// The rows of `summary.csv`.
  package private(set) var worth: [WorthRow] = []
  /// The rows of `traffic.csv` for patients' calls.
  package private(set) var traffic: [TrafficRow] = []
  /// Those for professionals' calls; none where professionals do not ring.
  package private(set) var professionalTraffic: [TrafficRow] = []
  /// The first replication's rows of `estimates.csv`.
  package private(set) var estimates: [EstimateRow] = []
  /// The rate of all calls in every replication, under the first definition.
  package private(set) var rates: [Double] = []
  /// The method of the intervals in `estimates.csv`.
  package private(set) var intervalMethod: IntervalMethod?
  /// The confidence of the intervals in `estimates.csv`.
  package private(set) var confidence: Double?
  /// The rows of `sweep.csv`.
  package private(set) var sweep: [SweepFinding] = []
  /// The rows of `cells.csv`.
  package private(set) var cells: [SweepCellName] = []
  /// The rows of `conclusions.csv`: what conclusions come to over worlds that could be.
  package private(set) var conclusions: [SensitivityFinding] = []
  /// The rows of `indices.csv`.
  package private(set) var carriers: [CarrierFinding] = []

  /// Reads a folder; what cannot be read is noted.
  ///
  /// A folder without a manifest is the user's own: only `calls.csv` and `practices.csv` are looked for there, and that
  /// is left to whoever knows how to read calls.
  package init(folder: String) {
    self.folder = folder
    do {
      manifest = try Manifest.read(fromFolder: folder)
    } catch {
      let hasCalls = isThere("calls.csv")
      if !InputFile.isMissing(path(Manifest.fileName)) {
        faults.append(.damagedManifest(hasCalls: hasCalls))
      } else if Self.tables.contains(where: isThere) {
        // A folder of the user's own calls has no manifest and needs none.
        faults.append(.noManifest(hasCalls: hasCalls))
      }
    }
    guard let manifest else { return }
    if let replications = manifest.replications, !manifest.isComplete {
      faults.append(.incompleteRun(done: replications.done, asked: replications.asked))
    }
    for record in manifest.files { check(record) }
    readTables()
  }

  /// Whether the folder says of itself that it is one of ours.
  package var isResult: Bool { manifest != nil }

  /// Whether a file is there, as it was written.
  package func isIntact(_ name: String) -> Bool {
    files.contains { $0.name == name && $0.isIntact }
  }

  /// Whether the manifest lists a file.
  package func lists(_ name: String) -> Bool { files.contains { $0.name == name } }

  /// Whether there is anything to report.
  package var isEmpty: Bool {
    truth.isEmpty && worth.isEmpty && estimates.isEmpty && sweep.isEmpty && traffic.isEmpty
      && conclusions.isEmpty
  }

  /// Notes something that was found while the calls or the scenario were read.
  package mutating func note(_ fault: ReadingFault) { faults.append(fault) }

  private mutating func check(_ record: OutputFile.Record) {
    var file = File(name: record.path, bytes: record.bytes, sha256: record.sha256, isIntact: false)
    do {
      if try InputFile.digest(of: path(record.path)) == record.sha256 {
        file.isIntact = true
      } else {
        faults.append(.changedFile(record.path))
      }
    } catch let fault as FileFault where fault.kind == .noInput {
      faults.append(.missingFile(record.path))
    } catch {
      faults.append(.unreadableFile(record.path, reason: "\(error)"))
    }
    files.append(file)
  }

  /// Tables that only a run of ours writes.
  private static let tables = [
    "truth.csv", "summary.csv", "estimates.csv", "traffic.csv", "sweep.csv", "conclusions.csv",
  ]

  private func isThere(_ name: String) -> Bool {
    InputFile.exists(path(name))
  }

  private mutating func readTables() {
    truth = rows(of: "truth.csv", .truth)
    worth = rows(of: "summary.csv", .worth)
    let calls = rows(of: "traffic.csv", .traffic)
    traffic = calls.filter { $0.isOfPatients }
    professionalTraffic = calls.filter { !$0.isOfPatients }
    sweep = rows(of: "sweep.csv", .sweep)
    cells = rows(of: "cells.csv", .cells)
    conclusions = rows(of: "conclusions.csv", .conclusions)
    carriers = rows(of: "indices.csv", .carriers)
    var collector = EstimateCollector()
    guard read("estimates.csv", to: &collector) else { return }
    estimates = collector.first
    rates = collector.rates
    intervalMethod = IntervalMethod(rawValue: collector.method)
    confidence = collector.confidence
  }

  private mutating func rows<Element>(of name: String, _ empty: RowCollector<Element>) -> [Element] {
    var collector = empty
    return read(name, to: &collector) ? collector.elements : []
  }

  /// Reads a table that is as it was written.
  ///
  /// - Returns: whether it could be read.
  private mutating func read(_ name: String, to consumer: inout some TableConsumer) -> Bool {
    guard isIntact(name) else { return false }
    do {
      var input = try InputFile(path(name), isPlain: true)
      var reader = CSVReader(file: name)
      while !reader.isStopped, try input.read() { reader.feed(input.bytes.span, to: &consumer) }
      try reader.finish(to: &consumer)
      return true
    } catch let found as TableFaults {
      faults.append(.unreadableFile(name, reason: found.faults.first?.message ?? "cannot be read"))
    } catch {
      faults.append(.unreadableFile(name, reason: "\(error)"))
    }
    return false
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }
}
