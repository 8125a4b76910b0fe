import Files
import Foundation
import Tables
import Testing

@testable import telefontid_benchmark

@Suite("Measurements of the benchmark")
struct MeasurementTests {
  /// Not Foundation's.
  private typealias Measurement = telefontid_benchmark.Measurement

  /// Seven runs of a time with a promise, six of a size without.
  private static let measurements: [Measurement] = {
    var notebook = Notebook()
    for time in [70.0, 90, 60, 75, 80, 65, 85] {
      notebook.note(Quantity("queue/call", "ns", target: .atMost(80)), time)
    }
    for size in [3.0, 1, 2, 6, 4, 5] { notebook.note(Quantity("memory/peak", "MB"), size) }
    return notebook.measurements
  }()

  /// Writes a file, gives its path to a closure, and removes it.
  private func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "telefontid-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(bytes).write(to: url)
    return try body(url.path)
  }

  @Test(
    "The median is the middle value, or the mean of the two in the middle; runs of one quantity come together"
  )
  func medians() {
    #expect(Self.measurements.map(\.quantity.name) == ["queue/call", "memory/peak"])
    #expect(Self.measurements.map(\.median) == [75, 3.5])
    #expect(Self.measurements.map(\.lowest) == [60, 1])
    #expect(Self.measurements.map(\.highest) == [90, 6])
    #expect(Measurement(quantity: Quantity("x", "1"), values: []).median.isNaN)
  }

  @Test("A promise is kept at its limit and broken beyond it")
  func targets() {
    #expect(Target.atMost(80).isMet(by: 80) && !Target.atMost(80).isMet(by: 80.001))
    #expect(Target.atLeast(1.9).isMet(by: 1.9) && !Target.atLeast(1.9).isMet(by: 1.899))
    #expect(!Target.atMost(80).isMet(by: .nan) && !Target.atLeast(1.9).isMet(by: .nan))
  }

  @Test(
    "The table for a document has three or four figures of each number, and says whether a promise is kept")
  func markdown() {
    #expect(
      MeasurementTables(measurements: Self.measurements, earlier: nil).markdown == """
        | What | Unit | Median | Lowest | Highest | Runs | Target |
        | --- | --- | ---: | ---: | ---: | ---: | ---: |
        | queue/call | ns | 75.00 | 60.00 | 90.00 | 7 | <= 80.00 met |
        | memory/peak | MB | 3.500 | 1.000 | 6.000 | 6 |  |

        """)
  }

  @Test("What is written is read back to the last digit")
  func csv() throws {
    var measurements = Self.measurements
    measurements[1].values = [1.0 / 3, 1e-9, 12_345_678.9]
    let bytes = MeasurementTables(measurements: measurements, earlier: nil).csv
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        name,unit,median,lowest,highest,runs
        queue/call,ns,75,60,90,7
        memory/peak,MB,0.3333333333333333,1e-9,12345678.9,3

        """)
    let medians = try withFile(bytes) { try EarlierRun(file: $0).medians }
    #expect(medians == ["queue/call": 75, "memory/peak": 1.0 / 3])
  }

  @Test("A ratio is the median now divided by the median then")
  func ratios() throws {
    // 75 / 60 = 1.25; 3.5 / 7 = 0.5; nothing to compare with; nothing to divide by.
    for (then, ratios) in [
      ("name,median\nqueue/call,60\nmemory/peak,7\n", ["1.250", "0.500"]),
      ("unit;median;name\nns;60.0;queue/call\n", ["1.250", "new"]),
      ("name,median\nqueue/call,0\nmemory/peak,\n", ["–", "new"]),
    ] {
      let earlier = try withFile(Array(then.utf8)) { try EarlierRun(file: $0) }
      let rows = MeasurementTables(measurements: Self.measurements, earlier: earlier).markdown
        .split(separator: "\n")
      #expect(rows[0].hasSuffix("| Ratio to earlier |"))
      #expect(
        rows.dropFirst(2).map { $0.split(separator: "|").last?.trimmingCharacters(in: .whitespaces) }
          == ratios)
    }
  }

  @Test("A file that holds no medians is refused, not compared with in vain")
  func foreignFile() throws {
    try withFile(Array("navn,median\nqueue/call,60\n".utf8)) { path in
      let fault = #expect(throws: FileFault.self) { try EarlierRun(file: path) }
      #expect(fault?.kind == .badData && fault?.path == path)
    }
  }
}
