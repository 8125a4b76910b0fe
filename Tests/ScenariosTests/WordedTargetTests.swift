import SurveyDesign
import Testing

@testable import Scenarios

/// A target that names the wait within which practices are to be reached.
@Suite("A target in words")
struct WordedTargetTests {
  private static func document(_ settings: [String]) throws -> ScenarioDocument {
    var document = try ScenarioDocument(
      parsing: """
        {
          "name": "two", "practices": { "municipalities": { "A": 2 }, "gps": { "1": 2 } },
          "telephone": { "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 1 }] },
          "survey": { "days": ["2015-04-14"] }
        }
        """, file: "two.json")
    for setting in settings { try document.set(setting) }
    return document
  }

  @Test(
    "is the share not reached under the survey's definition with a longest wait",
    arguments: [
      ([], "agreement-within=180"), (["survey.definition=person"], "person-within=180"),
      (
        [
          #"survey.definitions=[{ "name": "mine", "dispositions": ["answered-by-staff"] }]"#,
          "survey.definition=mine",
        ], "mine-within-180"
      ),
    ] as [([String], String)])
  func within(settings: [String], name: String) throws {
    let survey = try Self.document(settings + ["survey.target=90 % within 3 minutes"]).scenario().survey
    #expect(survey.definition.name == name && survey.definition.waitLimitSeconds == 180)
    #expect(survey.target?.rate(for: survey.slots.slots[0]) == 0.1)
    #expect(survey.definitions.contains(.agreement) && survey.definitions.contains(.person))
    #expect(Set(survey.definitions.map(\.name)).count == survey.definitions.count)
  }

  @Test(
    "is a fault at its place when it makes no sense",
    arguments: [
      (["survey.target=90 % within"], "is no target"), (["survey.target=ninety"], "is no target"),
      (["survey.target=10%"], "is a share: write it as a number"),
      (
        ["survey.target=90 % within 3 minutes", "survey.definition=person-within=60"],
        "names a wait, and the definition \"person-within=60\" has one of its own"
      ),
    ] as [([String], String)])
  func refused(settings: [String], message: String) throws {
    let document = try Self.document(settings)
    let faults = #expect(throws: ScenarioFaults.self) { try document.scenario() }
    let fault = try #require(faults?.faults.first)
    #expect(faults?.faults.count == 1 && fault.message.contains(message), "\(fault)")
    #expect(fault.path == "survey.target")
  }
}
