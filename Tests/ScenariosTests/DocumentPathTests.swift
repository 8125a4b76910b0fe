import Scenarios
import Testing

@Suite("Paths in documents")
struct DocumentPathTests {
  @Test(
    "are written as they are read",
    arguments: [
      "", "survey.attempts", "telephone.lunch[0].share", "telephone.last_answer.12:00", "[3]", "a[0][1].b",
      "practices.municipalities.Ringkøbing-Skjern", "practices.municipalities[\"St. Heddinge\"]",
      "provenance[\"survey.attempts\"].basis", "a[\"quote \\\" and \\\\\"]", "a[\"\"]",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try #require(DocumentPath(text)).description == text)
  }

  @Test(
    "that are none are refused",
    arguments: [".a", "a..b", "a.", "a[", "a[x]", "a[-1]", "a[\"b]", "a[0]b", "a[\"b\"c]"])
  func refused(_ text: String) {
    #expect(DocumentPath(text) == nil)
  }

  @Test("contain what lies inside them")
  func containment() throws {
    let survey = try #require(DocumentPath("survey"))
    let talk = try #require(DocumentPath("survey.talk.mean_seconds"))
    #expect(survey.contains(talk) && survey.contains(survey) && !talk.contains(survey))
    #expect(try !#require(DocumentPath("survey.tal")).contains(talk))
  }
}
