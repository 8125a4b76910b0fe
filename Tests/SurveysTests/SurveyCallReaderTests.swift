import SurveyDesign
import Tables
import Testing

@testable import Surveys

/// Reads a calls file from text.
func surveyCalls(
  _ text: String, _ change: (inout SurveyCallReader.Options) -> Void = { _ in }
) throws -> SurveyCalls {
  var options = SurveyCallReader.Options()
  change(&options)
  var reader = SurveyCallReader(options)
  try CSVReader.read(Array(text.utf8), file: "calls.csv", to: &reader)
  return reader.surveyCalls()
}

/// The faults of a calls file from text, as lines.
func surveyFaults(
  _ text: String, _ change: (inout SurveyCallReader.Options) -> Void = { _ in }
) -> [String] {
  do {
    _ = try surveyCalls(text, change)
    return []
  } catch let faults as TableFaults {
    return faults.faults.map(\.description)
  } catch {
    return ["\(error)"]
  }
}

@Suite("Reading calls files")
struct SurveyCallReaderTests {
  /// Looking for what was meant takes longer than all else that is done for a row, and most of it would never be read.
  @Test("What unknown words may have meant is only looked for where it is said", .timeLimit(.minutes(1)))
  func manyUnknownWords() throws {
    let frame = try Frame((0..<20_000).map { FramePractice(id: "practice-\($0)") })
    let rows = (0..<50_000).map { "practise-\($0),8-9,no-answer\($0)\n" } + ["practise-1,9-10,busy\n"]
    let lines = surveyFaults("practice,slot,disposition\n" + rows.joined()) { $0.frame = frame }
    #expect(lines.count == TableFaults.standardLimit)
    #expect(lines.count { $0.contains("did you mean 'practice-") } == TableFaults.standardLimit / 2)
    #expect(lines.count { $0.contains("did you mean 'no-answer'?") } == TableFaults.standardLimit / 2)
  }

  @Test(
    "Slots, dates, codes and times are understood in many spellings",
    arguments: [
      "practice,slot,disposition\n1,15:00-16:00,no-answer\n",
      "practice;slot;disposition\n1;15-16;ikke kontakt\n",
      "Ydernummer;Tidsrum;Udfald\r\n 1 ;kl. 15-16;INTET SVAR\r\n",
      "\u{FEFF}Ydernr\tTidsrum\tResultat\n1\t15.00–16.00\tSvarer ikke\n",
      "practice,dialled,reached\n1,15.07,nej\n",
      "practice,dialled,reached\n1,15:59:59,0\n",
      "practice,slot,date,reached\n1,15-16,7-4-2015,FALSE\n",
    ])
  func spellings(text: String) throws {
    let calls = try surveyCalls(text)
    #expect(calls.practices == ["1"])
    #expect(calls.slots.map(\.label) == ["15:00-16:00"])
    #expect(calls.calls.map(\.disposition) == [.noAnswer])
  }

  @Test("A Windows-1252 code is the same as one in UTF-8")
  func encodings() throws {
    var bytes = Array("practice;slot;disposition\n1;8-9;".utf8) + [0x4C, 0xE6, 0x67, 0x65]  // Læge
    bytes += Array("\n2;8-9;læge\n3;8-9;LAEGE\n".utf8)
    var reader = SurveyCallReader()
    try CSVReader.read(bytes, file: "calls.csv", to: &reader)
    #expect(reader.surveyCalls().calls.map(\.disposition) == .init(repeating: .answeredByDoctor, count: 3))
  }

  @Test("The highest attempt of a call counts, wherever it stands")
  func attempts() throws {
    let calls = try surveyCalls(
      """
      practice,slot,date,attempt,disposition
      7,8-9,2015-04-07,2,answered-by-staff
      7,8-9,2015-04-07,1,busy
      8,8-9,2015-04-07,1,busy
      7,8-9,2015-04-08,1,no-answer
      7,9-10,2015-04-07,1,cut-off
      8,8-9,2015-04-07,2,busy
      8,8-9,2015-04-07,3,refused
      """)
    #expect(
      calls.calls.map(\.disposition) == [.answeredByStaff, .noAnswer, .cutOff, .refused])
    #expect(calls.rows == 7)
    #expect(calls.practicesCalled == 2)
  }

  @Test("Without attempts, the call dialled last counts; a planned row beside its outcome is no outcome")
  func lastDialled() throws {
    let byTime = try surveyCalls(
      "practice,slot,dialled,disposition\n7,8-9,08:40,answered-by-staff\n7,8-9,08:10,busy\n")
    #expect(byTime.calls.map(\.disposition) == [.answeredByStaff])
    for rows in ["7,8-9,busy\n7,8-9,\n", "7,8-9,\n7,8-9,busy\n", "7,8-9,busy\n7,8-9,busy\n"] {
      let calls = try surveyCalls("practice,slot,disposition\n\(rows)")
      #expect(calls.calls.map(\.disposition) == [.busy])
    }
  }

  @Test(
    "Two outcomes of one attempt are a fault with a remedy, whatever the order of the rows",
    arguments: [
      (
        "slot,disposition", "8-9,busy", "8-9,refused",
        "column 3 (disposition): two outcomes of one attempt: the same practice, slot, day and attempt as in row 1 of the calls, "
          + "which ended in busy; give the call's date, or number the attempts in a column 'attempt'"
      ),
      (
        "slot,attempt,disposition", "8-9,2,busy", "8-9,2,no-answer",
        "column 3 (attempt): two outcomes of one attempt: the same practice, slot, day and attempt as in row 1 of the calls, "
          + "which ended in busy; number the attempts 1, 2, …"
      ),
      (
        "dialled,reached", "08:10,0", "08:10,1",
        "column 3 (reached): two outcomes of one attempt: the same practice, slot, day and attempt as in row 1 of the calls, "
          + "which ended in no-answer; note when each was dialled, or number them in a column 'attempt'"
      ),
    ])
  func twoOutcomes(header: String, first: String, second: String, fault: String) {
    #expect(
      surveyFaults("practice,\(header)\n7,\(first)\n7,\(second)\n") == ["calls.csv, line 3, \(fault)"])
    #expect(surveyFaults("practice,\(header)\n7,\(second)\n7,\(first)\n").count == 1)
  }

  @Test("Slots are hours, or those that were named, where the file has none")
  func derivedSlots() throws {
    let text = "practice,dialled,reached\n1,12:59:59,1\n2,13:00,1\n3,08:30,1\n"
    #expect(try surveyCalls(text).slots.map(\.label) == ["08:00-09:00", "12:00-13:00", "13:00-14:00"])
    let named = try surveyCalls(text) { $0.slots = [Slot](parsing: ["8-12", "12-16"]) }
    #expect(named.slots.map(\.label) == ["08:00-12:00", "12:00-16:00"])
    #expect(named.calls.map(\.slot) == [1, 1, 0])
    #expect(surveyFaults(text) { $0.slots = [Slot](parsing: ["8-12"]) }.count == 2)
  }

  @Test("Other slots take the place of the file's: by its slots where these lie in one, by times where not")
  func otherSlots() throws {
    // Dialled after the slot, inside it, and in a slot that the new ones cut through.
    let text = "practice,slot,dialled,reached\n1,8-9,09:10,1\n2,9-10,09:20,1\n3,11-13,12:30,0\n4,15-16,,0\n"
    #expect(try surveyCalls(text).slots.count == 4)
    let halves = try surveyCalls(text) { $0.slots = [Slot](parsing: ["8-9", "9-12", "12-16"]) }
    #expect(halves.slots.map(\.label) == ["08:00-09:00", "09:00-12:00", "12:00-16:00"])
    #expect(halves.calls.map(\.slot) == [0, 1, 2, 2])
    #expect(
      surveyFaults(text) { $0.slots = [Slot](parsing: ["8-12", "13-15"]) } == [
        "calls.csv, line 4, column 3 (dialled): 12:30:00 lies outside every slot that was named",
        "calls.csv, line 5, column 2 (slot): its slot 15:00-16:00 lies in none of those that were named, and it has no time",
      ])
  }

  @Test("A call without an outcome is planned and not made")
  func unmade() throws {
    let calls = try surveyCalls("practice,slot,disposition\n1,8-9,\n2,8-9,busy\n")
    #expect(calls.unmadeRows == 1)
    #expect(calls.calls.map(\.disposition) == [.notAttempted, .busy])
  }

  @Test("Leading zeros that a spreadsheet dropped are found again in the frame")
  func leadingZeros() throws {
    let frame = try Frame([FramePractice(id: "012345"), FramePractice(id: "112345")])
    let calls = try surveyCalls("practice,slot,disposition\n12345,8-9,busy\n") { $0.frame = frame }
    #expect(calls.calls.map(\.practice) == [0])
    let twins = try Frame([FramePractice(id: "012"), FramePractice(id: "0012")])
    #expect(surveyFaults("practice,slot,disposition\n12,8-9,busy\n") { $0.frame = twins }.count == 1)
  }

  @Test("Replications are told apart, and must stand together")
  func replications() throws {
    let calls = try surveyCalls(
      "replication,practice,slot,disposition\n0,1,8-9,busy\n0,2,8-9,busy\n4,1,8-9,busy\n4,1,8-9,busy\n4,2,8-9,\n"
    )
    #expect(
      calls.replications == [
        .init(number: 0, calls: 0..<2, rows: 2), .init(number: 4, calls: 2..<4, rows: 3, unmadeRows: 1),
      ])
    #expect(calls.rows == 5 && calls.unmadeRows == 1)
    #expect(
      surveyFaults("replication,practice,slot,disposition\n0,1,8-9,busy\n1,2,8-9,busy\n0,1,8-9,busy\n") == [
        "calls.csv, line 4, column 1 (replication): replication 0 goes on after another one; the rows of a replication must stand together"
      ])
  }

  @Test(
    "Faults have their line and say what is allowed",
    arguments: [
      (
        "practice,slot,disposition\n1,8-9,bussy\n",
        "calls.csv, line 2, column 3 (disposition): 'bussy' is no disposition that is known; did you mean 'busy'?"
      ),
      (
        "practice,slot,disposition\n1,8-9,optagt\n",
        "calls.csv, line 2, column 3 (disposition): 'optagt' is no disposition that is known; did you mean 'optaget'?"
      ),
      (
        "practice,slot,disposition\n,8-9,busy\n",
        "calls.csv, line 2, column 1 (practice): the practice has no number"
      ),
      (
        "practice,slot,reached\n1,8-9,måske\n",
        "calls.csv, line 2, column 3 (reached): 'måske' is neither yes nor no; allowed are 1, true, yes, ja and 0, false, no, nej"
      ),
      (
        "practice,slot,disposition\n1,morgen,busy\n",
        "calls.csv, line 2, column 2 (slot): 'morgen' is not a slot: write it as 15:00-16:00"
      ),
      (
        "practice,slot,date,disposition\n1,8-9,31-4-2015,busy\n",
        "calls.csv, line 2, column 3 (date): '31-4-2015' is no day of the calendar"
      ),
      (
        "practice,slot,attempt,disposition\n1,8-9,0,busy\n",
        "calls.csv, line 2, column 3 (attempt): 0 is no attempt; the first is 1"
      ),
    ])
  func faults(text: String, fault: String) {
    #expect(surveyFaults(text) == [fault])
  }

  @Test(
    "A file without what is needed is refused at its header",
    arguments: ["a,b,c\n1,2,3\n", "practice,slot\n1,8-9\n", "practice,disposition\n1,busy\n", "one\n1\n"])
  func missingColumns(text: String) {
    let faults = surveyFaults(text)
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.hasPrefix("calls.csv, line 1: there is no column '") })
  }

  @Test("Every disposition's name in either language, and every Danish code, means one disposition")
  func codes() {
    var seen: [String: Disposition] = [:]
    for disposition in Disposition.allCases {
      let names = [disposition.rawValue, disposition.englishName, disposition.danishName]
      for name in names + SurveyCodes.danishCodes(of: disposition) {
        let folded = foldedText(name)
        #expect(seen[folded] ?? disposition == disposition, "\(name)")
        seen[folded] = disposition
        #expect(SurveyCodes.builtIn.meaning(of: name)?.disposition == disposition, "\(name)")
      }
    }
    for (code, disposition) in SurveyCodes.vagueCodes {
      #expect(
        SurveyCodes.builtIn.meaning(of: code) == .init(disposition: disposition, isVague: true), "\(code)")
    }
  }

  @Test("Vague words are reported with how often they came")
  func vagueWords() throws {
    let calls = try surveyCalls(
      "practice,slot,disposition\n1,8-9,Telefonsvarer\n2,8-9,telefonsvarer\n3,8-9,optaget\n")
    #expect(calls.vagueWords == [.init(word: "telefonsvarer", disposition: .messageWithoutReferral, rows: 2)])
  }
}

extension [Slot] {
  fileprivate init(parsing texts: [String]) {
    self = texts.compactMap { try? Slot(parsing: $0) }
  }
}
