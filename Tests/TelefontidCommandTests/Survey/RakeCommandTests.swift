import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Raked weights and snapshots of strata, as R's survey has them")
struct RakeCommandTests {
  /// What R says of one group (Reference/raked_and_snapshots.R), by survey and options.
  private static let expected: [[String]] = {
    let file = CommandSandbox.repository.appendingPathComponent(
      "Tests/SurveyStatisticsTests/Reference/raked_and_snapshots.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  private static let fieldwork = CommandSandbox.repository.appendingPathComponent("scenarios/fieldwork").path
  private static let domains = CommandSandbox.repository.appendingPathComponent(
    "Tests/SurveyStatisticsTests/Reference/domains"
  ).path

  /// Two thirds of the shipped fieldwork's calls, those that the script takes; rows in another order, and the frame with and without strata.
  private func files() throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"
      awk 'NR == 1 || (NR - 1) % 3 != 1' "$F/calls.csv" > calls.csv
      (head -1 calls.csv; tail -n +2 calls.csv | sort -t, -k8,8 -k2,2r) > other.csv
      sed '1s/stratum/size/' "$F/practices.csv" > one-stratum.csv
      cp "$F/practices.csv" strata.csv
      """)
    #expect(ending.status == 0)
    return sandbox
  }

  private func check(_ rows: [[String: String]], _ expected: [[String]]) throws {
    for group in expected {
      let row = try #require(rows.first { $0["by"] == group[2] && $0["group"] == group[3] })
      let (rate, error) = (Double(group[5]) ?? .nan, Double(group[6]) ?? .nan)
      #expect(row["calls"] == group[4])
      #expect(abs((row["rate"].flatMap(Double.init) ?? .nan) - rate) < 1e-6, "rate of \(group)")
      // A single practice tells nothing of how practices differ: R's zero is the formula's.
      if row["standard_error"] == "" {
        #expect(error == 0 && group[4] == "1", "\(group)")
      } else {
        #expect(abs((row["standard_error"].flatMap(Double.init) ?? .nan) - error) < 1e-6, "error of \(group)")
      }
    }
  }

  // R's control = list(maxit = 1000, epsilon = 1e-13): its usual epsilon of 1 leaves weights far from fitted.
  @Test(
    "Raked to one and to two columns, by practices and by patients, in one stratum and in five",
    arguments: ["one-stratum", "strata"], ["stratum", "stratum;municipality"])
  func raked(frame: String, columns: String) async throws {
    let sandbox = try files()
    for total in ["calls", "patients"] {
      let options = "--rake \(columns) --total \(total)"
      let expected = Self.expected.filter { $0[0] == frame && $0[1] == options }
      #expect(expected.count == 14)
      let own = frame == "strata" ? columns : columns.replacing("stratum", with: "size")
      for calls in ["calls", "other"] {
        let rows = try await sandbox.rows(
          "estimate FOLDER/\(calls).csv --frame FOLDER/\(frame).csv --rake \(own.replacing(";", with: ",")) --total \(total) "
            + "--by slot --by municipality --reached agreement")
        try check(rows, expected)
      }
    }
  }

  @Test(
    "Snapshots of four surveys with the finite population correction of each stratum",
    arguments: ["stratified", "clustered", "missing", "tiny-strata"])
  func snapshots(survey: String) async throws {
    let expected = Self.expected.filter { $0[0] == survey && $0[1] == "snapshot" }
    #expect(expected.count == (survey == "clustered" ? 10 : 20))
    let sandbox = try CommandSandbox()
    let line =
      "estimate \(Self.domains)/\(survey).csv --practices 420 --by slot --by muni --reached agreement --invalid left-out"
    let rows = try await sandbox.rows(line + " --fpc")
    try check(rows, expected)
    #expect(try await sandbox.rows(line + " --estimand snapshot") == rows)
    #expect(rows.allSatisfy { $0["practices"] == "420" })
    // Calls that weigh alike, to a practice each, keep the exact interval: in the clustered survey those of a slot.
    let exact = Set(rows.filter { $0["interval"] == "hypergeometric" }.compactMap { $0["by"] })
    #expect(exact == (survey == "clustered" ? ["slot"] : []))
    // The long-run share is less sure.
    for (row, service) in zip(rows, try await sandbox.rows(line)) where row["standard_error"] != "" {
      #expect(
        row["standard_error"].flatMap(Double.init) ?? 1 <= service["standard_error"].flatMap(Double.init) ?? 0
      )
    }
  }

  // The strata have 2 and 3 practices; the rate is 2/5 · 1/2 + 3/5 · 1/3.
  @Test("A census of the practices knows their share, and the frame counts the strata")
  func census() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,stratum\n1,A\n2,A\n3,B\n4,B\n5,B\n", to: "frame.csv")
    try sandbox.write(
      "practice,slot,reached\n1,8-9,0\n2,9-10,1\n3,8-9,0\n4,9-10,1\n5,9-10,1\n", to: "calls.csv")
    let rows = try await sandbox.rows("estimate FOLDER/calls.csv --frame FOLDER/frame.csv --fpc")
    let all = try #require(rows.last)
    #expect(
      all["rate"] == "0.4" && all["standard_error"] == "0" && all["lower"] == "0.4" && all["upper"] == "0.4")
    // A slot was asked of some practices only: it is no census.
    let slot = try #require(rows.first)
    #expect(slot["upper"] != slot["lower"] && slot["calls"] == "2")
  }

  // By hand: A has 3 practices for two calls, B 3 for one; weights 1.5, 1.5 and 3: 3 · (2 · 2.25 + 9)/6² = 1.125; the rate is 3/6.
  @Test("The weights' design effect stands beside the rate, and in words below")
  func weightsEffect() async throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,area\n1,A\n2,A\n3,A\n4,B\n5,B\n6,B\n", to: "frame.csv")
    try sandbox.write("practice,slot,reached\n1,8-9,1\n2,8-9,1\n4,8-9,0\n", to: "calls.csv")
    let all = try #require(
      try await sandbox.rows("estimate FOLDER/calls.csv --frame FOLDER/frame.csv --rake area").last)
    #expect(all["rate"] == "0.5" && all["raked"] == "area")
    #expect(abs((all["weights_design_effect"].flatMap(Double.init) ?? 0) - 1.125) < 1e-12)
    let text = await telefontid(
      "estimate \(sandbox.folder.path)/calls.csv --frame \(sandbox.folder.path)/frame.csv --rake area"
    ).output
    #expect(text.contains("Weights' effect") && text.contains("1.12"))
    #expect(text.contains("Weights are raked to the frame's numbers of practices by area."))
  }

  // Zou and Donner: the distances of each survey's own bounds, squared and added, where no practice is in both.
  @Test(
    "compare and evaluate go by the rates and intervals that estimate prints, raked and over strata",
    arguments: [
      ("--frame FOLDER/strata.csv --rake stratum,municipality", "calls.csv"),
      ("", "stratified.csv"),
    ])
  func onePath(options: String, calls: String) async throws {
    let sandbox = try files()
    let prepared = try sandbox.shell(
      """
      cp "$REPOSITORY/Tests/SurveyStatisticsTests/Reference/domains/stratified.csv" .
      sed '2,$s/^1/7/' "$REPOSITORY/Tests/SurveyStatisticsTests/Reference/domains/tiny-strata.csv" > tiny-strata.csv
      awk 'NR == 1 || (NR - 1) % 3 != 0' "$REPOSITORY/scenarios/fieldwork/calls.csv" | sed '2,$s/,900/,800/' > second.csv
      sed '2,$s/^900/800/' strata.csv > later.csv
      """)
    #expect(prepared.status == 0)
    let isOfDomains = calls == "stratified.csv"
    let second = isOfDomains ? "tiny-strata.csv" : "second.csv"
    let later = options.replacing("strata.csv", with: "later.csv")
    let common = "--by slot --reached agreement"
    let before = try await sandbox.rows("estimate FOLDER/\(calls) \(common) \(options)")
    let after = try await sandbox.rows("estimate FOLDER/\(second) \(common) \(later)")
    let change = try await sandbox.rows(
      "compare FOLDER/\(calls) FOLDER/\(second) \(common) \(options)"
        + (isOfDomains ? "" : " --followup-frame FOLDER/later.csv"))
    let verdicts = try await sandbox.rows("evaluate FOLDER/\(calls) \(common) \(options) --target 0.1")
    func number(_ row: [String: String]?, _ column: String) -> Double {
      row?[column].flatMap(Double.init) ?? .nan
    }
    for row in change {
      let own = before.first { $0["group"] == row["group"] }
      let other = after.first { $0["group"] == row["group"] }
      #expect(row["baseline_rate"] == own?["rate"] && row["followup_rate"] == other?["rate"])
      #expect(verdicts.first { $0["group"] == row["group"] }?["rate"] == own?["rate"])
      guard row["interval"] == "linearised" else { continue }
      let down = number(other, "rate") - number(other, "lower")
      let up = number(own, "upper") - number(own, "rate")
      let lower = number(row, "change") - (down * down + up * up).squareRoot()
      #expect(abs(number(row, "lower") - lower) < 1e-9, "\(row)")
    }
    #expect(change.last?["interval"] == "linearised")
  }

  @Test(
    "What stands in the way of raking is named with file, line, column and remedy",
    arguments: [
      (
        "--frame FOLDER/frame.csv --rake cluster",
        [
          "FOLDER/frame.csv:1: '--rake cluster': there is no column 'cluster'. The columns are: practice, area, size, empty"
        ], 65
      ),
      (
        "--frame FOLDER/frame.csv --rake empty",
        [
          "FOLDER/frame.csv:3:4: '--rake empty': the practice has no value there; fill it in, or leave the column out"
        ], 65
      ),
      (
        "--frame FOLDER/frame.csv --rake area",
        [
          "FOLDER/frame.csv:7:2: '--rake': area 'C' has 1 practice here, and no call in 'FOLDER/calls.csv' that is valid under 'reached'; "
            + "put it together with another value in a column of its own, or leave area out"
        ], 65
      ),
      (
        "--frame FOLDER/some.csv --rake area,size",
        [
          "FOLDER/some.csv:5:2: '--rake': no weights of the calls in 'FOLDER/calls.csv' that are valid under 'reached' have the totals of all columns: "
            + "area 'B' has 1 practice, and weights come to 3.0; put values together in a column of their own, or rake to fewer columns"
        ], 65
      ),
      ("--rake area", ["'--rake' needs '--frame': its columns say how many practices there are"], 64),
      ("--frame FOLDER/frame.csv --rake area,area", ["'--rake' names 'area' twice; leave one out"], 64),
      (
        "--frame FOLDER/frame.csv --rake area --bounds --total hours --between-practices 0.1",
        [
          "'--rake' is for '--total calls' and '--total patients'",
          "'--between-practices' is for weights as they are: leave '--rake' out",
          "'--bounds' is for weights as they are: leave '--rake' out",
          "'--between-practices' is for '--total calls'",
        ], 64
      ),
      (
        "--frame FOLDER/frame.csv --fpc --estimand service",
        ["'--fpc' is for '--estimand snapshot': a long-run share has no finite population"], 64
      ),
    ])
  func refused(options: String, faults: [String], status: Int32) async throws {
    let sandbox = try CommandSandbox()
    let folder = sandbox.folder.path
    try sandbox.write("practice,slot,reached\n1,8-9,1\n4,8-9,0\n", to: "calls.csv")
    try sandbox.write(
      "practice,area,size,empty\n1,A,small,x\n2,A,small,\n3,A,small,x\n4,B,large,x\n5,B,large,x\n6,C,large,x\n",
      to: "frame.csv")
    try sandbox.write(
      "practice,area,size\n1,A,small\n2,A,large\n3,A,large\n4,B,large\n", to: "some.csv")
    let line = "estimate \(folder)/calls.csv \(options)".replacing("FOLDER", with: folder)
    let ending = await telefontid(line)
    #expect(ending.status.rawValue == status)
    #expect(ending.faults == faults.map { $0.replacing("FOLDER", with: folder) })
    #expect(ending.output == "")
  }

  @Test("Every row that contradicts itself or weighs nothing is named with line and column, all at once")
  func contradictions() async throws {
    let sandbox = try CommandSandbox()
    let file = sandbox.folder.path + "/calls.csv"
    try sandbox.write(
      """
      practice,slot,reached,stratum,weight
      1,8-9,1,A,0
      2,8-9,1,B,-2
      3,8-9,1,A,1
      3,9-10,1,B,1
      4,8-9,1,A,1
      4,8-9,0,A,1

      """, to: "calls.csv")
    for command in ["estimate", "evaluate --target 0.1"] {
      let ending = await telefontid("\(command) \(file)")
      #expect(ending.status == .data && ending.output == "")
      for (place, words) in [
        ("2:5", "'0' is no weight; allowed is a number above 0 and at most 1e9"),
        ("3:5", "'-2' is no weight; allowed is a number above 0"),
        (
          "5:4",
          "the practice is in stratum 'A' in an earlier row; all rows of a practice need the same stratum"
        ),
      ] {
        #expect(
          ending.faults.contains { $0.hasPrefix("\(file):\(place): ") && $0.contains(words) }, "\(place)")
      }
      #expect(ending.faults.contains { $0.hasPrefix("\(file):7:") })
    }
  }

  @Test("Calls with a value that the frame's column lacks, and strata of unknown size")
  func unknown() async throws {
    let sandbox = try CommandSandbox()
    let folder = sandbox.folder.path
    try sandbox.write("practice,municipality\n1,Viborg\n2,Skive\n", to: "frame.csv")
    try sandbox.write(
      "practice,slot,reached,municipality\n1,8-9,1,Viborg Kommune\n2,8-9,0,Vyborg\n", to: "calls.csv")
    let wrong = await telefontid(
      "estimate \(folder)/calls.csv --frame \(folder)/frame.csv --rake municipality")
    #expect(
      wrong.faults == [
        "\(folder)/calls.csv:3:4: municipality: 'Vyborg' is no value of the frame's column 'municipality', to which weights are raked; it has Skive, Viborg"
      ])
    try sandbox.write("practice,slot,reached,stratum\n1,8-9,1,A\n2,8-9,0,B\n", to: "strata.csv")
    let unknown = await telefontid("estimate \(folder)/strata.csv --practices 10 --fpc")
    #expect(unknown.status == .data && unknown.faults.count == 2)
    #expect(unknown.faults[0].contains("nothing says how many practices stratum 'A' has"))
    #expect(unknown.faults[0].contains("give a '--frame' whose column 'stratum' has the strata of the calls"))
    // Weights that do not add to all practices are not those of the draw.
    try sandbox.write("practice,slot,reached,stratum,weight\n1,8-9,1,A,1\n2,8-9,0,B,1\n", to: "strata.csv")
    #expect(await telefontid("estimate \(folder)/strata.csv --practices 10 --fpc").faults == unknown.faults)
    #expect(await telefontid("estimate \(folder)/strata.csv --practices 2 --fpc").status == .done)
  }
}
