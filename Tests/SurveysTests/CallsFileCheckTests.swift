import SurveyDesign
import Tables
import Testing

@testable import Surveys

@Suite("Checking calls files")
struct CallsFileCheckTests {
  /// The faults of a file, as lines without the file's name, and its remarks.
  static func check(
    _ text: String, _ change: (inout CallsFileCheck.Options) -> Void = { _ in }
  ) -> (faults: [String], remarks: [String]) {
    var options = CallsFileCheck.Options()
    change(&options)
    var check = CallsFileCheck(options)
    do {
      return ([], try CSVReader.read(Array(text.utf8), file: "f", to: &check).map(\.description))
    } catch let faults as TableFaults {
      return (faults.faults.map { String($0.description.dropFirst(3)) }, faults.remarks.map(\.description))
    } catch {
      return (["\(error)"], [])
    }
  }

  static let header = "practice,slot,date,attempt,due,dialled,disposition,wait_seconds\n"

  @Test(
    "Rows that cannot be right, with their line",
    arguments: [
      (
        "2,8-9,2015-04-07,1,08:10:00,08:10:00,busy,0\n",
        "line 2, column 1 (practice): the frame has no practice '2'"
      ),
      (
        "P1,7-8,2015-04-07,1,07:10:00,07:10:00,busy,0\n",
        "line 2, column 2 (slot): slot 07:00-08:00 lies outside the hours 08:00-16:00"
      ),
      (
        "P1,8-9,2015-04-07,1,08:10:00,08:09:59,busy,0\n",
        "line 2, column 6 (dialled): dialled at 08:09:59, before it was due at 08:10:00"
      ),
      (
        "P1,8-9,2015-04-07,1,09:10:00,09:10:00,busy,0\n",
        "line 2, column 5 (due): due at 09:10:00, outside its slot 08:00-09:00"
      ),
      (
        "P1,9-10,2015-04-07,1,,08:10:00,busy,0\n",
        "line 2, column 6 (dialled): dialled at 08:10:00, before its slot 09:00-10:00"
      ),
      (
        "P1,8-9,2015-04-07,1,,08:10:00,hold-limit,900.5\n",
        "line 2, column 8 (wait_seconds): a wait of 900.5 seconds; the hold limit is 900, unless --hold-limit names another"
      ),
      (
        "P1,8-9,2015-04-07,1,,08:10:00,busy,-1\n",
        "line 2, column 8 (wait_seconds): a wait of -1 seconds; it cannot be negative"
      ),
      (
        "P1,8-9,2015-04-07,1,,08:10:00,not-attempted,\n",
        "line 2, column 6 (dialled): the call was never attempted, yet dialled"
      ),
      (
        "P1,8-9,2015-04-07,1,,08:10:00,busi,0\n",
        "line 2, column 7 (disposition): 'busi' is no disposition that is known; did you mean 'busy'?"
      ),
      (
        "P1,8-9,2015-02-29,1,,08:10:00,busy,0\n",
        "line 2, column 3 (date): '2015-02-29' is no day of the calendar"
      ),
      (
        "P1,8-9,2015-04-07,1,,,busy,0\nP1,8-9,2015-04-07,1,,,refused,0\n",
        "line 3, column 1 (practice): the same attempt stands on line 2: practice, slot, day and attempt are the same"
      ),
    ])
  func faults(rows: String, fault: String) throws {
    let frame = try Frame([FramePractice(id: "P1")])
    #expect(Self.check(Self.header + rows) { $0.frame = frame }.faults == [fault])
  }

  @Test("Odd but possible: late, at a weekend, on a holiday")
  func remarks() {
    let found = Self.check(
      Self.header + """
        P1,8-9,2015-04-07,1,08:50:00,09:00:00,busy,0
        P2,8-9,2015-04-11,1,08:50:00,08:50:00,busy,0
        P3,8-9,2015-04-06,1,08:50:00,08:50:00,busy,0
        P4,8-9,2015-04-06,1,08:50:00,08:50:00,busy,0

        """)
    #expect(found.faults.isEmpty)
    #expect(
      found.remarks == [
        "1 row: dialled after the slot had ended; on line 2",
        "1 row: a Saturday or Sunday; on line 3",
        "2 rows: a Danish public holiday; the first on line 4",
      ])
  }

  @Test("A word that leaves something open is remarked on as often as it stands there")
  func vagueWords() {
    let found = Self.check(
      "practice,slot,disposition\n1,8-9,besvaret\n2,8-9,busy\n3,8-9,Besvaret\n4,8-9,telefonsvarer\n5,8-9,besvaret\n"
    )
    #expect(found.faults.isEmpty)
    #expect(
      found.remarks == [
        "3 rows: the word 'besvaret', read as answered-by-staff; the first on line 2",
        "1 row: the word 'telefonsvarer', read as message-without-referral; on line 5",
      ])
  }

  @Test("A late call recorded in the slot in which it was dialled is odd but possible")
  func recordedLater() {
    let found = Self.check(Self.header + "P1,9-10,2015-04-07,1,08:50:00,09:05:00,busy,0\n")
    #expect(found.faults.isEmpty)
    #expect(
      found.remarks == [
        "1 row: due in an earlier slot than that in which it was dialled and recorded; on line 2"
      ])
  }

  @Test("Days on which much is closed, calls whose day has passed, attempts without the one before")
  func oddDays() {
    let found = Self.check(
      "practice,slot,date,attempt,disposition\n"
        + "1,8-9,5-6-2026,1,busy\n2,8-9,24-12-2026,1,busy\n3,8-9,31-12-2026,2,busy\n4,8-9,2026-06-04,1,\n"
    ) { $0.today = CalendarDate(year: 2026, month: 6, day: 5) }
    #expect(found.faults.isEmpty)
    #expect(
      found.remarks == [
        "1 row: 5 June, no public holiday, but many practices close; on line 2",
        "1 row: 24 December, no public holiday, but many practices close; on line 3",
        "1 row: 31 December, no public holiday, but many practices close; on line 4",
        "1 row: no outcome yet, which counts as not-attempted; on line 5",
        "1 row: no outcome yet, though its day has passed; on line 5",
        "1 row: column attempt: attempt 2 or later of a call whose attempt before is not in the file; on line 4",
      ])
  }

  @Test("Rows that differ only in a date that is not read are told from attempts")
  func unreadDate() {
    #expect(
      Self.check("Ydernummer;Dag;Tidsrum;Udfald\n1;1-9-2026;8-9;optaget\n1;2-9-2026;8-9;optaget\n").faults
        == [
          "line 3, column 1 (Ydernummer): the same call stands on an earlier line: practice, slot, day and time are the same; 'Dag' looks like the date and is not read: say so with --columns date=Dag"
        ])
  }

  @Test("A date beside the time of dialling must be the call's")
  func twoDates() {
    #expect(
      Self.check("practice,slot,date,dialled,disposition\n1,8-9,1-9-2026,02-09-2026 8.10,busy\n").faults == [
        "line 2, column 4 (dialled): dialled on 2026-09-02, and the date of the call is 2026-09-01"
      ])
  }

  @Test("A redial is no repetition; without attempts the time tells")
  func redials() {
    #expect(
      Self.check("practice,slot,dialled,disposition\n1,8-9,08:10,busy\n1,8-9,08:20,busy\n").faults.isEmpty)
    #expect(
      Self.check("practice,slot,dialled,disposition\n1,8-9,08:10,busy\n1,8-9,08:10,busy\n").faults == [
        "line 3, column 1 (practice): the same call stands on line 2: practice, slot, day and time are the same"
      ])
  }

  @Test("Hours and hold limit can be others")
  func options() {
    let text = "practice,slot,disposition,wait_seconds\n1,20-21,hold-limit,1800\n"
    #expect(Self.check(text).faults.count == 2)
    let found = Self.check(text) {
      $0.hours = try? Slot(parsing: "8-21")
      $0.holdLimitSeconds = 1800
    }
    #expect(found.faults.isEmpty)
  }

  @Test("A header tells calls from a frame")
  func headers() {
    #expect(CallsFileCheck.isCalls(TableHeader(["practice", "slot", "disposition"])))
    #expect(CallsFileCheck.isCalls(TableHeader(["Ydernummer", "Udfald"])))
    #expect(!CallsFileCheck.isCalls(TableHeader(["practice", "municipality", "gps", "listed_patients"])))
  }
}
