import Tables
import Testing

@Suite("Numbers from text")
struct NumberParsingTests {
  private func number(_ text: String) -> Double? { parsedNumber(Array(text.utf8).span) }
  private func integer(_ text: String) -> Int? { parsedInteger(Array(text.utf8).span) }

  @Test("Numbers are rounded as Python rounds them, with a point or a comma", arguments: PythonNumber.read)
  func numbers(_ example: PythonNumber) {
    #expect(number(example.text)?.bitPattern == example.bits)
    #expect(number(" \t\(example.text) ")?.bitPattern == example.bits)
  }

  @Test(
    "What is no number gives nothing",
    arguments: [
      "", " ", "-", "+", ".", ",", "-,", "e5", "1e", "1e+", "1e5.0", "1.2.3", "1,234.5", "1.234,5", "1 000",
      "0x10",
      "nan", "inf", "infinity", "1e999", "-1e309", "1-", "--1", "½", "١", "12kr", "1_000", "\u{A0}1",
      "1\u{0}",
    ])
  func noNumbers(_ text: String) {
    #expect(number(text) == nil)
    #expect(integer(text) == nil)
  }

  @Test(
    "Whole numbers are read over the whole range of Int",
    arguments: [
      ("0", 0), ("-0", 0), ("+7", 7), (" 42\t", 42), ("007", 7), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("2.0", 2), ("-2,0", -2), ("1500", 1500),
    ])
  func integers(text: String, value: Int) {
    #expect(integer(text) == value)
  }

  @Test(
    "What is no whole number gives nothing",
    arguments: [
      "9223372036854775808", "-9223372036854775809", "99999999999999999999", "1.000", "1.5", "2.", "2.00",
      ".0",
      "-.0", "1e3", "1 2", "2.0.0",
    ])
  func noIntegers(_ text: String) {
    #expect(integer(text) == nil)
  }

  @Test("On random digits and marks the answers are those of the standard library, and nothing traps")
  func random() {
    var generator = TestGenerator(state: 2)
    let alphabet = Array("0123456789012345678.e+- ")
    for _ in 0..<5_000 {
      let text = String((0..<generator.below(26)).map { _ in generator.pick(alphabet) })
      let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      let library = Double(trimmed).flatMap { $0.isFinite ? $0 : nil }
      #expect(number(text)?.bitPattern == library?.bitPattern, "\(text)")
      if let value = Int(trimmed) {
        #expect(integer(text) == value)
      } else if let value = integer(text) {
        #expect(trimmed.hasSuffix(".0") && Int(trimmed.dropLast(2)) == value)
      }
    }
  }

  @Test(
    "Yes and no are read in English, Danish and digits",
    arguments: [
      ("1", true), ("ja", true), (" JA ", true), ("True", true), ("yes", true), ("sand", true), ("0", false),
      ("nej", false), ("FALSE", false), ("no", false), ("falsk", false), ("", nil), ("2", nil),
      ("måske", nil),
    ] as [(String, Bool?)])
  func booleans(text: String, value: Bool?) throws {
    struct First: TableConsumer {
      var value: Bool?
      mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}
      mutating func take(_ row: TableRow, faults: inout TableFaults) { value = row.boolean(0) }
    }
    var first = First()
    try CSVReader.read(Array("reached,x\n\(text),1\n".utf8), file: "t.csv", to: &first)
    #expect(first.value == value)
  }
}
