import Scenarios
import SurveyDesign
import TelephoneAccess
import Testing

@Suite("Rounds in scenarios")
struct RoundKeyTests {
  private static func plan(_ survey: String) throws -> SurveyPlan {
    try ScenarioDocument(
      parsing: """
        {
          "practices": { "municipalities": { "A": 4 }, "gps": { "1": 4 } },
          "telephone": { "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 1 }] },
          "survey": { \(survey) },
        }
        """, file: "rounds.json"
    ).scenario().survey
  }

  @Test("Without rounds there is the one that days, attempts and gap describe")
  func one() throws {
    let plan = try Self.plan(
      #""days": ["2026-09-01", "2026-09-02"], "attempts": 3, "attempt_gap_seconds": 300"#)
    #expect(plan.rounds.count == 1)
    #expect(plan.rounds[0].days.map(\.day) == [1, 2])
    #expect(plan.rounds[0].attempts == 3)
    #expect(plan.rounds[0].attemptGap == 300_000)
    #expect(plan.rounds[0].whom == .all)
  }

  @Test("A round leaves out what it has from the survey; the first may leave out its days")
  func inherited() throws {
    let plan = try Self.plan(
      #"""
      "days": ["2026-09-01"], "attempts": 3, "attempt_gap_seconds": 300, "rounds": [
        {}, { "days": ["2026-09-08"], "attempts": 1, "slot": "other" },
        { "days": { "from": "2026-09-14", "to": "2026-09-18" }, "rings": "not-valid", "attempt_gap_seconds": 60 },
      ]
      """#)
    #expect(plan.days.map(\.day) == [1])
    #expect(plan.rounds.map(\.attempts) == [3, 1, 3])
    #expect(plan.rounds.map(\.attemptGap) == [300_000, 300_000, 60_000])
    #expect(plan.rounds.map(\.whom) == [.all, .notReached, .notValid])
    #expect(plan.rounds.map(\.slotRule) == [.same, .other, .same])
    #expect(plan.rounds.map(\.days.count) == [1, 1, 5])
  }

  @Test("The first round's own attempts are the survey's, and its days may stand in it alone")
  func first() throws {
    let plan = try Self.plan(
      #""rounds": [{ "days": ["2026-09-01"], "attempts": 2 }, { "days": ["2026-09-08"] }]"#)
    #expect(plan.days.map(\.day) == [1])
    #expect(plan.fieldwork.attempts == 2)
    #expect(plan.rounds.map(\.attempts) == [2, 1])
  }

  @Test("A scenario without rounds is printed as before, without the key")
  func printed() throws {
    let text = try ScenarioDocument(
      parsing: """
        {
          "practices": { "municipalities": { "A": 4 }, "gps": { "1": 4 } },
          "telephone": { "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 1 }] },
          "survey": { "days": ["2026-09-01"] },
        }
        """, file: "rounds.json"
    ).scenario().canonicalText
    #expect(!text.contains("\"rounds\":"))
    #expect(text.contains("2026-09-01"))
  }
}
