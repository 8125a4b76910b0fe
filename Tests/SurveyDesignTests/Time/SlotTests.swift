import SurveyDesign
import Testing

@Suite("Slot")
struct SlotTests {
  @Test(
    "is read as people write it",
    arguments: [
      "15-16", "15:00-16:00", "kl. 15-16", "15.00–16.00", "15.00 – 16.00", "kl. 15.00 — 16.00", "15 til 16",
      "15:00:00-16:00:00", "15\u{2011}16", "15\u{2212}16", "kl. 15 - kl. 16",
      "\u{A0}kl.\u{A0}15\u{A0}–\u{202F}16\u{A0}",
    ])
  func reading(text: String) throws {
    let slot = try Slot(parsing: text)
    #expect(slot.label == "15:00-16:00")
    #expect(slot.milliseconds == 3_600_000)
  }

  @Test(
    "is refused when it is no slot",
    arguments: [
      "", "15", "15-", "-16", "16-15", "15-15", "15-16-17", "15:00-16:00x", "15 16", "15–49", "a-b",
    ])
  func refusing(text: String) {
    #expect(throws: DesignFault.self) { try Slot(parsing: text) }
  }

  @Test("holds its first instant and not its last")
  func halfOpen() throws {
    let slot = try Slot(parsing: "15-16")
    #expect(slot.contains(slot.from))
    #expect(!slot.contains(slot.to))
    #expect(slot.contains(TimeOfDay(milliseconds: slot.to.milliseconds - 1)))
    #expect(!slot.contains(TimeOfDay(milliseconds: slot.from.milliseconds - 1)))
  }

  @Test("neighbours do not overlap")
  func overlap() throws {
    let slot = try Slot(parsing: "15-16")
    #expect(try !slot.overlaps(Slot(parsing: "16-17")))
    #expect(try !slot.overlaps(Slot(parsing: "14-15")))
    #expect(try slot.overlaps(Slot(parsing: "15:59-17")))
    #expect(try slot.contains(Slot(parsing: "15:10-16")))
    #expect(try !slot.contains(Slot(parsing: "15:10-16:01")))
  }

  @Test("shows seconds in its label only where there are any")
  func label() throws {
    #expect(try Slot(parsing: "8:00:30-9").label == "08:00:30-09:00:00")
    #expect(try Slot(parsing: "8-24").label == "08:00-24:00")
  }
}
