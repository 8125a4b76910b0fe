import Foundation
import Testing

@testable import TelefontidCommand

@Suite("estimate --differences")
struct EstimateDifferencesTests {
  // R 4.2.2 on scenarios/fieldwork/calls.csv, y being busy, no-answer and message-without-referral:
  //   t <- table(d$slot, d$y); chisq.test(t, correct = FALSE)   0.785357200452, 7 df, p 0.997590531714
  //   prop.trend.test(t[, 2], rowSums(t), score = 8:15 + 0.5)   z = root of it 0.0354936215771, p 0.971686132417
  // survey 4.1.1, d merged with practices.csv, whose weight is set to the number of GPs:
  //   svychisq(~y + slot, svydesign(~practice, strata = ~stratum, weights = ~gps, data = d))
  //   0.262415279200436, 6.44872926037358 and 2676.22264305504 df, p 0.961259110752922
  @Test("The shipped fieldwork: what is printed and what is written agree with R")
  func fieldwork() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      #"""
      F="$REPOSITORY/scenarios/fieldwork"
      awk -F, -v OFS=, 'NR > 1 { $6 = $3 } 1' "$F/practices.csv" > weighted.csv
      ESTIMATE="telefontid estimate $F/calls.csv --reached agreement --pool 13:00-15:00 --differences-output"
      $ESTIMATE plain.csv || exit 1
      $ESTIMATE weighted.out --frame weighted.csv --differences || exit 2
      $ESTIMATE - --frame weighted.csv --differences > stdout.csv && cmp stdout.csv weighted.out
      """#)
    #expect(ending.status == 0)
    #expect(
      ending.output.contains(
        """
        Do the groups by Slot differ?
        Chi-square test of homogeneity: 0.79, 7 df, p 0.998.
        Cochran–Armitage test for a trend over the day: z 0.04 (positive: rising), p 0.972.

        Written to plain.csv.
        """))
    #expect(
      ending.output.contains(
        """
        Chi-square test of homogeneity with Rao and Scott's second-order correction: F 0.26, 6.4 and 2676.2 df, p 0.961.
        The Cochran–Armitage test for a trend is not defined here: practices were called several times, or have weights.
        """))
    let plain = try Self.rows(sandbox.text(of: "plain.csv"))
    let weighted = try Self.rows(sandbox.text(of: "weighted.out"))
    #expect(plain[0].last == "undefined")
    #expect(plain.map { $0[8] } == ["test", "chi-square", "cochran-armitage"])
    #expect(plain[1].prefix(8) == ["0", "agreement", "slot", "8", "0", "420", "42", "5.2"])
    #expect(Self.isClose(plain[1][9...12], [0.785357200452, 7, nil, 0.997590531714]))
    #expect(Self.isClose(plain[2][9...12], [0.0354936215771, nil, nil, 0.971686132417]))
    #expect(weighted.map { $0[8] } == ["test", "rao-scott-f", "cochran-armitage"])
    #expect(
      Self.isClose(
        weighted[1][9...12], [0.262415279200436, 6.44872926037358, 2676.22264305504, 0.961259110752922]))
    #expect(weighted[2][9...13] == ["", "", "", "", "several-calls-or-weights"])
  }

  /// The fields of rows without quotes.
  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func isClose(_ fields: ArraySlice<String>, _ expected: [Double?]) -> Bool {
    fields.count == expected.count
      && zip(fields, expected).allSatisfy { field, number in
        number.map { abs((Double(field) ?? .nan) - $0) <= 1e-9 * max(1, $0) } ?? field.isEmpty
      }
  }

  @Test("Small groups are told what to use instead, and the definitions of reached have their own tests")
  func small() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      """
      practice,slot,team,disposition
      1,8-9,A,busy
      2,8-9,B,wrong-number
      3,8-9,C,referral-message
      4,8-9,C,answered-by-staff

      """, to: "a.csv")
    let ending = try sandbox.shell("telefontid estimate a.csv --by slot --by team --differences")
    // By hand for A against C: agreement 1 of 1 and 0 of 2, chi-square 3, Fisher 1/3; person 1 of 1 and 1 of 2.
    let paragraphs = ending.output.split(separator: "\nDo the groups by ").dropFirst().map {
      $0.split(separator: "\n\n")[0]
    }
    let rough = "Chi-square is rough here: the smallest expected count is 0.3, below 5. Go by Fisher's test."
    #expect(
      paragraphs == [
        "Slot differ? Nothing to compare: fewer than two groups have a valid call.",
        """
        Team differ?
        Chi-square test of homogeneity: 3.00, 1 df, p 0.083.
        Fisher's exact test: p 0.333.
        Left out, without a valid call: B.
        \(rough)
        """,
        "Slot differ? Nothing to compare: fewer than two groups have a valid call.",
        """
        Team differ?
        Chi-square test of homogeneity: 0.75, 1 df, p 0.386.
        Fisher's exact test: p 1.000.
        Left out, without a valid call: B.
        \(rough)
        """,
      ])
  }

  @Test(
    "What makes no sense together is refused, all of it at once",
    arguments: [
      ("--differences -o -", ["'--differences' with '--output -' needs '--differences-output FILE'"]),
      (
        "--differences-output - -o - --estimand snapshot",
        [
          "'--output' and '--differences-output' both write to standard output",
          "'--differences' is for '--estimand service'",
          "'--estimand snapshot' needs '--practices' or '--frame'",
        ]
      ),
      ("--difference", ["Unknown option '--difference'. Did you mean '--differences'?"]),
    ])
  func usage(options: String, faults: [String]) throws {
    let ending = try CommandSandbox().shell("telefontid estimate calls.csv \(options)")
    #expect(ending.status == 64)
    let lines = ending.error.split(separator: "\n").filter { $0.hasPrefix("Error: ") }
    #expect(lines == faults.map { "Error: \($0)" })
  }

  @Test("If one of two files cannot be created, the other does not appear")
  func together() throws {
    let ending = try CommandSandbox().shell(
      #"""
      telefontid estimate "$REPOSITORY/scenarios/fieldwork/calls.csv" -o a.csv --differences-output ./ > /dev/null
      A=$?; test ! -e a.csv && exit $A
      """#)
    #expect(ending.status == 73)
  }
}
