import Foundation
import Scenarios
import Testing

@Suite("Faults of scenarios")
struct ScenarioFaultTests {
  /// A text of the small scenario, what takes its place, and the fault that this makes.
  struct Break: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var path: String
    var message: String

    init(_ old: String, _ new: String, _ path: String, _ message: String) {
      (self.old, self.new, self.path, self.message) = (old, new, path, message)
    }

    var testDescription: String { "\(path): \(message)" }
  }

  static let attempts = "attempts: 1,"
  static let patience = "{ distribution: \"exponential\", mean_seconds: 1200 }"
  static let slots = "{ from: \"08:00\", to: \"16:00\", minutes: 60 }"
  static let days = "{ from: \"2015-04-07\", to: \"2015-04-20\" }"

  static let breaks = documentBreaks + regionBreaks + surveyBreaks

  private static let documentBreaks: [Break] = [
    // Types, keys, ranges.
    Break(attempts, "attempts: \"six\",", "survey.attempts", "\"six\" is not a whole number from 1 to 100"),
    Break(attempts, "attempts: 0,", "survey.attempts", "0 is not a whole number from 1 to 100"),
    Break(attempts, "attempts: 1.5,", "survey.attempts", "1.5 is not a whole number from 1 to 100"),
    Break(attempts, "attempts: 1e300,", "survey.attempts", "1e+300 is not a whole number from 1 to 100"),
    Break(attempts, "attempts: [1],", "survey.attempts", "an array is not a whole number from 1 to 100"),
    Break(attempts, "attempts: null,", "survey.attempts", "null is not a whole number from 1 to 100"),
    Break(attempts, "atempts: 1,", "survey.atempts", "unknown key; did you mean \"attempts\"?"),
    Break(attempts, "patience: 1,", "survey.patience", "unknown key; did you mean \"patients.patience\"?"),
    Break(attempts, "zzz: 1,", "survey.zzz", "unknown key; known here: slots, pooled_slots"),
    Break("survey: {", "survey: 7, survey_: {", "survey", "7 is not an object with slots"),
    Break("days: \(days),", "", "survey.days", "is missing; give an array, each element a date"),
    Break("name: \"small\",", "name: \"../small\",", "name", "is not a name of 1 to 64 letters"),
    Break(
      "name: \"small\",", "name: \"small\", seed: -1,", "seed",
      "-1.0 is not a whole number from 0 to 18446744073709551615"),
    Break(
      "interviewers: 4", "interviewers: 0", "survey.interviewers", "0 is not a whole number from 1 to 1000"),
    Break(
      "calls_per_day_per_1000_listed: 25", "calls_per_day_per_1000_listed: -25",
      "patients.calls_per_day_per_1000_listed", "-25.0 is not a number from 0 to 10000"),
    Break(
      "calls_per_day_per_1000_listed: 25", "calls_per_day_per_1000_listed: Infinity",
      "patients.calls_per_day_per_1000_listed", "inf is not a number from 0 to 10000"),
    Break(
      "calls_per_day_per_1000_listed: 25", "calls_per_day_per_1000_listed: NaN",
      "patients.calls_per_day_per_1000_listed", "nan is not a number from 0 to 10000"),
    Break(
      "weekday_index: [1.2, 1, 1, 1, 0.8]", "weekday_index: [1, 1]", "patients.weekday_index",
      "has 2 elements; allowed are 5 to 7"),
    Break(
      "weekday_index: [1.2, 1, 1, 1, 0.8]", "weekday_index: [1, 1, -1, 1, 1]", "patients.weekday_index[2]",
      "-1.0 is not a number from 0 to 100"),

    // Provenance.
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.atempts\": { basis: \"observed\", source: \"x\" } },",
      "provenance[\"survey.atempts\"]",
      "there is no parameter survey.atempts; did you mean \"survey.attempts\"?"),
    Break(
      "name: \"small\",", "name: \"small\", provenance: { survey: { basis: \"seen\", source: \"x\" } },",
      "provenance.survey.basis", "is not one of \"observed\", \"derived\", \"assumed\""),
    // What else a value could be.
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [3, 9] } },",
      "provenance[\"survey.attempts\"].range", "the scenario's own value, 1, lies outside it"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [9, 1] } },",
      "provenance[\"survey.attempts\"].range", "a range is the lowest and the highest value"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [1] } },",
      "provenance[\"survey.attempts\"].range", "has 1 elements; allowed are 2"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [0, 6] } },",
      "provenance[\"survey.attempts\"].range", "0 is not a whole number from 1 to 100"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [1, 2.5] } },",
      "provenance[\"survey.attempts\"].range", "2.5 is not a whole number from 1 to 100"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.slots\": { basis: \"assumed\", source: \"x\", range: [1, 2] } },",
      "provenance[\"survey.slots\"].range", "survey.slots is no number in this scenario: give values"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"patients.urgent_share\": { basis: \"assumed\", source: \"x\", range: [0, 0.5], law: \"log-uniform\" } },",
      "provenance[\"patients.urgent_share\"].range", "a log-uniform range lies above 0"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"patients.urgent_share\": { basis: \"assumed\", source: \"x\", range: [0, 0.5], law: \"normal\" } },",
      "provenance[\"patients.urgent_share\"].law",
      "is not one of \"uniform\", \"triangular\", \"log-uniform\""),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"patients.urgent_share\": { basis: \"assumed\", source: \"x\", law: \"uniform\" } },",
      "provenance[\"patients.urgent_share\"].law", "a law needs a range"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", range: [1, 2], values: [1, 2] } },",
      "provenance[\"survey.attempts\"].range", "give a range or values, not both"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"survey.attempts\": { basis: \"assumed\", source: \"x\", values: [1, \"six\"] } },",
      "provenance[\"survey.attempts\"].values[1]", "\"six\" is not a whole number from 1 to 100"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"patients.patience\": { basis: \"assumed\", source: \"x\", values: [{ distribution: \"exponential\", mean_seconds: -1 }, { mean_seconds: 5 }] } },",
      "provenance[\"patients.patience\"].values[0].mean_seconds", "is not a number"),
    Break(
      "name: \"small\",",
      "name: \"small\", provenance: { \"patients.patience\": { basis: \"assumed\", source: \"x\", values: [{ mean_seconds: 5 }, { mean_seconds: 7 }] }, \"patients.patience.mean_seconds\": { basis: \"assumed\", source: \"x\", range: [5, 2000] } },",
      "provenance[\"patients.patience.mean_seconds\"]",
      "patients.patience has values of its own, which decide this too"),
  ]

  @Test("the scenario that the tests break is whole")
  func smallScenarioIsClean() {
    #expect(faults(in: smallScenario) == [])
  }

  @Test("each mistake is one fault with its path and what is allowed", arguments: breaks)
  func mistake(_ mistake: Break) throws {
    let parts = smallScenario.components(separatedBy: mistake.old)
    try #require(parts.count == 2)
    let found = faults(in: parts.joined(separator: mistake.new))
    #expect(
      found.filter { !["survey_", "survey.days"].contains($0.path) || $0.path == mistake.path }.count == 1,
      "\(found)")
    let fault = try #require(found.first { $0.path == mistake.path }, "\(found)")
    #expect(fault.message.contains(mistake.message), "\(fault)")
    #expect(fault.line != nil && fault.column != nil)
  }

  @Test("one practice has no other to forward to and no referral to follow")
  func onlyPractice() {
    let found = faults(
      in: smallScenario,
      setting: [
        "practices.municipalities={}", "practices.municipalities.Odder=1", "practices.gps={\"1\": 1}",
        "survey.follow_referrals=true",
      ])
    #expect(found.map(\.path) == ["telephone.when_off[0].shares.forwarding", "survey.follow_referrals"])
  }

  @Test("more calls than memory holds are a fault", arguments: [4_166, 4_167])
  func manyCalls(practices: Int) {
    let found = faults(
      in: smallScenario,
      setting: [
        "practices.municipalities={}", "practices.municipalities.Odder=\(practices)",
        "practices.gps={\"1\": \(practices), \"2\": 0, \"3\": 0, \"4\": 0}", "survey.pooled_slots=[]",
        "survey.slots={\"from\": \"08:00\", \"to\": \"16:00\", \"minutes\": 1}",
        "survey.slots_per_practice=all",
      ])
    // 480 minutes: 4,166 · 480 = 1,999,680 and 4,167 · 480 = 2,000,160.
    #expect(
      found.map(\.message)
        == (practices == 4_166 ? [] : ["4167 practices, 480 calls each, are 2000160 calls; at most 2000000"]))
  }

  @Test("all faults come at once, with their lines and columns")
  func allAtOnce() {
    let text = """
      {
        name: "many", practices: { municipalities: { Aarhus: -1 }, gsp: {} },
        telephone: { opens: "x", staffing: [], acute_line_share: 7 },
        patients: { patience: { distribution: "gama" }, urgent_share: 2 },
        survey: { attempts: 0, interviewers: 0, attempts: 2 },
      }
      """
    let found = faults(in: text)
    let places = found.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.path)" }
    #expect(
      places == [
        "2:56 practices.municipalities.Aarhus", "2:62 practices.gsp",
        "3:23 telephone.opens", "3:38 telephone.staffing", "3:60 telephone.acute_line_share",
        "4:41 patients.patience.distribution", "4:65 patients.urgent_share",
        "5:11 survey.days", "5:40 survey.interviewers", "5:43 survey.attempts",
      ])
  }
}
