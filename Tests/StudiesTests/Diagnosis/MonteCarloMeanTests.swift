import Tables
import Testing

@testable import Studies

@Suite("A mean over replications and its error")
struct MonteCarloMeanTests {
  @Test(
    "The error of a share is that of plus four, by hand",
    arguments: [
      // 2/5: √(0.4 · 0.6 / 5) = √0.048; 2/14: √(12 · 2 / 14³); 2/404: √(402 · 2 / 404³), and the same from the other end.
      (0, 1, 0.219089), (1, 1, 0.219089), (0, 10, 0.093522), (10, 10, 0.093522), (0, 400, 0.003492),
      (400, 400, 0.003492),
      // 3/7: √(3 · 4 / 7³); 7/14: √(0.25 / 14).
      (1, 3, 0.187044), (2, 3, 0.187044), (5, 10, 0.133631),
    ])
  func share(count: Int, total: Int, error: Double) throws {
    let share = try #require(MonteCarloMean.share(of: count, among: total))
    #expect(share.value == Double(count) / Double(total))
    #expect(abs(try #require(share.standardError) - error) < 1e-6)
  }

  @Test("The error of a share is never 0, and falls from the middle to either end without a jump")
  func shape() throws {
    let errors = try (0...50).map { count in
      try #require(MonteCarloMean.share(of: count, among: 50)?.standardError)
    }
    #expect(errors.allSatisfy { $0 > 0 })
    #expect(zip(errors, errors.reversed()).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(zip(errors[..<25], errors[1...]).allSatisfy { $0 < $1 })
    // The steepest step is the first: from √(2 · 52 / 54³) = 0.02570 to √(3 · 51 / 54³) = 0.03117.
    #expect(zip(errors, errors[1...]).allSatisfy { abs($0 - $1) < 0.0055 })
  }

  @Test("Without a replication there is no share")
  func noReplication() {
    #expect(MonteCarloMean.share(of: 0, among: 0) == nil)
  }

  @Test("A single number tells nothing of its error; equal numbers have an error of 0")
  func spread() throws {
    var moments = RunningMoments()
    #expect(MonteCarloMean(moments) == nil)
    moments.add(0.25)
    #expect(MonteCarloMean(moments) == MonteCarloMean(value: 0.25, standardError: nil))
    // p(1 − p) / n = 0.25 · 0.75 / 3 = 0.0625.
    #expect(MonteCarloMean(moments, calls: 3) == MonteCarloMean(value: 0.25, standardError: 0.25))
    moments.add(0.25)
    #expect(MonteCarloMean(moments) == MonteCarloMean(value: 0.25, standardError: 0))
  }

  @Test("After one replication no column of summary.csv claims an error that nothing is known of")
  func summaryOfOne() async throws {
    let result = try await StudyResultTests.result(try StudyResultTests.study(), 0..<1)
    let bytes = StudyTables.summary.bytes(of: StudyTables.summaryRows(of: RegionalResult([result])))
    let columns = StudyTables.summary.schema.columnNames
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(!lines.isEmpty)
    for line in lines {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == columns.count)
      let row = Dictionary(uniqueKeysWithValues: zip(columns, fields))
      // The truth is a share of the probes' calls, the others are shares of replications, 0 or 1 of 1.
      let known = columns.filter { $0.hasSuffix("_se") && row[$0] != "" }
      #expect(
        known == [
          "truth_se", "coverage_se", "p_meets_se", "p_undecided_se", "p_fails_se", "p_false_verdict_se",
        ])
      #expect(known.dropFirst().allSatisfy { row[$0] == "0.219089" })
      for name in ["protocol_bias", "mean_width", "late_share", "not_attempted_share"] {
        #expect(row[name] != "", "\(name)")
      }
      #expect((row["interviewer_hours"] != "") == (row["by"] == "all"))
      #expect((row["days_used"] != "") == (row["by"] == "all"))
    }
  }
}
