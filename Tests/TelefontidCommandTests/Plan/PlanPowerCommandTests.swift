import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan power")
struct PlanPowerCommandTests {
  private func power(_ row: [String: String]) -> Double {
    row["power"].flatMap(Double.init) ?? .nan
  }

  @Test("10 % against 6 % takes 721 calls per slot")
  func headline() async {
    // R 4.2: power.prop.test(p1 = .1, p2 = .06, power = .8)$n is 720.91688.
    let ending = await telefontid("plan power --rate 0.10 --alternative 0.06 --calls 52")
    #expect(ending.status == .done)
    #expect(ending.output.contains("z test                     721  80.0 %\n"))
  }

  @Test("Power at given numbers of calls is that of R and of exact sums in SciPy")
  func curve() async throws {
    let ending = await telefontid("plan power --rate 0.10 --alternative 0.06 --calls 52,420 -o -")
    let rows = ending.rows
    try #require(rows.count == 6)
    // SciPy 1.17: sums of binomial masses over all tables that the minimum-likelihood Fisher test rejects:
    // 0.7998546523 with 762 calls, 0.8004468693 with 763; 0.0468097153 with 52, 0.5248822185 with 420.
    #expect(rows[1]["row"] == "smallest" && rows[1]["test"] == "fisher" && rows[1]["calls"] == "763")
    #expect(abs(power(rows[1]) - 0.8004468693) < 1e-9)
    #expect(abs(power(rows[3]) - 0.0468097153) < 1e-9)
    #expect(abs(power(rows[5]) - 0.5248822185) < 1e-9)
    // R 4.2: power.prop.test(n = 52, p1 = .1, p2 = .06)$power
    #expect(abs(power(rows[2]) - 0.11286129) < 1e-7)
  }

  @Test("Unequal groups and one direction: exact sums in SciPy")
  func unequal() async throws {
    let rows = await telefontid(
      "plan power --rate 0.10 --alternative 0.06 --allocation 0.5 --one-sided --calls 922 -o -"
    ).rows
    try #require(rows.count == 4)
    // SciPy as above, one-sided: 0.8006666161 with 923 and 462 calls, 0.7996838905 with 922 and 461.
    #expect(rows[1]["calls"] == "923" && rows[1]["second_calls"] == "462" && rows[1]["sides"] == "1")
    #expect(abs(power(rows[1]) - 0.8006666161) < 1e-9)
    #expect(rows[3]["second_calls"] == "461")
    #expect(abs(power(rows[3]) - 0.7996838905) < 1e-9)
  }

  @Test("Paired surveys: exact sums in SciPy over the discordant pairs")
  func paired() async throws {
    let rows = await telefontid(
      "plan power --rate 0.10 --alternative 0.06 --paired --correlation 0.4 --calls 472,431 -o -"
    ).rows
    try #require(rows.count == 9)
    #expect(rows[0...2].map { $0["test"] } == ["mcnemar", "mcnemar-exact", "mcnemar-mid-p"])
    // SciPy: 0.7996797647 with 472 practices and 0.8006478737 with 473, exact; mid-p 0.7990232596 and 0.8000186402
    // with 431 and 432.
    #expect(rows[1]["calls"] == "473" && rows[2]["calls"] == "432")
    #expect(abs(power(rows[1]) - 0.8006478737) < 1e-9 && abs(power(rows[2]) - 0.8000186402) < 1e-9)
    #expect(abs(power(rows[4]) - 0.7996797647) < 1e-9 && abs(power(rows[8]) - 0.7990232596) < 1e-9)
  }

  @Test("Surveys that share some practices: PracTools, and Wald's formula in R")
  func overlapping() async throws {
    // R's PracTools 1.7.5: nProp2sam(px = .5, py = .55, pxy = .45, g = .5, r = 1, alt = "two.sided", sig.level = .05, pow = .8)
    // gives 1013; the correlation is (.45 - .5*.55)/sqrt(.25*.2475).
    // R: pnorm(.05/sqrt((.25 + .2475 - 2*.5*.175)/n) - qnorm(.975)) is 0.800191459175 at 1013, 0.198700542249 at 160.
    let rows = await telefontid(
      "plan power --rate 0.5 --alternative 0.55 --paired --correlation 0.70352647068 --overlap 0.5 --calls 160 -o -"
    ).rows
    try #require(rows.count == 4)
    #expect(rows[0]["test"] == "overlap" && rows[0]["calls"] == "1013" && rows[0]["overlap"] == "0.5")
    #expect(rows[1]["test"] == "two-waves")
    #expect(abs(power(rows[0]) - 0.800191459175) < 1e-9 && abs(power(rows[2]) - 0.198700542249) < 1e-9)
  }

  // R 4.2, 200,000 surveys each: rmultinom for the shared practices, rbinom for the others, Wilson's intervals squared and added with
  // the correlation seen, rejected where 0 is outside. Four standard errors are 0.0043 at most: 1 in 16,000 each for a right program.
  @Test(
    "The power of surveys that share practices is that of the test that compare makes, simulated in R",
    arguments: [
      ("--rate 0.1 --alternative 0.02 --correlation 0.2 --overlap 0.5", "52", 0.34727),
      ("--rate 0.1 --alternative 0.06 --correlation 0.4 --overlap 0.5", "100", 0.189245),
      ("--rate 0.3 --alternative 0.2 --correlation 0.5 --overlap 0.9", "300", 0.971655),
    ])
  func comparesTest(options: String, calls: String, simulated: Double) async throws {
    let rows = await telefontid("plan power \(options) --paired --calls \(calls) -o -").rows
    let row = try #require(rows.last)
    #expect(row["test"] == "two-waves" && row["calls"] == calls)
    #expect(abs(power(row) - simulated) < 4 * (simulated * (1 - simulated) / 200_000).squareRoot())
  }

  @Test("Several calls to a practice and lost calls: what the calls are worth, by hand")
  func rotation() async throws {
    let rows = await telefontid(
      "plan power --rate 0.1 --alternative 0.06 --per-practice 2 --between-practices 0.1 --lost 0.05 --calls 400 -o -"
    ).rows
    #expect(rows.map { $0["test"] } == ["z", "linearised", "z", "linearised"])
    // 720.91688 · 1.1/0.95 = 834.7, and 400 · 0.95/1.1 = 345.45.
    #expect(rows[0]["calls"] == "835")
    #expect(abs((rows[2]["effective_calls"].flatMap(Double.init) ?? .nan) - 345.4545454545) < 1e-9)
    // R: power.prop.test(n = 345.4545454545, p1 = .1, p2 = .06)$power
    #expect(abs(power(rows[2]) - 0.4911212) < 1e-6)
  }

  @Test("Boschloo's test is never weaker than Fisher's here, and needs no more calls")
  func boschloo() async throws {
    let rows = await telefontid("plan power --rate 0.3 --alternative 0.05 --boschloo --calls 20,30 -o -").rows
    try #require(rows.count == 9)
    #expect(rows[1]["test"] == "fisher" && rows[1]["calls"] == "39")
    #expect(rows[2]["test"] == "boschloo" && rows[2]["calls"] == "36")
    #expect(power(rows[5]) > power(rows[4]) && power(rows[8]) > power(rows[7]))
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The tables (golden)")
  func golden() async {
    let ending = await telefontid("plan power --rate 0.10 --alternative 0.06 --calls 52,105,210,420")
    #expect(
      ending.output == """
        Calls to see 10 % against 6 % not reached with a chance of 80 %

        Test            Calls per slot   Power
        --------------  --------------  ------
        z test                     721  80.0 %
        Fisher's exact             763  80.0 %

        The chance of seeing it, by number of calls

        Calls per slot  z test  Fisher's exact
        --------------  ------  --------------
                    52  11.3 %           4.7 %
                   105  18.6 %          12.7 %
                   210  32.6 %          26.7 %
                   420  57.0 %          52.5 %

        Risk of seeing a difference that is not there: 5 %, two-sided.
        Assumed: calls are independent, within a slot and between slots, and all are valid.
        Exact power moves up and down by a little as calls are added: a few calls more may have less of it.

        """)
  }

  @Test("Beyond what can be computed soon, the exact tests stay empty and the table says so")
  func huge() async {
    let ending = await telefontid("plan power --rate 0.1 --alternative 0.0999 --calls 100000000")
    #expect(ending.status == .done)
    #expect(ending.output.contains("Fisher's exact: not computed where a group has more than 2000 calls"))
  }

  @Test(
    "What no number of calls can show is refused with what could be asked instead",
    arguments: [
      (
        "--rate 0 --alternative 0.06",
        [
          "'--rate 0': a rate without exceptions cannot be told from a very small one by any number of calls. Ask with the rate that would matter, or ask 'telefontid plan acceptance --good 0 --bad 0.05'"
        ]
      ),
      (
        "--rate 0.1 --alternative 0.1 --power 0.05 --correlation 0.2 --overlap 0.5 --calls 500 --practices 420",
        [
          "'--alternative 0.1' is the rate itself: without a difference there is nothing to see. Ask with the smallest difference that would matter, or ask 'telefontid plan margin' how close the rate can be known",
          "'--power 0.05': a test that errs in 5 % of cases has that much power without any calls; ask for more than 0.05, such as 0.8",
          "'--overlap' is for '--paired'",
          "'--correlation' is for '--paired'",
          "'--calls 500' are more than 420 practices can give with one call each per slot; ask for 420 or fewer",
        ]
      ),
      (
        "--rate 0.1 --alternative 0.06 --practices 420",
        [
          "a power of 80 % takes 721 calls per slot, but there are 420 practices, each rung once per slot at most. With all of them the power is 57.0 %: ask for '--power 0.57' or a greater difference, or leave '--practices' out and ring on several days"
        ]
      ),
      (
        // Two surveys of n that share half ring 1.5 n practices: of 420, 280 each. R as above, 400,000 surveys of 280: 0.4898, with a
        // standard error of 0.0008.
        "--rate 0.1 --alternative 0.06 --paired --overlap 0.5 --correlation 0.4 --practices 420",
        [
          "a power of 80 % takes 579 practices per survey, 50 % of them in both, but there are 420 practices, each rung once per slot at most. With all of them the power is 49.0 %: ask for '--power 0.49' or a greater difference, or leave '--practices' out and ring on several days"
        ]
      ),
      (
        // The greatest correlation of 10 % and 6 %: (0.06 − 0.006)/√(0.09·0.0564) = 0.7579.
        "--rate 0.1 --alternative 0.06 --paired --correlation 0.8",
        [
          "'--correlation 0.8': calls of which 10 % and 6 % are not reached correlate by -0.08 to 0.75 at most; ask for something between"
        ]
      ),
      (
        "--rate 0.1 --alternative 0.0999999",
        [
          "a difference between 0.1 and 0.0999999 takes more calls than anyone can make; ask for a greater difference or less power"
        ]
      ),
      (
        "--rate -1 --alternative 1e999 --power 0 --calls 0 --allocation nan",
        [
          "The value '-1' is invalid for '--rate RATE': expected a fraction from 0 to 1, such as 0.05 or 5%",
          "The value '1e999' is invalid for '--alternative RATE': expected a fraction from 0 to 1, such as 0.05 or 5%",
          "The value '0' is invalid for '--power CHANCE': expected a fraction above 0 and below 1, such as 0.95 or 95%",
          "The value '0' is invalid for '--calls N,...': expected a whole number from 1 to 100000000, or several with a comma between them",
          "The value 'nan' is invalid for '--allocation RATIO': expected a number from 0.01 to 100",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan power \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test("What a refusal offers has an answer")
  func offer() async {
    let question = "plan power --rate 0.1 --alternative 0.06"
    #expect(await telefontid("\(question) --practices 420 --power 0.57 --calls 52").status == .done)
    for correlation in ["-0.08", "0.75"] {
      #expect(await telefontid("\(question) --paired --correlation \(correlation)").status == .done)
    }
  }
}
