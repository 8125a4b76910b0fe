import SurveyDesign
import Tables
import Testing

@testable import Surveys

@Suite("Call lists for interviewers")
struct CallListTests {
  /// Twenty practices in two strata, with a telephone number and a column that calls have too.
  static func frame() throws -> Frame {
    try Frame(
      (1...20).map {
        FramePractice(
          id: "Y\($0)", listedPatients: 100 * $0, stratum: $0 <= 15 ? "a" : "b",
          extra: ["8612\($0)", "mornings"])
      }, extraColumns: ["telephone", "slot"], absentColumns: [.municipality, .gps, .weight])
  }

  static func list(
    _ sampling: SamplingDesign = .census, slots: SlotDesign = .onePerPractice, seed: UInt64 = 4
  ) throws -> CallList {
    let first = try #require(CalendarDate(year: 2026, month: 9, day: 1))
    return try CallList(
      CallPlanner(
        frame: frame(), sampling: sampling, slots: SlotGrid(dividing: Slot(parsing: "8-12")),
        slotDesign: slots,
        days: DanishCalendar.workingDays(5, from: first), interviewers: 2), seed: seed)
  }

  static func rows(_ list: CallList, of interviewer: Int? = nil, format: TableFormat = .standard)
    -> [[String]]
  {
    var bytes: [UInt8] = []
    list.append(of: interviewer, format: format, to: &bytes)
    let delimiter = format == .standard ? "," : ";"
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: Character(delimiter), omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("The frame's columns stand behind those of a calls file; one that both have is renamed")
  func columns() throws {
    let rows = Self.rows(try Self.list())
    #expect(
      rows[0] == CallColumn.allCases.map(\.rawValue) + [
        "listed_patients", "stratum", "weight", "telephone", "frame_slot",
      ])
    #expect(rows.count == 21)
    for row in rows.dropFirst() {
      // Dialled, disposition and wait are for the interviewer to fill in.
      #expect(row[6...8] == ["", "", ""])
      let number = row[1].dropFirst()
      #expect(row[10] == "\(number)00" && row[13] == "8612\(number)" && row[14] == "mornings")
      #expect(row[12] == "1")
    }
  }

  @Test("Slots, days and interviewers share the calls evenly, strata too")
  func balance() throws {
    let list = try Self.list(slots: .rotation(slotsPerPractice: 2))
    let calls = list.plan.calls
    #expect(calls.count == 40)
    // 40 calls over 4 slots, 5 days, 2 interviewers; 30 of stratum a and 10 of b over 4 slots.
    #expect((0..<4).map { slot in calls.count { $0.slotIndex == slot } } == [10, 10, 10, 10])
    #expect(list.planner.days.map { day in calls.count { $0.date == day } } == [8, 8, 8, 8, 8])
    #expect((0..<2).map { who in calls.count { $0.interviewer == who } } == [20, 20])
    let small = calls.filter { list.frame.practices[$0.practiceIndex].stratum == "b" }
    #expect((0..<4).map { slot in small.count { $0.slotIndex == slot } }.sorted() == [2, 2, 3, 3])
    for call in calls { #expect(list.planner.slots.slots[call.slotIndex].contains(call.due)) }
  }

  @Test("The same seed draws the same list, another seed another one")
  func seeds() throws {
    let rows = Self.rows(try Self.list())
    #expect(try rows == Self.rows(Self.list()))
    #expect(try rows != Self.rows(Self.list(seed: 5)))
  }

  @Test("The interviewers' parts are the whole list, each row once")
  func parts() throws {
    let list = try Self.list()
    let parts: [[String]] = (0..<2).flatMap { Array(Self.rows(list, of: $0).dropFirst()) }
    let whole = Array(Self.rows(list).dropFirst())
    #expect(parts.sorted { $0[1] < $1[1] } == whole.sorted { $0[1] < $1[1] })
    #expect(Set(Self.rows(list, of: 1).dropFirst().map { $0[9] }) == ["2"])
  }

  @Test("Weights add up to the practices that the sample stands for")
  func weights() throws {
    // Stratified, 3 of 15 and 2 of 5: each stands for 5 and for 2.5.
    let design = StratifiedDesign(count: 5, division: .equal)
    let rows = Self.rows(try Self.list(.stratified(design))).dropFirst()
    #expect(rows.filter { $0[11] == "a" }.map { $0[12] } == ["5", "5", "5"])
    #expect(rows.filter { $0[11] == "b" }.map { $0[12] } == ["2.5", "2.5"])
    let danish = Self.rows(try Self.list(.stratified(design)), format: .excelDanish).dropFirst()
    #expect(danish.filter { $0[11] == "b" }.map { $0[12] } == ["2,5", "2,5"])
    // Sizes 100 … 2000 add up to 21,000; 4 · 2000 / 21,000 of the largest: no practice is certain.
    let list = try Self.list(.proportionalToSize(count: 4, column: "listed_patients"))
    for practice in list.plan.sample.practices {
      let row = list.frame.practices[practice.practiceIndex]
      #expect(abs(row.weight - 21_000 / (4 * Double(row.listedPatients))) < 1e-9)
    }
  }

  @Test(
    "Days are working days without Danish public holidays and days that are excepted, to the end of the calendar"
  )
  func days() throws {
    // Easter 2015: 2 to 6 April are Maundy Thursday to Easter Monday.
    let first = try CalendarDate(parsing: "2015-04-01")
    let days = DanishCalendar.workingDays(
      3, from: first, excluding: [try CalendarDate(parsing: "2015-04-08")])
    #expect(days.map(\.description) == ["2015-04-01", "2015-04-07", "2015-04-09"])
    #expect(DanishCalendar.workingDays(5, from: CalendarDate.last).map(\.description) == ["9999-12-31"])
  }
}
