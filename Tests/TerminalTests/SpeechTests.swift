import Drawing
import Testing

@testable import Terminal

@Suite("The language in which commands speak")
struct SpeechTests {
  @Test("Words and decimal marks; English where no command runs")
  func words() {
    #expect(said("all", "alle") == "all")
    #expect(spoken(0.25, decimals: 1) == "0.2" && spoken("1.5") == "1.5")
    Speech.$language.withValue(.danish) {
      #expect(said("all", "alle") == "alle")
      #expect(spoken(0.256, decimals: 2) == "0,26" && spoken("1.5") == "1,5")
      #expect(
        TextTable([.text("Slot", "Tidsrum"), .number("Calls", "Opkald")]).text().hasPrefix(
          "Tidsrum  Opkald\n"))
    }
  }

  @Test("The line of progress and the next steps in Danish, in ASCII where the terminal takes no more")
  func progress() {
    Speech.$language.withValue(.danish) {
      let capture = OutputStream.Capture()
      var line = ProgressLine(
        total: 40, unit: "undersøgelser", stream: .capture(capture), columns: 80, needsASCII: true)
      #expect(
        line.text(done: 10, remark: "", after: .seconds(4))
          == "10 af 40 undersøgelser, 2,5 i sekundet, 12 sek. igen")
      line.show(done: 1)
      #expect(capture.text.hasSuffix("1 af 40 undersoegelser"))
      #expect(ProgressLine.duration(seconds: 61) == "1 min. 1 sek.")
      #expect(ProgressLine.duration(seconds: 3661) == "1 t. 1 min.")
    }
  }

  @Test("What is complained of on a terminal without UTF-8 is ASCII")
  func complaints() {
    let capture = OutputStream.Capture()
    var ability = Console.Ability()
    ability.needsASCII = true
    Console(output: .capture(.init()), error: .capture(capture), errorAbility: ability)
      .complain("'--rate ½': Århus – ≤ …\n")
    #expect(capture.text == "'--rate 1/2': Aarhus - <= ...\n")
  }
}
