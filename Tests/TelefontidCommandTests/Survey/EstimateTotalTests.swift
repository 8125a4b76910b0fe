import Foundation
import Testing

@testable import TelefontidCommand

@Suite("estimate --total")
struct EstimateTotalTests {
  // R 4.2.2, survey 4.1.1. d is scenarios/fieldwork/calls.csv merged with practices.csv, y being busy, no-answer and
  // message-without-referral.
  //   p <- svydesign(~practice, strata = ~stratum, weights = ~listed_patients, data = d)
  //   svymean(~y, p); svyciprop(~y, p, method = "logit"); svymean(~y, subset(p, slot is 13-14 or 14-15))
  // h keeps the calls before ten and those to practices that three divides; its slots, "part", are 8–9, 9–11, 11–12, 12–16.
  //   L <- c(1, 2, 1, 4); h$w <- (L / table(h$part))[h$part]
  //   q <- svydesign(~practice, strata = ~part, weights = ~w, data = h)
  //   svymean(~y, q); svyciprop(~y, q, method = "logit"); the same mean for parts 2 and 3
  @Test("The shipped fieldwork by patients and by hours agrees with R's survey")
  func fieldwork() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      #"""
      F="$REPOSITORY/scenarios/fieldwork"
      awk -F, 'NR == 1 || $3 < "10" || $2 % 3 == 0 {
        h = substr($3, 1, 2) + 0; s = h < 9 ? "8-9" : h < 11 ? "9-11" : h < 12 ? "11-12" : "12-16"
        print $2 "," (NR == 1 ? "slot" : s) "," $8 }' "$F/calls.csv" > few.csv
      ESTIMATE="telefontid estimate --reached agreement --interval logit"
      $ESTIMATE "$F/calls.csv" --frame "$F/practices.csv" --total patients --pool 13:00-15:00 -o patients.csv
      $ESTIMATE few.csv --total hours --pool 9-12 -o hours.csv
      $ESTIMATE few.csv -o calls.csv
      """#)
    #expect(ending.status == 0)
    #expect(ending.output.contains("calls.csv: not reached by \"agreement\", weighted by listed patients\n"))
    #expect(ending.output.contains("few.csv: not reached by \"agreement\", weighted by hours\n"))
    #expect(ending.output.contains("few.csv: not reached by \"agreement\"\n"))
    #expect(ending.output.contains("Slots count by their calls, not by their length"))
    let patients = try sandbox.text(of: "patients.csv")
    let hours = try sandbox.text(of: "hours.csv")
    #expect(
      Self.isClose(
        patients, "all", [0.0896485876955132, 0.0160700551651428, 0.0626791976147879, 0.126654258856282]))
    #expect(Self.isClose(patients, "13:00-15:00", [0.0827219840878731, 0.0273509880824246]))
    #expect(
      Self.isClose(
        hours, "all", [0.106991318983081, 0.0237490282834349, 0.068375965465688, 0.163585399869011]))
    #expect(Self.isClose(hours, "09:00-12:00", [0.0785602503912363, 0.0313853044006733]))
    // Rates by slot are the same as without the total; its name stands in a column of its own.
    let plain = try sandbox.text(of: "calls.csv").split(separator: "\n")
    let weighted = hours.split(separator: "\n")
    #expect(weighted[0] == plain[0] + ",total")
    #expect(weighted[1...4].map(String.init) == plain[1...4].map { $0 + ",hours" })
    #expect(patients.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",patients") })
  }

  /// Whether the row of a group has these numbers from its rate on.
  private static func isClose(_ text: String, _ group: String, _ expected: [Double]) -> Bool {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let row = rows.first(where: { $0[3] == group }) else { return false }
    return zip(row[6...], expected).allSatisfy { abs((Double($0) ?? .nan) - $1) <= 1e-9 }
  }

  @Test(
    "What is missing is a fault with its name, all of them at once",
    arguments: [
      (
        "--frame empty.csv --total patients",
        [
          "empty.csv: practice '1' was called and has no listed patients; '--total patients' needs them",
          "empty.csv: practice '2' was called and has no listed patients; '--total patients' needs them",
        ]
      ),
      (
        "--frame bare.csv --total patients",
        ["bare.csv: there is no column 'listed_patients', which '--total patients' needs"]
      ),
      (
        "--total hours",
        [
          "a.csv: the slot 09:00-10:00 has no call that is valid under 'agreement'; '--total hours' needs one",
          "a.csv: the slot 10:00-12:00 has no call that is valid under 'agreement'; '--total hours' needs one",
        ]
      ),
    ])
  func data(options: String, faults: [String]) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,slot,disposition\n1,8-9,busy\n2,9-10,wrong-number\n3,10-12,not-attempted\n", to: "a.csv")
    try sandbox.write("practice,listed_patients\n1,0\n2,0\n3,1500\n4,0\n", to: "empty.csv")
    try sandbox.write("practice\n1\n2\n3\n", to: "bare.csv")
    let ending = try sandbox.shell(
      "telefontid estimate a.csv --reached agreement \(options) -o out.csv; echo $?; ls out.csv")
    #expect(ending.output == "65\n")
    let lines = ending.error.split(separator: "\n").filter { $0.hasPrefix("Error: ") }
    #expect(lines == faults.map { "Error: \($0)" })
  }

  @Test("Slots that overlap have no hours of their own")
  func overlap() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached\n1,8-10,1\n2,9-11,0\n", to: "a.csv")
    let ending = try sandbox.shell("telefontid estimate a.csv --total hours")
    #expect(ending.status == 65)
    #expect(ending.error.contains("the slots 08:00-10:00 and 09:00-11:00 overlap"))
  }

  @Test("The test of differences says that it leaves hours aside")
  func differences() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,slot,reached,team\n1,8-9,1,A\n2,9-12,0,A\n3,8-9,1,B\n", to: "a.csv")
    let ending = try sandbox.shell(
      "telefontid estimate a.csv --total hours --by team --by slot --differences")
    let sentence = "The test is of the calls as they are: slots count by their calls, not by hours."
    #expect(ending.output.components(separatedBy: sentence).count == 2)
    #expect(ending.output.contains("No rate for a group without a valid call in some slot"))
    #expect(ending.output.contains("No interval where a slot has calls to a single practice only."))
  }

  @Test(
    "What makes no sense together is refused",
    arguments: [
      ("--total patients", "'--total patients' needs '--frame'"),
      ("--total hours --estimand snapshot --practices 9", "'--total hours' is for '--estimand service'"),
      ("--total hours --practices 9 --between-practices 0.2", "'--between-practices' is for '--total calls'"),
      ("--total hours --partial-pooling", "'--partial-pooling' is for '--total calls'"),
      (
        "--total patient",
        "The value 'patient' is invalid for '--total WHAT': expected one of calls, patients, hours. Did you mean 'patients'?"
      ),
    ])
  func usage(options: String, fault: String) throws {
    let ending = try CommandSandbox().shell("telefontid estimate calls.csv \(options)")
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix("Error: \(fault)\n"))
    #expect(ending.error.split(separator: "\n").filter { $0.hasPrefix("Error: ") }.count == 1)
  }
}
