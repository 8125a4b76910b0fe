import SurveyDesign
import Tables
import Testing

@Suite("Frame")
struct FrameTests {
  static let file = """
    practice,municipality,gps,listed_patients,stratum,weight,cluster
    10,Aarhus,2,3100,city,1,Nord
    9,Samsø,1,1200,island,1.5,
    A2,Aarhus,1,1500,city,1,Syd

    """

  static func read(_ text: String, requiring: FrameReader.Requirement = .allColumns) throws -> Frame {
    try Frame(reading: Array(text.utf8), file: "practices.csv", requiring: requiring)
  }

  @Test("is read from a file and stands in the natural order of its numbers")
  func reading() throws {
    let frame = try Self.read(Self.file)
    #expect(frame.practices.map(\.id) == ["9", "10", "A2"])
    #expect(frame.extraColumns == ["cluster"])
    #expect(
      frame.practices[0]
        == FramePractice(
          id: "9", municipality: "Samsø", gps: 1, listedPatients: 1_200, stratum: "island", weight: 1.5,
          extra: [""]))
    #expect(frame.index(of: "A2") == 2)
    #expect(frame.index(of: "11") == nil)
  }

  @Test("does not depend on the order of the file, and is read back from what it writes")
  func orderAndRoundTrip() throws {
    let frame = try Self.read(Self.file)
    var lines = Self.file.split(separator: "\n")
    lines[1...].reverse()
    #expect(try Self.read(lines.joined(separator: "\n")) == frame)
    let written = frame.bytes()
    #expect(try Frame(reading: written, file: "again.csv") == frame)
    #expect(
      String(decoding: written, as: UTF8.self).hasPrefix(
        "practice,municipality,gps,listed_patients,stratum,weight,cluster\n9,Samsø,1,1200,island,1.5,\n"))
    #expect(try Frame(reading: frame.bytes(format: .excelDanish), file: "excel.csv") == frame)
  }

  @Test("groups practices by any column, groups in natural order")
  func groups() throws {
    let frame = try Self.read(Self.file)
    let gps = try #require(frame.groups(by: "gps"))
    #expect(gps.map(\.label) == ["1", "2"])
    #expect(gps.map(\.members) == [[0, 2], [1]])
    #expect(frame.groups(by: "cluster")?.map(\.label) == ["", "Nord", "Syd"])
    #expect(frame.groups(by: "weight")?.map(\.label) == ["1", "1.5"])
    #expect(frame.strata.map(\.label) == ["city", "island"])
    #expect(frame.groups(by: "Cluster") == nil)
    #expect(frame.values(of: "municipality") == ["Samsø", "Aarhus", "Aarhus"])
  }

  @Test("tells every fault of a file at once, each with its line")
  func faults() throws {
    let text = """
      practice,municipality,gps,listed_patients,stratum,weight
      1,Aarhus,0,1500,,1
      2,Aarhus,x,-3,,1
      2,Aarhus,1,1500,,0
      ,Aarhus,1,1500,,1
      1,Aarhus,1,1500,,nan
      6,Aarhus,1,99999999999999999999,,1
      7,Aarhus,1,1500,,1e10
      8,Aarhus,9223372036854775807,1500,,1
      """
    let faults = try #require(#expect(throws: TableFaults.self) { try Self.read(text) })
    #expect(faults.faults.map(\.line) == [2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 9])
    #expect(
      faults.faults.map(\.columnName) == [
        "gps", "gps", "listed_patients", "practice", "weight", "practice", "practice", "weight",
        "listed_patients", "weight", "gps",
      ])
    #expect(faults.description.contains("'2' already stands on line 3"))
  }

  @Test("names each required column that is missing")
  func missingColumns() throws {
    let faults = try #require(
      #expect(throws: TableFaults.self) { try Self.read("practice,municipality,gp,weight\n1,A,1,1\n") })
    #expect(faults.count == 3)
    #expect(faults.description.contains("did you mean 'gp'?"))
  }

  @Test("a list of practice numbers is enough for a call list, and what it lacks groups nothing")
  func practiceOnly() throws {
    let frame = try Self.read("practice;telefon\n7;86 12 34 56\n", requiring: .practiceOnly)
    #expect(frame.absentColumns == [.municipality, .gps, .listedPatients, .stratum, .weight])
    #expect(frame.columnNames == ["practice", "telefon"])
    #expect(frame.groups(by: "gps") == nil)
    #expect(frame.groups(by: "telefon")?.count == 1)
    #expect(frame.strata.map(\.members) == [[0]])
  }

  @Test("a frame made in memory is checked as a file is")
  func checked() throws {
    #expect(throws: DesignFaults.self) { try Frame([]) }
    let faults = #expect(throws: DesignFaults.self) {
      try Frame(
        [
          FramePractice(id: "1", gps: 0), FramePractice(id: "1", weight: -.infinity), FramePractice(id: ""),
          FramePractice(id: "2", extra: ["too", "many"]),
        ], extraColumns: ["gps"])
    }
    // A column, a number of GPs, a weight, a double, a nameless one, and four wrong numbers of extra values.
    #expect(faults?.faults.count == 9)
  }

  @Test("the schema names the columns of the file")
  func schema() throws {
    #expect(
      Frame.schema(extraColumns: ["cluster"]).columnNames == [
        "practice", "municipality", "gps", "listed_patients", "stratum", "weight", "cluster",
      ])
  }
}

@Suite("Natural order")
struct NaturalOrderTests {
  @Test(
    "compares numbers as numbers",
    arguments: [
      ["9", "10", "A2", "A10", "a1"], ["P1", "P2", "P10", "P10a", "P100"], ["", "0", "1"], ["1.2", "1.10"],
      ["99999999999999999999", "100000000000000000000"], ["01", "1", "2"], ["x", "x0", "x1y", "x1z"],
    ])
  func sorting(names: [String]) {
    #expect(NaturalOrder.sorted(names.reversed()) == names)
    for (place, left) in names.enumerated() {
      for (otherPlace, right) in names.enumerated() {
        #expect(NaturalOrder.precedes(left, right) == (place < otherPlace))
      }
    }
  }
}
