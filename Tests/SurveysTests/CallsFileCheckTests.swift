import SurveyDesign
import Tables
import Testing

@testable import Surveys

@Suite("Checking calls files")
struct CallsFileCheckTests {
  /// The faults of a file, as lines without the file's name, and its remarks.
  static func check(
    _ text: String, _ change: (inout CallsFileCheck.Options) -> Void = { _ in }
  ) -> (faults: [String], remarks: [CallsFileCheck.Remark]) {
    var options = CallsFileCheck.Options()
    change(&options)
    var check = CallsFileCheck(options)
    do {
      try CSVReader.read(Array(text.utf8), file: "f", to: &check)
      return ([], check.remarks)
    } catch let faults as TableFaults {
      return (faults.faults.map { String($0.description.dropFirst(3)) }, check.remarks)
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
        .init(text: "dialled after the slot had ended", rows: 1, firstLine: 2),
        .init(text: "a Saturday or Sunday", rows: 1, firstLine: 3),
        .init(text: "a Danish public holiday", rows: 2, firstLine: 4),
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
        .init(text: "the word 'besvaret', read as answered-by-staff", rows: 3, firstLine: 2),
        .init(text: "the word 'telefonsvarer', read as message-without-referral", rows: 1, firstLine: 5),
      ])
  }

  @Test("A late call recorded in the slot in which it was dialled is odd but possible")
  func recordedLater() {
    let found = Self.check(Self.header + "P1,9-10,2015-04-07,1,08:50:00,09:05:00,busy,0\n")
    #expect(found.faults.isEmpty)
    #expect(
      found.remarks == [
        .init(
          text: "due in an earlier slot than that in which it was dialled and recorded", rows: 1, firstLine: 2
        )
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
