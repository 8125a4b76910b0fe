import Foundation
import Testing

@testable import TelefontidCommand

@Suite("Groups are domains of the survey, as R's survey has them")
struct DomainReferenceTests {
  /// One row of what R says: `by`, `group`, rate and standard error.
  private struct Expected {
    var by: Substring
    var group: Substring
    var rate: Double
    var standardError: Double
  }

  // R 4.2.2, survey 4.1.1, options(survey.lonely.psu = "adjust"); d is the file without wrong numbers and calls not made:
  //   g <- svydesign(ids = ~practice, strata = ~stratum, weights = ~weight, data = d); svymean(~y, subset(g, …))
  @Test(
    "Seventy groups of four surveys, lone strata among them, by slot, by municipality and together",
    arguments: ["stratified", "clustered", "missing", "tiny-strata"])
  func reference(survey: String) throws {
    let sandbox = try CommandSandbox()
    let folder = "$REPOSITORY/Tests/SurveyStatisticsTests/Reference/domains"
    let ending = try sandbox.shell(
      """
      telefontid estimate "\(folder)/\(survey).csv" --by slot --by muni --reached agreement -o groups.csv > table.txt
      grep '^\(survey).csv,' "\(folder)/expected.csv" > expected.csv
      """)
    #expect(ending.error == "")
    let rows = Self.rows(try sandbox.text(of: "groups.csv"))
    let expected = Self.rows(try sandbox.text(of: "expected.csv")).map { row in
      Expected(
        by: row[1], group: row[2], rate: Double(row[4]) ?? .nan, standardError: Double(row[5]) ?? .nan)
    }
    #expect(expected.count == (survey == "clustered" ? 10 : 20))
    for group in expected {
      let row = try #require(rows.first { $0[2] == group.by && $0[3] == group.group })
      #expect(abs((Double(row[6]) ?? .nan) - group.rate) < 1e-6, "rate of \(group.group)")
      #expect(abs((Double(row[7]) ?? .nan) - group.standardError) < 1e-6, "error of \(group.group)")
      // Standards for proportions: an interval is never that of more calls than were made.
      if let lower = Double(row[8]), let upper = Double(row[9]), let calls = Double(row[4]) {
        #expect(upper - lower >= Self.narrowest(calls: calls, rate: group.rate) - 1e-9)
      }
    }
  }

  /// The width of Wilson's interval for so many independent calls: 2z√(pq/n + z²/4n²)/(1 + z²/n), cut at 0 and 1.
  private static func narrowest(calls: Double, rate: Double) -> Double {
    let square = 1.959963984540054 * 1.959963984540054
    let centre = (rate + square / 2 / calls) / (1 + square / calls)
    let inner = square * (rate * (1 - rate) / calls + square / 4 / calls / calls)
    let half = inner.squareRoot() / (1 + square / calls)
    return min(1, centre + half) - max(0, centre - half)
  }

  // The same in R with weights = ~listed_patients, and y: no person reached.
  @Test("The shipped fieldwork by patients")
  func fieldwork() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"
      telefontid estimate "$F/calls.csv" --frame "$F/practices.csv" --by municipality --by slot --total patients \
        --reached person -o - > groups.csv
      """)
    #expect(ending.error == "")
    let rows = Self.rows(try sandbox.text(of: "groups.csv"))
    for (group, standardError) in [
      ("Skive", 0.1026335), ("Viborg", 0.0946295), ("Struer", 0.1993234), ("Randers", 0.0995706),
      ("14:00-15:00", 0.0823571),
    ] {
      let row = try #require(rows.first { $0[3] == group })
      #expect(abs((Double(row[7]) ?? .nan) - standardError) < 1e-6, "\(group)")
    }
  }

  // 41 calls, 6 not reached: six of weight 3 in stratum A all failing, 34 of weight 2 in B and one of 2.5 in C all reached.
  @Test("Strata in which all calls ended alike do not make a survey surer than its calls")
  func fewerThanTheCalls() throws {
    let sandbox = try CommandSandbox()
    var text = "practice,slot,reached,stratum,weight\n"
    for practice in 0..<41 {
      let (stratum, weight) = practice < 6 ? ("A", "3") : practice < 40 ? ("B", "2") : ("C", "2.5")
      text +=
        "\(practice),\(practice % 2 == 0 ? "8-9" : "9-10"),\(practice < 6 ? 0 : 1),\(stratum),\(weight)\n"
    }
    try sandbox.write(text, to: "calls.csv")
    let ending = try sandbox.shell("telefontid estimate calls.csv -o out.csv")
    #expect(ending.status == 0)
    #expect(!ending.output.contains("4908"))
    let all = try #require(Self.rows(try sandbox.text(of: "out.csv")).last)
    // Reference/stratified_score.py: show([18, 68, 2.5], [6, 0, 0], [6, 34, 1], …); linearised it was 19.2 to 21.5 %.
    #expect(abs((Double(all[8]) ?? .nan) - 0.11479431790631527) < 1e-8)
    #expect(abs((Double(all[9]) ?? .nan) - 0.2700738128948142) < 1e-8)
    // (Σw)²/Σw² is 39.909 and (ΣW²)²/ΣW⁴ 36.03: (36.03 + 2)/(36.03/41 + 2/39.909).
    #expect(ending.output.contains(" 40.9\n"))
  }

  // Reference/stratified_score.py with the weights, calls and unreached calls of the eleven strata, target 0.05.
  @Test("Together, strata are judged by the score test whose interval they have; a slot can have a verdict")
  func overStrata() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      file="$REPOSITORY/Tests/SurveyStatisticsTests/Reference/domains/stratified.csv"
      telefontid estimate "$file" --reached agreement -o estimates.csv > /dev/null
      telefontid evaluate "$file" --reached agreement --target 0.05 -o verdicts.csv
      """)
    #expect(ending.error == "")
    let estimate = try #require(Self.rows(try sandbox.text(of: "estimates.csv")).last)
    let verdicts = Self.rows(try sandbox.text(of: "verdicts.csv"))
    let verdict = try #require(verdicts.last)
    #expect(abs((Double(estimate[8]) ?? .nan) - 0.06902370629652972) < 1e-8)
    #expect(abs((Double(estimate[9]) ?? .nan) - 0.17746291680252296) < 1e-8)
    #expect(verdict[8] == "fails" && abs((Double(verdict[9]) ?? .nan) - 0.002574373760119907) < 1e-8)
    // No count of calls decides over strata: it matters where they were.
    #expect(verdict[13] == "" && verdict[14] == "")
    #expect(verdicts.contains { $0[2] == "slot" && $0[8] == "fails" })
  }

  @Test("Only what is so is said of a design")
  func words() throws {
    let sandbox = try CommandSandbox()
    func output(_ text: String, _ options: String) throws -> String {
      try sandbox.write(text, to: "calls.csv")
      return try sandbox.shell("telefontid estimate calls.csv --reached agreement \(options)").output
    }
    let header = "practice,slot,disposition,stratum,weight\n"
    let plain = try output("practice,slot,disposition\n1,8-9,busy\n2,8-9,refused\n", "--interval wald")
    for word in ["cluster", "eight", "strat", "Effective"] { #expect(!plain.contains(word)) }
    #expect(!plain.contains("Clopper"))
    let none = try output("practice,slot,disposition\n1,8-9,refused\n2,8-9,refused\n", "--interval wald")
    #expect(none.contains("wald has no width: Clopper and Pearson's bound stands there"))
    let strata = try output(
      header
        + "1,8-9,busy,A,2\n2,8-9,refused,A,2\n3,8-9,refused,B,5\n4,9-10,refused,C,3\n5,9-10,wrong-number,A,2\n",
      "")
    #expect(strata.contains("Weights are those in the calls file."))
    #expect(strata.contains("The calls are of 3 strata, those in the calls file"))
    #expect(strata.contains("2 strata have valid calls to a single practice"))
    #expect(strata.contains("--invalid made-good lets the others of their stratum stand for them"))
    #expect(!strata.contains("clusters"))
    let made = try output(
      header + "1,8-9,busy,A,\n2,8-9,refused,A,\n3,8-9,refused,B,\n3,9-10,busy,B,\n5,9-10,wrong-number,A,\n",
      "")
    #expect(made.contains("Calls that are not valid are made good by the valid ones of their stratum."))
    #expect(made.contains("Practices called several times are clusters."))
    // One call, or one practice, is worth no number of effective calls.
    #expect(made.split(separator: "\n").contains { $0.hasPrefix("09:00-10:00 *") && $0.contains("–  ") })
  }

  @Test(
    "Bad input is named with its remedy",
    arguments: [
      ("--by slot --by slot", "'--by slot' is given twice; leave one out", 64),
      ("--by slot,team,slot", "'--by slot,team,slot' crosses a column with itself", 64),
      ("--pool 8-10 --pool 8:00-10:00", "'--pool 08:00-10:00' is given twice; leave one out", 64),
      ("--invalid made-good", "stratum 'B' has 1 call and none that is valid under 'agreement'", 65),
    ])
  func badInput(options: String, reason: String, status: Int32) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,slot,disposition,stratum,team\n1,8-9,busy,A,x\n2,9-10,refused,A,x\n3,8-9,wrong-number,B,y\n",
      to: "calls.csv")
    for command in ["estimate", "evaluate --target 0.1"] {
      let ending = try sandbox.shell("telefontid \(command) calls.csv --reached agreement \(options)")
      #expect(ending.status == status && ending.error.contains(reason))
    }
  }

  @Test("The order of the rows moves no bit")
  func order() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      for name in stratified clustered missing tiny-strata; do
        file="$REPOSITORY/Tests/SurveyStatisticsTests/Reference/domains/$name.csv"
        (head -1 "$file"; tail -n +2 "$file" | sort -t, -k4,4 -k1,1r) > other.csv
        telefontid estimate "$file" --by slot --by muni -o a > /dev/null || exit 1
        telefontid estimate other.csv --by slot --by muni -o b > /dev/null || exit 2
        cmp a b || exit 3
      done
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }

  private static func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }
}
