import Scenarios
import SurveyDesign
import TelephoneAccess
import Testing

/// A file may list things in any order; what is made of them has one.
@Suite("Lists are read in one order")
struct ReadingOrderTests {
  @Test("a size that no practice has is none of the sizes")
  func emptySizes() throws {
    var document = try ScenarioDocument(parsing: smallScenario, file: "test.json")
    try document.set(#"practices.gps={"1": 7, "2": 0, "3": 3}"#)
    #expect(try document.scenario().population.practiceSizes.map(\.gps) == [1, 3])
  }

  @Test("what the clock or the calendar orders is read in its order, however a file lists it")
  func order() throws {
    var document = try ScenarioDocument(parsing: smallScenario, file: "test.json")
    let (morning, evening) = (
      #"{from: "08:00", to: "09:00", answered_by: "doctor", answerers: 1}"#,
      #"{from: "09:00", to: "16:00", answered_by: "staff", answerers: 1}"#
    )
    try document.set("telephone.staffing=[\(evening), \(morning)]")
    let (early, late) = (
      #"{from: "08:00", to: "12:00", shares: {"rings-out": 1}}"#,
      #"{from: "12:00", to: "16:00", shares: {"forwarding": 1}}"#
    )
    try document.set("telephone.when_off=[\(late), \(early)]")
    try document.set(#"survey.days=["2015-04-09", "2015-04-07", "2015-04-08"]"#)
    try document.set(#"survey.slots=["12:00-13:00", "08:00-09:00"]"#)
    let scenario = try document.scenario()
    #expect(scenario.population.staffing.map(\.answeredBy) == [.doctor, .staff])
    #expect(scenario.population.whenOff.flatMap(\.shares).map(\.state) == [.ringsOut, .forwarding])
    #expect(scenario.survey.days.map(\.day) == [7, 8, 9])
    #expect(scenario.survey.slots.slots.map(\.label) == ["08:00-09:00", "12:00-13:00"])
  }
}
