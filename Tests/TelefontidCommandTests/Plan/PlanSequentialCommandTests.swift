import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan sequential")
struct PlanSequentialCommandTests {
  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  @Test("Chances and calls expected are those of following every count in Python")
  func characteristic() async {
    let rows = await telefontid("plan sequential --good 0.05 --bad 0.15 -o -").rows
    // Python: a dictionary of counts and their probabilities, moved on call by call; Wald's lines with log from math;
    // forced after 231 calls (three times the 77 of the single plan) at 21.
    for (rate, chance, calls) in [
      (0.05, 0.9653174734988644, 41.80440967233177), (0.10, 0.48045884767524416, 60.486323087748666),
      (0.15, 0.09569004639849518, 39.33582644475108),
    ] {
      let row = rows.first { abs(number($0, "rate") - rate) < 1e-12 }
      #expect(abs(number(row, "p_accept") - chance) < 1e-10)
      #expect(abs(number(row, "expected_calls") - calls) < 1e-8)
    }
    #expect(rows.count { $0["row"] == "boundary" } == 231)
  }

  @Test("The lines are Wald's")
  func lines() async {
    // Closed form for 0.05 against 0.10 with risks 0.05 and 0.10, as in `SequentialPlanTests`.
    let output = await telefontid("plan sequential --good 0.05 --bad 0.10").output
    #expect(
      output.contains(
        "at or below 0.0724 n − 3.013, refuse when it is at or above 0.0724 n + 3.868, n being the calls."))
    // By hand: 0.0723584·50 − 3.0129 = 0.605, so 0 is accepted after 50 calls; 0.0723584·50 + 3.868 = 7.49, so 8 refused.
    let rows = await telefontid("plan sequential --good 0.05 --bad 0.10 -o -").rows
    let fifty = rows.first { $0["calls"] == "50" }
    #expect(fifty?["accept_if_at_most"] == "0" && fifty?["refuse_if_at_least"] == "8")
    // 0.0723584·41 − 3.0129 is still below 0; 3 calls cannot hold the 5 that refuse.
    #expect(rows.first { $0["calls"] == "41" }?["accept_if_at_most"] == "")
    #expect(rows.first { $0["calls"] == "3" }?["refuse_if_at_least"] == "")
  }

  @Test("A plan that is cut short says which risk it does not keep")
  func truncated() async {
    let ending = await telefontid("plan sequential --good 0.05 --bad 0.15 --practices 420 --most 60")
    #expect(ending.output.contains("Refuses what is good more often than the 5 % asked for."))
    #expect(ending.output.contains("Accepts what is bad more often than the 10 % asked for."))
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The tables (golden)")
  func golden() async {
    let ending = await telefontid("plan sequential --good 0.05 --bad 0.15 --practices 420 --most 60")
    #expect(
      ending.output == """
        Telling 5 % from 15 % not reached of 420 practices, one call after another

        After calls  Accept at  Refuse at
        -----------  ---------  ---------
                  5    not yet        ≥ 3
                 10    not yet        ≥ 4
                 15    not yet        ≥ 4
                 20    not yet        ≥ 5
                 25        ≤ 0        ≥ 5
                 30        ≤ 0        ≥ 6
                 35        ≤ 1        ≥ 6
                 40        ≤ 1        ≥ 7
                 45        ≤ 2        ≥ 7
                 50        ≤ 2        ≥ 7
                 55        ≤ 3        ≥ 8
                 60        ≤ 5        ≥ 6

        Accept when the count not reached is at or below 0.0919 n − 1.861, refuse when it is at or above 0.0919 n + 2.389, n being the calls.
        After 60 calls the decision is forced: accept at 5 or fewer.

        The chance of being accepted, and the calls it takes, by the true share

        True share  Accepted  Calls expected    SD  Single plan, stopping early
        ----------  --------  --------------  ----  ---------------------------
            1.90 %   >99.9 %            26.2   8.3                         61.2
            4.05 %    97.7 %            33.7  13.6                         62.4
            5.00 %    93.9 %            36.9  15.0                         62.8
            5.95 %    87.8 %            39.7  15.7                         62.8
            8.10 %    67.0 %            43.4  16.5                         61.2
           10.00 %    46.1 %            43.3  17.1                         57.8
           11.90 %    28.5 %            40.8  17.8                         53.1
           14.05 %    15.0 %            36.2  18.0                         47.4
           15.00 %    11.0 %            34.0  17.8                         45.0
           15.95 %     7.9 %            31.8  17.4                         42.7
           18.10 %     3.7 %            27.2  15.9                         38.1
           20.00 %     1.8 %            23.7  14.4                         34.6
           21.90 %     0.9 %            20.7  12.8                         31.7
           24.05 %     0.4 %            18.1  11.1                         28.9

        Single plan with the same risks: 66 calls, accept at 6 or fewer.
        Assumed: different practices in random order, each one reached or not on that day; all calls valid.
        Refuses what is good more often than the 5 % asked for.
        Accepts what is bad more often than the 10 % asked for.

        """)
  }

  @Test(
    "What has no lines to draw is refused with what could be asked instead",
    arguments: [
      (
        "--good 0 --bad 1 --producer-risk 0.5 --consumer-risk 0.5 --practices 3 --most 4",
        [
          "'--good 0': then the first call that is not reached decides, and there are no lines to draw. Ask 'telefontid plan acceptance --good 0 --bad 1', or with a small share such as '--good 0.1'",
          "'--producer-risk' and '--consumer-risk' are 1 together: a coin does as well. Ask with smaller risks, such as 0.05 and 0.1",
          "'--most 4' is more than 3 practices can give with one call each; ask for 3 or fewer",
        ]
      ),
      (
        "--good 0.1 --bad 1",
        [
          "'--bad 1': then the first call that is reached decides, and there are no lines to draw. Ask with the smallest share that is bad already, such as '--bad 0.55'"
        ]
      ),
      (
        "--good 1 --bad 1",
        [
          "'--good 1' is not below '--bad 1'; ask for the share that is still good and the one that is bad already, such as '--good 0.5'"
        ]
      ),
      (
        "--good 0.05 --bad 0.051",
        [
          "to tell 0.05 from 0.051 with these risks takes too many calls; ask with rates further apart, or greater risks"
        ]
      ),
      (
        "--good 0.05 --bad 0.055",
        [
          "to tell 0.05 from 0.055 with these risks takes up to 51084 calls, between lines that are 51 calls apart: too many to follow one by one. Ask with rates further apart, greater risks or a smaller '--most'"
        ]
      ),
      (
        "--good 5p --bad -0.1 --most 0",
        [
          "The value '5p' is invalid for '--good RATE': expected a fraction from 0 to 1, such as 0.05 or 5%",
          "The value '-0.1' is invalid for '--bad RATE': expected a fraction from 0 to 1, such as 0.05 or 5%",
          "The value '0' is invalid for '--most N': expected a whole number from 1 to 20000",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan sequential \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test(
    "Extreme shares and numbers have an answer, with every chance between 0 and 1",
    arguments: [
      "--good 0.0000001 --bad 0.9999999", "--good 0.3 --bad 0.7 --most 1", "--good 0.99 --bad 0.999",
      "--good 0.05 --bad 0.07 --practices 1", "--good 0.3 --bad 0.31 --most 200",
    ])
  func extremes(options: String) async {
    let ending = await telefontid("plan sequential \(options) -o -")
    #expect(ending.status == .done)
    let rows = ending.rows.filter { $0["row"] == "characteristic" }
    #expect(!rows.isEmpty)
    for row in rows { #expect((0...1).contains(number(row, "p_accept"))) }
  }
}
