import SurveyDesign
import Testing

@Suite("Slot grid")
struct SlotGridTests {
  static func slots(_ labels: String) throws -> [Slot] {
    try labels.split(separator: " ").map { try Slot(parsing: $0) }
  }

  @Test("opening hours are cut into hours")
  func hourly() throws {
    let grid = try SlotGrid(dividing: Slot(parsing: "8-16"))
    #expect(try grid.slots == Self.slots("8-9 9-10 10-11 11-12 12-13 13-14 14-15 15-16"))
  }

  @Test("the last slot is shorter when the hours do not divide")
  func remainder() throws {
    let grid = try SlotGrid(dividing: Slot(parsing: "8-15:30"), minutes: 120)
    #expect(try grid.slots == Self.slots("8-10 10-12 12-14 14-15:30"))
  }

  @Test("a width outside one minute to two days is refused", arguments: [Int.min, 0, 2_881, Int.max])
  func width(minutes: Int) throws {
    let opening = try Slot(parsing: "8-16")
    #expect(throws: DesignFaults.self) { try SlotGrid(dividing: opening, minutes: minutes) }
  }

  @Test("slots are put in the order of the day, and may leave gaps")
  func order() throws {
    let grid = try SlotGrid(Self.slots("13-16 8-9 9-12"))
    #expect(try grid.slots == Self.slots("8-9 9-12 13-16"))
    #expect(try grid.index(containing: TimeOfDay(parsing: "8:59:59")) == 0)
    #expect(try grid.index(containing: TimeOfDay(parsing: "9")) == 1)
    #expect(try grid.index(containing: TimeOfDay(parsing: "12:30")) == nil)
    #expect(try grid.index(containing: TimeOfDay(parsing: "16")) == nil)
    #expect(try grid.index(of: Slot(parsing: "13-16")) == 2)
  }

  @Test("overlapping slots are all named")
  func overlaps() throws {
    let slots = try Self.slots("8-10 9-11 10:30-12 8-10")
    let faults = #expect(throws: DesignFaults.self) { try SlotGrid(slots) }
    #expect(faults?.faults.count == 3)
    #expect(throws: DesignFaults.self) { try SlotGrid([]) }
  }

  @Test("a group pools whole slots and refuses to cut one")
  func groups() throws {
    let grid = try SlotGrid(dividing: Slot(parsing: "8-16"))
    let group = try grid.group(Slot(parsing: "13-15"))
    #expect(group.members == [5, 6])
    #expect(group.label == "13:00-15:00")
    #expect(throws: DesignFault.self) { try grid.group(Slot(parsing: "13-14:30")) }
    #expect(throws: DesignFault.self) { try grid.group(Slot(parsing: "17-18")) }
  }
}
