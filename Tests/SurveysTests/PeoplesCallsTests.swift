import SurveyDesign
import Tables
import Testing

@testable import Surveys

/// What was misread in silence, kind by kind.
@Suite("Calls as people keep them")
struct PeoplesCallsTests {
  /// The calls and the remarks on them.
  private func read(
    _ text: String, _ change: (inout SurveyCallReader.Options) -> Void = { _ in }
  ) throws -> (calls: SurveyCalls, remarks: [String]) {
    var options = SurveyCallReader.Options()
    change(&options)
    var reader = SurveyCallReader(options)
    let remarks = try CSVReader.read(Array(text.utf8), file: "calls.csv", to: &reader)
    return (reader.surveyCalls(), remarks.map(\.description))
  }

  @Test("Of two columns of outcomes, yes or no counts where the disposition is empty")
  func twoOutcomes() throws {
    // Ten of a hundred are not reached, and only those have a disposition.
    let rows = (1...100).map { "\($0);8-9;\($0 <= 10 ? "nej;optaget" : "ja;")\n" }.joined()
    let (calls, remarks) = try read("Ydernummer;Tidsrum;Kontakt;Udfald\n" + rows)
    #expect(calls.calls.count { $0.disposition == .busy } == 10)
    #expect(calls.calls.count { $0.disposition == .answeredByStaff } == 90)
    #expect(calls.unmadeRows == 0)
    #expect(
      remarks == [
        "column Udfald: empty in 90 rows in which 'Kontakt' has the outcome: yes read as answered-by-staff, no as no-answer"
      ])
    #expect(
      try read("practice,slot,disposition,reached\n1,8-9,,\n2,8-9,busy,0\n").calls.unmadeRows == 1)
  }

  @Test(
    "Two outcomes of one call that contradict each other are a fault",
    arguments: [
      ("busy", "ja", true), ("optaget", "nej", false), ("læge", "nej", true), ("refused", "nej", true),
      // A message with a referral, or another practice, is contact to one and none to another.
      ("henvisning", "ja", false), ("henvisning", "nej", false), ("viderestillet", "nej", false),
      ("viderestillet", "ja", false),
      ("telefonsvarer", "ja", true), ("forkert nummer", "ja", true), ("forkert nummer", "nej", false),
    ])
  func contradictions(disposition: String, reached: String, isFault: Bool) {
    let text = "practice,slot,Udfald,Kontakt\n1,8-9,\(disposition),\(reached)\n"
    let expected =
      "calls.csv, line 2, column 3 (Udfald): '\(disposition)' and '\(reached)' in 'Kontakt' contradict each other"
    #expect(surveyFaults(text) == (isFault ? [expected] : []))
    // Who names the column of the outcome wants no other.
    #expect(surveyFaults(text) { $0.columns.set(.disposition, to: "Udfald") } == [])
  }

  @Test("Dates with slashes that all could be read two ways are remarked on")
  func slashes() throws {
    let header = "practice,slot,date,reached\n"
    #expect(
      try read(header + "1,8-9,9/1/2026,1\n2,8-9,9/2/2026,1\n").remarks == [
        "column date: every date with slashes could be read two ways; '9/1/2026' was read day first, as 2026-01-09"
      ])
    #expect(try read(header + "1,8-9,9/1/2026,1\n2,8-9,13/1/2026,1\n").remarks.isEmpty)
    #expect(
      surveyFaults(header + "1,8-9,9/13/2026,1\n").first?.contains("the day stands before the month") == true)
  }

  @Test("Marks in waits and weights are judged by the whole column")
  func marks() throws {
    let waits = "practice,slot,disposition,wait_seconds\n1,8-9,læge,1.509\n2,8-9,læge,950\n"
    #expect(
      try read(waits) { $0.needsWaits = true }.remarks == [
        "column wait_seconds: each number with a mark has three digits after it, such as 1.509, which was read as a decimal and not as thousands"
      ])
    #expect(
      surveyFaults("practice;slot;reached;Vægt\n1;8-9;ja;1.509\n2;8-9;ja;12,5\n") == [
        "calls.csv, line 2, column 4 (Vægt): '1.509' has its thousands set apart, as other numbers of the column show; write numbers without separators of thousands"
      ])
  }

  @Test("Codes that leave open whether anybody answered after the queue are reported")
  func queue() throws {
    let calls = try read("practice,slot,disposition\n1,8-9,kø\n2,8-9,Opgivet i kø\n").calls
    #expect(calls.calls.map(\.disposition) == [.holdLimit, .holdLimit])
    #expect(calls.vagueWords.map(\.word) == ["kø"])
  }

  @Test("One municipality is one group however it is written")
  func municipalities() throws {
    let names = ["Aarhus", "Århus", "Aarhus Kommune", "0751", "751", "Odder"]
    let rows = names.enumerated().map { "\($0),8-9,ja,\($1)\n" }.joined()
    for column in ["Kommune", "kommunekode", "Kommunenavn"] {
      let calls = try read("practice,slot,Kontakt,\(column)\n" + rows) { $0.groupColumns = ["Kommune"] }.calls
      #expect(calls.columns.map(\.labels) == [["Aarhus", "Odder"]])
      #expect(calls.columns.first?.values == [0, 0, 0, 0, 0, 1])
    }
  }

  @Test("A file's own day and time in one cell, and slots by their beginnings")
  func cells() throws {
    let calls = try read("Ydernummer,Tidspunkt,Kontakt\n1,01-09-2026 8.05,ja\n1,2026-09-02T08:05:00,nej\n")
      .calls
    #expect(calls.calls.map { $0.date?.description } == ["2026-09-01", "2026-09-02"])
    #expect(calls.slots.map(\.label) == ["08:00-09:00"])
    let text = "practice,slot,reached\n1,8,1\n2,kl. 12,0\n"
    let named = try read(text) { $0.slots = ["8-12", "12-16"].compactMap { try? Slot(parsing: $0) } }.calls
    #expect(named.calls.map(\.slot) == [0, 1])
    #expect(
      surveyFaults(text).first
        == "calls.csv, line 2, column 2 (slot): '8' is not a slot: write it as 15:00-16:00; if it is the beginning of one, name the slots with --slots"
    )
  }

  @Test("NA is nothing, and numbers that differ in leading zeros are one practice")
  func missing() throws {
    let (calls, remarks) = try read("practice,slot,date,disposition\n012,8-9,NA,NA\n12,9-10,NA,busy\n")
    #expect(calls.practices == ["012"])
    #expect(calls.unmadeRows == 1)
    #expect(
      remarks == [
        "column practice: numbers that differ in leading zeros only, such as '12' and '012', are one practice"
      ])
    #expect(surveyFaults("practice,slot,reached\nNA,8-9,1\n").count == 1)
  }

  @Test("Three unknown codes on thousands of lines are three faults")
  func unknownCodes() {
    let rows = (0..<4200).map { "\($0),8-9,\(["x1", "x2", "x3"][$0 % 3])\n" }.joined()
    let faults = surveyFaults("practice,slot,disposition\n" + rows)
    #expect(faults.count == 3)
    #expect(faults.allSatisfy { $0.hasSuffix("(and on 1399 further lines)") })
  }
}

@Suite("Checking frames")
struct FrameCheckTests {
  private func check(_ text: String) throws -> [String] {
    var check = FrameCheck()
    return try CSVReader.read(Array(text.utf8), file: "f", to: &check).map(\.description)
  }

  @Test("A register is understood, and what is odd about it is said")
  func register() throws {
    #expect(
      try check(
        """
        Ydernummer;Praksis;Kommune;Telefon;Antal tilmeldte
        012345;Lægehuset;Aarhus;86 12 34 56;1500
        12346;Klinik 2;Århus Kommune;+45 86123456;1600
        012347;Klinik 3;Arhus;86 12 34 58;1700
        """) == [
          "1 row: column Telefon: a telephone number that another practice has too; on line 3",
          "column Kommune: 'Arhus' (1 row) is none of the 98 municipalities; did you mean 'Aarhus'?",
          "column Kommune: 'Aarhus' and 'Århus Kommune' are both Aarhus",
          "column Ydernummer: practice numbers of different lengths, such as '12346', '012345': were leading zeros dropped?",
        ])
    // Of places abroad nothing is said.
    #expect(try check("practice,municipality\n1,Leeds\n2,York\n").isEmpty)
  }

  @Test("The frame has the names of municipalities and keeps their codes beside them")
  func codes() throws {
    let frame = try Frame(
      reading: Array("Ydernummer;Kommunekode;Kommunenavn\n1;751;Århus\n2;0751;Aarhus\n3;727;Odder\n".utf8),
      file: "f",
      requiring: .practiceOnly)
    #expect(frame.groups(by: "municipality")?.map(\.label) == ["Aarhus", "Odder"])
    #expect(frame.values(of: "Kommunekode") == ["0751", "0751", "0727"])
    #expect(frame.groups(by: "Kommunekode")?.map(\.label) == ["0727 Odder", "0751 Aarhus"])
    #expect(frame.column(named: "kommune") == "municipality")
    #expect(frame.column(named: "kommunekode") == "Kommunekode")
    #expect(frame.column(named: "kluster") == nil)
  }
}
