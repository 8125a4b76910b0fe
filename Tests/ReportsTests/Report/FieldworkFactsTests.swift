import SurveyDesign
import Surveys
import Tables
import Testing

@testable import Reports

@Suite("Facts of the fieldwork")
struct FieldworkFactsTests {
  @Test("Practices are listed, called and validly called: three numbers")
  func practices() throws {
    let text = """
      practice,slot,date,disposition
      1,08:00-09:00,2015-04-07,answered-by-doctor
      2,08:00-09:00,2015-04-08,busy
      3,08:00-09:00,2015-04-08,wrong-number
      4,08:00-09:00,2015-04-09,not-attempted
      5,08:00-09:00,2015-04-10,not-attempted

      """
    var reader = SurveyCallReader(SurveyCallReader.Options())
    try CSVReader.read(Array(text.utf8), file: "calls.csv", to: &reader)
    let calls = reader.surveyCalls()
    let facts = SurveyFindings.facts(calls, nil, try #require(calls.replications.first))
    #expect((facts.practicesListed, facts.practicesCalled, facts.practicesValid) == (5, 3, 2))
    #expect((facts.calls, facts.madeCalls, facts.validCalls, facts.dayCount) == (5, 3, 2, 2))
  }
}
