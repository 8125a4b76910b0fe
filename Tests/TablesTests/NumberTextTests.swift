import Tables
import Testing

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "Fixed decimals are those of Python, rounded half to even, never minus zero",
    arguments: PythonNumber.fixed)
  func fixed(_ example: PythonNumber) {
    #expect(NumberText.format(example.value, decimals: example.decimals) == example.text)
  }

  @Test("The fewest digits are those of Python, without an exponent", arguments: PythonNumber.shortest)
  func shortest(_ example: PythonNumber) {
    #expect(NumberText.shortest(example.value) == example.text)
  }

  @Test("A count of decimals out of range is brought into it")
  func decimalsOutOfRange() {
    #expect(NumberText.format(1.5, decimals: -3) == "2")
    #expect(NumberText.format(0.5, decimals: 1_000) == "0.50000000000000000000")
  }

  @Test("What is not finite has a name, whatever is asked for")
  func notFinite() {
    #expect(NumberText.shortest(.nan) == "nan")
    #expect(NumberText.shortest(-.infinity) == "-inf")
    #expect(NumberText.format(.infinity, decimals: 2) == "inf")
  }

  @Test("Any number reads back as itself from its fewest digits")
  func roundTrip() {
    var generator = TestGenerator(state: 1)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: generator.bits())
      guard value.isFinite else { continue }
      #expect(parsedNumber(Array(NumberText.shortest(value).utf8).span) == value)
    }
  }
}
