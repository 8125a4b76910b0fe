import Testing

@testable import TelefontidCommand

@Suite("plan compare-designs")
struct PlanCompareDesignsCommandTests {
  /// Forty practices of which half answer until noon, the others until 15; no patient rings.
  static let scenario = """
    {
      "name": "half-days",
      "practices": { "municipalities": { "A": 30, "B": 10 }, "gps": { "1": 40 } },
      "telephone": {
        "staffing": [{ "from": "08:00", "to": "15:00", "answered_by": "doctor", "answerers": 1 }],
        "last_answer": { "12:00": 0.5, "15:00": 0.5 },
        "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "rings-out": 1 } }]
      },
      "patients": { "calls_per_day_per_1000_listed": 0 },
      "survey": {
        "days": ["2015-04-13", "2015-04-14"], "slots": ["08:00-09:00", "09:00-12:00", "13:00-16:00"],
        "sampling": { "design": "stratified", "practices": 20, "strata": "municipality" }
      }
    }
    """

  @Test(
    "Every design makes nearly the same number of calls; tables and CSV are the same for any number of jobs")
  func equalCost() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.scenario, to: "s.json")
    let ending = try sandbox.shell(
      """
      plan() { telefontid plan compare-designs s.json --replications 9 --target 0.5 "$@"; }
      plan --jobs 1 -o one.csv | grep -v Written > one.txt; plan --jobs 2 -o two.csv | grep -v Written > two.txt
      cmp one.csv two.csv && cmp one.txt two.txt && cat one.txt; plan -o - | cmp - one.csv
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(ending.output.contains("half-days: designs of equal cost, at most 40 calls"))
    #expect(ending.output.contains("1 of 3         40  100.0 %     40          13.3        1.00"))
    #expect(ending.output.contains("3 of 3         13   32.5 %     39            13        3.00"))
    #expect(ending.output.contains("Telling 08:00-09:00 (0."))
    #expect(ending.output.contains("Verdicts on a slot, the mean over slots: at most 50 % not reached?"))
    let rows = try sandbox.text(of: "one.csv").split(separator: "\n")
    // 3 designs of: 3 slots by 5; mean of slots by 4; every slot by 3; all: width, spread; pair by 2; 3 more.
    #expect(rows.count == 1 + 3 * (15 + 4 + 3 + 2 + 2 + 3))
    #expect(rows.contains { $0.hasPrefix("2,20,40,power,08:00-09:00 / 13:00-16:00,") })
    #expect(rows.contains { $0.hasPrefix("3,13,39,attempts-per-practice,all,3,0,,9") })
  }

  @Test(
    "Designs that cannot be are left out, and said why",
    arguments: [
      (
        "--calls 80",
        "Left out: 1 of 3 slots: 80 calls would take 80 practices, and there are 40; with 2 or more"
      ),
      (
        "--calls 5",
        "Left out: 3 of 3 slots: 5 calls cannot be dealt out to every slot and to 2 practices or more; ask with '--calls 6' or more"
      ), ("", "No verdicts: the scenario has no target; name one with '--target'."),
      ("--between 9-12,13-16", "Telling 09:00-12:00 ("),
      ("--set 'survey.slots=[\"08:00-16:00\"]'", "1 of 1         40  100.0 %     40            40"),
    ])
  func leftOut(options: String, said: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.scenario, to: "s.json")
    let ending = try sandbox.shell(
      "telefontid plan compare-designs s.json --replications 2 \(options)")
    #expect(ending.status == 0)
    #expect(ending.output.contains(said))
  }

  @Test(
    "Impossible questions are refused with what could be asked instead",
    arguments: [
      (
        "--calls 121",
        "121 calls are more than 40 practices in 3 slots can take, once each: ask with '--calls 120' or less"
      ),
      (
        "--calls 1",
        "1 of 3 slots: 1 call cannot be dealt out to every slot and to 2 practices or more; ask with '--calls 3' or more"
      ),
      ("--calls 2 --slots-per-practice 1", "2 calls cannot be dealt out to every slot"),
      (
        "--calls 120 --slots-per-practice 1",
        "120 calls would take 120 practices, and there are 40; with 3 or more"
      ),
      ("--slots-per-practice 5", "the survey has 3 slots only"),
      ("--slots-per-practice 2,2", "names a design twice"),
      ("--between 8-9,10-11", "10:00-11:00 is no slot of the survey; there are 08:00-09:00, 09:00-12:00"),
      ("--between 8-9", "takes two different slots"), ("--between 8-9,8-9", "takes two different slots"),
      ("--target 0", "a fraction above 0 and below 1"), ("--replications 1", "a whole number from 2"),
      ("--calls 9999999999999999999", "a whole number from 1"),
    ])
  func refused(options: String, reason: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.scenario, to: "s.json")
    let ending = try sandbox.shell("telefontid plan compare-designs s.json \(options)")
    #expect(ending.status == 64)
    #expect(ending.error.contains(reason))
    #expect(ending.output == "")
  }
}
