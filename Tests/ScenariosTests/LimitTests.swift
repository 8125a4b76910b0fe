import Scenarios
import SurveyDesign
import Testing

/// What is still allowed and what is not any more, side by side.
@Suite("Limits of scenarios are where they are said to be")
struct LimitTests {
  private func messages(_ settings: String...) -> [String] {
    faults(in: smallScenario, setting: settings).map(\.message)
  }

  @Test("a survey lasts ten years and not a day more")
  func longestSurvey() {
    // Ten years have more working days than a survey; that is said instead.
    #expect(
      messages("survey.days.to=2025-04-07").map { $0.hasSuffix("working days are too many; at most 1000") }
        == [true])
    #expect(
      messages("survey.days.to=2025-04-08") == ["2015-04-07 to 2025-04-08 is too long; at most 3653 days"])
  }

  @Test("a survey has a thousand working days and not one more")
  func mostDays() throws {
    let (first, last) = (try CalendarDate(parsing: "2015-04-07"), try CalendarDate(parsing: "2020-01-01"))
    let days = DanishCalendar.workingDays(from: first, to: last)
    #expect(messages("survey.days.to=\(days[999])") == [])
    #expect(messages("survey.days.to=\(days[1000])") == ["1001 working days are too many; at most 1000"])
  }

  @Test("a plan has two million calls and not one more")
  func mostCalls() {
    // A hundred thousand practices in 24 slots, of which each is rung in 20 or 21.
    let large = [
      "practices.municipalities={Aarhus: 100000}", #"practices.gps={"1": 100000}"#, "survey.slots.minutes=20",
    ]
    #expect(faults(in: smallScenario, setting: large + ["survey.slots_per_practice=20"]) == [])
    #expect(
      faults(in: smallScenario, setting: large + ["survey.slots_per_practice=21"]).map(\.message)
        == ["100000 practices, 21 calls each, are 2100000 calls; at most 2000000"])
    let sample = #"survey.sampling={design: "simple-random", practices: 90909}"#
    #expect(faults(in: smallScenario, setting: large + [sample, "survey.slots_per_practice=22"]) == [])
    #expect(
      faults(
        in: smallScenario,
        setting: large + [sample, "survey.sampling.practices=90910", "survey.slots_per_practice=22"]
      ).map(\.message) == ["90910 practices, 22 calls each, are 2000020 calls; at most 2000000"])
  }

  @Test("sixteen files may extend one another, and not one more")
  func longestChain() throws {
    var files = ["1.json": smallScenario]
    for number in 2...17 { files["\(number).json"] = "{ extends: \"\(number - 1).json\" }" }
    let folder = try ScenarioDocumentTests.Folder(files)
    #expect(folder.faults("16.json") == [])
    #expect(folder.faults("17.json").map(\.message) == ["more than 16 files extend one another"])
  }

  @Test("the mean list may be the smallest and the largest, and no smaller or larger")
  func meanList() {
    func list(_ mean: Int, _ smallest: Int, _ largest: Int) -> [String] {
      messages("practices.listed_patients_per_gp={mean: \(mean), smallest: \(smallest), largest: \(largest)}")
    }
    #expect(list(1500, 1500, 1500) == [])
    #expect(list(1500, 1501, 1600).count == 1)
    #expect(list(1500, 1400, 1499).count == 1)
  }

  @Test("of a list too long no more elements are looked at than are allowed")
  func longList() {
    let lunches = Array(repeating: #"{from: "12:00", to: "13:00", share: 0}"#, count: 100)
    let most = lunches.joined(separator: ", ")
    #expect(messages("telephone.lunch=[\(most)]") == [])
    #expect(messages("telephone.lunch=[\(most), 7]") == ["has 101 elements; allowed are 0 to 100"])
  }
}
