import SurveyDesign
import Testing

@testable import TelefontidCommand

@Suite("plan fieldwork")
struct PlanFieldworkCommandTests {
  static let small =
    #""$REPOSITORY/scenarios/midtjylland-2015.json" --set 'practices.municipalities={"Odder": 60}' --set 'practices.gps={"1": 60}'"#

  @Test("The smallest team is named for each length; the CSV holds every team that was tried")
  func teams() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      plan() { telefontid plan fieldwork \(Self.small) --days 1,4 --replications 6 --cost-per-hour 100 "$@"; }
      plan -o one.csv --jobs 1 > one.txt; plan -o two.csv --jobs 2 > two.txt
      cmp one.csv two.csv && head -8 one.txt && cut -d, -f1-5,14,15,18 one.csv
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(ending.output.contains("Region Midtjylland, April 2015: 60 calls, at most 5 % late"))
    let rows = try sandbox.text(of: "one.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // One working day, and the next three.
    #expect(
      Set(rows.map { "\($0[0]) \($0[1]) \($0[2])" }) == [
        "1 2015-04-07 2015-04-07", "4 2015-04-07 2015-04-10",
      ])
    // The scenario's own team of four is among those tried.
    #expect(rows.count { $0[3] == "4" } == 2)
    for length in ["1", "4"] {
      let tried = rows.filter { $0[0] == length }
      let enough = tried.filter { $0[16] == "true" }.compactMap { Int($0[3]) }
      #expect(tried.filter { $0[17] == "true" }.compactMap { Int($0[3]) } == [enough.min()].compactMap { $0 })
      for row in tried {
        // Present: so many, on so many days, for eight hours, at 100 an hour.
        let hours = (Double(row[0]) ?? 0) * (Double(row[3]) ?? 0) * 8
        #expect(Double(row[13]) == hours && Double(row[14]) == hours * 100)
      }
    }
  }

  @Test("Where no team is large enough, the table says so, and what would help")
  func none() throws {
    let ending = try CommandSandbox().shell(
      "telefontid plan fieldwork \(Self.small) --days 1 --late 0 --largest-team 1 --replications 2")
    #expect(ending.status == 0)
    #expect(ending.output.contains("1 day: not even 1 interviewer keep to it"))
    #expect(ending.output.contains("Give more days, a higher '--late', or a larger '--largest-team'."))
  }

  @Test(
    "Nonsense is refused",
    arguments: [
      "--late 1", "--late 5", "--days 0", "--days 3,3", "--replications 1", "--largest-team 0",
      "--cost-per-hour -1", "--days 3 --set survey.days='[\"9999-12-31\"]'", "--days 1001",
    ])
  func refused(options: String) throws {
    let ending = try CommandSandbox().shell(
      "telefontid plan fieldwork \"$REPOSITORY/scenarios/arithmetic.json\" \(options)")
    #expect(ending.status == 64)
    #expect(ending.output == "")
  }

  @Test("A longer survey goes on after the scenario's last day, a shorter one ends before it")
  func days() throws {
    let days = try ["2015-04-27", "2015-04-29"].map { try CalendarDate(parsing: $0) }
    #expect(PlanFieldworkCommand.days(1, of: days).map(\.description) == ["2015-04-27"])
    // 1 May 2015 was Great Prayer Day.
    #expect(
      PlanFieldworkCommand.days(4, of: days).map(\.description) == [
        "2015-04-27", "2015-04-29", "2015-04-30", "2015-05-04",
      ])
  }
}
