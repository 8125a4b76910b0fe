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
  /// Rows of a survey whose practices, slots and groups go on becoming more; a piece of input holds 4,000 of them or so.
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
    _ text: String, _ options: SurveyCallReader.Options = .init(), partsAtATime: Int = 3
  ) throws -> (parts: SurveyCalls, one: SurveyCalls)? {
    let here = try TemporaryFolder()
    try here.write(text, to: "calls.csv")
    let path = here.path + "/calls.csv"
    guard let parts = try PartedFile.calls(of: path, options, partsAtATime: partsAtATime, partLength: 1)
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
    let others = read.one.remarks.filter { !$0.message.hasPrefix("calls that begin with attempt 2") }
    #expect(others.count == 1)
  }

  @Test("A pipe, and a short file, are read in one")
  func short() throws {
    let here = try TemporaryFolder()
    try here.write(Self.rows(10), to: "calls.csv")
    #expect(try PartedFile.calls(of: here.path + "/calls.csv", .init(), partsAtATime: 2) == nil)
    #expect(try PartedFile.calls(of: "/dev/null", .init(), partsAtATime: 2, partLength: 0) == nil)
  }
}
