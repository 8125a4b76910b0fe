import SurveyDesign
import Testing

@Suite("Target of access")
struct AccessTargetTests {
  @Test(
    "a share, or what is to be reached within which wait",
    arguments: [
      ("0.05", 0.05, nil), ("5%", 0.05, nil), ("7,5 %", 0.075, nil), ("90 % within 3 minutes", 0.1, 180),
      ("90% within 180 seconds", 0.1, 180), ("0.8 within 2 min", 0.2, 120),
      ("90 % inden for 3 minutter", 0.1, 180),
      ("97.5% Within 90s", 0.025, 90), ("80 % within 1.5 minutes", 0.2, 90),
    ] as [(String, Double, Double?)])
  func reading(text: String, rate: Double, seconds: Double?) throws {
    let target = try AccessTarget(parsing: text)
    #expect(target.rate == rate && target.withinSeconds == seconds)
    #expect(try AccessTarget(parsing: target.description) == target)
  }

  @Test(
    "is refused when it makes no sense",
    arguments: [
      "", "0", "1", "100%", "-5%", "nan", "90 % within", "90 % within 3", "90 % within minutes",
      "within 3 minutes",
      "0 % within 3 minutes", "100 % within 3 minutes", "90 % within 3 minutes within 2 minutes",
      "90 % in 3 minutes",
      "90 % within -3 minutes", "90 % within 1e3 seconds", "90 % within 99999 minutes",
    ])
  func refusing(text: String) {
    #expect(throws: DesignFault.self) { try AccessTarget(parsing: text) }
  }

  @Test("names the definition under which it is judged")
  func definition() throws {
    let target = try AccessTarget(parsing: "90 % within 3 minutes")
    #expect(try target.definition(.agreement).name == "agreement-within=180")
    #expect(try AccessTarget(rate: 0.1).definition(.agreement) == .agreement)
    #expect(throws: DesignFault.self) { try target.definition(.person(withinSeconds: 60)) }
  }
}
