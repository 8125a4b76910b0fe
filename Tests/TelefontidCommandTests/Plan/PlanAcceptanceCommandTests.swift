import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan acceptance")
struct PlanAcceptanceCommandTests {
  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  @Test(
    "The smallest plans are those of R's AcceptanceSampling and sleacr",
    arguments: [
      // sleacr get_sample_n and AcceptanceSampling find.plan(PRP = c(.05, .9), CRP = c(.15, .1), N = 420)
      ("--good 0.05 --bad 0.15 --producer-risk 0.10 --consumer-risk 0.10 --practices 420", "50", "4"),
      // AcceptanceSampling 1.0.11, vignette: find.plan(PRP = c(.05, .95), CRP = c(.15, .075))
      ("--good 0.05 --bad 0.15 --producer-risk 0.05 --consumer-risk 0.075", "80", "7"),
      // find.plan(PRP = c(.05, .95), CRP = c(.1, .1)) and CRP = c(.2, .1)
      ("--good 0.05 --bad 0.10", "233", "17"),
      ("--good 0.05 --bad 0.20", "38", "4"),
      // sleacr: N = 420, 10 % against 20 %
      ("--good 0.10 --bad 0.20 --producer-risk 0.10 --consumer-risk 0.10 --practices 420", "73", "10"),
    ])
  func smallest(options: String, calls: String, allowed: String) async {
    let row = await telefontid("plan acceptance \(options) -o -").rows.first
    #expect(row?["first_calls"] == calls)
    #expect(row?["final_accept_if_at_most"] == allowed)
  }

  @Test("The operating characteristic and the calls expected are those of R")
  func characteristic() async {
    let finite = await telefontid(
      "plan acceptance --good 0.05 --bad 0.15 --producer-risk 0.1 --consumer-risk 0.1 --practices 420 -o -"
    ).rows
    // R: 1 - phyper(4, 21, 399, 50); phyper(4, 63, 357, 50); phyper(4, 42, 378, 50)
    for (rate, chance) in [("0.05", 1 - 0.09038750887), ("0.15", 0.09741598636), ("0.1", 0.42055937729)] {
      #expect(abs(number(finite.first { $0["rate"] == rate }, "p_accept") - chance) < 1e-10)
    }
    let binomial = await telefontid("plan acceptance --good 0.05 --bad 0.15 --calls 80 --accept 7 -o -").rows
    // R: pbinom(7, 80, p), and the mean stopping time of a walk that ends at 8 unreached or 73 reached, by recursion.
    for (rate, chance, calls) in [
      ("0.05", 1 - 0.04659152749, 76.20640932), ("0.15", 0.07271749286, 52.41848702),
    ] {
      let row = binomial.first { $0["rate"] == rate }
      #expect(abs(number(row, "p_accept") - chance) < 1e-10)
      #expect(abs(number(row, "expected_calls") - calls) < 1e-7)
    }
  }

  @Test("The double plan's risks and average sample number are those of R's hypergeometric sums")
  func double() async throws {
    let rows = await telefontid("plan acceptance --good 0.05 --bad 0.15 --practices 420 --double -o -").rows
    let good = rows.first { $0["plan"] == "double" && $0["rate"] == "0.05" }
    let bad = rows.first { $0["plan"] == "double" && $0["rate"] == "0.15" }
    #expect(good?["first_calls"] == "36" && good?["second_calls"] == "36")
    #expect(good?["first_accept_if_at_most"] == "2" && good?["final_accept_if_at_most"] == "6")
    // R: phyper(2,M,420-M,36) + sum(dhyper(3:6,M,420-M,36) * phyper(6-3:6,M-3:6,384-M+3:6,36)), M = 21 and 63;
    // 36 + 36*sum(dhyper(3:6,21,399,36)).
    #expect(abs(number(good, "p_accept") - (1 - 0.04091783448)) < 1e-10)
    #expect(abs(number(bad, "p_accept") - 0.09912949514) < 1e-10)
    #expect(abs(number(good, "expected_calls") - 45.4929157795) < 1e-9)
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The tables (golden)")
  func golden() async {
    let ending = await telefontid(
      "plan acceptance --good 0.05 --bad 0.15 --producer-risk 0.10 --consumer-risk 0.10 --practices 420")
    #expect(
      ending.output == """
        Telling 5 % from 15 % not reached of 420 practices

        Plan    Calls  Accept at  Refuse at  Refuses 5 %  Accepts 15 %
        ------  -----  ---------  ---------  -----------  ------------
        single     50        ≤ 4        ≥ 5        9.0 %         9.7 %

        The chance of being accepted, and the calls expected, by the true share

        True share  Accepted  Calls, stopping early
        ----------  --------  ---------------------
            0.00 %   100.0 %                   46.0
            1.90 %    99.9 %                   46.9
            4.05 %    96.0 %                   47.5
            5.00 %    91.0 %                   47.4
            5.95 %    83.7 %                   46.9
            8.10 %    62.0 %                   44.6
           10.00 %    42.1 %                   41.4
           11.90 %    25.8 %                   37.7
           14.05 %    13.4 %                   33.6
           15.00 %     9.7 %                   31.9
           15.95 %     6.9 %                   30.3
           18.10 %     3.0 %                   27.1
           20.00 %     1.4 %                   24.7
           21.90 %     0.6 %                   22.6
           24.05 %     0.2 %                   20.6
           25.95 %     0.1 %                   19.1

        Assumed: different practices, each rung once, each one reached or not on that day (hypergeometric).
        Stopping early: once the answer is certain, either way. All calls are taken to be valid.

        """)
  }

  // R's AcceptanceSampling as above: 50 calls, at most 4, with 420 practices; 50/0.9 = 55.6.
  @Test("Lost calls and a design effect add calls to make, not to what is judged")
  func toMake() async {
    let question = "plan acceptance --good 0.05 --bad 0.15 --producer-risk 0.10 --consumer-risk 0.10"
    let lost = await telefontid("\(question) --practices 420 --lost 0.1 -o -").rows
    #expect(lost.first?["first_calls"] == "50" && lost.first?["calls_to_make"] == "56")
    let plain = await telefontid("\(question) -o -").rows
    let clustered = await telefontid("\(question) --design-effect 1.5 -o -").rows
    #expect(plain.first?["first_calls"] == clustered.first?["first_calls"])
    let calls = plain.first?["first_calls"].flatMap(Int.init) ?? 0
    #expect(clustered.first?["calls_to_make"] == "\((3 * calls + 1) / 2)")
  }

  // R's PracTools nAuditAttr(TolRate = .05, AccDev = 2, CL = .9, N = 5000) is 105, as in GAO's Financial Audit Manual, figure 450.1.
  @Test("The fewest calls of which so many may fail are those of R's PracTools")
  func fewest() async {
    let rows = await telefontid(
      "plan acceptance --good 0.01 --bad 0.05 --consumer-risk 0.1 --accept 2 --practices 5000 -o -"
    ).rows
    #expect(rows.first?["first_calls"] == "105" && rows.first?["first_accept_if_at_most"] == "2")
  }

  @Test(
    "What cannot be told apart is refused with what could be asked instead",
    arguments: [
      (
        "--good 0.15 --bad 0.05 --calls 5",
        [
          "'--good 0.15' is not below '--bad 0.05'; 'not reached' is what is bad, so ask for '--good 0.05 --bad 0.15'",
          "a plan of your own needs both '--calls' and '--accept'; without both, the smallest is sought",
        ]
      ),
      (
        "--good 0.05 --bad 0.05",
        [
          "'--good 0.05' is not below '--bad 0.05'; ask for the share that is still good and the one that is bad already, such as '--bad 0.1'"
        ]
      ),
      (
        "--good 0.05 --bad 0.15 --calls 500 --accept 500 --practices 420 --double",
        [
          "'--accept 500': a survey of 500 calls that accepts so many accepts everything; ask for 499 or fewer",
          "'--calls 500' are more than 420 practices can give with one call each; ask for 420 or fewer",
          "'--double' is sought, not given: leave '--calls' out",
        ]
      ),
      (
        "--good 0.05 --bad 0.15 --practices 420 --design-effect 2 --accept 3 --double",
        [
          "'--design-effect' is not for '--practices': different practices, each rung once, are counted exactly. Leave one of them out",
          "'--double' seeks its own numbers: leave '--accept' out",
        ]
      ),
      (
        "--good 0.05 --bad 0.0500001",
        [
          "to tell 0.05 from 0.0500001 with these risks takes more than 100000 calls; ask with rates further apart, or greater risks"
        ]
      ),
      (
        "--good 0.05 --bad 0.06 --double",
        [
          "'--double': the single plan has 4445 calls and accepts up to 246; double plans are sought where that is 50 or less. Ask with rates further apart, leave '--double' out, or ask 'telefontid plan sequential'"
        ]
      ),
      (
        "--good 0.01 --bad 0.9 --practices 1 --double",
        [
          "'--double': no two samples of the same size fit into 1 practice; the single plan has 1 call and accepts up to 0. Leave '--double' out"
        ]
      ),
      (
        "--good NaN --bad 2 --producer-risk 0 --consumer-risk 0.6 --practices -1",
        [
          "The value 'NaN' is invalid for '--good RATE': expected a fraction from 0 to 1, such as 0.05 or 5%",
          "The value '2' is invalid for '--bad RATE': expected a fraction from 0 to 1, such as 0.05 or 5%. Did you mean '2%'?",
          "The value '0' is invalid for '--producer-risk RISK': expected a fraction above 0 and at most 0.5, such as 0.05 or 5%",
          "The value '0.6' is invalid for '--consumer-risk RISK': expected a fraction above 0 and at most 0.5, such as 0.05 or 5%",
          "The value '-1' is invalid for '--practices N': expected a whole number from 1 to 1000000",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan acceptance \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test(
    "Extreme shares and numbers have an answer, with every chance between 0 and 1",
    arguments: [
      "--good 0 --bad 1", "--good 0.9 --bad 1 --practices 7", "--good 0 --bad 0.000001 --practices 420",
      "--good 0.05 --bad 0.051 --practices 420", "--good 0.05 --bad 0.055 --practices 1000000",
      "--good 0 --bad 0.0001", "--good 0.999 --bad 1", "--good 0.1 --bad 0.9 --double",
      "--good 0.05 --bad 0.15 --calls 1 --accept 0", "--good 0.05 --bad 0.15 --calls 100000 --accept 99999",
    ])
  func extremes(options: String) async {
    let ending = await telefontid("plan acceptance \(options) -o -")
    #expect(ending.status == .done)
    #expect(!ending.rows.isEmpty)
    for row in ending.rows { #expect((0...1).contains(number(row, "p_accept"))) }
  }
}

@Suite("plan: true shares at which a plan is stated")
struct PlanRatesTests {
  @Test("Round steps, and what was asked among them")
  func steps() {
    #expect(
      PlanRates(upTo: 0.25, count: 5, asked: [0.05, 0.07]).values == [0, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25])
    #expect(
      PlanRates(from: 0.045, upTo: 0.055, count: 5, asked: []).values == [
        0.044, 0.046, 0.048, 0.05, 0.052, 0.054,
      ])
  }

  @Test("Of a few practices, each whole count once")
  func practices() {
    #expect(PlanRates(upTo: 1, count: 100, practices: 4, asked: [0.25]).values == [0, 0.25, 0.5, 0.75, 1])
  }

  @Test("Ends that leave no room")
  func edges() {
    #expect(PlanRates(upTo: 0, count: 0, asked: []).values == [0])
    #expect(PlanRates(from: 1, upTo: 1, count: 10, asked: [1]).values == [1])
  }
}
