import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan allocation")
struct PlanAllocationCommandTests {
  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  private static let strata =
    "plan allocation --calls 300 --rates Aarhus=0.08,Randers=0.12,Viborg=0.05 --sizes 105,32,31 --per-practice 8"

  @Test("Divisions are those of the textbook formulas in R")
  func divisions() async {
    let rows = await telefontid("\(Self.strata) --costs 1,1,2 -o -").rows
    func calls(_ division: String) -> [String?] {
      rows.filter { $0["division"] == division }.map { $0["calls"] }
    }
    #expect(calls("equal") == ["100", "100", "100"])
    // R: 300*N/sum(N) is 187.5, 57.14286, 55.35714, and the largest remainder goes first.
    #expect(calls("proportional") == ["188", "57", "55"])
    // R: m <- N*sqrt(p*(1-p)); 300*m/sum(m) is 187.23876, 68.35173, 44.40952.
    #expect(calls("neyman") == ["187", "68", "45"])
    // R: m/sqrt(cost) in place of m: 195.7249, 71.4496, 32.8255.
    #expect(calls("cost-optimal") == ["196", "71", "33"])
  }

  @Test("Intervals and verdicts are those of R")
  func effects() async {
    let rows = await telefontid("\(Self.strata) --target 0.1 -o -").rows
    // R: Wilson's interval of 12 % at 100 calls; with 100 calls 4 meet and 16 fail: pbinom(4, 100, p),
    // pbinom(15, 100, p, lower = FALSE).
    let randers = rows.first { $0["division"] == "equal" && $0["group"] == "Randers" }
    #expect(abs(number(randers, "lower") - 0.06999406437) < 1e-10)
    #expect(abs(number(randers, "upper") - 0.19812099427) < 1e-10)
    #expect(abs(number(randers, "p_meets") - 0.005256593676) < 1e-11)
    #expect(abs(number(randers, "p_fails") - 0.1414489493) < 1e-10)
    // R: 100*qnorm(.975)*sqrt(sum(W^2*p*(1-p)/100)) is 3.624536; the sums of both chances 0.5315745 and 0.1473356.
    let output = await telefontid("\(Self.strata) --target 0.1").output
    #expect(output.contains("Equal             12.8 points  Randers       3.62       2.32  0.53  0.15\n"))
  }

  @Test("An earlier survey gives the shares, slot by slot; every division has all calls")
  func earlier() async {
    let file = CommandSandbox.repository.appendingPathComponent("scenarios/fieldwork/calls.csv").path
    let rows = await telefontid(
      "plan allocation --calls 1200 --from \(file) --by slot --reached agreement -o -"
    )
    .rows
    #expect(rows.count == 4 * 8)
    for division in ["equal", "proportional", "neyman", "minimax"] {
      let calls = rows.filter { $0["division"] == division }.compactMap { $0["calls"].flatMap(Int.init) }
      #expect(calls.reduce(0, +) == 1200)
    }
    // The file has 5 of 52 not reached from 15 to 16; half a call is added to either side.
    let last = rows.first { $0["group"] == "15:00-16:00" }
    #expect(abs(number(last, "rate") - 5.5 / 53) < 1e-15)
  }

  @Test("Shares without names are called after what they are divided by")
  func by() async {
    let rows = await telefontid("plan allocation --calls 20 --by slot --rates 0.1,late=0.2 -o -").rows
    #expect(rows.prefix(2).map { $0["group"] } == ["slot 1", "late"])
  }

  @Test("By municipality, the frame says how many calls each can take")
  func municipalities() async {
    let folder = CommandSandbox.repository.appendingPathComponent("scenarios/fieldwork").path
    let rows = await telefontid(
      "plan allocation --calls 400 --from \(folder)/calls.csv --frame \(folder)/practices.csv --by municipality -o -"
    ).rows
    let minimax = rows.filter { $0["division"] == "minimax" }
    let calls: [Int] = minimax.compactMap { $0["calls"].flatMap { Int($0) } }
    #expect(calls.reduce(0, +) == 400)
    for row in rows { #expect(number(row, "calls") <= number(row, "practices")) }
  }

  /// Golden: our own output, read by a person and then pinned.
  @Test("The tables (golden)")
  func golden() async {
    let ending = await telefontid(
      "plan allocation --calls 1200 --rates 0.13,0.09,0.06,0.04,0.12,0.08,0.06,0.10 --target 0.10 --practices 420"
    )
    #expect(
      ending.output == """
        How to divide 1200 calls over 8 groups

        Group    Not reached  Practices  Equal  Proportional  Neyman  Minimax
        -------  -----------  ---------  -----  ------------  ------  -------
        group 1       13.0 %        420    150           150     184      213
        group 2        9.0 %        420    150           150     157      158
        group 3        6.0 %        420    150           150     130      114
        group 4        4.0 %        420    150           150     107       86
        group 5       12.0 %        420    150           150     178      200
        group 6        8.0 %        420    150           150     149      143
        group 7        6.0 %        420    150           150     130      114
        group 8       10.0 %        420    150           150     165      172
        -------  -----------  ---------  -----  ------------  ------  -------
        all                               1200          1200    1200     1200

        What each division does

        Division      Widest interval  In       Overall ±  Undecided  Meet  Fail
        ------------  ---------------  -------  ---------  ---------  ----  ----
        Equal             10.8 points  group 1       1.57       5.44  2.01  0.56
        Proportional      10.8 points  group 1       1.57       5.44  2.01  0.56
        Neyman             9.7 points  group 1       1.55       5.45  1.97  0.58
        Minimax            9.0 points  group 1       1.56       5.88  1.49  0.62

        Widest interval: wilson, 95 %, from end to end, if each group finds what is expected. Overall ±: half of the 95 % interval of the share of all groups, in points, weighted by practices.
        Undecided, meet, fail: how many of the 8 groups can be expected to get that verdict against 10 %, at a risk of 5 % to either side.
        Assumed: independent calls, all valid; the shares expected are those that come.

        """)
  }

  @Test(
    "What cannot be divided is refused with what could be asked instead",
    arguments: [
      (
        "--calls 1200",
        [
          "'--rates' or '--from' is needed: the shares that are expected, or an earlier calls file to take them from"
        ]
      ),
      (
        "--calls 1200 --rates 0.1 --from x.csv --sizes 3 --practices 4 --by slot --by stratum",
        [
          "'--rates' and '--from' both say what to expect; give one of them",
          "'--sizes' and '--practices' both say how many practices there are; give one of them",
          "'--sizes' goes with '--rates'; for '--from' give the practices with '--frame'",
          "'--by' is given more than once; '--by A,B' crosses two columns",
        ]
      ),
      (
        "--calls 1 --rates 0,1 --sizes 3 --costs 3,3,3",
        [
          "'--sizes' has 1 value for 2 groups (group 1, group 2); give one each",
          "'--costs' has 3 values for 2 groups (group 1, group 2); give one each",
          "'--calls 1' are fewer than the 2 groups, and each needs one; ask for 4 or more",
          "'--rates' of 0 and 1 leave nothing to estimate, so every division is as good; ask with the shares that you think possible",
        ]
      ),
      (
        "--calls 5000 --rates 0.1,0.2 --practices 420",
        [
          "'--calls 5000' are more than 420 practices × 2 groups can take with one call each, which is 840; ask for 840 or fewer, or raise '--per-practice'"
        ]
      ),
      (
        "--calls 100 --rates 0.1 --frame x.csv",
        ["'--frame' belongs to '--from'; with '--rates' give the practices with '--sizes'"]
      ),
      (
        "--calls 100 --rates 0.1",
        ["there is only one group, which gets all calls; ask with two or more"]
      ),
      (
        "--calls 1e999 --rates 0.1,-1 --costs 0 --target 1",
        [
          "The value '1e999' is invalid for '--calls N': expected a whole number from 1 to 100000",
          "The value '0.1,-1' is invalid for '--rates [NAME=]RATE,...': expected a fraction from 0 to 1, such as 0.05 or 5%, or NAME=FRACTION, or several with a comma between them",
          "The value '0' is invalid for '--costs COST,...': expected a number from 0.001 to 1000000, or several with a comma between them",
          "The value '1' is invalid for '--target RATE': expected a fraction above 0 and below 1, such as 0.95 or 95%. Did you mean '1%'?",
        ]
      ),
    ])
  func refused(options: String, faults: [String]) async {
    let ending = await telefontid("plan allocation \(options)")
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    #expect(ending.faults == faults)
  }

  @Test(
    "What only the earlier file shows to be impossible is refused as well",
    arguments: [
      ("--calls 5", 64, "'--calls 5' are fewer than the 8 groups, and each needs one; ask for 16 or more"),
      (
        "--calls 100 --costs 1,2", 64,
        "'--costs' has 2 values for 8 groups (08:00-09:00, 09:00-10:00, 10:00-11:00, …); give one each"
      ),
      (
        "--calls 100000 --by practice", 64,
        "'--calls 100000' over 420 groups are too many to divide one by one; ask for 11904 or fewer"
      ),
    ])
  func refusedFile(options: String, status: Int32, fault: String) async {
    let file = CommandSandbox.repository.appendingPathComponent("scenarios/fieldwork/calls.csv").path
    let ending = await telefontid("plan allocation --from \(file) \(options)")
    #expect(ending.status.rawValue == status)
    #expect(ending.faults == [fault])
  }
}
