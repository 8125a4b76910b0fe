import Foundation
import Reports
import Scenarios
import Studies
import SurveyDesign
import Surveys
import TelefontidCommand

extension Benchmark {
  /// A calls file as `estimate` reads it.
  static let reading = Benchmark(
    name: "reading", summary: "Reading a calls.csv of ten million rows, made for it and removed afterwards."
  ) { laboratory, notebook in
    let file = try CallsFile(rows: laboratory.effort.amount(10_000_000))
    defer { file.remove() }
    for _ in 0..<3 {
      let watch = Stopwatch()
      let calls = try SurveyCalls(reading: file.path)
      precondition(calls.rows == file.rows, "every row is read")
      notebook.note(
        Quantity("reading/row", "ns"), watch.processorNanoseconds / Double(file.rows))
      notebook.note(Quantity("reading/\(file.rows)-rows", "s"), watch.processorNanoseconds / 1e9)
      notebook.note(Quantity("reading/megabytes-per-second", "MB/s"), file.megabytes / watch.wallSeconds)
    }
  }
}

/// A temporary calls.csv of one survey with very many calls.
private struct CallsFile {
  let path: String
  let rows: Int
  let megabytes: Double

  /// Writes the same ten thousand calls over and over.
  init(rows: Int) throws {
    var writer = CallRecordWriter()
    var header: [UInt8] = []
    writer.header(to: &header)
    let blockRows = 10_000
    var block: [UInt8] = []
    for row in 0..<blockRows {
      writer.append(Self.record(row), to: &block)
    }
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appendingPathComponent(
      "telefontid-benchmark-\(ProcessInfo.processInfo.processIdentifier).csv")
    try Data(header).write(to: url)
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    for _ in 0..<rows / blockRows { try file.write(contentsOf: Data(block)) }
    try file.close()
    path = url.path
    self.rows = rows / blockRows * blockRows
    megabytes = Double(header.count + rows / blockRows * block.count) / 1e6
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func record(_ row: Int) -> CallRecord {
    let hour = 8 + row % 8
    let from = TimeOfDay(milliseconds: hour * 3_600_000)
    let due = TimeOfDay(milliseconds: hour * 3_600_000 + row * 7919 % 3_600 * 1000)
    return CallRecord(
      practice: "P\(1000 + row % 420)",
      slot: Slot(from: from, to: TimeOfDay(milliseconds: (hour + 1) * 3_600_000)),
      date: Laboratory.day.adding(days: row % 5), due: due, dialled: due,
      disposition: Disposition.allCases[row % Disposition.allCases.count],
      waitSeconds: Double(row % 9000) / 10, interviewer: "\(row % 4 + 1)")
  }
}
