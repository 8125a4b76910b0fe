import SurveyDesign
import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

@Suite("Report language")
struct ReportLanguageTests {
  private let danish = ReportLanguage.danish
  private let english = ReportLanguage.english

  @Test(
    "Numbers have the marks of their language",
    arguments: [
      (0.0, 0, "0", "0"), (1234.5, 1, "1.234,5", "1,234.5"), (-0.25, 2, "−0,25", "−0.25"),
      (999.6, 0, "1.000", "1,000"), (-0.001, 2, "0,00", "0.00"), (1_234_567, 0, "1.234.567", "1,234,567"),
      (6.25, 1, "6,3", "6.3"), (0.125, 2, "0,13", "0.13"), (100 * 0.1015, 1, "10,2", "10.2"),
      (2.5, 0, "3", "3"),
      (9.95, 1, "10,0", "10.0"), (99.96, 1, "100,0", "100.0"), (-6.25, 1, "−6,3", "−6.3"),
      (0.04, 1, "0,0", "0.0"),
      (Double.nan, 1, "–", "–"), (Double.infinity, 1, "–", "–"),
    ])
  func numbers(value: Double, decimals: Int, danishText: String, englishText: String) {
    #expect(danish.number(value, decimals: decimals) == danishText)
    #expect(english.number(value, decimals: decimals) == englishText)
  }

  @Test("Shares are percentages with a no-break space before the sign")
  func percentages() {
    #expect(danish.percent(0.104) == "10,4\u{A0}%")
    #expect(english.percent(0.104) == "10.4\u{A0}%")
    #expect(english.percent(1, decimals: 0) == "100\u{A0}%")
    #expect(english.percent(nil) == "–")
    #expect(danish.roundPercent(0.95) == "95\u{A0}%")
    #expect(danish.roundPercent(0.975) == "97,5\u{A0}%")
    #expect(english.roundPercent(1.0 / 3) == "33.333333\u{A0}%")
    #expect(english.roundPercent(0.07) == "7\u{A0}%")
    #expect(english.roundPercent(1) == "100\u{A0}%")
  }

  @Test("An interval at the edge is one bound")
  func intervals() {
    let interval = ConfidenceInterval(lower: 0.0654, upper: 0.2484)
    #expect(danish.interval(interval, rate: 0.13) == "6,5–24,8\u{A0}%")
    #expect(english.interval(interval) == "6.5–24.8\u{A0}%")
    #expect(english.interval(.init(lower: 0, upper: 0.07), rate: 0) == "at most 7.0\u{A0}%")
    #expect(danish.interval(.init(lower: 0.93, upper: 1), rate: 1) == "mindst 93,0\u{A0}%")
    #expect(danish.interval(nil) == "–")
  }

  @Test("A difference has its sign, and none at zero")
  func differences() {
    #expect(english.points(0.0214) == "+2.1")
    #expect(danish.points(-0.004) == "−0,4")
    #expect(english.points(0.0001) == "0.0")
    #expect(english.points(-0.0001) == "0.0")
    #expect(english.points(.nan) == "–")
    #expect(english.pValue(0.0004) == "<0.001")
    #expect(danish.pValue(0.0464) == "0,046")
  }

  @Test(
    "Lengths of time are whole seconds, then whole minutes",
    arguments: [
      (0.0, "0 s", "0 sek."), (59.4, "59 s", "59 sek."), (59.6, "1 min", "1 min."),
      (245, "4 min 5 s", "4 min. 5 sek."), (3720, "1 h 2 min", "1 t. 2 min."), (-5, "−5 s", "−5 sek."),
      (.nan, "–", "–"), (1e300, "–", "–"),
    ])
  func durations(seconds: Double, englishText: String, danishText: String) {
    #expect(english.duration(seconds: seconds).replacing("\u{A0}", with: " ") == englishText)
    #expect(danish.duration(seconds: seconds).replacing("\u{A0}", with: " ") == danishText)
  }

  @Test("Times, slots and dates are written as each language writes them")
  func times() throws {
    let slot = try Slot(parsing: "13:30-15:00")
    #expect(danish.slot(slot) == "13.30–15.00")
    #expect(english.slot(slot) == "13:30–15:00")
    #expect(danish.group("08:00-09:00") == "8–9")
    #expect(danish.group("all") == "alle")
    #expect(english.group("Aarhus: 8-9") == "Aarhus: 8-9")
    #expect(english.group("") == "(no name)")
    let first = try #require(CalendarDate(year: 2015, month: 4, day: 7))
    #expect(danish.date(first) == "7.\u{A0}april\u{A0}2015")
    #expect(english.date(first) == "7\u{A0}April\u{A0}2015")
    #expect(english.dates(first, first.adding(days: 13)) == "7–20\u{A0}April\u{A0}2015")
    #expect(danish.dates(first, first.adding(days: 27)) == "7.\u{A0}april – 4.\u{A0}maj\u{A0}2015")
    #expect(
      english.dates(first, first.adding(days: 300)) == "7\u{A0}April\u{A0}2015 – 1\u{A0}February\u{A0}2016")
    #expect(danish.weekday(first) == "tirsdag")
  }

  @Test("Lists end in a word")
  func lists() {
    #expect(danish.list([]) == "")
    #expect(danish.list(["a"]) == "a")
    #expect(danish.list(["a", "b"]) == "a og b")
    #expect(english.list(["a", "b", "c"]) == "a, b and c")
  }
}
