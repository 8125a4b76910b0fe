import SurveyDesign
import Tables
import Testing

@Suite("Call record")
struct CallRecordTests {
  @Test("is written as a row of calls.csv, empty where nothing is known")
  func writing() throws {
    var writer = CallRecordWriter(extraColumns: ["phone"])
    var bytes: [UInt8] = []
    writer.header(to: &bytes)
    let full = try CallRecord(
      replication: 3, practice: "0412", slot: Slot(parsing: "15-16"),
      date: CalendarDate(parsing: "2015-04-07"),
      attempt: 2, due: TimeOfDay(parsing: "15:10:05"), dialled: TimeOfDay(parsing: "15:10:20"),
      disposition: .answeredByStaff, waitSeconds: 12.345, interviewer: "2")
    writer.append(full, extra: ["86 12 34 56"], to: &bytes)
    writer.append(CallRecord(practice: "a,b"), extra: [""], to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        replication,practice,slot,date,attempt,due,dialled,disposition,wait_seconds,interviewer,phone
        3,0412,15:00-16:00,2015-04-07,2,15:10:05,15:10:20,answered-by-staff,12.345,2,86 12 34 56
        0,"a,b",,,1,,,,,,

        """)
  }

  @Test("a planned call is a record with an interviewer counted from 1 and no outcome")
  func planned() throws {
    let frame = try Frame([FramePractice(id: "7"), FramePractice(id: "12")])
    let slots = try SlotGrid(dividing: Slot(parsing: "8-16"))
    let call = try PlannedCall(
      practiceIndex: 1, slotIndex: 7, date: CalendarDate(parsing: "2015-04-07"),
      due: TimeOfDay(parsing: "15:30"), interviewer: 0)
    let record = CallRecord(call, frame: frame, slots: slots)
    #expect(record.practice == "12" && record.slot?.label == "15:00-16:00" && record.interviewer == "1")
    #expect(record.disposition == nil && record.dialled == nil && record.waitSeconds == nil)
    #expect(record.replication == 0 && record.attempt == 1)
  }

  @Test("the schema names the columns of the file, with the sixteen dispositions")
  func schema() throws {
    let schema = CallRecord.schema(extraColumns: ["phone"])
    #expect(
      schema.columnNames == [
        "replication", "practice", "slot", "date", "attempt", "due", "dialled", "disposition", "wait_seconds",
        "interviewer", "phone",
      ])
    #expect(schema.columns[7].constraints.enumeration.count == 16)
  }
}
