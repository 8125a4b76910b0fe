import Foundation
import Terminal
import Testing

@testable import TelefontidCommand

/// Through the command: the waits of a file, with the hold limit and everything else that ends a call.
@Suite("estimate --waits")
struct EstimateWaitsTests {
  /// The cases of `kaplan-meier.csv`, which R's survfit made (`kaplan-meier.R` beside it), as calls files.
  @Test("a calls file has the waits that R's survfit has")
  func survfit() async throws {
    let sandbox = try CommandSandbox()
    let file = CommandSandbox.repository
      .appendingPathComponent("Tests/SurveyStatisticsTests/Reference/kaplan-meier.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    var compared = 0
    for line in lines.prefix(60) {
      // No field but the confidence stands without quotes, and none has a quote in it.
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      let fields = parts.filter { $0 != "," }
      let lists = fields.dropFirst().map { $0.split(separator: ";", omittingEmptySubsequences: false) }
      let (waits, answered, weights, clusters) = (lists[0], lists[1], lists[2], lists[3])
      let standAlone = weights.allSatisfy { $0 == "1" } && Set(clusters).count == clusters.count
      // Of one practice alone there are no limits here.
      guard standAlone || Set(clusters).count > 1 else { continue }
      let confidence = fields[5].split(separator: ",")[0]
      // The order of the rows, and what else is in the file, play no part. Several calls to a practice are of several days.
      var rows = waits.indices.map { place in
        let outcome = answered[place] == "1" ? "answered-by-staff" : "hold-limit"
        return
          "P\(clusters[place]),8-9,2015-04-\(10 + place % 20),\(place / 20 + 1),\(outcome),\(waits[place])\n"
      }
      guard waits.count <= 20 else { continue }
      rows.reverse()
      rows.append("P900,8-9,2015-05-01,1,referral-message,3\nP901,8-9,2015-05-01,1,wrong-number,3\n")
      try sandbox.write(
        "practice,slot,date,attempt,disposition,wait_seconds\n" + rows.joined(), to: "calls.csv")
      var weightOf: [String: String] = ["900": "1", "901": "1"]
      for (cluster, weight) in zip(clusters, weights) { weightOf[String(cluster)] = String(weight) }
      // A practice has one weight: cases in which it would have several are those of the module's own tests.
      guard zip(clusters, weights).allSatisfy({ weightOf[String($0)] == String($1) }) else { continue }
      try sandbox.write(
        "practice,municipality,gps,listed_patients,stratum,weight\n"
          + weightOf.sorted { $0.key < $1.key }.map { "P\($0.key),A,1,1,,\($0.value)\n" }.joined(),
        to: "frame.csv")
      let written = try await sandbox.rows(
        "estimate FOLDER/calls.csv --frame FOLDER/frame.csv --confidence \(confidence)",
        writing: "--waits-output")
      let row = try #require(written.last)
      #expect(row["group"] == "all" && row["not_waiting"] == "1")
      #expect(row["variance"] == (standAlone ? "greenwood" : "clusters"))
      for (column, place) in [("median_wait_seconds", 2), ("wait_90th_percentile_seconds", 4)] {
        for (ending, list) in [("", 9), ("_lower", 10), ("_upper", 11)] {
          let wanted = String(lists[list][place])
          let found = try #require(row[column + ending])
          #expect(wanted.isEmpty == found.isEmpty, "\(line): \(column)\(ending) \(found)")
          if let wanted = Double(wanted), let found = Double(found) { #expect(abs(wanted - found) < 1e-9) }
        }
      }
      compared += 1
    }
    #expect(compared > 20)
  }

  // Whoever is rung back as promised waits until then; a promise that is not kept in a day is censored. Of four, one is answered after one
  // minute and one rung back after three; one gives up after two, and one is never rung. S is 3/4 and then 3/8.
  @Test("a promise to ring back is an answer when it is kept, and censored when it is not")
  func promises() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      """
      practice,slot,disposition,wait_seconds
      P1,8-9,answered-by-staff,60
      P2,8-9,callback-promised,180
      P3,8-9,hold-limit,120
      P4,8-9,callback-promised,86400

      """, to: "calls.csv")
    let row = try #require(
      try await sandbox.rows("estimate FOLDER/calls.csv", writing: "--waits-output").last)
    #expect(row["answered"] == "2" && row["censored"] == "2")
    #expect(row["median_wait_seconds"] == "180")
    #expect(row["answered_within_180_seconds"] == "0.625")
  }

  // Of five, one is answered at once, one after a minute and one after five; two give up after two minutes. S is 4/5, then 3/5, and
  // 3/5 · 0/1 after the last. The median is 5 minutes.
  @Test("the table shows the median, nine in ten, and what is left out")
  func table() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      """
      practice,slot,disposition,wait_seconds
      A,8-9,answered-by-doctor,0
      B,8-9,answered-by-staff,60
      C,8-9,hold-limit,120
      D,8-9,no-answer,120
      E,8-9,forwarded-answered,300
      F,8-9,busy,
      G,8-9,answered-by-staff,

      """, to: "calls.csv")
    let ending = try sandbox.shell("telefontid estimate calls.csv --waits")
    #expect(ending.status == 0)
    #expect(ending.output.contains("calls.csv: how long callers wait for a person"))
    #expect(ending.output.contains("1 call met a message or a busy tone"))
    #expect(ending.output.contains("1 call without a wait in the file is left out"))
    let line = try #require(ending.output.split(separator: "\n").last { $0.hasPrefix("all ") })
    let words = line.split(separator: " ").map(String.init)
    #expect(words.prefix(4) == ["all", "5", "3", "5:00"], "\(line)")
    let rows = try sandbox.shell("telefontid estimate calls.csv --waits-output - --csv excel-da").output
    #expect(rows.contains(";answered_within_60_seconds;") && rows.contains(";300;"))
  }

  @Test(
    "what cannot be is refused",
    arguments: [
      (
        "--waits --differences-output -",
        "'--waits' with '--differences-output -' needs '--waits-output FILE'"
      ),
      ("--waits-output - -o -", "'--output' and '--waits-output' both write to standard output"),
      (
        "--waits-output - -o - --differences-output -",
        "'--output', '--differences-output' and '--waits-output' all write to standard output"
      ),
      ("--waits --total hours", "'--waits' is for '--total calls'"),
    ])
  func refused(options: String, fault: String) async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,disposition\nA,8-9,busy\n", to: "calls.csv")
    let ending = try sandbox.shell("telefontid estimate calls.csv \(options)")
    #expect(ending.status == 64)
    #expect(ending.error.contains(fault), "\(ending.error)")
  }

  @Test("a file that says only who was reached has no waits for a person")
  func onlyReached() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached,wait_seconds\nA,8-9,1,20\n", to: "calls.csv")
    let ending = try sandbox.shell("telefontid estimate calls.csv --waits")
    #expect(ending.status == 64)
    #expect(ending.error.contains("'--waits' needs dispositions"))
  }
}
