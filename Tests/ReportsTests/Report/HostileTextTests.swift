import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

/// What a hostile reader would quote, in both languages; `HostileReaderTests` asks whole pages.
@Suite("Report text, read by a hostile reader")
struct HostileTextTests {
  private let danish = ReportText(.danish)
  private let english = ReportText(.english)

  private static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test("Surveys of several regions are counted as the method counts them")
  func regions() {
    #expect(Self.plain(english.simulatedSurveys(5, regions: 1)) == "5 simulated surveys")
    #expect(Self.plain(english.simulatedSurveys(5, regions: 3)) == "5 simulated surveys in each of 3 regions")
    #expect(
      Self.plain(danish.simulatedSurveys(1, regions: 3)) == "1 simuleret undersøgelse i hver af 3 regioner")
    #expect(
      Self.plain(danish.rehearsalQuestion(replications: 5, regions: 3)).hasSuffix(
        "5 gange i hver af 3 regioner."))
  }

  @Test("Of a sensitivity analysis the checklist tells worlds, and no replications that there are not")
  func worlds() {
    var facts = ChecklistFacts(
      title: "t", cells: [], worlds: 50, replications: 0, seed: 7, version: "0.1.0", digest: "d",
      command: "c",
      bases: [])
    for text in [english, danish] {
      for item in [ChecklistItem.aims, .estimation] {
        #expect(Self.plain(text.answer(to: item, facts)).contains("50 "), "\(item)")
      }
      #expect(!text.answer(to: .estimation, facts).hasPrefix("0"))
      #expect(!text.answer(to: .scenarioLogic, facts).hasSuffix("one scenario."))
    }
    facts.worlds = nil
    (facts.replications, facts.regions) = (5, 3)
    #expect(
      Self.plain(english.answer(to: .estimation, facts)).hasPrefix("5 replications in each of 3 regions"))
    #expect(Self.plain(danish.answer(to: .estimation, facts)).hasPrefix("5 gentagelser i hver af 3 regioner"))
  }

  @Test("A range without a range is one number, and part of the slots are not every slot")
  func ranges() {
    #expect(Self.plain(danish.worldsRange(0, 0, isEffect: false)) == "0,0 %")
    #expect(Self.plain(english.worldsRange(0.1, 0.2, isEffect: false)) == "10.0 % to 20.0 %")
    let slot = ReportSamples.group("slot", "08:00-09:00", calls: 20, unreached: 2)
    #expect(
      english.hoursRange(lowest: slot, highest: slot, of: 2, among: 2, pValue: nil)
        .hasSuffix("in every slot."))
    #expect(
      english.hoursRange(lowest: slot, highest: slot, of: 2, among: 3, pValue: nil)
        .hasSuffix("in each slot with enough calls for one."))
    #expect(
      danish.hoursRange(lowest: slot, highest: slot, of: 2, among: 3, pValue: nil)
        .hasSuffix("i hvert tidsrum, der har opkald nok til en andel."))
  }

  @Test("A slot is the worst one only where it is shown to be")
  func worst() throws {
    func slot(_ label: String, _ off: Double, error: Double?) -> PatientCallsFigure.Slot {
      .init(
        label: label, answered: .init(value: 10 - off, error: error),
        abandoned: .init(value: 0, error: error),
        blocked: .init(value: 0, error: error), off: .init(value: off, error: error), meanWait: nil, hours: 1)
    }
    func worst(_ slots: [PatientCallsFigure.Slot]) -> (slot: String, share: Measured, isAlone: Bool)? {
      PatientCallsFigure(slots: slots).worst
    }
    let clear = try #require(worst([slot("08:00-09:00", 1, error: 0.1), slot("09:00-10:00", 5, error: 0.1)]))
    #expect(clear.slot == "09:00-10:00" && clear.isAlone)
    let near = try #require(
      worst([slot("08:00-09:00", 4.9, error: 0.5), slot("09:00-10:00", 5, error: 0.5)]))
    #expect(!near.isAlone)
    #expect(worst([slot("08:00-09:00", 0, error: 0), slot("09:00-10:00", 0, error: 0)]) == nil)
    // Two slots of an exact result in which no call is answered.
    #expect(
      try #require(worst([slot("08:00-09:00", 10, error: nil), slot("09:00-10:00", 10, error: nil)])).isAlone
        == false)
    #expect(
      try #require(english.patientsTitle(clear)).hasSuffix("not answered by a person, the most of any slot"))
    #expect(try #require(english.patientsTitle(near)).hasSuffix("not answered by a person"))
    #expect(try #require(danish.professionalsTitle(near)).hasSuffix("ikke af en person"))
  }

  @Test("A figure of true shares alone is not headed by what the calls of the survey say")
  func trueShares() throws {
    var survey = try #require(ReportSamples.made().survey)
    #expect(!english.hoursTitle(survey, least: 10).contains("true share"))
    #expect(english.hoursTitle(survey, least: 21) == "The true share in the simulated region, by slot")
    #expect(danish.hoursTitle(survey, least: 21) == "Den sande andel i den simulerede region, efter tidsrum")
    survey.slots[0].isNamedFailing = true
    #expect(!english.hoursTitle(survey, least: 21).contains("not met"))
  }

  @Test("Where the list of practices is all rung, it is not said that so many of so many were")
  func practices() throws {
    var facts = try #require(ReportSamples.made().survey?.fieldwork)
    (facts.practicesListed, facts.practicesInFrame, facts.practicesCalled, facts.practicesValid) = (
      27, 27, 27, 25
    )
    #expect(
      Self.plain(english.practices(facts, isSimulated: false))
        == "27 practices, all of them rung; 25 with a valid call")
    #expect(
      Self.plain(danish.practices(facts, isSimulated: true))
        == "27 praksisser, alle ringet op i simulationen; 25 med et gyldigt opkald")
    facts.practicesCalled = 26
    #expect(
      Self.plain(danish.practices(facts, isSimulated: true))
        == "27 praksisser, heraf 26 ringet op i simulationen og 25 med et gyldigt opkald")
  }

  @Test("What carries more than all is said to be an uncertain estimate")
  func carriers() {
    func caption(_ total: Double, _ language: ReportLanguage) -> String {
      CarriersFigure(
        parameters: [Words("x")],
        conclusions: [.init(name: Words("y"), parts: [.init(total: total, halfWidth: 0.4)])]
      ).caption(language: language)
    }
    #expect(caption(1.4, .english).contains("An estimate above 100 %"))
    #expect(caption(1.4, .danish).contains("Et estimat over 100 %"))
    #expect(!caption(0.9, .english).contains("An estimate above"))
  }
}
