import Tables
import Testing

@Suite("CSV from anywhere")
struct CSVInvarianceTests {
  static let chunks = [1, 2, 3, 7, 4_096]

  /// Texts with something special at every place where a chunk may be cut.
  static let texts =
    PythonCase.all.map(\.text) + [
      "", "\n", "\r", "\r\n\r\n", "a", "a,b", "a,b\n", "\u{FEFF}", "\u{FEFF}a;b\r\n1;2",
      "\u{FEFF}\"a\";b\n1;2",
      "sep=;\r\na;b\r\n1;2\r\n", "a,b\n\"1", "a,b\n\"1\"\"", "a,b\n\"1\"", "a,b\n\"1\"x,2\n3,4\n",
      "a,b\n1\n2\n3,4\n",
      "a,b\n1\"2,3\n\"\"\"4\"\"\",5\n", "a,b\n\"x\r\ny\rz\",1\r\n2\r\n", "a,b\n1,\0\n", "a,,b\n1,2,3\n",
      "måned,gps\nmåske,2\n", "a\n\"\"\n\n\"\"\n", "PK\u{3}\u{4}", "\"a\nb\",c\r1,2\r\r\n3\n",
    ]

  @Test("Where the chunks are cut changes nothing", arguments: texts)
  func chunks(_ text: String) {
    let bytes = Array(text.utf8)
    for options in [CSVReadingOptions(), everyRow] {
      let whole = Recorder.reading(bytes, options: options)
      for chunk in Self.chunks {
        #expect(Recorder.reading(bytes, chunk: chunk, options: options) == whole, "in chunks of \(chunk)")
        #expect(
          Recorder.reading(bytes, chunk: chunk, options: options, copies: false) == whole,
          "in chunks of \(chunk), plain lines not copied")
      }
    }
  }

  @Test("Limits are met at the same place wherever the chunks are cut")
  func chunksAtLimits() {
    var generator = TestGenerator(state: 3)
    let alphabet = Array("abcdefgh,,\"\n".utf8)
    for _ in 0..<400 {
      var options = everyRow
      options.fieldLimit = 2 + generator.below(12)
      options.recordLimit = 4 + generator.below(30)
      options.columnLimit = 1 + generator.below(6)
      options.faultLimit = 1 + generator.below(4)
      let bytes = (0..<generator.below(80)).map { _ in generator.pick(alphabet) }
      let whole = Recorder.reading(bytes, options: options)
      for chunk in Self.chunks {
        #expect(Recorder.reading(bytes, chunk: chunk, options: options) == whole)
        #expect(Recorder.reading(bytes, chunk: chunk, options: options, copies: false) == whole)
      }
    }
  }

  @Test("Random bytes end in rows or faults, never in a trap, and wherever the chunks are cut")
  func fuzz() {
    var generator = TestGenerator(state: 4)
    let special: [UInt8] = Array("a1,;\t\"\"\n\r ".utf8) + [0xEF, 0xBB, 0xBF, 0xF8, 0xC3, 0x00, 0xFF]
    for round in 0..<1_500 {
      let length = generator.below(120)
      let bytes = (0..<length).map { _ in
        round % 3 == 0 ? UInt8(generator.below(256)) : generator.pick(special)
      }
      let whole = Recorder.reading(bytes)
      #expect(whole.header != nil || whole.faultCount > 0)
      #expect(!whole.rows.isEmpty || whole.faultCount > 0)
      #expect(whole.rows.allSatisfy { $0.count >= (whole.header?.count ?? 0) })
      #expect(whole.lines == whole.lines.sorted())
      #expect(Recorder.reading(bytes, chunk: 1 + generator.below(9)) == whole)
      #expect(Recorder.reading(bytes, chunk: 1 + generator.below(40), copies: false) == whole)
    }
  }

  @Test("Plain lines among others, long and short, are read as if each were copied")
  func plainLines() {
    var generator = TestGenerator(state: 5)
    let fields = [
      "", "a", "12", "08:00-09:00", "message-without-referral", "to the # end!", "å\t ", "\"q\"", "\"x\ny\"",
      "\"a\"\"b\"",
    ]
    for round in 0..<300 {
      let width = 1 + generator.below(4)
      var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + "\n"
      for _ in 0..<(1 + generator.below(20)) {
        let count = generator.below(12) == 0 ? generator.below(6) : width
        text += (0..<count).map { _ in generator.pick(round % 2 == 0 ? fields : Array(fields[..<7])) }
          .joined(separator: ",")
        text += generator.pick(["\n", "\n", "\n", "\r\n", "\r", "\n\n"])
      }
      let bytes = Array(text.utf8)
      let whole = Recorder.reading(bytes, options: everyRow)
      for chunk in [1, 5, 17, 64, bytes.count] {
        #expect(Recorder.reading(bytes, chunk: chunk, options: everyRow, copies: false) == whole, "\(text)")
      }
    }
  }

  @Test("A table that was written reads back as it was, in every format", arguments: 0..<60)
  func roundTrip(seed: Int) throws {
    var generator = TestGenerator(state: UInt64(seed))
    let alphabet = Array("ab,;\t\"\n\r '=ø😀.\u{A0}\u{301}")
    func text() -> String { String((0..<generator.below(7)).map { _ in generator.pick(alphabet) }) }
    let width = 1 + generator.below(5)
    let names = (0..<width).map { "c\($0)\(text())x" }
    let rows = (0..<generator.below(8)).map { _ in (0..<width).map { _ in text() } }
    let table = Table(header: names, rows: rows)
    for format in [TableFormat.standard, .excelDanish] {
      let read = try Table(table.bytes(format: format), file: "t.csv", options: everyRow)
      #expect(read.header.names == names)
      #expect(read.rows == rows)
    }
  }
}
