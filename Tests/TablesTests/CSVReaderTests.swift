import Tables
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
  @Test("Quotes and line breaks are read as Python reads them", arguments: PythonCase.all)
  func python(_ example: PythonCase) {
    let read = Recorder.reading(Array(example.text.utf8), options: everyRow)
    if let rows = example.rows {
      #expect(read.messages == [])
      #expect(read.header == rows.first)
      #expect(read.rows == Array(rows.dropFirst()))
    } else {
      #expect(read.faultCount > 0)
    }
  }

  @Test(
    "The delimiter is found in the header, outside quotes",
    arguments: [
      ("a,b\n1,2\n", UInt8(ascii: ",") as UInt8?, ["1", "2"]),
      ("a;b\n1,5;2\n", UInt8(ascii: ";"), ["1,5", "2"]),
      ("a\tb\n1;5\t2\n", UInt8(ascii: "\t"), ["1;5", "2"]),
      ("\"a,b,c\";b\n1;2\n", UInt8(ascii: ";"), ["1", "2"]),
      ("\"a\"\"\n;;;\",b\n1,2\n", UInt8(ascii: ","), ["1", "2"]),
      // As often as each other: the semicolon, as a name is likelier to hold a comma.
      ("a, or so;b\n1;2\n", UInt8(ascii: ";"), ["1", "2"]),
      ("a; or so\tb\n1\t2\n", UInt8(ascii: "\t"), ["1", "2"]),
      ("a\n1,5;2\n", nil, ["1,5;2"]),
      ("\n\r\n\na;b\n1;2\n", UInt8(ascii: ";"), ["1", "2"]),
    ])
  func delimiters(text: String, delimiter: UInt8?, row: [String]) throws {
    var recorder = Recorder()
    var reader = CSVReader(file: "t.csv")
    reader.feed(Array(text.utf8).span, to: &recorder)
    try reader.finish(to: &recorder)
    #expect(reader.delimiter == delimiter)
    #expect(recorder.rows == [row])
  }

  @Test("A delimiter that was asked for is used whatever the header looks like")
  func givenDelimiter() {
    var options = CSVReadingOptions()
    options.delimiter = UInt8(ascii: ";")
    let read = Recorder.reading("a,b,c;d\n1;2\n", options: options)
    #expect(read.header == ["a,b,c", "d"])
    #expect(read.rows == [["1", "2"]])
  }

  @Test("The line that announces the delimiter is not the header")
  func announcedDelimiter() {
    let read = Recorder.reading("sep=;\r\nnavn, kort;by, lang\r\n1;2\r\n")
    #expect(read.header == ["navn, kort", "by, lang"])
    #expect(read.lines == [3])
    #expect(Recorder.reading("sep=\n1\n").header == ["sep="])
    #expect(Recorder.reading("a;b\nsep=;\n").rows == [["sep=", ""]])
  }

  @Test("LF, CRLF and CR end a line, and each counts one", arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(_ lineBreak: String) {
    let text = ["a,b", "1,2", "", "\"x\ny\",3", "4,5"].joined(separator: lineBreak)
    for ending in ["", lineBreak] {
      let read = Recorder.reading(text + ending)
      #expect(read.messages == [])
      #expect(read.rows == [["1", "2"], ["x\ny", "3"], ["4", "5"]])
      #expect(read.lines == [2, 4, 6])
    }
  }

  @Test("Lines are counted as an editor counts them, however the line breaks are mixed")
  func mixedLineBreaks() {
    #expect(Recorder.reading("a,b\r1,2\n\n3,4\r\n\r\n5,6\r\r7,8\n\r9,10").lines == [2, 4, 6, 8, 10])
    #expect(Recorder.reading("a,b\n\"x\r\ny\rz\n\n\",1\n2,3\n").lines == [2, 7])
    #expect(Recorder.reading("a,b\n\"\r\",\"\n\"\n2,3\n").lines == [2, 5])
  }

  @Test("The last field may be empty quotes without a line break after them")
  func emptyQuotesAtEnd() {
    #expect(Recorder.reading(Array("a\n\"\"".utf8), options: everyRow).rows == [[""]])
  }

  @Test("UTF-8 is read with and without its signature")
  func signature() {
    let plain = Array("måned,gps\nmåske,2\n".utf8)
    let signed = [0xEF, 0xBB, 0xBF] + plain
    #expect(Recorder.reading(plain) == Recorder.reading(signed))
    #expect(Recorder.reading(signed).header == ["måned", "gps"])
  }

  // Expected: python3 -c 'print("Sønder Ålborg €“–” ÆØÅæøå".encode("cp1252").hex())'
  @Test("What is not valid UTF-8 is Windows-1252, field by field")
  func windows1252() {
    let field: [UInt8] = [
      0x53, 0xF8, 0x6E, 0x64, 0x65, 0x72, 0x20, 0xC5, 0x6C, 0x62, 0x6F, 0x72, 0x67, 0x20,
      0x80, 0x93, 0x96, 0x94, 0x20, 0xC6, 0xD8, 0xC5, 0xE6, 0xF8, 0xE5,
    ]
    let bytes = Array("by;å\n".utf8) + field + Array(";Skærbæk\n".utf8)
    #expect(Recorder.reading(bytes).rows == [["Sønder Ålborg €“–” ÆØÅæøå", "Skærbæk"]])
  }

  // Expected: python3 -c 'print([hex(ord(bytes([b]).decode("cp1252"))) for b in range(128, 160)
  //   if b not in (0x81, 0x8d, 0x8f, 0x90, 0x9d)])'
  @Test("Every byte of Windows-1252 has its character")
  func windows1252Table() {
    let defined: [UInt32] = [
      0x20AC, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x17D,
      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x17E,
      0x178,
    ]
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let bytes = (0x80...0x9F).filter { !undefined.contains($0) } as [UInt8]
    #expect(decodedText(bytes.span).unicodeScalars.map(\.value) == defined)
    for byte in undefined {
      #expect(decodedText([byte].span).unicodeScalars.map(\.value) == [UInt32(byte)])
    }
    let latin: [UInt8] = Array(0xA0...0xFF)
    #expect(decodedText(latin.span).unicodeScalars.map(\.value) == latin.map(UInt32.init))
  }

  @Test("Columns without a name at the end are dropped as long as they hold nothing")
  func namelessColumns() {
    let read = Recorder.reading("a;b;;\n1;2;;\n3;4\n5;6;;;\n")
    #expect(read.messages == [])
    #expect(read.header == ["a", "b"])
    #expect(read.lines == [2, 3, 4])
  }

  @Test("Rows of empty fields below a table are passed over unless they are asked for")
  func blankRows() {
    let text = "a;b\n1;2\n;\n\n3;4\n;\n;\n"
    #expect(Recorder.reading(text).lines == [2, 5])
    #expect(Recorder.reading(text, options: everyRow).lines == [2, 3, 5, 6, 7])
  }

  @Test("Spaces around column names do not count, those around values stay")
  func padding() {
    let read = Recorder.reading("a, b ,\u{A0}c\n 1, 2 ,3\n")
    #expect(read.header == ["a", "b", "c"])
    #expect(read.rows == [[" 1", " 2 ", "3"]])
  }
}
