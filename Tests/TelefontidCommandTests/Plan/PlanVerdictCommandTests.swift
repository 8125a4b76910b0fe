import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan verdict")
struct PlanVerdictCommandTests {
  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  // Exact binomial sums, one-sided 5 % to each side: R's qbinom and pbinom, as in `VerdictPlanTests`.
  @Test(
    "Critical counts, and the chances at half and one and a half times the target",
    arguments: [
      ("0.1", 105, "5", "17", 0.05, 0.571087, 0.15, 0.406932),
      ("0.05", 105, "1", "10", 0.025, 0.258692, 0.075, 0.262477),
      ("0.05", 52, "", "6", 0.025, 0, 0.075, 0.192717),
      ("0.15", 420, "50", "76", 0.075, 0.999484, 0.225, 0.988319),
    ])
  func oneHour(
    target: String, calls: Int, meets: String, fails: String, low: Double, pMeets: Double, high: Double,
    pFails: Double
  ) async {
    let rows = await telefontid("plan verdict --target \(target) --calls \(calls) -o -").rows
    let below = rows.first { abs(number($0, "rate") - low) < 1e-12 }
    let above = rows.first { abs(number($0, "rate") - high) < 1e-12 }
    #expect(below?["meets_if_at_most"] == meets && below?["fails_if_at_least"] == fails)
    #expect(abs(number(below, "p_meets") - pMeets) < 1e-6)
    #expect(abs(number(above, "p_fails") - pFails) < 1e-6)
  }

  @Test("Every hour: by products over hours in R")
  func everyHour() async {
    let rows = await telefontid("plan verdict --target 0.1 --calls 105 --hours 8 -o -").rows
    // R: pbinom(5, 105, .05)^8; 1 - (1 - pbinom(19, 105, .15, lower = FALSE))^8, 20 being critical at 5 %/8.
    #expect(abs(number(rows.first { $0["rate"] == "0.05" }, "p_every_hour_meets") - 0.01131403436) < 1e-10)
    let above = rows.first { abs(number($0, "rate") - 0.15) < 1e-12 }
    #expect(abs(number(above, "p_some_hour_fails") - 0.73432716062) < 1e-10)
    for row in rows {
      let hour = number(row, "p_meets") + number(row, "p_undecided") + number(row, "p_fails")
      let hours =
        number(row, "p_every_hour_meets") + number(row, "p_neither") + number(row, "p_some_hour_fails")
      #expect(abs(hour - 1) < 1e-12 && abs(hours - 1) < 1e-12)
    }
  }

  @Test("The fewest calls for a verdict on one hour and on all of them")
  func fewest() async {
    let ending = await telefontid("plan verdict --target 0.1 --rate 0.06")
    // R: pw <- function(n) { c <- qbinom(.05, n, .1); while (pbinom(c, n, .1) > .05) c <- c - 1; pbinom(c, n, .06) };
    // v <- sapply(1:1500, pw); max(which(v < .8)) + 1 is 333 with 0.8512906; the same for v^8: 615 with 0.8538167.
    #expect(ending.output.contains("one hour meets               333  85.1 %\n"))
    #expect(ending.output.contains("all 8 hours meet             615  85.4 %\n"))
    // R: ceiling(log(.05)/log(.95)) calls, all reached, are the fewest that can meet 5 %.
    #expect(
      await telefontid("plan verdict --target 0.05 --calls 52").output.contains(
        "Fewer than 59 calls can never show that an hour meets 5 %, even if every one gets through."))
  }

  @Test(
    "A true share of 0 or 1 has its fewest calls too",
    arguments: [
      // log(0.05)/log(0.999) = 2994.2; log(0.05)/log(0.5) = 4.3; log(0.05)/log(0.9) = 28.4
      ("--target 0.001 --rate 0 --hours 1", "one hour meets            2995  100.0 %"),
      ("--target 0.5 --rate 0 --hours 1", "one hour meets               5  100.0 %"),
      ("--target 0.9 --rate 1", "one hour fails              29  100.0 %"),
    ])
  func certain(options: String, line: String) async {
    let output = await telefontid("plan verdict \(options)").output
    #expect(output.split(separator: "\n").contains { $0.split(separator: " ") == line.split(separator: " ") })
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The tables (golden)")
  func golden() async {
    let ending = await telefontid("plan verdict --target 0.10 --calls 52")
    #expect(
      ending.output == """
        When an hour meets the target of at most 10 % not reached, and when it fails

        Calls per hour  Meets at  Undecided at  Fails at  All 8 hours
        --------------  --------  ------------  --------  -----------
                    52       ≤ 1           2–9      ≥ 10    416 calls

        Risk of a wrong verdict: 5 % to either side, exact test for one hour by itself.
        Assumed: independent calls, all valid, and the same true share in every hour.

        52 calls per hour: the chance of each verdict

        True share    Meets  Undecided   Fails  All 8 meet  Neither  Some named failing
        ----------  -------  ---------  ------  ----------  -------  ------------------
             0.0 %  100.0 %      0.0 %   0.0 %     100.0 %    0.0 %               0.0 %
             2.5 %   62.5 %     37.5 %  <0.1 %       2.3 %   97.7 %              <0.1 %
             5.0 %   25.9 %     74.0 %  <0.1 %      <0.1 %  >99.9 %              <0.1 %
             7.5 %    9.1 %     90.5 %   0.5 %      <0.1 %   99.7 %               0.3 %
            10.0 %    2.8 %     94.0 %   3.2 %      <0.1 %   96.4 %               3.6 %
            12.5 %    0.8 %     88.4 %  10.8 %      <0.1 %   82.0 %              18.0 %
            15.0 %    0.2 %     75.1 %  24.6 %      <0.1 %   51.0 %              49.0 %
            20.0 %   <0.1 %     39.0 %  61.0 %      <0.1 %    3.6 %              96.4 %
            30.0 %   <0.1 %      2.8 %  97.2 %      <0.1 %   <0.1 %             >99.9 %

        """)
  }

  // By hand and SciPy: 388 · 0.95 rounded is 369 valid calls to 185 practices; 369/1.1 = 335.45; times (t.isf(.05, 368)/t.isf(.05, 184))² is
  // 333.7634464942258, at which evaluate judges: at most 26 of the 369 may be unreached, by beta.sf(.1, u·m/n + 1, m − u·m/n) ≤ .05. NumPy,
  // 20,000 surveys of 185 beta-binomial practices judged as evaluate does: 0.827.
  @Test("Several calls to a practice and lost calls: the verdict is about the calls that evaluate judges")
  func rotation() async throws {
    let options = "--per-practice 2 --between-practices 0.1 --lost 0.05 --hours 1 -o -"
    let rows = await telefontid("plan verdict --target 0.1 --calls 388 --rate 0.06 \(options)").rows
    let row = try #require(rows.first { $0["rate"] == "0.06" && $0["calls"] == "388" })
    #expect(
      row["valid_calls"] == "369" && row["meets_if_at_most"] == "26" && row["fails_if_at_least"] == "48")
    #expect(abs(number(row, "judged_calls") - 333.7634464942258) < 1e-9)
    #expect(abs(number(row, "p_meets") - 0.8201473882835971) < 1e-8)
    // The fewest, and one fewer is not enough.
    let fewest = try #require(rows.compactMap { $0["calls"].flatMap(Int.init) }.min())
    for (calls, isEnough) in [(fewest, true), (fewest - 1, false)] {
      let rows = await telefontid("plan verdict --target 0.1 --calls \(calls) --rate 0.06 \(options)").rows
      let row = rows.first { $0["rate"] == "0.06" && $0["calls"] == "\(calls)" }
      #expect((number(row, "p_meets") >= 0.8) == isEnough)
    }
  }

  @Test(
    "What no verdict can be had for is refused with what could be asked instead",
    arguments: [
      (
        "--target 0",
        [
          "'--target 0': no number of calls shows that every caller gets through. Ask with the greatest share that is still acceptable, such as 0.05",
          "'--calls' or '--rate' is needed: numbers of calls to look at, or a true share to find the fewest calls for",
        ]
      ),
      (
        "--target 0.1 --rate 0.1 --power 0.01",
        [
          "'--rate 0.1' is the target itself: there the verdict stays undecided however many calls are made. Ask with the smaller share that should be seen to meet it, or the greater one that should be seen to fail",
          "'--power 0.01' comes without any calls at a risk of 0.05; ask for more, such as 0.8",
        ]
      ),
      (
        "--target 0.1 --calls 500 --practices 420 --power 0.3",
        [
          "'--calls 500' in each of 8 hours are 4000, more than 420 practices can give with one call each per hour (3360); ask for 420 or fewer",
          "'--power' needs '--rate': the true share that is to be seen",
        ]
      ),
      (
        "--target 0.1 --rate 0.06 --practices 420",
        [
          "to show in all of 8 hours that 0.06 is below 0.1, with a chance of 80 %, takes 615 calls per hour, but there are 420 practices. Ask what they can show: '--calls 420'"
        ]
      ),
      (
        "--target 0.1 --calls 4 --per-practice 4 --lost 1",
        [
          "'--lost 1': if every call is lost, no number of calls is enough; ask with less than 1",
          "'--per-practice 4' needs '--between-practices': how alike the calls to a practice end, from 0, as independent calls do, to 1",
        ]
      ),
      (
        "--target 0.1 --calls 4 --per-practice 4 --between-practices 0.5",
        [
          "'--calls 4' are worth less than one independent call, or go to one practice: nothing could be judged; ask for more"
        ]
      ),
      (
        "--target 0.1 --rate 0.0999",
        [
          "to show that 0.0999 is below 0.1 takes more than 20000 independent calls per hour; ask with a share further from the target, or less power"
        ]
      ),
      (
        "--target inf --calls 0,52 --hours 25 --error 0.6",
        [
          "The value 'inf' is invalid for '--target RATE': expected a fraction from 0 to 1, such as 0.05",
          "The value '0,52' is invalid for '--calls N,...': expected a whole number from 1 to 1000000, or several with a comma between them",
          "The value '25' is invalid for '--hours K': expected a whole number from 1 to 24",
          "The value '0.6' is invalid for '--error RISK': expected a fraction above 0 and at most 0.5, such as 0.05",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan verdict \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test(
    "Extreme targets and numbers have an answer, with every chance between 0 and 1",
    arguments: [
      "--target 0.0000001 --calls 1 --hours 24", "--target 0.999999 --calls 1,1000000 --hours 24",
      "--target 0.5 --calls 1000000 --error 0.5", "--target 0.1 --calls 52 --error 0.0000000001",
    ])
  func extremes(options: String) async {
    let ending = await telefontid("plan verdict \(options) -o -")
    #expect(ending.status == .done)
    #expect(!ending.rows.isEmpty)
    for row in ending.rows {
      for column in [
        "p_meets", "p_undecided", "p_fails", "p_every_hour_meets", "p_neither", "p_some_hour_fails",
      ] {
        #expect((0...1).contains(number(row, column)))
      }
    }
  }
}
