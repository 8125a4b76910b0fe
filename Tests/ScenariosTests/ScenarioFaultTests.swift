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

  static let breaks: [Break] = [
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

    // Practices.
    Break("Aarhus: 6, Odder: 4", "", "practices.municipalities", "there are no practices"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 6, Odder: 0", "practices.municipalities.Odder",
      "0 is not a whole number from 1 to 10000"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 2000000, Odder: 4", "practices.municipalities.Aarhus",
      "2000000 is not a whole number"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 100000, Odder: 4", "practices.municipalities",
      "100004 practices are too many; at most 100000"),
    Break(
      "\"1\": 7, \"3\": 3", "\"1\": 7, \"3\": 2", "practices.gps",
      "the counts add up to 9 practices; the municipalities have 10"),
    Break(
      "\"1\": 7, \"3\": 3", "\"1\": 7, \"0\": 3", "practices.gps.0",
      "the keys here are numbers of GPs from 1 to 1000"),
    Break("\"1\": 7, \"3\": 3", "\"1\": 7, \"01\": 3", "practices.gps.01", "\"1\" stands here twice"),
    Break(
      "smallest: 900", "smallest: 1900", "practices.listed_patients_per_gp",
      "the mean (1500) must lie between smallest (1900) and largest (2300)"),
    Break(
      "municipalities: {", "frame: \"none.csv\", municipalities: {", "practices.frame",
      "none.csv does not exist"),

    // The telephone.
    Break(
      "opens: \"08:00\"", "opens: \"8 o'clock\"", "telephone.opens", "is not a time of day: write it as 08:00"
    ),
    Break(
      "opens: \"08:00\"", "opens: \"16:30\"", "telephone.closes", "closes (16:00) is not after opens (16:30)"),
    Break(
      "to: \"09:00\", answered_by: \"doctor\"", "to: \"10:00\", answered_by: \"doctor\"",
      "telephone.staffing[1]", "09:00-16:00 overlaps 08:00-10:00 (telephone.staffing[0])"),
    Break(
      "to: \"09:00\", answered_by: \"doctor\"", "to: \"07:00\", answered_by: \"doctor\"",
      "telephone.staffing[0]", "ends (07:00) before it begins (08:00)"),
    Break(
      "from: \"08:00\", to: \"09:00\", answered_by", "from: \"07:00\", to: \"09:00\", answered_by",
      "telephone.staffing[0]", "07:00-09:00 is outside opening hours (08:00-16:00)"),
    Break(
      "answered_by: \"doctor\"", "answered_by: \"docter\"", "telephone.staffing[0].answered_by",
      "is not one of \"doctor\", \"staff\"; did you mean \"doctor\"?"),
    Break("share: 0.6", "share: 1.6", "telephone.lunch[0].share", "1.6 is not a number from 0 to 1"),
    Break(
      "share: 0.6 }", "share: 0.6 }, { from: \"12:30\", to: \"13:00\", share: 0.6 }", "telephone.lunch",
      "the shares add up to 1.2; they must add up to 1 or less"),
    Break(
      "share: 0.6 }", "share: 0.6 }, { from: \"12:30\", to: \"12:30\", share: 0.1 }", "telephone.lunch[1]",
      "or is empty"),
    Break(
      "\"15:00\": 0.5", "\"15:00\": 0.4", "telephone.last_answer",
      "the shares add up to 0.9; they must add up to 1"),
    Break(
      "\"15:00\": 0.5", "\"17:00\": 0.5", "telephone.last_answer.17:00",
      "17:00 is outside opening hours (08:00-16:00)"),
    Break(
      "\"forwarding\": 0.1", "\"forwading\": 0.1", "telephone.when_off[0].shares.forwading",
      "did you mean \"forwarding\"?"),
    Break(
      "{ \"1\": 1, \"3\": 2 }", "{}", "telephone.staffing[1].answerers",
      "has no entry; at least one is needed"),

    // Patients.
    Break(
      "\"12:00-16:00\": 0.2", "\"12:00-16:00\": 0.2000001", "patients.call_shares",
      "the shares add up to 1.0000001; they must add up to 1"),
    Break(
      "\"12:00-16:00\": 0.2", "\"11:00-16:00\": 0.2", "patients.call_shares.11:00-16:00",
      "11:00-16:00 overlaps 08:00-12:00"),
    Break(
      "call_shares: { \"08:00-12:00\": 0.8, \"12:00-16:00\": 0.2 },", "", "patients.call_shares",
      "is missing; calls_per_day_per_1000_listed needs to know"),
    Break(
      patience, "{ distribution: \"exponental\", mean_seconds: 9 }", "patients.patience.distribution",
      "did you mean \"exponential\"?"),
    Break(
      patience, "{ mean_seconds: 9 }", "patients.patience.distribution",
      "is missing; give one of \"constant\""),
    Break(
      patience, "{ distribution: \"exponential\" }", "patients.patience.mean_seconds",
      "is missing; give a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"exponential\", mean_seconds: 9, sd_seconds: 9 }",
      "patients.patience.sd_seconds",
      "belongs to another distribution (lognormal, gamma); \"exponential\" takes mean_seconds"),
    Break(
      patience, "{ distribution: \"gamma\", mean_seconds: 9, sd_seconds: 0 }", "patients.patience.sd_seconds",
      "0 is not a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"exponential\", mean_seconds: 86401 }", "patients.patience.mean_seconds",
      "86401 is not a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"uniform\", from_seconds: 9, to_seconds: 3 }", "patients.patience",
      "from_seconds (9) is above to_seconds (3)"),
    Break(
      patience, "{ distribution: \"empirical\", values_seconds: [] }", "patients.patience.values_seconds",
      "has 0 elements; allowed are 1 to 100000"),
    Break(patience, "1200", "patients.patience", "1200 is not an object with \"distribution\""),
    Break(
      "patience:", "fixed_calls: { from: \"40:00\", every_seconds: 3600, count: 10 }, patience:",
      "patients.fixed_calls", "the last call would come after 48:00"),
    Break(
      "patience:", "opening_burst: { share: 2 }, patience:", "patients.opening_burst.share",
      "2 is not a number from 0 to 1"),

    // The survey.
    Break(
      slots, "[\"07:00-08:30\"]", "survey.slots[0]", "slot 07:00-08:30 is outside opening hours (08:00-16:00)"
    ),
    Break(
      slots, "[\"08:00-09:00\", \"08:30-09:30\"]", "survey.slots[1]",
      "08:30-09:30 overlaps 08:00-09:00 (survey.slots[0])"),
    Break(slots, "[\"08:00:30-09:00\"]", "survey.slots[0]", "does not begin and end at whole minutes"),
    Break(slots, "[\"08-07\"]", "survey.slots[0]", "ends before it begins"),
    Break(slots, "[]", "survey.slots", "has 0 elements; allowed are 1 to 1440"),
    Break(
      slots, "{ from: \"08:00\", to: \"17:00\", minutes: 60 }", "survey.slots",
      "08:00-17:00 is outside opening hours (08:00-16:00)"),
    Break(
      slots, "{ from: \"12:00\", to: \"09:00\", minutes: 60 }", "survey.slots",
      "ends (09:00) before it begins (12:00)"),
    Break(
      slots, "{ from: \"08:00:01\", to: \"09:00\", minutes: 60 }", "survey.slots.from",
      "08:00:01 is not a whole minute"),
    Break(
      attempts, "attempts: 1, slots_per_practice: 9,", "survey.slots_per_practice",
      "9 slots per practice are more than the 8 slots there are"),
    Break(
      attempts, "attempts: 1, slots_per_practice: \"some\",", "survey.slots_per_practice",
      "\"some\" is not one of \"all\""),
    Break(
      attempts, "attempts: 1, pooled_slots: [\"13:30-15:00\"],", "survey.pooled_slots[0]",
      "cuts through the slot"),
    Break(
      attempts, "attempts: 1, pooled_slots: [\"13:00-14:00\"],", "survey.pooled_slots[0]",
      "13:00-14:00 is a slot already"),
    Break(
      days, "{ from: \"2015-04-03\", to: \"2015-04-06\" }", "survey.days",
      "there is no working day from 2015-04-03 to 2015-04-06"),
    Break(
      days, "{ from: \"2015-04-20\", to: \"2015-04-07\" }", "survey.days",
      "ends (2015-04-07) before it begins (2015-04-20)"),
    Break(
      days, "{ from: \"0001-01-01\", to: \"9999-12-31\" }", "survey.days", "is too long; at most 3653 days"),
    Break(
      days, "{ from: \"2015-02-30\", to: \"2015-04-07\" }", "survey.days.from", "is no day of the calendar"),
    Break(days, "[\"2015-04-06\"]", "survey.days[0]", "2015-04-06 is a Danish public holiday"),
    Break(days, "[\"2015-04-07\", \"2015-04-11\"]", "survey.days[1]", "2015-04-11 is a weekend day"),
    Break(days, "[\"2015-04-07\", \"7-4-2015\"]", "survey.days[1]", "\"2015-04-07\" stands here twice"),
    // Attempts and rounds.
    Break(
      attempts, "attempts: 3, attempt_gap_seconds: 3600,", "survey.attempt_gap_seconds",
      "no slot has room for a gap of 3600 seconds: the longest has 3600, so that no call would be tried again; give a gap below 3600"
    ),
    Break(
      attempts,
      "attempts: 1, rounds: [{}, { days: [\"2015-04-21\"], attempts: 2, attempt_gap_seconds: 7200 }],",
      "survey.rounds[1].attempt_gap_seconds", "no slot has room for a gap of 7200 seconds"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { rings: \"all\" }],", "survey.rounds[1].days",
      "is missing; a later round has days of its own, after those of round 1"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-20\", \"2015-04-22\"] }],",
      "survey.rounds[1].days",
      "begins on 2015-04-20, and round 1 ends on 2015-04-20; rounds follow one another: begin on 2015-04-21 or later"
    ),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-30\"] }, { days: [\"2015-04-29\"] }],",
      "survey.rounds[2].days",
      "begins on 2015-04-29, and round 2 ends on 2015-04-30; rounds follow one another: begin on 2015-05-04"),
    Break(
      attempts, "attempts: 1, rounds: [{ days: [\"2015-04-07\"] }],", "survey.rounds[0].days",
      "survey.days says already when the first round is"),
    Break(
      attempts, "attempts: 1, rounds: [{ rings: \"not-reached\" }],", "survey.rounds[0].rings",
      "the first round rings all"),
    Break(
      attempts, "attempts: 1, rounds: [{ slot: \"other\" }],", "survey.rounds[0].slot",
      "no slot was tried before the first round"),
    Break(
      attempts,
      "attempts: 1, slots_per_practice: 2, rounds: [{}, { days: [\"2015-04-21\"], slot: \"other\" }],",
      "survey.rounds[1].slot",
      "each practice has several calls, and in other slots their attempts could not be told apart"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-25\"] }],", "survey.rounds[1].days[0]",
      "2015-04-25 is a weekend day"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-21\"], rings: \"unreached\" }],",
      "survey.rounds[1].rings", "is not one of \"all\", \"not-reached\", \"not-valid\""),
    Break(attempts, "attempts: 1, rounds: [],", "survey.rounds", "has 0 elements; allowed are 1 to 100"),
    Break(
      slots, "[\"08:00-08:01\", \"09:00-10:00\"], rounds: [{}, { days: [\"2015-04-21\"] }]", "survey.slots",
      "slot 08:00-08:01 has 1 minute, and the rounds before round 2 may ring at 1 of them"),
    Break(
      slots,
      "[\"08:00-08:05\", \"09:00-10:00\"], rounds: [{ attempts: 3, attempt_gap_seconds: 60 }, { days: [\"2015-04-21\"], attempts: 3, attempt_gap_seconds: 60 }, { days: [\"2015-04-22\"] }]",
      "survey.slots", "slot 08:00-08:05 has 5 minutes, and the rounds before round 3 may ring at 6 of them"),
    Break(
      attempts, "attempts: 1, attempts_in_all: 3,", "survey.attempts_in_all",
      "there is one round, whose attempts survey.attempts limits: give survey.rounds"),
    Break(
      attempts, "attempts: 1, attempts_in_all: 3, rounds: [{}, { days: [\"2015-04-21\"], attempts: 2 }],",
      "survey.attempts_in_all", "round 2 makes up to 2 attempts at a call"),
    Break(
      attempts,
      "attempts: 1, reserves: { Aarhus: 1, Viborg: 1 }, sampling: { design: \"stratified\", practices: 5, strata: \"municipality\" }, rounds: [{}, { days: [\"2015-04-21\"] }],",
      "survey.reserves.Viborg", "there is no such stratum; the strata are Aarhus, Odder"),
    Break(
      attempts,
      "attempts: 1, reserves: { Aarhus: 1 }, sampling: { design: \"simple-random\", practices: 5 }, rounds: [{}, { days: [\"2015-04-21\"] }],",
      "survey.reserves", "a simple random sample has no strata: give a share"),
    Break(
      attempts, "attempts: 1, reserves: 0.2, sampling: { design: \"simple-random\", practices: 5 },",
      "survey.reserves", "a later round rings them, and there is none: give survey.rounds"),
    Break(
      attempts, "attempts: 1, reserves: 0.2, rounds: [{}, { days: [\"2015-04-21\"] }],", "survey.reserves",
      "a census leaves no practice in reserve; survey.sampling can be simple-random or stratified"),
    Break("\"agreement\"", "\"agrement\"", "survey.definition", "did you mean \"agreement\"?"),
    Break(
      attempts, "attempts: 1, definitions: [{ name: \"person\", dispositions: [\"busy\"] }],",
      "survey.definitions[0]", "is built in"),
    Break(
      attempts, "attempts: 1, definitions: [{ name: \"any\", dispositions: [\"bussy\"] }],",
      "survey.definitions[0].dispositions[0]", "did you mean \"busy\"?"),
    Break(attempts, "attempts: 1, target: 1.5,", "survey.target", "1.5 is not a number above 0 and below 1"),
    Break(
      attempts, "attempts: 1, target: { \"08:00-10:00\": 0.1 },", "survey.target.08:00-10:00",
      "is neither a slot nor a pooled stretch"),
    Break(attempts, "attempts: 1, interval: \"wilsson\",", "survey.interval", "did you mean \"wilson\"?"),
    Break(
      attempts, "attempts: 1, confidence: 1,", "survey.confidence", "1 is not a number from 0.5 to below 1"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"simple-random\", practices: 11 },",
      "survey.sampling.practices", "a sample of 11 is more than the 10 practices there are"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"stratified\", practices: 5, division: \"neyman\" },",
      "survey.sampling.standard_deviations", "Neyman's division needs one above 0"),

    Break(
      attempts, "attempts: 1, slots_balanced_by: \"gp\",", "survey.slots_balanced_by",
      "the frame has no column \"gp\"; did you mean \"gps\"?"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"proportional-to-size\", practices: 5, size: \"beds\" },",
      "survey.sampling.size", "the frame has no column \"beds\"; it has practice, municipality"),
    Break(
      days, "{ from: \"2015-01-01\", to: \"2019-12-31\" }", "survey.days",
      "working days are too many; at most 1000"),

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
