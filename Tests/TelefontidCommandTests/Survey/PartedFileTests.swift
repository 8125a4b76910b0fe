import Files
import SurveyDesign
import Tables
import TestSupport
import Testing

@testable import Surveys
@testable import TelefontidCommand

/// A long file is read in parts at the same time, and must give what reading it in one gives.
@Suite("A calls file read in parts")
struct PartedFileTests {
  /// Rows of a survey whose practices, slots and groups go on becoming more; a part of a file holds a thousand of them or so.
  private static func rows(_ count: Int = 16_000, row: (Int) -> String = plain) -> String {
    "replication,practice,slot,date,attempt,disposition,area\n" + (0..<count).map { row($0) + "\n" }.joined()
  }

  private static func plain(_ row: Int) -> String {
    let hour = 8 + row / 37 % min(8, 1 + row / 1500)
    let slot = "\(hour < 10 ? "0" : "")\(hour):00-\(hour < 9 ? "0" : "")\(hour + 1):00"
    let words = ["answered-by-doctor", "busy", "no-answer", "referral-message", ""]
    return
      "\(row / 5000),P\(row % 5000 / 2 + row / 5000 * 7),\(slot),2026-09-0\(1 + row % 7),\(1 + row % 2),\(words[row % 5]),area \(row / 97 % 90)"
  }

  /// The file's calls, read in one.
  private static func inOne(_ file: String, _ options: SurveyCallReader.Options) throws -> SurveyCalls {
    var consumer = SurveyCallReader(options)
    let remarks = try CSVReader.read(try InputFile.contents(of: file), file: file, to: &consumer)
    var calls = consumer.surveyCalls()
    calls.remarks = remarks
    return calls
  }

  /// Reads a text in parts and, where there is anything to compare it with, in one.
  private static func read(
    _ text: String, _ options: SurveyCallReader.Options = .init(), partsAtATime: Int = 3,
    partLength: Int = 1 << 16
  ) throws -> (parts: SurveyCalls, one: SurveyCalls)? {
    let here = try TemporaryFolder()
    try here.write(text, to: "calls.csv")
    let path = here.path + "/calls.csv"
    guard
      let parts = try PartedFile.calls(of: path, options, partsAtATime: partsAtATime, partLength: partLength)
    else {
      return nil
    }
    return (parts, try inOne(path, options))
  }

  private static func expectSame(_ read: (parts: SurveyCalls, one: SurveyCalls)) {
    let (parts, one) = read
    #expect(parts.practices == one.practices)
    #expect(parts.slots == one.slots)
    #expect(parts.calls.map(\.key) == one.calls.map(\.key))
    #expect(parts.calls.map(\.row) == one.calls.map(\.row))
    #expect(parts.calls.map(\.rank) == one.calls.map(\.rank))
    #expect(parts.calls.map(\.disposition) == one.calls.map(\.disposition))
    #expect(parts.replications == one.replications)
    #expect(parts.columns.map(\.labels) == one.columns.map(\.labels))
    #expect(parts.columns.map(\.values) == one.columns.map(\.values))
    #expect(parts.rows == one.rows && parts.unmadeRows == one.unmadeRows)
    #expect(parts.vagueWords == one.vagueWords)
    #expect(parts.remarks == one.remarks)
  }

  @Test(
    "Practices, slots, groups and attempts that come later, in any number of parts at a time",
    arguments: [1, 3, 16])
  func plainFile(partsAtATime: Int) throws {
    var options = SurveyCallReader.Options()
    options.groupColumns = ["area"]
    let read = try #require(try Self.read(Self.rows(), options, partsAtATime: partsAtATime))
    #expect(
      read.one.replications.count == 4 && read.one.columns[0].labels.count == 90 && read.one.slots.count == 8)
    Self.expectSame(read)
  }

  @Test("Quoted fields, CRLF, a missing line feed at the end")
  func otherForms() throws {
    let quoted = Self.rows { row in
      Self.plain(row).split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(
        separator: ",")
    }
    for text in [quoted, quoted.replacing("\n", with: "\r\n"), String(Self.rows().dropLast())] {
      Self.expectSame(try #require(try Self.read(text)))
    }
  }

  /// What a late row says that makes it necessary to read the file in one.
  @Test(
    "Whatever is not plain is left to one reader",
    arguments: [
      ("a field over two lines", "2,P1,08:00-09:00,2026-09-01,1,busy,\"two\nlines\""),
      ("a code that is not known", "3,P1,08:00-09:00,2026-09-01,1,what,x"),
      ("a fault", "3,P1,when,2026-09-01,1,busy,x"),
      ("too few fields", "3,P1,08:00-09:00"),
      ("a replication that goes on", "0,P1,08:00-09:00,2026-09-01,1,busy,x"),
      ("a date with slashes", "3,P1,08:00-09:00,01/02/2026,1,busy,x"),
      ("a vague word", "3,P1,08:00-09:00,2026-09-01,1,kø,x"),
      ("a quote that is not closed", "3,P1,08:00-09:00,2026-09-01,1,busy,\"x"),
    ])
  func notPlain(what: String, late: String) throws {
    let text = Self.rows { row in row == 15_000 ? late : Self.plain(row) }
    #expect(try Self.read(text) == nil, "\(what)")
  }

  @Test("Two outcomes of one attempt, far apart, are found by one reader")
  func contradiction() throws {
    let text = Self.rows { row in
      row == 15_500
        ? "3,Q,08:00-09:00,2026-09-01,1,busy,x"
        : row == 15_001 ? "3,Q,08:00-09:00,2026-09-01,1,no-answer,x" : Self.plain(row)
    }
    #expect(try Self.read(text) == nil)
  }

  @Test("Numbers that lose their zeros in a later part are one practice, and it is said")
  func zeros() throws {
    let text = Self.rows { row in
      row == 15_500
        ? "3,0042,08:00-09:00,2026-09-01,1,busy,x"
        : row == 9_000 ? "1,42,08:00-09:00,2026-09-01,1,busy,x" : Self.plain(row)
    }
    let read = try #require(try Self.read(text))
    Self.expectSame(read)
    // The rows' attempts 2 without a first are said besides.
    let others = read.one.remarks.filter { !$0.message.english.hasPrefix("calls that begin with attempt 2") }
    #expect(others.count == 1)
  }

  /// A row of a long survey: days in order, some calls tried again on the same day, some not made.
  private static func long(_ row: Int, _ attempt: Int = 1) -> String {
    let (practice, slot, day) = (row % 40, row / 40 % 8, row / 320)
    let words = [
      "answered-by-doctor", "busy", "no-answer", "referral-message", "wrong-number", "", "hold-limit",
    ]
    return
      "0,P\(practice),\(slot < 2 ? "0" : "")\(8 + slot):00-\(slot < 1 ? "0" : "")\(9 + slot):00,\(date(day)),\(attempt),\(words[(row * 7 + attempt + row / 11) % 7]),x"
  }

  private static func date(_ day: Int) -> String {
    CalendarDate(dayNumber: 16_000 + day).map { "\($0)" } ?? ""
  }

  /// How many calls of each practice and slot ended in each way.
  private static func counts(_ calls: SurveyCalls) -> [[Int]: Int] {
    var counts: [[Int]: Int] = [:]
    for replication in calls.replications {
      for call in calls.calls[replication.calls] {
        counts[
          [replication.number, call.practice, call.slot, call.disposition.ordinal, call.isRedialled ? 1 : 0],
          default: 0] += call.count
      }
    }
    return counts
  }

  @Test(
    "Calls that need not be kept one by one are counted, however they stand in the file",
    arguments: [1, 16])
  func counted(partsAtATime: Int) throws {
    var options = SurveyCallReader.Options()
    options.keepsEachCall = false
    let rows = 5_000
    let made = { (row: Int) in !Self.long(row).contains(",,") && row % 9 == 0 }
    let texts = [
      Self.rows(rows) { Self.long($0) },
      // Redialled at once.
      Self.rows(rows) { Self.long($0) + (made($0) && made($0 + 2) ? "\n" + Self.long($0, 2) : "") },
      // The last first, and in no order.
      Self.rows(rows) { Self.long(rows - 1 - $0) },
      Self.rows(rows) { Self.long($0 * 7_919 % rows) },
      Self.rows(rows) { Self.long($0) }.replacing("\n", with: "\r\n"),
      Self.rows(rows) { "\"" + Self.long($0).replacing(",", with: "\",\"") + "\"" },
    ]
    for text in texts {
      let read = try #require(
        try Self.read(text, options, partsAtATime: partsAtATime, partLength: 1 << 14))
      #expect(Self.counts(read.parts) == Self.counts(read.one))
      #expect(read.parts.calls.count < read.one.calls.count)
      #expect(read.parts.practices == read.one.practices && read.parts.slots == read.one.slots)
      #expect(
        read.parts.replications.map { [$0.number, $0.rows, $0.unmadeRows] }
          == read.one.replications.map { [$0.number, $0.rows, $0.unmadeRows] })
      #expect(read.parts.remarks == read.one.remarks && read.parts.unmadeRows == read.one.unmadeRows)
    }
  }

  @Test(
    "Practices and slots that come late are counted by their own numbers, also in another replication",
    arguments: [1, 16])
  func latecomers(partsAtATime: Int) throws {
    var options = SurveyCallReader.Options()
    options.keepsEachCall = false
    // Every fifth row has one of two hundred practices that go on coming; each forty rows have a day of their own.
    let text = Self.rows(20_000) { row in
      let practice = row % 5 == 0 ? "N\(row / 5 % 20 + row / 2_000 * 20)" : "P\(row % 40)"
      let hour = 10 + row / 40 % 2 + row / 8_000
      let word = row % 3 == 0 ? "busy" : "answered-by-doctor"
      return "\(row / 15_000),\(practice),\(hour):00-\(hour + 1):00,\(Self.date(row / 40)),1,\(word),x"
    }
    let read = try #require(try Self.read(text, options, partsAtATime: partsAtATime, partLength: 1 << 14))
    #expect(Self.counts(read.parts) == Self.counts(read.one))
    #expect(read.parts.calls.count < read.one.calls.count)
    #expect(read.parts.practices == read.one.practices && read.parts.slots == read.one.slots)
    #expect(read.parts.practices.count == 232)
    #expect(read.parts.replications.map(\.rows) == [15_000, 5_000])
  }

  @Test(
    "Attempts of which the order, or another row, decides are left to one reader",
    arguments: [
      "0,P1,08:00-09:00,2013-10-22,1,busy,x", "0,P1,08:00-09:00,2013-10-22,8,busy,x",
      "0,P1,08:00-09:00,2013-10-22,2,not-attempted,x", "0,P1,08:00-09:00,2033-10-22,2,busy,x",
      "1,P1,08:00-09:00,2033-10-22,2,busy,x",
    ])
  func notCounted(late: String) throws {
    var options = SurveyCallReader.Options()
    options.keepsEachCall = false
    let text = Self.rows(5_000) { $0 == 4_999 ? late : Self.long($0) }
    #expect(try Self.read(text, options, partLength: 1 << 14) == nil)
  }

  @Test("What estimate prints of a long file is what it prints of its calls one by one")
  func sameEstimates() throws {
    let here = try TemporaryFolder()
    try here.write(Self.rows(12_000) { Self.long($0) }, to: "calls.csv")
    let path = here.path + "/calls.csv"
    for keeps in [true, false] {
      var options = SurveyCallReader.Options()
      options.keepsEachCall = keeps
      let calls = try #require(try PartedFile.calls(of: path, options, partsAtATime: 4, partLength: 1 << 15))
      #expect(calls.calls.allSatisfy { $0.count == 1 } == keeps)
      let one = try Self.inOne(path, options)
      let (parts, whole) = (
        SurveyAnalysis(calls, frame: nil, estimator: .init()),
        SurveyAnalysis(one, frame: nil, estimator: .init())
      )
      for definition in [ReachedDefinition.agreement, .person] {
        for grouping in [try calls.grouped(by: ["slot"], frame: nil), calls.allTogether] {
          let other = try one.grouped(by: grouping.by == "all" ? [] : ["slot"], frame: nil)
          #expect(
            Array(parts.rates(grouping, definition, in: calls.replications[0]))
              == Array(whole.rates(other, definition, in: one.replications[0])))
        }
      }
    }
  }

  @Test("A pipe, and a short file, are read in one")
  func short() throws {
    let here = try TemporaryFolder()
    try here.write(Self.rows(10), to: "calls.csv")
    #expect(try PartedFile.calls(of: here.path + "/calls.csv", .init(), partsAtATime: 2) == nil)
    #expect(try PartedFile.calls(of: "/dev/null", .init(), partsAtATime: 2, partLength: 0) == nil)
  }
}
