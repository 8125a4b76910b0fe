import Tables
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  /// Writes one row of every kind of field.
  private func sample(_ format: TableFormat) -> String {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(["name", "gps", "rate", "wait", "reached", "note"], to: &bytes)
    writer.field("Skive; nord, \"A\"", to: &bytes)
    writer.field(-12, to: &bytes)
    writer.field(0.0962, to: &bytes)
    writer.field(12.345, decimals: 1, to: &bytes)
    writer.field(true, to: &bytes)
    writer.emptyField(to: &bytes)
    writer.endRow(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("The standard format is RFC 4180 with LF and decimal points")
  func standard() {
    #expect(
      sample(.standard) == #"""
        name,gps,rate,wait,reached,note
        "Skive; nord, ""A""",-12,0.0962,12.3,true,

        """#)
  }

  @Test("The format for Danish Excel has a signature, semicolons and decimal commas")
  func danish() {
    #expect(
      sample(.excelDanish) == #"""
        \#u{FEFF}name;gps;rate;wait;reached;note
        "Skive; nord, ""A""";-12;0,0962;12,3;true;

        """#)
  }

  /// Writes one row without a header.
  private func row(
    _ format: TableFormat = .standard, _ write: (inout CSVWriter, inout [UInt8]) -> Void
  ) -> String {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    write(&writer, &bytes)
    writer.endRow(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // Expected: csv.writer(f).writerow([text, '']) of Python 3, its final CRLF made LF.
  @Test(
    "Only what RFC 4180 asks for is put in quotes",
    arguments: [
      ("a", "a,\n"), ("a,b", "\"a,b\",\n"), ("a;b", "a;b,\n"), ("a\"b", "\"a\"\"b\",\n"),
      ("\"", "\"\"\"\",\n"),
      ("a\nb", "\"a\nb\",\n"), ("a\rb", "\"a\rb\",\n"), (" a ", " a ,\n"), ("=1+1", "=1+1,\n"), ("", ",\n"),
      ("ø\tå", "ø\tå,\n"),
    ])
  func quotes(text: String, line: String) {
    let written = row { writer, bytes in
      writer.field(text, to: &bytes)
      writer.emptyField(to: &bytes)
    }
    #expect(written == line)
  }

  @Test("Nothing, and what is no finite number, is an empty field")
  func empty() {
    let written = row { writer, bytes in
      writer.field(nil as String?, to: &bytes)
      writer.field(nil as Int?, to: &bytes)
      writer.field(nil as Double?, to: &bytes)
      writer.field(nil as Bool?, to: &bytes)
      writer.field(Double.nan, to: &bytes)
      writer.field(Double.infinity, decimals: 2, to: &bytes)
      writer.emptyField(to: &bytes)
    }
    #expect(written == ",,,,,,\n")
  }

  @Test("A row of one empty field is no blank line")
  func loneEmptyField() {
    #expect(row { $0.field("", to: &$1) } == "\"\"\n")
    #expect(row { $0.field(nil as Double?, to: &$1) } == "\"\"\n")
    #expect(row { $0.field(0, to: &$1) } == "0\n")
  }

  @Test("Whole numbers are written over their whole range")
  func integers() {
    #expect(row { $0.field(Int.min, to: &$1) } == "-9223372036854775808\n")
    #expect(row { $0.field(Int.max, to: &$1) } == "9223372036854775807\n")
  }

  @Test("The decimal mark stands in fixed and in shortest numbers")
  func decimalMark() {
    #expect(row(.excelDanish) { $0.field(-0.00005, to: &$1) } == "-0,00005\n")
    #expect(row(.excelDanish) { $0.field(1.5e-12, to: &$1) } == "1,5e-12\n")
    #expect(row(.excelDanish) { $0.field(1e20, to: &$1) } == "100000000000000000000\n")
    #expect(row(.excelDanish) { $0.field(-1234.5678, decimals: 2, to: &$1) } == "-1234,57\n")
  }

  @Test("A number whose decimal mark is the delimiter is put in quotes")
  func markIsDelimiter() {
    let format = TableFormat(
      delimiter: UInt8(ascii: ","), decimalMark: UInt8(ascii: ","), hasByteOrderMark: false)
    #expect(row(format) { $0.field(0.5, to: &$1) } == "\"0,5\"\n")
    #expect(row(format) { $0.field(5.0, to: &$1) } == "5\n")
  }

  @Test("A column name with another delimiter in it is put in quotes, so that readers find the right one")
  func headerNames() {
    var writer = CSVWriter()
    var bytes: [UInt8] = []
    writer.header(["a;b;c", "d\te", "f"], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"a;b;c\",\"d\te\",f\n")
  }

  @Test("A NUL, which no reader takes, is replaced")
  func nul() {
    #expect(row { $0.field("a\0b", to: &$1) } == "\"a\u{FFFD}b\"\n")
  }
}
