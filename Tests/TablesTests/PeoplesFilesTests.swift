import Tables
import Testing

/// Files as people and their programs really make them.
@Suite("Peoples' files")
struct PeoplesFilesTests {
  /// The remarks on a file.
  private func remarks(_ text: String) throws -> [String] {
    var recorder = Recorder()
    return try CSVReader.read(Array(text.utf8), file: "t.csv", to: &recorder).map(\.description)
  }

  @Test("A stray quote makes one row of several: legal, and remarked on")
  func strayQuote() throws {
    // Five calls; the quotes in the notes of the first and the fourth close each other.
    let text = "practice,note\n1,\"closed\n2,\n3,\n4,\"\n5,\n"
    #expect(Recorder.reading(text).rows == [["1", "closed\n2,\n3,\n4,"], ["5", ""]])
    #expect(
      try remarks(text) == [
        "1 row: column note: a field in quotes runs over several lines; a quote too many or too few swallows rows; on line 2"
      ])
    #expect(try remarks("a,b\n1,\"x\"\n2,\"\"\"\"\n").isEmpty)
    // CR inside quotes, in the header and in the last row without a line end.
    #expect(
      try remarks("\"a\nb\",c\n1,\"x\ry\"") == [
        "1 row: column a\\nb: a field in quotes runs over several lines; a quote too many or too few swallows rows; on line 1",
        "1 row: column c: a field in quotes runs over several lines; a quote too many or too few swallows rows; on line 3",
      ])
  }

  @Test(
    "Where the header holds several delimiters, the first row tells which one it is",
    arguments: [
      (
        "Ydernummer;Navn, adresse, by, telefon;Dag\n1;A;B\n",
        ["Ydernummer", "Navn, adresse, by, telefon", "Dag"]
      ),
      ("a;b,c\n1;2,5\n", ["a", "b,c"]),
      ("a;b,c\n1;2\n", ["a", "b,c"]),
      ("a,b;c,d\n1,2,3\n", ["a", "b;c", "d"]),
      // The row decides nothing: the more frequent one, as ever.
      ("a,b,c;d\n1\n", ["a", "b", "c;d"]),
      ("a,b;c\n", ["a,b", "c"]),
    ])
  func delimiters(text: String, names: [String]) {
    #expect(Recorder.reading(text).header == names)
  }

  @Test("Row numbers that pandas and R write are passed over")
  func rowNumbers() {
    #expect(Recorder.reading(",practice\n0,7\n1,8\n").rows == [["0", "7"], ["1", "8"]])
    #expect(Recorder.reading("\"\",\"practice\"\n\"1\",7\n").faultCount == 0)
    let header = TableHeader(["", "practice"])
    #expect(header.index(of: "") == nil)
    #expect(header.index(of: "practice") == 1)
    #expect(header.missingColumnMessage("slot").hasSuffix("The columns are: practice"))
  }

  @Test(
    "A column is found in other letter cases, spaces, marks and Danish letters, unless two are alike",
    arguments: [
      ("Kommunekode", 0 as Int?), ("kommunekode", 0), ("KOMMUNE KODE", 0), ("ventetid sek", 1),
      ("Ventetid (sek.)", 1),
      ("forsoeg", 2), ("Forsøg", 2), ("FORSØG", 2), ("aarhus", 3), ("A\u{30A}rhus", 3), ("yder nr", nil),
    ])
  func folding(name: String, index: Int?) {
    let header = TableHeader(["Kommunekode", "Ventetid (sek.)", "Forsøg", "Århus", "Yder-nr", "Yder.nr"])
    #expect(header.index(of: name) == index)
  }

  @Test("The same fault on many lines is one fault with a count, and a fault in another column is another")
  func groups() throws {
    var faults = TableFaults(file: "t.csv")
    for line in 2...4201 { faults.add("'\(["a", "b", "c"][line % 3])' is unknown", line: line, field: 1) }
    faults.add("'a' is unknown", line: 9, field: 2)
    #expect(faults.count == 4201)
    #expect(
      faults.faults.map(\.description) == [
        "t.csv, line 2, column 2: 'c' is unknown (and on 1399 further lines)",
        "t.csv, line 3, column 2: 'a' is unknown (and on 1399 further lines)",
        "t.csv, line 4, column 2: 'b' is unknown (and on 1399 further lines)",
        "t.csv, line 9, column 3: 'a' is unknown",
      ])
    #expect(faults.uncounted == 0)
    // Beyond ten thousand, messages are not built any more.
    for line in 1...20_000 { faults.add("'a' is unknown", line: line, field: 1) }
    #expect(faults.count == 24_201)
    #expect(faults.uncounted == 24_201 - 10_000)
  }

  @Test(
    "What a column's marks mean shows in the whole column",
    arguments: [
      (["1.509", "950"], NumberMarks.Meaning.doubtful(example: "1.509", line: 1, besideWholeNumbers: true)),
      (["0", "1.509", "2.250"], .doubtful(example: "1.509", line: 2, besideWholeNumbers: false)),
      (["1.509", "12.5"], .decimals), (["1.509", "0.5"], .decimals),
      (["1.509", "12,5"], .thousands(example: "1.509", line: 1)),
      (["12,5", "-1.509 "], .thousands(example: "-1.509", line: 2)),
      (["1.509", "1,509"], .thousands(example: "1.509", line: 1)),
      (["0.509", "950"], .decimals), (["1234.509"], .decimals), (["950", "1509"], .decimals), ([], .decimals),
      (["", "-", "1.5e3"], .decimals),
    ])
  func marks(texts: [String], meaning: NumberMarks.Meaning) {
    var marks = NumberMarks()
    for (place, text) in texts.enumerated() { marks.take(text, line: place + 1) }
    #expect(marks.meaning == meaning)
  }

  @Test(
    "A text that a spreadsheet would run gets an apostrophe for it, and loses it when it is read",
    arguments: [
      ("=SUM(A1:A9)", "'=SUM(A1:A9)"), ("@cmd", "'@cmd"), ("-2+3", "'-2+3"), ("+1+1", "'+1+1"),
      ("'=x", "''=x"), ("+45 86 12 34 56", "+45 86 12 34 56"), ("+4586123456", "+4586123456"),
      ("-2,5", "-2,5"),
      ("'t Hoff", "'t Hoff"), ("Lægehuset", "Lægehuset"), ("", ""),
    ])
  func formulas(text: String, written: String) {
    for format in [TableFormat.standard, .excelDanish] {
      let table = Table(header: ["a", text.isEmpty ? "b" : text], rows: [["1", text]])
      let bytes = table.bytes(format: format)
      let isGuarded = String(decoding: bytes, as: UTF8.self).contains(written)
      #expect(format == .standard ? String(decoding: bytes, as: UTF8.self).contains(text) : isGuarded)
      #expect((try? Table(bytes, file: "t.csv"))?.rows == table.rows)
    }
  }

  // R 4.2.2, x <- data.frame(practice = c("P1", "P2"), slot = c("8-9", "9-10"), disposition = c("busy", NA)).
  @Test("A table of R's write.table whose header leaves the row names out is read, and remarked on")
  func rowNames() throws {
    // write.table(x, sep = ";"), and sep = "\t", quote = FALSE.
    for text in [
      "\"practice\";\"slot\";\"disposition\"\n\"1\";\"P1\";\"8-9\";\"busy\"\n\"2\";\"P2\";\"9-10\";NA\n",
      "practice\tslot\tdisposition\n1\tP1\t8-9\tbusy\n2\tP2\t9-10\tNA\n",
    ] {
      let read = Recorder.reading(text)
      #expect(read.header == ["", "practice", "slot", "disposition"])
      #expect(read.rows == [["1", "P1", "8-9", "busy"], ["2", "P2", "9-10", "NA"]])
      #expect(
        try remarks(text) == [
          "the rows have a field more than the header; the first, which numbers them, was passed over, as R writes it"
        ])
    }
  }

  @Test(
    "Where the further field does not number the rows, or spaces stand between the columns, it is said how R writes a table that is read"
  )
  func otherTablesOfR() throws {
    func faults(_ text: String) -> String {
      var recorder = Recorder()
      do {
        try CSVReader.read(Array(text.utf8), file: "t.csv", to: &recorder)
        return ""
      } catch { return "\(error)" }
    }
    // write.table(x) with its own separator, a space.
    #expect(
      faults("\"practice\" \"slot\"\n\"1\" \"P1\" \"8-9\"\n").contains(
        "in R write.csv(x, file, row.names = FALSE)"))
    // write.table(x[2:3, ], sep = ","): the row names are those of the whole.
    let subset = faults("\"practice\",\"slot\"\n\"2\",\"P1\",\"8-9\"\n\"3\",\"P2\",\"8-9\"\n")
    #expect(
      subset.contains("and R leaves out row names with row.names = FALSE")
        && subset.contains("1 further line"))
    // Practices that happen to begin with 1, and a nameless last column.
    #expect(faults("practice,slot\n1,8-9,x\n7,8-9,y\n").contains("the first does not number them"))
    // A delimiter at the end of every row is no column.
    #expect(Recorder.reading("practice,slot\n1,8-9,\n2,9-10,\n").header == ["practice", "slot"])
  }
}
