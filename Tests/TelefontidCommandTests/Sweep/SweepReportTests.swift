import Foundation
import Testing

/// A sweep whose effects are known by pencil: off telephones are met in one slot of two, so a share of messages counts by half.
@Suite("report: a sweep is told by effect, remedies apart from designs")
struct SweepReportTests {
  /// Half of 24 practices refer and half ring out from 14: of the two slots 0 and 50 % are not reached, 25 % of all.
  private static let base = """
    {"name": "base", "title": "As it is", "seed": 3,
     "practices": {"municipalities": {"A": 24}, "gps": {"1": 24}},
     "telephone": {"staffing": [{"from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 2}],
      "last_answer": {"14:00": 1}, "queue_share": 1,
      "when_off": [{"from": "00:00", "to": "24:00", "shares": {"referral-message": 0.5, "rings-out": 0.5}}]},
     "patients": {"calls_per_day_per_1000_listed": 5, "call_shares": {"08:00-09:00": 0.4, "09:00-16:00": 0.6}},
     "survey": {"days": ["2015-04-14"], "slots": ["08:00-09:00", "15:00-16:00"], "interviewers": 2}}
    """

  private static func remedy(_ title: String, _ shares: String) -> String {
    """
    {"extends": "base.json", "name": "x", "title": "\(title)",
     "telephone": {"when_off": [{"from": "00:00", "to": "24:00", "shares": \(shares)}]}}
    """
  }

  private static let design = """
    {"extends": "base.json", "name": "design", "title": "Both slots", "survey": {"slots_per_practice": "all"}}
    """

  /// The names of the rows behind each figure of a page, in the order of the page.
  private static func rows(_ page: String) -> [[String]] {
    page.matches(of: #/<details[\s\S]*?<\/details>/#).map { details in
      details.0.matches(of: #/<th scope="row">(.*?)<\/th>/#).map { String($0.1) }
    }
  }

  /// The words of a mark, in the order of the picture.
  private static func marked(_ svg: String, _ names: [String]) -> [String] {
    var found: [String] = []
    for title in svg.matches(of: #/<title>(.*?), [^<]*<\/title>/#).map({ String($0.1) }) {
      for name in names where title.hasPrefix(name) && !found.contains(name) { found.append(name) }
    }
    return found
  }

  @Test(
    "The figure has remedies from the greatest fall to the greatest rise, in the page's language; designs have one of their own",
    arguments: [
      ("en", "What if every message named a substitute?"),
      ("da", "Hvad nu hvis alle beskeder nævnte en stedfortræder?"),
    ])
  func order(language: String, best: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.base, to: "base.json")
    // The orders of the command line, of names and of effects are three.
    try sandbox.write(Self.remedy("Nobody refers", #"{"rings-out": 1}"#), to: "worse.json")
    try sandbox.write(
      Self.remedy("More refer", #"{"referral-message": 0.75, "rings-out": 0.25}"#), to: "half.json")
    try sandbox.write(
      Self.remedy("What if every message named a substitute?", #"{"referral-message": 1}"#), to: "all.json")
    try sandbox.write(Self.design, to: "design.json")
    let ending = try sandbox.shell(
      """
      telefontid sweep base.json worse.json half.json design.json all.json --replications 2 -o s > /dev/null
      telefontid report s --language \(language) --svg svg
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let page = try sandbox.text(of: "report.html")
    let remedies = [best, "More refer", "Nobody refers"]
    #expect(Self.rows(page) == [remedies, ["Both slots"]])
    #expect(Self.marked(try sandbox.text(of: "svg/sweep.svg"), remedies + ["Both slots"]) == remedies)
    #expect(
      Self.marked(try sandbox.text(of: "svg/sweep-designs.svg"), remedies + ["Both slots"]) == ["Both slots"])
    // Changes of all calls: −25, −12.5 and +25 points; the tables have the same order, the scenario as it is first.
    let words = QuotingTests.words(page)
    let first = try #require(
      words.firstRange(
        of: language == "da" ? "i forhold til den første: alle opkald" : "the first: all calls"))
    let places = try (["As it is"] + remedies + ["Both slots"]).map { name in
      try #require(words[first.upperBound...].firstRange(of: name)).lowerBound
    }
    #expect(places == places.sorted())
    #expect(
      words.contains(
        language == "da"
          ? "sænker »\(best)« andelen uden kontakt mest: med 25,00 ± 0,00 procentpoint"
          : "“\(best)” lowers the share not reached the most: by 25.00 ± 0.00 points"))
  }

  @Test("A design that comes out lower by chance is not what helps most", arguments: ["en", "da"])
  func designIsNoRemedy(language: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.base, to: "base.json")
    try sandbox.write(Self.remedy("Nobody refers", #"{"rings-out": 1}"#), to: "worse.json")
    // A survey of the reached slot alone has a lower share, and no practice has changed.
    try sandbox.write(
      #"{"extends": "base.json", "name": "d", "title": "Mornings", "survey": {"slots": ["08:00-09:00"]}}"#,
      to: "mornings.json")
    let ending = try sandbox.shell(
      """
      telefontid sweep base.json worse.json mornings.json --replications 2 -o s > /dev/null
      telefontid report s --language \(language)
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let words = QuotingTests.words(try sandbox.text(of: "report.html"))
    #expect(
      words.contains(
        language == "da"
          ? "Intet af det, der er prøvet, sænker påviseligt andelen uden kontakt; 1 mulighed er sammenlignet."
          : "Nothing that was tried is shown to lower the share not reached; 1 possibility was compared."))
  }
}
