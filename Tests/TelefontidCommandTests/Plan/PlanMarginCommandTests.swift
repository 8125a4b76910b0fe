import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan margin")
struct PlanMarginCommandTests {
  // R 4.2 packages: samplesize4surveys 4.1.1 and PracTools 1.7.5 (first row), PracTools vignette "Singlestage-samsize"
  // (second), samplics test_sample_size_proportion.py (third and fourth), samplingbook tests_ch2.r (fifth).
  @Test(
    "Calls by Wald's formula are those of R and samplics",
    arguments: [
      ("--rate 0.1 --margin 0.03 --practices 420 --between-practices 1", "201"),
      ("--rate 0.5 --margin 0.03", "1068"),
      ("--rate 0.5 --margin 0.03 --practices 1251 --between-practices 1 --lost 0.4", "961"),
      ("--rate 0.8 --margin 0.1 --design-effect 1.5 --lost 0.5", "185"),
      ("--rate 0.5 --margin 0.05 --practices 300 --between-practices 1", "169"),
    ])
  func wald(options: String, calls: String) async {
    let ending = await telefontid("plan margin --interval wald -o - \(options)")
    #expect(ending.rows.map { $0["calls"] } == [calls])
  }

  // R: w <- function(x,n){z<-qnorm(.975);p<-x/n;c<-(p+z^2/(2*n))/(1+z^2/n);
  //   h<-z*sqrt(p*(1-p)/n+z^2/(4*n^2))/(1+z^2/n);cbind(c-h,c+h)}
  // mean half-width sum(dbinom(0:n,n,.1)*(w[,2]-w[,1])/2) <= e for the first time at 385 and 139;
  // P(half-width <= e) there 0.5090659 and 0.4699913, and >= 0.9 for the first time at 961, 448, 173.
  @Test("Calls for Wilson's interval, on average and for sure, are those of exact sums in R")
  func wilson() async throws {
    let average = await telefontid("plan margin --rate 0.1 --margin 0.03,0.05 -o -")
    #expect(average.rows.map { $0["calls"] } == ["385", "139"])
    #expect(average.rows.map { $0["unreached"] } == ["39", "14"])
    let lower = average.rows.compactMap { $0["lower"].flatMap(Double.init) }
    let within = average.rows.compactMap { $0["p_within"].flatMap(Double.init) }
    try #require(lower.count == 2 && within.count == 2)
    #expect(abs(lower[0] - 0.07499035) < 1e-8 && abs(lower[1] - 0.06094841) < 1e-8)
    #expect(abs(within[0] - 0.5090659) < 1e-7 && abs(within[1] - 0.4699913) < 1e-7)
    // SciPy: binom.pmf(x, n, 0.1) over the counts whose Wilson interval holds 0.1, n = 385 and 139.
    let covers = average.rows.compactMap { $0["p_covers"].flatMap(Double.init) }
    #expect(abs(covers[0] - 0.9591138489934903) < 1e-12 && abs(covers[1] - 0.951699845162193) < 1e-12)
    let sure = await telefontid("plan margin --rate 0.1 --margin 0.02,0.03,0.05 --assurance 0.9 -o -")
    #expect(sure.rows.map { $0["calls"] } == ["961", "448", "173"])
  }

  @Test("A finite number of practices spares no call of a long-run rate")
  func longRun() async {
    let ending = await telefontid("plan margin --rate 0.1 --margin 0.03 --practices 420 -o -")
    #expect(ending.rows.map { $0["calls"] } == ["385"])
  }

  @Test("The calls of all slots are added up, and what that is per practice")
  func slots() async {
    let question = "plan margin --rate 0.1 --margin 0.03 --practices 420 --slots 8"
    // 8 · 385 = 3080, and 3080/420 = 7.33.
    #expect(await telefontid("\(question) -o -").rows.map { $0["all_calls"] } == ["3080"])
    #expect(await telefontid(question).output.contains("each practice is rung 7.3 times on average\n"))
  }

  // SciPy 1.17: for every n the acceptance sets of hypergeom(420, M, n) with cdf and sf above 0.025, the mean of half their width over
  // hypergeom(420, 42, n), the chance that half the width is within the margin; smallest n by trying them all:
  // 113 (0.0497099471, 112 has 0.0502264649) and 209, chances 0.5382278237 and 0.5773304825; 127 and 222 for a chance of 0.9.
  @Test("A snapshot is planned for the interval that estimate prints of it: brute force in SciPy")
  func snapshot() async throws {
    let question = "plan margin --rate 0.1 --practices 420 --estimand snapshot"
    let average = await telefontid("\(question) --margin 0.05,0.03 -o -").rows
    #expect(average.map { $0["calls"] } == ["113", "209"])
    #expect(average.map { $0["interval"] } == ["hypergeometric", "hypergeometric"])
    let within = average.compactMap { $0["p_within"].flatMap(Double.init) }
    try #require(within.count == 2)
    #expect(abs(within[0] - 0.5382278237) < 1e-9 && abs(within[1] - 0.5773304825) < 1e-9)
    let sure = await telefontid("\(question) --margin 0.05,0.03 --assurance 0.9 -o -").rows
    #expect(sure.map { $0["calls"] } == ["127", "222"])
    // 113/0.95 = 118.9.
    #expect(
      await telefontid("\(question) --margin 0.05 --lost 0.05 -o -").rows.map { $0["calls"] } == ["119"])
  }

  @Test("The interval planned for a snapshot is the one that estimate prints")
  func snapshotAsEstimated() async throws {
    let sandbox = try CommandSandbox()
    let calls = (1...113).map { "\($0),8-9,\($0 <= 11 ? 0 : 1)\n" }.joined()
    try sandbox.write("practice,slot,reached\n" + calls, to: "calls.csv")
    let folder = sandbox.folder.path
    let ending = await telefontid(
      "estimate \(folder)/calls.csv --estimand snapshot --practices 420 -o \(folder)/estimates.csv")
    #expect(ending.status == .done)
    let printed = Ending(status: .done, output: try sandbox.text(of: "estimates.csv"), error: "").rows
    let planned = await telefontid(
      "plan margin --rate 0.1 --margin 0.05 --practices 420 --estimand snapshot -o -"
    ).rows
    for column in ["unreached", "lower", "upper", "interval"] {
      #expect(planned.first?[column] == printed.last?[column], "\(column)")
    }
  }

  // R: mean half-width as above with dbinom(0:n, n, .02) is <= .03 for the first time at 107.
  @Test("A margin wider than the rate is answered")
  func wide() async {
    #expect(
      await telefontid("plan margin --rate 0.02 --margin 0.03 -o -").rows.map { $0["calls"] } == ["107"])
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The steps as they are printed (golden)")
  func golden() async {
    let ending = await telefontid(
      "plan margin --rate 0.1 --margin 0.03 --practices 420 --between-practices 1 --interval wald --lost 0.05"
    )
    #expect(ending.status == .done)
    #expect(ending.error.isEmpty)
    #expect(
      ending.output == """
        Calls per slot for 10 % not reached within ±3 points

        Calls per slot     ±3 points  Because
        -----------------  ---------  --------------------------------------------
        Random sample          384.1  z² p(1 − p)/e² with z = 1.960
        Design effect 1        384.1  unchanged: calls are taken to be independent
        420 practices          200.9  nN/(N − 1 + n): practices that never vary
        5 % of calls lost      211.5  divided by the 95 % that are valid
        -----------------  ---------  --------------------------------------------
        Calls to make            212  rounded up once, at the end

        What such a survey would print, if it finds what is expected

        Asked  Valid calls  Not reached    Rate  95 % interval  Half-width  Chance of being within  Chance of covering
        -----  -----------  -----------  ------  -------------  ----------  ----------------------  ------------------
           ±3          201           20  10.0 %   7.0 %–12.9 %        ±3.0                  51.6 %              94.3 %

        Interval: wald, both ends together 95 %; margins in percentage points.
        Assumed: 10 % are truly not reached. At 50 % the same margin takes most calls.
        Chance of covering: how often the interval of such a survey holds the assumed rate, over all counts that it can find.
        The interval is that of the independent calls that these are worth.

        """)
  }

  @Test("Excel gets semicolons, decimal commas and a byte order mark")
  func excel() async {
    let ending = await telefontid("plan margin --rate 0.1 --margin 0.03 --csv excel-da -o -")
    #expect(ending.output.hasPrefix("\u{FEFF}rate;margin;confidence;"))
    #expect(ending.output.contains("\n0,1;0,03;0,95;wilson;"))
  }

  @Test(
    "What no number of calls can give is refused with what could be asked instead",
    arguments: [
      (
        "--rate 0.02 --margin 0.5,0 --lost 1 --between-practices 0.3",
        [
          "'--lost 1': if every call is lost, no number of calls is enough; ask with less than 1",
          "'--margin 0.5': with that to either side every interval is narrow enough; ask for less than 0.5",
          "'--margin 0': a tenth of a point is the finest that can be planned; ask for 0.001 or more",
          "'--between-practices' needs '--practices': how many there are",
        ]
      ),
      (
        "--rate 0.1 --margin 0.03 --estimand snapshot --interval wald --between-practices 0.1 --design-effect 2",
        [
          "'--estimand snapshot' needs '--practices': how many there are",
          "'--estimand snapshot' has the hypergeometric interval: leave '--interval' out",
          "'--between-practices' is for '--estimand service'",
          "'--design-effect' is for '--estimand service': the exact interval of a snapshot is that of different practices, drawn by lot",
          "'--between-practices' needs '--practices': how many there are",
        ]
      ),
      (
        "--rate 0.01 --margin 0.03 --estimand snapshot --practices 20",
        [
          "'--rate 0.01' of 20 practices is none of them; ask with a rate that whole practices can have"
        ]
      ),
      (
        "--rate 0 --margin 0.03",
        [
          "'--rate 0': a rate without exceptions has an interval with one end only, and no margin. Ask with the greatest share not reached that you think possible, or ask 'telefontid plan acceptance --good 0 --bad 0.05' how many calls show a share to be small"
        ]
      ),
      (
        "--rate 0.1 --margin 0.02 --practices 420",
        [
          "'--margin 0.02' takes 865 calls per slot, but each of the 420 practices is rung once per slot at most. Ask for '--margin 0.029' or wider, or leave '--practices' out and ring on several days"
        ]
      ),
      (
        "--rate NaN --margin 1e999 --lost -1 --design-effect 0 --practices 0",
        [
          "The value 'NaN' is invalid for '--rate RATE': expected a fraction from 0 to 1, such as 0.05",
          "The value '1e999' is invalid for '--margin E,...': expected a fraction from 0 to 1, such as 0.05, or several with a comma between them",
          "The value '-1' is invalid for '--lost SHARE': expected a fraction from 0 to 1, such as 0.05",
          "The value '0' is invalid for '--design-effect DEFF': expected a number from 0.01 to 1000",
          "The value '0' is invalid for '--practices N': expected a whole number from 1 to 1000000000",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan margin \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test("What a refusal offers has an answer")
  func offer() async {
    #expect(await telefontid("plan margin --rate 0.02 --margin 0.02").status == .done)
    #expect(await telefontid("plan margin --rate 0.1 --margin 0.029 --practices 420").status == .done)
    #expect(await telefontid("plan margin --rate 0.1 --margin 0.028 --practices 420").status == .usage)
  }
}
