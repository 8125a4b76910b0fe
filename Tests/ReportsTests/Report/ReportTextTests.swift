import Foundation
import Scenarios
import SurveyDesign
import SurveyStatistics
import TelephoneAccess
import Testing

@testable import Drawing
@testable import Reports

@Suite("Report text")
struct ReportTextTests {
  private let danish = ReportText(.danish)
  private let english = ReportText(.english)

  @Test("What 20 calls can show: SciPy's binom.cdf(0, 20, .1) = 0.1216 and binom.sf(7, 20, .3) = 0.2277")
  func strength() throws {
    let rule = try #require(VerdictRule(trials: 20, target: 0.2))
    let strength = try #require(SurveyStrength(rule))
    #expect(
      english.strength(strength, inHour: true)
        == "In a single slot the survey is weak: if 10.0\u{A0}% were truly not reached, 20\u{A0}calls would "
        + "show the target met in 12 of 100 surveys; if 30.0\u{A0}%, they would show it missed in 23 of 100.")
    #expect(
      danish.strength(strength, inHour: true)
        == "I et enkelt tidsrum er undersøgelsen svag: Var den sande andel 10,0\u{A0}%, ville "
        + "20\u{A0}opkald vise målet opfyldt i 12 ud af 100 undersøgelser; var den 30,0\u{A0}%, ville de vise målet "
        + "ikke opfyldt i 23 ud af 100.")
  }

  @Test(
    "Weak below an even chance on both sides, strong from 80 %",
    arguments: [(20, SurveyStrength.Word.weak), (80, .middling), (400, .strong)])
  func strengthWord(calls: Int, word: SurveyStrength.Word) throws {
    // SciPy: 80 calls, binom.cdf(9, 80, .1) = 0.73 and binom.sf(22, 80, .3) = 0.65; 400: both above 0.99.
    #expect(try SurveyStrength(#require(VerdictRule(trials: calls, target: 0.2)))?.word == word)
  }

  @Test("The headline counts, and says by which rule")
  func headline() throws {
    var survey = try #require(ReportSamples.made().survey)
    #expect(
      english.headline(survey, isSimulated: false, least: 10)
        == "3 of 25\u{A0}calls (12.0\u{A0}%) did not reach the practice, by the agreement’s rule.")
    survey.saysOnlyReached = true
    #expect(
      danish.headline(survey, isSimulated: true, least: 10)
        == "I én simuleret undersøgelse endte 3 af 25\u{A0}opkald (12,0\u{A0}%) uden kontakt.")
  }

  @Test("The headline says what was not reached, by each kind of definition")
  func outcomes() throws {
    var survey = try #require(ReportSamples.made().survey)
    let definitions: [(ReachedDefinition, english: String, danish: String)] = [
      (.person, "did not reach a person of the practice.", "endte uden kontakt med en person i praksis."),
      (
        try .person(withinSeconds: 60), "did not reach a person of the practice within 1\u{A0}min.",
        "endte uden kontakt med en person i praksis inden for 1\u{A0}min."
      ),
      (
        try ReachedDefinition(name: "quick", dispositions: [.answeredByStaff]),
        "did not reach the practice, by the definition “quick”.",
        "endte uden kontakt efter definitionen »quick«."
      ),
    ]
    for (definition, englishEnd, danishEnd) in definitions {
      survey.definition = definition
      #expect(
        english.headline(survey, isSimulated: false, least: 10).hasSuffix(") \(englishEnd)"))
      #expect(
        danish.headline(survey, isSimulated: false, least: 10).hasSuffix(") \(danishEnd)"))
    }
  }

  @Test("A weighted share is said to be weighted, for it is not the counts divided by each other")
  func weighted() {
    let counts = GroupFinding(by: "all", group: "all", calls: 420, unreached: 42, rate: 0.1, interval: nil)
    var weighted = counts
    weighted.rate = 0.12
    #expect(english.counted(counts, least: 10) == "42 of 420\u{A0}calls (10.0\u{A0}%)")
    #expect(english.counted(weighted, least: 10) == "42 of 420\u{A0}calls (weighted: 12.0\u{A0}%)")
    #expect(danish.counted(weighted, least: 10) == "42 af 420\u{A0}opkald (vægtet: 12,0\u{A0}%)")
  }

  @Test("One practice, several practices", arguments: [(1, "1\u{A0}praksis"), (2, "2\u{A0}praksisser")])
  func plural(count: Int, words: String) {
    #expect(danish.sampling(.simpleRandom(count: count)).hasSuffix(words))
  }

  @Test("An abbreviation's full stop ends the sentence only once")
  func stops() {
    let facts = ProtocolFacts(
      ringLimitSeconds: 60, holdLimitSeconds: 900, attempts: 6, attemptGapSeconds: 600,
      followsReferrals: true)
    #expect(
      danish.protocolWords(facts)
        == "Ringer i højst 1\u{A0}min. og venter i telefonkø i højst 15\u{A0}min. Op til 6 forsøg med 10\u{A0}min. "
        + "imellem. En stedfortræder, som en besked nævner, ringes også op.")
  }

  @Test("A rare event is never called 0 of 100", arguments: [0.0, 0.004, 0.996, 1])
  func hundreds(probability: Double) {
    #expect(
      !english.inAHundred(probability).hasPrefix("0 ") && !english.inAHundred(probability).hasPrefix("100 "))
    #expect(
      !danish.inAHundred(probability).hasPrefix("0 ") && !danish.inAHundred(probability).hasPrefix("100 "))
  }

  @Test(
    "Every parameter of the shipped scenarios has a name in both languages",
    arguments: ["midtjylland-2015", "hovedstaden-2017", "one-practice", "arithmetic"])
  func parameterNames(scenario: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("scenarios/\(scenario).json").path
    let parameters = ReportParameter.all(of: try ScenarioDocument(reading: path).scenario())
    #expect(parameters.count > 3)
    for language in ReportLanguage.allCases {
      let composer = ReportComposer(Report(source: scenario), language: language)
      for parameter in parameters {
        let name = composer.name(of: parameter.path)
        #expect(!name.contains("_") && name != parameter.path)
        #expect(!composer.words(for: parameter.value).contains("_"), "\(parameter.path)")
      }
    }
  }

  @Test(
    "The program's own words on where a value comes from are translated, the scenario's are not",
    arguments: [
      ("standard value of telefontid", "standardværdi i telefontid"),
      ("set on the command line", "sat på kommandolinjen"),
      ("set in what-if-all-slots.json", "sat i what-if-all-slots.json"),
      ("set in agreement with the region", "set in agreement with the region"), ("", ""),
    ])
  func sources(source: String, danish: String) {
    func words(_ language: ReportLanguage) -> String {
      ReportComposer(Report(source: "s"), language: language).source(source)
    }
    #expect(words(.english) == source)
    #expect(words(.danish) == danish)
  }

  @Test("What is missing from a report is said in Danish only; reasons are in English and left out there")
  func faults() {
    let reason = "the file was not found"
    let faults: [ReadingFault] = [
      .noManifest(hasCalls: true), .noManifest(hasCalls: false), .damagedManifest(hasCalls: true),
      .damagedManifest(hasCalls: false), .missingFile("a.csv"), .changedFile("a.csv"),
      .unreadableFile("a.csv", reason: reason), .incompleteRun(done: 1, asked: 2), .missingScenario("s.json"),
      .changedScenario("s.json"), .unreadableScenario("s.json", reason: reason), .otherEstimates,
    ]
    let englishWords: Set = ["the", "was", "were", "and", "not", "with", "could", "is", "what"]
    for fault in faults {
      func words(_ text: String) -> [String] { text.split { !$0.isLetter }.map { $0.lowercased() } }
      // The names of files and options are no words of a language.
      let sentence = fault.sentence(in: .danish).replacing(#/\w+\.(csv|json)/#, with: "")
      #expect(englishWords.isDisjoint(with: words(sentence)), "\(sentence)")
      #expect(!englishWords.isDisjoint(with: words(fault.sentence(in: .english))), "\(fault)")
    }
  }

  @Test("The checklist has the 24 items of STRESS-DES 1.0, each with an answer")
  func checklist() {
    let numbers = ChecklistItem.allCases.map(\.rawValue)
    // Monks and others 2019, table of the supplementary material.
    #expect(
      numbers == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.5", "3.1",
        "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
      ])
    let facts = ChecklistFacts(
      title: "t", cells: [], replications: 400, seed: 7, version: "0.1.0", digest: "d", command: "c",
      bases: [])
    for item in ChecklistItem.allCases {
      #expect(english.answer(to: item, facts) != danish.answer(to: item, facts))
      #expect(english.title(of: item) != danish.title(of: item))
    }
  }

  @Test(
    "Groups of telefontid's own columns are named in words, other people's as they are",
    arguments: [
      ("system", "queue", "telefonkø", "queue"),
      ("system", "busy-tone", "ingen kø: optaget", "no queue: busy"),
      ("acute_line", "yes", "med akutlinje", "with an acute line"),
      ("acute_line", "no", "uden akutlinje", "without an acute line"),
      ("gps", "1", "1\u{A0}læge", "1\u{A0}GP"),
      ("gps", "4", "4\u{A0}læger", "4\u{A0}GPs"),
      ("lines", "unlimited", "ubegrænset antal linjer", "any number of lines"),
      ("lunch", "none", "ingen frokostlukning", "open at lunch"),
      ("lunch", "12:00-12:30", "12.00–12.30", "12:00–12:30"),
      ("last_answer", "14:00", "14.00", "14:00"),
      (
        "when_off", "referral-message|rings-out", "besked med henvisning, derefter ringer ud",
        "message with referral, then rings out"
      ),
      ("slot,municipality", "15:00-16:00 / Aarhus", "15–16, Aarhus", "15–16, Aarhus"),
      ("acute_line,gps", "yes / 2", "med akutlinje, 2\u{A0}læger", "with an acute line, 2\u{A0}GPs"),
      // A user's own words and columns.
      ("system", "Trio", "Trio", "Trio"),
      ("gps", "two", "two", "two"),
      ("lines", "", "(uden navn)", "(no name)"),
      ("when_off", "", "(uden navn)", "(no name)"),
      ("when_off", "rings-out|music", "rings-out|music", "rings-out|music"),
      ("municipality", "yes", "yes", "yes"),
      ("municipality,region", "Nord / Syd / Øst", "Nord / Syd / Øst", "Nord / Syd / Øst"),
      ("municipality", "Nord / Syd", "Nord / Syd", "Nord / Syd"),
    ])
  func groups(by: String, group: String, danish: String, english: String) {
    let finding = GroupFinding(by: by, group: group, calls: 10, unreached: 1, rate: 0.1, interval: nil)
    #expect(self.danish.name(of: finding) == danish)
    #expect(self.english.name(of: finding) == english)
  }

  @Test("Every column of a telephone's traits, and every state it can be in, has a name")
  func traits() {
    let both = [danish, english]
    for text in both {
      for column in TraitColumn.allCases where column.rawValue.contains("_") {
        #expect(text.name(ofGrouping: column.rawValue) != column.rawValue)
      }
      for state in OffState.allCases {
        #expect(text.name(ofValue: state.rawValue, in: TraitColumn.whenOff.rawValue) != nil)
      }
      for system in TelephoneSystem.allCases {
        #expect(text.name(ofValue: system.rawValue, in: TraitColumn.system.rawValue) != nil)
      }
    }
    let danishNames = TraitColumn.allCases.map { danish.name(ofGrouping: $0.rawValue) }
    #expect(Set(danishNames).isDisjoint(with: TraitColumn.allCases.map(\.rawValue)))
  }

  @Test("A chance is a sandsynlighed, in the report as in the pictures of plan")
  func probability() throws {
    #expect(danish.chanceOfVerdict == "Sandsynlighed for afgørelsen")
    let rule = try #require(VerdictRule(trials: 52, target: 0.1))
    #expect(!danish.curveIntroduction(rule).lowercased().contains("chance"))
  }

  @Test("Crossed columns are named one by one")
  func crossing() {
    #expect(danish.name(ofGrouping: "acute_line,gps") == "akutlinje og antal læger")
    #expect(english.names(ofGrouping: "slot,municipality") == "groups by slot and municipality")
    #expect(
      english.groupsTitle(outside: 1, of: 100, by: "area")
        == "1 of 100 groups by area lies outside the limits of the funnel")
    #expect(
      danish.groupsTitle(outside: 1, of: 100, by: "område")
        == "1 af 100 grupper efter område ligger uden for tragtens grænser")
    #expect(danish.names(ofGrouping: "municipality") == "kommuner")
  }
}
