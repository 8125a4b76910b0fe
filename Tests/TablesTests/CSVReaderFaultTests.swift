import Tables
import Testing

@Suite("Faults in CSV")
struct CSVReaderFaultTests {
  @Test(
    "Every fault names file, line, column and what is allowed",
    arguments: [
      ("", ["t.csv, line 1: the file is empty; a table starts with a line of column names"]),
      (
        "\n\r\n",
        ["t.csv, line 1: the file is empty; a table starts with a line of column names"]
      ),
      ("\na,b\n", ["t.csv, line 2: no row follows the header; a table needs at least one"]),
      (
        ";;\n1;2;3\n",
        ["t.csv, line 1, column 1: the header has no column names; a table starts with a line of them"]
      ),
      (
        "a,,c,a\n1,2,3,4\n",
        [
          "t.csv, line 1, column 2: the column has no name; only the first, of row numbers, and those at the end that hold nothing may lack one",
          "t.csv, line 1, column 4 (a): the column has the same name as column 1; every column needs a name of its own",
        ]
      ),
      (
        "a,\u{1B}[31m\n1,2\n",
        [
          "t.csv, line 1, column 2 (\\u{1B}[31m): the column's name holds control characters; is this a text file?"
        ]
      ),
      (
        "a,b,c\n1,2\n1,2,3\n1,2,3,4\n",
        [
          "t.csv, line 2, column 3 (c): the row has 2 of 3 fields; each row needs as many as the header",
          "t.csv, line 4, column 4: the row has 4 fields and the header 3; a text with a delimiter in it must stand in quotes",
        ]
      ),
      (
        "a,b\n\"x\ny\",\"p\"q\n1,2\n",
        [
          "t.csv, line 3, column 2 (b): text after a closing quote; only a delimiter or a line break may follow it"
        ]
      ),
      (
        "a,b\n1,5\" pipe\n1,2\n",
        [
          "t.csv, line 2, column 2 (b): a quote inside a field without quotes; write the field in quotes and its quotes twice"
        ]
      ),
      (
        "a,b\n1,2\n\"",
        ["t.csv, line 3, column 1 (a): the opening quote has no closing quote before the file ends"]
      ),
      (
        "a,b\n1,2\n\n3,\"x\n,y\n\n",
        ["t.csv, line 4, column 2 (b): the opening quote has no closing quote before the file ends"]
      ),
      (
        "a,b\n1,2\n3,x\0y\n1,2\n",
        [
          "t.csv, line 3, column 2 (b): a NUL byte; allowed is plain text: if this is a workbook or UTF-16, save it as CSV in UTF-8"
        ]
      ),
      (
        "PK\u{3}\u{4}xl/workbook.xml",
        [
          "t.csv, line 1: the file is a workbook or a ZIP archive; allowed is plain text: in Excel choose File, Save As, CSV UTF-8 (på dansk: Filer, Gem som, CSV UTF-8 (semikolonsepareret))"
        ]
      ),
    ])
  func faults(text: String, messages: [String]) {
    #expect(Recorder.reading(text).messages == messages)
  }

  @Test(
    "UTF-16 is refused with a sentence", arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]])
  func utf16(_ bytes: [UInt8]) {
    #expect(
      Recorder.reading(bytes).messages == [
        "t.csv, line 1: the file is in UTF-16; allowed are UTF-8 and Windows-1252: save it as CSV in UTF-8"
      ])
  }

  @Test("A compressed file is refused with a sentence")
  func gzip() {
    #expect(
      Recorder.reading([0x1F, 0x8B, 0x08]).messages == [
        "t.csv, line 1: the file is compressed with gzip; allowed is plain text: unpack it first"
      ])
  }

  @Test("Reading goes on after a faulty row, and faulty rows are never handed out")
  func goesOn() {
    let read = Recorder.reading("a,b\n1\n2,2\n\"3\"3,3\n4,4\n5,5,5\n6,6\n")
    #expect(read.rows == [["2", "2"], ["4", "4"], ["6", "6"]])
    #expect(read.faults.map(\.line) == [2, 4, 6])
  }

  @Test("No row follows a header at fault, and neither does one that the consumer cannot use")
  func headerEndsReading() {
    struct Needy: TableConsumer {
      var rows = 0
      mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
        _ = header.requiredIndex(of: "practice", faults: &faults)
        _ = header.requiredIndex(of: "weight", faults: &faults)
      }
      mutating func take(_ row: TableRow, faults: inout TableFaults) { rows += 1 }
    }
    var needy = Needy()
    let error = #expect(throws: TableFaults.self) {
      try CSVReader.read(Array("practise,slot\n1,2\n1\n".utf8), file: "t.csv", to: &needy)
    }
    #expect(needy.rows == 0)
    #expect(
      error?.description == """
        t.csv, line 1: there is no column 'practice'; did you mean 'practise'? The columns are: practise, slot
        t.csv, line 1: there is no column 'weight'. The columns are: practise, slot
        """)
  }

  @Test("A consumer's faults stand between the reader's, in the order of the file")
  func consumerFaults() {
    struct Adder: TableConsumer {
      var sum = 0
      mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}
      mutating func take(_ row: TableRow, faults: inout TableFaults) {
        if let value = row.integer(1, faults: &faults) { sum += value }
      }
    }
    var adder = Adder()
    let error = #expect(throws: TableFaults.self) {
      try CSVReader.read(
        Array("a,n\n1,x\n1\n\"1\n2\",1.000\n1,\n1,40\n1,2\n".utf8), file: "t.csv", to: &adder)
    }
    #expect(adder.sum == 42)
    #expect(error?.faults.map(\.line) == [2, 3, 5, 6])
    #expect(
      error?.faults.first?.description
        == "t.csv, line 2, column 2 (n): 'x' is no whole number; write it without separators of thousands, such as 1500"
    )
    #expect(error?.faults.last?.message.hasPrefix("an empty field is no whole number") == true)
  }

  @Test("A fault in a field names the line where the field starts, not the row")
  func lineOfField() {
    struct Picky: TableConsumer {
      mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}
      mutating func take(_ row: TableRow, faults: inout TableFaults) {
        faults.add("here in row \(row.number)", in: row, field: 1)
        faults.add("there in row \(row.number)", in: row)
      }
    }
    var picky = Picky()
    let error = #expect(throws: TableFaults.self) {
      try CSVReader.read(Array("a,b\n\"x\r\ny\rz\nä\",1\n2,\"\n\"\n".utf8), file: "t.csv", to: &picky)
    }
    #expect(error?.faults.map(\.line) == [5, 2, 6, 6])
    #expect(error?.faults.map(\.column) == [2, nil, 2, nil])
  }

  @Test("Beyond a hundred, faults are only counted")
  func limit() {
    struct Refuser: TableConsumer {
      mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}
      mutating func take(_ row: TableRow, faults: inout TableFaults) { _ = row.integer(0, faults: &faults) }
    }
    var refuser = Refuser()
    let text = "a\n" + (1...250).map { "x\($0)\n" }.joined()
    let error = #expect(throws: TableFaults.self) {
      try CSVReader.read(Array(text.utf8), file: "t.csv", to: &refuser)
    }
    #expect(error?.faults.count == 100)
    #expect(error?.count == 250)
    #expect(error?.description.hasSuffix("\nand 150 more faults in t.csv") == true)
  }

  @Test("A million columns are refused at the limit, whether in the header or in a row")
  func columns() {
    let header = Array("c,".utf8)
    var recorder = Recorder()
    var reader = CSVReader(file: "t.csv")
    var fed = 0
    let chunk = Array(repeatElement(header, count: 5_000).joined())
    while !reader.isStopped, fed < 200 {
      reader.feed(chunk.span, to: &recorder)
      fed += 1
    }
    // The first 64 KiB are held back until the delimiter is known; then 10,000 columns are 20,000 bytes.
    #expect(fed == 7)
    #expect(
      reader.faults.description
        == "t.csv, line 1, column 10001: more than 10000 columns, the most a table may have")
    #expect(recorder.header == nil)
  }

  @Test(
    "An endless field is refused at its limit, in bounded memory",
    arguments: [
      ("a,b\n1,", "t.csv, line 2, column 2 (b): the field is longer than 1048576 bytes"),
      ("a,b\n1,\"x\n", "t.csv, line 2, column 2 (b): the quoted field is longer than 1048576 bytes"),
      ("", "t.csv, line 1, column 1: the field is longer than 1048576 bytes"),
    ])
  func endlessField(start: String, message: String) {
    var recorder = Recorder()
    var reader = CSVReader(file: "t.csv")
    reader.feed(Array(start.utf8).span, to: &recorder)
    let chunk = Array(repeating: UInt8(ascii: "x"), count: 1 << 16)
    var fed = 0
    while !reader.isStopped, fed < 1_000 {
      reader.feed(chunk.span, to: &recorder)
      fed += 1
    }
    #expect(fed <= 17)
    #expect(reader.faults.description.hasPrefix(message))
  }

  @Test("A field and a record may be exactly as long as their limits", arguments: ["", "\n"])
  func exactLimits(end: String) {
    var options = CSVReadingOptions()
    options.fieldLimit = 4
    options.recordLimit = 9
    #expect(Recorder.reading("a,b\n1234,5678\(end)", options: options).rows == [["1234", "5678"]])
    #expect(Recorder.reading("a,b\n\"1234\",5678\(end)", options: options).rows == [["1234", "5678"]])
    #expect(Recorder.reading("a,b\n1234,56789\(end)", options: options).faults.map(\.column) == [2])
    #expect(Recorder.reading("a,b,c\n123,456,78\(end)", options: options).faults.map(\.column) == [nil])
  }

  @Test("An endless record of small fields is refused at its limit")
  func endlessRecord() {
    var options = CSVReadingOptions()
    options.recordLimit = 1_000
    let row = Array(repeating: "12345678", count: 200).joined(separator: ",")
    let names = (0..<100).map { "c\($0)" }.joined(separator: ",")
    #expect(
      Recorder.reading("\(names)\n\(row)\n", options: options).messages == [
        "t.csv, line 2: the record is longer than 1000 bytes, the most a record may have"
      ])
  }
}
